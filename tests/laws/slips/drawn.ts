// Series of numbers drawn from a seed, as a company would report them: level, growth, season and noise.

/** Numbers from 0 to 1, the same for a seed. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const past = 15
export const ahead = 9

type Draw = {
  readonly level: number
  readonly growth: number
  readonly season: readonly number[]
  readonly noise: number
}

export const flat = [1, 1, 1, 1]

export const draw = (chance: () => number, { level, growth, season, noise }: Draw): readonly number[] =>
  Array.from({ length: past }, (_, at) =>
    Math.round(
      level * (1 + growth) ** (at / 4) * (season[at % 4] ?? 1) * (1 + noise * (chance() + chance() + chance() - 1.5)),
    ),
  )

export const each = (count: number, make: (at: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, at) => make(at))
export const at = (series: readonly number[], index: number): number => series[index] ?? NaN
export const total = (...parts: readonly (readonly number[])[]): readonly number[] =>
  each(past, (index) => parts.reduce((sum, part) => sum + at(part, index), 0))
export const less = (one: readonly number[], ...others: readonly (readonly number[])[]): readonly number[] =>
  each(past, (index) => others.reduce((rest, part) => rest - at(part, index), at(one, index)))
export const share = (of: readonly number[], part: number, chance: () => number, noise = 0.03): readonly number[] =>
  of.map((value) => Math.round(value * part * (1 + noise * (chance() * 2 - 1))))
export const rolled = (start: number, change: (before: number, index: number) => number): readonly number[] => {
  const values: number[] = []
  for (let index = 0, level = start; index < past; index += 1) {
    level = change(level, index)
    values.push(level)
  }
  return values
}
