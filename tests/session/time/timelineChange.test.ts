// Other ends of the timeline: what is asked for, what it loses, in words, and what is refused.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { applyEdits } from '#model/edit.ts'
import { losesAnything, readTimelineWish, timelineChange, wishOf } from '#session/time/timelineChange.ts'
import { changeText, lengthText, lossGroups, timelineDeed } from '#session/time/timelineWords.ts'
import { valuesLostText } from '#session/time/valuesLost.ts'
import { present } from '#base/assert.ts'
import { line, sample, sentenceOf, settled, textOf } from '../../model/sample.ts'
import { columnOf, modelText, resultsOf } from '../../support/modelText.ts'

// FY26 Q1 to FY27 Q3, reported to FY26 Q2.
const model = sample()

const asked = (first: string, last: string, of: Model = model) => readTimelineWish(of, { first, last })
const changeTo = (first: string, last: string, of: Model = model) =>
  present(settled(asked(first, last, of)), 'another timeline')

test('[QT9] the ends are shown as they can be typed', () => {
  expect(wishOf(model)).toEqual({ first: 'FY26 Q1', last: 'FY27 Q3' })
  expect(lengthText(model)).toBe('7 quarters, FY26 Q1 to FY27 Q3: as it is.')
})

test.each([
  ['FY25 Q1', 'FY28 Q4', 4, 5],
  ['Jun 2024', '2028-03', 4, 5],
  ['2024-06', '4QFY28', 4, 5],
  // A year alone begins with its first quarter and ends with its last.
  ['FY25', 'FY28', 4, 5],
  ['FY26 Q2', 'Mar-26', -1, -3],
])('[QT9] %s to %s: %d at the start, %d at the end', (first, last, atStart, atEnd) => {
  expect(asked(first, last)).toMatchObject({ atStart, atEnd })
})

test('[QT9] what it is already is no change', () => {
  expect(asked('FY26 Q1', 'Dec 2026')).toBeNull()
})

test.each([
  ['', 'FY27 Q3', 'The first quarter is missing. Type it as FY26 Q1 or 2025-06.'],
  [
    'FY26 Q1',
    'soon',
    '“soon” is no quarter of this model, whose quarters end in June, September, December and March. Type it as FY26 Q1 or 2025-06.',
  ],
  [
    'Oct 2024',
    'FY27 Q3',
    '“Oct 2024” is no quarter of this model, whose quarters end in June, September, December and March. Type it as FY26 Q1 or 2025-06.',
  ],
  ['FY27 Q4', 'FY27 Q3', 'The first quarter, FY27 Q4, comes after the last, FY27 Q3.'],
  // 100 years are 400 quarters: FY26 Q1 to FY2125 Q4.
  ['FY26 Q1', '2125-06', 'FY26 Q1 to 2125-06 are 401 quarters; 400 are possible at the most.'],
  [
    'FY26 Q1',
    'FY26 Q1',
    'FY26 Q2 is the last actual, and what is reported stays: the timeline can end with FY26 Q2 at the earliest.',
  ],
  ['FY26 Q3', 'FY27 Q3', 'FY26 Q2 is the last actual: the timeline can begin with FY26 Q2 at the latest.'],
])('[QT11] “%s” to “%s” is refused', (first, last, sentence) => {
  expect(sentenceOf(asked(first, last))).toBe(sentence)
})

test('[QT11] the longest timeline and the tightest are possible', () => {
  expect(asked('FY26 Q1', '2125-03')).toMatchObject({ atStart: 0 })
  expect(asked('FY26 Q2', 'FY26 Q2')).toMatchObject({ atStart: -1, atEnd: -5 })
  const unreported = sample({ lastActual: null, rows: new Map(), commitments: [] })
  expect(asked('FY27 Q1', 'FY27 Q2', unreported)).toMatchObject({ atStart: -4, atEnd: -1 })
})

test('[QT9] what is added and cut is told', () => {
  expect(changeText(model, changeTo('FY25 Q1', 'FY27 Q4'))).toBe(
    '4 quarters are added at the start: FY25 Q1 to FY25 Q4. 1 quarter is added at the end: FY27 Q4.',
  )
  expect(changeText(model, changeTo('FY26 Q1', 'FY26 Q3'), 'was')).toBe(
    '4 quarters were cut at the end: FY26 Q4 to FY27 Q3.',
  )
})

describe('[QT10] what a cut loses', () => {
  test('is told scenario by scenario, with windows of commitments that reach outside', () => {
    const change = changeTo('FY26 Q2', 'FY26 Q3')
    // Base: 100 in FY26 Q1. Bear: a note in FY26 Q4. The plan counts FY26 Q1 to FY27 Q2, half of it FY26 Q2 to FY27 Q1.
    expect(lossGroups(change)).toEqual([
      { heading: 'Typed there, and gone with it', items: ['Base: 1 number', 'Bear: 1 note'] },
      {
        heading: 'Commitments that reach beyond',
        items: ['“Plan” begins in FY26 Q1 and runs to FY27 Q2', '“Plan: Half of it” runs to FY27 Q1'],
      },
    ])
    expect(losesAnything(change)).toBe(true)
    expect(timelineDeed(model, change)).toMatchObject({
      label: 'Timeline FY26 Q2 to FY26 Q3',
      said: '1 quarter was cut at the start: FY26 Q1. 4 quarters were cut at the end: FY26 Q4 to FY27 Q3. Gone with what was cut: 1 number and 1 note. Undo brings all back.',
    })
  })

  test('nothing where nothing is typed, and a window that ran past the end before does so no more', () => {
    const bare = sample({ rows: new Map(), commitments: [] })
    expect(losesAnything(changeTo('FY26 Q1', 'FY27 Q2', bare))).toBe(false)
    // The plan runs to FY27 Q2 whether the timeline ends there or a quarter later.
    expect(changeTo('FY26 Q1', 'FY27 Q2').loss.windows).toEqual([])
  })

  test('formulas that name a quarter which is cut, scenarios’ and commitments’ own included', () => {
    const naming = sample({
      lines: [
        line('revenue'),
        line('ramped', { label: 'Ramp', formula: 'ramp(0, 1, "FY26 Q1", "FY27 Q3")' }),
        line('since', { label: 'Since', formula: 'cumulative(revenue, "Jun 2025") + revenue["2029-03"]' }),
        line('plain', { formula: 'revenue[-1]' }),
      ],
      scenarios: [
        { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
        {
          id: 'bull',
          name: 'Bull',
          parent: 'base',
          colour: 'green',
          formulas: new Map([['plain', 'revenue["FY27 Q3"]']]),
        },
      ],
      commitments: [],
      rows: new Map(),
    })
    expect(changeTo('FY26 Q2', 'FY27 Q2', naming).loss.formulas).toEqual([
      '“Ramp” names FY26 Q1 and FY27 Q3',
      '“Since” names FY26 Q1',
      '“Line plain” names FY27 Q3',
    ])
    // What lay outside before is lost to nobody.
    expect(changeTo('FY26 Q1', 'FY28 Q4', naming).loss.formulas).toEqual([])
  })

  test('values that looked at what is cut', () => {
    const grown = modelText(`
      FY24 Q1 to FY25 Q4, actual to FY25 Q4
      sales        1 2 3 4 5 6 7 8
      growth rate  = yoy(sales)`)
    const results = calculate(grown)
    // Growth of FY25 Q1 and Q2 needs FY24 Q1 and Q2.
    expect(valuesLostText(results, changeTo('FY24 Q3', 'FY25 Q4', grown))).toBe(
      '2 cells that stay lose their value, the first growth FY25 Q1.',
    )
    expect(valuesLostText(results, changeTo('FY24 Q2', 'FY25 Q4', grown))).toBe(
      '1 cell that stays loses its value: growth FY25 Q1.',
    )
    expect(valuesLostText(results, changeTo('FY23 Q1', 'FY26 Q4', grown))).toBeNull()
  })
})

test('[QT9] quarters added at the end are filled by formulas, a driver’s typed number stays', () => {
  const before = modelText(`
    FY25 Q1 to FY25 Q4, actual to FY25 Q2
    sales            10 20       = sales[-1] * (1 + pace)
    pace rate driver . . 0.5     = pace[-1]`)
  const deed = timelineDeed(before, changeTo('FY25 Q1', 'FY26 Q1', before))
  const after = calculate(settled(applyEdits(before, deed.edits)))
  // 20 · 1.5 = 30, 45, and in the quarter added 67.5.
  expect(columnOf(after, 'sales')).toEqual([10, 20, 30, 45, 67.5])
  expect(columnOf(after, 'pace')).toEqual([null, null, 0.5, 0.5, 0.5])
  expect(columnOf(resultsOf('FY25 Q1 to FY25 Q2\n sales 1'), 'sales')).toEqual([1, null])
})

test('[QT10] one step of undo brings back to the letter what a cut took', () => {
  const deed = timelineDeed(
    model,
    settled(present(timelineChange(model, { first: '2025-09', last: '2025-12' }), 'a cut')),
  )
  const done = settled(applyReversibly(model, deed.edits))
  expect(done.model.timeline).toEqual({ first: '2025-09', last: '2025-12' })
  expect(textOf(settled(applyEdits(done.model, done.inverse)))).toBe(textOf(model))
})
