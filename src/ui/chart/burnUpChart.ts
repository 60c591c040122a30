// The burn-up chart in Chart.js: counted money of every scenario against the plan. Reported quarters are solid, forecast
// ones dashed; a ring marks the quarter in which the amount is reached, an upright line the last actual.

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
} from 'chart.js'
import type { BurnUp } from '#analysis/burnUp.ts'
import { plainFigure, shownValue } from '#model/figure.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Unit } from '#model/unit.ts'
import { axisTitle, drawnChart, ticksIn, type DrawnChart, type Palette } from './drawnChart.ts'
import { lastActualMark } from './lastActualMark.ts'

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

export type BurnUpDrawing = {
  readonly burnUp: BurnUp
  readonly unit: Unit
  /** The quarters' names, in order. */
  readonly labels: readonly string[]
  readonly shown: ScenarioId
  readonly yTitle: string
}

const line = { borderWidth: 1.5, pointRadius: 0, pointHitRadius: 8, tension: 0, spanGaps: false } as const

const datasetsOf = ({ burnUp, unit, shown }: BurnUpDrawing, palette: Palette): ChartDataset<'line', number[]>[] => {
  const inBn = (values: readonly number[]): number[] => values.map((value) => shownValue(value, unit, 'bn'))
  const muted = palette.of('muted')
  return [
    ...burnUp.series.map(({ scenario, counted, completesAt }) => {
      const colour = palette.of(scenario.colour)
      return {
        ...line,
        label: scenario.name,
        data: inBn(counted),
        borderColor: colour,
        borderWidth: scenario.id === shown ? 2.5 : 1.5,
        order: scenario.id === shown ? 0 : 1,
        segment: {
          borderDash: ({ p1DataIndex }: { p1DataIndex: number }) => (p1DataIndex > burnUp.lastActual ? [5, 4] : []),
        },
        pointRadius: counted.map((_, index) => (index === completesAt ? 4.5 : 0)),
        pointBackgroundColor: palette.of('raised'),
        pointBorderColor: colour,
        pointBorderWidth: 2,
      }
    }),
    { ...line, label: 'Plan', data: inBn(burnUp.planned), borderColor: muted, order: 2 },
    {
      ...line,
      label: 'Commitment',
      data: inBn(burnUp.quarters.map(() => burnUp.amount)),
      borderColor: muted,
      borderWidth: 1,
      borderDash: [1, 3],
      order: 3,
    },
  ]
}

const configurationOf = (drawing: BurnUpDrawing, palette: Palette): ChartConfiguration<'line', number[], string> => {
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
          title: axisTitle('fiscal quarter', palette),
        },
        y: {
          beginAtZero: true,
          grid: { color: palette.of('rule') },
          border: { display: false },
          ticks: { ...ticks, maxTicksLimit: 6 },
          title: axisTitle(drawing.yTitle, palette),
        },
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
  }
}

export const createBurnUpChart = (canvas: HTMLCanvasElement, first: BurnUpDrawing): DrawnChart<BurnUpDrawing> =>
  drawnChart(canvas, first, configurationOf, (chart, before, now, palette) => {
    const isSameFrame = now.burnUp.lastActual === before.burnUp.lastActual && now.labels.join() === before.labels.join()
    if (isSameFrame) chart.data.datasets = datasetsOf(now, palette)
    return isSameFrame
  })
