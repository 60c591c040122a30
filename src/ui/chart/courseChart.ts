// Lines of the model over time, in Chart.js: lines, columns side by side or stacked, and a second axis on the right. What is
// reported is solid; a forecast line is dashed, a forecast column hatched in a dashed outline. The chart tells where it drew
// each point, so that the pointer and the arrow keys find them.

import type { Chart, ChartConfiguration, ChartDataset, Plugin } from 'chart.js'
import type { ChartCourse, ChartSeries } from '#session/chartCourse.ts'
import { chartMaker } from './drawnChart.ts'
import { breakMark } from './breakMark.ts'
import { columnMarks, hatched } from './columnMarks.ts'
import { lastActualMark } from './lastActualMark.ts'
import { calm, dashedAfter, plainLine, timeAxis, valueAxis } from './overTime.ts'
import type { Palette } from './palette.ts'
import { pointsOf } from './shapes.ts'

export type Place = { readonly x: number; readonly y: number }

/** Where a chart was drawn, in pixels from its corner. */
export type Layout = {
  readonly top: number
  readonly bottom: number
  /** The middle of each time. */
  readonly middles: readonly number[]
  /** For each series, its point at each time; where there is no value, y is NaN. */
  readonly points: readonly (readonly Place[])[]
}

export type CourseDrawing = { readonly course: ChartCourse; readonly laidOut: (layout: Layout) => void }

type Kind = 'line' | 'bar'

const axisIds = ['left', 'right'] as const

const axisId = ({ axis }: ChartSeries): string => axisIds[axis] ?? 'left'

const lineOf = (series: ChartSeries, lastActual: number, palette: Palette): ChartDataset<Kind, number[]> => {
  const colour = palette.of(series.colour)
  return {
    ...plainLine,
    ...dashedAfter(lastActual),
    ...pointsOf(series.shape, series.values.length, colour, palette.of('surface')),
    type: 'line',
    label: series.name,
    data: [...series.values],
    yAxisID: axisId(series),
    borderColor: colour,
    borderWidth: 1.75,
    order: 0,
  }
}

const columnOf = (
  series: ChartSeries,
  { lastActual, isStacked }: ChartCourse,
  palette: Palette,
): ChartDataset<Kind, number[]> => {
  const colour = palette.of(series.colour)
  const hatching = hatched(colour, palette.of('surface'))
  return {
    type: 'bar',
    label: series.name,
    data: [...series.values],
    yAxisID: axisId(series),
    backgroundColor: series.values.map((_, at) => (at > lastActual ? hatching : colour)),
    ...(isStacked ? { stack: 'all' } : {}),
    categoryPercentage: 0.82,
    barPercentage: 0.92,
    order: 1,
  }
}

const layoutTeller = ({ laidOut }: CourseDrawing): Plugin<Kind> => ({
  id: 'layoutTeller',
  afterUpdate: (chart) => {
    const { chartArea, scales } = chart
    const across = scales['x']
    if (across === undefined) return
    laidOut({
      top: chartArea.top,
      bottom: chartArea.bottom,
      middles: (chart.data.labels ?? []).map((_, at) => across.getPixelForValue(at)),
      points: chart.data.datasets.map((_, at) => chart.getDatasetMeta(at).data.map(({ x, y }) => ({ x, y }))),
    })
  },
})

const datasetsOf = ({ course }: CourseDrawing, palette: Palette): ChartDataset<Kind, number[]>[] =>
  course.series.map((series) =>
    series.form === 'line' ? lineOf(series, course.lastActual, palette) : columnOf(series, course, palette),
  )

const axesOf = ({ axes, series, isStacked }: ChartCourse, palette: Palette) =>
  Object.fromEntries(
    axes.map(({ unit }, at) => [
      axisIds[at] ?? 'left',
      {
        ...valueAxis(palette, unit),
        ...(at === 0 ? {} : { grid: { drawOnChartArea: false } }),
        position: axisIds[at] ?? 'left',
        beginAtZero: series.some(({ form, axis }) => form === 'column' && axis === at),
        stacked: isStacked && at === 0,
        grace: '4%',
      },
    ]),
  )

const configurationOf = (drawing: CourseDrawing, palette: Palette): ChartConfiguration<Kind, number[], string> => {
  const { course } = drawing
  const hasColumns = course.series.some(({ form }) => form === 'column')
  return {
    type: 'line',
    data: { labels: [...course.labels], datasets: datasetsOf(drawing, palette) },
    options: {
      ...calm,
      // Pointer and keys are the page's.
      events: [],
      scales: {
        x: {
          ...timeAxis(palette),
          offset: hasColumns,
          stacked: course.isStacked,
        },
        ...axesOf(course, palette),
      },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [
      lastActualMark(course.lastActual, palette, { hasColumns, last: course.labels.length - 1 }),
      breakMark(
        course.breaks.map(({ at }) => at),
        palette,
      ),
      columnMarks(course, palette),
      layoutTeller(drawing),
    ],
  }
}

/** What all but the figures is made from; while it is the same they are moved in place. */
const frameOf = ({
  course: { labels, lastActual, axes, isStacked, series, breaks },
  laidOut: _,
}: CourseDrawing): string =>
  JSON.stringify([
    labels,
    lastActual,
    axes,
    isStacked,
    breaks,
    series.map(({ name, form, axis, shape, colour }) => [name, form, axis, shape, colour]),
  ])

export const createCourseChart = chartMaker(
  configurationOf,
  (chart: Chart<Kind, number[], string>, before, now: CourseDrawing, palette) => {
    const isSameFrame = frameOf(now) === frameOf(before)
    if (isSameFrame) chart.data.datasets = datasetsOf(now, palette)
    return isSameFrame
  },
)
