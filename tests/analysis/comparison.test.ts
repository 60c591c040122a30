import { expect, test } from 'vitest'
import { comparedLine, differenceOf, isDiffering, type ComparedTime } from '#analysis/comparison.ts'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { lineOf } from '#model/model.ts'
import type { Unit } from '#model/unit.ts'
import { idOf, modelText } from '../support/modelText.ts'

const quarter: ComparedTime = { kind: 'quarter', quarter: '2025-06' }
const year: ComparedTime = { kind: 'year', year: 2026 }

const money: Unit = { kind: 'currency', currency: 'CNY', scale: 'm' }

const line = (more: Partial<LineItem> = {}): LineItem => ({
  ...present(modelText('FY25 Q1 to FY26 Q4\nsales').lines[0], 'a line'),
  unit: money,
  polarity: 'moreIsBetter',
  ...more,
})

// Bull sells 120 a quarter against 100, spends 60 against 50 and types a margin of 12 % against 10.
const text = `FY26 Q1 to FY26 Q4
  sales            100 100 100 100
  cost             50 50 50 50
  loss             -10 -10 -10 -10
  margin rate      0.1 0.1 0.1 0.1   = loss / sales
  price constant                     = 5
  unborn           . . . .
  halved           . . . .           = 100 / spare
  spare            . . . .
  bull:
  sales            120 120 120 120
  cost             60 60 60 60
  loss             -4 -4 -4 -4
  margin           0.12
  price                              = 5.5
  unborn           7`

const results = calculate(modelText(text))

const differences = (key: string, time: ComparedTime, more: Partial<LineItem> = {}, of: Results = results) => {
  const item = { ...lineOf(of.model, idOf(key)), ...more }
  const [reference, bull] = comparedLine(of, item, time, 'base', ['base', 'bull']).cells
  return { reference, bull }
}

test('[J1] a line stands at a quarter, at a year, and a constant with its one number at either', () => {
  expect(differences('sales', quarter).bull).toMatchObject({ value: 120, difference: { amount: 20, share: 0.2 } })
  // four quarters of 120 against four of 100
  expect(differences('sales', year).bull).toMatchObject({ value: 480, difference: { amount: 80, share: 0.2 } })
  for (const time of [quarter, year])
    expect(differences('price', time).bull).toMatchObject({ value: 5.5, difference: { amount: 0.5, share: 0.1 } })
})

test('[J1] the reference has no difference from itself, and nothing lacks', () => {
  expect(differences('sales', quarter).reference).toEqual({
    scenario: 'base',
    value: 100,
    absence: null,
    difference: null,
    lack: null,
  })
})

test('[J2] the share is of the reference, and n.m. where that is not above 0', () => {
  expect(differenceOf(line(), 120, 100)).toEqual({ in: 'amount', amount: 20, share: 0.2, tone: 'good' })
  expect(differenceOf(line(), -4, -10)).toEqual({ in: 'amount', amount: 6, share: null, tone: 'good' })
  expect(differenceOf(line(), 5, 0)).toEqual({ in: 'amount', amount: 5, share: null, tone: 'good' })
  expect(differenceOf(line(), 1e300, 1e-300)).toMatchObject({ share: null })
})

test.each(['percent', 'points'] as const)('[J2] what is in %s differs in points and in nothing else', (kind) => {
  expect(differenceOf(line({ unit: { kind } }), 0.125, 0.25)).toEqual({ in: 'points', points: -0.125, tone: 'bad' })
})

test('[J3] polarity says which side is good; a neutral line and no difference at all are neither', () => {
  const tone = (polarity: LineItem['polarity'], value: number) => differenceOf(line({ polarity }), value, 100)?.tone
  expect([tone('moreIsBetter', 101), tone('moreIsBetter', 99), tone('moreIsBetter', 100)]).toEqual([
    'good',
    'bad',
    'neutral',
  ])
  expect([tone('lessIsBetter', 101), tone('lessIsBetter', 99), tone('lessIsBetter', 100)]).toEqual([
    'bad',
    'good',
    'neutral',
  ])
  expect([tone('neutral', 101), tone('neutral', 99), tone('neutral', 100)]).toEqual(['neutral', 'neutral', 'neutral'])
})

test('[J4] a value missing on either side gives no difference and says whose is missing, and why', () => {
  expect(differenceOf(line(), NaN, 100)).toBeNull()
  expect(differenceOf(line(), 100, NaN)).toBeNull()
  const { bull } = differences('unborn', quarter)
  expect(bull).toMatchObject({ value: 7, difference: null })
  expect(bull?.lack).toMatch(/^base has no value: ./i)
  expect(differences('spare', quarter).bull?.lack).toMatch(/^Neither base nor bull has a value: ./i)
})

test('[J4] a year that cannot be says so: nothing is typed on three of its quarters in either scenario', () => {
  const { bull } = differences('unborn', year)
  expect(bull?.value).toBeNaN()
  expect(bull?.absence?.sentence).not.toBe('')
  expect(bull?.lack).toMatch(/^Neither/)
})

test('[J5] a line differs where its figure reads otherwise in some scenario', () => {
  const differs = (key: string, more: Partial<LineItem> = {}, time: ComparedTime = quarter) =>
    isDiffering(results, { ...lineOf(results.model, idOf(key)), ...more }, time, ['base', 'bull'])
  expect(differs('sales')).toBe(true)
  expect(differs('spare')).toBe(false)
  expect(differs('halved')).toBe(false)
  // a number against none
  expect(differs('unborn')).toBe(true)
  // 5 and 5.5 without digits read 5 and 6; a tenth of a per cent cannot be seen on a line of whole ones
  expect(differs('price')).toBe(true)
  expect(isDiffering(results, lineOf(results.model, idOf('sales')), quarter, ['base'])).toBe(false)
})

test('[J5] what differs too little to be read does not count', () => {
  const close = calculate(modelText('FY26 Q1 to FY26 Q1\nsales 100\nbull:\nsales 100.2'))
  const sales = lineOf(close.model, idOf('sales'))
  expect(isDiffering(close, { ...sales, decimals: 0 }, quarter, ['base', 'bull'])).toBe(false)
  expect(isDiffering(close, { ...sales, decimals: 1 }, quarter, ['base', 'bull'])).toBe(true)
})
