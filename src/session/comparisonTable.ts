// The comparison as it leaves the screen: as a table at full precision for a file, and as text for the clipboard, as shown.

import type { Table } from '#exchange/csv.ts'
import { comparedLine, type ComparedCell, type ComparedTime } from '#analysis/comparison.ts'
import type { Results } from '#engine/results.ts'
import { tsvOf } from '#exchange/block.ts'
import { shownUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import type { Scenario } from '#model/scenario.ts'
import { unitName, type Scale } from '#model/unit.ts'
import { timesOf, type Comparing } from './comparing.ts'
import { amountText, copiedShareText, valueText } from './comparisonText.ts'
import { timeName } from './copying.ts'

const headings = ['section', 'key', 'label', 'unit'] as const

/** The scenarios compared, the reference first. */
type Sides = { readonly reference: Scenario; readonly scenarios: readonly Scenario[] }

const fieldsOf = ({ reference, scenarios }: Sides): readonly string[] =>
  scenarios.flatMap(({ id, name }) =>
    id === reference.id
      ? [`${name} value`]
      : [`${name} value`, `${name} difference`, `${name} per cent`, `${name} points`],
  )

/** Per cents and points are fractions, as in every export; no difference and n.m. are empty fields. */
const numbersOf = ({ value, difference }: ComparedCell): readonly (number | null)[] => [
  value,
  difference?.in === 'amount' ? difference.amount : null,
  difference?.in === 'amount' ? difference.share : null,
  difference?.in === 'points' ? difference.points : null,
]

const rowOf = (results: Results, line: LineItem, time: ComparedTime, { reference, scenarios }: Sides) =>
  comparedLine(
    results,
    line,
    time,
    reference.id,
    scenarios.map(({ id }) => id),
  ).cells.flatMap((cell) => (cell.scenario === reference.id ? [cell.value] : numbersOf(cell)))

const headOf = ({ section, key, label, unit }: LineItem): readonly string[] => [section, key, label, unitName(unit)]

/** One row for each line, at the time compared. */
export const comparisonTable = (results: Results, comparing: Comparing): Table => ({
  fields: [...headings, ...fieldsOf(comparing)],
  rows: comparing.lines.map((line) => [...headOf(line), ...rowOf(results, line, comparing.time, comparing)]),
})

/** One row for each line and time, a constant's without one: what grids and charts show. */
const courseTable = (results: Results, lines: readonly LineItem[], sides: Sides): Table => {
  const times = timesOf(results.model).flatMap(({ times }) => times)
  const [first] = times
  return {
    fields: [...headings, 'time', ...fieldsOf(sides)],
    rows: lines.flatMap((line) =>
      line.kind === 'constant'
        ? first === undefined
          ? []
          : [[...headOf(line), '', ...rowOf(results, line, first, sides)]]
        : times.map((time) => [...headOf(line), timeName(results, time), ...rowOf(results, line, time, sides)]),
    ),
  }
}

/** What a shape of the comparison exports, and what its file is called. */
export const exportOf = (
  results: Results,
  comparing: Comparing,
  shape: 'table' | 'grids' | 'charts',
): { readonly what: string; readonly table: Table } => {
  const { reference, beside } = comparing
  if (shape === 'table')
    return { what: `comparison ${timeName(results, comparing.time)}`, table: comparisonTable(results, comparing) }
  if (shape === 'charts' || beside === null)
    return { what: 'comparison by quarter', table: courseTable(results, comparing.lines, comparing) }
  const sides = { reference, scenarios: [reference, beside] }
  return {
    what: `comparison ${reference.name} ${beside.name}`,
    table: courseTable(results, allLines(results.model), sides),
  }
}

/** The table as shown, tab-separated, with a line of headings; a spreadsheet reads its figures as numbers. */
export const comparisonText = (results: Results, comparing: Comparing, scale: Scale | null): string => {
  const { reference, scenarios, time, lines } = comparing
  const ids = scenarios.map(({ id }) => id)
  const names = scenarios.flatMap(({ id, name }) =>
    id === reference.id ? [name] : [name, `${name} − ${reference.name}`, `${name} − ${reference.name}, % or points`],
  )
  const rows = lines.map((line) => [
    line.label,
    unitName(shownUnit(line.unit, scale)),
    ...comparedLine(results, line, time, reference.id, ids).cells.flatMap((cell) => {
      const value = valueText(line, cell, scale)
      return cell.scenario === reference.id
        ? [value]
        : [value, amountText(line, cell.difference, scale), copiedShareText(line, cell.difference)]
    }),
  ])
  return tsvOf([[timeName(results, time), 'Unit', ...names], ...rows])
}
