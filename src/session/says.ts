// Everything a scenario says over its parent, cell by cell in the sheet's order: its numbers, releases, formulas, constants and
// notes, each beside what the parent has there. Of Base, which has no parent, its assumptions: what is typed on drivers,
// constants, and numbers after the last actual.

import type { Table } from '#exchange/csv.ts'
import type { Results } from '#engine/results.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, isBase, isReported, scenarioOf, type Model } from '#model/model.ts'
import { hasWords } from '#model/note.ts'
import { formulaOf, isBaseActual, ownFormula } from '#model/origin.ts'
import { overlayOf } from '#model/overlay.ts'
import { lastDayOf, type Quarter } from '#model/quarter.ts'
import type { Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { unitName } from '#model/unit.ts'
import { columnId, type Column } from './column.ts'

export type Saying = {
  /** Unlike every other row's, and the same while the cell is. */
  readonly id: string
  readonly line: LineItem
  /** null for all quarters. */
  readonly quarter: Quarter | null
  readonly kind: 'number' | 'release' | 'formula' | 'constant' | 'note'
  /** In the line's own unit: what is typed, else what the cell has; NaN for no value, and for a formula of all quarters. */
  readonly value: number
  /** What the parent has in the same cell; NaN in Base. */
  readonly parentValue: number
  /** For a formula or a constant, as written. */
  readonly formula: string | null
  readonly parentFormula: string | null
  readonly note: Note | null
  /** False where Base's reported number comes first. */
  readonly hasEffect: boolean
}

type Place = { readonly results: Results; readonly scenario: ScenarioId; readonly line: LineItem }

/** What is said of a line for all quarters: at most one row. */
const formulaSaying = ({ results, scenario, line }: Place): readonly Saying[] => {
  const { model, constantOf } = results
  const { parent } = scenarioOf(model, scenario)
  const formula = ownFormula(model, scenarioOf(model, scenario), line)
  const isConstant = line.kind === 'constant'
  if (formula === null || (parent === null && !isConstant)) return []
  return [
    {
      id: `${line.id} constant`,
      line,
      quarter: null,
      kind: isConstant ? 'constant' : 'formula',
      value: isConstant ? constantOf(scenario, line.id) : NaN,
      parentValue: isConstant && parent !== null ? constantOf(parent, line.id) : NaN,
      formula,
      parentFormula: parent === null ? null : (formulaOf(model, parent, line)?.formula ?? null),
      note: null,
      hasEffect: true,
    },
  ]
}

/** Whether a number typed in Base is an assumption and not a report. */
const isAssumption = (model: Model, line: LineItem, quarter: Quarter): boolean =>
  line.driver || !isReported(model, quarter)

const cellSayings = ({ results, scenario, line }: Place, quarters: readonly Quarter[]): readonly Saying[] => {
  const { model, valueOf } = results
  const { parent } = scenarioOf(model, scenario)
  const { rows } = overlayOf(model, scenario)
  return quarters.flatMap((quarter): readonly Saying[] => {
    const entry = rows.get(quarter)?.entries.get(line.id)
    const note = rows.get(quarter)?.notes.get(line.id) ?? null
    if (entry === undefined && !hasWords(note)) return []
    if (parent === null && (entry === undefined || !isAssumption(model, line, quarter))) return []
    return [
      {
        id: `${line.id} ${quarter}`,
        line,
        quarter,
        kind: entry === undefined ? 'note' : entry === 'release' ? 'release' : 'number',
        value: typeof entry === 'number' ? entry : valueOf(scenario, line.id, quarter),
        parentValue: parent === null ? NaN : valueOf(parent, line.id, quarter),
        formula: null,
        parentFormula: null,
        note,
        hasEffect: isBase(model, scenario) || entry === undefined || !isBaseActual(model, line, quarter),
      },
    ]
  })
}

export const sayingsOf = (results: Results, scenario: ScenarioId): readonly Saying[] => {
  const { model } = results
  const quarters = [...overlayOf(model, scenario).rows.keys()].sort()
  return allLines(model).flatMap((line) => {
    const place = { results, scenario, line }
    return [...formulaSaying(place), ...cellSayings(place, quarters)]
  })
}

/** The column of the sheet that a row is about; a formula of all quarters has none of its own. */
export const columnOf = ({ line, quarter }: Saying): Column | null =>
  quarter !== null ? { kind: 'quarter', quarter } : line.kind === 'constant' ? { kind: 'constant' } : null

export const columnIdOf = (saying: Saying): string | null => {
  const column = columnOf(saying)
  return column === null ? null : columnId(column)
}

/** `FY26 Q3`, or `all quarters`. */
export const quarterText = (model: Model, { quarter }: Saying): string =>
  quarter === null ? 'all quarters' : fiscalName(quarter, model.fiscalCalendar)

/** `Cloud growth FY26 Q3`; of all quarters, the line alone. */
export const placeText = (model: Model, saying: Saying): string =>
  saying.quarter === null ? saying.line.label : `${saying.line.label} ${quarterText(model, saying)}`

/** How much is said, by kind: `10 numbers, 4 constants`. */
export const amountSaid = (sayings: readonly Saying[]): string =>
  (['number', 'constant', 'formula', 'release', 'note'] as const)
    .map((kind) => ({ kind, count: sayings.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}${count === 1 ? '' : 's'}`)
    .join(', ') || 'nothing of its own'

/** The table as a file has it, values in the lines' own units. */
export const sayingsTable = ({ model }: Results, sayings: readonly Saying[]): Table => ({
  fields: [
    'section',
    'line_key',
    'label',
    'unit',
    'quarter_end',
    'fiscal_quarter',
    'kind',
    'value',
    'parent_value',
    'difference',
    'formula',
    'parent_formula',
    'note',
    'source',
    'has_effect',
  ],
  rows: sayings.map((saying) => [
    saying.line.section,
    saying.line.key,
    saying.line.label,
    unitName(saying.line.unit),
    saying.quarter === null ? null : lastDayOf(saying.quarter),
    quarterText(model, saying),
    saying.kind,
    saying.value,
    saying.parentValue,
    saying.value - saying.parentValue,
    saying.formula,
    saying.parentFormula,
    saying.note?.text ?? null,
    saying.note?.source ?? null,
    saying.hasEffect ? 'yes' : 'no',
  ]),
})
