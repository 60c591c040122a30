import { expect, test } from 'vitest'
import { inTable, openSample, refused, rowsIn, sample, settled, view, moment, everything, textOf } from './sample.ts'

type Row = Record<string, unknown>

const damages: readonly (readonly [what: string, table: string, damage: (row: Row) => Row, sentence: string])[] = [
  ['lines are missing', 'models', ({ lines: _, ...row }) => row, 'lines is undefined'],
  ['the order of scenarios is missing', 'models', ({ scenarios: _, ...row }) => row, 'scenarios is undefined'],
  ['the order of scenarios is a number', 'models', (row) => ({ ...row, scenarios: 7 }), 'scenarios is 7'],
  [
    'a scenario is not listed',
    'models',
    (row) => ({ ...row, scenarios: ['base'] }),
    'numbers are typed in a scenario “bull”',
  ],
  ['a scenario has no name', 'scenarios', ({ name: _, ...row }) => row, 'scenarios[0].name is undefined'],
  ['a quarter has no cells', 'quarters', ({ cells: _, ...row }) => row, 'quarters[0].cells is undefined'],
  [
    'a number is a text',
    'quarters',
    (row) => ({ ...row, cells: [{ line: 'revenue', value: '1' }] }),
    'cells[0].value is "1"',
  ],
  [
    'the timeline is short',
    'models',
    (row) => ({ ...row, timeline: { first: '2026-03', last: '2026-12' } }),
    'outside its timeline',
  ],
  ['the cursor is missing', 'models', ({ cursor: _, ...row }) => row, 'where its journal stands'],
]

test.each(damages)('[K8] where %s, a Problem says so and the other model opens', async (_, table, damage, sentence) => {
  const { name, store } = await openSample()
  settled(await store.addModel(sample('m2', 'Other'), view, moment))
  const [row] = (await rowsIn(name, table)) as Row[]
  await inTable(name, table, (objects) => objects.put(damage(row ?? {})))
  const before = await everything(name)

  const problem = refused(await store.openModel('m1'))
  expect(problem.kind).toBe('storage')
  expect(problem.sentence).toContain(sentence)
  expect(problem.sentence).toMatch(/ave its raw data to a file\.$/)
  expect(await everything(name)).toEqual(before)
  expect(textOf(settled(await store.openModel('m2')).model)).toBe(textOf(sample('m2', 'Other')))
  expect(
    settled(await store.listModels())
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['m1', 'm2'])
})

test('a missing scenario row is a Problem too', async () => {
  const { name, store } = await openSample()
  await inTable(name, 'scenarios', (objects) => objects.delete(['m1', 'base']))
  expect(refused(await store.openModel('m1')).sentence).toContain('scenarios[0] is undefined')
})

test('a scenario that the model does not list is not dropped in silence', async () => {
  const { name, store } = await openSample()
  await inTable(name, 'scenarios', (objects) => objects.put({ modelId: 'm1', id: 'lost', name: 'Lost', formulas: [] }))
  expect(refused(await store.openModel('m1')).sentence).toBe(
    'The model cannot be read: it holds a scenario that it does not list. Nothing was changed; save its raw data to a file.',
  )
})

test('a model without a name is listed all the same', async () => {
  const { name, store } = await openSample()
  await inTable(name, 'models', (objects) => objects.put({ id: 'm1' }))
  expect(await store.listModels()).toEqual([
    { id: 'm1', name: 'Unnamed model', changedAt: '', backedUpAt: null, edits: 0, size: null },
  ])
})

test('[K8] the raw data holds every row, of a damaged model too', async () => {
  const { name, store } = await openSample()
  const [row] = (await rowsIn(name, 'models')) as Row[]
  await inTable(name, 'models', (objects) => objects.put({ ...row, lines: 'gone', odd: new Map([['a', 1]]) }))
  const raw = JSON.parse(settled(await store.rawData('m1'))) as Record<string, Row & Row[]>
  expect(raw['model']).toMatchObject({ id: 'm1', name: 'Sample', lines: 'gone', odd: [['a', 1]] })
  expect(raw['quarters']).toEqual(await rowsIn(name, 'quarters'))
  expect(raw['scenarios']).toEqual(await rowsIn(name, 'scenarios'))
  expect(raw['quarters']?.[0]?.['cells']).toContainEqual({ line: '__proto__', value: 0 })
  expect(refused(await store.rawData('none')).kind).toBe('storage')
})
