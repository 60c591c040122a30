// A Plan is what one scenario's lines are computed by: for each line the formula that holds there, checked, or its
// Problem, and the order of work.

import type { CheckedFormula } from '#formula/check.ts'
import { isFormulaProblem } from '#formula/check.ts'
import { readConstant } from '#formula/constant.ts'
import type { FormulaProblem } from '#formula/formulaProblem.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import { problem, type Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Library } from './library.ts'
import { scheduleOf, type Looker, type Schedule } from './schedule.ts'

export type LinePlan = {
  readonly line: LineItem
  /** The formula that holds, as written; null where there is none or it is blank. */
  readonly text: string | null
  /** null where there is no formula, where it is a Problem, and for a constant. */
  readonly formula: CheckedFormula | null
  /** A constant's number; NaN for every other line. */
  readonly constant: number
  readonly problem: Problem | null
}

export type Plan = {
  readonly scenario: ScenarioId
  readonly lines: readonly LinePlan[]
  readonly byId: ReadonlyMap<LineId, LinePlan>
  readonly schedule: Schedule
}

const planLine = (model: Model, scenario: ScenarioId, line: LineItem, library: Library): LinePlan => {
  const own = formulaOf(model, scenario, line)
  const none: LinePlan = { line, text: null, formula: null, constant: NaN, problem: null }
  if (own === null || own.formula.trim() === '') return none
  const text = own.formula
  const wrong = ({ kind, span, sentence, suggestion }: FormulaProblem): LinePlan => ({
    ...none,
    text,
    problem: problem(kind, { at: 'formula', scenario: own.scenario, line: line.id, span }, sentence, suggestion),
  })
  if (line.kind === 'constant') {
    const constant = readConstant(text)
    return typeof constant === 'number' ? { ...none, text, constant } : wrong(constant)
  }
  const checked = library.check(text)
  return isFormulaProblem(checked) ? wrong(checked) : { ...none, text, formula: checked }
}

/** Whether two scenarios' lines have the same formulas, so that they are computed alike. */
const isAlike = (planned: readonly LinePlan[], other: readonly LinePlan[]): boolean =>
  planned.length === other.length && planned.every(({ formula }, at) => formula === other[at]?.formula)

const scheduleFor = (planned: readonly LinePlan[]): Schedule => {
  const numberOf = new Map(planned.map(({ line }, at) => [line.id, at]))
  const lookers: readonly Looker[] = planned.map(({ line, formula }) => {
    const references = formula?.references ?? []
    return { key: line.key, references, targets: references.map((reference) => numberOf.get(reference.line) ?? -1) }
  })
  return scheduleOf(lookers)
}

const planWith = (scenario: ScenarioId, planned: readonly LinePlan[], schedule: Schedule): Plan => {
  const lines = planned.map((each, at): LinePlan => {
    const loop = schedule.problems.get(at)
    if (loop === undefined) return each
    const place = { at: 'formula', scenario, line: each.line.id, span: loop.reference.span } as const
    return { ...each, formula: null, problem: problem('loop', place, loop.sentence) }
  })
  return { scenario, lines, byId: new Map(lines.map((each) => [each.line.id, each])), schedule }
}

/** A plan for each scenario; those with the same formulas share one schedule. */
export const plansOf = (model: Model, library: Library): readonly Plan[] => {
  const known: { readonly planned: readonly LinePlan[]; readonly schedule: Schedule }[] = []
  return model.scenarios.map(({ id }) => {
    const planned = allLines(model).map((line) => planLine(model, id, line, library))
    const schedule = known.find((each) => isAlike(each.planned, planned))?.schedule ?? scheduleFor(planned)
    known.push({ planned, schedule })
    return planWith(id, planned, schedule)
  })
}

/** The plan after some constants have another number. */
export const withConstants = (plan: Plan, model: Model, constants: ReadonlySet<LineId>, library: Library): Plan => {
  if (constants.size === 0) return plan
  const changed = allLines(model).map((line, at): LinePlan => {
    const planned = plan.lines[at]
    return planned === undefined || constants.has(line.id) ? planLine(model, plan.scenario, line, library) : planned
  })
  const byId = new Map(plan.byId)
  for (const each of changed) if (constants.has(each.line.id)) byId.set(each.line.id, each)
  return { ...plan, lines: changed, byId }
}
