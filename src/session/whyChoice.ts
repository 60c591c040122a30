// What the Why screen asks: which figure, and between which two worlds. What the view leaves open, or what is gone since, falls
// back to what suits the model now.

import { comparedValue, isDiffering, type ComparedTime } from '#analysis/comparison.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, baseOf, scenarioOf, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { WhyView, WorldName } from '#model/view.ts'
import type { SnapshotSummary } from '#store/store.ts'
import { timeNamed } from './comparing.ts'

export type WhyChoice = {
  readonly line: LineItem
  readonly time: ComparedTime
  readonly from: WorldName
  readonly to: WorldName
}

const named = (model: Model, world: WorldName | null): WorldName | null =>
  world !== null && model.scenarios.some(({ id }) => id === world.scenario) ? world : null

const now = (scenario: ScenarioId): WorldName => ({ scenario, snapshot: null })

/** Base against the scenario shown, or while Base is shown against the first other; itself where there is no other. */
const worldsOf = (model: Model, shown: ScenarioId, view: WhyView): Pick<WhyChoice, 'from' | 'to'> => {
  const base = baseOf(model).id
  const other = shown === base ? (model.scenarios[1]?.id ?? base) : shown
  return { from: named(model, view.from) ?? now(base), to: named(model, view.to) ?? now(other) }
}

/** What is asked about first: a result rather than an assumption. */
const isResult = ({ driver, kind, tolerance }: LineItem): boolean =>
  !driver && kind !== 'constant' && tolerance === null

/** The results that the two sides are read from; null while a version is being read. */
type SideResults = { readonly from: Results | null; readonly to: Results | null }

const valueIn = (results: Results, scenario: ScenarioId, line: LineItem, time: ComparedTime): number =>
  results.model.scenarios.some(({ id }) => id === scenario) ? comparedValue(results, scenario, line, time) : NaN

/** Whether a line's figure differs between the two sides; between scenarios of one model, whether it reads otherwise. */
const differing = (
  { from, to }: SideResults,
  time: ComparedTime,
  worlds: Pick<WhyChoice, 'from' | 'to'>,
): ((line: LineItem) => boolean) => {
  if (from === null || to === null) return () => false
  if (from === to) return (line) => isDiffering(to, line, time, [worlds.from.scenario, worlds.to.scenario])
  return (line) =>
    !Object.is(valueIn(from, worlds.from.scenario, line, time), valueIn(to, worlds.to.scenario, line, time))
}

const lineFor = (
  model: Model,
  differs: (line: LineItem) => boolean,
  wanted: string | null,
  selected: LineItem | null,
): LineItem | null => {
  const lines = allLines(model)
  const chosen = lines.find(({ id }) => id === wanted)
  if (chosen !== undefined) return chosen
  if (selected !== null && isResult(selected) && differs(selected)) return selected
  const candidates = lines.filter(isResult)
  return (
    candidates.findLast((line) => line.section === model.sections[0] && differs(line)) ??
    candidates.find(differs) ??
    candidates[0] ??
    lines[0] ??
    null
  )
}

type Asking = {
  readonly shown: ScenarioId
  readonly view: WhyView
  readonly selected: LineItem | null
  /** Needed where a side is a snapshot, to find a line that differs. */
  readonly sides?: SideResults
}

export const whyChoiceOf = (results: Results, { shown, view, selected, sides }: Asking): WhyChoice | null => {
  const { model } = results
  const time = timeNamed(model, view.time)
  const worlds = worldsOf(model, shown, view)
  const differs = differing(sides ?? { from: results, to: results }, time, worlds)
  const line = lineFor(model, differs, view.line, selected)
  return line === null ? null : { line, time, ...worlds }
}

/** `Bull`, `Bull in “Before roll forward to FY26 Q3”`. */
export const worldText = (
  model: Model,
  { scenario, snapshot }: WorldName,
  snapshots: readonly SnapshotSummary[],
): string => {
  const { name } = scenarioOf(model, scenario)
  if (snapshot === null) return name
  return `${name} in “${snapshots.find(({ id }) => id === snapshot)?.name ?? 'a snapshot that is gone'}”`
}

export const isSameWorld = (one: WorldName, other: WorldName): boolean =>
  one.scenario === other.scenario && one.snapshot === other.snapshot
