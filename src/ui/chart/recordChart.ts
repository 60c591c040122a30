// A line's reported course against the forecasts that were frozen, in Chart.js: reported solid, each forecast a dashed path
// from the last actual it was made at, with a word that says when. The newest path is the strongest.

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
  type Plugin,
} from 'chart.js'
import { plainFigure } from '#model/figure.ts'
import type { ScenarioColour } from '#model/scenario.ts'
import { axisTitle, drawnChart, ticksIn, type DrawnChart, type Palette } from './drawnChart.ts'

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

export type RecordPath = {
  /** `made at FY26 Q2`. */
  readonly label: string
  /** As shown; NaN before the last actual it was made at, where it begins on the reported line. */
  readonly values: readonly number[]
}

export type RecordDrawing = {
  /** The quarters' names, in order. */
  readonly labels: readonly string[]
  /** `RMB bn`. */
  readonly unit: string
  readonly decimals: number
  readonly colour: ScenarioColour
  /** As shown; NaN where nothing is reported. */
  readonly reported: readonly number[]
  /** The oldest first. */
  readonly paths: readonly RecordPath[]
}

const line = { borderWidth: 1.5, pointHitRadius: 8, tension: 0, spanGaps: false } as const

const datasetsOf = (drawing: RecordDrawing, palette: Palette): ChartDataset<'line', number[]>[] => {
  const text = palette.of('text')
  const colour = palette.of(drawing.colour)
  return [
    {
      ...line,
      label: 'Reported',
      data: [...drawing.reported],
      borderColor: text,
      backgroundColor: text,
      borderWidth: 2,
      pointRadius: 2.5,
      order: 1,
    },
    ...drawing.paths.map(({ label, values }, at) => ({
      ...line,
      label,
      data: [...values],
      borderColor: colour,
      backgroundColor: palette.of('surface'),
      borderDash: [5, 4],
      borderWidth: at === drawing.paths.length - 1 ? 2 : 1.25,
      pointBorderColor: colour,
      pointBorderWidth: 1.5,
      // Its first point lies on the reported line, which has a mark of its own.
      pointRadius: values.map((_, index) => (Number.isNaN(values[index - 1] ?? NaN) ? 0 : 3)),
      order: 0,
    })),
  ]
}

/** When each path was made, beside the first forecast of it, on the side that leads away from what was reported. */
const pathNames = (drawing: RecordDrawing, palette: Palette): Plugin<'line'> => ({
  id: 'pathNames',
  afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
    const { x: across, y: up } = scales
    if (across === undefined || up === undefined) return
    ctx.save()
    ctx.font = '10px system-ui, sans-serif'
    ctx.fillStyle = palette.of('muted')
    // A rim in the colour of the ground keeps the words apart from the lines they lie on.
    ctx.strokeStyle = palette.of('surface')
    ctx.lineWidth = 4
    ctx.lineJoin = 'round'
    for (const { label, values } of drawing.paths) {
      const at = values.findIndex((value, index) => !Number.isNaN(value) && !Number.isNaN(values[index - 1] ?? NaN))
      const value = values[at]
      if (value === undefined) continue
      const isAbove = !(value < (drawing.reported[at] ?? NaN))
      const right = chartArea.right - ctx.measureText(label).width
      const y = up.getPixelForValue(value) + (isAbove ? -8 : 15)
      const held = Math.min(Math.max(y, chartArea.top + 8), chartArea.bottom - 4)
      const x = Math.min(across.getPixelForValue(at) + 5, right)
      ctx.strokeText(label, x, held)
      ctx.fillText(label, x, held)
    }
    ctx.restore()
  },
})

const configurationOf = (drawing: RecordDrawing, palette: Palette): ChartConfiguration<'line', number[], string> => {
  const ticks = ticksIn(palette)
  return {
    type: 'line',
    data: { labels: [...drawing.labels], datasets: datasetsOf(drawing, palette) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: 12 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          grid: { display: false },
          border: { color: palette.of('rule') },
          ticks: { ...ticks, maxRotation: 0, autoSkip: true, autoSkipPadding: 10 },
        },
        y: {
          grace: '8%',
          grid: { color: palette.of('rule') },
          border: { display: false },
          ticks: { ...ticks, maxTicksLimit: 6 },
          title: axisTitle(drawing.unit, palette),
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) =>
              `${dataset.label ?? ''}: ${plainFigure(parsed.y ?? NaN, drawing.decimals)} ${drawing.unit}`,
          },
        },
      },
    },
    plugins: [pathNames(drawing, palette)],
  }
}

export const createRecordChart = (canvas: HTMLCanvasElement, first: RecordDrawing): DrawnChart<RecordDrawing> =>
  drawnChart(canvas, first, configurationOf)
