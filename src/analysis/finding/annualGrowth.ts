// A growth on the year before applied to the quarter before: `revenue[-1] * (1 + revenue_yoy)`.

import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Doubt, Shape } from './doubt.ts'
import { missOf } from './factor.ts'
import { withLag } from './lag.ts'
import { isQuarterOnQuarter, isYearOnYear } from './lineWords.ts'
import { known, middle } from './series.ts'
import type { Survey } from './survey.ts'
import { allParts, factorsOf, lookOf, termsOf } from './terms.ts'

const fewestQuarters = 4
const mostMiss = 0.1
const farBetter = 0.3

/** How far a rate is from a line's growth over some quarters, where both are known in the past. */
const distance = (survey: Survey, rate: LineItem, line: LineItem, quarters: number): number => {
  const [rates, values] = [survey.byId.get(rate.id)?.values, survey.byId.get(line.id)?.values]
  const off = Array.from({ length: survey.past }, (_, at) =>
    Math.abs((rates?.[at] ?? NaN) - ((values?.[at] ?? NaN) / (values?.[at - quarters] ?? NaN) - 1)),
  )
  return known(off).length < fewestQuarters ? NaN : middle(known(off))
}

/** Whether a rate is growth on the year before: by its name, by its formula, or by its own past. */
const isAnnual = (survey: Survey, rate: LineItem, line: LineItem): boolean => {
  if (isYearOnYear(rate)) return true
  const tree = survey.byId.get(rate.id)?.formula?.tree
  if (tree?.kind === 'call' && tree.name === 'yoy') return true
  return distance(survey, rate, line, 4) < distance(survey, rate, line, 1) * 0.2
}

/** Whether the year before fits the past far better than the quarter before, whatever the rate. */
const fitsFarBetter = ({ survey, line, tree }: Shape, instead: string): boolean => {
  const typed = survey.byId.get(line.id)?.typed
  const other = survey.read(instead)
  if (typed === undefined || other === null) return false
  const [own, year] = [tree, other.tree].map((each) => missOf(typed, survey.backTest(line.id, each)))
  if (own === undefined || year === undefined || year.quarters < fewestQuarters) return false
  return year.miss < mostMiss && year.miss < own.miss * farBetter
}

/** The rate that a factor grows by: `1 + rate`. */
const rateIn = (survey: Survey, factor: Tree): LineItem | null => {
  const terms = termsOf(factor)
  const isOneMore =
    terms.length === 2 && terms.some(({ tree, sign }) => tree.kind === 'number' && tree.value * sign === 1)
  const looks = terms.flatMap(({ tree, sign }) => (sign === 1 ? (lookOf(tree) ?? []) : []))
  const [look] = looks
  return !isOneMore || look === undefined ? null : (survey.itemOf(look.line) ?? null)
}

export const annualGrowth = (shape: Shape): readonly Doubt[] => {
  const { survey, line, text, tree } = shape
  return allParts(tree).flatMap((part) => {
    const factors = part.kind === 'chain' ? factorsOf(part) : []
    const base = factors.find(({ tree: factor }) => {
      const look = lookOf(factor)
      return look?.lag === -1 && look.line === line.id
    })?.tree
    const rate = factors.flatMap(({ tree: factor, divides }) => (divides ? [] : (rateIn(survey, factor) ?? [])))[0]
    const instead = base?.kind === 'lag' ? withLag(text, base, -4) : null
    if (instead === null || rate === undefined || isQuarterOnQuarter(rate)) return []
    const is = `${line.label} grows from the quarter before, ${line.key}[-1], by ${rate.key}`
    const why = isAnnual(survey, rate, line)
      ? `${is}, which is growth on the year before.`
      : fitsFarBetter(shape, instead)
        ? `${is}; from the year before its past is met far better.`
        : null
    if (why === null) return []
    return [{ kind: 'lag' as const, rule: `annual ${rate.key}`, sentence: `${why} Is ${line.key}[-4] meant?`, instead }]
  })
}
