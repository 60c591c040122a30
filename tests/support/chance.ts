// A Chance is a seeded stream of numbers for tests: the same seed gives the same stream on every machine, and a hundred
// million draws take a second. The state is a counter stepped by an odd constant and stirred (the splitmix scheme), so that
// neighbouring seeds have nothing in common.

import { present } from '#base/assert.ts'

const step = 0x9e3779b9 // 2^32 over the golden ratio, odd: the counter visits every state

export type Weighted<Item> = readonly (readonly [weight: number, item: Item])[]

export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x85ebca6b) ^ 0x2545f491
    this.#draw()
  }

  /** 32 random bits as a whole number from 0. */
  #draw(): number {
    this.#state = (this.#state + step) | 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.#draw() / 0x1_0000_0000
  }

  /** A whole number from 0 up to, not including, the count. */
  below(count: number): number {
    return Math.floor(this.fraction() * count)
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** True in so large a share of all cases. */
  happens(share: number): boolean {
    return this.fraction() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    return present(items[this.below(items.length)], 'something to pick from')
  }

  weighted<Item>(choices: Weighted<Item>): Item {
    let left = this.fraction() * choices.reduce((total, [weight]) => total + weight, 0)
    for (const [weight, item] of choices) {
      left -= weight
      if (left < 0) return item
    }
    return present(choices.at(-1), 'something to pick from')[1]
  }

  shuffled<Item>(items: readonly Item[]): readonly Item[] {
    const mixed = [...items]
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1)
      const [one, two] = [present(mixed[at], 'an item'), present(mixed[other], 'an item')]
      mixed[at] = two
      mixed[other] = one
    }
    return mixed
  }
}
