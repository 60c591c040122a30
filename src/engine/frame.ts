// A Frame is all that stays the same while only numbers change: plans, programs, and the lanes that scenarios are computed
// in. Scenarios with the same formulas are lanes of one group.

import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import { allLines, ancestry, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { Changes, type Change } from './changes.ts'
import { LaneGroup } from './laneGroup.ts'
import { libraryFor, type Library } from './library.ts'
import { Places } from './places.ts'
import { plansOf, type Plan } from './plan.ts'
import { Lowerings, Program } from './program.ts'
import type { Machine } from './wasm/machine.ts'

/** Where a scenario's values lie. */
export type LanePlace = { readonly group: LaneGroup; readonly lane: number }

const hasSameFormulas = (plan: Plan, other: Plan): boolean =>
  plan.lines.every(({ formula }, at) => formula === other.lines[at]?.formula)

const groupsOf = (plans: readonly Plan[]): readonly (readonly [Plan, ...Plan[]])[] => {
  const groups: [Plan, ...Plan[]][] = []
  for (const plan of plans) {
    const group = groups.find(([first]) => hasSameFormulas(first, plan))
    if (group === undefined) groups.push([plan])
    else group.push(plan)
  }
  return groups
}

export class Frame {
  readonly library: Library
  readonly places: Places
  readonly groups: readonly LaneGroup[]
  readonly #lowerings: Lowerings
  readonly #laneOf = new Map<ScenarioId, LanePlace>()
  /** Places in the plan, which are those in `allLines`. */
  readonly #numberOf: ReadonlyMap<LineId, number>

  /** Checked and rewritten formulas are taken over from the frame before where they still hold. */
  constructor(machine: Machine, model: Model, library: Library | null, before: Frame | null) {
    this.library = libraryFor(model, library)
    const places = new Places(model)
    this.places = places
    const isSameTime = before?.places.length === places.length && before.places.quarterAt(0) === places.quarterAt(0)
    const scope = { length: places.length, placeOf: places.placeOf.bind(places) }
    this.#lowerings = isSameTime && before.library === this.library ? before.#lowerings : new Lowerings(scope)
    this.#numberOf = new Map(allLines(model).map(({ id }, at) => [id, at]))
    this.groups = groupsOf(plansOf(model, this.library)).map((plans) => {
      const ancestors = plans.map(({ scenario }) => new Set(ancestry(model, scenario).map(({ id }) => id)))
      const group = new LaneGroup(machine, new Program(plans[0], this.#lowerings), plans, places, ancestors)
      for (const [lane, { scenario }] of plans.entries()) this.#laneOf.set(scenario, { group, lane })
      group.open(model)
      return group
    })
  }

  laneOf(scenario: ScenarioId): LanePlace {
    return present(this.#laneOf.get(scenario), `the scenario ${scenario}`)
  }

  /** A line's place in the plan; -1 for one that is not there. */
  numberOf(line: LineId): number {
    return this.#numberOf.get(line) ?? -1
  }

  /** A cell's value; NaN for none, also where the frame has no such scenario, line or quarter. */
  valueOf(scenario: ScenarioId, line: LineId, quarter: Quarter): number {
    const place = this.places.placeOf(quarter)
    const lane = this.#laneOf.get(scenario)
    if (lane === undefined || !this.places.holds(place) || !this.#numberOf.has(line)) return NaN
    return lane.group.valueAt(this.numberOf(line), place, lane.lane)
  }
}

/** The cells whose values differ after a change of more than numbers, by the model after it. */
export const changesBetween = (before: Frame, after: Frame, model: Model): readonly Change[] => {
  const changes = new Changes()
  for (const { id: line } of allLines(model)) {
    const from = changes.count
    for (const [place, quarter] of after.places.quarters.entries())
      for (const [number, { id: scenario }] of model.scenarios.entries())
        if (!Object.is(before.valueOf(scenario, line, quarter), after.valueOf(scenario, line, quarter)))
          changes.add(place * model.scenarios.length + number)
    if (changes.count > from) changes.close(line, from)
  }
  return changes.list()
}
