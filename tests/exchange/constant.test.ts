// What is typed on a constant becomes formula text (numberText), and the engine must find the very number that was typed.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { numberText, readNumber } from '#exchange/number.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Unit } from '#model/unit.ts'

const modelOf = (formulas: readonly string[], unit: Unit): Model => ({
  id: 'm',
  name: 'Constants',
  fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
  timeline: { first: '2025-06', last: '2025-06' },
  lastActual: null,
  currency: 'RMB',
  scale: 'm',
  sections: ['All'],
  lines: formulas.map((formula, index): LineItem => {
    const name = `c${index}`
    const form = {
      kind: 'constant',
      decimals: 1,
      polarity: 'neutral',
      driver: true,
      description: '',
      tolerance: null,
      expected: null,
      source: '',
      breaks: [],
    } as const
    return { id: name, key: name, label: name, section: 'All', unit, formula, ...form }
  }),
  scenarios: [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
  waivers: [],
  commitments: [],
  rows: new Map(),
})

const percent: Unit = { kind: 'percent' }
const money: Unit = { kind: 'currency', currency: 'RMB', scale: 'm' }

const values = [
  ...[0, 0.01, 0.57 / 100, 0.285, -0.02, 0.34495, 1 / 3, 1e-7, 380000, 1e21, 1.7976931348623157e308, 5e-324],
  ...Array.from({ length: 300 }, (_, n) => Math.sin(n + 1) * 10 ** ((n % 41) - 20)),
]

test.each([percent, money])('[N2] a number written as formula text is found again by the engine: %o', (unit) => {
  const results = calculate(
    modelOf(
      values.map((value) => numberText(value, unit)),
      unit,
    ),
  )
  expect(results.problems).toEqual([])
  expect(values.map((_, index) => results.constantOf('base', `c${index}`))).toEqual(values)
})

test.each(['35', '0.57%', '28.5', '(2)%', '50bps'])('typing %s on a constant in per cent', (typed) => {
  const read = readNumber(typed, percent)
  const value = 'value' in read ? read.value : NaN
  expect(calculate(modelOf([numberText(value, percent)], percent)).constantOf('base', 'c0')).toBe(value)
})
