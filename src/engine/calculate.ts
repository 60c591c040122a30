// Calculating a model: every scenario at once, by compiled code or, where that is refused, by the oracle, to the same bits.

import { isFormulaProblem } from '#formula/check.ts'
import { isReservedName } from '#formula/reserved.ts'
import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { problem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Year } from '#model/year.ts'
import { compiledLanes } from './compiledLanes.ts'
import { Engine } from './engine.ts'
import { explainCell, explainYear, inputsOfCell, inputsOfYear } from './explain/explain.ts'
import { Lane } from './oracle/lane.ts'
import { libraryFor, type Library } from './library.ts'
import { oracleValues } from './oracle/oracle.ts'
import { Places } from './places.ts'
import { plansOf, type Plan } from './plan.ts'
import { Reasons } from './explain/reason.ts'
import type { Evaluator, NumberFormat, Results } from './results.ts'
import { warningsOf } from './warnings.ts'
import { MachineRefusal } from './wasm/machine.ts'

/** A lane, and why cells of it have no value. */
type Explained = { readonly lane: Lane; readonly reasons: Reasons }

/** What results were made with, for the next ones to take over. */
type Origin = { readonly library: Library; readonly engine: Engine | null }

const originOf = new WeakMap<Results, Origin>()

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
      if (found === null) continue
      const mark = JSON.stringify([line.id, text, found.sentence])
      if (!seen.has(mark)) seen.set(mark, found)
    }
  return [...seen.values()]
}

const plainNumber: NumberFormat = (_, value) => String(value)

/** The engine that follows the results before, or a new one; null where code may not be compiled. */
const engineFor = (model: Model, before: Origin | null): Engine | null => {
  try {
    if (before?.engine === undefined || before.engine === null) return new Engine(model, before?.library ?? null)
    before.engine.update(model)
    return before.engine
  } catch (caught) {
    if (caught instanceof MachineRefusal) return null
    throw caught
  }
}

const oracleLanes = (model: Model, library: Library): readonly Lane[] => {
  const places = new Places(model)
  return plansOf(model, library).map((plan) => new Lane(model, plan, places, oracleValues(model, plan, places)))
}

/**
 * Calculates every cell in every scenario. What was made for `previous` is taken over: formulas already checked are not
 * checked again, and only what depends on a difference is computed. Results once given never change.
 */
export const calculate = (model: Model, previous?: Results, evaluator: Evaluator = 'compiled'): Results => {
  const before = previous === undefined ? null : (originOf.get(previous) ?? null)
  const engine = evaluator === 'oracle' ? null : engineFor(model, before)
  const library = engine?.frame.library ?? libraryFor(model, before?.library ?? null)
  const lanes = engine === null ? oracleLanes(model, library) : compiledLanes(engine)
  const byScenario: ReadonlyMap<ScenarioId, Explained> = new Map(
    lanes.map((lane) => [lane.plan.scenario, { lane, reasons: new Reasons(lane, model.fiscalCalendar) }]),
  )
  const laneOf = (scenario: ScenarioId): Explained => present(byScenario.get(scenario), `the scenario ${scenario}`)
  const cellOf = (scenario: ScenarioId, line: LineId, quarter: Quarter) => {
    const { lane, reasons } = laneOf(scenario)
    const at = lane.places.placeOf(quarter)
    const absent = Number.isNaN(lane.valueAt(line, at)) ? { line, at, isYearly: false } : null
    return { line, at, reasons, absent, reason: absent === null ? null : reasons.of(absent) }
  }
  const yearCellOf = (scenario: ScenarioId, line: LineId, year: Year) => {
    const { lane, reasons } = laneOf(scenario)
    const at = lane.places.endOf(year)
    const absent = Number.isNaN(lane.yearAt(line, at)) ? { line, at, isYearly: true } : null
    return { line, at, reasons, absent, reason: absent === null ? null : reasons.of(absent) }
  }
  const pathOf = ({ reasons, absent }: ReturnType<typeof cellOf>) => (absent === null ? null : reasons.pathOf(absent))
  const plans = lanes.map(({ plan }) => plan)
  let warnings: readonly Problem[] | null = null
  const results: Results = {
    model,
    evaluator: engine === null ? 'oracle' : 'compiled',
    valueOf: (scenario, line, quarter) => {
      const { lane } = laneOf(scenario)
      return lane.valueAt(line, lane.places.placeOf(quarter))
    },
    yearOf: (scenario, line, year) => {
      const { lane } = laneOf(scenario)
      return lane.yearAt(line, lane.places.endOf(year))
    },
    constantOf: (scenario, line) => laneOf(scenario).lane.plan.byId.get(line)?.constant ?? NaN,
    problems: [...reservedKeys(model), ...formulaProblems(plans)],
    get warnings() {
      return (warnings ??= warningsOf(model, plans))
    },
    problemOf: (scenario, line) => laneOf(scenario).lane.plan.byId.get(line)?.problem ?? null,
    reasonOf: (scenario, line, quarter) => cellOf(scenario, line, quarter).reason,
    reasonOfYear: (scenario, line, year) => yearCellOf(scenario, line, year).reason,
    reasonPath: (scenario, line, quarter) => pathOf(cellOf(scenario, line, quarter)),
    reasonPathOfYear: (scenario, line, year) => pathOf(yearCellOf(scenario, line, year)),
    checkedOf: (scenario, line) => {
      const planned = laneOf(scenario).lane.plan.byId.get(line)
      if (planned === undefined || planned.text === null || planned.line.kind === 'constant') return null
      // A line in a loop has a formula that can be read, though it is not computed by it.
      const checked = planned.formula ?? library.check(planned.text)
      return isFormulaProblem(checked) ? null : checked
    },
    inputsOf: (scenario, line, quarter) => {
      const { lane } = laneOf(scenario)
      return inputsOfCell(model, lane, line, lane.places.placeOf(quarter))
    },
    inputsOfYear: (scenario, line, year) => {
      const { lane } = laneOf(scenario)
      return inputsOfYear(lane, line, lane.places.endOf(year))
    },
    explain: (scenario, line, quarter, format = plainNumber) =>
      explainCell(model, laneOf(scenario).lane, cellOf(scenario, line, quarter), format),
    explainYear: (scenario, line, year, format = plainNumber) =>
      explainYear(laneOf(scenario).lane, yearCellOf(scenario, line, year), format),
  }
  originOf.set(results, { library, engine })
  return results
}
