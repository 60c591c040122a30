// A line in every scenario, overlaid, in Chart.js. Reported times are solid and forecast ones dashed; each scenario has its
// colour and a shape of its points, so that the lines are told apart in print and by every eye.

import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
  type PointStyle,
} from 'chart.js'
import { plainFigure } from '#model/figure.ts'
import type { Scenario } from '#model/scenario.ts'
import { axisTitle, drawnChart, ticksIn, type DrawnChart, type Palette } from './drawnChart.ts'
import { lastActualMark } from './lastActualMark.ts'

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

/** Shapes of points in the order of scenarios, with the signs that legends write for them. */
const shapes: readonly PointStyle[] = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star']

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

/** Every fourth point is drawn as a shape, and the last: enough to tell lines apart, few enough to see them. */
const shapeEvery = 4

const datasetsOf = (drawing: ScenarioDrawing, palette: Palette): ChartDataset<'line', number[]>[] => {
  const last = drawing.labels.length - 1
  const isSparse = drawing.labels.length > 10
  return drawing.series.map(({ scenario, shape, values }, at) => {
    const colour = palette.of(scenario.colour)
    return {
      label: scenario.name,
      data: [...values],
      order: at,
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: 1.5,
      tension: 0,
      spanGaps: false,
      pointStyle: shapes[shape % shapes.length] ?? 'circle',
      pointRadius: values.map((_, index) => (!isSparse || (last - index) % shapeEvery === 0 ? 3.5 : 0)),
      pointHitRadius: 8,
      segment: {
        borderDash: ({ p1DataIndex }: { p1DataIndex: number }) => (p1DataIndex > drawing.lastActual ? [5, 4] : []),
      },
    }
  })
}

const configurationOf = (drawing: ScenarioDrawing, palette: Palette): ChartConfiguration<'line', number[], string> => {
  const ticks = ticksIn(palette)
  return {
    type: 'line',
    data: { labels: [...drawing.labels], datasets: datasetsOf(drawing, palette) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          grid: { display: false },
          border: { color: palette.of('rule') },
          ticks: { ...ticks, maxRotation: 0, autoSkip: true, autoSkipPadding: 10 },
        },
        y: {
          grid: { color: palette.of('rule') },
          border: { display: false },
          ticks: { ...ticks, maxTicksLimit: 5 },
          title: axisTitle(drawing.unit, palette),
        },
      },
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
  }
}

/** What the axes and the callbacks are made from; while it is the same the lines are moved in place. */
const frameOf = ({ labels, lastActual, unit, decimals }: ScenarioDrawing): string =>
  [labels.join(), lastActual, unit, decimals].join('|')

export const createScenarioChart = (canvas: HTMLCanvasElement, first: ScenarioDrawing): DrawnChart<ScenarioDrawing> =>
  drawnChart(canvas, first, configurationOf, (chart, before, now, palette) => {
    const isSameFrame = frameOf(now) === frameOf(before)
    if (isSameFrame) chart.data.datasets = datasetsOf(now, palette)
    return isSameFrame
  })
