// What functions of values are for the evaluator elsewhere, from section 3 of the design: plain arithmetic on numbers that
// are all there. NaN is a fault. Math's own exp, log and pow are good to some fifteen digits: what comes of their last ones
// is seen by computing twice, the second time with an error put in.

export const total = (values: readonly number[]): number =>
  values.slice(1).reduce((sum, each) => sum + each, values[0] ?? NaN)

const average = (values: readonly number[]): number => total(values) / values.length

const least = (values: readonly number[]): number =>
  values.reduce((one, each) => (each < one ? each : one), values[0] ?? NaN)

const most = (values: readonly number[]): number =>
  values.reduce((one, each) => (each > one ? each : one), values[0] ?? NaN)

const middle = (values: readonly number[]): number => {
  const inOrder = [...values].sort((one, other) => one - other)
  const half = Math.floor(inOrder.length / 2)
  const upper = inOrder[half] ?? NaN
  return inOrder.length % 2 === 1 ? upper : ((inOrder[half - 1] ?? NaN) + upper) / 2
}

const deviation = (values: readonly number[]): number => {
  const centre = average(values)
  const squares = values.map((each) => (each - centre) * (each - centre))
  return values.length < 2 ? NaN : Math.sqrt(total(squares) / (values.length - 1))
}

/** Aggregates but for count. */
export const aggregate = (name: string, values: readonly number[]): number => {
  switch (name) {
    case 'sum':
      return total(values)
    case 'mean':
      return average(values)
    case 'min':
      return least(values)
    case 'max':
      return most(values)
    case 'median':
      return middle(values)
    default:
      return deviation(values)
  }
}

/** floor(|x| · 10^n), one more if the rest is 0.5 or more, scaled and signed back. */
const rounded = (x: number, digits: number): number => {
  const scale = Number(`1e${Math.abs(digits)}`)
  const scaled = digits < 0 ? Math.abs(x) / scale : Math.abs(x) * scale
  const down = Math.floor(scaled)
  const whole = scaled - down >= 0.5 ? down + 1 : down
  return (x < 0 ? -1 : 1) * (digits < 0 ? whole * scale : whole / scale)
}

/** Puts an error into what is rough; none the first time. */
export type Rough = (value: number) => number

export const asItIs: Rough = (value) => value

/** Another error for another value, so that what cancels out by chance does so once only. */
export const slightlyOff: Rough = (value) => value * (1 + 2 ** -46 * (1 + (Math.abs(value * 7919.7) % 1)))

/** IEEE 754's: 1 to any power is 1, which JavaScript denies for infinite ones. */
export const power = (base: number, exponent: number, rough: Rough): number => {
  if (base === 1) return 1
  switch (exponent) {
    case 2:
      return base * base
    case 3:
      return base * base * base
    case 4:
      return base * base * base * base
    default:
      return Number.isInteger(exponent) && Math.abs(exponent) < 2
        ? Math.pow(base, exponent)
        : rough(Math.pow(base, exponent))
  }
}

export const divided = (one: number, other: number): number => (other === 0 ? NaN : one / other)

/** Functions of numbers in the same quarter; `digits` is round's. */
export const ofNumbers = (
  name: string,
  [x = NaN, y = NaN, z = NaN]: readonly number[],
  digits: number,
  rough: Rough,
): number => {
  switch (name) {
    case 'abs':
      return Math.abs(x)
    case 'round':
      return rounded(x, digits)
    case 'floor':
      return Math.floor(x)
    case 'ceil':
      return Math.ceil(x)
    case 'sqrt':
      return Math.sqrt(x)
    case 'exp':
      return rough(Math.exp(x))
    case 'log':
      return x > 0 ? rough(Math.log(x)) : NaN
    case 'log10':
      return x > 0 ? rough(Math.log10(x)) : NaN
    case 'sign':
      return Math.sign(x)
    case 'clamp':
      return least([most([x, y]), z])
    case 'mod':
      return y === 0 ? NaN : x - y * Math.floor(x / y)
    default:
      throw new Error(`${name} is not a function of numbers`)
  }
}

export const compared = (one: number, operator: string, other: number): boolean => {
  switch (operator) {
    case '==':
      return one === other
    case '!=':
      return one !== other
    case '<':
      return one < other
    case '<=':
      return one <= other
    case '>':
      return one > other
    default:
      return one >= other
  }
}

export const ramp = (start: number, end: number, passed: number, length: number): number => {
  if (passed <= 0) return start
  return passed >= length ? end : start + ((end - start) * passed) / length
}

/** The time at which a plan that adds up stood at a level; a level beyond a plan that is not over yet is on no date. */
export const earnedTime = (
  level: number,
  most: number,
  plan: readonly number[],
  time: readonly number[],
): number | 'missing' => {
  const [planEnd = NaN, timeEnd = NaN] = [plan.at(-1), time.at(-1)]
  if (level > planEnd && timeEnd < most) return 'missing'
  let earned = 0
  for (const [n, now] of plan.entries()) {
    const [before, passed] = n === 0 ? [0, 0] : [plan[n - 1] ?? NaN, time[n - 1] ?? NaN]
    const part = level < now ? Math.max(0, level - before) / (level > before ? now - before : 1) : 1
    earned += Math.max(0, (time[n] ?? NaN) - passed) * part
  }
  return Number.isNaN(earned) ? NaN : Math.min(level < planEnd ? earned : timeEnd, most)
}
