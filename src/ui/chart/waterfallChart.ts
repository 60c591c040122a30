// The waterfall in Chart.js: bars that lie, so that the names of lines can be read, each from where the last one ended. What
// raises the figure and what lowers it differ by sign, direction and colour; a click on a bar goes to its line.

import type { ChartConfiguration, Plugin } from 'chart.js'
import type { Polarity } from '#model/lineItem.ts'
import type { WaterfallStep } from '#session/waterfall.ts'
import { chartMaker } from './drawnChart.ts'
import { axisTitle, calm, figureTick, smallWords, ticksIn } from './overTime.ts'
import type { Palette } from './palette.ts'

export type WaterfallDrawing = {
  /** From and to as they are shown: in the scale of the view, per cents as per cents. */
  readonly steps: readonly WaterfallStep[]
  /** What is written at each bar. */
  readonly labels: readonly string[]
  readonly unit: string
  readonly polarity: Polarity
  readonly choose: (step: WaterfallStep) => void
}

const colourOf = ({ kind }: WaterfallStep, polarity: Polarity, palette: Palette): string => {
  if (kind === 'figure') return palette.of('muted')
  if (polarity === 'neutral') return palette.of(kind === 'up' ? 'blue' : 'purple')
  return palette.of((kind === 'up') === (polarity === 'moreIsBetter') ? 'good' : 'problem')
}

/** Room for a label beyond the end of a bar, as a share of the span of all. */
const labelRoom = 0.3

const spanOf = (steps: readonly WaterfallStep[]): { readonly min: number; readonly max: number } => {
  const ends = steps.flatMap(({ from, to }) => [from, to])
  const room = (Math.max(...ends) - Math.min(...ends) || 1) * labelRoom
  const labelled = steps.map(({ from, to }) => (to >= from ? to + room : to - room))
  return { min: Math.min(...ends, ...labelled), max: Math.max(...ends, ...labelled) }
}

/** The label at the end of each bar, on the side the bar goes to. */
const endLabels = (drawing: WaterfallDrawing, palette: Palette): Plugin<'bar'> => ({
  id: 'endLabels',
  afterDatasetsDraw: (chart) => {
    const { ctx, scales } = chart
    const x = scales['x']
    if (x === undefined) return
    ctx.save()
    ctx.font = smallWords(11)
    ctx.fillStyle = palette.of('text')
    ctx.textBaseline = 'middle'
    for (const [at, bar] of chart.getDatasetMeta(0).data.entries()) {
      const step = drawing.steps[at]
      if (step === undefined) continue
      const goesRight = step.to >= step.from
      ctx.textAlign = goesRight ? 'left' : 'right'
      ctx.fillText(drawing.labels[at] ?? '', x.getPixelForValue(step.to) + (goesRight ? 5 : -5), bar.y)
    }
    ctx.restore()
  },
})

const configurationOf = (
  drawing: WaterfallDrawing,
  palette: Palette,
): ChartConfiguration<'bar', [number, number][], string> => ({
  type: 'bar',
  data: {
    labels: drawing.steps.map(({ name }) => name),
    datasets: [
      {
        data: drawing.steps.map(({ from, to }) => [from, to]),
        backgroundColor: drawing.steps.map((step) => colourOf(step, drawing.polarity, palette)),
        borderSkipped: false,
        barPercentage: 0.74,
        categoryPercentage: 0.94,
      },
    ],
  },
  options: {
    indexAxis: 'y',
    ...calm,
    onClick: (_, [found]) => {
      const step = drawing.steps[found?.index ?? -1]
      if (step !== undefined) drawing.choose(step)
    },
    scales: {
      x: {
        ...spanOf(drawing.steps),
        grid: { color: palette.of('rule') },
        border: { display: false },
        ticks: {
          ...ticksIn(palette),
          maxTicksLimit: 7,
          includeBounds: false,
          callback: figureTick,
        },
        title: axisTitle(drawing.unit, palette),
      },
      y: {
        grid: { display: false },
        border: { color: palette.of('rule') },
        ticks: { ...ticksIn(palette), color: palette.of('text'), autoSkip: false },
      },
    },
    plugins: { tooltip: { callbacks: { label: ({ dataIndex }) => drawing.labels[dataIndex] ?? '' } } },
  },
  plugins: [endLabels(drawing, palette)],
})

export const createWaterfallChart = chartMaker(configurationOf)
