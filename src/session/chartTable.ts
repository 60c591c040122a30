// The table behind a chart: the same figures, a row for each time or step. It is read on screen and copied into a spreadsheet,
// there at full precision.

import { plainDecimal } from '#exchange/decimal.ts'
import { tsvOf } from '#exchange/block.ts'
import { tableFigure } from '#model/figure.ts'
import { withoutNoise } from './cellValue.ts'

export type ChartCell = {
  readonly shown: string
  /** At full precision, as one would type it; empty where there is no value. */
  readonly typed: string
}

export type ChartTable = {
  /** Above the names of the rows: the unit, where all columns have one. */
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly isForecast: boolean
    readonly cells: readonly ChartCell[]
  }[]
}

/** A figure as it is shown, in a unit: 34.495 in %; NaN is an empty cell. */
export const chartCell = (value: number, decimals: number, unit: string): ChartCell => ({
  shown: tableFigure(value, decimals),
  typed: Number.isNaN(value) ? '' : `${plainDecimal(withoutNoise(value))}${unit === '%' ? '%' : ''}`,
})

/** Tab-separated, with the names of columns and rows. */
export const chartTableText = ({ corner, columns, rows }: ChartTable): string =>
  tsvOf([[corner, ...columns], ...rows.map(({ name, cells }) => [name, ...cells.map(({ typed }) => typed)])])
