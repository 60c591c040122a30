// A Hybrid has some lines as in one world and all others as in another. Hybrids are scenarios of one model, so that each
// is a lane of one calculation: its Base is the first world, and a scenario says what the second has otherwise.

import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { emptyRow, type Entry, type QuarterRow } from '#model/quarterRow.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import { contains, type Timeline } from '#model/timeline.ts'
import type { Frame, LineContent, Match } from './world.ts'

/** What the worlds can differ in: one line with all it holds, or the quarters and kinds that all lines share. */
export type Player =
  | { readonly of: 'line'; readonly line: LineItem; readonly from: LineContent; readonly to: LineContent }
  | { readonly of: 'frame' }

const nothing: LineContent = { formula: null, typed: new Map() }

const textOf = ({ formula }: LineContent): string => formula?.trim() ?? ''

const isSame = (from: LineContent, to: LineContent): boolean =>
  textOf(from) === textOf(to) &&
  from.typed.size === to.typed.size &&
  [...from.typed].every(([quarter, value]) => Object.is(to.typed.get(quarter), value))

/** All that two worlds differ in: the frame first, then lines in their order. */
export const playersOf = ({ lines, from, to, isSameFrame }: Match): readonly Player[] => {
  const ofLines = lines.flatMap((line): readonly Player[] => {
    const [was, is] = [from.contents.get(line.id) ?? nothing, to.contents.get(line.id) ?? nothing]
    return isSame(was, is) ? [] : [{ of: 'line', line, from: was, to: is }]
  })
  return isSameFrame ? ofLines : [{ of: 'frame' }, ...ofLines]
}

/** What a scenario must say over the first world, so that a line is as in the second. */
type Say = { readonly line: LineId; readonly formula: string | null; readonly entries: ReadonlyMap<Quarter, Entry> }

const sayOf = (player: Extract<Player, { of: 'line' }>): Say => {
  const { line, from, to } = player
  // A formula of its own sets aside every number of Base's on the line.
  if (textOf(from) !== textOf(to)) return { line: line.id, formula: to.formula ?? '', entries: to.typed }
  const entries = new Map<Quarter, Entry>()
  for (const quarter of new Set([...from.typed.keys(), ...to.typed.keys()])) {
    const value = to.typed.get(quarter)
    if (!Object.is(from.typed.get(quarter), value)) entries.set(quarter, value ?? 'release')
  }
  return { line: line.id, formula: null, entries }
}

export const hybridId = (set: number): ScenarioId => `set ${set}`

const base: Scenario = { id: 'first', name: 'First', parent: null, colour: 'blue', formulas: new Map() }
const section = 'Lines'

/** The rows of what is said, as far as the ground has room for it: a constant holds no quarters. */
const rowsOf = (
  { timeline, constants }: Pick<Ground, 'timeline' | 'constants'>,
  says: readonly Say[],
): ReadonlyMap<Quarter, QuarterRow> => {
  const rows = new Map<Quarter, Map<LineId, Entry>>()
  for (const { line, entries } of says)
    for (const [quarter, entry] of entries) {
      if (constants.has(line) || !contains(timeline, quarter)) continue
      const row = rows.get(quarter) ?? new Map<LineId, Entry>()
      rows.set(quarter, row.set(line, entry))
    }
  return new Map([...rows].map(([quarter, entries]) => [quarter, { entries, notes: emptyRow.notes }]))
}

/** The first world in a frame, on which its hybrids stand. */
type Ground = {
  readonly timeline: Timeline
  readonly constants: ReadonlySet<LineId>
  readonly model: Model
}

/** What a model of hybrids is made of. A set of players is a number, one bit for each in their order. */
export class Hybrids {
  readonly #match: Match
  readonly #says: readonly (Say | null)[]
  readonly #grounds = new Map<Frame, Ground>()
  readonly #frameBit: number

  constructor(match: Match, players: readonly Player[]) {
    this.#match = match
    this.#says = players.map((player) => (player.of === 'line' ? sayOf(player) : null))
    const frame = players.findIndex((player) => player.of === 'frame')
    this.#frameBit = frame < 0 ? 0 : 1 << frame
  }

  /** Sets that can be computed together, at most so many: those that share a frame. */
  blocks(sets: readonly number[], most: number): readonly (readonly number[])[] {
    const blocks: number[][] = []
    for (const wanted of [0, this.#frameBit]) {
      const alike = sets.filter((set) => (set & this.#frameBit) === wanted)
      for (let at = 0; at < alike.length; at += most) blocks.push(alike.slice(at, at + most))
      if (this.#frameBit === 0) break
    }
    return blocks
  }

  /** A model with a scenario, `hybridId(set)`, for each of some sets that share a frame. */
  model(sets: readonly number[]): Model {
    const { from, to } = this.#match
    const ground = this.#ground(((sets[0] ?? 0) & this.#frameBit) === 0 ? from.frame : to.frame)
    const rows = new Map(ground.model.rows)
    const scenarios = sets.map((set): Scenario => {
      const says = this.#says.filter((say, at): say is Say => say !== null && (set & (1 << at)) !== 0)
      rows.set(hybridId(set), rowsOf(ground, says))
      const formulas = says.flatMap(({ line, formula }) => (formula === null ? [] : [[line, formula] as const]))
      return { ...base, id: hybridId(set), name: hybridId(set), parent: base.id, formulas: new Map(formulas) }
    })
    return { ...ground.model, scenarios: [base, ...scenarios], rows }
  }

  /** Every line is a driver: what is reported is said by each scenario itself. */
  #ground(frame: Frame): Ground {
    const known = this.#grounds.get(frame)
    if (known !== undefined) return known
    const { model, from } = this.#match
    const lines = this.#match.lines.map((line) => ({
      ...line,
      section,
      kind: frame.kinds.get(line.id) ?? line.kind,
      driver: true,
      formula: from.contents.get(line.id)?.formula ?? null,
    }))
    const { timeline, lastActual } = frame
    const constants = new Set(lines.flatMap(({ id, kind }) => (kind === 'constant' ? [id] : [])))
    const says = [...from.contents].map(([line, { typed }]): Say => ({ line, formula: null, entries: typed }))
    const ground: Ground = {
      timeline,
      constants,
      model: {
        ...model,
        ...{ timeline, lastActual, lines },
        sections: [section],
        scenarios: [base],
        commitments: [],
        rows: new Map([[base.id, rowsOf({ timeline, constants }, says)]]),
      },
    }
    this.#grounds.set(frame, ground)
    return ground
  }
}
