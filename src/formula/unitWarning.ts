// What is said of units and kinds that do not go together: the characters, a sentence that says what to do, and text to put
// in their place where there is one.

import { spanAround, textAt } from '#base/span.ts'
import type { LineItem } from '#model/lineItem.ts'
import { accrualOf } from './accrual.ts'
import type { FormulaProblem } from './formulaProblem.ts'
import { isFractionSort, type Clash, type Measure } from './measure.ts'
import { conversion, measurePhrase } from './measureWords.ts'
import type { Part, Reading } from './sense.ts'
import type { Call, Tree } from './tree.ts'

/** Shaped like a FormulaProblem, but it keeps nobody from anything. */
export type FormulaWarning = FormulaProblem & {
  readonly kind: 'unit' | 'kind'
  /** What to make of the line, where that is the advice rather than another text. */
  readonly change?: LineAdvice
}

/** Another kind; or another unit, with the kind and the digits that go with it. */
export type LineAdvice =
  Pick<LineItem, 'kind'> | (Pick<LineItem, 'unit'> & Partial<Pick<LineItem, 'kind' | 'decimals'>>)

/** How expressions stand together: as terms of a sum, in a comparison, or as alternatives. */
export type Together = 'sum' | 'comparison' | 'choice'

const longestQuote = 48

/** An expression's text in quotes, cut where it is long. */
export const quoted = ({ text }: Reading, tree: Tree): string => {
  const own = textAt(text, tree.span)
  return `“${own.length <= longestQuote ? own : `${own.slice(0, longestQuote - 1)}…`}”`
}

/** Whether the text of a tree would come apart if it were multiplied. */
const needsParentheses = (tree: Tree): boolean => {
  switch (tree.kind) {
    case 'chain':
      return tree.span.start === tree.first.span.start && ['+', '-'].includes(tree.rest[0]?.operator ?? '')
    case 'comparison':
      return tree.span.start === tree.first.span.start
    case 'choice':
      return tree.span.start === tree.condition.span.start
    case 'and':
    case 'or':
      return tree.span.start === tree.operands[0]?.span.start
    default:
      return tree.kind === 'not'
  }
}

/** The text of an expression, ready to be multiplied or divided. */
export const factorText = ({ text }: Reading, tree: Tree): string => {
  const own = textAt(text, tree.span)
  return needsParentheses(tree) ? `(${own})` : own
}

/** The text of an expression looked at in other quarters: `cash[-3:0]`, `(cash - debt)[-4]`. */
export const lookedAt = ({ text }: Reading, tree: Tree, quarters: string): string => {
  const own = textAt(text, tree.span)
  return `${tree.kind === 'line' || own.startsWith('(') ? own : `(${own})`}[${quarters}]`
}

/** A replacement that is a sum or a quotient: bare where it is the whole formula, else in parentheses. */
const inPlaceOf = (reading: Reading, tree: Tree, text: string): string => (tree === reading.tree ? text : `(${text})`)

const saidOf = (reading: Reading, { tree, sense }: Part): string =>
  `${quoted(reading, tree)} ${measurePhrase(sense.measure)}`

/** The slip of growing an amount by adding its growth: `revenue + growth`. */
const grownByAdding = (reading: Reading, sum: Tree, first: Part, second: Part): FormulaWarning | null => {
  const operator = sum.kind === 'chain' && sum.rest.length === 1 ? sum.rest[0]?.operator : undefined
  const [amount, growth] = first.sense.measure.kind === 'money' || operator === '-' ? [first, second] : [second, first]
  const { measure } = growth.sense
  if (operator === undefined || amount.sense.measure.kind !== 'money') return null
  if (measure.kind !== 'plain' || !isFractionSort(measure.sort)) return null
  const instead = `${factorText(reading, amount.tree)} * (1 ${operator} ${textAt(reading.text, growth.tree.span)})`
  return {
    kind: 'unit',
    span: spanAround(first.tree.span, second.tree.span),
    sentence: `${saidOf(reading, first)} and ${saidOf(reading, second)}: they do not add up. To change the one by the other, write ${instead}.`,
    suggestion: instead,
  }
}

const apart: Record<Together, string> = {
  sum: 'they do not add up',
  comparison: 'they cannot be compared',
  choice: 'one cannot stand in for the other',
}

const advice: Record<Clash, string> = {
  sort: 'Take expressions of one unit.',
  currency: 'Convert one of them by a line with the rate of exchange.',
  scale: 'Bring both to one scale.',
}

/** Two expressions of the `whole` that do not go together; `odd` is the one that does not fit the rest. */
export const mismatch = (
  reading: Reading,
  together: Together,
  clash: Clash,
  { fitting, odd, whole }: { readonly fitting: Part; readonly odd: Part; readonly whole: Tree },
): FormulaWarning => {
  const isInOrder = fitting.tree.span.start < odd.tree.span.start
  const [first, second] = isInOrder ? [fitting, odd] : [odd, fitting]
  const grown = together === 'sum' ? grownByAdding(reading, whole, first, second) : null
  if (grown !== null) return grown
  const step = clash === 'sort' ? null : conversion(odd.sense.measure, fitting.sense.measure, reading.lines)
  const suggestion = step === null ? null : factorText(reading, odd.tree) + step
  const whatToDo = suggestion === null ? advice[clash] : `Write ${suggestion}.`
  const what =
    odd.sense.measure.kind === 'plain' && clash === 'scale'
      ? `${quoted(reading, odd.tree)} divides money of different scales.`
      : `${saidOf(reading, first)} and ${saidOf(reading, second)}: ${apart[together]}.`
  return { kind: 'unit', span: odd.tree.span, sentence: `${what} ${whatToDo}`, suggestion }
}

const quotientForm = /^\s*=?\s*([a-z][a-z0-9_]*)\s*\/\s*([a-z][a-z0-9_]*)\s*$/
const growthForm = /^\s*=?\s*yoy\(\s*([a-z][a-z0-9_]*)\s*\)\s*$/

/** A per cent's year out of the sums of the flows it is made of: `ttm(capex) / ttm(revenue)`. */
const yearlyText = ({ text, lines }: Reading, of: Tree): { readonly verb: string; readonly instead: string } | null => {
  const formula = of.kind === 'line' ? (lines.get(of.line)?.formula ?? '') : textAt(text, of.span)
  const [, ...keys] = quotientForm.exec(formula) ?? growthForm.exec(formula) ?? []
  const [first = '', second] = keys
  const flows = [...lines.values()].filter((line) => keys.includes(line.key) && accrualOf(line) === 'flow')
  if (flows.length === 0 || flows.length < new Set(keys).size) return null
  return second === undefined
    ? { verb: 'Let the sum grow instead', instead: `yoy(ttm(${first}))` }
    : { verb: 'Divide the sums instead', instead: `ttm(${first}) / ttm(${second})` }
}

/** How many quarters a sum adds up; null where that differs from quarter to quarter. */
export const quartersAddedUp = ({ name, window }: Call): number | null => {
  if (window === null) return name === 'ttm' ? 4 : null
  return 'lag' in window.from && 'lag' in window.to ? window.to.lag - window.from.lag + 1 : null
}

const sortOf = (measure: Measure): string =>
  measure.kind === 'plain' && measure.sort === 'percent' ? 'per cent' : 'ratio'

/** A sum over quarters of what does not add up. */
export const addingUp = (reading: Reading, call: Call, of: Part): FormulaWarning => {
  const { measure, accrual } = of.sense
  const own = textAt(reading.text, of.tree.span)
  const isFraction = measure.kind === 'plain' && isFractionSort(measure.sort)
  const mean =
    call.window !== null
      ? textAt(reading.text, call.span).replace(call.name, 'mean')
      : call.name === 'ttm'
        ? `mean(${lookedAt(reading, of.tree, '-3:0')})`
        : null
  const common = { kind: 'kind', span: call.span, suggestion: mean } as const
  if (accrual === 'balance')
    return {
      ...common,
      sentence: `${quoted(reading, of.tree)} is a balance: adding it up over quarters counts the same again and again. Take ${own} itself${mean === null ? '' : `, or its mean: ${mean}`}.`,
      suggestion: mean ?? own,
    }
  const yearly = isFraction && quartersAddedUp(call) === 4 ? yearlyText(reading, of.tree) : null
  if (yearly !== null)
    return {
      ...common,
      sentence: `${saidOf(reading, of)}: adding it up over quarters gives no year’s ${sortOf(measure)}. ${yearly.verb}: ${yearly.instead}.`,
      suggestion: inPlaceOf(reading, call, yearly.instead),
    }
  const what = isFraction ? saidOf(reading, of) : `${quoted(reading, of.tree)} is a rate`
  return {
    ...common,
    sentence: `${what}: it does not add up over quarters. Add up what it is made of first${mean === null ? '' : `, or take its mean: ${mean}`}.`,
  }
}

/** The growth of a per cent. */
export const growing = (reading: Reading, call: Call, of: Part): FormulaWarning => {
  const quarters = call.name === 'qoq' ? 1 : 4 * (call.whole ?? 1)
  const instead = `${textAt(reading.text, of.tree.span)} - ${lookedAt(reading, of.tree, `-${quarters}`)}`
  return {
    kind: 'unit',
    span: call.span,
    sentence: `${saidOf(reading, of)}, and the growth of a per cent is rarely meant. Its change in points is ${instead}.`,
    suggestion: inPlaceOf(reading, call, instead),
  }
}

/** Single quarters out of a per cent for the year to date. */
export const singleQuarters = (reading: Reading, call: Call, of: Part): FormulaWarning => ({
  kind: 'kind',
  span: call.span,
  sentence: `${saidOf(reading, of)}: its change within the year is no quarter’s ${sortOf(of.sense.measure)}. Take single quarters of what it is made of, and divide those.`,
  suggestion: null,
})
