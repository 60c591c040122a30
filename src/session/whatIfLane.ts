// The lane of a what-if: a model of its own with one more scenario under the one shown, in which every quarter after the last
// actual spends the rate. The rate is a constant, so that while a slider is dragged nothing is compiled. Kept, the same
// formula is a scenario of the user's model, with the number in it.

import { pacingOf, type Pacing } from '#analysis/pacing.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { numberText } from '#exchange/number.ts'
import { readingLineId } from '#model/commitmentLines.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, ancestry, isReported, lineOf, type Model } from '#model/model.ts'
import { formulaOf, isBaseActual, originOf } from '#model/origin.ts'
import { addQuarters } from '#model/quarter.ts'
import { scenarioColours, type Scenario, type ScenarioId } from '#model/scenario.ts'
import { mostQuarters } from '#model/soundness.ts'
import { quartersOf, type Timeline } from '#model/timeline.ts'
import { ratesFor, type Asked, type Ground } from './whatIf.ts'

/** Where the rate is said, and how: `32000`, or `if(actual == 1, 95% * capex, 32000)`. */
export type Landing = {
  readonly line: LineItem
  /** Whether it is the line that the reading counts, so that all that depends on it follows. */
  readonly isCounted: boolean
  readonly formula: (rate: string) => string
}

const afterActual =
  (past: string | null) =>
  (rate: string): string =>
    past === null ? rate : `if(actual == 1, ${past}, ${rate})`

/**
 * The counted line takes the rate itself where the reading counts its key and nothing else, and where its past stays: each
 * reported quarter is Base's number, or all others come from one formula, which goes on there.
 */
const countedLanding = (model: Model, scenario: ScenarioId, counts: string): Landing | null => {
  const line = model.lines.find(({ key }) => key === counts.trim())
  if (line === undefined || line.driver || line.kind === 'constant') return null
  const past = new Set<string>()
  for (const quarter of quartersOf(model.timeline)) {
    if (!isReported(model, quarter) || isBaseActual(model, line, quarter)) continue
    const origin = originOf(model, scenario, line, quarter)
    if (origin.from !== 'formula' || origin.formula.trim() === '') return null
    past.add(origin.formula)
  }
  return past.size > 1 ? null : { line, isCounted: true, formula: afterActual([...past][0] ?? null) }
}

/** Where the counted line cannot take the rate, what is counted of it does. */
export const landingFor = (model: Model, { commitment, reading, scenario }: Ground): Landing => {
  const line = lineOf(model, readingLineId(commitment, reading, 'counting'))
  const counts = formulaOf(model, scenario, line)?.formula ?? reading.counts
  return countedLanding(model, scenario, counts) ?? { line, isCounted: false, formula: afterActual(counts) }
}

const freeWord = (wanted: string, taken: ReadonlySet<string>): string => {
  for (let count = 1; ; count += 1) {
    const each = count === 1 ? wanted : `${wanted}_${count}`
    if (!taken.has(each)) return each
  }
}

/** Far enough that the completion's slider ends inside and the last four quarters all spend the rate. */
const laneTimeline = ({ timeline }: Model, { window, from, completion }: Ground): Timeline => {
  const lasts = [
    timeline.last,
    window.last,
    addQuarters(from, 3),
    addQuarters(window.first, Math.ceil(completion?.most ?? 1) - 1),
  ]
  const last = lasts.sort().at(-1) ?? timeline.last
  const limit = addQuarters(timeline.first, mostQuarters - 1)
  return { first: timeline.first, last: last < limit ? last : limit }
}

type LaneGround = { readonly model: Model; readonly scenario: ScenarioId; readonly rate: LineId }

/** One that no scenario has, while there is one. */
const freeColour = ({ scenarios }: Model): Scenario['colour'] =>
  scenarioColours.find((colour) => !scenarios.some((each) => each.colour === colour)) ?? 'purple'

/** A model with the scenario shown, its parents, and the lane under it; the lane says no rate yet. */
const laneGround = (model: Model, ground: Ground): LaneGround => {
  const { commitment } = ground
  const lines = allLines(model)
  const key = freeWord('what_if_spend', new Set(lines.map((line) => line.key)))
  const rate: LineItem = {
    ...{ id: freeWord('what if', new Set(lines.map(({ id }) => id))), key, label: 'Spend a quarter' },
    ...{ section: commitment.section, unit: commitment.unit, kind: 'constant', decimals: 0, polarity: 'neutral' },
    ...{ driver: true, formula: null, description: '', tolerance: null, expected: null, source: '', breaks: [] },
  }
  const landing = landingFor(model, ground)
  const lane: Scenario = {
    id: freeWord('what if', new Set(model.scenarios.map(({ id }) => id))),
    name: 'What if',
    parent: ground.scenario,
    colour: freeColour(model),
    formulas: new Map([[landing.line.id, landing.formula(key)]]),
  }
  return {
    scenario: lane.id,
    rate: rate.id,
    model: {
      ...model,
      timeline: laneTimeline(model, ground),
      lines: [...model.lines, rate],
      scenarios: [...[...ancestry(model, ground.scenario)].reverse(), lane],
    },
  }
}

/** What a lane came to: its own results, in which it is one more scenario. */
export type Preview = {
  readonly rate: number
  readonly results: Results
  readonly scenario: ScenarioId
  readonly pacing: Pacing
}

/** Computes lanes one after the other, each from the one before. */
export class WhatIfLane {
  #made: { readonly model: Model; readonly ground: Ground; readonly lane: LaneGround } | null = null
  #results: Results | null = null

  /** Whether the next lane is no more than another rate. */
  isReadyFor(model: Model, ground: Ground): boolean {
    return this.#results !== null && this.#made?.model === model && this.#made.ground === ground
  }

  at(model: Model, ground: Ground, asked: Asked): Preview {
    if (asked.of === 'spend') return this.#spending(model, ground, asked.rate)
    const { rate, next } = ratesFor(ground, asked.quarters)
    const first = this.#spending(model, ground, rate)
    const { completion } = first.pacing.forecast
    const reached = completion ?? first.pacing.afterwards.completion
    return reached !== null && reached.quarters <= asked.quarters ? first : this.#spending(model, ground, next)
  }

  #spending(model: Model, ground: Ground, rate: number): Preview {
    const lane = this.#laneOf(model, ground)
    const say = (scenario: Scenario): Scenario =>
      scenario.id === lane.scenario
        ? {
            ...scenario,
            formulas: new Map([...scenario.formulas, [lane.rate, numberText(rate, ground.commitment.unit)]]),
          }
        : scenario
    const spending = { ...lane.model, scenarios: lane.model.scenarios.map(say) }
    this.#results = calculate(spending, this.#results ?? undefined)
    const pacing = pacingOf(this.#results, ground.commitment, ground.reading, lane.scenario)
    return { rate, results: this.#results, scenario: lane.scenario, pacing }
  }

  #laneOf(model: Model, ground: Ground): LaneGround {
    if (this.#made !== null && this.isReadyFor(model, ground)) return this.#made.lane
    const lane = laneGround(model, ground)
    this.#made = { model, ground, lane }
    return lane
  }
}
