// Doubts about what a formula adds up and multiplies, whatever the numbers: powers of ten that no scale asks for, a line counted twice, an
// amount multiplied by what it was to be divided by.

import { textAt } from '#base/span.ts'
import type { Tree } from '#formula/tree.ts'
import { isFraction, scaleExponents } from '#model/unit.ts'
import type { Doubt, Shape } from './doubt.ts'
import { isPer } from './lineWords.ts'
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
const countedTwice = (shape: Shape): readonly Doubt[] => {
  const sums = allParts(shape.tree).filter(
    (part) => part === shape.tree || (part.kind === 'chain' && part.rest.some(({ operator }) => operator === '+')),
  )
  const found = sums.flatMap((tree) => countedTwiceIn({ ...shape, tree }))
  return found.filter(({ rule }, at) => found.findIndex((each) => each.rule === rule) === at)
}

const countedTwiceIn = ({ survey, line, tree }: Shape): readonly Doubt[] => {
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

/** A product where a quotient was meant: two amounts of money multiplied, or something `per` a count that is multiplied by it. */
const oddProducts = ({ survey, line, text, tree }: Shape): readonly Doubt[] => {
  const unitOf = (factor: Tree): string => survey.itemOf(lookOf(factor)?.line ?? '')?.unit.kind ?? ''
  return allParts(tree).flatMap((part) => {
    if (part.kind !== 'chain') return []
    const factors = factorsOf(part)
    const amounts = factors.filter(({ tree: factor }) => unitOf(factor) === 'currency')
    const times = amounts.filter(({ divides }) => !divides).length - amounts.filter(({ divides }) => divides).length
    const isOfCount = factors.some(({ tree: factor, divides }) => !divides && unitOf(factor) === 'count')
    const isPerCount = part === tree && line.unit.kind === 'currency' && (isPer(line) || line.kind === 'rate')
    const isOdd = times > 1 || (isPerCount && times === 1 && isOfCount && !factors.some(({ divides }) => divides))
    if (!isOdd) return []
    const own = textAt(text, part.span)
    return [
      {
        kind: 'fit' as const,
        rule: `product ${own}`,
        sentence:
          times > 1
            ? `${line.label}: ${own} multiplies two amounts of money. Is one to be divided by the other?`
            : `${line.label}: ${own} multiplies an amount by a count, and the line is an amount for one. Is it to be divided?`,
      },
    ]
  })
}

/** A check whose terms cancel out: `ebit - ebit`. */
const neverFails = ({ line, text, tree }: Shape): readonly Doubt[] => {
  if (line.tolerance === null) return []
  const isSize = tree.kind === 'call' && ['abs', 'round'].includes(tree.name)
  const terms = termsOf((isSize ? tree.expressions[0] : undefined) ?? tree)
  const balance = new Map<string, number>()
  for (const { sign, tree: term } of terms) {
    const own = textAt(text, term.span).replace(/[\s()]/g, '')
    balance.set(own, (balance.get(own) ?? 0) + sign)
  }
  if (terms.length < 2 || [...balance.values()].some((rest) => rest !== 0)) return []
  return [
    {
      kind: 'total',
      rule: 'never fails',
      sentence: `${line.label} can never fail: ${text} takes off what it adds, whatever the numbers. Hold one line against another.`,
    },
  ]
}

export const shapeDoubts = (shape: Shape): readonly Doubt[] =>
  [addedToItself, powersOfTen, countedTwice, oddProducts, neverFails].flatMap((look) => look(shape))
