// A model of what a pasted table says: its numbers typed in Base, reported up to the last actual and forecast after it.

import type { NewId } from '#base/id.ts'
import { present } from '#base/assert.ts'
import type { LineItem } from '#model/lineItem.ts'
import { baseOf, type Model, type ModelId } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import { addQuarters, quartersBetween, type Quarter } from '#model/quarter.ts'
import type { Entry, Note, QuarterRow } from '#model/quarterRow.ts'
import { blankModel, plainLine, soundModel, type ModelHead } from '../models/newModel.ts'
import type { ReadLine, TableReading } from './tableReading.ts'

export type PastedWish = ModelHead & {
  readonly lastActual: Quarter | null
  readonly forecastQuarters: number | null
  /** Whether rows that only repeat what others say become formulas. */
  readonly areFormulasTaken: boolean
}

const isTyped = ({ found }: ReadLine, quarter: Quarter, areFormulasTaken: boolean): boolean =>
  !areFormulasTaken || found?.quarters.has(quarter) !== true

/** What Base holds in a quarter. */
const rowAt = (
  lines: readonly (readonly [ReadLine, LineItem])[],
  quarter: Quarter,
  areFormulasTaken: boolean,
): QuarterRow => {
  const entries = new Map<string, Entry>()
  const notes = new Map<string, Note>()
  for (const [line, { id }] of lines) {
    const number = line.numbers.get(quarter)
    const text = line.notes.get(quarter)
    if (number !== undefined && isTyped(line, quarter, areFormulasTaken)) entries.set(id, number)
    if (text !== undefined) notes.set(id, { text: `The pasted table has “${text}” here.`, source: null })
  }
  return { entries, notes }
}

export const pastedModel = (reading: TableReading, wish: PastedWish, id: ModelId, newId: NewId): Model | Problem => {
  const { quarters, sections } = reading
  const [earliest] = quarters
  const latest = quarters.at(-1)
  if (earliest === undefined || latest === undefined)
    return problem('edit', { at: 'model' }, 'The table names no quarters: head its columns with them, such as FY26 Q1.')
  if (reading.lines.length === 0)
    return problem('edit', { at: 'model' }, 'The table has no lines: name them in a column beside their numbers.')
  const { lastActual, areFormulasTaken } = wish
  const first = lastActual !== null && lastActual < earliest ? lastActual : earliest
  const ahead = quartersBetween(lastActual ?? addQuarters(first, -1), latest)
  const forecastQuarters = wish.forecastQuarters === null ? null : Math.max(wish.forecastQuarters, ahead)
  const blank = blankModel(wish, id, { first, lastActual, forecastQuarters })
  if (isProblem(blank)) return blank
  const lines = reading.lines.map((line): readonly [ReadLine, LineItem] => {
    const { key, label, section, unit, kind, decimals, description, found } = line
    const plain = plainLine({ id: newId(), key, label, section, unit, kind })
    return [
      line,
      { ...plain, decimals, description, formula: areFormulasTaken && found !== null ? found.formula : null },
    ]
  })
  const rows = quarters
    .map((quarter): readonly [Quarter, QuarterRow] => [quarter, rowAt(lines, quarter, areFormulasTaken)])
    .filter(([, { entries, notes }]) => entries.size + notes.size > 0)
  const base = present(baseOf(blank), 'Base').id
  return soundModel({
    ...blank,
    sections: [
      ...sections,
      ...blank.sections.filter((section) => !sections.includes(section) && section !== 'Reported'),
    ],
    lines: lines.map(([, line]) => line),
    rows: rows.length === 0 ? new Map() : new Map([[base, new Map(rows)]]),
  })
}
