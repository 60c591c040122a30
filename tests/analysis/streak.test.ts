// A streak that reaches back to the first quarter there is anything to count may have begun before the model.

import { expect, test } from 'vitest'
import { isAtLeast } from '#analysis/streak.ts'
import { calculate } from '#engine/calculate.ts'
import { lineOf, type Model } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { columnOf, idOf, modelText } from '../support/modelText.ts'

const atLeastIn = (model: Model, key: string, scenario = 'base'): readonly boolean[] => {
  const results = calculate(model)
  return quartersOf(model.timeline).map((quarter) => isAtLeast(results, scenario, lineOf(model, idOf(key)), quarter))
}

test('[F6] a streak from the timeline’s first quarter on is read as at least, until it ends', () => {
  const model = modelText('FY25 Q1 to FY26 Q2\n a 5 5 1 5 5 5\n run = streak(a > 2)')
  expect(columnOf(calculate(model), 'run')).toEqual([1, 2, 0, 1, 2, 3])
  expect(atLeastIn(model, 'run')).toEqual([true, true, false, false, false, false])
})

test('[F6] so is one from the first quarter in which there is anything to count', () => {
  // Growth begins in FY25 Q2: what went before is not known.
  const model = modelText('FY25 Q1 to FY25 Q4\n a 1 2 3 1\n run = streak(a > a[-1])')
  expect(columnOf(calculate(model), 'run')).toEqual([null, 1, 2, 0])
  expect(atLeastIn(model, 'run')).toEqual([false, true, true, false])
})

test('[F6] a number typed, or a formula that only uses a streak, is exactly what it says', () => {
  const model = modelText(`
    FY25 Q1 to FY25 Q3
    a 5 5 5
    typed 1 2 3   = streak(a > 2)
    half          = streak(a > 2) / 2
    plain         = 1
    bull:
    plain         = streak(a > 2)`)
  expect(atLeastIn(model, 'typed')).toEqual([false, false, false])
  expect(atLeastIn(model, 'half')).toEqual([false, false, false])
  expect(atLeastIn(model, 'plain')).toEqual([false, false, false])
  expect(atLeastIn(model, 'plain', 'bull')).toEqual([true, true, true])
})
