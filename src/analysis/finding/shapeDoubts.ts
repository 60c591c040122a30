// Doubts about what a formula adds up and multiplies, whatever the numbers: powers of ten that no scale asks for, a line counted twice, a per
// cent of one base added to one of another.

import { textAt } from '#base/span.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isFraction, scaleExponents } from '#model/unit.ts'
import type { Doubt, Shape } from './doubt.ts'
import { isContribution, isRuleOf, isShare, isTakenOff } from './lineWords.ts'
import type { Survey } from './survey.ts'
import { allParts, factorsOf, lookOf, termsOf } from './terms.ts'

/** The same rate or balance of two quarters added up, where a change was meant. */
const addedToItself = ({ survey, line, tree }: Shape): readonly Doubt[] => {
  const looks = termsOf(tree).flatMap(({ sign, tree: term }) => {
    const look = lookOf(term)
    return look === null ? [] : [{ ...look, sign }]
  })
  return looks.flatMap((look, at) => {
    const item = survey.itemOf(look.line)
    const twin = looks
      .slice(at + 1)
      .find((other) => other.line === look.line && other.lag !== look.lag && other.sign === look.sign)
    if (
      twin === undefined ||
      item === undefined ||
      (item.kind !== 'rate' && item.kind !== 'balance' && !isFraction(item.unit))
    )
      return []
    return [
      {
        kind: isFraction(item.unit) ? 'per cent' : 'sign',
        rule: `twice ${item.key}`,
        sentence: `${line.label} adds ${item.key} of two quarters up. ${isFraction(item.unit) ? 'Per cents' : 'Balances'} of two quarters do not add up; their difference is the change.`,
      },
    ]
  })
}

/** A power of ten as a factor where no scale changes. */
const powersOfTen = ({ survey, line, text, tree }: Shape): readonly Doubt[] => {
  const items = [line, ...allParts(tree).flatMap((part) => (part.kind === 'line' ? [survey.itemOf(part.line)] : []))]
  const scales = new Set(items.map((item) => (item?.unit.kind === 'currency' ? scaleExponents[item.unit.scale] : null)))
  const hasOther = items.some(
    (item) => item !== undefined && ['count', 'ratio', 'exchange', 'quarters'].includes(item.unit.kind),
  )
  scales.delete(null)
  if (scales.size > 1 || hasOther) return []
  return allParts(tree).flatMap((part) => {
    if (part.kind !== 'chain') return []
    return factorsOf(part).flatMap(({ tree: factor, divides }) => {
      if (factor.kind !== 'number' || factor.isPercent || factor.value < 10 || !/^10+$/.test(String(factor.value)))
        return []
      const written = `${divides ? '/' : '*'} ${textAt(text, factor.span)}`
      return [
        {
          kind: 'scale' as const,
          rule: `power ${written}`,
          sentence: `${line.label}: ${written} changes the scale, but everything in the formula has the line’s own scale already.`,
        },
      ]
    })
  })
}

/** A sum that takes in a line and one that it is already part of. */
const countedTwice = ({ survey, line, tree }: Shape): readonly Doubt[] => {
  const terms = termsOf(tree)
  const bare = terms.flatMap(({ sign, tree: term }) => (term.kind === 'line' && sign === 1 ? [term.line] : []))
  if (bare.length !== new Set(bare).size) {
    const twice = bare.find((id, at) => bare.indexOf(id) !== at) ?? ''
    return [
      {
        kind: 'total',
        rule: `double ${survey.keyOf(twice)}`,
        sentence: `${line.label} counts ${survey.keyOf(twice)} twice.`,
      },
    ]
  }
  return bare.flatMap((whole) => {
    const parts = termsOf(
      survey.byId.get(whole)?.formula?.tree ?? {
        kind: 'number',
        value: 0,
        isPercent: false,
        span: { start: 0, end: 0 },
      },
    )
    const part = parts.find(
      (each) =>
        each.sign === 1 && each.tree.kind === 'line' && bare.includes(each.tree.line) && each.tree.line !== whole,
    )
    if (part?.tree.kind !== 'line') return []
    const [inner, outer] = [survey.keyOf(part.tree.line), survey.keyOf(whole)]
    return [
      {
        kind: 'sign' as const,
        rule: `part ${inner}`,
        sentence: `${line.label} adds ${inner} to ${outer}, which it is already part of. Is it to be taken off?`,
      },
    ]
  })
}

/** What a per cent line is a per cent of: the key it divides by, or what it grows from. */
const baseOfPercent = (survey: Survey, item: LineItem): string | null => {
  const tree = survey.byId.get(item.id)?.formula?.tree
  if (tree?.kind === 'call' && ['yoy', 'qoq'].includes(tree.name))
    return `growth of ${JSON.stringify(tree.expressions[0]?.span)} ${item.key}`
  const divided = tree === undefined ? [] : factorsOf(tree).filter(({ divides }) => divides)
  const look = divided[0] === undefined ? null : lookOf(divided[0].tree)
  return look === null ? null : survey.keyOf(look.line)
}

type Rate = { readonly item: LineItem | null; readonly name: string; readonly base: string | null }

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
      ? { item, name: item.key, base: baseOfPercent(survey, item) }
      : null
  const name = textAt(text, tree.span)
  if (tree.kind === 'call') return ['yoy', 'qoq', 'cagr'].includes(tree.name) ? { item: null, name, base: name } : null
  const factors = factorsOf(tree)
  const divisor = factors.find(({ divides, tree: factor }) => divides && isAmount(survey, factor))
  if (divisor === undefined || !factors.some(({ divides, tree: factor }) => !divides && isAmount(survey, factor)))
    return null
  const below = lookOf(divisor.tree)
  return { item: null, name, base: below === null ? textAt(text, divisor.tree.span) : survey.keyOf(below.line) }
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
  if (areShares || (bases.size === 1 && !bases.has(null))) return []
  const keys = rates.map(({ name }) => name).join(' and ')
  return [
    {
      kind: 'per cent',
      rule: 'added',
      sentence: `${line.label} ${aggregate && tree.name === 'mean' ? 'averages' : 'adds up'} the per cents ${keys}, which are of different bases. Add up the amounts first, and divide those.`,
    },
  ]
}

export const shapeDoubts = (shape: Shape): readonly Doubt[] =>
  [addedToItself, powersOfTen, countedTwice, percentsAdded, ratiosSummed, rateAddedToCount].flatMap((look) =>
    look(shape),
  )
