import { afterEach, expect, test, vi } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lengthOf } from '#model/timeline.ts'
import { firstView, type View } from '#model/view.ts'
import { Find } from '#session/find.svelte.ts'
import { Search, type Match } from '#session/findMatch.ts'
import { line, sample } from '../model/sample.ts'
import { SearchedModel } from './searchedModel.svelte.ts'

const model = sample({ commitments: [] })
const view: View = { ...firstView(model), foldedYears: [] }

/** `revenue 2025-09 value`. */
const told = (matches: readonly Match[]): readonly string[] =>
  matches.map(({ cell: { line: id, column }, where }) => `${id} ${column} ${where}`)

const matchesOf = (query: string, change: Partial<View> & { shown?: string } = {}, piece = Infinity) => {
  const searched = { results: calculate(model), shown: change.shown ?? 'base', view: { ...view, ...change } }
  const search = new Search(searched, query)
  do search.goOn(piece)
  while (!search.isComplete)
  return search.found
}

afterEach(() => {
  vi.useRealTimers()
})

test('a line is found once, by its label, key or formula', () => {
  expect(told(matchesOf('line REV'))).toEqual(['revenue 2025-09 label'])
  expect(told(matchesOf('growth'))).toEqual(['revenue 2025-09 formula', 'growth 2025-09 label'])
  expect(told(matchesOf('fade'))).toEqual(['fade constant label'])
})

test('a note is found by its text and its source, where it is shown', () => {
  expect(matchesOf('p. 3')).toEqual([
    { cell: { line: 'revenue', column: '2025-09' }, where: 'note', text: 'Release, p. 3' },
  ])
  expect(matchesOf('example.com').map(({ text }) => text)).toEqual(['https://example.com'])
  expect(matchesOf('why')).toEqual([])
  expect(told(matchesOf('why', { shown: 'bear' }))).toEqual(['costs 2026-03 note'])
})

test('numbers are found as they are shown, with separators or without', () => {
  // revenue 100, 110, 121 in Base; growth 10.0 %
  expect(told(matchesOf('10'))).toEqual(['revenue 2025-06 value', 'revenue 2025-09 value', 'growth 2025-12 value'])
  expect(told(matchesOf('10%'))).toHaveLength(3)
  expect(told(matchesOf('132'))).toEqual([])
  // 110 × 1.2
  expect(told(matchesOf('132', { shown: 'bull' }))).toEqual(['revenue 2025-12 value'])
})

test('negatives and thousands are found in any dress, and typed digits that are rounded away', () => {
  const big = sample({
    commitments: [],
    lines: [line('x'), line('share', { unit: { kind: 'percent' }, decimals: 1 })],
    scenarios: model.scenarios.slice(0, 1),
    rows: new Map([
      [
        'base',
        new Map([
          [
            '2025-06' as const,
            {
              entries: new Map([
                ['x', -21_840],
                ['share', 0.34495],
              ]),
              notes: new Map(),
            },
          ],
        ]),
      ],
    ]),
  })
  const find = (query: string): readonly string[] => {
    const search = new Search({ results: calculate(big), shown: 'base', view }, query)
    search.goOn(Infinity)
    return told(search.found)
  }
  for (const query of ['(21,840)', '-21,840', '−21840', '21840', '1,84'])
    expect(find(query), query).toEqual(['x 2025-06 value'])
  expect(find('34.495')).toEqual(['share 2025-06 value'])
  expect(find('34.5%')).toEqual(['share 2025-06 value'])
})

test('they come in the order they are read, whichever way the sheet lies', () => {
  const formula = 'revenue 2025-09 formula' // revenue[-1] * (1 + growth)
  const [revenue, growth, fade] = [
    ['revenue 2025-06 value', 'revenue 2025-09 value', 'revenue 2025-12 value'],
    'growth 2025-12 value',
    'fade constant value',
  ] as const
  expect(told(matchesOf('1'))).toEqual([formula, ...revenue, growth, fade])
  expect(told(matchesOf('1', { orientation: 'down' }))).toEqual([formula, fade, ...revenue, growth])
})

test('searched piece by piece they are the same', () => {
  for (const query of ['1', 'growth', 'e'])
    for (const orientation of ['across', 'down'] as const)
      expect(matchesOf(query, { orientation }, 3)).toEqual(matchesOf(query, { orientation }))
})

const findOn = (desk: SearchedModel) => {
  const visited: string[] = []
  const find = new Find(
    () => desk,
    ({ cell }) => visited.push(`${cell.line} ${cell.column}`),
  )
  return { find, visited }
}

test('writing goes to the first, stepping on and back round the end', () => {
  const { find, visited } = findOn(new SearchedModel(model))
  find.open()
  find.write('10')
  find.step(1)
  find.step(1)
  find.step(1)
  find.step(-1)
  const cells = ['revenue 2025-06', 'revenue 2025-09', 'growth 2025-12']
  expect(visited).toEqual([...cells, cells[0], cells[2]])
  expect([find.at, find.matches.length, find.match?.text]).toEqual([2, 3, '10.0'])
})

test('closed, the next one is looked for with the last text; with none the bar opens', () => {
  const { find, visited } = findOn(new SearchedModel(model))
  find.step(1)
  expect([find.query, find.calls, visited]).toEqual(['', 1, []])
  find.write('10')
  find.close()
  find.step(1)
  expect([find.query, find.calls, visited.at(-1)]).toEqual(['10', 1, 'revenue 2025-09'])
  find.close()
  find.open()
  expect([find.query, find.calls]).toEqual(['10', 2])
})

test('to a line it goes in its year while that is folded; a cell of a folded year is unfolded', () => {
  const desk = new SearchedModel(model)
  const { find, visited } = findOn(desk)
  desk.view = { ...desk.view, foldedYears: [2026] }
  find.write('line rev')
  find.write('110')
  expect(visited).toEqual(['revenue FY2026', 'revenue 2025-09'])
})

test('stepping searches nothing; an edit searches anew and the cursor’s match stays the same', () => {
  const looked = vi.spyOn(Search.prototype, 'goOn')
  const desk = new SearchedModel(model)
  const { find, visited } = findOn(desk)
  find.write('10')
  find.step(1)
  find.step(1)
  expect(looked).toHaveBeenCalledTimes(1)
  desk.view = { ...desk.view, foldedYears: [2026] }
  find.step(-1)
  expect(looked).toHaveBeenCalledTimes(1)
  desk.edit({ kind: 'enter', scenario: 'base', quarter: '2025-06', line: 'revenue', entry: 99 })
  expect([find.at, find.matches.length]).toEqual([0, 2])
  expect(looked).toHaveBeenCalledTimes(2)
  // The one the cursor is on goes: the next is the one that took its place.
  desk.edit({ kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'revenue', entry: 99 })
  expect([find.at, find.match]).toEqual([-1, null])
  find.step(1)
  expect(visited.at(-1)).toBe('growth 2025-12')
  looked.mockRestore()
})

test('a large model is searched a piece at a time, and the cursor goes to the first when it is found', () => {
  vi.useFakeTimers()
  const count = 1000
  const large = sample({
    commitments: [],
    lines: Array.from({ length: count }, (_, at) => line(`x${at}`)),
    scenarios: model.scenarios.slice(0, 1),
    rows: new Map(),
  })
  const desk = new SearchedModel(large)
  // 1,000 lines by seven quarters, a year and the constants
  expect(lengthOf(large.timeline)).toBe(7)
  const { find, visited } = findOn(desk)
  find.write('x999')
  expect([visited, find.isComplete]).toEqual([[], false])
  vi.runAllTimers()
  expect([visited, find.isComplete, find.matches.length]).toEqual([['x999 2025-09'], true, 1])
})
