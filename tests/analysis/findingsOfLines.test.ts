// What is found of a line itself: its unit and kind, a driver that is just begun, a gap, a number beside what its line is.

import { describe, expect, test } from 'vitest'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { rmbM } from '../support/commitmentModel.ts'
import { modelText } from '../support/modelText.ts'
import { changed, enter, found } from './found.ts'

const header = 'FY24 Q1 to FY26 Q4, actual to FY25 Q4'
const revenue = 'revenue 100 120 110 140 105 126 116 147'

const made = (model: Model, changes: Readonly<Record<string, Partial<LineItem>>>): Model =>
  changed(
    model,
    ...Object.entries(changes).map(([key, change]) => ({ kind: 'change line', line: `id of ${key}`, change }) as const),
  )

describe('[PB1] what a warning advises to make of the line is its mending', () => {
  const units = (model: Model, key: string) =>
    found(model, key)
      .filter(({ kind }) => kind === 'units')
      .map(({ mending }) => mending)

  test('a rate, a balance', () => {
    const model = made(modelText(`${header}\n${revenue}\nmargin = revenue / revenue[-4]\nyear = ttm(revenue)`), {
      revenue: { unit: rmbM },
      margin: { unit: { kind: 'ratio' } },
      year: { unit: rmbM },
    })
    expect(units(model, 'margin')).toMatchObject([
      { words: 'Make it a rate', edits: [{ kind: 'change line', change: { kind: 'rate' } }] },
    ])
    const [mending] = units(model, 'year')
    expect(mending?.words).toBe('Make it a balance')
    if (mending?.by !== 'edits') throw new Error('it is mended by edits')
    expect(units(changed(model, ...mending.edits), 'year')).toEqual([])
  })

  test('a per cent, first where the name says growth or margin; not where numbers are typed', () => {
    const model = made(modelText(`${header}\n${revenue}\nrevenue_growth = revenue / revenue[-4] - 1`), {
      revenue: { unit: rmbM },
      revenue_growth: { unit: rmbM },
    })
    const [warning] = found(model, 'revenue_growth')
    expect(warning?.sentence).toContain('Make the line a per cent, or multiply it by an amount')
    if (warning?.mending?.by !== 'edits') throw new Error('it is mended by edits')
    expect(warning.mending.words).toBe('Make it a per cent')
    const next = changed(model, ...warning.mending.edits)
    expect(next.lines[1]).toMatchObject({ unit: { kind: 'percent' }, kind: 'rate', decimals: 1 })
    expect(units(next, 'revenue_growth')).toEqual([])
    const typed = changed(model, enter('id of revenue_growth', '2023-06', 0.1))
    expect(units(typed, 'revenue_growth')).toEqual([null])
  })
})

test('[PB6] a driver without any number is a remark while no formula reads it, a warning once it has one', () => {
  const model = modelText(`${header}\n${revenue}\ngrowth rate driver`)
  expect(found(model, 'growth').map(({ severity }) => severity)).toEqual(['remark'])
  const begun = changed(model, enter('id of growth', '2025-06', 0.1))
  expect(found(begun, 'growth').find(({ kind }) => kind === 'unused')?.severity).toBe('warning')
})

test('[PB3] a gap says that the formula fills it only where it does', () => {
  const gap = (more: string) =>
    found(modelText(`${header}\nrevenue 100 120 110 140 . 126 116 147 = ${more}`), 'revenue').find(
      ({ kind }) => kind === 'gap',
    )?.sentence
  // A year before FY25 Q1 are 100; a year before FY24 Q1 is nothing.
  expect(gap('revenue[-4] * 1')).toContain('Its formula fills the quarter.')
  expect(gap('revenue[-5]')).toContain('Its formula gives none there either.')
})
