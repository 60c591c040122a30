// A Ratio is a peer's time over ours, from rounds in which both took turns: the median of the rounds' ratios, with the
// tenth and ninetieth hundredth of them as its spread. Above 1 we are faster.

export type Ratio = {
  readonly ratio: number
  readonly low: number
  readonly high: number
  /** The medians, in milliseconds (or bytes, where memory is compared). */
  readonly ours: number
  readonly theirs: number
}

export type Round = { readonly ours: number; readonly theirs: number }

/** The value below which a share of the numbers lies, between the two nearest in a straight line. */
const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((left, right) => left - right)
  const at = (sorted.length - 1) * share
  const [below = NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

export const ratioOf = (rounds: readonly Round[]): Ratio => {
  const ratios = rounds.map(({ ours, theirs }) => theirs / ours)
  return {
    ratio: quantile(ratios, 0.5),
    low: quantile(ratios, 0.1),
    high: quantile(ratios, 0.9),
    ours: quantile(
      rounds.map(({ ours }) => ours),
      0.5,
    ),
    theirs: quantile(
      rounds.map(({ theirs }) => theirs),
      0.5,
    ),
  }
}

export type Times = Pick<Ratio, 'ratio' | 'low' | 'high'>

/** The other way round: ours over theirs, how many times as long we take. */
export const timesOf = (rounds: readonly Round[]): Times => {
  const { ratio, low, high } = ratioOf(rounds.map(({ ours, theirs }) => ({ ours: theirs, theirs: ours })))
  return { ratio, low, high }
}
