// Calculating a model: a lane for each scenario, behind one set of Results.

import { present } from '#base/assert.ts'
import { isReservedName } from '#formula/reserved.ts'
import { allLines, type Model } from '#model/model.ts'
import { problem, type Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { explainCell, explainYear } from './explain.ts'
import { Lane } from './lane.ts'
import { libraryFor, type Library } from './library.ts'
import { Places } from './places.ts'
import { planOf, type Plan } from './plan.ts'
import type { NumberFormat, Results } from './results.ts'

/** What results were made with, for the next ones to take over. */
const libraries = new WeakMap<Results, Library>()

/** Lines whose key means something else in formulas, so that none can name them. */
const reservedKeys = (model: Model): readonly Problem[] =>
  allLines(model)
    .filter(({ key }) => isReservedName(key))
    .map(({ id, key, label }) =>
      problem(
        'reserved key',
        { at: 'line', line: id },
        `The key “${key}” of “${label}” is a reserved word: no formula can name it. Give the line another key.`,
      ),
    )

/** The same Problem in a child scenario is the parent's. */
const formulaProblems = (plans: readonly Plan[]): readonly Problem[] => {
  const seen = new Map<string, Problem>()
  for (const { lines } of plans)
    for (const { line, text, problem: found } of lines) {
      const mark = JSON.stringify([line.id, text, found?.sentence])
      if (found !== null && !seen.has(mark)) seen.set(mark, found)
    }
  return [...seen.values()]
}

const plainNumber: NumberFormat = (_, value) => String(value)

/** Calculates every cell in every scenario. Formulas already checked for `previous` are not checked again. */
export const calculate = (model: Model, previous?: Results): Results => {
  const library = libraryFor(model, previous === undefined ? null : (libraries.get(previous) ?? null))
  const places = new Places(model)
  const lanes: ReadonlyMap<ScenarioId, Lane> = new Map(
    model.scenarios.map(({ id }) => [id, new Lane(model, planOf(model, id, library), places)]),
  )
  const laneOf = (scenario: ScenarioId): Lane => present(lanes.get(scenario), `the scenario ${scenario}`)
  const results: Results = {
    model,
    valueOf: (scenario, line, quarter) => laneOf(scenario).valueAt(line, places.placeOf(quarter)),
    yearOf: (scenario, line, fiscalYear) => laneOf(scenario).yearAt(line, places.endOf(fiscalYear)),
    constantOf: (scenario, line) => laneOf(scenario).plan.byId.get(line)?.constant ?? NaN,
    problems: [...reservedKeys(model), ...formulaProblems([...lanes.values()].map(({ plan }) => plan))],
    problemOf: (scenario, line) => laneOf(scenario).plan.byId.get(line)?.problem ?? null,
    explain: (scenario, line, quarter, format = plainNumber) =>
      explainCell(model, laneOf(scenario), line, places.placeOf(quarter), format),
    explainYear: (scenario, line, fiscalYear, format = plainNumber) =>
      explainYear(model, laneOf(scenario), line, places.endOf(fiscalYear), format),
  }
  libraries.set(results, library)
  return results
}
