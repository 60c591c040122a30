// What an expression is worth in a quarter or a year, for the evaluator elsewhere: a number, or the word for why there is
// none. Outside the timeline nothing has a value; a fault outranks n.m., n.m. outranks missing.

import { aggregates } from './formulaText.ts'
import { aggregate, compared, divided, earnedTime, ofNumbers, power, ramp, total, type Rough } from './functions.ts'
import { wholeIn, type End, type Node } from './node.ts'

type Lack = 'missing' | 'n.m.' | 'fault'

export type Outcome = number | Lack

/** The values of quarters, or those of the years that end in them. */
export type World = 'quarters' | 'years'

/** What an expression sees of the model. Places count quarters from the timeline's first, 0. */
export type Sight = {
  readonly holds: (world: World, place: number) => boolean
  readonly cell: (world: World, key: string, place: number) => Outcome
  readonly calendar: (name: string, place: number) => number
  readonly placeOf: (month: number) => number
  readonly rough: Rough
}

/** The cell a formula is worked out for: in quarters it sees its own line before its own place only. */
export type Row = { readonly world: World; readonly key: string; readonly place: number }

const weights: readonly Lack[] = ['missing', 'n.m.', 'fault']

/** The heaviest of those that are no numbers; null where all are numbers. */
const lackIn = (outcomes: readonly Outcome[]): Lack | null =>
  outcomes.reduce<Lack | null>((worst, each) => {
    if (typeof each === 'number') return worst
    return worst !== null && weights.indexOf(worst) >= weights.indexOf(each) ? worst : each
  }, null)

/** An operation on numbers that are all there; NaN is a fault. */
const from = (outcomes: readonly Outcome[], compute: (numbers: readonly number[]) => number | Lack): Outcome => {
  const lack = lackIn(outcomes)
  if (lack !== null) return lack
  const value = compute(outcomes.map(Number))
  return typeof value === 'number' && Number.isNaN(value) ? 'fault' : value
}

export const sumOf = (outcomes: readonly Outcome[]): Outcome => from(outcomes, total)

const grown = (base: number, now: number): number | Lack => (base > 0 ? now / base - 1 : 'n.m.')

export class Expression {
  readonly #sight: Sight
  readonly #row: Row
  readonly #kept = new Map<Node, Map<string, Outcome>>()

  constructor(sight: Sight, row: Row) {
    this.#sight = sight
    this.#row = row
  }

  /** Calls are kept: they look at many quarters, and calls in calls at the same ones again and again. */
  value(node: Node, world: World, place: number): Outcome {
    if (!this.#sight.holds(world, place)) return 'missing'
    if (node.is !== 'call') return this.#plain(node, world, place)
    const kept = this.#kept.get(node) ?? new Map<string, Outcome>()
    this.#kept.set(node, kept)
    const mark = `${world} ${place}`
    const outcome = kept.get(mark) ?? this.#call(node.name, node.given, world, place)
    kept.set(mark, outcome)
    return outcome
  }

  #plain(node: Exclude<Node, { is: 'call' }>, world: World, place: number): Outcome {
    const at = (each: Node): Outcome => this.value(each, world, place)
    switch (node.is) {
      case 'number':
        return node.value
      case 'calendar':
        return this.#sight.calendar(node.name, place)
      case 'key': {
        const isStillToCome = node.name === this.#row.key && world === this.#row.world && place >= this.#row.place
        return isStillToCome ? 'missing' : this.#sight.cell(world, node.name, place)
      }
      case 'minus':
        return from([at(node.of)], ([x = NaN]) => -x)
      case 'not':
        return from([at(node.of)], ([x]) => Number(x === 0))
      case 'binary':
        return from([at(node.left), at(node.right)], ([x = NaN, y = NaN]) =>
          binary(node.operator, x, y, this.#sight.rough),
        )
      case 'comparison':
        return from(node.operands.map(at), (numbers) =>
          Number(node.operators.every((each, n) => compared(numbers[n] ?? NaN, each, numbers[n + 1] ?? NaN))),
        )
      case 'choice':
        return this.#choice([node.condition, node.yes, node.no], world, place)
      case 'moved':
        return this.value(node.of, world, this.#placeOf(node.to, place))
      default:
        throw new Error(`a ${node.is} stands where no value is`)
    }
  }

  #choice([condition, yes, no]: readonly Node[], world: World, place: number): Outcome {
    if (condition === undefined || yes === undefined || no === undefined) throw new Error('a choice has three parts')
    const decided = this.value(condition, world, place)
    return typeof decided === 'number' ? this.value(decided === 0 ? no : yes, world, place) : decided
  }

  #placeOf(end: End, place: number): number {
    return 'lag' in end ? place + end.lag : this.#sight.placeOf(end.month)
  }

  /** An expression from one place to another, oldest first; beyond the timeline one place stands for all. */
  #over(node: Node, world: World, first: number, last: number): readonly Outcome[] {
    if (last < first) return []
    const inside: Outcome[] = []
    let reachesOut = false
    for (let place = Math.max(first, -1); place <= last; place += 1)
      if (this.#sight.holds(world, place)) inside.push(this.value(node, world, place))
      else {
        reachesOut = true
        if (place > this.#row.place + 1000) break
      }
    return reachesOut ? [...inside, 'missing'] : inside
  }

  /** An expression in every quarter of the timeline, oldest first. */
  #everywhere(node: Node, world: World): readonly Outcome[] {
    const outcomes: Outcome[] = []
    for (let place = 0; this.#sight.holds(world, place); place += 1) outcomes.push(this.value(node, world, place))
    return outcomes
  }

  #listed(given: readonly Node[], world: World, place: number): readonly Outcome[] {
    const [only] = given
    if (only?.is !== 'window') return given.map((each) => this.value(each, world, place))
    return this.#over(only.of, world, this.#placeOf(only.from, place), this.#placeOf(only.to, place))
  }

  #call(name: string, given: readonly Node[], world: World, place: number): Outcome {
    if (aggregates.has(name)) {
      const outcomes = this.#listed(given, world, place)
      if (name === 'count') return outcomes.filter((each) => typeof each === 'number').length
      return outcomes.length === 0 ? 'missing' : from(outcomes, (numbers) => aggregate(name, numbers))
    }
    const [x] = given
    if (x === undefined) throw new Error(`${name} of nothing`)
    const at = (each: number, where = world): Outcome => this.value(x, where, each)
    const digits = wholeIn(given[1]) ?? 0
    const quarters = given.flatMap((each) => (each.is === 'quarter' ? [this.#sight.placeOf(each.month)] : []))
    switch (name) {
      case 'lag':
        return at(place - digits)
      case 'lead':
        return at(place + digits)
      case 'yoy':
        return from([at(place - 4), at(place)], ([base = NaN, now = NaN]) => grown(base, now))
      case 'qoq':
        return from([at(place - 1), at(place)], ([base = NaN, now = NaN]) => grown(base, now))
      case 'ttm':
        return sumOf([3, 2, 1, 0].map((back) => at(place - back, 'quarters')))
      case 'ytd': {
        const passed = this.#sight.calendar('fiscal_quarter', place)
        return sumOf(Array.from({ length: passed }, (_, n) => at(place - passed + 1 + n)))
      }
      case 'cumulative': {
        const outcomes = this.#over(x, world, quarters[0] ?? 0, place)
        return outcomes.length === 0 ? 'missing' : sumOf(outcomes)
      }
      case 'decumulate':
        return this.#sight.calendar('fiscal_quarter', place) === 1
          ? at(place)
          : from([at(place), at(place - 1)], ([now = NaN, before = NaN]) => now - before)
      case 'cagr':
        return from([at(place - 4 * digits), at(place)], ([base = NaN, now = NaN]) =>
          base > 0 && now > 0 ? power(now / base, 1 / digits, this.#sight.rough) - 1 : 'n.m.',
        )
      case 'hold':
        return latest(Array.from({ length: place + 1 }, (_, back) => () => at(place - back)))
      case 'streak': {
        const now = at(place)
        if (typeof now !== 'number') return now
        let length = 0
        for (let each = place; each >= 0; each -= 1) {
          const holds = at(each)
          if (typeof holds !== 'number' || holds === 0) break
          length += 1
        }
        return length
      }
      case 'ramp':
        return from(this.#listed(given.slice(0, 2), world, place), ([start = NaN, end = NaN]) =>
          ramp(start, end, place - (quarters[0] ?? NaN), (quarters[1] ?? NaN) - (quarters[0] ?? NaN)),
        )
      case 'spread': {
        const parts = wholeIn(given[2]) ?? NaN
        const passed = place - (quarters[0] ?? NaN)
        return from([at(place)], ([amount = NaN]) => (passed >= 0 && passed < parts ? amount / parts : 0))
      }
      case 'earned': {
        const [, planned = x, elapsed = x, length = x] = given
        const [plan, time] = [this.#everywhere(planned, world), this.#everywhere(elapsed, world)]
        return from([at(place), this.value(length, world, place), ...plan, ...time], ([level = NaN, most = NaN]) =>
          earnedTime(level, most, plan.map(Number), time.map(Number)),
        )
      }
      case 'if':
        return this.#choice(given, world, place)
      case 'coalesce':
        return latest(given.map((each) => () => this.value(each, world, place)))
      case 'isblank':
        return typeof at(place) === 'number' ? 0 : 1
      default:
        return from(
          given.filter((_, n) => n === 0 || name !== 'round').map((each) => this.value(each, world, place)),
          (numbers) => ofNumbers(name, numbers, digits, this.#sight.rough),
        )
    }
  }
}

/** The first that is a number, else the heaviest lack. */
const latest = (looks: readonly (() => Outcome)[]): Outcome => {
  const passed: Outcome[] = []
  for (const look of looks) {
    const outcome = look()
    if (typeof outcome === 'number') return outcome
    passed.push(outcome)
  }
  return lackIn(passed) ?? 'missing'
}

const binary = (operator: string, x: number, y: number, rough: Rough): number => {
  switch (operator) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      return x * y
    case '/':
      return divided(x, y)
    case '^':
      return power(x, y, rough)
    case 'and':
      return Number(x !== 0 && y !== 0)
    default:
      return Number(x !== 0 || y !== 0)
  }
}
