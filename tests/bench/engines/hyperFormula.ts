// HyperFormula as a contestant: a workbook built from arrays, as its documentation advises, with its default settings.

import { HyperFormula } from 'hyperformula'
import { lineNumber, type BenchModel } from '../models/benchModel.ts'
import { workbookOf } from '../models/workbook.ts'
import type { Contestant } from './contestant.ts'

type Changes = ReturnType<HyperFormula['setCellContents']>

export const hyperFormula = (model: BenchModel): Contestant => {
  const { quarters, linesPerSheet } = model
  const sheets = Object.fromEntries(workbookOf(model).map((sheet, at) => [`Sheet${at + 1}`, sheet]))
  let built: HyperFormula | null = null
  const workbook = (): HyperFormula => (built ??= HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' }))
  return {
    open: () => void workbook(),
    recalculate: () => workbook().evaluator.run(),
    rebuild: () => workbook().rebuildAndRecalculate(),
    values: () =>
      Float64Array.from(
        Object.keys(sheets).flatMap((_, sheet) => workbook().getSheetValues(sheet).flat()),
        (value) => (typeof value === 'number' ? value : NaN),
      ),
    edit: ({ line, quarter, original, other }) => {
      const number = lineNumber(model, line)
      const address = { sheet: Math.floor(number / linesPerSheet), row: number % linesPerSheet, col: quarter }
      let isOther = false
      return () => {
        isOther = !isOther
        return workbook().setCellContents(address, isOther ? other : original)
      }
    },
    changedCells: (changes) =>
      (changes as Changes).map(({ address: { sheet, row, col } }) => (sheet * linesPerSheet + row) * quarters + col),
  }
}
