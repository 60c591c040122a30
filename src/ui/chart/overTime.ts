// What all charts share: the parts of Chart.js they are built from, their axes, and how a line tells what is reported from
// what is forecast.

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { Palette } from './palette.ts'

Chart.register(
  ...[BarController, BarElement, LineController, LineElement, PointElement],
  ...[CategoryScale, LinearScale, Tooltip],
)

const small = { size: 10.5 }

/** The typeface of words written into a chart, where nothing sets it. */
export const smallWords = (pixels = 10): string => `${pixels}px ${Chart.defaults.font.family ?? 'sans-serif'}`

/** How every chart behaves: it fills its place, and nothing moves by itself. */
export const calm = { animation: false, responsive: true, maintainAspectRatio: false } as const

/** The tooltip tells all lines at the time that the pointer is over. */
export const allAtOneTime = { mode: 'index', intersect: false } as const

/** A line as it is drawn unless a chart says otherwise. A gap stays a gap. */
export const plainLine = { borderWidth: 1.5, pointRadius: 0, pointHitRadius: 8, tension: 0, spanGaps: false } as const

const dash = [5, 4]

export const dashedLine = { borderDash: dash }

/** Dashed from the last actual on. */
export const dashedAfter = (lastActual: number) => ({
  segment: {
    borderDash: ({ p1DataIndex }: { p1DataIndex: number }) => (p1DataIndex > lastActual ? dash : []),
  },
})

export const ticksIn = (palette: Palette) => ({ color: palette.of('muted'), font: small })

export const axisTitle = (text: string, palette: Palette) => ({
  display: text !== '',
  text,
  color: palette.of('muted'),
  font: small,
})

export const timeAxis = (palette: Palette, title = '') => ({
  grid: { display: false },
  border: { color: palette.of('rule') },
  ticks: { ...ticksIn(palette), maxRotation: 0, autoSkip: true, autoSkipPadding: 10 },
  title: axisTitle(title, palette),
})

/** Figures on an axis are written as in sentences: `−21,840`. */
export const figureTick = (value: number | string): string => Number(value).toLocaleString('en-US').replace('-', '−')

export const valueAxis = (palette: Palette, title: string, mostTicks = 6) => ({
  grid: { color: palette.of('rule') },
  border: { display: false },
  ticks: { ...ticksIn(palette), maxTicksLimit: mostTicks, callback: figureTick },
  title: axisTitle(title, palette),
})
