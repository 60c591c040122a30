// Filling: what the fill handle, Ctrl+D and Ctrl+R put into cells. Along a line a typed number repeats, two or more go on in a
// straight line, and a computed cell hands its formula on; from line to line numbers go, in the unit of the line they come to.

import type { Results } from '#engine/results.ts'
import { numberWithPointMoved } from '#exchange/decimal.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isFraction, scaleExponents, unitName, type Unit } from '#model/unit.ts'
import { isBlank, isTypedAt, valueAt } from './cellValue.ts'
import type { Entry, Input } from './entries.ts'
import type { Layout } from './layout.ts'
import type { Target } from './proposal.ts'
import { continued } from './series.ts'

/** A value of one unit as a number of another; null where they do not go together. */
export const inUnit = (value: number, from: Unit, to: Unit): number | null => {
  if (from.kind === 'currency' && to.kind === 'currency') {
    if (from.currency !== to.currency) return null
    return numberWithPointMoved(String(value), scaleExponents[from.scale] - scaleExponents[to.scale])
  }
  const areFractions = [from, to].every((unit) => isFraction(unit) || unit.kind === 'ratio')
  const areCounts = [from, to].every(({ kind }) => kind === 'count' || kind === 'quarters' || kind === 'ratio')
  return from.kind === to.kind || areFractions || areCounts ? value : null
}

/** Cells that are filled, in the order of the axis; `position` counts from the first cell given. */
type Run = {
  readonly given: readonly Target[]
  readonly taking: readonly { readonly target: Target; readonly position: number }[]
}

const alongLine = (results: Results, { given, taking }: Run): readonly Entry[] => {
  const isComputed = !given.some((target) => isTypedAt(results, target))
  const values = given.map((target) => valueAt(results, target))
  return taking.map(({ target, position }): Entry => {
    const value = continued(values, position)
    const input: Input = isComputed
      ? { kind: 'formula' }
      : Number.isNaN(value)
        ? { kind: 'nothing' }
        : { kind: 'number', value }
    return { target, input }
  })
}

/** Why a number of one line does not go into another. */
export const refusedUnit = (from: Pick<LineItem, 'label' | 'unit'>, to: LineItem): Input => ({
  kind: 'refused',
  text: from.label,
  sentence: `${from.label} is in ${unitName(from.unit)}, but ${to.label} is in ${unitName(to.unit)}.`,
})

const acrossLines = (results: Results, { given, taking }: Run): readonly Entry[] =>
  taking.map(({ target, position }): Entry => {
    const values = given.map((each) => inUnit(valueAt(results, each), each.line.unit, target.line.unit))
    const known = values.filter((value) => value !== null)
    const stranger = given[values.indexOf(null)]
    if (stranger !== undefined) return { target, input: refusedUnit(stranger.line, target.line) }
    const value = continued(known, position)
    return { target, input: Number.isNaN(value) ? { kind: 'nothing' } : { kind: 'number', value } }
  })

export type Axis = 'line' | 'time'

/** A fill: the positions of its source and of all it covers along one axis, and the positions it is repeated for on the other. */
export type Fill = {
  readonly axis: Axis
  readonly source: readonly [first: number, last: number]
  readonly covered: readonly [first: number, last: number]
  readonly others: readonly number[]
}

export const span = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/**
 * Whether a stop of the axis takes part in a fill at a position of the other axis: headings and years are passed over, and so
 * are constants beside lines that differ by quarter, and these beside constants.
 */
const takesPart = ({ lines, times }: Layout, axis: Axis, at: number, other: number): boolean => {
  if (axis === 'time') return times[at]?.kind === 'quarter'
  const [stop, column] = [lines[at], times[other]]
  return stop?.kind === 'line' && column !== undefined && !isBlank({ line: stop.line, column })
}

/** The stops between two positions that take part in a fill. */
export const stopsIn = (
  layout: Layout,
  axis: Axis,
  between: readonly [first: number, last: number],
  other: number,
): readonly number[] => span(between).filter((at) => takesPart(layout, axis, at, other))

/** The entries of a fill; `targetAt` gives a cell by its positions, null on headings. */
export const fillEntries = (
  results: Results,
  layout: Layout,
  { axis, source, covered, others }: Fill,
  targetAt: (line: number, time: number) => Target | null,
): readonly Entry[] => {
  const isInSource = (at: number): boolean => at >= source[0] && at <= source[1]
  return others.flatMap((other) => {
    const stops = stopsIn(layout, axis, covered, other)
    const start = stops.findIndex(isInSource)
    if (start < 0) return []
    const cell = (at: number): Target | null => (axis === 'line' ? targetAt(at, other) : targetAt(other, at))
    const present = (at: number): readonly Target[] => [cell(at)].filter((each) => each !== null)
    const run: Run = {
      given: stops.filter(isInSource).flatMap(present),
      taking: stops.flatMap((at, index) =>
        isInSource(at) ? [] : present(at).map((target) => ({ target, position: index - start })),
      ),
    }
    if (run.given.length === 0) return []
    return axis === 'time' ? alongLine(results, run) : acrossLines(results, run)
  })
}

/**
 * The position that Ctrl+D and Ctrl+R copy from where only one row or column is selected: the one before it, past headings and
 * years; null where that has no cell here, as a constant has none in a quarter.
 */
export const stopBefore = (layout: Layout, axis: Axis, at: number, other: number): number | null => {
  for (let before = at - 1; before >= 0; before -= 1) {
    const isPassed = axis === 'line' ? layout.lines[before]?.kind === 'heading' : layout.times[before]?.kind === 'year'
    if (!isPassed) return takesPart(layout, axis, before, other) ? before : null
  }
  return null
}
