// The rule of design 1.2 and section 2, against a restatement of its sentences, over every combination of what three levels
// of scenarios can hold: typed, released, a formula of one's own, an empty one, nothing.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { formulaOf, inheritedFrom, isBaseActual, originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Entry } from '#model/quarterRow.ts'
import { line, rowsWith, sample } from './sample.ts'

/** What one scenario holds of the cell. */
type Level = { readonly typed: Entry | null; readonly formula: string | null }

const levels = ['base', 'bull', 'bear'] as const
type Levels = readonly [Level, Level, Level]

const reported: Quarter = '2025-09'
const forecast: Quarter = '2025-12'

const worldOf = (held: Levels, driver: boolean, quarter: Quarter): { model: Model; item: LineItem } => {
  const item = line('x', { driver, formula: held[0].formula })
  const empty = sample({ lines: [item], commitments: [] })
  const scenarios = empty.scenarios.map((scenario, at) => {
    const formula = at === 0 ? null : (held[at]?.formula ?? null)
    return { ...scenario, formulas: new Map(formula === null ? [] : [['x', formula]]) }
  })
  const rows = rowsWith(levels.map((scenario, at) => [scenario, quarter, 'x', held[at]?.typed ?? null]))
  return { model: { ...empty, scenarios, rows }, item }
}

/**
 * "Up to the last actual, on a line that is not a driver, the number typed in Base comes first. Otherwise go from the
 * scenario shown up its parents to Base and take the first that exists: at each, what is typed there, then its own formula;
 * else no value." A release sets aside what its parents typed.
 */
const asTheRuleSays = (held: Levels, shown: number, driver: boolean, isReported: boolean): string => {
  const [base] = held
  if (isReported && !driver && typeof base.typed === 'number') return `typed ${base.typed}`
  const upward = held.slice(0, shown + 1).reverse()
  const release = upward.findIndex(({ typed }) => typed === 'release')
  const answers = upward.flatMap(({ typed, formula }, distance) => [
    ...(typeof typed === 'number' && (release < 0 || distance < release) ? [`typed ${typed}`] : []),
    ...(formula === null ? [] : [`formula ${formula}`]),
  ])
  return answers[0] ?? 'nothing'
}

const found = (model: Model, item: LineItem, shown: string, quarter: Quarter): string => {
  const origin = originOf(model, shown, item, quarter)
  return origin.from === 'typed'
    ? `typed ${origin.value}`
    : origin.from === 'formula'
      ? `formula ${origin.formula}`
      : 'nothing'
}

const possible = (number: number, canRelease: boolean): readonly Level[] =>
  [null, number, ...(canRelease ? (['release'] as const) : [])].flatMap((typed) =>
    [null, String(number * 10), ''].map((formula) => ({ typed, formula })),
  )

describe('the rule, in all 5,832 combinations', () => {
  test.each([
    ['a reported quarter', reported, false],
    ['a forecast quarter', forecast, false],
    ['a reported quarter of a driver', reported, true],
    ['a forecast quarter of a driver', forecast, true],
  ])('[S1] [S2] [S3] [S4] %s', (_, quarter, driver) => {
    let count = 0
    for (const base of possible(1, false))
      for (const bull of possible(2, true))
        for (const bear of possible(3, true)) {
          const held = [base, bull, bear] as const
          const { model, item } = worldOf(held, driver, quarter)
          for (const [shown, scenario] of levels.entries()) {
            count += 1
            const expected = asTheRuleSays(held, shown, driver, quarter === reported)
            const actual = found(model, item, scenario, quarter)
            if (actual !== expected) expect(actual, JSON.stringify({ held, scenario, driver })).toBe(expected)
          }
        }
    expect(count).toBe(6 * 9 * 9 * 3)
  })
})

const nothing: Level = { typed: null, formula: null }
const typed = (value: Entry): Level => ({ typed: value, formula: null })
const formula = (text: string): Level => ({ typed: null, formula: text })

describe('the rule, by example', () => {
  test.each<[string, Levels, Quarter, boolean, string]>([
    [
      '[S1] typed beats the formula beside it',
      [{ typed: 1, formula: '10' }, nothing, nothing],
      forecast,
      false,
      'typed 1',
    ],
    ['[S1] the formula fills what is not typed', [formula('10'), nothing, nothing], forecast, false, 'formula 10'],
    ['[S3] the nearest number wins', [typed(1), typed(2), nothing], forecast, false, 'typed 2'],
    ['[S3] a grandparent’s number reaches down', [typed(1), nothing, nothing], forecast, false, 'typed 1'],
    ['[S2] the past is Base’s', [typed(1), typed(2), typed(3)], reported, false, 'typed 1'],
    [
      '[S2] formulas of children do not reach it either',
      [typed(1), formula('20'), formula('')],
      reported,
      false,
      'typed 1',
    ],
    ['[S2] nor does a release', [typed(1), nothing, typed('release')], reported, false, 'typed 1'],
    ['[S2] where Base has typed nothing, the nearest holds', [nothing, typed(2), nothing], reported, false, 'typed 2'],
    ['[S2] a driver differs by scenario in the past too', [typed(1), typed(2), nothing], reported, true, 'typed 2'],
    [
      '[S4] a formula of one’s own beats a parent’s number',
      [typed(1), typed(2), formula('30')],
      forecast,
      false,
      'formula 30',
    ],
    ['[S4] it may be empty', [typed(1), formula('20'), formula('')], forecast, false, 'formula '],
    ['[S4] one’s own number beats it', [typed(1), nothing, { typed: 3, formula: '30' }], forecast, false, 'typed 3'],
    [
      '[S5] a release is “here the formula”',
      [{ typed: 1, formula: '10' }, typed('release'), nothing],
      forecast,
      false,
      'formula 10',
    ],
    [
      '[S5] it leaves nothing where there is no formula',
      [typed(1), typed(2), typed('release')],
      forecast,
      false,
      'nothing',
    ],
    ['[S5] it is set aside by a number below it', [typed(1), typed('release'), typed(3)], forecast, false, 'typed 3'],
    [
      '[S5] it leaves a parent’s formula in force',
      [typed(1), { typed: 2, formula: '20' }, typed('release')],
      forecast,
      false,
      'formula 20',
    ],
    ['[S1] nothing typed and no formula is no value', [nothing, nothing, nothing], forecast, false, 'nothing'],
  ])('%s', (_, held, quarter, driver, expected) => {
    const { model, item } = worldOf(held, driver, quarter)
    expect(found(model, item, 'bear', quarter)).toBe(expected)
    expect(asTheRuleSays(held, 2, driver, quarter === reported)).toBe(expected)
    const [, value] = expected.split(' ')
    const calculated = calculate(model).valueOf('bear', 'x', quarter)
    expect(calculated).toBe(value === undefined || value === '' ? NaN : Number(value))
  })
})

test('[S5] a release says whose it is', () => {
  const { model, item } = worldOf([{ typed: 1, formula: '10' }, typed('release'), nothing], false, forecast)
  expect(originOf(model, 'bear', item, forecast)).toMatchObject({
    from: 'formula',
    scenario: 'base',
    releasedBy: 'bull',
  })
  expect(originOf(model, 'base', item, forecast)).toMatchObject({ from: 'typed', scenario: 'base' })
})

test('[S3] an inherited number says whose it is; one’s own and a formula’s are nobody else’s', () => {
  const { model, item } = worldOf([typed(1), typed(2), nothing], false, forecast)
  expect(inheritedFrom(model, 'bear', item, forecast)).toBe('bull')
  expect(inheritedFrom(model, 'bull', item, forecast)).toBeNull()
  const computed = worldOf([formula('10'), nothing, nothing], false, forecast)
  expect(inheritedFrom(computed.model, 'bear', computed.item, forecast)).toBeNull()
})

test('[S4] the formula that holds is the nearest, whatever is typed', () => {
  const { model, item } = worldOf([{ typed: 1, formula: '10' }, formula('20'), typed(3)], false, forecast)
  expect(formulaOf(model, 'bear', item)).toEqual({ formula: '20', scenario: 'bull' })
  expect(formulaOf(model, 'base', item)).toEqual({ formula: '10', scenario: 'base' })
  const none = worldOf([nothing, nothing, nothing], false, forecast)
  expect(formulaOf(none.model, 'bear', none.item)).toBeNull()
})

test('[S2] Base’s actual is a number typed in Base, up to the last actual, on no driver', () => {
  const { model, item } = worldOf([typed(0), nothing, nothing], false, reported)
  expect(isBaseActual(model, item, reported)).toBe(true)
  expect(isBaseActual(model, { ...item, driver: true }, reported)).toBe(false)
  expect(isBaseActual({ ...model, lastActual: '2025-06' }, item, reported)).toBe(false)
  expect(isBaseActual({ ...model, lastActual: null }, item, reported)).toBe(false)
})
