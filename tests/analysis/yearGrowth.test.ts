import { expect, test } from 'vitest'
import { canGrow, growthLineOf, yearGrowthOf } from '#analysis/yearGrowth.ts'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { example } from '../examples/alibaba.ts'
import { idOf, modelText } from '../support/modelText.ts'

const results = calculate(example)
const line = (key: string) => lineOf(example, key)
const at = (quarter: Quarter) => ({ kind: 'quarter', quarter }) as const

test('[U2] growth is that of the model’s own line, where there is one', () => {
  // alibaba.csv: 247,795 against 236,503 a year before
  expect(yearGrowthOf(results, 'base', line('revenue'))(at('2025-09'))).toBe(
    results.valueOf('base', 'revenue_yoy', '2025-09'),
  )
  expect(yearGrowthOf(results, 'base', line('revenue'))(at('2025-09'))).toBeCloseTo(247_795 / 236_503 - 1, 12)
  expect(growthLineOf(example, line('cloud_revenue'), 'bull')?.key).toBe('cloud_yoy')
  expect(growthLineOf(example, line('capex'), 'base')).toBeNull()
})

test('[U2] without one it follows the same rule, by quarter and by year', () => {
  // alibaba.csv: capex 31,501 against 17,491; fiscal 2025 85,972 against 32,087
  expect(yearGrowthOf(results, 'base', line('capex'))(at('2025-09'))).toBeCloseTo(31_501 / 17_491 - 1, 12)
  expect(yearGrowthOf(results, 'base', line('capex'))({ kind: 'year', year: 2025 })).toBeCloseTo(
    85_972 / 32_087 - 1,
    12,
  )
  // The timeline begins in June 2022.
  expect(yearGrowthOf(results, 'base', line('capex'))(at('2023-03'))).toBeNaN()
  expect(yearGrowthOf(results, 'base', line('capex'))({ kind: 'year', year: 2023 })).toBeNaN()
})

test('[U2] a base that is not above 0 has no growth, as yoy says n.m.', () => {
  const model = modelText(`FY25 Q1 to FY26 Q4
    cash   -5 0 10 . 7 7 -5 7
    grown rate   . . . .  = yoy(2 * cash)`)
  const own = calculate(model)
  const cash = lineOf(model, idOf('cash'))
  const quarters: readonly Quarter[] = ['2025-06', '2025-09', '2025-12', '2026-03']
  // −5 and 0 are no base, 10 to −5 is −150 %, and nothing stands before the last.
  expect(quarters.map((quarter) => yearGrowthOf(own, 'base', cash)(at(quarter)))).toEqual([NaN, NaN, -1.5, NaN])
  expect(quarters.map((quarter) => own.valueOf('base', idOf('grown'), quarter))).toEqual([NaN, NaN, -1.5, NaN])
})

test('[U2] what is in per cent does not grow by per cent', () => {
  expect(canGrow(line('capex'))).toBe(true)
  expect(canGrow(line('ebita_margin'))).toBe(false)
  expect(canGrow(line('cloud_fade'))).toBe(false)
})
