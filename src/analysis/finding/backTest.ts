// The back-test of formulas: where numbers are typed and a formula gives values in the same quarters of the past, the two are held
// against each other. A formula that fits far better with one slip taken back has that slip; a number that lies off where all others
// fit is the slip itself.

import type { CheckedFormula } from '#formula/check.ts'
import type { LineItem } from '#model/lineItem.ts'
import { plainFigure } from '#model/figure.ts'
import { factorOf, missOf, type Explained } from './factor.ts'
import { edits, finding, type Finding, type Mending, type Steps } from './finding.ts'
import { fewestQuarters, isAssumed, isProjection, missesOf } from './misses.ts'
import { known, middle, spread } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'
import { linesIn, variantsOf, type Slip } from './variant.ts'

const mostVariants = 60 // beyond it a formula is too long to be tried in all ways

/** How unevenly typed numbers lie above or below given ones: a trend or a level that is off leaves them even. */
const unevenness = (typed: ArrayLike<number>, given: ArrayLike<number>): number =>
  spread(
    known(Array.from(given, (value, at) => Math.log(Math.abs((typed[at] ?? NaN) / value))).filter(Number.isFinite)),
  )

const what: Record<Slip, string> = {
  sign: 'It looks like a wrong sign',
  operator: 'It looks like a wrong operator',
  lag: 'It looks shifted by a quarter',
  term: 'It looks like a term too many or one missing',
}

const kindOf = { sign: 'sign', operator: 'fit', lag: 'shift', term: 'total' } as const

const perCent = (share: number): string => `${plainFigure(share * 100, share < 0.1 ? 1 : 0)} %`

/** Lines like the terms of a sum that could be missing from it. */
const siblings = (survey: Survey, { line }: SurveyedLine, formula: CheckedFormula): readonly string[] => {
  const used = linesIn(formula.tree)
  const sections = new Set([...used].map((id) => survey.itemOf(id)?.section))
  return survey.lines
    .filter(
      (each) =>
        each.line.id !== line.id &&
        !used.has(each.line.id) &&
        each.line.kind === line.kind &&
        each.line.unit.kind === line.unit.kind &&
        sections.has(each.line.section) &&
        each.reported > 0 &&
        !(each.formula?.references.some((reference) => reference.line === line.id) ?? false),
    )
    .slice(0, 8)
    .map((each) => each.line.key)
}

/** A variant that misses by more than this is no better formula; a term is only missing where with it the sum adds up. */
const mostMiss = 0.1
const addsUp = 0.003

/** The slip of a formula that misses: the variant that fits far better. */
const slipOf = (
  survey: Survey,
  surveyed: SurveyedLine,
  formula: CheckedFormula,
  miss: number,
  quarters: number,
): Explained | null => {
  const { line, typed } = surveyed
  const foretells = isProjection(survey, line, formula)
  const uneven = unevenness(typed, survey.backTest(line.id, formula.tree))
  const best = variantsOf(formula.text, formula.tree, siblings(survey, surveyed, formula))
    .slice(0, mostVariants)
    .flatMap((variant) => {
      const read = survey.read(variant.text)
      if (read === null) return []
      const given = survey.backTest(line.id, read.tree)
      const fit = missOf(typed, given)
      if (fit.miss > (variant.slip === 'term' ? addsUp : mostMiss)) return []
      if (variant.slip === 'lag' && (foretells || unevenness(typed, given) > uneven * 0.5)) return []
      return fit.quarters >= Math.max(fewestQuarters, quarters * 0.6) ? [{ ...variant, miss: fit.miss }] : []
    })
    .sort((one, other) => one.miss - other.miss)[0]
  // A formula that nearly fits must fit to the last digit to be taken for slipped.
  if (best === undefined || !(best.miss < miss * (miss > 0.02 ? 0.3 : 0.1))) return null
  const found = finding({
    kind: kindOf[best.slip],
    rule: 'fit',
    severity: 'warning',
    place: { scenario: survey.base, line: line.id, quarter: null },
    sentence: `${line.label}: in ${quarters} reported quarters its formula misses what is typed by ${perCent(miss)}; “${best.text}” would miss by ${perCent(best.miss)}. ${what[best.slip]}.`,
    about: formula.text,
    mending: edits(`Change the formula to ${best.text}`, survey.baseFormulaEdit(line.id, best.text)),
  })
  return { found, miss: best.miss }
}

/** What a changed assumption cannot explain: another sign, or another size altogether. */
const fewTimes = 5

const isBeyondAssumption = (typed: ArrayLike<number>, given: Float64Array): boolean => {
  const ratio = middle(known(given.map((value, at) => (value === 0 ? NaN : (typed[at] ?? NaN) / value))))
  return ratio < 0 || ratio > fewTimes || ratio < 1 / fewTimes
}

/** A power of ten that nearly fits is likelier than a wrong operator that fits little better. */
const nearlyFits = 0.05
const littleBetter = 1.5

const explained = (
  survey: Survey,
  surveyed: SurveyedLine,
  formula: CheckedFormula,
  given: Float64Array,
  { miss, quarters }: { readonly miss: number; readonly quarters: number },
  rates: readonly number[],
): Finding | null => {
  if (isAssumed(survey, surveyed.line, formula) && !isBeyondAssumption(surveyed.typed, given)) return null
  const shifted = shiftOf(survey, surveyed, formula, given, miss)
  if (shifted !== null) return shifted
  const scaled = factorOf(survey, surveyed, formula, given, rates)
  const slip = slipOf(survey, surveyed, formula, miss, quarters)
  const isScale = scaled?.isPower === true && scaled.miss <= Math.min(nearlyFits, littleBetter * (slip?.miss ?? 1))
  return (isScale ? scaled : (slip ?? scaled))?.found ?? null
}

/** A series typed a quarter late or early: what it should be stands one quarter beside. */
const shiftOf = (
  survey: Survey,
  { line, typed }: SurveyedLine,
  formula: CheckedFormula,
  given: Float64Array,
  miss: number,
): Finding | null => {
  // What goes on from its own last quarter fits itself when moved.
  if (formula.references.some((reference) => reference.line === line.id)) return null
  for (const shift of [1, -1]) {
    const moved = Float64Array.from(given, (_, at) => given[at - shift] ?? NaN)
    const fit = missOf(typed, moved)
    if (fit.quarters < fewestQuarters || !(fit.miss < miss * (miss > 0.02 ? 0.3 : 0.1))) continue
    if (unevenness(typed, moved) > unevenness(typed, given) * 0.5) continue
    return finding({
      kind: 'shift',
      rule: 'series',
      severity: 'warning',
      place: { scenario: survey.base, line: line.id, quarter: null },
      sentence: `${line.label}: its numbers look typed a quarter ${shift === 1 ? 'late' : 'early'}: ${formula.text} misses them by ${perCent(miss)}, moved by one quarter by ${perCent(fit.miss)}.`,
      about: [shift, ...known(typed).slice(0, fewestQuarters)].join(' '),
      mending: shiftBack(survey, line, typed, shift),
    })
  }
  return null
}

export const shiftBack = (survey: Survey, line: LineItem, typed: Float64Array, shift: number): Mending => ({
  by: 'edits',
  words: `Move the reported numbers a quarter ${shift === 1 ? 'back' : 'on'}`,
  edits: Array.from({ length: survey.past }, (_, at) => {
    const value = typed[at + shift] ?? NaN
    const isThere = at + shift >= 0 && at + shift < typed.length && !Number.isNaN(value)
    return {
      ...{ kind: 'enter' as const, scenario: survey.base, quarter: survey.quarterAt(at), line: line.id },
      entry: isThere && at + shift < survey.past ? value : null,
    }
  }),
})

const backTested = (survey: Survey, surveyed: SurveyedLine, rates: readonly number[]): readonly Finding[] => {
  const { line, typed, formula, reported } = surveyed
  if (formula === null || line.driver || reported < fewestQuarters) return []
  const given = survey.backTest(line.id, formula.tree)
  const { miss, quarters } = missOf(typed, given)
  if (quarters < fewestQuarters) return []
  const slip = miss <= 0.0008 ? null : explained(survey, surveyed, formula, given, { miss, quarters }, rates)
  return slip === null ? missesOf(survey, surveyed, formula, given, rates) : [slip]
}

/** What the formulas of lines with reported numbers would have given. */
export function* backTestFindings(survey: Survey, rates: readonly number[]): Steps {
  for (const surveyed of survey.lines) yield backTested(survey, surveyed, rates)
}
