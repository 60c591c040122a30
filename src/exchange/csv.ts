// A model's numbers as CSV (RFC 4180): tidy, one number a row, for scripts; wide, one line a row, for spreadsheets. Values
// are at full precision in the line's own scale, per cents as fractions, no value an empty field. Choices are explained in
// docs/decisions/csv.md.

import Papa from 'papaparse'
import type { Results } from '#engine/results.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, scenarioOf } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { unitName } from '#model/unit.ts'
import { yearName, yearsOf, type YearsBy } from '#model/year.ts'
import { cellsOf, explainedLines, fieldsOf, type ExplainedFields, type Figures, type WhyEmpty } from './cells.ts'
import { noteFieldsOf } from './cellNotes.ts'
import { plainDecimal } from './decimal.ts'
import { harmless } from './harmless.ts'

/** Without it Excel reads the file in the machine's own code page, and `亿` and `−` turn to rubbish. */
const byteOrderMark = '\ufeff'

const figure = (value: number): string => (Number.isNaN(value) ? '' : plainDecimal(value))

const field = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? figure(value) : harmless(value)

const rowsText = (rows: readonly (readonly string[])[]): string => `${Papa.unparse([...rows], { newline: '\r\n' })}\r\n`

const csvOf = (fields: readonly string[], rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rowsText([fields, ...rows])

/** A row of its own after a table: whether the checks hold. */
export const lastRow = (fields: readonly (string | number | null)[]): string => rowsText([fields.map(field)])

/** What a screen exports: headings, and rows of texts and numbers; null and NaN are empty fields. */
export type Table = {
  readonly fields: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export const tableCsv = ({ fields, rows }: Table): string =>
  csvOf(
    fields.map((name) => harmless(name)),
    rows.map((row) => row.map(field)),
  )

const tidyFields = [
  'scenario',
  'line_key',
  'label',
  'unit',
  'quarter_end',
  'fiscal_quarter',
  'status',
  'value',
  ...(['note', 'source', 'checked_by', 'checked_at', 'restated_from', 'restated_at', 'restated_reason'] as const),
] as const

type TidyField = (typeof tidyFields)[number]

/** A row after the others, in their columns. */
export const lastTidyRow = (fields: Partial<Record<TidyField, string | number>>): string =>
  rowsText([tidyFields.map((name) => field(fields[name] ?? null))])

/**
 * One row for each number, with what is known about it: scenario by scenario, line by line, quarter by quarter; a constant is
 * one row without a quarter.
 */
export const tidyCsv = (results: Figures, scenarios: readonly ScenarioId[]): string => {
  const { model } = results
  const rows = scenarios.flatMap((scenario) =>
    allLines(model)
      .flatMap((line) => cellsOf(results, scenario, line))
      .filter(({ time }) => time.of !== 'year')
      .map((cell) => {
        const quarter = cell.time.of === 'quarter' ? cell.time.quarter : null
        return { ...fieldsOf(model, cell), ...noteFieldsOf(model, scenario, cell.line, quarter) }
      })
      .map((fields) => tidyFields.map((name) => field(fields[name]))),
  )
  return csvOf(tidyFields, rows)
}

const cellFields = [
  ...(['scenario', 'line_key', 'label', 'unit', 'kind'] as const),
  ...(['quarter_end', 'fiscal_quarter', 'fiscal_year'] as const),
  ...(['status', 'value', 'reason', 'reason_sentence'] as const),
] satisfies readonly (keyof ExplainedFields)[]

/** Every cell of every scenario, years and reasons included, line by line: a large model is written as it is read. */
export function* cellsCsv(results: Results, why: WhyEmpty): Generator<string> {
  yield rowsText([cellFields])
  for (const cells of explainedLines(results, why))
    yield rowsText(cells.map((fields) => cellFields.map((name) => field(fields[name]))))
}

/** One row for each line: its quarters across, each whole year after its last quarter; a block for each scenario. */
export const wideCsv = (results: Figures, scenarios: readonly ScenarioId[], by: YearsBy = 'fiscal'): string => {
  const { model } = results
  const years = yearsOf(model.timeline, model.fiscalCalendar, by)
  const names = years.flatMap(({ year, quarters, whole }) => [
    ...quarters.map((quarter) => fiscalName(quarter, model.fiscalCalendar)),
    ...(whole ? [yearName(year)] : []),
  ])
  const figuresOf = (scenario: ScenarioId, line: LineItem): readonly string[] =>
    years.flatMap(({ year, quarters, whole }) => [
      ...quarters.map((quarter) => figure(results.valueOf(scenario, line.id, quarter))),
      ...(whole ? [figure(results.yearOf(scenario, line.id, year))] : []),
    ])
  const rowOf = (scenario: ScenarioId, line: LineItem): readonly string[] => {
    const name = harmless(scenarioOf(model, scenario).name)
    const head = [name, harmless(line.section), line.key, harmless(line.label), harmless(unitName(line.unit))]
    return line.kind === 'constant'
      ? [...head, figure(results.constantOf(scenario, line.id)), ...names.map(() => '')]
      : [...head, '', ...figuresOf(scenario, line)]
  }
  const rows = scenarios.flatMap((scenario) => allLines(model).map((line) => rowOf(scenario, line)))
  return csvOf(['scenario', 'section', 'key', 'label', 'unit', 'constant', ...names], rows)
}
