// Numbers of a company's quarters, drawn from a seed: trends, seasons and noise, whole where a company reports whole millions.

import { Chance } from '../../support/chance.ts'

export class Drawing {
  readonly #chance: Chance
  readonly #count: number

  constructor(seed: number, count: number) {
    this.#chance = new Chance(seed)
    this.#count = count
  }

  /** A factor around 1, at the most so far from it. */
  about(width: number): number {
    return 1 + (this.#chance.fraction() * 2 - 1) * width
  }

  of(number: (quarter: number) => number): readonly number[] {
    return Array.from({ length: this.#count }, (_, quarter) => number(quarter))
  }

  whole(number: (quarter: number) => number): readonly number[] {
    return this.of((quarter) => Math.round(number(quarter)))
  }

  /** A line that grows by so much a quarter, with seasons (factors of the four quarters from the first on) and noise. */
  grown(start: number, growth: number, noise: number, seasons: readonly number[] = [1]): readonly number[] {
    return this.whole((at) => start * (1 + growth) ** at * (seasons[at % seasons.length] ?? 1) * this.about(noise))
  }

  /** A balance that goes on from quarter to quarter. */
  rolled(start: number, next: (before: number, quarter: number) => number): readonly number[] {
    const values = [start]
    for (let at = 1; at < this.#count; at += 1) values.push(Math.round(next(values[at - 1] ?? 0, at)))
    return values
  }
}

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** The same number so many times. */
export const flat = (value: number, count: number): readonly number[] => Array.from({ length: count }, () => value)
