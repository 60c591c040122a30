// A line in every scenario, overlaid, in Chart.js. Reported times are solid and forecast ones dashed; each scenario has its
// colour and a shape of its points, so that the lines are told apart in print and by every eye.

import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { plainFigure } from '#model/figure.ts'
import type { Scenario } from '#model/scenario.ts'
import { chartMaker } from './drawnChart.ts'
import { lastActualMark } from './lastActualMark.ts'
import { allAtOneTime, calm, dashedAfter, plainLine, timeAxis, valueAxis } from './overTime.ts'
import type { Palette } from './palette.ts'
import { pointsOf } from './shapes.ts'

export type ScenarioDrawing = {
  readonly labels: readonly string[]
  /** A position in the labels; −1 where nothing is reported. */
  readonly lastActual: number
  /** `RMB bn`. */
  readonly unit: string
  readonly decimals: number
  /** `shape` is the scenario's place among all of the model's. */
  readonly series: readonly {
    readonly scenario: Scenario
    readonly shape: number
    readonly values: readonly number[]
  }[]
}

const datasetsOf = (drawing: ScenarioDrawing, palette: Palette): ChartDataset<'line', number[]>[] =>
  drawing.series.map(({ scenario, shape, values }, at) => {
    const colour = palette.of(scenario.colour)
    return {
      ...plainLine,
      ...dashedAfter(drawing.lastActual),
      ...pointsOf(shape, values.length, colour, palette.of('surface')),
      label: scenario.name,
      data: [...values],
      order: at,
      borderColor: colour,
    }
  })

const configurationOf = (drawing: ScenarioDrawing, palette: Palette): ChartConfiguration<'line', number[], string> => ({
  type: 'line',
  data: { labels: [...drawing.labels], datasets: datasetsOf(drawing, palette) },
  options: {
    ...calm,
    interaction: allAtOneTime,
    scales: { x: timeAxis(palette), y: valueAxis(palette, drawing.unit, 5) },
    plugins: {
      tooltip: {
        usePointStyle: true,
        callbacks: {
          label: ({ dataset, parsed }) =>
            `${dataset.label ?? ''}: ${plainFigure(parsed.y ?? NaN, drawing.decimals)} ${drawing.unit}`,
        },
      },
    },
  },
  plugins: [lastActualMark(drawing.lastActual, palette)],
})

/** What the axes and the callbacks are made from; while it is the same the lines are moved in place. */
const frameOf = ({ labels, lastActual, unit, decimals }: ScenarioDrawing): string =>
  [labels.join(), lastActual, unit, decimals].join('|')

export const createScenarioChart = chartMaker(configurationOf, (chart, before, now, palette) => {
  const isSameFrame = frameOf(now) === frameOf(before)
  if (isSameFrame) chart.data.datasets = datasetsOf(now, palette)
  return isSameFrame
})
