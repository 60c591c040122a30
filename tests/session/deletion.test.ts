// What Delete would do.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf, rowOf, type Model } from '#model/model.ts'
import { applyEdits } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import { readColumnId } from '#session/column.ts'
import { proposeDeletion } from '#session/deletion.ts'
import type { Proposal } from '#session/proposal.ts'
import { sentenceOf, settled, textOf } from '../model/sample.ts'
import { typed } from './typed.ts'

const deleting = (line: string, column: string, shown: string, model: Model = typed) => {
  const read = readColumnId(column)
  if (read === null) throw new Error(`no column ${column}`)
  return proposeDeletion(calculate(model), {
    shown,
    line: lineOf(model, line),
    column: read,
    unit: lineOf(model, line).unit,
  })
}

const edited = (...edits: Parameters<typeof applyEdits>[1]): Model => settled(applyEdits(typed, edits))

describe('one’s own', () => {
  test('[L4] number goes', () => {
    const own: Proposal = {
      edits: [{ kind: 'enter', scenario: 'bull', quarter: '2026-06', line: 'costs', entry: null }],
      label: 'Costs FY27 Q1 deleted in Bull',
      landing: 'bull',
      remark: null,
      doubt: null,
    }
    expect(deleting('costs', '2026-06', 'bull')).toEqual(own)
  })

  test('[L4] reported number goes in Base', () => {
    expect(deleting('revenue', '2025-09', 'base')).toMatchObject({
      edits: [
        { kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'revenue', entry: null },
        { kind: 'note', scenario: 'base', quarter: '2025-09', line: 'revenue', note: null },
      ],
    })
  })

  test('[L9] its note goes along, and undo brings both back', () => {
    const proposal = deleting('revenue', '2025-09', 'base')
    if (!('edits' in proposal)) throw new Error('no deletion')
    const { model, inverse } = settled(applyReversibly(typed, proposal.edits))
    expect(rowOf(model, 'base', '2025-09').entries.has('revenue')).toBe(false)
    expect(rowOf(model, 'base', '2025-09').notes.has('revenue')).toBe(false)
    expect(textOf(settled(applyEdits(model, inverse)))).toBe(textOf(typed))
  })

  test('[L4] release is taken back', () => {
    const model = edited({ kind: 'enter', scenario: 'bull', quarter: '2026-06', line: 'revenue', entry: 'release' })
    expect(deleting('revenue', '2026-06', 'bull', model)).toMatchObject({
      edits: [{ kind: 'enter', scenario: 'bull', quarter: '2026-06', line: 'revenue', entry: null }],
      label: 'Revenue FY27 Q1: release taken back in Bull',
    })
  })

  test('[L6] constant goes, and the parent’s holds again', () => {
    const model = edited({ kind: 'formula', scenario: 'bull', line: 'fade', formula: '2%' })
    expect(deleting('fade', 'constant', 'bull', model)).toMatchObject({
      edits: [{ kind: 'formula', scenario: 'bull', line: 'fade', formula: null }],
      label: 'Number of Fade deleted in Bull',
    })
  })
})

describe('an inherited number stays', () => {
  test('[L5] the app says whose it is and offers the release', () => {
    expect(deleting('revenue', '2026-06', 'bull')).toEqual({
      sentence: '150,000 RMB m is Base’s, so nothing was deleted. Press Delete again to use the formula here in Bull.',
      release: {
        edits: [{ kind: 'enter', scenario: 'bull', quarter: '2026-06', line: 'revenue', entry: 'release' }],
        label: 'Revenue FY27 Q1 released in Bull',
        landing: 'bull',
        remark: null,
        doubt: null,
      },
    })
  })

  test('[L5] a release without a formula leaves the cell empty', () => {
    expect(deleting('costs', '2026-03', 'bull')).toMatchObject({
      sentence: '250 RMB m is Base’s, so nothing was deleted. Press Delete again to leave the cell empty here in Bull.',
    })
  })

  test('[L5] on a driver in a reported quarter as well', () => {
    expect(deleting('growth', '2025-09', 'bull')).toMatchObject({ release: { landing: 'bull' } })
  })

  test('[L7] a reported number is deleted in Base only', () => {
    expect(sentenceOf(deleting('revenue', '2025-09', 'bull'))).toBe(
      'Revenue FY26 Q2 is Base’s reported number: show Base to delete it there.',
    )
  })

  test('[L6] an inherited constant stays', () => {
    expect(sentenceOf(deleting('fade', 'constant', 'bull'))).toBe('Fade is Base’s: type a number to give Bull its own.')
  })
})

test.each([
  [
    '[L7] nothing typed',
    'revenue',
    '2025-12',
    'base',
    'Nothing is typed in Revenue FY26 Q3: there is nothing to delete.',
  ],
  [
    '[L7] nothing inherited',
    'alone',
    '2025-12',
    'bull',
    'Nothing is typed in Line alone FY26 Q3: there is nothing to delete.',
  ],
  [
    '[L7] a commitment’s amount',
    'plan.amount',
    'constant',
    'base',
    'A commitment keeps its number for Plan: type another one.',
  ],
  ['[L3] a computed line', 'plan.counted', '2025-12', 'base', 'Counted is computed from the commitment.'],
  ['[L3] a year', 'revenue', 'FY2026', 'base', 'A year is computed from its quarters: type into one of them.'],
])('%s is refused', (_, line, column, shown, sentence) => {
  expect(sentenceOf(deleting(line, column, shown))).toBe(sentence)
})

test('[L7] a constant without a number has none to delete', () => {
  const model = edited({ kind: 'formula', scenario: 'base', line: 'fade', formula: null })
  expect(sentenceOf(deleting('fade', 'constant', 'bull', model))).toBe('Fade has no number to delete.')
})

test('[L5] the release offered does what it says', () => {
  const offer = deleting('revenue', '2026-06', 'bull')
  if (!('release' in offer)) throw new Error('no offer')
  const results = calculate(edited(...offer.release.edits))
  expect(results.valueOf('base', 'revenue', '2026-06')).toBe(150000)
  // 110,000 in FY26 Q2; growth has no value in FY26 Q3, so the formula has none either.
  expect(results.valueOf('bull', 'revenue', '2026-06')).toBeNaN()
  const grown = settled(
    applyEdits(results.model, [
      { kind: 'enter', scenario: 'bull', quarter: '2026-03', line: 'revenue', entry: 120_000 },
      { kind: 'enter', scenario: 'bull', quarter: '2026-06', line: 'growth', entry: 0.5 },
    ]),
  )
  expect(calculate(grown).valueOf('bull', 'revenue', '2026-06')).toBe(180000)
})
