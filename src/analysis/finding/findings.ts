// All findings of a model in one list: what its formulas, units and checks say, and what looks like a slip. The gravest first, then in
// the order of the sheet.

import type { LineId } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { FormulaDraft } from '#model/view.ts'
import type { Results } from '#engine/results.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { ownFormula } from '#model/origin.ts'
import { checksOf } from '../checks.ts'
import { formulaFault } from '../formulaFault.ts'
import { scopeOf } from '#formula/scope.ts'
import { unitWarnings } from '#formula/unit.ts'
import type { LineAdvice } from '#formula/unitWarning.ts'
import { unitName } from '#model/unit.ts'
import { backTestFindings } from './backTest.ts'
import { withCauses, withoutEchoes } from './causes.ts'
import { culpritFindings } from './culpritFindings.ts'
import {
  edits,
  finding,
  severities,
  type Finding,
  type FindingKind,
  type FindingPlace,
  type Mending,
  type Severity,
  type Steps,
} from './finding.ts'
import { forecastFindings } from './forecastFindings.ts'
import { hundredthFindings } from './hundredths.ts'
import { lineFindings } from './lineFindings.ts'
import { overrideFindings } from './overrideFindings.ts'
import { doubtFinding } from './doubt.ts'
import { quarterDoubts } from './quarterDoubts.ts'
import { rateDoubts } from './rateDoubts.ts'
import { shapeDoubts } from './shapeDoubts.ts'
import { shiftFindings } from './shiftFindings.ts'
import { signDoubts } from './signDoubts.ts'
import { sumFindings } from './sumFindings.ts'
import { Survey } from './survey.ts'
import { ratesOf, typedFindings } from './typedFindings.ts'

const placeOf = ({ place }: Problem, base: string): FindingPlace => ({
  scenario: place.at === 'formula' || place.at === 'cell' ? place.scenario : base,
  line: 'line' in place ? place.line : '',
  quarter: place.at === 'cell' ? place.quarter : null,
})

const formulaText = (model: Model, { scenario, line }: FindingPlace): string => {
  const item = allLines(model).find(({ id }) => id === line)
  const holder = model.scenarios.find(({ id }) => id === scenario)
  return item === undefined || holder === undefined ? '' : (ownFormula(model, holder, item) ?? '')
}

/** What a suggestion does to a formula, as the mending of it. */
const suggested = (model: Model, { place, suggestion }: Problem): Mending | null => {
  if (place.at !== 'formula' || suggestion === null) return null
  const text = formulaText(model, { ...place, quarter: null })
  const formula = text.slice(0, place.span.start) + suggestion + text.slice(place.span.end)
  if (isFormulaProblem(checkFormula(formula, scopeOf(model)))) return null
  const { scenario, line } = place
  return {
    by: 'edits',
    words: `Change the formula to ${formula}`,
    edits: [{ kind: 'formula', scenario, line, formula }],
  }
}

const articled = { percent: 'a per cent', points: 'points', ratio: 'a ratio', count: 'a count', quarters: 'quarters' }

const adviceWords = (advice: LineAdvice): string => {
  if (!('unit' in advice)) return `Make it a ${advice.kind}`
  const { unit } = advice
  return 'currency' in unit ? `Give it the unit ${unitName(unit)}` : `Make it ${articled[unit.kind]}`
}

const hasNumbers = ({ rows }: Model, line: LineId): boolean =>
  [...rows.values()].some((quarters) =>
    [...quarters.values()].some(({ entries }) => typeof entries.get(line) === 'number'),
  )

/** What a warning advises to make of its line. Numbers typed would come to mean something else in another unit. */
const advised = (survey: Survey, { place, sentence }: Problem): Mending | null => {
  if (place.at !== 'formula') return null
  const line = survey.itemOf(place.line)
  const formula = survey.results.checkedOf(place.scenario, place.line)
  if (line === undefined || formula === null) return null
  const warnings = unitWarnings(formula, line, survey.items)
  const change = warnings.find((each) => each.sentence === sentence)?.change
  if (change === undefined || ('unit' in change && hasNumbers(survey.model, line.id))) return null
  return edits(adviceWords(change), { kind: 'change line', line: line.id, change })
}

const fromProblem = (survey: Survey, found: Problem, kind: FindingKind, severity: Severity): Finding => {
  const place = placeOf(found, survey.base)
  const label = survey.itemOf(place.line)?.label
  return finding({
    kind,
    severity,
    place,
    rule: kind === 'units' && found.place.at === 'formula' ? `${found.place.span.start}` : '',
    sentence: label === undefined || found.sentence.includes(label) ? found.sentence : `${label}: ${found.sentence}`,
    about: `${formulaText(survey.model, place)} ${found.sentence}`,
    mending: suggested(survey.model, found) ?? (kind === 'units' ? advised(survey, found) : null),
  })
}

/** Texts that were left in the formula bar and cannot be used. */
const draftFindings = (survey: Survey, drafts: readonly FormulaDraft[]): readonly Finding[] =>
  drafts.flatMap(({ line, scenario, text }) => {
    const item = survey.itemOf(line)
    const isThere = item !== undefined && survey.model.scenarios.some(({ id }) => id === scenario)
    const fault = isThere ? formulaFault(survey.results, { line, scenario, text }) : null
    if (item === undefined || fault === null) return []
    return [
      finding({
        kind: 'draft',
        rule: '',
        severity: 'problem',
        place: { scenario, line, quarter: null },
        sentence: `${item.label}: the formula “${text}” cannot be used yet: ${fault.sentence} The formula before it still holds.`,
        about: text,
      }),
    ]
  })

/** One finding for each check that fails, at the first of its failures; what it is about is by how much it is off in each. */
const checkFindings = (survey: Survey): readonly Finding[] =>
  checksOf(survey.results).failedLines.map(({ scenario, line, quarter, sentence, cells }) => {
    const values = cells.map((cell) => `${cell.quarter} ${survey.results.valueOf(cell.scenario, line, cell.quarter)}`)
    return finding({
      ...{ kind: 'check', rule: '', severity: 'problem', sentence, isOfLine: true },
      place: { scenario, line, quarter },
      about: [...new Set(values)].join(', '),
    })
  })

function* formulaDoubts(survey: Survey): Steps {
  for (const { line, formula } of survey.lines)
    yield survey.model.scenarios.flatMap((scenario) => {
      const text = line.kind === 'constant' ? null : ownFormula(survey.model, scenario, line)
      if (text === null || text.trim() === '') return []
      const checked = text === formula?.text ? formula : survey.read(text)
      if (checked === null) return []
      const shape = { survey, line, text, tree: checked.tree }
      return [...quarterDoubts(shape), ...shapeDoubts(shape), ...rateDoubts(shape), ...signDoubts(shape)].map((doubt) =>
        doubtFinding(shape, scenario.id, doubt),
      )
    })
}

/** Kinds that say the same of one place: the first that speaks is enough. */
const families: readonly (readonly FindingKind[])[] = [['total', 'fit', 'sign', 'scale', 'shift', 'outlier', 'repeat']]

const familyOf = (kind: FindingKind): string => families.find((family) => family.includes(kind))?.join() ?? kind

/**
 * Of several findings about one cell only the first of a family stays, and of several with the same mending; of a whole line all do that
 * have different rules.
 */
const distinct = (found: readonly Finding[]): readonly Finding[] => {
  const seen = new Set<string>()
  return found.filter(({ id, kind, place: { scenario, line, quarter }, mending }) => {
    const names = [
      id,
      ...(quarter === null ? [] : [`${familyOf(kind)} ${scenario} ${line} ${quarter}`]),
      ...(mending?.by === 'edits' ? [JSON.stringify(mending.edits)] : []),
    ]
    if (names.some((name) => seen.has(name))) return false
    for (const name of names) seen.add(name)
    return true
  })
}

const rankOf = (severity: Severity): number => severities.indexOf(severity)

const sorted = (results: Results, found: readonly Finding[]): readonly Finding[] => {
  const order = new Map(allLines(results.model).map(({ id }, at) => [id, at]))
  const at = ({ place }: Finding): number => order.get(place.line) ?? -1
  return [...distinct(found)].sort(
    (one, other) =>
      rankOf(one.severity) - rankOf(other.severity) ||
      at(one) - at(other) ||
      (one.place.quarter ?? '').localeCompare(other.place.quarter ?? ''),
  )
}

/**
 * Finds every finding of a model, those that are waived too, in steps: a large model takes seconds, and whoever drives it may do something
 * else between two steps or leave it.
 */
export function* findingSteps(
  results: Results,
  drafts: readonly FormulaDraft[] = [],
): Generator<undefined, readonly Finding[]> {
  const survey = new Survey(results)
  const rates = ratesOf(survey)
  yield
  const found: Finding[] = [
    ...results.problems.map((each) => fromProblem(survey, each, 'formula', 'problem')),
    ...draftFindings(survey, drafts),
    ...checkFindings(survey),
  ]
  yield
  found.push(...results.warnings.map((each) => fromProblem(survey, each, 'units', 'warning')))
  const looks = [
    hundredthFindings,
    overrideFindings,
    formulaDoubts,
    culpritFindings,
    backTestFindings,
    typedFindings,
    sumFindings,
    shiftFindings,
    lineFindings,
    forecastFindings,
  ]
  for (const look of looks)
    for (const step of look(survey, rates)) {
      found.push(...step)
      yield
    }
  yield
  return sorted(results, withCauses(survey, yield* withoutEchoes(survey, found)))
}

export const findingsOf = (results: Results, drafts: readonly FormulaDraft[] = []): readonly Finding[] => {
  const steps = findingSteps(results, drafts)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
