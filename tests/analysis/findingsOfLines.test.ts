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

describe('[PB5] a check that can never fail', () => {
  const check = (text: string) =>
    found(
      made(modelText(`${header}\nebit 10 12 11 14 10 12 11 14\nother 10 12 11 14 10 12 11 14\ncheck = ${text}`), {
        check: { tolerance: 1 },
      }),
      'check',
    ).map(({ sentence }) => sentence)

  test.each(['ebit - ebit', '(ebit - other) - (ebit - other)', 'abs(ebit - other + other - ebit)'])('%s', (text) => {
    expect(check(text)).toEqual([expect.stringContaining('check can never fail')])
  })

  test.each(['ebit - other', 'ebit - ebit[-4] * 1', '2 * ebit - ebit - other'])('but not %s', (text) => {
    expect(check(text).join()).not.toContain('never fail')
  })
})

describe('[PB5] growth on the year before applied to the quarter before', () => {
  const formulaOf = (growth: string, key = 'revenue_growth') => {
    const model = modelText(`${header}\n${revenue} = revenue[-1] * (1 + ${key})\n${key} rate driver ${growth}`)
    return found(model, 'revenue')
      .filter(({ kind }) => kind === 'lag')
      .map(({ mending }) => mending?.words)
  }
  const ahead = '. . . . . . . . 0.05 0.05 0.05 0.05'

  test('is told where the driver is year on year by its name or its past', () => {
    const told = ['Change the formula to revenue[-4] * (1 + revenue_yoy)']
    expect(formulaOf(ahead, 'revenue_yoy')).toEqual(told)
    // 105 / 100, 126 / 120, 116 / 110 and 147 / 140 are 1.05.
    expect(formulaOf('. . . . 0.05 0.05 0.0545 0.05 0.05 0.05 0.05 0.05')).toEqual([
      'Change the formula to revenue[-4] * (1 + revenue_growth)',
    ])
  })

  test('or where the year before meets the past far better', () => {
    // A season of 100, 140, 110, 180 that grows by 5 % a year: from the quarter before 5 % misses by a third.
    const season = 'sales 100 140 110 180 105 147 116 189'
    const model = modelText(`${header}\n${season} = sales[-1] * (1 + growth)\ngrowth constant = 6%`)
    expect(found(model, 'sales').find(({ kind }) => kind === 'lag')?.mending?.words).toBe(
      'Change the formula to sales[-4] * (1 + growth)',
    )
  })

  test('and not where nothing says so', () => {
    expect(formulaOf(ahead)).toEqual([])
    expect(formulaOf(ahead, 'revenue_qoq')).toEqual([])
  })
})

describe('[PB3] a per cent typed as a fraction', () => {
  // A line in per cents keeps 22.6 % as 0.226, and 0.226 typed on it as 0.00226.
  const margin = (typed: string, text = '') =>
    found(
      made(
        modelText(
          `${header}\nsales 1000 1010 1020 1030 1040 1050 1060 1070\nebit 225 230 230 237 236 239 243 244\nmargin rate ${typed}${text}`,
        ),
        { margin: { unit: { kind: 'percent' }, decimals: 1 } },
      ),
      'margin',
    )

  test.each([
    ['with few others', '0.225 0.228 0.226 0.00226', ''],
    ['with many', '0.225 0.228 0.229 0.23 0.227 0.00226 0.224 0.231', ''],
    ['on a calculated line', '. . . . . 0.00226', ' = ebit / sales'],
  ])('%s is asked about, with what was meant as the mending', (_, typed, text) => {
    const told = margin(typed, text).filter(({ kind }) => kind === 'scale')
    expect(told).toMatchObject([{ severity: 'warning', mending: { words: 'Type 22.6 % instead' } }])
    expect(told[0]?.sentence).toContain('Was 22.6 % meant?')
  })

  test('a rate that varies may be small', () => {
    expect(margin('0.225 0.1 0.04 0.0012 0.15 0.21')).toEqual([])
  })
})
