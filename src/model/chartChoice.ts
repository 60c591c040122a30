// A ChartChoice says what one chart shows: lines, times, scenarios and how they are drawn. It holds no figure. What is gone
// from the model since is left out when it is drawn. A file carries the charts after the model; one that is damaged there is
// left out.

import * as v from 'valibot'
import type { LineId } from './lineItem.ts'
import { isQuarter, type Quarter } from './quarter.ts'
import type { ScenarioId } from './scenario.ts'

export const chartKinds = ['line', 'column', 'stacked'] as const

type ChartKind = (typeof chartKinds)[number]

export const chartPaces = ['quarter', 'year'] as const

type ChartPace = (typeof chartPaces)[number]

export type ChartRange =
  | { readonly kind: 'all' }
  /** So many times up to the last actual, and where `withForecast` says so all that follow. */
  | { readonly kind: 'last'; readonly count: number; readonly withForecast: boolean }
  | { readonly kind: 'since'; readonly year: number }
  | { readonly kind: 'between'; readonly first: Quarter; readonly last: Quarter }

export type ChartedLine = {
  readonly line: LineId
  /** Whether its growth on the year is drawn too, on the second axis. */
  readonly hasGrowth: boolean
}

export type ChartChoice = {
  readonly id: string
  readonly name: string
  readonly kind: ChartKind
  readonly pace: ChartPace
  readonly range: ChartRange
  readonly lines: readonly ChartedLine[]
  /** The scenario that is shown at the time, all there are, or some. */
  readonly scenarios: 'shown' | 'all' | readonly ScenarioId[]
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const quarter = v.pipe(
  v.string(),
  v.check(isQuarter, 'a quarter such as "2025-09"'),
  v.transform((text) => text as Quarter),
)
const whole = v.pipe(v.number(), v.integer())

/** A chart as a file has it. */
export const chartForm = v.object({
  id: v.optional(id),
  name: v.string(),
  kind: v.optional(v.picklist(chartKinds), 'line'),
  pace: v.optional(v.picklist(chartPaces), 'quarter'),
  range: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('all') }),
      v.object({
        kind: v.literal('last'),
        count: v.pipe(whole, v.minValue(1), v.maxValue(400)),
        withForecast: v.optional(v.boolean(), false),
      }),
      v.object({ kind: v.literal('since'), year: whole }),
      v.object({ kind: v.literal('between'), first: quarter, last: quarter }),
    ]),
    { kind: 'all' },
  ),
  lines: v.array(v.object({ line: id, hasGrowth: v.optional(v.boolean(), false) })),
  scenarios: v.optional(v.union([v.picklist(['shown', 'all']), v.array(id)]), 'shown'),
})

/** An id that none of some charts has. */
export const freeChartId = (charts: readonly { readonly id: string }[]): string => {
  let number = charts.length + 1
  while (charts.some(({ id: taken }) => taken === `chart-${number}`)) number += 1
  return `chart-${number}`
}

export type FoundCharts = {
  /** Null where the file carries none. */
  readonly charts: readonly ChartChoice[] | null
  /** How many of those cannot be read. */
  readonly damagedCharts: number
}

/** The charts in a document that a model was read from. */
export const chartsIn = (document: unknown): FoundCharts => {
  const listed = typeof document === 'object' && document !== null && 'charts' in document ? document.charts : null
  if (!Array.isArray(listed)) return { charts: null, damagedCharts: 0 }
  const charts: ChartChoice[] = []
  for (const value of listed as readonly unknown[]) {
    const parsed = v.safeParse(chartForm, value)
    if (!parsed.success) continue
    const { id: own, ...rest } = parsed.output
    const isFree = own !== undefined && charts.every((each) => each.id !== own)
    charts.push({ id: isFree ? own : freeChartId(charts), ...rest })
  }
  return { charts, damagedCharts: listed.length - charts.length }
}
