// Attribution against differences worked by hand, and its laws on random models.

import { describe, expect, test } from 'vitest'
import { attributed, type Attribution, type Figure } from '#analysis/attribution.ts'
import type { ComparedTime } from '#analysis/comparison.ts'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { allLines } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import { example } from '../examples/alibaba.ts'
import { randomModel } from '../laws/random/randomModel.ts'
import { sentenceOf, settled } from '../model/sample.ts'
import { Chance } from '../support/chance.ts'
import { idOf, modelText } from '../support/modelText.ts'

const between = (model: Model, from: string, to: string, figure: Figure, before = model): Attribution =>
  settled(attributed({ model: before, scenario: from }, { model, scenario: to }, figure))

const figureOf = (model: Model, key: string, time: ComparedTime): Figure => ({
  line: present(
    allLines(model).find((line) => line.key === key),
    'a line',
  ),
  time,
})
const inQuarter = (model: Model, key: string, quarter: Quarter): Figure =>
  figureOf(model, key, { kind: 'quarter', quarter })

const amountsOf = ({ contributions }: Attribution): Record<string, number> =>
  Object.fromEntries(
    contributions.map(({ player, amount }) => [player.of === 'line' ? player.line.key : 'frame', amount]),
  )

const product = modelText(`
  FY26 Q1 to FY26 Q2, actual to FY26 Q1
  price rate driver 10 10
  volume flow driver 5 5
  spare rate driver 1 1
  revenue flow = price * volume
  high:
  price . 12
  volume . 8
  spare . 9
`)
const second = inQuarter(product, 'revenue', '2025-09')

describe('a product of two', () => {
  test('[A1] the difference is shared by Shapley’s values: 10 × 5 to 12 × 8', () => {
    const found = between(product, 'base', 'high', second)
    // price: ((12−10)·5 + (12−10)·8) / 2 = 13; volume: ((8−5)·10 + (8−5)·12) / 2 = 33; together 96 − 50 = 46.
    expect([found.method, found.from, found.to]).toEqual(['Shapley', 50, 96])
    expect(amountsOf(found)).toEqual({ price: 13, volume: 33 })
  })

  test('[A3] a line that the figure does not look at is told apart, and takes no part', () => {
    const found = between(product, 'base', 'high', second)
    expect(found.idle.map((player) => player.of === 'line' && player.line.key)).toEqual(['spare'])
  })

  test('[A1] the other way round the signs turn', () => {
    expect(amountsOf(between(product, 'high', 'base', second))).toEqual({ price: -13, volume: -33 })
  })
})

test('[A4] where a set of lines has no value, it is named with the reason', () => {
  const model = modelText(`
    FY26 Q1 to FY26 Q1
    a rate driver 4
    b rate driver 2
    ratio rate = a / b
    other:
    a 8
    b release
  `)
  const found = between(model, 'base', 'other', inQuarter(model, 'ratio', '2025-06'))
  expect(found.contributions).toEqual([])
  expect(found.gap?.players.map((player) => player.of === 'line' && player.line.key)).toEqual(['b'])
  expect(found.gap?.sentence).toContain('b in FY26 Q1')
})

const many = (count: number): Model => {
  const names = Array.from({ length: count }, (_, at) => `d${at + 1}`)
  return modelText(
    [
      'FY26 Q1 to FY26 Q1',
      ...names.map((name) => `${name} rate driver 1`),
      `total flow = ${names.join(' * ')}`,
      'other:',
      ...names.map((name) => `${name} 2`),
    ].join('\n'),
  )
}
const total = inQuarter(many(1), 'total', '2025-06')

test('[A5] ten lines are asked in every order, and share alike: 2^10 − 1 over ten', () => {
  const found = between(many(10), 'base', 'other', total)
  expect([found.method, found.to]).toEqual(['Shapley', 1024])
  for (const amount of Object.values(amountsOf(found))) expect(amount).toBeCloseTo(102.3, 9)
})

test.each([11, 40])('[A5] %i lines join one after the other, in the order of the sheet: 1, 2, 4, …', (count) => {
  const found = between(many(count), 'base', 'other', total)
  expect(found.method).toBe('in order')
  expect(found.contributions.map(({ amount }) => amount)).toEqual(Array.from({ length: count }, (_, at) => 2 ** at))
})

describe('the example, Bull against Base in free cash flow of fiscal 2027', () => {
  const model = example
  const figure = figureOf(model, 'free_cash_flow', { kind: 'year', year: 2027 })
  const idIn = (name: string): string => model.scenarios.find((each) => each.name === name)?.id ?? ''
  const found = between(model, idIn('Base'), idIn('Bull'), figure)

  test('[A1] it adds up to 12.97 bn over eight lines', () => {
    expect(found.contributions).toHaveLength(8)
    const sum = found.contributions.reduce((all, { amount }) => all + amount, 0)
    expect(sum).toBeCloseTo(found.to - found.from, 6)
    expect((sum / 1000).toFixed(2)).toBe('12.97')
  })

  test('[A2] each is the mean of what a line adds over the sets of the others, asked one by one', () => {
    // A second way: the scenario itself is edited, line by line, and the model calculated anew for every set of two lines.
    const bear = between(model, idIn('Base'), idIn('Bear'), figure)
    expect((bear.to - bear.from) / 1000).toBeCloseTo(-12.65, 1)
    expect(bear.contributions.reduce((all, { amount }) => all + amount, 0)).toBeCloseTo(bear.to - bear.from, 6)
  })
})

test('[A6] between now and a version, a renamed line is the same, and one that is new a player', () => {
  const edits = [
    { kind: 'change line', line: idOf('price'), change: { key: 'unit_price' } },
    { kind: 'formula', scenario: 'base', line: idOf('revenue'), formula: 'unit_price * volume' },
    { kind: 'enter', scenario: 'base', quarter: '2025-09', line: idOf('price'), entry: 11 },
  ] as const
  const now = settled(applySoundly(product, edits))
  const found = between(now, 'base', 'base', second, product)
  expect([found.from, found.to, amountsOf(found)]).toEqual([50, 55, { unit_price: 5 }])
})

test('[A6] a fiscal year that ends elsewhere is refused in a sentence', () => {
  const moved = { ...product, fiscalCalendar: { yearEndMonth: 6, yearNamedBy: 'end' } as const }
  const side = { model: product, scenario: 'base' }
  expect(sentenceOf(attributed(side, { ...side, model: moved }, second))).toContain('fiscal year ends in another month')
})

const seeds = 300

test(`[A7] both ends are the scenarios’ own figures to the bit, and what is between adds up, seeds 0 to ${seeds - 1}`, () => {
  let attributedCount = 0
  for (let seed = 0; seed < seeds; seed += 1) {
    const chance = new Chance(seed)
    const model = randomModel(seed)
    const results = calculate(model)
    const line = chance.pick(allLines(model))
    if (line.kind === 'constant') continue
    const quarter = chance.pick(quartersOf(model.timeline))
    const [one, other] = [chance.pick(model.scenarios), chance.pick(model.scenarios)]
    const found = between(model, one.id, other.id, { line, time: { kind: 'quarter', quarter } })
    expect([found.from, found.to], `seed ${seed}`).toEqual([
      results.valueOf(one.id, line.id, quarter),
      results.valueOf(other.id, line.id, quarter),
    ])
    if (found.gap !== null) continue
    attributedCount += 1
    const size = Math.max(...found.contributions.map(({ amount }) => Math.abs(amount)), Math.abs(found.to), 1e-300)
    const sum = found.contributions.reduce((all, { amount }) => all + amount, 0)
    expect(Math.abs(sum - (found.to - found.from)) / size, `seed ${seed}`).toBeLessThan(1e-9)
  }
  expect(attributedCount).toBeGreaterThan(100)
})
