// Copying: the selected cells as text, as a table and as Paceline's own cells. What is on screen is copied, so headings and
// what is folded away are not; several ranges go together where they make one rectangle, as in Excel.

import { htmlOf, tsvOf, type CopiedCell } from '#exchange/block.ts'
import type { Copied } from '#exchange/copied.ts'
import { typedText } from '#exchange/number.ts'
import type { Results } from '#engine/results.ts'
import { decimalsIn, shownValue, tableValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import { quartersOf } from '#model/timeline.ts'
import { formulaOf, noteOf } from '#model/origin.ts'
import { isFraction, unitName, type Scale } from '#model/unit.ts'
import { yearName } from '#model/year.ts'
import { columnId, type Column } from './column.ts'
import { isBlank, isTypedAt, valueAt, withoutNoise } from './cellValue.ts'
import { span } from './fill.ts'
import type { Layout } from './layout.ts'
import { refuse, type Target } from './proposal.ts'
import type { Block } from './range.ts'

/** Positions along both axes whose cells are copied. */
export type Area = { readonly lines: readonly number[]; readonly times: readonly number[] }

const inOrder = (positions: readonly number[]): readonly number[] =>
  [...new Set(positions)].sort((one, other) => one - other)

/** The rectangle that some blocks make, or why they make none. */
export const areaOf = (layout: Layout, blocks: readonly Block[]): Area | Problem => {
  const [first] = blocks
  const sameLines = blocks.every(
    ({ firstLine, lastLine }) => firstLine === first?.firstLine && lastLine === first.lastLine,
  )
  const sameTimes = blocks.every(
    ({ firstTime, lastTime }) => firstTime === first?.firstTime && lastTime === first.lastTime,
  )
  if (first === undefined) return refuse('Select the cells to copy first.')
  if (!sameLines && !sameTimes)
    return refuse('These ranges do not make one rectangle: select ranges that share their lines or their quarters.')
  const lines = inOrder(blocks.flatMap((block) => span([block.firstLine, block.lastLine]))).filter(
    (at) => layout.lines[at]?.kind === 'line',
  )
  return lines.length === 0
    ? refuse('A heading has no numbers to copy.')
    : { lines, times: inOrder(blocks.flatMap((block) => span([block.firstTime, block.lastTime]))) }
}

/** A cell as other programs take it. */
const copiedCell = (results: Results, target: Target, scale: Scale | null): CopiedCell => {
  const { line, unit } = target
  const value = valueAt(results, target)
  const kind = isBlank(target) || !Number.isNaN(value) ? undefined : reasonAt(results, target)
  const isPerCent = isFraction(unit)
  const written = isTypedAt(results, target) ? value : withoutNoise(value)
  return {
    typed: Number.isNaN(value) ? (kind ?? '') : typedText(written, line.unit, unit),
    shown: Number.isNaN(value) ? (kind ?? '') : tableValue(value, line.unit, line.decimals, scale),
    value: isPerCent ? written : shownValue(written, line.unit, scale),
    isPerCent,
    decimals: decimalsIn(line.unit, line.decimals, scale),
  }
}

/** `fault` or `n.m.`, as the cell shows it; undefined for a missing value, which is an empty cell. */
const reasonAt = (results: Results, { shown, line, column }: Target): string | undefined => {
  const reason =
    column.kind === 'quarter'
      ? results.reasonOf(shown, line.id, column.quarter)
      : column.kind === 'year'
        ? results.reasonOfYear(shown, line.id, column.year)
        : null
  return reason === null || reason.kind === 'missing' ? undefined : reason.kind
}

/** `FY26 Q2`, `FY26`, `Constant`. */
export const timeName = ({ model }: Results, column: Column): string => {
  if (column.kind === 'quarter') return fiscalName(column.quarter, model.fiscalCalendar)
  return column.kind === 'year' ? yearName(column.year) : 'Constant'
}

/** `Revenue (RMB m)`. */
const lineName = ({ line, unit }: Pick<Target, 'line' | 'unit'>): string => {
  const name = unitName(unit)
  return name === '' ? line.label : `${line.label} (${name})`
}

/** A whole line has its constant and every quarter, folded away or not. */
const wholeLine = ({ timeline }: Model): readonly Column[] => [
  { kind: 'constant' },
  ...quartersOf(timeline).map((quarter): Column => ({ kind: 'quarter', quarter })),
]

/** Years are computed from the quarters beside them; alone they are copied as numbers. */
const withoutYears = (columns: readonly Column[]): readonly Column[] => {
  const rest = columns.filter(({ kind }) => kind !== 'year')
  return rest.length === 0 ? columns : rest
}

/** Paceline's own form of an area. */
export const copiedOf = (
  results: Results,
  layout: Layout,
  area: Area,
  targetAt: (line: number, time: number) => Target | null,
  { id, isWholeLines }: Pick<Copied, 'id' | 'isWholeLines'>,
): Copied => {
  const { model } = results
  const columns = isWholeLines ? wholeLine(model) : withoutYears(area.times.flatMap((at) => layout.times[at] ?? []))
  const targets = area.lines.map((at) => {
    const target = targetAt(at, 0)
    return columns.map((column) => (target === null ? null : { ...target, column }))
  })
  return {
    form: 'paceline cells 1',
    id,
    model: model.id,
    isWholeLines,
    lines: area.lines.flatMap((at) => {
      const target = targetAt(at, 0)
      if (target === null) return []
      const { id: line, key, label, unit } = target.line
      return [{ id: line, key, label, unit, formula: formulaOf(model, target.shown, target.line)?.formula ?? null }]
    }),
    times: columns.map(columnId),
    cells: targets.map((row) =>
      row.map((target) => {
        if (target === null) return { value: null, isTyped: false, note: null }
        const { shown, line, column } = target
        const value = valueAt(results, target)
        const hasNote = column.kind === 'quarter' && line.kind !== 'constant'
        return {
          value: Number.isNaN(value) ? null : value,
          isTyped: isTypedAt(results, target),
          note: hasNote ? noteOf(model, shown, line, column.quarter) : null,
        }
      }),
    ),
  }
}

/** An area as text and as a table, with the names of its lines and times round it where asked for. */
export const copiedTexts = (
  results: Results,
  layout: Layout,
  area: Area,
  targetAt: (line: number, time: number) => Target | null,
  { scale, areNamed }: { readonly scale: Scale | null; readonly areNamed: boolean },
): { readonly plain: string; readonly html: string } => {
  const cell = (line: number, time: number): CopiedCell | string => {
    const target = targetAt(line, time)
    return target === null ? '' : copiedCell(results, target, scale)
  }
  const nameOfLine = (at: number): string => {
    const target = targetAt(at, 0)
    return target === null ? '' : lineName(target)
  }
  const nameOfTime = (at: number): string => {
    const column = layout.times[at]
    return column === undefined ? '' : timeName(results, column)
  }
  const isAcross = layout.orientation === 'across'
  const [rows, columns] = isAcross ? [area.lines, area.times] : [area.times, area.lines]
  const [nameOfRow, nameOfColumn] = isAcross ? [nameOfLine, nameOfTime] : [nameOfTime, nameOfLine]
  const body = rows.map((row) => [
    ...(areNamed ? [nameOfRow(row)] : []),
    ...columns.map((column) => (isAcross ? cell(row, column) : cell(column, row))),
  ])
  const table = areNamed ? [['', ...columns.map(nameOfColumn)], ...body] : body
  const plain = table.map((row) => row.map((each) => (typeof each === 'string' ? each : each.typed)))
  return { plain: tsvOf(plain), html: htmlOf(table) }
}
