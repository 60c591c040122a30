// How each function of the table is rewritten into the IR.

import { assert, present } from '#base/assert.ts'
import {
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
  type Value,
  type WindowEnd,
  type WindowOperator,
} from './ir.ts'
import type { FunctionName } from './functionTable.ts'
import { timeLowerings } from './lowerTime.ts'
import { only, plus, sumOf, type Lowering, type Rewriting } from './rewriting.ts'
import type { Call, End, Tree } from './tree.ts'

/** A longer window is a loop over its quarters; a shorter one is cheaper written out. */
const longestWrittenOut = 12

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

const ofOne =
  (rewrite: (x: Value) => Value): Lowering =>
  (call, { value }) =>
    rewrite(value(only(call)))

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

  ...timeLowerings,

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
