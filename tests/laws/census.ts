// The census of a run: how often each function, form of window, lag, loop, status, release and reason for no value occurred.
// A formula counts once for its line and model, and only where it holds in some scenario and is no Problem; cells and
// reasons are counted on a sample of each model's cells.

import { checkFormula, isFormulaProblem, type CheckedFormula } from '#formula/check.ts'
import { functionNames } from '#formula/functionTable.ts'
import type { Tree } from '#formula/tree.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { formulaOf, originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { statusOf } from '#model/status.ts'
import { quartersOf } from '#model/timeline.ts'
import { Chance } from '../support/chance.ts'
import { countConstructs, constructNames } from './constructs.ts'
import { countLoops, loopNames, type Looking } from './loops.ts'
import { Tally } from './tally.ts'

const statuses = ['actual', 'estimate', 'forecast', 'assumption', 'override', 'calculated', 'none'] as const
const others = ['release', 'inherited number', 'own formula', 'own formula, empty', 'a value', 'no value'] as const
const reasons = ['missing', 'n.m.', 'fault: ÷0', 'fault: domain', 'fault: too large', 'fault: a Problem'] as const

export const newCensus = (): Tally => {
  const tally = new Tally()
  tally.expect('functions', functionNames)
  for (const [section, names] of constructNames) tally.expect(section, names)
  tally.expect('loops and looks', loopNames)
  tally.expect('cells', [...statuses, ...others])
  tally.expect('reasons for no value', reasons)
  return tally
}

const cellsPerModel = 48
const reasonsPerModel = 16

/** Every line's formula that holds in a scenario, checked; null where it is a Problem. */
const holding = (
  model: Model,
  checked: Map<string, CheckedFormula | null>,
  scenario: ScenarioId,
): readonly Looking[] => {
  const lines = allLines(model)
  const scope = { keys: new Map(lines.map(({ key, id }) => [key, id])), calendar: model.fiscalCalendar }
  return lines.map((line): Looking => {
    const text = line.kind === 'constant' ? null : (formulaOf(model, scenario, line)?.formula ?? null)
    if (text === null || text.trim() === '') return { line: line.id, formula: null }
    let formula = checked.get(text)
    if (formula === undefined) {
      const result = checkFormula(text, scope)
      formula = isFormulaProblem(result) ? null : result
      checked.set(text, formula)
    }
    return { line: line.id, formula }
  })
}

const reasonName = (kind: 'fault' | 'n.m.' | 'missing', sentence: string): (typeof reasons)[number] => {
  if (kind !== 'fault') return kind
  if (sentence.includes('÷0')) return 'fault: ÷0'
  if (sentence.includes('too large')) return 'fault: too large'
  return /logarithm|square root|broken power|deviation|not a number/.test(sentence)
    ? 'fault: domain'
    : 'fault: a Problem'
}

const countCell = (tally: Tally, model: Model, scenario: ScenarioId, line: LineItem, quarter: Quarter): void => {
  tally.count('cells', statusOf(model, scenario, line, quarter))
  if (line.kind === 'constant') return
  const origin = originOf(model, scenario, line, quarter)
  if (origin.from === 'typed' && origin.scenario !== scenario) tally.count('cells', 'inherited number')
  if (origin.from !== 'typed' && origin.releasedBy !== null) tally.count('cells', 'release')
  if (origin.from === 'formula' && origin.scenario === scenario && scenario !== 'base')
    tally.count('cells', origin.formula.trim() === '' ? 'own formula, empty' : 'own formula')
}

const countCells = (tally: Tally, model: Model, results: Results, chance: Chance): void => {
  const quarters = quartersOf(model.timeline)
  const lines = allLines(model)
  let explained = 0
  for (let cells = 0; cells < cellsPerModel; cells += 1) {
    const scenario = chance.pick(model.scenarios).id
    const line = chance.pick(lines)
    const quarter = chance.pick(quarters)
    countCell(tally, model, scenario, line, quarter)
    const hasValue = !Number.isNaN(results.valueOf(scenario, line.id, quarter))
    tally.count('cells', hasValue ? 'a value' : 'no value')
    if (hasValue || explained === reasonsPerModel) continue
    const { reason } = results.explain(scenario, line.id, quarter)
    if (reason === null) throw new Error(`${model.id}: ${line.key} in ${quarter} has neither value nor reason`)
    tally.count('reasons for no value', reasonName(reason.kind, reason.sentence))
    explained += 1
  }
}

const callForm = /\b([a-z][a-z0-9]*)\(/g

const countFormula = (tally: Tally, { text, tree }: CheckedFormula, length: number): void => {
  for (const [, name] of text.matchAll(callForm))
    if (name !== undefined && functionNames.some((each) => each === name)) tally.count('functions', name)
  countConstructs(tally, tree, text, length)
}

/** Takes a model and what it calculates to into the census. */
export const countModel = (tally: Tally, model: Model, results: Results, seed: number): void => {
  const checked = new Map<string, CheckedFormula | null>()
  const lookings = new Map(model.scenarios.map(({ id }) => [id, holding(model, checked, id)]))
  const counted = new Set<Tree>()
  for (const [scenario, lines] of lookings)
    for (const { line, formula } of lines)
      if (formula !== null && results.problemOf(scenario, line) === null && !counted.has(formula.tree)) {
        counted.add(formula.tree)
        countFormula(tally, formula, quartersOf(model.timeline).length)
      }
  countLoops(tally, lookings, results)
  countCells(tally, model, results, new Chance(seed))
}
