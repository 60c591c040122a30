// Slips that a formula's own shape shows, whatever the numbers: lags that no year has, windows of three or five quarters, quarters that do not
// match, powers of ten that no scale asks for, a line counted twice, a per cent of one base added to one of another.

import type { LineItem } from '#model/lineItem.ts'
import type { Tree } from '#formula/tree.ts'
import { textAt } from '#base/span.ts'
import { referencesOf } from '#formula/references.ts'
import { isFraction, scaleExponents } from '#model/unit.ts'
import { finding, type Finding, type FindingKind } from './finding.ts'
import { isRuleOf, isShare, isTakenOff } from './lineWords.ts'
import type { Survey } from './survey.ts'
import { allParts, factorsOf, lookOf, termsOf } from './terms.ts'

/** A doubt about a formula, before it has a place. */
export type Doubt = {
  readonly kind: FindingKind
  readonly rule: string
  readonly sentence: string
  readonly severity?: 'remark'
  /** What the formula would read without it. */
  readonly instead?: string
}

export type Shape = { readonly survey: Survey; readonly line: LineItem; readonly text: string; readonly tree: Tree }

const isOddLag = (quarters: number): boolean => ![0, -1, 1].includes(quarters) && quarters % 4 !== 0

const numberAround = (text: string, quarters: number): readonly string[] =>
  [quarters - 1, quarters + 1]
    .filter((each) => !isOddLag(each) && each < 0)
    .map((each) => text.replace(String(quarters), String(each)))

const oddLags = ({ line, text, tree }: Shape): readonly Doubt[] => {
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
    const [near] = numberAround(own, part.quarters)
    const instead = near === undefined ? null : text.slice(0, part.span.start) + near + text.slice(part.span.end)
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
    const isOdd =
      part.name === 'sum'
        ? length % 4 !== 0 && length !== 2
        : part.name === 'mean' && !isBalance && [3, 5, 7].includes(length)
    const isLate =
      length % 4 === 0 && part.window.to.lag !== 0 && part.window.to.lag % 4 !== 0 && part.window.to.lag > -4
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
export const otherQuarters = ({ survey, line, text, tree }: Shape): readonly Doubt[] => {
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
    if (!isOdd || (others.length > 0 && !isDivisor(tree, part))) return []
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

/** Whether a part divides what is no growth of the same line: `(sales - plan) / abs(plan[-1])`. */
const isDivisor = (tree: Tree, part: Tree): boolean => {
  const factors = factorsOf(tree)
  const divisor = factors.find(({ tree: factor, divides }) => divides && allParts(factor).includes(part))
  const above = factors.filter(({ divides }) => !divides)
  const lines = new Set(above.flatMap(({ tree: factor }) => referencesOf(factor).map(({ line }) => line)))
  return divisor !== undefined && lines.size > 1
}

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
        kind: (isFraction(item.unit) ? 'per cent' : 'sign') as FindingKind,
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
  [oddLags, oddWindows, otherQuarters, addedToItself, powersOfTen, countedTwice, percentsAdded].flatMap((look) =>
    look(shape),
  )

/** A doubt where its formula is. */
export const doubtFinding = ({ survey, line, text }: Shape, scenario: string, doubt: Doubt): Finding =>
  finding({
    kind: doubt.kind,
    rule: doubt.rule,
    severity: doubt.severity ?? 'warning',
    place: { scenario, line: line.id, quarter: null },
    sentence: doubt.sentence,
    about: text,
    mending:
      doubt.instead === undefined || survey.read(doubt.instead) === null
        ? null
        : {
            by: 'edits',
            words: `Change the formula to ${doubt.instead}`,
            edits: [{ kind: 'formula', scenario, line: line.id, formula: doubt.instead }],
          },
  })
