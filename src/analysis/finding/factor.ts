// One factor between what is typed and what a formula gives, throughout: a scale, a currency or a sign mixed up.

import type { CheckedFormula } from '#formula/check.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import { edits, finding, type Finding } from './finding.ts'
import { fewestQuarters, timesText } from './misses.ts'
import { known, middle, slipFactor, spread } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'
import { termsOf } from './terms.ts'

/** How far a formula is off what is typed: the median miss over the median size. */
export const missOf = (
  typed: ArrayLike<number>,
  given: ArrayLike<number>,
): { readonly miss: number; readonly quarters: number } => {
  const misses: number[] = []
  const sizes: number[] = []
  for (let at = 0; at < given.length; at += 1) {
    const [actual, value] = [typed[at] ?? NaN, given[at] ?? NaN]
    if (Number.isNaN(actual) || Number.isNaN(value)) continue
    misses.push(Math.abs(actual - value))
    sizes.push(Math.abs(actual))
  }
  return { miss: middle(misses) / middle(sizes), quarters: misses.length }
}

/** What a formula misses by is told with it, so that of two explanations the closer one is taken. */
export type Explained = { readonly found: Finding; readonly miss: number }

/** Whether a formula goes from one scale to another or by a count, so that a power of ten belongs in it and not in what is typed. */
const changesScale = (survey: Survey, line: LineItem, { references }: CheckedFormula): boolean => {
  const units = [line, ...references.flatMap(({ line: id }) => survey.itemOf(id) ?? [])].map(({ unit }) => unit)
  const scales = new Set(units.flatMap((unit) => (unit.kind === 'currency' ? [unit.scale] : [])))
  return scales.size > 1 || (scales.size === 1 && units.some(({ kind }) => kind === 'count'))
}

const timesPower = (text: string, tree: Tree, factor: number): string => {
  const whole = termsOf(tree).length > 1 || !['chain', 'line', 'lag', 'call'].includes(tree.kind) ? `(${text})` : text
  return factor > 1 ? `${whole} * ${Math.round(factor)}` : `${whole} / ${Math.round(1 / factor)}`
}

/** A formula that is off by one factor throughout: a scale or a currency mixed. */
export const factorOf = (
  survey: Survey,
  { line, typed }: SurveyedLine,
  formula: CheckedFormula,
  given: Float64Array,
  rates: readonly number[],
): (Explained & { readonly isPower: boolean }) | null => {
  const ratios = known(given.map((value, at) => (value === 0 ? NaN : (typed[at] ?? NaN) / value)))
  const ratio = middle(ratios)
  const noise = spread(ratios.map((each) => Math.log(Math.abs(each))))
  if (ratios.length < fewestQuarters || noise > 0.3) return null
  const factor = slipFactor(ratio, 0.12, rates)
  if (factor === null && !(ratio < 0 && Math.abs(Math.log(-ratio)) < 0.2)) return null
  const isPower = factor !== null && Number.isInteger(Number(Math.log10(factor).toFixed(9)))
  const instead =
    factor === null
      ? `-(${formula.text})`
      : isPower && ratio > 0 && changesScale(survey, line, formula)
        ? timesPower(formula.text, formula.tree, factor)
        : null
  const found = finding({
    kind: factor === null ? 'sign' : 'scale',
    rule: 'factor',
    severity: 'warning',
    place: { scenario: survey.base, line: line.id, quarter: null },
    sentence:
      factor === null
        ? `${line.label}: its formula gives the opposite sign of what is typed in ${ratios.length} reported quarters.`
        : `${line.label}: what is typed is ${timesText(ratio)} what its formula gives, in ${ratios.length} reported quarters. A scale, a per cent or a currency is mixed up.`,
    about: formula.text,
    mending:
      instead === null ? null : edits(`Change the formula to ${instead}`, survey.baseFormulaEdit(line.id, instead)),
  })
  const scaled = given.map((value) => value * (factor ?? -1))
  return { found, miss: missOf(typed, scaled).miss, isPower }
}
