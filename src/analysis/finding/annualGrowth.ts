// A growth on the year before applied to the quarter before: `revenue[-1] * (1 + revenue_yoy)`.

import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Doubt, Shape } from './doubt.ts'
import { withLag } from './lag.ts'
import { isQuarterOnQuarter, isYearOnYear } from './lineWords.ts'
import { known, middle } from './series.ts'
import type { Survey } from './survey.ts'
import { allParts, factorsOf, lookOf, termsOf } from './terms.ts'

const fewestQuarters = 4

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
  if (isQuarterOnQuarter(rate)) return false
  if (isYearOnYear(rate)) return true
  const tree = survey.byId.get(rate.id)?.formula?.tree
  if (tree?.kind === 'call' && tree.name === 'yoy') return true
  return distance(survey, rate, line, 4) < distance(survey, rate, line, 1) * 0.2
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

export const annualGrowth = ({ survey, line, text, tree }: Shape): readonly Doubt[] =>
  allParts(tree).flatMap((part) => {
    const factors = part.kind === 'chain' ? factorsOf(part) : []
    const base = factors.find(({ tree: factor }) => {
      const look = lookOf(factor)
      return look?.lag === -1 && look.line === line.id
    })?.tree
    const rate = factors.flatMap(({ tree: factor, divides }) => (divides ? [] : (rateIn(survey, factor) ?? [])))[0]
    if (base?.kind !== 'lag' || rate === undefined || !isAnnual(survey, rate, line)) return []
    const instead = withLag(text, base, -4)
    return [
      {
        kind: 'lag' as const,
        rule: `annual ${rate.key}`,
        sentence: `${line.label} grows from the quarter before, ${line.key}[-1], by ${rate.key}, which is growth on the year before. Is ${line.key}[-4] meant?`,
        ...(instead === null ? {} : { instead }),
      },
    ]
  })
