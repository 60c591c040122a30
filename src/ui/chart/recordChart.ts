// A line's reported course against the forecasts that were frozen, in Chart.js: reported solid, each forecast a dashed path
// from the last actual it was made at, with a word that says when. The newest path is the strongest.

import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js'
import { plainFigure } from '#model/figure.ts'
import type { ScenarioColour } from '#model/scenario.ts'
import { chartMaker } from './drawnChart.ts'
import { allAtOneTime, calm, dashedLine, plainLine, smallWords, timeAxis, valueAxis } from './overTime.ts'
import type { Palette } from './palette.ts'

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

const datasetsOf = (drawing: RecordDrawing, palette: Palette): ChartDataset<'line', number[]>[] => {
  const text = palette.of('text')
  const colour = palette.of(drawing.colour)
  return [
    {
      ...plainLine,
      label: 'Reported',
      data: [...drawing.reported],
      borderColor: text,
      backgroundColor: text,
      borderWidth: 2,
      pointRadius: 2.5,
      order: 1,
    },
    ...drawing.paths.map(({ label, values }, at) => ({
      ...plainLine,
      label,
      data: [...values],
      borderColor: colour,
      backgroundColor: palette.of('surface'),
      ...dashedLine,
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
    ctx.font = smallWords()
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

const configurationOf = (drawing: RecordDrawing, palette: Palette): ChartConfiguration<'line', number[], string> => ({
  type: 'line',
  data: { labels: [...drawing.labels], datasets: datasetsOf(drawing, palette) },
  options: {
    ...calm,
    layout: { padding: { right: 12 } },
    interaction: allAtOneTime,
    scales: {
      x: timeAxis(palette),
      y: { grace: '8%', ...valueAxis(palette, drawing.unit) },
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
})

export const createRecordChart = chartMaker(configurationOf)
