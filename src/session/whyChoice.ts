// What the Why screen asks: which figure, and between which two worlds. What the view leaves open, or what is gone since, falls
// back to what suits the model now.

import { isDiffering, type ComparedTime } from '#analysis/comparison.ts'
import type { FigurePlace } from '#analysis/attribution.ts'
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

const lineFor = (
  results: Results,
  time: ComparedTime,
  { from, to }: Pick<WhyChoice, 'from' | 'to'>,
  wanted: string | null,
  selected: LineItem | null,
): LineItem | null => {
  const lines = allLines(results.model)
  const chosen = lines.find(({ id }) => id === wanted)
  if (chosen !== undefined) return chosen
  const sides = [from.scenario, to.scenario]
  const differs = (line: LineItem): boolean => isDiffering(results, line, time, sides)
  if (selected !== null && isResult(selected) && differs(selected)) return selected
  const section = results.model.sections[0]
  const candidates = lines.filter(isResult)
  return (
    candidates.findLast((line) => line.section === section && differs(line)) ??
    candidates.find(differs) ??
    candidates[0] ??
    lines[0] ??
    null
  )
}

export const whyChoiceOf = (
  results: Results,
  { shown, view, selected }: { readonly shown: ScenarioId; readonly view: WhyView; readonly selected: LineItem | null },
): WhyChoice | null => {
  const { model } = results
  const time = timeNamed(model, view.time)
  const worlds = worldsOf(model, shown, view)
  const line = lineFor(results, time, worlds, view.line, selected)
  return line === null ? null : { line, time, ...worlds }
}

export const placeOfChoice = ({ line: { id: line, kind }, time }: WhyChoice): FigurePlace => {
  if (kind === 'constant') return { line, of: 'constant' }
  return time.kind === 'year' ? { line, of: 'year', year: time.year } : { line, of: 'quarter', quarter: time.quarter }
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
