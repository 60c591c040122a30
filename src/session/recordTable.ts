// The track record as a file: one row for each forecast of each line, in every scenario, with what was reported.

import type { Table } from '#exchange/csv.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { lastDayOf } from '#model/quarter.ts'
import { unitName } from '#model/unit.ts'
import type { Recording } from './recording.ts'

const fields = [
  ...['section', 'line_key', 'label', 'unit', 'scenario', 'quarter_end', 'fiscal_quarter'],
  ...['made_at_last_actual', 'made_on', 'horizon_quarters'],
  ...['forecast', 'reported', 'error', 'error_percent', 'error_points'],
]

/** Values at full precision in the line's own scale, per cents and points as fractions; n.m. is an empty field. */
export const recordTable = ({ reporting, lines, scenarios, recordOf }: Recording): Table => {
  const { fiscalCalendar } = reporting.results.model
  const rows = lines.flatMap((line) =>
    scenarios.flatMap((scenario) =>
      recordOf(line, scenario).quarters.flatMap(({ quarter, reported, forecasts }) =>
        forecasts
          .filter(({ lack }) => lack === null)
          .map(({ version, horizon, value, error }) => {
            const { lastActual } = version.results.model
            return [
              ...[line.section, line.key, line.label, unitName(line.unit), scenario.name],
              ...[lastDayOf(quarter), plainName(quarter, fiscalCalendar)],
              lastActual === null ? '' : plainName(lastActual, fiscalCalendar),
              version.madeAt.slice(0, 10),
              horizon,
              value,
              reported,
              error?.in === 'amount' ? error.amount : null,
              error?.in === 'amount' ? error.share : null,
              error?.in === 'points' ? error.points : null,
            ]
          }),
      ),
    ),
  )
  return { fields, rows }
}
