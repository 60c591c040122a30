// Where a typed number lands.

import { expect, test } from 'vitest'
import { landingOf } from '#model/origin.ts'
import { line, sample } from './sample.ts'

const model = sample()

test.each([
  ['[L1] a reported quarter lands in Base', false, '2025-09', 'base'],
  ['[L1] the first quarter too', false, '2025-06', 'base'],
  ['[L1] a forecast quarter lands in the scenario shown', false, '2025-12', 'bear'],
  ['[L1] a driver lands in the scenario shown, reported or not', true, '2025-09', 'bear'],
  ['[L1] a driver’s forecast likewise', true, '2025-12', 'bear'],
] as const)('%s', (_, driver, quarter, landing) => {
  expect(landingOf(model, 'bear', line('x', { driver }), quarter)).toBe(landing)
  expect(landingOf(model, 'base', line('x', { driver }), quarter)).toBe('base')
})

test('[L1] while nothing is reported, every number lands in the scenario shown', () => {
  expect(landingOf({ ...model, lastActual: null }, 'bull', line('x'), '2025-06')).toBe('bull')
})
