// Doubts about per cents in a formula: those of different wholes added up, ratios summed over quarters, a rate added where a line was to grow by it.

import { textAt } from '#base/span.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isFraction } from '#model/unit.ts'
import type { Doubt, Shape } from './doubt.ts'
import { isContribution, isEarning, isMargin, isRuleOf, isShare, isTakenOff } from './lineWords.ts'
import type { Survey } from './survey.ts'
import { allParts, factorsOf, lookOf, termsOf } from './terms.ts'

/** What a per cent line is a per cent of: the key it divides by, or what it grows from. */
const baseOfPercent = (survey: Survey, item: LineItem): string | null => {
  const tree = survey.byId.get(item.id)?.formula?.tree
  if (tree?.kind === 'call' && ['yoy', 'qoq'].includes(tree.name))
    return `growth of ${JSON.stringify(tree.expressions[0]?.span)} ${item.key}`
  const divided = tree === undefined ? [] : factorsOf(tree).filter(({ divides }) => divides)
  const look = divided[0] === undefined ? null : lookOf(divided[0].tree)
  return look === null ? null : survey.keyOf(look.line)
}

type Rate = {
  readonly item: LineItem | null
  readonly name: string
  readonly base: string | null
  /** A profit over its base: two of them overlap. */
  readonly isMargin: boolean
}

const isAmount = (survey: Survey, tree: Tree): boolean =>
  allParts(tree).some(
    (part) => part.kind === 'line' && ['currency', 'count'].includes(survey.itemOf(part.line)?.unit.kind ?? ''),
  )

/** A term that is a per cent: a line of per cents in its own quarter, a growth, one amount over another. */
const rateIn = (survey: Survey, text: string, tree: Tree): Rate | null => {
  const look = lookOf(tree)
  const item = look === null ? undefined : survey.itemOf(look.line)
  if (look !== null)
    return look.lag === 0 && item?.unit.kind === 'percent' && item.kind !== 'constant'
      ? { item, name: item.key, base: baseOfPercent(survey, item), isMargin: isMargin(item) }
      : null
  const name = textAt(text, tree.span)
  if (tree.kind === 'call')
    return ['yoy', 'qoq', 'cagr'].includes(tree.name) ? { item: null, name, base: name, isMargin: false } : null
  const factors = factorsOf(tree)
  const divisor = factors.find(({ divides, tree: factor }) => divides && isAmount(survey, factor))
  if (divisor === undefined || !factors.some(({ divides, tree: factor }) => !divides && isAmount(survey, factor)))
    return null
  const below = lookOf(divisor.tree)
  const above = factors.flatMap(({ divides, tree: factor }) => {
    const look = divides ? null : lookOf(factor)
    const over = look === null ? undefined : survey.itemOf(look.line)
    return over === undefined ? [] : [over]
  })
  return {
    item: null,
    name,
    isMargin: above.some(isEarning),
    base: below === null ? textAt(text, divisor.tree.span) : survey.keyOf(below.line),
  }
}

const sums = ['ttm', 'ytd', 'cumulative', 'sum']

/** A ratio of every quarter added up over quarters: `ttm(profit / revenue)`. Units tell most of these; not those of annual rates. */
const ratiosSummed = ({ survey, line, text, tree }: Shape): readonly Doubt[] => {
  if (survey.results.warnings.some(({ place }) => 'line' in place && place.line === line.id)) return []
  return allParts(tree).flatMap((part) => {
    const [of] = part.kind === 'call' ? part.expressions : []
    if (part.kind !== 'call' || of === undefined || !sums.includes(part.name) || part.expressions.length > 1) return []
    const own = of.kind === 'lag' ? of.of : of
    if (lookOf(own) !== null || rateIn(survey, text, own) === null) return []
    return [
      {
        kind: 'per cent' as const,
        rule: `summed ${textAt(text, part.span)}`,
        sentence: `${line.label}: ${textAt(text, part.span)} adds a ratio of several quarters up. Add up the amounts above and below the line first, and divide those.`,
      },
    ]
  })
}

/** A rate added to a count: `seats[-4] + growth`, where grown by it was meant. */
const rateAddedToCount = ({ survey, line, tree }: Shape): readonly Doubt[] => {
  if (line.unit.kind !== 'count' || line.tolerance !== null) return []
  const items = termsOf(tree).flatMap(({ tree: term }) => {
    const look = lookOf(term)
    const item = look === null ? undefined : survey.itemOf(look.line)
    return item === undefined ? [] : [item]
  })
  const rate = items.find(({ unit }) => isFraction(unit))
  if (rate === undefined || !items.some(({ unit }) => unit.kind === 'count')) return []
  return [
    {
      kind: 'per cent',
      rule: `to a count ${rate.key}`,
      sentence: `${line.label} adds the per cent ${rate.key} to a count. To grow by it, multiply by (1 + ${rate.key}).`,
    },
  ]
}

/** Per cents of different bases added up, as if they were parts of one whole. */
const percentsAdded = ({ survey, line, text, tree }: Shape): readonly Doubt[] => {
  const aggregate =
    tree.kind === 'call' && tree.window === null && ['sum', 'mean'].includes(tree.name) && tree.expressions.length > 1
  const parts = aggregate ? tree.expressions.map((each) => ({ sign: 1 as const, tree: each })) : termsOf(tree)
  const rates = parts.flatMap(({ sign, tree: term }) => {
    const rate = sign === 1 ? rateIn(survey, text, term) : null
    return rate === null ? [] : [rate]
  })
  if (line.unit.kind !== 'percent' || rates.length < 2 || rates.length < parts.length || isRuleOf(line)) return []
  const items = rates.flatMap(({ item }) => (item === null ? [] : [item]))
  if (items.some(isTakenOff)) return []
  if (items.filter(isContribution).length >= rates.length - 1) return []
  const bases = new Set(rates.map(({ base }) => base))
  const areShares = items.length === rates.length && items.every((item) => isShare(item))
  const margins = rates.filter(({ isMargin }) => isMargin)
  if (areShares || (bases.size === 1 && !bases.has(null) && margins.length < 2)) return []
  const keys = rates.map(({ name }) => name).join(' and ')
  return [
    {
      kind: 'per cent',
      rule: 'added',
      sentence: `${line.label} ${aggregate && tree.name === 'mean' ? 'averages' : 'adds up'} the per cents ${keys}, which are no parts of one whole. Add up the amounts first, and divide those.`,
    },
  ]
}

export const rateDoubts = (shape: Shape): readonly Doubt[] =>
  [percentsAdded, ratiosSummed, rateAddedToCount].flatMap((look) => look(shape))
