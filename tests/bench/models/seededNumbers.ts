// A stream of numbers that looks like chance and is the same on every machine: mulberry32, 32 bits of state.

export type SeededNumbers = {
  /** The next number from low to high, evenly spread, with six decimals at most, as people type them. */
  readonly between: (low: number, high: number) => number
}

export const seededNumbers = (seed: number): SeededNumbers => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { between: (low, high) => Math.round((low + (high - low) * next()) * 1e6) / 1e6 }
}
