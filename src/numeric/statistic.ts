// Statistics of a list of numbers, oldest first. Sums add in that order and never subtract, so that every evaluator gives
// the same bits. Of an empty list only `sum` would mean something; nobody asks for one.

export const sum = (values: readonly number[]): number => {
  let total = values[0] ?? NaN
  for (let index = 1; index < values.length; index += 1) total += values[index] ?? NaN
  return total
}

export const mean = (values: readonly number[]): number => sum(values) / values.length

export const smallest = (values: readonly number[]): number =>
  values.reduce((least, value) => (value < least ? value : least), values[0] ?? NaN)

export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => (value > most ? value : most), values[0] ?? NaN)

/** The middle value, or half the sum of the middle two. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2
}

/** The sample's standard deviation (n − 1), in two passes; NaN for one value. */
export const standardDeviation = (values: readonly number[]): number => {
  if (values.length < 2) return NaN
  const centre = mean(values)
  return Math.sqrt(sum(values.map((value) => (value - centre) * (value - centre))) / (values.length - 1))
}
