// A ChartCourse is what a chart draws: times, one or two axes, and a series for each line in each scenario. Money follows the
// scale of the view. What cannot be drawn is left out and told in a sentence; no value is a gap, never 0.

import { comparedValue, type ComparedTime } from '#analysis/comparison.ts'
import { canGrow, yearGrowthOf } from '#analysis/yearGrowth.ts'
import { counted, listed } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import type { ChartChoice } from '#model/chartChoice.ts'
import { decimalsIn, shownUnit, shownValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, scenarioOf } from '#model/model.ts'
import { scenarioColours, type Scenario, type ScenarioColour, type ScenarioId } from '#model/scenario.ts'
import { unitName, type Scale, type Unit } from '#model/unit.ts'
import { chartBreaks, type ChartBreak } from './chartBreaks.ts'
import { chartTimes, isWhollyReported } from './chartTimes.ts'
import { timeName } from './copying.ts'

type ChartAxis = {
  /** `RMB bn`. */
  readonly unit: string
  readonly scale: Scale | null
}

export type ChartSeries = {
  readonly line: LineItem
  readonly scenario: Scenario
  readonly isGrowth: boolean
  readonly name: string
  readonly form: 'line' | 'column'
  /** A position in the axes: 0 is on the left. */
  readonly axis: number
  readonly unit: string
  readonly decimals: number
  readonly colour: ScenarioColour
  /** Its place among the shapes of points. */
  readonly shape: number
  /** As shown, one for each time; NaN is no value. */
  readonly values: readonly number[]
}

export type ChartCourse = {
  readonly times: readonly ComparedTime[]
  readonly labels: readonly string[]
  /** The position of the last time that is wholly reported; −1 where none is. */
  readonly lastActual: number
  readonly axes: readonly ChartAxis[]
  readonly isStacked: boolean
  readonly series: readonly ChartSeries[]
  readonly breaks: readonly ChartBreak[]
  /** What is not drawn, or not as chosen, and why. */
  readonly leftOut: readonly string[]
}

/** More series of several lines than these are not told apart. */
const mostSeries = 10

const mostAxes = 2

/** What one scale measures: money of one currency, whatever its scale. */
const measureOf = (unit: Unit): string => (unit.kind === 'currency' ? `currency ${unit.currency}` : unitName(unit))

type Wanted = { readonly line: LineItem; readonly isGrowth: boolean; readonly unit: Unit }

const percent: Unit = { kind: 'percent' }

const wantedOf = (results: Results, { lines }: ChartChoice): readonly Wanted[] => {
  const all = allLines(results.model)
  const found = lines.flatMap(({ line: id, hasGrowth }) => {
    const line = all.find((each) => each.id === id && each.kind !== 'constant')
    return line === undefined ? [] : [{ line, hasGrowth }]
  })
  return [
    ...found.map(({ line }) => ({ line, isGrowth: false, unit: line.unit })),
    ...found
      .filter(({ line, hasGrowth }) => hasGrowth && canGrow(line))
      .map(({ line }) => ({ line, isGrowth: true, unit: percent })),
  ]
}

const scenariosOf = ({ model }: Results, { scenarios }: ChartChoice, shown: ScenarioId): readonly Scenario[] => {
  const chosen = model.scenarios.filter(
    ({ id }) => scenarios === 'all' || (scenarios !== 'shown' && scenarios.includes(id)),
  )
  return chosen.length > 0 ? chosen : [scenarioOf(model, shown)]
}

const nameOf = ({ line, isGrowth }: Wanted): string => (isGrowth ? `${line.label}, growth` : line.label)

type Axes = {
  readonly axes: readonly (ChartAxis & { readonly measure: string })[]
  readonly leftOut: readonly Wanted[]
}

/** The first two units get an axis; what has a third is left out. */
const axesOf = (wanted: readonly Wanted[], scale: Scale | null): Axes =>
  wanted.reduce<Axes>(
    ({ axes, leftOut }, each) => {
      const measure = measureOf(each.unit)
      if (axes.some((axis) => axis.measure === measure)) return { axes, leftOut }
      if (axes.length === mostAxes) return { axes, leftOut: [...leftOut, each] }
      const own = each.unit.kind === 'currency' ? (scale ?? each.unit.scale) : null
      return { axes: [...axes, { measure, scale: own, unit: unitName(shownUnit(each.unit, own)) }], leftOut }
    },
    { axes: [], leftOut: [] },
  )

const leftOutSentence = (leftOut: readonly Wanted[], axes: readonly ChartAxis[]): readonly string[] =>
  leftOut.map(
    (each) =>
      `${nameOf(each)} is in ${unitName(each.unit)}: a chart has two units at the most, and this one has ${listed(axes.map(({ unit }) => unit))}.`,
  )

/** Why a changed chart would leave out what the one before did not, and what to do; null where it draws all of it. */
export const refusalOfChange = (
  results: Results,
  { before, after, scale }: { readonly before: ChartChoice; readonly after: ChartChoice; readonly scale: Scale | null },
): string | null => {
  const had = axesOf(wantedOf(results, before), scale)
  const wanted = wantedOf(results, after)
  const now = axesOf(wanted, scale)
  if (now.leftOut.length <= had.leftOut.length) return null
  const isNew = ({ unit }: Wanted): boolean => had.axes.every(({ measure }) => measure !== measureOf(unit))
  const added = had.axes.length === mostAxes ? wanted.filter(isNew) : now.leftOut
  const axes = had.axes.length === mostAxes ? had.axes : now.axes
  const [sentence = ''] = leftOutSentence(added, axes)
  return `${sentence} Take a line out first, or draw it in a chart of its own.`
}

const coloursFrom = (first: ScenarioColour): readonly ScenarioColour[] => {
  const at = scenarioColours.indexOf(first)
  return [...scenarioColours.slice(at), ...scenarioColours.slice(0, at)]
}

/** `shown` is the scenario shown in the app, `scale` the view's. */
export const chartCourse = (
  results: Results,
  chart: ChartChoice,
  shown: ScenarioId,
  scale: Scale | null,
): ChartCourse => {
  const times = chartTimes(results, chart)
  const wanted = wantedOf(results, chart)
  const { axes, leftOut } = axesOf(wanted, scale)
  const isStacked = chart.kind === 'stacked'
  const chosen = scenariosOf(results, chart, shown)
  const scenarios = isStacked ? chosen.slice(0, 1) : chosen
  const axisOf = ({ unit }: Wanted): number => axes.findIndex(({ measure }) => measure === measureOf(unit))
  const drawn = wanted.filter((each) => axisOf(each) >= 0)
  const colours = coloursFrom(scenarios[0]?.colour ?? 'blue')
  const all = drawn.flatMap((each, place) =>
    scenarios.map((scenario, within): ChartSeries => {
      const { line, isGrowth, unit } = each
      const axis = axisOf(each)
      const name = nameOf(each)
      const valueAt = isGrowth
        ? yearGrowthOf(results, scenario.id, line)
        : (time: ComparedTime): number => comparedValue(results, scenario.id, line, time)
      const own = axes[axis]?.scale ?? null
      return {
        line,
        scenario,
        isGrowth,
        name: scenarios.length === 1 ? name : drawn.length === 1 ? scenario.name : `${name}, ${scenario.name}`,
        form: chart.kind === 'line' || axis > 0 || isGrowth ? 'line' : 'column',
        axis,
        unit: axes[axis]?.unit ?? '',
        decimals: isGrowth ? 1 : decimalsIn(line.unit, line.decimals, own),
        colour: scenarios.length === 1 ? (colours[place % colours.length] ?? scenario.colour) : scenario.colour,
        shape: drawn.length === 1 ? results.model.scenarios.indexOf(scenario) : place * scenarios.length + within,
        values: times.map((time) => shownValue(valueAt(time), unit, own)),
      }
    }),
  )
  // A line alone is drawn in every scenario chosen.
  const most = drawn.length === 1 ? Infinity : mostSeries
  const unstacked = all.filter(({ form, isGrowth }) => isStacked && form === 'line' && !isGrowth)
  return {
    times,
    labels: times.map((time) => timeName(results, time)),
    lastActual: times.findLastIndex((time) => isWhollyReported(results, time)),
    axes: axes.map(({ unit, scale: own }) => ({ unit, scale: own })),
    isStacked,
    series: all.slice(0, most),
    breaks: chartBreaks(results, all.slice(0, most), times),
    leftOut: [
      ...leftOutSentence(leftOut, axes),
      ...(unstacked.length > 0
        ? [
            `Only lines in ${axes[0]?.unit ?? ''} are stacked: ${listed(unstacked.map(({ name }) => name))} ${unstacked.length === 1 ? 'is drawn as a line' : 'are drawn as lines'}.`,
          ]
        : []),
      ...(chosen.length > scenarios.length ? [`Stacked columns show one scenario: ${scenarios[0]?.name ?? ''}.`] : []),
      ...(all.length > most
        ? [
            `${counted(all.length, 'line')} are chosen, and the first ${most} are drawn: choose fewer lines or scenarios.`,
          ]
        : []),
    ],
  }
}
