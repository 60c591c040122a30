// Robust looks at a series of numbers: what a value is expected to be beside its neighbours and a year before and after, how far the others
// stray from that, and by what a value is off. NaN is no value throughout.

import { median } from '#numeric/statistic.ts'

export const known = (values: Iterable<number>): number[] => [...values].filter((value) => !Number.isNaN(value))

/** NaN of nothing. */
export const middle = (values: readonly number[]): number => (values.length === 0 ? NaN : median(values))

const spreadPerDeviation = 1.4826 // of normal noise: what the median deviation is multiplied by to be a standard deviation

/** How far values usually stray from their median. */
export const spread = (values: readonly number[]): number => {
  const centre = middle(values)
  return spreadPerDeviation * middle(values.map((value) => Math.abs(value - centre)))
}

/** A quarter before and after, and a year. */
export const beside: readonly number[] = [-1, 1, -4, 4]

/** The values a quarter before and after and a year before and after. */
export const around = (series: ArrayLike<number>, at: number): readonly number[] =>
  known(beside.map((offset) => series[at + offset] ?? NaN))

/** For each value how far, in logarithms of sizes, it lies from what stands around it; NaN where nothing does. */
export const strayings = (series: ArrayLike<number>): readonly number[] => {
  const sizes = Array.from(series, (value) => (value === 0 ? NaN : Math.log(Math.abs(value))))
  return sizes.map((size, at) => size - middle(around(sizes, at)))
}

/** What the strayings of a series usually are, one of them left out; never less than a floor, for few values say little. */
export const usualStraying = (all: readonly number[], except: number): number =>
  Math.max(spread(known(all.filter((_, at) => at !== except))) || 0, 0.04)

const powers = [10, 100, 1000, 10_000, 1_000_000]

/** A factor such as 1000 or a rate of exchange that a ratio comes close to, within the noise given in logarithms; null for none. */
export const slipFactor = (ratio: number, noise: number, rates: readonly number[]): number | null => {
  const size = Math.log(Math.abs(ratio))
  const candidates = [...powers, ...rates.filter((rate) => rate > 1.5)].flatMap((each) => [each, 1 / each])
  const best = candidates
    .map((factor) => ({ factor, off: Math.abs(size - Math.log(factor)) }))
    .sort((one, other) => one.off - other.off)[0]
  return best !== undefined && best.off <= noise ? best.factor : null
}

/** How well two series go together, from −1 to 1, over the quarters in which both have values; NaN for fewer than six. */
export const correlation = (one: ArrayLike<number>, other: ArrayLike<number>, shift = 0): number => {
  const pairs: (readonly [number, number])[] = []
  for (let at = 0; at < one.length; at += 1) {
    const left = one[at] ?? NaN
    const right = other[at + shift] ?? NaN
    if (!Number.isNaN(left) && !Number.isNaN(right)) pairs.push([left, right])
  }
  if (pairs.length < 6) return NaN
  const mean = (pick: 0 | 1) => pairs.reduce((total, pair) => total + pair[pick], 0) / pairs.length
  const [leftMean, rightMean] = [mean(0), mean(1)]
  let [both, left, right] = [0, 0, 0]
  for (const [a, b] of pairs) {
    both += (a - leftMean) * (b - rightMean)
    left += (a - leftMean) ** 2
    right += (b - rightMean) ** 2
  }
  return left === 0 || right === 0 ? NaN : both / Math.sqrt(left * right)
}

/** The last digit that numbers are typed to: 0.1 for 247.8 and 31. What stands behind twelve digits is the machine's own rounding. */
export const lastDigitOf = (typed: Iterable<number>): number =>
  10 ** -Math.max(0, ...known(typed).map((value) => (String(Number(value.toPrecision(12))).split('.')[1] ?? '').length))

/** What rounding to a last digit may leave of a sum of so many terms: half of it each, and a little for the machine's own. */
export const roundingOf = (lastDigit: number, terms: number): number => lastDigit * terms * 0.51

/** Whether two numbers are the same but for rounding in their last shown digit. */
export const isNear = (one: number, other: number, rounding: number): boolean =>
  Math.abs(one - other) <= rounding + 1e-9 * Math.max(Math.abs(one), Math.abs(other))
