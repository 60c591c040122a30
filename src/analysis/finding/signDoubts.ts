// Signs in formulas that speak against what the lines are called and what their values are: a cost added to a profit, a growth taken off, a part
// subtracted from its total. Only values of the usual sign count: where costs are kept as negative numbers, adding them is right.

import type { LineItem } from '#model/lineItem.ts'
import type { Tree } from '#formula/tree.ts'
import { known, middle } from './series.ts'
import type { Doubt, Shape } from './doubt.ts'
import type { Survey } from './survey.ts'
import { allParts, factorsOf, lookOf, termsOf, type Term } from './terms.ts'
import { variantsOf } from './variant.ts'
import * as words from './lineWords.ts'

type Named = Term & { readonly item: LineItem; readonly lag: number }

/** What a line is mostly worth: positive, negative or neither. */
const usualSign = (survey: Survey, item: LineItem): number => {
  const values = survey.byId.get(item.id)?.values
  const constant = item.kind === 'constant' ? survey.results.constantOf(survey.base, item.id) : NaN
  return Math.sign(values === undefined || item.kind === 'constant' ? constant : middle(known(values)))
}

/** The terms that are one line each, or one line times rates. */
const named = (survey: Survey, tree: Tree): readonly Named[] =>
  termsOf(tree).flatMap((term) => {
    const look = lookOf(term.tree)
    const item = look === null ? undefined : survey.itemOf(look.line)
    return look === null || item === undefined ? [] : [{ ...term, item, lag: look.lag }]
  })

/** The terms that are a share of what fades: `ttm(churned) / customers[-4]`. */
const ledBy = (survey: Survey, tree: Tree): readonly Named[] =>
  termsOf(tree).flatMap((term) => {
    const above = factorsOf(term.tree).filter(({ divides, tree: factor }) => !divides && factor.kind !== 'number')
    const [only] = above
    if (only === undefined || above.length > 1 || lookOf(term.tree) !== null) return []
    const lead = only.tree.kind === 'call' && only.tree.expressions.length === 1 ? only.tree.expressions[0] : only.tree
    const look = lead === undefined ? null : lookOf(lead)
    const item = look === null ? undefined : survey.itemOf(look.line)
    return look === null || item === undefined || !words.fades(item) ? [] : [{ ...term, item, lag: look.lag }]
  })

/** Why taking off a line that is kept below zero is odd, or null: it adds what was to be taken off. */
const oddNegative = (line: LineItem, { item, sign, lag }: Named): string | null => {
  if (lag !== 0 || sign === 1 || !words.isEarning(line) || words.addsBackDepreciation(line)) return null
  return words.isCost(item) || words.isOthers(item) ? 'takes off, and so adds,' : null
}

/** The change of a balance in a cash flow: what more is tied up comes off, what more is owed is added. */
const oddChange = (line: LineItem, { item, sign, lag }: Named, terms: readonly Named[]): string | null => {
  const before = terms.find((each) => each.item.id === item.id && each.lag === -1 && each.sign !== sign)
  if (lag !== 0 || before === undefined || !words.isCashFlow(line)) return null
  if (sign === 1 && words.tiesUpCash(item)) return 'adds the growth of'
  return sign === -1 && words.isOwed(item) ? 'takes off the growth of' : null
}

/** Why a term's sign is odd in a sum that a line is, or null. */
const oddTerm = (line: LineItem, term: Named, terms: readonly Named[], isRoll: boolean): string | null => {
  const { item, sign } = term
  const change = oddChange(line, term, terms)
  if (change !== null) return change
  if (words.isChange(line) || words.isChange(item) || term.lag !== 0) return null
  if (isRoll) {
    if (sign === -1 && words.comesIn(item) && !words.goesOut(item) && !words.isCost(line) && !/cash/.test(line.key))
      return 'takes off what comes in,'
    return sign === 1 && words.goesOut(item) && !words.comesIn(item) ? 'adds what goes out,' : null
  }
  if (words.isNet(line) && sign === 1 && (words.goesOut(item) || (/debt/.test(line.key) && /cash/.test(item.key))))
    return 'adds what it is net of,'
  if (words.isNet(line) && sign === -1 && words.comesIn(item) && !words.goesOut(item) && !words.isCost(item))
    return words.isEarning(line) || words.isCost(line) ? null : 'takes off what comes in,'
  if (words.isEarning(line)) {
    if (sign === 1 && words.isOthers(item) && !words.isCashFlow(line) && !words.isTotal(line))
      return 'adds what belongs to others,'
    if (sign === -1 && words.addsBackDepreciation(line) && words.isDepreciation(item))
      return 'takes off what is to be added back,'
    if (sign === 1 && words.isCost(item) && !(words.addsBackDepreciation(line) && words.isDepreciation(item)))
      return 'adds a cost,'
    if (
      sign === -1 &&
      (words.isEarning(item) || /revenue|sales\b/.test(item.key)) &&
      !words.isCost(item) &&
      !words.isTakenOff(item) &&
      (!words.isRest(line) || words.isNetEarning(line))
    )
      return 'takes off an income,'
    return null
  }
  if (words.isRest(line)) return null
  const isPlain = terms.every((each) => each.lag === 0 && !words.isWhole(each.item) && !words.isTakenOff(each.item))
  const areAdded = terms.filter((each) => each.sign === 1).length
  if (sign === -1 && isPlain && words.isWhole(line) && (words.isCost(line) || !words.isCost(item)))
    return 'takes off one of its parts,'
  if (sign === -1 && isPlain && words.isCost(line) && words.isCost(item) && areAdded > 1)
    return 'takes off one of its parts,'
  const areAlike = words.sharedTokens(terms.map((each) => each.item.key)).length > 0 && terms.length > 1
  if (
    sign === -1 &&
    (words.isCost(line) ? words.isCost(item) : words.isTotal(line) || /revenue|sales\b/.test(line.key)) &&
    areAlike &&
    !words.isTakenOff(item)
  )
    return 'takes off one of its parts,'
  return null
}

const flipped = (shape: Shape, tree: Tree, at: Term): string | undefined => {
  const variants = variantsOf(shape.text, tree, []).filter(({ slip }) => slip === 'sign')
  return variants.find(({ text }) => {
    const read = shape.survey.read(text)
    const turned = read === null ? [] : termsOf(read.tree)
    return turned.some((term) => term.tree.span.start === at.tree.span.start && term.sign !== at.sign)
  })?.text
}

const oddSigns = (shape: Shape): readonly Doubt[] => {
  const { survey, line, tree } = shape
  if (line.unit.kind === 'percent' || line.unit.kind === 'points' || line.tolerance !== null) return []
  const terms = named(survey, tree)
  const isRoll = terms.some(({ item, lag, sign }) => item.id === line.id && lag === -1 && sign === 1)
  return terms.flatMap((term) => {
    const usual = usualSign(survey, term.item)
    const why = usual === 1 ? oddTerm(line, term, terms, isRoll) : usual === -1 ? oddNegative(line, term) : null
    const instead = why === null ? undefined : flipped(shape, tree, term)
    return why === null
      ? []
      : [
          {
            kind: 'sign' as const,
            rule: `term ${term.item.key}`,
            sentence: `${line.label} ${why} ${term.item.key}, whose numbers are ${usual === 1 ? 'positive' : 'below zero'}. Is the sign right?`,
            ...(instead === undefined ? {} : { instead }),
          },
        ]
  })
}

/** `1 - growth`, `1 + churn`, a margin less its gain: the sign of a rate. */
const oddRates = (shape: Shape): readonly Doubt[] => {
  const { survey, line, tree } = shape
  return allParts(tree).flatMap((part) => {
    if (part.kind !== 'chain' || !part.rest.some(({ operator }) => operator === '+' || operator === '-')) return []
    const terms = termsOf(part)
    const isFromOne = terms.some(({ tree: term }) => term.kind === 'number' && term.value === 1)
    const isRateLine = part === tree && (line.unit.kind === 'percent' || line.unit.kind === 'points')
    if ((!isFromOne && !isRateLine) || words.isChange(line)) return []
    return [...named(survey, part), ...(isFromOne ? ledBy(survey, part) : [])].flatMap((term) => {
      const { item, sign } = term
      if (item.id === line.id || usualSign(survey, item) < 0) return []
      const isOdd =
        (sign === -1 && words.grows(item) && !words.fades(item)) ||
        (sign === 1 && words.fades(item) && !words.fades(line)) ||
        (sign === 1 && isFromOne && words.isMarginLike(item) && terms.length === 2)
      const isSpread = isRateLine && !isFromOne && words.grows(line) && !item.driver
      if (!isOdd || isSpread) return []
      const instead = flipped(shape, part, term)
      return [
        {
          kind: 'sign' as const,
          rule: `rate ${item.key}`,
          sentence: `${line.label} ${sign === 1 ? 'adds' : 'takes off'} ${item.key}, which by its name is to be ${sign === 1 ? 'taken off' : 'added'}. Is the sign right?`,
          ...(instead === undefined ? {} : { instead }),
        },
      ]
    })
  })
}

/** A growth held against another quarter than the name says. */
const oddGrowth = ({ line, text, tree }: Shape): readonly Doubt[] => {
  if (!words.isYearOnYear(line) && !words.isQuarterOnQuarter(line)) return []
  const isYear = words.isYearOnYear(line)
  const right = isYear ? 'yoy' : 'qoq'
  const call = allParts(tree).find((part) => part.kind === 'call' && (part.name === 'yoy' || part.name === 'qoq'))
  const isQuotient =
    tree.kind === 'chain' &&
    allParts(tree).some((part) => part.kind === 'chain' && part.rest.some(({ operator }) => operator === '/'))
  const lag = isQuotient ? allParts(tree).find((part) => part.kind === 'lag') : undefined
  const isWrongCall = call?.kind === 'call' && call.name !== right
  const isWrongLag = lag?.kind === 'lag' && lag.quarters !== (isYear ? -4 : -1)
  if (!isWrongCall && !isWrongLag) return []
  return [
    {
      kind: 'lag',
      rule: 'growth',
      sentence: `${line.label} is growth ${isYear ? 'over a year' : 'over a quarter'} by its name, but ${text} looks at another quarter.`,
      ...(isWrongCall ? { instead: text.replace(call.name, right) } : {}),
    },
  ]
}

export const signDoubts = (shape: Shape): readonly Doubt[] => [
  ...oddSigns(shape),
  ...oddRates(shape),
  ...oddGrowth(shape),
]
