// Cells are a model's numbers one by one, for a table with a row for each: a line's quarters in a scenario with each whole
// fiscal year after its last quarter, or the one number of a constant. What a file calls the parts of a cell is named here.

import type { Reason, Results } from '#engine/results.ts'
import { fiscalName, plainYearName } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, isReported, scenarioOf, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import { lastDayOf, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { statusOf, type Status } from '#model/status.ts'
import { fiscalYearsOf } from '#model/timeline.ts'
import { unitName } from '#model/unit.ts'

/** What a table needs of the results. */
export type Figures = Pick<Results, 'model' | 'valueOf' | 'yearOf' | 'constantOf'>

type Time =
  | { readonly of: 'constant' }
  | { readonly of: 'quarter'; readonly quarter: Quarter }
  | { readonly of: 'year'; readonly year: number }

export type Cell = {
  readonly scenario: ScenarioId
  readonly line: LineItem
  readonly time: Time
  readonly status: Status
  /** NaN is no value. */
  readonly value: number
}

/** A cell as files have it; null where there is nothing to say. */
export type CellFields = {
  readonly scenario: string
  readonly line_key: string
  readonly label: string
  readonly unit: string
  readonly kind: string
  readonly quarter_end: string | null
  readonly fiscal_quarter: string | null
  readonly fiscal_year: string | null
  readonly status: string
  readonly value: number | null
}

/** A cell without a value says why. */
export type ExplainedFields = CellFields & {
  readonly reason: Reason['kind'] | null
  readonly reason_sentence: string | null
}

/**
 * A year is calculated where it lies up to the last actual and forecast where it goes beyond, whatever its quarters are; none
 * where nothing could give it a value: no formula of a rate, no number and no formula in the quarters that others take.
 */
const yearStatus = (
  model: Model,
  scenario: ScenarioId,
  line: LineItem,
  quarters: readonly { readonly quarter: Quarter; readonly status: Status }[],
): Status => {
  const last = quarters.at(-1)
  const isNone =
    line.kind === 'rate'
      ? (formulaOf(model, scenario, line)?.formula ?? '').trim() === ''
      : line.kind === 'balance'
        ? last?.status === 'none'
        : quarters.every(({ status }) => status === 'none')
  if (isNone) return 'none'
  return last !== undefined && isReported(model, last.quarter) ? 'calculated' : 'forecast'
}

/** The cells of a line in a scenario, in the order of time. */
export const cellsOf = (results: Figures, scenario: ScenarioId, line: LineItem): readonly Cell[] => {
  const { model } = results
  if (line.kind === 'constant') {
    const status = statusOf(model, scenario, line, model.timeline.first)
    return [{ scenario, line, time: { of: 'constant' }, status, value: results.constantOf(scenario, line.id) }]
  }
  return fiscalYearsOf(model.timeline, model.fiscalCalendar).flatMap(({ year, quarters, whole }) => {
    const statuses = quarters.map((quarter) => ({ quarter, status: statusOf(model, scenario, line, quarter) }))
    const cells = statuses.map(({ quarter, status }): Cell => {
      const value = results.valueOf(scenario, line.id, quarter)
      return { scenario, line, time: { of: 'quarter', quarter }, status, value }
    })
    if (!whole) return cells
    const status = yearStatus(model, scenario, line, statuses)
    return [
      ...cells,
      { scenario, line, time: { of: 'year', year }, status, value: results.yearOf(scenario, line.id, year) },
    ]
  })
}

export const fieldsOf = (model: Model, { scenario, line, time, status, value }: Cell): CellFields => ({
  scenario: scenarioOf(model, scenario).name,
  line_key: line.key,
  label: line.label,
  unit: unitName(line.unit),
  kind: line.kind,
  quarter_end: time.of === 'quarter' ? lastDayOf(time.quarter) : null,
  fiscal_quarter: time.of === 'quarter' ? fiscalName(time.quarter, model.fiscalCalendar) : null,
  fiscal_year: time.of === 'year' ? plainYearName(time.year) : null,
  status,
  value: Number.isNaN(value) ? null : value,
})

/** Why a cell of a quarter has no value. */
export type WhyEmpty = (
  results: Results,
  scenario: ScenarioId,
  line: LineId,
  quarter: Quarter,
) => Pick<Reason, 'kind' | 'sentence'> | null

const whyEmpty = (results: Results, why: WhyEmpty, { scenario, line, time }: Cell): ReturnType<WhyEmpty> =>
  time.of === 'year'
    ? results.reasonOfYear(scenario, line.id, time.year)
    : why(results, scenario, line.id, time.of === 'quarter' ? time.quarter : results.model.timeline.first)

const explainedFieldsOf = (results: Results, why: WhyEmpty, cell: Cell): ExplainedFields => {
  const reason = Number.isNaN(cell.value) ? whyEmpty(results, why, cell) : null
  return {
    ...fieldsOf(results.model, cell),
    reason: reason?.kind ?? null,
    reason_sentence: reason?.sentence ?? null,
  }
}

/** Every cell of every scenario, line by line. */
export function* explainedLines(results: Results, why: WhyEmpty): Generator<readonly ExplainedFields[]> {
  const { model } = results
  for (const { id } of model.scenarios)
    for (const line of allLines(model))
      yield cellsOf(results, id, line).map((cell) => explainedFieldsOf(results, why, cell))
}

/** The same as a JSON array of objects, one to a row of text. */
export function* cellsJson(results: Results, why: WhyEmpty): Generator<string> {
  let before = '[\n'
  for (const cells of explainedLines(results, why)) {
    yield before + cells.map((fields) => JSON.stringify(fields)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
