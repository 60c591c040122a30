// The earned schedule looks, in each row, at every quarter of a plan: a sum with one term for each quarter of the timeline.
// All of a century's terms in one kernel would be too many, so they are added a few years at a time, each stretch of
// quarters a Helper that goes on from the one before; stretches are alike in structure and share one kernel.

import { present } from '#base/assert.ts'
import { anyLacks, binary, compare, lacks, noValue, number, select, unless, type Column, type Value } from './ir.ts'
import { plus, type Lowering, type Rewriting } from './rewriting.ts'

/** How many quarters are added up in one helper. */
const stretch = 20

/** Whatever the row, what a column holds in one quarter; 0 before the first. */
const inQuarter = (column: Column, place: number): Value => (place < 0 ? number(0) : { kind: 'fixed', column, place })

/** How much the elapsed time rises in each quarter; no value where the plan has none. */
const riseOf = (planned: Column, elapsed: Column, { read, helper }: Rewriting): Column => {
  const isFirst = compare(read({ kind: 'scale', name: 'quarter_index' }, 0), '==', number(1))
  const before = select(isFirst, number(0), read(elapsed, -1))
  const rise = binary(binary(read(elapsed, 0), '-', before), 'most', number(0))
  return helper(() => unless(lacks(read(planned, 0)), rise))
}

/** What a quarter of the plan adds to the time earned: all of its rise, a part or nothing. */
const earnedIn = (place: number, level: Value, planned: Column, rise: Column): Value => {
  const [now, before] = [inQuarter(planned, place), inQuarter(planned, place - 1)]
  const part = binary(binary(level, '-', before), '/', binary(now, '-', before))
  const within = select(compare(level, '<=', before), number(0), part)
  return binary(inQuarter(rise, place), '*', select(compare(level, '>=', now), number(1), within))
}

/** The time earned in all quarters, oldest first. */
const totalOf = (level: Column, planned: Column, rise: Column, { length, read, helper }: Rewriting): Value => {
  let total: Value | null = null
  for (let from = 0; from < length; from += stretch) {
    const before = total
    const places = Array.from({ length: Math.min(stretch, length - from) }, (_, at) => from + at)
    const terms = places.map((place) => earnedIn(place, read(level, 0), planned, rise))
    const added = helper(() => (before === null ? terms : [before, ...terms]).reduce(plus))
    total = read(added, 0)
  }
  return total ?? noValue
}

export const lowerEarned: Lowering = ({ expressions }, formula) => {
  const [level, planned, elapsed] = expressions.slice(0, 3).map(formula.column)
  const length = formula.value(present(expressions[3], 'a length'))
  if (level === undefined || planned === undefined || elapsed === undefined) return noValue
  const total = totalOf(level, planned, riseOf(planned, elapsed, formula), formula)
  const reached = formula.read(level, 0)
  const [planEnd, timeEnd] = [planned, elapsed].map((each) => inQuarter(each, formula.length - 1))
  if (planEnd === undefined || timeEnd === undefined) return noValue
  // Beyond what it plans by the timeline's end, a plan that has not ended goes on where nobody sees it.
  const past = select(compare(timeEnd, '>=', length), timeEnd, noValue)
  const atEnd = select(compare(reached, '==', planEnd), timeEnd, past)
  const earned = select(compare(reached, '>=', planEnd), atEnd, total)
  return unless(anyLacks([total, length]), binary(earned, 'least', length))
}
