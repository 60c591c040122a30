// A chart in words: one sentence for a screen reader, its table, and what is read out at one time of it.

import { absenceAt, type ComparedTime } from '#analysis/comparison.ts'
import { growthLineOf } from '#analysis/yearGrowth.ts'
import { counted, listed } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import type { ChartChoice } from '#model/chartChoice.ts'
import { plainFigure } from '#model/figure.ts'
import { noteOf, originOf } from '#model/origin.ts'
import { calendarName } from '#model/quarter.ts'
import { statusOf } from '#model/status.ts'
import type { ChartCourse, ChartSeries } from './chartCourse.ts'
import { chartCell, type ChartTable } from './chartTable.ts'
import { columnId } from './column.ts'
import type { Cell } from './layout.ts'

/** So many series are told one by one in the sentence. */
const mostTold = 6

const valueText = ({ decimals, unit }: ChartSeries, value: number): string =>
  Number.isNaN(value) ? 'no value' : `${plainFigure(value, decimals)} ${unit}`.trim()

const kindWords = { line: 'lines', column: 'columns', stacked: 'stacked columns' } as const

export const isEmptyCourse = ({ series }: ChartCourse): boolean =>
  series.every(({ values }) => values.every((value) => Number.isNaN(value)))

/** `Revenue, with growth: columns by quarter, FY24 Q3 to FY28 Q4, in Base; forecast from FY26 Q3 on. FY26 Q2: Revenue …` */
export const chartSentence = (chart: ChartChoice, { labels, lastActual, series }: ChartCourse): string => {
  const last = labels.length - 1
  const scenarios = [...new Set(series.map(({ scenario }) => scenario.name))]
  const told = series.slice(0, mostTold)
  const rest = series.length - told.length
  const at = (index: number): string => {
    const figures = told.map((each) => `${each.name} ${valueText(each, each.values[index] ?? NaN)}`)
    return `${labels[index] ?? ''}: ${[...figures, ...(rest > 0 ? [counted(rest, 'more line')] : [])].join(', ')}`
  }
  const firstForecast = labels[lastActual + 1]
  const [from = '', to = ''] = [labels[0], labels[last]]
  const span = `${kindWords[chart.kind]} by ${chart.pace}, ${from === to ? from : `${from} to ${to}`}, in ${listed(scenarios)}`
  const forecast = firstForecast === undefined ? 'all of it reported' : `forecast from ${firstForecast} on`
  const ends = [...new Set([lastActual < 0 ? last : lastActual, last])].map(at)
  return `${chart.name}: ${span}; ${forecast}. ${ends.join('; ')}.`
}

export const chartTableOf = ({ axes, series, times, labels, lastActual }: ChartCourse): ChartTable => {
  const only = axes.length === 1 ? (axes[0]?.unit ?? '') : ''
  return {
    corner: only !== '' ? only : times[0]?.kind === 'year' ? 'Year' : 'Quarter',
    columns: series.map(({ name, unit }) => (only !== '' || unit === '' ? name : `${name}, ${unit}`)),
    rows: labels.map((name, at) => ({
      name,
      isForecast: at > lastActual,
      cells: series.map(({ values, decimals, unit }) => chartCell(values[at] ?? NaN, decimals, unit)),
    })),
  }
}

export type Readout = {
  /** `FY26 Q2`. */
  readonly label: string
  /** `Sep 2025`; empty for a year. */
  readonly month: string
  readonly rows: readonly {
    readonly series: ChartSeries
    readonly value: string
    /** `actual`, `forecast`, …; why there is no value; empty for a year. */
    readonly status: string
    /** Where a typed number was read. */
    readonly source: string
  }[]
}

/** The line whose cell a series shows: of growth, the one that holds it, where there is one. */
const lineShown = (results: Results, { line, scenario, isGrowth }: ChartSeries) =>
  isGrowth ? growthLineOf(results.model, line, scenario.id) : line

const statusAt = (results: Results, series: ChartSeries, time: ComparedTime, hasValue: boolean): string => {
  const line = lineShown(results, series)
  if (line === null) return 'calculated'
  if (!hasValue) return absenceAt(results, series.scenario.id, line, time)?.sentence ?? ''
  return time.kind === 'year' ? '' : statusOf(results.model, series.scenario.id, line, time.quarter)
}

/** `Alibaba Group Announces June Quarter 2025 Results (data.alibabagroup.com)` for the address of such a file. */
const sourceName = (source: string): string => {
  if (!URL.canParse(source)) return source
  const { hostname, pathname } = new URL(source)
  const file = /([^/]+)\.\w+$/.exec(pathname)?.[1]
  try {
    return file === undefined ? hostname : `${decodeURIComponent(file)} (${hostname})`
  } catch {
    return hostname // its name is in another code than the web's
  }
}

const sourceAt = ({ model }: Results, { line, scenario, isGrowth }: ChartSeries, time: ComparedTime): string => {
  if (isGrowth || time.kind === 'year' || originOf(model, scenario.id, line, time.quarter).from !== 'typed') return ''
  const note = noteOf(model, scenario.id, line, time.quarter)
  return note === null ? '' : note.source === null ? note.text : sourceName(note.source)
}

export const readoutAt = (results: Results, { times, labels, series }: ChartCourse, at: number): Readout | null => {
  const time = times[at]
  if (time === undefined) return null
  return {
    label: labels[at] ?? '',
    month: time.kind === 'quarter' ? calendarName(time.quarter) : '',
    rows: series.map((each) => {
      const value = each.values[at] ?? NaN
      return {
        series: each,
        value: valueText(each, value),
        status: statusAt(results, each, time, !Number.isNaN(value)),
        source: sourceAt(results, each, time),
      }
    }),
  }
}

const rowWords = ({ series, value, status, source }: Readout['rows'][number]): string =>
  [`${series.name} ${value}`, status.replace(/\.$/, ''), source === '' ? '' : `source: ${source}`]
    .filter((each) => each !== '')
    .join(', ')

/** What is announced: `FY26 Q2, Sep 2025. Revenue 247,795 RMB m, actual.` */
export const readoutSentence = ({ label, month, rows }: Readout): string =>
  [month === '' ? label : `${label}, ${month}`, ...rows.map(rowWords)].map((each) => `${each}.`).join(' ')

/** The same of one series alone. */
export const readoutOfOne = ({ rows }: Readout, at: number): string => {
  const row = rows[at]
  return row === undefined ? '' : `${rowWords(row)}.`
}

/** The cell of the sheet that a point stands for. */
export const cellOfPoint = (results: Results, series: ChartSeries, time: ComparedTime): Cell => ({
  line: (lineShown(results, series) ?? series.line).id,
  column: columnId(time),
})
