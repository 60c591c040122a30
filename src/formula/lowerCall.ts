// How each function of the table is rewritten into the IR. A function that looks back over all earlier quarters is a
// running value: a Helper that reads itself one quarter back.

import { assert, present } from '#base/assert.ts'
import type { Quarter } from '#model/quarter.ts'
import {
  all,
  any,
  anyLacks,
  binary,
  compare,
  lacks,
  noValue,
  number,
  quotient,
  select,
  unary,
  unless,
  type Column,
  type Helper,
  type Value,
  type WindowEnd,
  type WindowOperator,
} from './ir.ts'
import type { FunctionName } from './functionTable.ts'
import type { Call, End, Tree } from './tree.ts'

/** What the rewriting of a call asks of that of the formula around it. */
export type Rewriting = {
  readonly length: number
  readonly placeOf: (quarter: Quarter) => number
  readonly value: (tree: Tree) => Value
  /** What an expression comes to at every place, to be read at others. */
  readonly column: (tree: Tree) => Column
  /** The same in quarters, also where a year is computed. */
  readonly quarters: (tree: Tree) => Column
  readonly read: (column: Column, lag: number) => Value
  readonly helper: (valueOf: (itself: Helper) => Value) => Helper
}

/** A function that checking turns into other nodes is not met here. */
type Lowering = (call: Call, formula: Rewriting) => Value

/** A longer window is a loop over its quarters; a shorter one is cheaper written out. */
const longestWrittenOut = 12

const plus = (left: Value, right: Value): Value => binary(left, '+', right)

const sumOf = (values: readonly Value[]): Value => values.slice(1).reduce(plus, values[0] ?? noValue)

/** The extreme of values that all must be there; of equal ones the first. */
const extremeOf = (operator: 'least' | 'most', values: readonly Value[]): Value =>
  unless(
    anyLacks(values),
    values.slice(1).reduce((left, right) => binary(left, operator, right), values[0] ?? noValue),
  )

const aggregateOf = (operator: WindowOperator, values: readonly Value[]): Value => {
  switch (operator) {
    case 'sum':
      return sumOf(values)
    case 'mean':
      return values.length === 0 ? noValue : quotient(sumOf(values), number(values.length))
    case 'min':
      return extremeOf('least', values)
    case 'max':
      return extremeOf('most', values)
    case 'count':
      return values.map((each) => select(lacks(each), number(0), number(1))).reduce(plus, number(0))
    case 'median':
    case 'stdev':
      return { kind: 'list', operator, of: values }
  }
}

const placeIn = (end: End, { length, placeOf }: Rewriting): WindowEnd =>
  'lag' in end ? end : { place: Math.min(Math.max(placeOf(end.quarter), -1), length) }

/** A window of more places than the timeline has on one side lacks some of them, always; only `count` does not mind. */
const windowOf = (operator: WindowOperator, tree: Tree, from: End, to: End, formula: Rewriting): Value => {
  const most = formula.length - 1
  const isFar = (end: End): boolean => 'lag' in end && Math.abs(end.lag) > most
  if (operator !== 'count' && (isFar(from) || isFar(to))) return noValue
  const isBeyond = ('lag' in to && to.lag < -most) || ('lag' in from && from.lag > most)
  if (isBeyond) return aggregateOf(operator, [])
  const near = (end: End): End => ('lag' in end ? { lag: Math.min(Math.max(end.lag, -most), most) } : end)
  const [first, last] = [near(from), near(to)]
  if ('lag' in from && 'lag' in to && from.lag > to.lag) return aggregateOf(operator, [])
  const column = formula.column(tree)
  if ('lag' in first && 'lag' in last && last.lag - first.lag < longestWrittenOut) {
    const lags = Array.from({ length: last.lag - first.lag + 1 }, (_, at) => first.lag + at)
    return aggregateOf(
      operator,
      lags.map((lag) => formula.read(column, lag)),
    )
  }
  return { kind: 'window', operator, column, from: placeIn(first, formula), to: placeIn(last, formula) }
}

const aggregate =
  (operator: WindowOperator): Lowering =>
  ({ expressions, window }, formula) =>
    window === null
      ? aggregateOf(operator, expressions.map(formula.value))
      : windowOf(operator, present(expressions[0], 'an expression'), window.from, window.to, formula)

const only = ({ expressions }: Call): Tree => present(expressions[0], 'an expression')

const ofOne =
  (rewrite: (x: Value) => Value): Lowering =>
  (call, { value }) =>
    rewrite(value(only(call)))

const scale = (name: 'fiscal_quarter' | 'quarter_index', { read }: Rewriting): Value => read({ kind: 'scale', name }, 0)

const isFirstOfYear = (formula: Rewriting) => compare(scale('fiscal_quarter', formula), '==', number(1))

/** x now and so many quarters back; none where the base is zero or less. */
const growth =
  (quarters: number): Lowering =>
  (call, { column, read }) => {
    const x = column(only(call))
    const base = read(x, -quarters)
    return unless(compare(base, '<=', number(0)), binary(binary(read(x, 0), '/', base), '-', number(1)))
  }

/** A running value: from what it was one quarter back and the expression now. */
const running =
  (next: (before: Value, now: Value, formula: Rewriting, call: Call) => Value): Lowering =>
  (call, formula) => {
    const x = formula.value(only(call))
    return formula.read(
      formula.helper((itself) => next(formula.read(itself, -1), x, formula, call)),
      0,
    )
  }

/** 10 to a whole power, as the nearest double. */
const powerOfTen = (exponent: number): number => Number(`1e${exponent}`)

const rounded = (x: Value, digits: number): Value => {
  const factor = number(powerOfTen(Math.abs(digits)))
  const [up, down] = digits < 0 ? (['/', '*'] as const) : (['*', '/'] as const)
  const scaled = binary(unary('absolute', x), up, factor)
  const whole = unary('floor', scaled)
  const isHalf = compare(binary(scaled, '-', whole), '>=', number(0.5))
  const nearest = binary(select(isHalf, plus(whole, number(1)), whole), down, factor)
  return binary(nearest, '*', select(compare(x, '<', number(0)), number(-1), number(1)))
}

const lowerings: Readonly<Record<Exclude<FunctionName, 'lag' | 'lead' | 'if'>, Lowering>> = {
  sum: aggregate('sum'),
  mean: aggregate('mean'),
  min: aggregate('min'),
  max: aggregate('max'),
  median: aggregate('median'),
  stdev: aggregate('stdev'),
  count: aggregate('count'),

  yoy: growth(4),
  qoq: growth(1),
  ttm: (call, { quarters, read }) => {
    const x = quarters(only(call))
    return sumOf([-3, -2, -1, 0].map((lag) => read(x, lag)))
  },
  ytd: running((before, now, formula) => select(isFirstOfYear(formula), now, plus(before, now))),
  cumulative: running((before, now, formula, { quarters: [start] }) => {
    const first = start === undefined ? 0 : formula.placeOf(start)
    return select(compare(scale('quarter_index', formula), '==', number(first + 1)), now, plus(before, now))
  }),
  decumulate: (call, formula) => {
    const x = formula.column(only(call))
    const now = formula.read(x, 0)
    return select(isFirstOfYear(formula), now, binary(now, '-', formula.read(x, -1)))
  },
  cagr: (call, { column, read }) => {
    const x = column(only(call))
    const years = present(call.whole, 'a number of years')
    const [base, now] = [read(x, -4 * years), read(x, 0)]
    const isNotPositive = any([base, now].map((each) => compare(each, '<=', number(0))))
    const ratio: Value = { kind: 'host', name: 'power', of: [binary(now, '/', base), number(1 / years)] }
    return unless(isNotPositive, binary(ratio, '-', number(1)))
  },
  hold: running((before, now) => select(lacks(now), before, now)),
  streak: running((before, now) => {
    const longer = select(lacks(before), number(1), plus(before, number(1)))
    return unless(lacks(now), select(compare(now, '==', number(0)), number(0), longer))
  }),
  ramp: ({ expressions, quarters }, formula) => {
    const [from = noValue, to = noValue] = expressions.map(formula.value)
    const [first, last] = quarters.map(formula.placeOf)
    assert(first !== undefined && last !== undefined, 'a ramp has two quarters')
    const length = number(last - first)
    const done = binary(scale('quarter_index', formula), '-', number(first + 1))
    const between = plus(from, binary(binary(binary(to, '-', from), '*', done), '/', length))
    const held = select(compare(done, '>=', length), to, between)
    return unless(anyLacks([from, to]), select(compare(done, '<=', number(0)), from, held))
  },
  spread: ({ expressions, quarters, whole }, formula) => {
    const [amount = noValue] = expressions.map(formula.value)
    const [first] = quarters.map(formula.placeOf)
    assert(first !== undefined && whole !== null, 'a spread has a quarter and a number')
    const done = binary(scale('quarter_index', formula), '-', number(first + 1))
    const isInside = present(all([compare(done, '>=', number(0)), compare(done, '<', number(whole))]), 'a mask')
    return unless(anyLacks([amount]), select(isInside, binary(amount, '/', number(whole)), number(0)))
  },

  abs: ofOne((x) => unary('absolute', x)),
  floor: ofOne((x) => unary('floor', x)),
  ceil: ofOne((x) => unary('ceiling', x)),
  sqrt: ofOne((x) => unary('root', x)),
  exp: ofOne((x) => ({ kind: 'host', name: 'exp', of: [x] })),
  log: ofOne((x) => ({ kind: 'host', name: 'log', of: [x] })),
  log10: ofOne((x) => ({ kind: 'host', name: 'log10', of: [x] })),
  sign: ofOne((x) => select(compare(x, '>', number(0)), number(1), select(compare(x, '<', number(0)), number(-1), x))),
  round: (call, { value }) => rounded(value(only(call)), call.whole ?? 0),
  mod: ({ expressions }, { value }) => {
    const [a = noValue, b = noValue] = expressions.map(value)
    return binary(a, '-', binary(b, '*', unary('floor', quotient(a, b))))
  },
  clamp: ({ expressions }, { value }) => {
    const [x = noValue, low = noValue, high = noValue] = expressions.map(value)
    return unless(anyLacks([x, low, high]), binary(binary(x, 'most', low), 'least', high))
  },

  coalesce: ({ expressions }, { value }) =>
    expressions.map(value).reduceRight((rest, each) => select(lacks(each), rest, each)),
  isblank: ofOne((x) => select(lacks(x), number(1), number(0))),
}

export const lowerCall = (call: Call, formula: Rewriting): Value => {
  const { name } = call
  assert(name !== 'lag' && name !== 'lead' && name !== 'if', 'checking rewrites lag, lead and if')
  return lowerings[name](call, formula)
}
