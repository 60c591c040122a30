// Attribution: why a figure differs between two worlds, line by line. Each line that differs is a player of a game; what a set
// of them is worth is the figure with just these lines as in the second world. Up to ten players share the difference by
// Shapley's values, which ask every set; more of them by joining one after the other in the order of the sheet.

import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { lengthOf } from '#model/timeline.ts'
import { shapleyValues } from '#numeric/shapley.ts'
import { absenceAt, comparedValue, type ComparedTime } from './comparison.ts'
import { hybridId, Hybrids, playersOf, type Player } from './hybrid.ts'
import { reachOf } from './reach.ts'
import { matchOf, type Match, type Side } from './world.ts'

/** 1,024 sets: beyond it each further line would double the work. */
const mostShapleyPlayers = 10

/** A block of lanes takes some tens of megabytes at the most. */
const mostCellsOfBlock = 2_000_000
const mostLanesOfBlock = 256

/** The figure asked about; a constant has its one number at any time. */
export type Figure = { readonly line: LineItem; readonly time: ComparedTime }

export type Contribution = { readonly player: Player; readonly amount: number }

export type Attribution = {
  readonly method: 'Shapley' | 'in order'
  /** The figure in both worlds; NaN is no value. */
  readonly from: number
  readonly to: number
  /** In the order of the sheet; they add up to the difference. Empty where some set has no value. */
  readonly contributions: readonly Contribution[]
  /** Lines that differ, but that the figure looks at in neither world. */
  readonly idle: readonly Player[]
  /** The smallest set with which there is no value, and why; null where all have one. */
  readonly gap: { readonly players: readonly Player[]; readonly sentence: string } | null
}

type Worth = { readonly value: number; readonly why: string | null }

/** What each of some sets is worth, in blocks; gives up between them, so that whoever drives it may rest. */
function* worthOf(
  match: Match,
  hybrids: Hybrids,
  sets: readonly number[],
  { line, time }: Figure,
): Generator<number, ReadonlyMap<number, Worth>> {
  const cells = match.lines.length * Math.max(lengthOf(match.from.frame.timeline), lengthOf(match.to.frame.timeline))
  const most = Math.max(2, Math.min(mostLanesOfBlock, Math.floor(mostCellsOfBlock / cells)))
  const worth = new Map<number, Worth>()
  let before: Results | undefined
  for (const block of hybrids.blocks(sets, most)) {
    const results = calculate(hybrids.model(block), before)
    for (const set of block) {
      const scenario = hybridId(set)
      const value = comparedValue(results, scenario, line, time)
      worth.set(set, { value, why: absenceAt(results, scenario, line, time)?.sentence ?? null })
    }
    before = results
    yield worth.size / sets.length
  }
  return worth
}

const membersOf = (players: readonly Player[], set: number): readonly Player[] =>
  players.filter((_, at) => (set & (1 << at)) !== 0)

/** Sets from the smallest to the largest, so that the first without a value is the simplest to tell. */
const allSets = (players: readonly Player[]): readonly number[] =>
  Array.from({ length: 2 ** players.length }, (_, set) => set).sort(
    (one, other) => membersOf(players, one).length - membersOf(players, other).length || one - other,
  )

/** How many players a set of bits can hold. */
const mostPlayersInSet = 30

/** Joins players one after the other; beyond a set's bits those that joined are part of the ground. */
function* inOrder(match: Match, players: readonly Player[], figure: Figure): Generator<number, readonly Worth[]> {
  const steps: Worth[] = []
  let { from } = match
  for (let first = 0; first === 0 || first < players.length; first += mostPlayersInSet) {
    const joining = players.slice(first, first + mostPlayersInSet)
    const sets = Array.from({ length: joining.length + 1 }, (_, count) => 2 ** count - 1)
    const worth = yield* worthOf(match, new Hybrids({ ...match, from }, joining), sets, figure)
    for (const set of first === 0 ? sets : sets.slice(1)) steps.push(present(worth.get(set), 'a set’s worth'))
    const contents = new Map(from.contents)
    for (const player of joining) if (player.of === 'line') contents.set(player.line.id, player.to)
    const hasFrame = joining.some((player) => player.of === 'frame')
    from = { frame: hasFrame ? match.to.frame : from.frame, contents }
  }
  return steps
}

/** Attributes what a figure is in one world and not in another; yields how far it is, from 0 to 1. */
export function* attribute(first: Side, second: Side, figure: Figure): Generator<number, Attribution | Problem> {
  const match = matchOf(first, second)
  if (isProblem(match)) return match
  const all = playersOf(match)
  const reach = reachOf(match, figure.line.id)
  const players = all.filter((player) => player.of === 'frame' || reach.has(player.line.id))
  const idle = all.filter((player) => !players.includes(player))
  if (players.length > mostShapleyPlayers) {
    const steps = yield* inOrder(match, players, figure)
    const at = steps.findIndex(({ why }) => why !== null)
    const values = steps.map(({ value }) => value)
    return {
      method: 'in order',
      from: values.at(0) ?? NaN,
      to: values.at(-1) ?? NaN,
      contributions:
        at >= 0
          ? []
          : players.map((player, each) => ({ player, amount: (values[each + 1] ?? NaN) - (values[each] ?? NaN) })),
      idle,
      gap: at < 0 ? null : { players: players.slice(0, at), sentence: steps[at]?.why ?? '' },
    }
  }
  const sets = allSets(players)
  const worth = yield* worthOf(match, new Hybrids(match, players), sets, figure)
  const valueOf = (set: number): number => worth.get(set)?.value ?? NaN
  const without = sets.find((set) => Number.isNaN(valueOf(set)))
  const amounts =
    without === undefined
      ? shapleyValues(
          players.length,
          Float64Array.from(sets.keys(), (set) => valueOf(set)),
        )
      : []
  return {
    method: 'Shapley',
    from: valueOf(0),
    to: valueOf(2 ** players.length - 1),
    contributions: amounts.map((amount, at) => ({ player: present(players[at], 'a player'), amount })),
    idle,
    gap:
      without === undefined ? null : { players: membersOf(players, without), sentence: worth.get(without)?.why ?? '' },
  }
}

/** The same at one go. */
export const attributed = (first: Side, second: Side, figure: Figure): Attribution | Problem => {
  const work = attribute(first, second, figure)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
