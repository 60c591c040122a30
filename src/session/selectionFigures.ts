// The figures of a selection: how many of its cells have a value, and of these sum, average, least and most. They have the
// unit the screen shows; where the lines have several, only the count means anything.

import type { Results } from '#engine/results.ts'
import { decimalsIn, plainFigure, shownUnit, shownValue, tableFigure } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { scaleExponents, unitName, type Scale, type Unit } from '#model/unit.ts'
import { isBlank, valueAt } from './cellValue.ts'
import type { Layout } from './layout.ts'
import type { Block } from './range.ts'

type FigureName = 'Sum' | 'Average' | 'Count' | 'Min' | 'Max'

export type Figure = {
  readonly name: FigureName
  /** As a table shows it, and as a sentence does. */
  readonly text: string
  readonly plain: string
  /** All of its digits in the unit shown, for other programs. */
  readonly copied: string
}

export type SelectionFigures = {
  /** Cells that can hold a number: no headings, and no cell that its line leaves blank. Each is counted once. */
  readonly cells: number
  /** Of those with values; null where they have several. */
  readonly unit: string | null
  readonly figures: readonly Figure[]
}

type Span = readonly [first: number, last: number]

/** Spans in order, none of which overlap. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const apart: Span[] = []
  for (const span of [...spans].sort(([one], [other]) => one - other)) {
    const last = apart.at(-1)
    if (last === undefined || span[0] > last[1] + 1) apart.push(span)
    else apart[apart.length - 1] = [last[0], Math.max(last[1], span[1])]
  }
  return apart
}

/** What the cells of one or more lines of one unit come to. */
class Tally {
  readonly line: LineItem
  count = 0
  sum = 0
  least = Infinity
  most = -Infinity
  decimals = 0

  constructor(line: LineItem) {
    this.line = line
  }

  add(value: number): void {
    this.count += 1
    this.sum += value
    if (value < this.least) this.least = value
    if (value > this.most) this.most = value
  }

  /** Takes in a tally whose unit is shown like this one’s, though it may be kept in another scale. */
  take({ line, count, sum, least, most, decimals }: Tally): void {
    const factor = scaleFactor(line.unit, this.line.unit)
    this.count += count
    this.sum += sum * factor
    this.least = Math.min(this.least, least * factor)
    this.most = Math.max(this.most, most * factor)
    this.decimals = Math.max(this.decimals, decimals)
  }
}

const scaleFactor = (from: Unit, to: Unit): number =>
  from.kind === 'currency' && to.kind === 'currency' ? 10 ** (scaleExponents[from.scale] - scaleExponents[to.scale]) : 1

const significantDigits = 15

const figuresOf = (
  { line: { unit }, count, sum, least, most, decimals }: Tally,
  scale: Scale | null,
): readonly Figure[] => {
  const figure = (name: FigureName, value: number, places: number): Figure => {
    const shown = shownValue(value, unit, scale)
    const shownPlaces = decimalsIn(unit, places, scale)
    return {
      name,
      text: tableFigure(shown, shownPlaces),
      plain: plainFigure(shown, shownPlaces),
      copied: `${Number(shown.toPrecision(significantDigits))}${unit.kind === 'percent' ? '%' : ''}`,
    }
  }
  return [
    figure('Sum', sum, decimals),
    // The average of whole numbers is seldom one.
    figure('Average', sum / count, Math.max(decimals, 1)),
    countFigure(count),
    figure('Min', least, decimals),
    figure('Max', most, decimals),
  ]
}

const countFigure = (count: number): Figure => ({
  name: 'Count',
  text: plainFigure(count, 0),
  plain: plainFigure(count, 0),
  copied: String(count),
})

export type Shown = { readonly results: Results; readonly shown: ScenarioId; readonly scale: Scale | null }

/** Cells counted before the screen has its turn: a few milliseconds of work. */
const cellsAStep = 4000

/**
 * The figures of the cells in some blocks, step by step: a large selection is counted while the screen goes on. Null where
 * there are not two cells that can hold a number.
 */
export function* countFigures(
  { results, shown, scale }: Shown,
  { lines, times }: Layout,
  blocks: readonly Block[],
): Generator<undefined, SelectionFigures | null> {
  const tallies = new Map<string, Tally>()
  let cells = 0
  let pause = cellsAStep
  for (const [at, stop] of lines.entries()) {
    const over = blocks.filter(({ firstLine, lastLine }) => at >= firstLine && at <= lastLine)
    if (stop.kind !== 'line' || over.length === 0) continue
    const { line } = stop
    const unit = shownUnit(line.unit, scale)
    const tally = new Tally(line)
    for (const [first, last] of merged(over.map(({ firstTime, lastTime }): Span => [firstTime, lastTime])))
      for (let time = first; time <= last; time += 1) {
        const column = times[time]
        if (column === undefined || isBlank({ line, column })) continue
        cells += 1
        const value = valueAt(results, { shown, line, column })
        if (!Number.isNaN(value)) tally.add(value)
      }
    if (cells >= pause) {
      yield
      pause = cells + cellsAStep
    }
    if (tally.count === 0) continue
    tally.decimals = line.decimals
    const known = tallies.get(unitName(unit))
    if (known === undefined) tallies.set(unitName(unit), tally)
    else known.take(tally)
  }
  if (cells < 2) return null
  const [only, second] = [...tallies.values()]
  if (only === undefined) return { cells, unit: '', figures: [countFigure(0)] }
  if (second === undefined)
    return { cells, unit: unitName(shownUnit(only.line.unit, scale)), figures: figuresOf(only, scale) }
  const count = [...tallies.values()].reduce((sum, each) => sum + each.count, 0)
  return { cells, unit: null, figures: [countFigure(count)] }
}

/** The same at once. */
export const selectionFigures = (shown: Shown, layout: Layout, blocks: readonly Block[]): SelectionFigures | null => {
  const steps = countFigures(shown, layout, blocks)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** `4 cells: sum 812.4, average 203.1, count 4, min 180.0, max 230.0, in RMB m.` */
export const figuresSentence = ({ cells, unit, figures }: SelectionFigures): string => {
  const told = figures.map(({ name, plain }) => `${name.toLowerCase()} ${plain}`).join(', ')
  const inUnit = unit === null ? ', mixed units' : unit === '' ? '' : `, in ${unit}`
  return `${plainFigure(cells, 0)} cells: ${told}${inUnit}.`
}
