// The burn-up chart in Chart.js: counted money of every scenario against the plan. Reported quarters are solid, forecast
// ones dashed; a ring marks the quarter in which the amount is reached, an upright line the last actual.

import type { ChartConfiguration, ChartDataset } from 'chart.js'
import type { BurnUp } from '#analysis/burnUp.ts'
import { plainFigure, shownValue } from '#model/figure.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Unit } from '#model/unit.ts'
import { chartMaker } from './drawnChart.ts'
import { lastActualMark } from './lastActualMark.ts'
import { allAtOneTime, calm, dashedAfter, plainLine, timeAxis, valueAxis } from './overTime.ts'
import type { Palette } from './palette.ts'
import { pointsOf } from './shapes.ts'

export type BurnUpDrawing = {
  readonly burnUp: BurnUp
  readonly unit: Unit
  /** The quarters' names, in order. */
  readonly labels: readonly string[]
  readonly shown: ScenarioId
  readonly yTitle: string
}

const datasetsOf = ({ burnUp, unit, shown }: BurnUpDrawing, palette: Palette): ChartDataset<'line', number[]>[] => {
  const inBn = (values: readonly number[]): number[] => values.map((value) => shownValue(value, unit, 'bn'))
  const muted = palette.of('muted')
  const ground = palette.of('surface')
  return [
    ...burnUp.series.map(({ scenario, counted, completesAt }, place) => {
      const colour = palette.of(scenario.colour)
      const points = pointsOf(place, counted.length, colour, ground)
      const at = <Value>(ring: Value, point: (index: number) => Value): Value[] =>
        counted.map((_, index) => (index === completesAt ? ring : point(index)))
      return {
        ...plainLine,
        ...dashedAfter(burnUp.lastActual),
        label: scenario.name,
        data: inBn(counted),
        borderColor: colour,
        borderWidth: scenario.id === shown ? 2.5 : 1.5,
        order: scenario.id === shown ? 0 : 1,
        ...points,
        // A ring marks the quarter the amount is reached in.
        pointStyle: at('circle', () => points.pointStyle),
        pointRadius: at(5, (index) => points.pointRadius[index] ?? 0),
        pointBackgroundColor: at(ground, () => points.pointBackgroundColor),
        pointBorderWidth: at(2, () => points.pointBorderWidth),
      }
    }),
    { ...plainLine, label: 'Plan', data: inBn(burnUp.planned), borderColor: muted, order: 2 },
    {
      ...plainLine,
      label: 'Commitment',
      data: inBn(burnUp.quarters.map(() => burnUp.amount)),
      borderColor: muted,
      borderWidth: 1,
      borderDash: [1, 3],
      order: 3,
    },
  ]
}

const configurationOf = (drawing: BurnUpDrawing, palette: Palette): ChartConfiguration<'line', number[], string> => ({
  type: 'line',
  data: { labels: [...drawing.labels], datasets: datasetsOf(drawing, palette) },
  options: {
    ...calm,
    interaction: allAtOneTime,
    scales: {
      x: timeAxis(palette, 'fiscal quarter'),
      y: { beginAtZero: true, ...valueAxis(palette, drawing.yTitle) },
    },
    plugins: {
      tooltip: {
        callbacks: {
          label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${plainFigure(parsed.y ?? NaN, 3)} bn`,
        },
      },
    },
  },
  plugins: [lastActualMark(drawing.burnUp.lastActual, palette)],
})

export const createBurnUpChart = chartMaker(configurationOf, (chart, before, now, palette) => {
  const isSameFrame = now.burnUp.lastActual === before.burnUp.lastActual && now.labels.join() === before.labels.join()
  if (isSameFrame) chart.data.datasets = datasetsOf(now, palette)
  return isSameFrame
})
