// What differs between two versions as a file: one row for each change, numbers at full precision, per cents as fractions.

import type { Table } from '#exchange/csv.ts'
import { lastDayOf } from '#model/quarter.ts'
import { unitName } from '#model/unit.ts'
import type { ChangeGroup } from './versionChanges.ts'

const fields = [
  ...['group', 'subject', 'line_key', 'unit', 'scenario', 'quarter_end', 'quarter_or_field'],
  ...['was', 'is'],
]

export const changesTable = (groups: readonly ChangeGroup[]): Table => ({
  fields,
  rows: groups.flatMap(({ name, rows }) =>
    rows.map(({ subject, line, scenario, quarter, aspect, was, is }) => [
      ...[name, subject, line?.key ?? '', line === null ? '' : unitName(line.unit), scenario?.name ?? ''],
      ...[quarter === null ? '' : lastDayOf(quarter), aspect, was.value, is.value],
    ]),
  ),
})
