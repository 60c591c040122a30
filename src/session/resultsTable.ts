// Beat and miss as a file: one row for each line that is held against something, in every reported quarter.

import type { Change } from '#analysis/surprise.ts'
import type { Table } from '#exchange/csv.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { lastDayOf } from '#model/quarter.ts'
import { unitName } from '#model/unit.ts'
import type { Telling } from './telling.ts'

const fields = [
  ...['section', 'line_key', 'label', 'unit', 'quarter_end', 'fiscal_quarter', 'reported', 'consensus'],
  ...['surprise_percent', 'surprise_points', 'not_meaningful', 'verdict', 'streak'],
  ...['guidance_low', 'guidance_high', 'guidance', 'guidance_along'],
]

const turned = (surprise: Change | null): string | null => {
  if (surprise?.in !== 'nothing') return null
  return surprise.turn === null ? 'n.m.' : `n.m. (${surprise.turn})`
}

/** Values at full precision in the line's own scale, per cents, points and basis points as fractions. */
export const resultsTable = ({ reporting, held }: Telling): Table => {
  const { fiscalCalendar } = reporting.results.model
  const rows = held.flatMap(({ line, outcomes }) =>
    outcomes.map(({ quarter, reported, consensus, low, high, surprise, verdict, place, streak }) => [
      ...[line.section, line.key, line.label, unitName(line.unit)],
      ...[lastDayOf(quarter), plainName(quarter, fiscalCalendar)],
      ...[reported, consensus],
      surprise?.in === 'share' ? surprise.by : null,
      surprise?.in === 'points' || surprise?.in === 'bps' ? surprise.by : null,
      turned(surprise),
      verdict,
      streak?.count ?? null,
      ...[low, high],
      place?.at ?? null,
      place?.along ?? null,
    ]),
  )
  return { fields, rows }
}
