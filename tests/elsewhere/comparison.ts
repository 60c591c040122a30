// Results of the app held against the evaluator elsewhere, cell by cell, year by year and reason by reason: to the bit (but for
// the sign of zero), save where the last digits of exp, log or a power went in. Those show in a second run that has an error
// put into them; there twelve digits must agree, and as many fewer as the error has grown on the way.

import { calculate } from '#engine/calculate.ts'
import type { Reason } from '#engine/results.ts'
import { fromJson } from '#exchange/json.ts'
import { allLines } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { settled } from '../model/sample.ts'
import { ScenarioElsewhere } from './calculator.ts'
import type { Outcome } from './expression.ts'
import { slightlyOff } from './functions.ts'
import { ModelFile } from './modelFile.ts'

const digitsAsked = 1e-12

/** How many times the error put in the app's own may be: Math and the app are both far closer to the truth. */
const margin = 4

const isAlike = (found: Outcome | 'no reason', there: Outcome, off: Outcome): boolean => {
  if (Object.is(there, off)) return found === there
  if (typeof there !== 'number' || typeof off !== 'number') return true // digits decide whether there is a value at all
  return (
    typeof found === 'number' &&
    Math.abs(found - there) <= digitsAsked * Math.abs(there) + margin * Math.abs(off - there)
  )
}

export type Comparison = { readonly told: readonly string[]; readonly exact: number; readonly rough: number }

/** Every cell of a model file that differs, in words; and how many were held against each other. */
export const comparison = (text: string): Comparison => {
  const model = settled(fromJson(text, 'm'))
  const results = calculate(model)
  const file = new ModelFile(text)
  const told: string[] = []
  const count = { exact: 0, rough: 0 }
  const hold = (name: string, here: number, reason: () => Reason | null, there: Outcome, off: Outcome): void => {
    count[Object.is(there, off) ? 'exact' : 'rough'] += 1
    const found = Number.isNaN(here) ? (reason()?.kind ?? 'no reason') : here
    if (!isAlike(found, there, off)) told.push(`${name} is ${found}, elsewhere ${there}`)
  }
  for (const { id } of model.scenarios) {
    const elsewhere = new ScenarioElsewhere(file, id)
    const disturbed = new ScenarioElsewhere(file, id, slightlyOff)
    for (const line of allLines(model)) {
      const { key } = line
      const name = `${key} in ${id}`
      const isProblem = results.problemOf(id, line.id) !== null
      if (isProblem !== elsewhere.isProblem(key)) told.push(`${name} is ${isProblem ? 'a' : 'no'} Problem`)
      for (const [place, quarter] of quartersOf(model.timeline).entries()) {
        const reason = (): Reason | null => results.reasonOf(id, line.id, quarter)
        const [there, off] = [elsewhere.quarter(key, place), disturbed.quarter(key, place)]
        if (line.kind === 'constant') hold(name, results.constantOf(id, line.id), reason, there, off)
        hold(`${name} ${quarter}`, results.valueOf(id, line.id, quarter), reason, there, off)
        const [yearThere, yearOff] = [elsewhere.year(key, place), disturbed.year(key, place)]
        if (yearThere === null || yearOff === null) continue
        const year = elsewhere.fiscalYear(place)
        const whyYear = (): Reason | null => results.reasonOfYear(id, line.id, year)
        hold(`${name} in the year ${year}`, results.yearOf(id, line.id, year), whyYear, yearThere, yearOff)
      }
    }
  }
  return { told, ...count }
}
