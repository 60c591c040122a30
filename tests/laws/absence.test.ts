// Law: a cell has a value or a reason, never both and never neither; so has a year; and none is infinite.

import { expect, test } from 'vitest'
import type { Results } from '#engine/results.ts'
import { allLines, type Model } from '#model/model.ts'
import { fiscalYearsOf, quartersOf } from '#model/timeline.ts'
import { compiled } from './evaluators.ts'
import { randomModel } from './random/randomModel.ts'
import { inWords, smallest } from './smallest.ts'

const seeds = 500 // every cell of each is explained
const testLimitMs = 120_000 // 10 s on two idle cores

/** What is wrong with a value and its reason, or null. */
const wrongWith = (value: number, hasReason: boolean): string | null => {
  if (Math.abs(value) === Infinity) return 'is infinite'
  if (Number.isNaN(value) === hasReason) return null
  return hasReason ? 'has a value and a reason for none' : 'has no value and no reason'
}

const wrongIn = (results: Results): string | null => {
  const { model } = results
  for (const { id: scenario } of model.scenarios)
    for (const { id, key } of allLines(model)) {
      for (const quarter of quartersOf(model.timeline)) {
        const { reason } = results.explain(scenario, id, quarter)
        const wrong = wrongWith(results.valueOf(scenario, id, quarter), reason !== null)
        if (wrong !== null) return `${key} ${quarter} in ${scenario} ${wrong}`
      }
      for (const { year } of fiscalYearsOf(model.timeline, model.fiscalCalendar)) {
        const { reason } = results.explainYear(scenario, id, year)
        const wrong = wrongWith(results.yearOf(scenario, id, year), reason !== null)
        if (wrong !== null) return `${key} fiscal ${year} in ${scenario} ${wrong}`
      }
    }
  return null
}

const wrong = (model: Model): string | null => {
  try {
    return wrongIn(compiled.calculate(model))
  } catch (caught) {
    return String(caught)
  }
}

test(`a value or a reason, seeds 0 to ${seeds - 1}`, { timeout: testLimitMs }, () => {
  for (let seed = 0; seed < seeds; seed += 1) {
    const model = randomModel(seed)
    if (wrong(model) === null) continue
    const least = smallest(model, (each) => wrong(each) !== null)
    expect.fail(`seed ${seed}: ${wrong(least) ?? ''}\n${inWords(least)}`)
  }
})
