// Shapley's values against games worked by hand and against the plain mean over all orders.

import { expect, test } from 'vitest'
import { shapleyValues } from '#numeric/shapley.ts'
import { Chance } from '../support/chance.ts'

const ordersOf = (players: readonly number[]): readonly (readonly number[])[] =>
  players.length === 0
    ? [[]]
    : players.flatMap((first) => ordersOf(players.filter((each) => each !== first)).map((rest) => [first, ...rest]))

/** What each adds when the players join in an order, averaged over all orders. */
const meanOverOrders = (players: number, worth: readonly number[]): readonly number[] => {
  const orders = ordersOf(Array.from({ length: players }, (_, at) => at))
  const sums = new Array<number>(players).fill(0)
  for (const order of orders) {
    let set = 0
    for (const player of order) {
      const next = set | (1 << player)
      sums[player] = (sums[player] ?? 0) + ((worth[next] ?? NaN) - (worth[set] ?? NaN))
      set = next
    }
  }
  return sums.map((sum) => sum / orders.length)
}

test('the glove game: one left hand, two right hands', () => {
  // Player 0 has a left glove, 1 and 2 a right one each; a pair is worth 1. By hand: 4/6, 1/6, 1/6.
  const values = shapleyValues(3, [0, 0, 0, 1, 0, 1, 0, 1])
  for (const [at, value] of [2 / 3, 1 / 6, 1 / 6].entries()) expect(values[at]).toBeCloseTo(value, 14)
})

test('no player and one player', () => {
  expect(shapleyValues(0, [5])).toEqual([])
  expect(shapleyValues(1, [5, 7.5])).toEqual([2.5])
})

test('[A2] values equal the plain mean over all orders, up to five players', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const chance = new Chance(seed)
    const players = 1 + (seed % 5)
    const worth = Array.from({ length: 2 ** players }, () => chance.between(-1000, 1000) / 7)
    const values = shapleyValues(players, worth)
    for (const [at, mean] of meanOverOrders(players, worth).entries()) expect(values[at]).toBeCloseTo(mean, 9)
  }
})

test('[A3] a player that changes nothing contributes exactly 0, and all add up, with ten players', () => {
  const players = 10
  const chance = new Chance(7)
  const half = Array.from({ length: 2 ** (players - 1) }, () => chance.between(-1e6, 1e6) / 3)
  const worth = [...half, ...half] // the last player changes nothing
  const values = shapleyValues(players, worth)
  expect(values.at(-1)).toBe(0)
  const sum = values.reduce((total, each) => total + each, 0)
  expect(sum).toBeCloseTo((worth.at(-1) ?? NaN) - (worth[0] ?? NaN), 6)
})
