// What each function of the table means, straight from its sentence in the specification.

import { assert } from '#base/assert.ts'
import type { FunctionName } from '#formula/functionTable.ts'
import type { Call } from '#formula/tree.ts'
import { exp, log, log10, modulo, power, roundTo } from '#numeric/elementary.ts'
import { largest, mean, median, smallest, standardDeviation, sum } from '#numeric/statistic.ts'
import { between, fault, here, needing, windowOrHere, type Definition, type Needing, type Own } from './definition.ts'
import { earned } from './earned.ts'
import type { World } from './world.ts'

/** Functions that checking turns into other nodes are not met here. */
type Defined = Exclude<FunctionName, 'lag' | 'lead' | 'if'>

/** Infinite values inside a formula may come to this. */
const notANumber: Own = { kind: 'fault', sentence: 'this is not a number' }

const emptyWindow: Own = { kind: 'missing', sentence: 'the window is empty' }

const aggregate = (compute: (values: readonly number[]) => number): Needing =>
  needing(
    windowOrHere,
    (values) => (values.length === 0 ? NaN : compute(values)),
    (values) =>
      values.length === 0
        ? emptyWindow
        : { kind: 'fault', sentence: values.length === 1 ? 'one value has no deviation' : 'this is not a number' },
  )

const ofOne = (compute: (x: number) => number, sentence = 'this is not a number'): Needing =>
  needing(here, ([x]) => compute(x ?? NaN), fault(sentence))

const startOf = (call: Call, world: World): number => {
  const [start] = call.quarters
  return start === undefined ? 0 : Math.max(world.placeOf(start), -1)
}

const growth = (quarters: number): Needing =>
  needing(
    (call, at, world) => [...between(call, at - quarters, at - quarters, world), ...between(call, at, at, world)],
    ([base, now]) => (base !== undefined && now !== undefined && base > 0 ? now / base - 1 : NaN),
    ([base]) =>
      base !== undefined && base > 0
        ? notANumber
        : { kind: 'n.m.', sentence: 'n.m.: growth over a base of zero or less' },
  )

const quartersBack = (call: Call): number => 4 * (call.whole ?? 1)

const definitions: Readonly<Record<Defined, Definition>> = {
  sum: aggregate(sum),
  mean: aggregate(mean),
  min: aggregate(smallest),
  max: aggregate(largest),
  median: aggregate(median),
  stdev: aggregate(standardDeviation),
  count: {
    needs: 'not all',
    value: (call, at, world, evaluate) =>
      windowOrHere(call, at, world).filter((look) => !Number.isNaN(evaluate(look))).length,
    passed: () => [],
  },

  yoy: growth(4),
  qoq: growth(1),
  ttm: needing((call, at, world) => between(call, at - 3, at, world.quarterly), sum),
  ytd: needing((call, at, world) => between(call, at + 1 - world.calendar('fiscal_quarter', at), at, world), sum),
  cumulative: needing(
    (call, at, world) => between(call, startOf(call, world), at, world),
    sum,
    (values) =>
      values.length === 0 ? { kind: 'missing', sentence: 'it has not begun yet' } : fault('this is not a number')(),
  ),
  decumulate: needing(
    (call, at, world) => between(call, world.calendar('fiscal_quarter', at) === 1 ? at : at - 1, at, world),
    (values) => (values.length === 1 ? (values[0] ?? NaN) : (values[1] ?? NaN) - (values[0] ?? NaN)),
  ),
  cagr: needing(
    (call, at, world) => [
      ...between(call, at - quartersBack(call), at - quartersBack(call), world),
      ...between(call, at, at, world),
    ],
    ([base, now], call) =>
      base !== undefined && now !== undefined && base > 0 && now > 0
        ? power(now / base, 1 / (call.whole ?? 1)) - 1
        : NaN,
    ([base, now]) =>
      base !== undefined && now !== undefined && base > 0 && now > 0
        ? notANumber
        : { kind: 'n.m.', sentence: 'n.m.: growth from or to zero or less' },
  ),
  hold: {
    needs: 'not all',
    value: (call, at, world, evaluate) => {
      for (const look of [...between(call, 0, at, world)].reverse()) {
        const value = evaluate(look)
        if (!Number.isNaN(value)) return value
      }
      return NaN
    },
    passed: (call, at, world) => [...between(call, 0, at, world)].reverse(),
  },
  streak: {
    needs: 'not all',
    value: (call, at, world, evaluate) => {
      const looks = [...between(call, 0, at, world)].reverse()
      let length = 0
      for (const look of looks) {
        const holds = evaluate(look)
        if (Number.isNaN(holds) && length === 0) return NaN
        if (Number.isNaN(holds) || holds === 0) break
        length += 1
      }
      return length
    },
    passed: here,
  },
  ramp: needing(here, ([from, to], call, at, world) => {
    const [first, last] = call.quarters
    assert(first !== undefined && last !== undefined, 'a ramp has two quarters')
    if (from === undefined || to === undefined) return NaN
    const done = at - world.placeOf(first)
    const length = world.placeOf(last) - world.placeOf(first)
    if (done <= 0) return from
    return done >= length ? to : from + ((to - from) * done) / length
  }),
  spread: needing(here, ([amount], call, at, world) => {
    const [first] = call.quarters
    assert(first !== undefined && call.whole !== null, 'a spread has a quarter and a number')
    const done = at - world.placeOf(first)
    return done >= 0 && done < call.whole ? (amount ?? NaN) / call.whole : 0
  }),
  earned,

  abs: ofOne(Math.abs),
  floor: ofOne(Math.floor),
  ceil: ofOne(Math.ceil),
  sqrt: ofOne(Math.sqrt, 'the square root of a negative number'),
  exp: ofOne(exp),
  log: ofOne(log, 'the logarithm of zero or less'),
  log10: ofOne(log10, 'the logarithm of zero or less'),
  sign: ofOne(Math.sign),
  round: needing(here, ([x], call) => roundTo(x ?? NaN, call.whole ?? 0)),
  mod: needing(
    here,
    ([a, b]) => modulo(a ?? NaN, b ?? NaN),
    ([, b]) => ({ kind: 'fault', sentence: b === 0 ? '÷0' : 'this is not a number' }),
  ),
  clamp: needing(here, ([x, low, high]) => smallest([largest([x ?? NaN, low ?? NaN]), high ?? NaN])),

  coalesce: {
    needs: 'not all',
    value: (call, at, world, evaluate) => {
      for (const look of here(call, at, world)) {
        const value = evaluate(look)
        if (!Number.isNaN(value)) return value
      }
      return NaN
    },
    passed: here,
  },
  isblank: {
    needs: 'not all',
    value: (call, at, world, evaluate) => (here(call, at, world).some((look) => Number.isNaN(evaluate(look))) ? 1 : 0),
    passed: () => [],
  },
}

export const definitionOf = (name: FunctionName): Definition => {
  assert(name !== 'lag' && name !== 'lead' && name !== 'if', 'checking rewrites lag, lead and if')
  return definitions[name]
}
