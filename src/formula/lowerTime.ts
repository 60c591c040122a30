// How each function of time is rewritten into the IR. One that looks back over all earlier quarters is a running value: a
// Helper that reads itself one quarter back.

import { assert, present } from '#base/assert.ts'
import { all, any, anyLacks, binary, compare, lacks, noValue, number, select, unless, type Value } from './ir.ts'
import type { TimeFunctionName } from './functionTable.ts'
import { lowerEarned } from './lowerEarned.ts'
import { only, plus, sumOf, type Lowering, type Rewriting } from './rewriting.ts'
import type { Call } from './tree.ts'

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

export const timeLowerings: Readonly<Record<Exclude<TimeFunctionName, 'lag' | 'lead'>, Lowering>> = {
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
  earned: lowerEarned,
}
