// Doubts about what a formula adds up and multiplies, whatever the numbers: powers of ten that no scale asks for, a line counted twice, a per
// cent of one base added to one of another.

import { textAt } from '#base/span.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isFraction, scaleExponents } from '#model/unit.ts'
import type { Doubt, Shape } from './doubt.ts'
import { isRuleOf, isShare, isTakenOff } from './lineWords.ts'
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

/** Per cents of different bases added up, as if they were parts of one whole. */
const percentsAdded = ({ survey, line, tree }: Shape): readonly Doubt[] => {
  const aggregate =
    tree.kind === 'call' && tree.window === null && ['sum', 'mean'].includes(tree.name) && tree.expressions.length > 1
  const parts = aggregate ? tree.expressions.map((each) => ({ sign: 1 as const, tree: each })) : termsOf(tree)
  const items = parts.flatMap(({ sign, tree: term }) => {
    const look = lookOf(term)
    const item = look === null ? undefined : survey.itemOf(look.line)
    return sign === 1 && look?.lag === 0 && item?.unit.kind === 'percent' && item.kind !== 'constant' ? [item] : []
  })
  if (items.length < 2 || items.length < parts.length || items.some(isTakenOff) || isRuleOf(line)) return []
  const bases = new Set(items.map((item) => baseOfPercent(survey, item)))
  const areParts = items.every((item) => isShare(item)) || (bases.size === 1 && !bases.has(null))
  if (areParts) return []
  const keys = items.map(({ key }) => key).join(' and ')
  return [
    {
      kind: 'per cent',
      rule: 'added',
      sentence: `${line.label} ${aggregate && tree.name === 'mean' ? 'averages' : 'adds up'} the per cents ${keys}, which are of different bases. Add up the amounts first, and divide those.`,
    },
  ]
}

export const shapeDoubts = (shape: Shape): readonly Doubt[] =>
  [addedToItself, powersOfTen, countedTwice, percentsAdded].flatMap((look) => look(shape))
