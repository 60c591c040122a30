// Shapley's values: what each player of a game contributes, as the mean of what it adds over all orders in which the players
// may join. A set of players is a number, one bit for each: bit 0 is the first. (L. S. Shapley, A value for n-person games, 1953.)

/** How often in all orders of n players one joins just after a given set of `before` others: before! (n − 1 − before)! / n!. */
const shareOf = (players: number, before: number): number => {
  let share = 1 / players
  // 1 / C(players − 1, before), factor by factor
  for (let at = 1; at <= before; at += 1) share *= at / (players - at)
  return share
}

const sizeOf = (set: number): number => {
  let size = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1
  return size
}

/**
 * What each player contributes. `worth` has one number for each set of players, 2^players in all; the contributions add up to
 * the worth of all less that of none. A player that never changes anything contributes exactly 0.
 */
export const shapleyValues = (players: number, worth: ArrayLike<number>): readonly number[] => {
  const sets = 2 ** players
  const shares = Array.from({ length: players }, (_, before) => shareOf(players, before))
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player
    // One sum for each number of players before: numbers of one size are added first.
    const added = new Float64Array(players)
    for (let set = 0; set < sets; set += 1) {
      if ((set & bit) !== 0) continue
      const before = sizeOf(set)
      added[before] = (added[before] ?? 0) + ((worth[set | bit] ?? NaN) - (worth[set] ?? NaN))
    }
    return added.reduce((sum, each, before) => sum + each * (shares[before] ?? 0), 0)
  })
}
