// IronCalc's wasm package as a contestant. It opens from its own file, the fastest way it has; the file is made once by
// typing every cell in. It gives values only as text, so every column is formatted to show all their digits.

import { initSync, Model } from '@ironcalc/wasm'
import type { BenchModel } from '../models/benchModel.ts'
import { workbookOf } from '../models/workbook.ts'
import type { Contestant } from './contestant.ts'

const language = 'en'
const lastRow = 1_048_576 // a format set from the first row to the last is the column's own

/** Call first, with the package's wasm_bg.wasm. */
export const startIronCalc = (module: BufferSource): void => initSync({ module })

export const ironCalcFile = (bench: BenchModel): Uint8Array => {
  const model = new Model(bench.name, language, 'UTC', language)
  model.pauseEvaluation()
  for (const [sheet, rows] of workbookOf(bench).entries()) {
    if (sheet > 0) model.newSheet()
    const area = { sheet, row: 1, column: 1, width: bench.quarters, height: lastRow }
    model.updateRangeStyle(area, 'num_fmt', '0.0000000000000000E+00')
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) model.setUserInput(sheet, row + 1, column + 1, String(cell))
  }
  return model.toBytes()
}

export const ironCalc = (bench: BenchModel, file: Uint8Array): Contestant => {
  const { lines, quarters, linesPerSheet } = bench
  let opened: Model | null = null
  const workbook = (): Model => {
    opened ??= Model.from_bytes(file, language)
    return opened
  }
  return {
    open: () => workbook().evaluate(),
    recalculate: () => workbook().evaluate(),
    values: () =>
      Float64Array.from({ length: lines.length * quarters }, (_, at) => {
        const line = Math.floor(at / quarters)
        const [sheet, row] = [Math.floor(line / linesPerSheet), line % linesPerSheet]
        return Number(workbook().getFormattedCellValue(sheet, row + 1, (at % quarters) + 1))
      }),
  }
}
