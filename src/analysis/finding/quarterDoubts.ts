// Doubts about the quarters a formula looks at: lags that no year has, windows of three or five quarters, a quarter beside the row's own.

import { textAt } from '#base/span.ts'
import { referencesOf } from '#formula/references.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import { annualGrowth } from './annualGrowth.ts'
import type { Doubt, Shape } from './doubt.ts'
import { withLag } from './lag.ts'
import type { Survey } from './survey.ts'
import { allParts, factorsOf, lookOf, termsOf } from './terms.ts'

const isOddLag = (quarters: number): boolean => ![0, -1, 1].includes(quarters) && quarters % 4 !== 0

/** The number of quarters beside an odd one that is the quarter before or a whole year. */
const nearestPlain = (quarters: number): number | undefined =>
  [quarters - 1, quarters + 1].find((each) => !isOddLag(each) && each < 0)

/** A constant looked at in another quarter: it is the same there, and missing before the first. */
const laggedConstants = ({ survey, line, text, tree }: Shape): readonly Doubt[] =>
  allParts(tree).flatMap((part) => {
    const look = part.kind === 'lag' ? lookOf(part) : null
    const item = look === null ? undefined : survey.itemOf(look.line)
    if (item?.kind !== 'constant') return []
    return [
      {
        kind: 'lag' as const,
        rule: `constant ${item.key}`,
        sentence: `${line.label}: ${textAt(text, part.span)} looks at another quarter of ${item.key}, which has one number for all. Was the lag meant for something else?`,
        instead: text.slice(0, part.span.start) + item.key + text.slice(part.span.end),
      },
    ]
  })

const oddLags = ({ line, text, tree }: Shape): readonly Doubt[] => {
  // Who asks which quarter it is may look back as far as that quarter needs.
  if (allParts(tree).some((part) => part.kind === 'calendar' && part.name === 'fiscal_quarter')) return []
  const lags = allParts(tree).filter((part) => part.kind === 'lag')
  const seen = new Set(lags.map(({ quarters }) => quarters))
  // A run of lags, [-1] to [-3], is a year written out.
  const isRun = seen.has(-1) && seen.has(-2) && seen.has(-3)
  return lags.flatMap((part) => {
    const own = textAt(text, part.span)
    if (part.quarters > 0)
      return [
        {
          kind: 'lag' as const,
          rule: `ahead ${own}`,
          sentence: `${line.label} looks ahead: ${own} is not known yet in its own quarter.`,
        },
      ]
    if (!isOddLag(part.quarters) || isRun) return []
    const plain = nearestPlain(part.quarters)
    const instead = plain === undefined ? null : withLag(text, part, plain)
    const near = instead?.slice(part.span.start, part.span.end + instead.length - text.length)
    return [
      {
        kind: 'lag' as const,
        rule: `odd ${own}`,
        sentence: `${line.label}: ${own} looks ${-part.quarters} quarters back, which is neither the quarter before nor a year.${near === undefined ? '' : ` Is ${near} meant?`}`,
        ...(instead === null ? {} : { instead }),
      },
    ]
  })
}

const oddWindows = ({ survey, line, text, tree }: Shape): readonly Doubt[] =>
  allParts(tree).flatMap((part) => {
    if (part.kind !== 'call' || part.window === null || !('lag' in part.window.from) || !('lag' in part.window.to))
      return []
    const length = part.window.to.lag - part.window.from.lag + 1
    const of = part.expressions[0]
    const isBalance = of?.kind === 'line' && survey.itemOf(of.line)?.kind === 'balance'
    // What a line goes on from is its own past, and ends before its own quarter.
    const isOwn = allParts(part).some((each) => each.kind === 'line' && each.line === line.id)
    const isOdd =
      part.name === 'sum'
        ? length % 4 !== 0 && length !== 2
        : part.name === 'mean' && !isBalance && [3, 5, 7].includes(length)
    const isLate =
      !isOwn && (length % 4 === 0 || length === 2) && part.window.to.lag % 4 !== 0 && part.window.to.lag > -4
    if (!isOdd && !isLate) return []
    const own = textAt(text, part.span)
    return [
      {
        kind: 'lag' as const,
        rule: `window ${own}`,
        sentence: isOdd
          ? `${line.label}: ${own} takes ${length} quarters, and a year has four.`
          : `${line.label}: ${own} ends ${-part.window.to.lag} ${part.window.to.lag === -1 ? 'quarter' : 'quarters'} back and leaves out the row’s own quarter.`,
      },
    ]
  })

/** Whether a line speaks of one quarter, so that another quarter's number is another thing: not what stood at the quarter's start. */
const isOfItsQuarter = (survey: Survey, item: LineItem): boolean => {
  if (item.driver && item.kind !== 'constant') return true
  if (item.kind !== 'balance') return item.kind !== 'constant'
  const tree = survey.byId.get(item.id)?.formula?.tree
  return item.unit.kind === 'exchange' || (tree?.kind === 'call' && ['ttm', 'sum'].includes(tree.name))
}

/** Lines looked at a quarter early and in no other quarter: `capex / revenue[-1]`, `1 + growth[-1]`, `ttm(revenue[-1])`. */
const otherQuarters = ({ survey, line, text, tree }: Shape): readonly Doubt[] => {
  const references = referencesOf(tree)
  const balances = references.filter(({ line: id }) => survey.itemOf(id)?.kind === 'balance')
  const isOfBalances = balances.length === references.length && new Set(balances.map(({ line: id }) => id)).size > 1
  return allParts(tree).flatMap((part) => {
    const look = part.kind === 'lag' ? lookOf(part) : null
    const item = look === null ? undefined : survey.itemOf(look.line)
    if (look?.lag !== -1 || item === undefined || item.id === line.id) return []
    const others = references.filter(
      ({ line: id, span }) => id === item.id && (span.start < part.span.start || span.end > part.span.end),
    )
    const isOwn = references.some(({ line: id }) => id === line.id)
    const isOdd = isOfItsQuarter(survey, item) || (isOfBalances && !isOwn)
    if (!isOdd || (others.length > 0 && !isDivisor(tree, part)) || dividesChange(tree, part)) return []
    return [
      {
        kind: 'shift' as const,
        rule: `quarters ${item.key}`,
        sentence: `${line.label} takes ${item.key}[-1], the quarter before, and not that of its own quarter. Is that meant?`,
        instead: text.slice(0, part.span.start) + item.key + text.slice(part.span.end),
      },
    ]
  })
}

/** Whether a part divides a change over the quarter, by what the quarter before cost: `(sales - sales[-1]) / marketing[-1]`. */
const dividesChange = (tree: Tree, part: Tree): boolean => {
  const factors = factorsOf(tree)
  if (!factors.some(({ tree: factor, divides }) => divides && allParts(factor).includes(part))) return false
  return factors.some(({ tree: factor, divides }) => {
    const looks = termsOf(factor).map((term) => ({ sign: term.sign, look: lookOf(term.tree) }))
    const now = looks.find(({ sign, look }) => sign === 1 && look?.lag === 0)?.look
    return !divides && looks.some(({ sign, look }) => sign === -1 && look?.lag === -1 && look.line === now?.line)
  })
}

/** Whether a part divides what is no growth of the same line: `(sales - plan) / abs(plan[-1])`. */
const isDivisor = (tree: Tree, part: Tree): boolean => {
  const factors = factorsOf(tree)
  const divisor = factors.find(({ tree: factor, divides }) => divides && allParts(factor).includes(part))
  const above = factors.filter(({ divides }) => !divides)
  const lines = new Set(above.flatMap(({ tree: factor }) => referencesOf(factor).map(({ line }) => line)))
  return divisor !== undefined && lines.size > 1
}

export const quarterDoubts = (shape: Shape): readonly Doubt[] =>
  [laggedConstants, oddLags, oddWindows, otherQuarters, annualGrowth].flatMap((look) => look(shape))
