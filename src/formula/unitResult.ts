// A formula as a whole against the unit and kind of its line.

import { textAt } from '#base/span.ts'
import type { LineItem } from '#model/lineItem.ts'
import { anything, clashOf, isAmount, isFractionSort, measureOf, plain, product, type Measure } from './measure.ts'
import { saysPerCent, saysScale, unitAdvice } from './lineAdvice.ts'
import { conversion, measureName, measurePhrase } from './measureWords.ts'
import { termsOf, type Reading, type Sense } from './sense.ts'
import type { Tree } from './tree.ts'
import { isSumOverQuarters } from './unitCall.ts'
import { factorText, lookedAt, quoted, type FormulaWarning } from './unitWarning.ts'

const isPerCent = ({ line: { unit } }: Reading): boolean => unit.kind === 'percent' || unit.kind === 'points'

/** The Excel hand's slip: a fraction times 100 on a line whose per cents are kept as fractions. */
const hundredfold = (reading: Reading, measureOfPart: (tree: Tree) => Measure): FormulaWarning | null => {
  const { tree, text } = reading
  if (!isPerCent(reading) || tree.kind !== 'chain') return null
  const factors = [{ operator: '*' as const, operand: tree.first }, ...tree.rest]
  const at = factors.findIndex(
    ({ operator, operand }) => operator === '*' && operand.kind === 'number' && [100, 10_000].includes(operand.value),
  )
  if (at === -1) return null
  let rest: Measure = anything
  for (const [index, { operator, operand }] of factors.entries()) {
    if (operator === '+' || operator === '-') return null
    if (index !== at) rest = product(rest, measureOfPart(operand), operator)
  }
  if (rest.kind !== 'plain' || !isFractionSort(rest.sort) || rest.scale !== 0) return null
  const hundred = factors[at]?.operand
  const before = factors[at - 1]?.operand
  const after = factors[at + 1]
  if (hundred === undefined || (before === undefined && after?.operator !== '*')) return null
  const cut =
    before === undefined
      ? { start: hundred.span.start, end: after?.operand.span.start ?? hundred.span.end }
      : { start: before.span.end, end: hundred.span.end }
  const suggestion = text.slice(tree.span.start, cut.start) + text.slice(cut.end, tree.span.end)
  return {
    kind: 'unit',
    span: tree.span,
    sentence: `Per cents are kept as fractions: 0.345 is shown as 34.5, so the line would show a number ${textAt(text, hundred.span)} times too large. Write ${suggestion}.`,
    suggestion,
  }
}

/** What to do about a result that is not in the line's unit, where nothing can be suggested. */
const advice = (measure: Measure, expected: Measure, line: LineItem): string => {
  const orElse = 'or give the line another unit.'
  if (measure.kind === 'money' && expected.kind === 'money') {
    if (isAmount(measure)) return 'Convert it by a line with the rate of exchange.'
    return isAmount(expected) && measure.powers.size === 1
      ? 'Multiply money by a per cent, a ratio or a count, not by money.'
      : 'Turn the rate of exchange round: multiply where it divides, divide where it multiplies.'
  }
  if (expected.kind === 'money' && measure.kind === 'plain' && isFractionSort(measure.sort))
    return saysPerCent(line)
      ? `Make the line a per cent, or multiply it by an amount in ${measureName(expected)}.`
      : `Multiply it by an amount in ${measureName(expected)}, ${orElse}`
  if (expected.kind === 'plain' && measure.kind === 'money' && isFractionSort(expected.sort))
    return isAmount(measure)
      ? `Divide it by an amount in ${measureName(measure)}, ${orElse}`
      : `Divide money by money of the same currency, ${orElse}`
  return `Check the formula, ${orElse}`
}

/** The count that a factor is, in whatever quarter. */
const countIn = ({ lines }: Reading, tree: Tree): LineItem | null => {
  const own = tree.kind === 'lag' || tree.kind === 'at' ? tree.of : tree
  const item = own.kind === 'line' ? lines.get(own.line) : undefined
  return item?.unit.kind === 'count' ? item : null
}

/**
 * Money of thousands or more times or by counts, held against a line in thousands or more. A count may be in millions where the price is in
 * single units; beside a price in thousands it counts single ones, unless its name says otherwise.
 */
const scaleBesideCount = (reading: Reading, measureOfPart: (tree: Tree) => Measure): FormulaWarning | null => {
  const { tree, line } = reading
  const expected = measureOf(line.unit)
  if (tree.kind !== 'chain' || expected.kind !== 'money' || expected.scale === 0) return null
  const factors = [{ operator: '*' as const, operand: tree.first }, ...tree.rest]
  const counts = factors.flatMap(({ operand }) => countIn(reading, operand) ?? [])
  const [counted] = counts
  if (counted === undefined || counts.some(saysScale)) return null
  let measure: Measure | null = null
  for (const { operator, operand } of factors) {
    if (operator === '+' || operator === '-') return null
    const part = countIn(reading, operand) === null ? measureOfPart(operand) : plain('count', 0)
    if (part.kind === 'money' && part.scale === 0) return null
    measure = measure === null ? part : product(measure, part, operator)
  }
  if (measure === null) return null
  if (clashOf(measure, expected) !== 'scale') return null
  const suggestion = factorText(reading, tree) + (conversion(measure, expected, reading.lines) ?? '')
  return {
    kind: 'unit',
    span: tree.span,
    sentence: `The formula comes to ${measureName(measure)} where “${counted.key}” counts single ones, but “${line.key}” ${measurePhrase(expected)}. Write ${suggestion}.`,
    suggestion,
  }
}

const otherUnit = (reading: Reading, measure: Measure): FormulaWarning | null => {
  const { tree, line, lines } = reading
  const expected = measureOf(line.unit)
  const clash = clashOf(measure, expected)
  if (clash === null) return null
  const step = clash === 'sort' ? null : conversion(measure, expected, lines)
  const suggestion = step === null ? null : factorText(reading, tree) + step
  const whatToDo = suggestion === null ? advice(measure, expected, line) : `Write ${suggestion}.`
  const what =
    clash === 'scale' && measure.kind === 'plain'
      ? 'The formula divides money of different scales.'
      : `The formula comes to ${measureName(measure)}, but “${line.key}” ${measurePhrase(expected)}.`
  const change = suggestion === null && whatToDo.includes('the line') ? unitAdvice(measure, line) : undefined
  return {
    ...{ kind: 'unit', span: tree.span, sentence: `${what} ${whatToDo}`, suggestion },
    ...(change === undefined ? {} : { change }),
  }
}

/** The balance that a flow adds up as it stands in this very quarter, or null. A sum over quarters is a balance too. */
const balanceNow = ({ tree }: Reading, sense: Sense): Tree | null => {
  const terms = termsOf({ tree, sense })
  // Less another balance it may be a flow: what is left of a year's target, for instance.
  if (terms.some(({ accrual, isTaken }) => accrual === 'balance' && isTaken)) return null
  const now = terms.find(
    ({ tree: each, accrual }) => accrual === 'balance' && (each.kind === 'line' || isSumOverQuarters(each)),
  )
  return now?.tree ?? null
}

/** A flow that is a fraction of its year's whole adds up, and so does what is computed from one. */
const readsFlowOfFractions = ({ references, lines }: Reading): boolean =>
  references.some((reference) => {
    const line = lines.get(reference.line)
    return line?.kind === 'flow' && isFractionSort(line.unit.kind)
  })

const otherKind = (reading: Reading, sense: Sense): FormulaWarning | null => {
  const { tree, line } = reading
  if (line.kind !== 'flow') return null
  const { measure, accrual } = sense
  const isRate = accrual === 'rate' && measure.kind === 'plain' && isFractionSort(measure.sort)
  if (isRate && (line.unit.kind === 'percent' || line.unit.kind === 'ratio') && !readsFlowOfFractions(reading))
    return {
      kind: 'kind',
      span: tree.span,
      sentence: `“${line.key}” is a flow, so its year adds up four quarters, but the formula comes to ${measureName(measure)}. Make the line a rate.`,
      suggestion: null,
      change: { kind: 'rate' },
    }
  const balance = balanceNow(reading, sense)
  if (balance === null) return null
  const text = textAt(reading.text, balance.span)
  const isLine = balance.kind === 'line'
  const what = isLine ? 'is a balance' : 'adds up quarters already'
  const orChange = isLine ? `, or take the change: ${text} - ${lookedAt(reading, balance, '-1')}` : ''
  return {
    kind: 'kind',
    span: balance.span,
    sentence: `${quoted(reading, balance)} ${what}, but “${line.key}” is a flow, whose year adds up four quarters of it. Make the line a balance${orChange}.`,
    suggestion: null,
    change: { kind: 'balance' },
  }
}

/** What is doubtful of the formula as a whole: one thing at most. */
export const resultWarning = (
  reading: Reading,
  sense: Sense,
  measureOfPart: (tree: Tree) => Measure,
): FormulaWarning | null =>
  hundredfold(reading, measureOfPart) ??
  otherUnit(reading, sense.measure) ??
  scaleBesideCount(reading, measureOfPart) ??
  otherKind(reading, sense)
