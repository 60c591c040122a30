// A Contest measures one engine against another, in Node and in the browser alike: every answer is checked first, then the
// engines take turns (ours, the peer, ours, the peer …), each in its own place.

import type { Task } from '../engines/contestant.ts'
import { worstDifference, type Answer, type ModelName } from '../engines/stand.ts'
import type { Arena, Contender, Place } from './arena.ts'
import type { Finding, Measure, Peer } from './finding.ts'
import { ratioOf, type Round } from './ratio.ts'

/** An engine with a model open, checked. */
export type Opened = {
  readonly engine: Contender
  readonly model: ModelName
  readonly place: Place
  /** How long opening took. */
  readonly milliseconds: number
}

/** Engines must agree as closely as this, relative to the value. */
const tolerance = 1e-9

export class Disagreement extends Error {}

export const agree = (what: string, { worst = Infinity }: Answer): void => {
  if (!(worst <= tolerance)) throw new Disagreement(`${what}: off by ${worst.toExponential(1)}, relative to the value.`)
}

export const open = async (arena: Arena, engine: Contender, model: ModelName): Promise<Opened> => {
  const place = await arena.enter(engine)
  const { milliseconds = NaN } = await place.ask({ command: 'open', model })
  agree(`${engine} on model ${model}`, await place.ask({ command: 'check' }))
  return { engine, model, place, milliseconds }
}

const timeOf = async ({ place }: Opened, task: Task, leastMilliseconds: number): Promise<number> =>
  (await place.ask({ command: 'time', task, leastMilliseconds })).milliseconds ?? NaN

export type Turns = {
  readonly rounds: number
  /** How long one timing lasts at least: beyond it, the clock's steps and a stray interruption weigh little. */
  readonly leastMilliseconds: number
  /** Untimed rounds before, for compilers that watch code run. */
  readonly warmUp: number
}

/** A side of a contest: what it does, and by what its time is divided. */
type Side = { readonly opened: Opened; readonly task: Task; readonly units?: number }

export const takeTurns = async (ours: Side, theirs: Side, turns: Turns): Promise<readonly Round[]> => {
  const rounds: Round[] = []
  const timed = async ({ opened, task, units = 1 }: Side): Promise<number> =>
    (await timeOf(opened, task, turns.leastMilliseconds)) / units
  for (let round = -turns.warmUp; round < turns.rounds; round += 1) {
    // Who goes first changes, so that neither always meets the other's heat.
    const [first, second] = round % 2 === 0 ? [ours, theirs] : [theirs, ours]
    const [one, other] = [await timed(first), await timed(second)]
    if (round >= 0) rounds.push(first === ours ? { ours: one, theirs: other } : { ours: other, theirs: one })
  }
  return rounds
}

/** Takes turns at one task, and checks afterwards that the answers still stand. */
export const contest = async (
  measure: Measure,
  peer: Peer,
  ours: Opened,
  theirs: Opened,
  task: Task,
  turns: Turns,
  ourTask: Task = task,
): Promise<Finding> => {
  const rounds = await takeTurns({ opened: ours, task: ourTask }, { opened: theirs, task }, turns)
  for (const { engine, model, place } of [ours, theirs])
    if (task !== 'lanes') agree(`${engine} on model ${model} after “${task}”`, await place.ask({ command: 'check' }))
  return { measure, model: ours.model, peer, ...ratioOf(rounds) }
}

export const checkEdit = async (
  { engine, model, place }: Opened,
  task: 'half edit' | 'four-cell edit',
): Promise<number> => {
  const answer = await place.ask({ command: 'check edit', task })
  agree(`${engine} on model ${model}, ${task}`, answer)
  return answer.cells ?? NaN
}

export const checkLanes = async (ours: Opened, theirs: Opened): Promise<void> => {
  const [{ outcomes: our }, { outcomes: their }] = [
    await ours.place.ask({ command: 'lanes' }),
    await theirs.place.ask({ command: 'lanes' }),
  ]
  const worst = our === undefined || their === undefined ? Infinity : worstDifference(our, their)
  agree(`${theirs.engine} and ${ours.engine} in 10,000 lanes`, { worst })
}
