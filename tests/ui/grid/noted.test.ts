// What a note adds to its cell in the sheet: marks, the hint on hover, and words for a screen reader.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import type { Note } from '#model/quarterRow.ts'
import type { Lack } from '#session/notes/unchecked.ts'
import { sectionEdits } from '#session/creation.ts'
import { headingId } from '#session/layout.ts'
import { cellLabel, cursorLabel } from '#ui/grid/cellLabel.ts'
import { tooltipOf } from '#ui/grid/cellText.ts'
import { faceOf } from '#ui/grid/face.ts'
import { line, rowsWith, sample } from '../../model/sample.ts'
import { exampleBench } from '../../support/workbench.ts'

const at = '2025-11-25T12:00:00.000Z'
const words: Note = { text: 'Release, p. 3', source: 'https://example.com/q2.pdf' }
const wordless: Note = { text: '', source: null }
const check = { checked: { value: 110, by: 'LW', at } }
const earlier = { earlier: [{ value: 100, until: at, reason: 'Recast' }] }

/** Results in which revenue of FY26 Q2, 110, has a note, and costs beside it a source of their line. */
const resultsWith = (note: Note | undefined) =>
  calculate(
    sample({
      lines: [line('revenue', { label: 'Revenue' }), line('costs', { label: 'Costs', source: '20-F' })],
      scenarios: [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
      commitments: [],
      rows: rowsWith([
        note === undefined ? ['base', '2025-09', 'revenue', 110] : ['base', '2025-09', 'revenue', 110, note],
        ['base', '2025-09', 'costs', 60],
        ['base', '2025-12', 'costs', 70],
      ]),
    }),
  )

const column = { kind: 'quarter', quarter: '2025-09' } as const

const marksOf = (note: Note | undefined, lack: Lack | null = null): string => {
  const results = resultsWith(note)
  return faceOf({ results, shown: 'base', line: lineOf(results.model, 'revenue'), column, lack }, null).marks
}

describe('marks', () => {
  test.each<[string, Note | undefined, Lack | null, string]>([
    ['a note with words', words, null, 'typed noted'],
    ['a check alone, while checks are not shown', { ...wordless, ...check }, null, 'typed'],
    ['a restatement', { ...wordless, ...earlier }, null, 'typed restated'],
    ['a check, while they are shown', { ...words, ...check }, 'check', 'typed noted checked'],
    [
      'the check of another number',
      { ...words, checked: { ...check.checked, value: 111 } },
      'check',
      'typed noted lacking',
    ],
    ['no note, while checks are shown', undefined, 'check', 'typed lacking'],
    ['no note, while sources are', undefined, 'source', 'typed lacking'],
    ['words, while sources are shown', words, 'source', 'typed noted'],
  ])('[NS9] [NS10] of %s', (_, note, lack, marks) => {
    expect(marksOf(note, lack)).toBe(marks)
  })

  test('[NS9] a forecast lacks nothing, and a line’s source is its numbers’', () => {
    const results = resultsWith(words)
    const costs = lineOf(results.model, 'costs')
    const marks = (quarter: '2025-09' | '2025-12', lack: Lack): string =>
      faceOf({ results, shown: 'base', line: costs, column: { kind: 'quarter', quarter }, lack }, null).marks
    expect([marks('2025-12', 'check'), marks('2025-09', 'source'), marks('2025-09', 'check')]).toEqual([
      'typed forecast',
      'typed',
      'typed lacking',
    ])
  })
})

test('[NS10] the hint tells all that is known, in the order of reading', () => {
  const results = resultsWith({ ...words, ...check, ...earlier })
  expect(tooltipOf(results, 'base', lineOf(results.model, 'revenue'), column)).toBe(
    [
      'actual, typed in Base',
      'Release, p. 3',
      'Source: example.com',
      'Checked by LW, 25 Nov 2025',
      'Earlier: 100 RMB m until 25 Nov 2025: Recast',
    ].join('\n'),
  )
  expect(tooltipOf(results, 'base', lineOf(results.model, 'costs'), column)).toBe(
    'actual, typed in Base\nSource: 20-F (from the line)',
  )
})

test('[NS10] a screen reader says it in a word each', async () => {
  const { open } = await exampleBench()
  open.select({ line: 'revenue', column: '2025-09' })
  const said = (): string => (open.target === null ? '' : cellLabel(open, open.target))
  expect(said()).toBe('Revenue, FY26 Q2, 247,795 RMB m, actual, has a note, scenario Base')
  open.look({ areUncheckedMarked: true })
  expect(said()).toContain(', has a note, unchecked, ')
  const address = { kind: 'note', scenario: 'base', quarter: '2025-09', line: 'revenue' } as const
  const note = { ...wordless, ...earlier, checked: { value: 247_795, by: 'LW', at } }
  open.dispatch([{ ...address, note }], 'restated and checked')
  expect(said()).toBe('Revenue, FY26 Q2, 247,795 RMB m, actual, restated, checked by LW, scenario Base')
})

test('[G19] of a section’s heading a screen reader says what it is, what it has and what Enter does', async () => {
  const { open } = await exampleBench()
  open.dispatch(sectionEdits(open.model, 'Empty'), 'a section')
  const on = (section: string): string | null => {
    open.select({ line: headingId(section), column: '2025-09' })
    return cursorLabel(open)
  }
  // The example's consensus: two lines of it, and the surprise against each.
  expect(on('Consensus')).toBe('Consensus, section, 4 lines, Enter folds it')
  open.look({ foldedSections: ['Consensus'] })
  expect(on('Consensus')).toBe('Consensus, section, 4 lines, Enter unfolds it')
  expect(on('Empty')).toBe('Empty, section, no line yet, Enter adds its first line')
})
