// Charting: the charts of a model, kept in the view, and what is done to them: added, changed, copied, moved, taken away. The
// first change keeps the charts that suited the model as the user's own.

import type { Results } from '#engine/results.ts'
import { freeChartId, type ChartChoice } from '#model/chartChoice.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import { refusalOfChange } from './chartCourse.ts'
import { complaint, remark, type Message } from './message.ts'
import { suitedCharts } from './suitedCharts.ts'

export type ChartGround = {
  readonly results: Results
  readonly view: View
  readonly shown: ScenarioId
  readonly look: (change: Partial<View>) => void
  readonly say: (message: Message) => void
}

/** What only a drawn chart can do: each call is an object of its own. */
export type ChartCall = { readonly chart: string; readonly deed: 'copy' | 'save' | 'table' }

export const chartsOf = ({ view, results }: Pick<ChartGround, 'view' | 'results'>): readonly ChartChoice[] =>
  view.charts.charts ?? suitedCharts(results.model)

/** The chart that commands are about; null where there is none. */
export const chartAtHand = (ground: Pick<ChartGround, 'view' | 'results'>): ChartChoice | null =>
  chartsOf(ground).find(({ id }) => id === ground.view.charts.chart) ?? null

const keep = (ground: ChartGround, charts: readonly ChartChoice[], change: Partial<View['charts']> = {}): void => {
  ground.look({ charts: { ...ground.view.charts, charts, ...change } })
}

/** Takes a chart at hand. */
export const takeChart = (ground: ChartGround, chart: string): void => {
  if (ground.view.charts.chart !== chart) ground.look({ charts: { ...ground.view.charts, chart } })
}

/** Opens a chart to be changed, or closes it. */
export const openChart = (ground: ChartGround, chart: string, isOpen = true): void => {
  ground.look({ charts: { ...ground.view.charts, chart, opened: isOpen ? chart : null } })
}

/** Changes a chart, unless a line of it could not be drawn then: that is said, and nothing changes. */
export const changeChart = (ground: ChartGround, id: string, change: Partial<Omit<ChartChoice, 'id'>>): void => {
  const charts = chartsOf(ground)
  const chart = charts.find((each) => each.id === id)
  if (chart === undefined) return
  const changed = { ...chart, ...change }
  const refusal = refusalOfChange(ground.results, { before: chart, after: changed, scale: ground.view.scale })
  if (refusal !== null) ground.say(complaint(refusal))
  else
    keep(
      ground,
      charts.map((each) => (each.id === id ? changed : each)),
    )
}

const freeChartName = (charts: readonly ChartChoice[], wanted: string): string => {
  let name = wanted
  for (let number = 2; charts.some((each) => each.name === name); number += 1) name = `${wanted} ${number}`
  return name
}

/** Adds a chart behind the others, open for its lines to be chosen. */
export const addChart = (ground: ChartGround): void => {
  const charts = chartsOf(ground)
  const id = freeChartId(charts)
  const chart: ChartChoice = {
    id,
    name: freeChartName(charts, 'New chart'),
    kind: 'line',
    pace: 'quarter',
    range: { kind: 'all' },
    lines: [],
    scenarios: 'shown',
  }
  keep(ground, [...charts, chart], { chart: id, opened: id })
  ground.say(remark(`${chart.name} is added: choose its lines.`))
}

/** Copies a chart to right behind it. */
export const duplicateChart = (ground: ChartGround, id: string): void => {
  const charts = chartsOf(ground)
  const at = charts.findIndex((each) => each.id === id)
  const chart = charts[at]
  if (chart === undefined) return
  const copy = { ...chart, id: freeChartId(charts), name: freeChartName(charts, chart.name) }
  keep(ground, [...charts.slice(0, at + 1), copy, ...charts.slice(at + 1)], { chart: copy.id, opened: copy.id })
  ground.say(remark(`${copy.name} is added.`))
}

/** Moves a chart before or behind its neighbour; says so where there is none. */
export const moveChart = (ground: ChartGround, id: string, by: -1 | 1): void => {
  const charts = [...chartsOf(ground)]
  const at = charts.findIndex((each) => each.id === id)
  const [chart] = charts.splice(at, 1)
  if (at < 0 || chart === undefined) return
  if (at + by < 0 || at + by > charts.length) {
    ground.say(complaint(`${chart.name} is the ${by < 0 ? 'first' : 'last'} chart already.`))
    return
  }
  charts.splice(at + by, 0, chart)
  keep(ground, charts, { chart: id })
  ground.say(remark(`${chart.name} is now chart ${at + by + 1} of ${charts.length}.`))
}

/** Takes a chart away; the message brings it back to where it was. */
export const removeChart = (ground: ChartGround, id: string): void => {
  const charts = chartsOf(ground)
  const at = charts.findIndex((each) => each.id === id)
  const chart = charts[at]
  if (chart === undefined) return
  keep(
    ground,
    charts.filter((each) => each !== chart),
    { chart: null, opened: null },
  )
  const restore = (): void => {
    const now = chartsOf(ground)
    if (now.some((each) => each.id === id)) return
    keep(ground, [...now.slice(0, at), chart, ...now.slice(at)], { chart: id })
    ground.say(remark(`${chart.name} is back.`))
  }
  ground.say(remark(`${chart.name} is removed.`, { label: 'Undo', run: restore }))
}
