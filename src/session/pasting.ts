// Pasting: a block of cells from the clipboard, laid out from the selection's first cell on. Headings and years are passed
// over; one cell goes into the whole selection, and a block that fits into it several times is repeated.

import type { Copied } from '#exchange/copied.ts'
import { inPointStyle, numberStyleOf } from '#exchange/numberStyle.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { withNumbersMoved } from '#model/note.ts'
import { allLines, rowOf, type ModelId } from '#model/model.ts'
import { landingOf } from '#model/origin.ts'
import { isProblem } from '#model/problem.ts'
import type { Note } from '#model/quarterRow.ts'
import { contains, type Timeline } from '#model/timeline.ts'
import { isBlank, withoutNoise } from './cellValue.ts'
import { columnId, readColumnId } from './column.ts'
import { proposeDeletion } from './deletion.ts'
import type { Entry, Input } from './entries.ts'
import { inUnit, refusedUnit } from './fill.ts'
import type { Layout } from './layout.ts'
import { placesIn, type Block } from './range.ts'
import type { Target } from './proposal.ts'

/** A cell of a table; an exact one is written with a point whatever the others are. */
export type TableCell = { readonly text: string; readonly isExact: boolean }

/** What goes into a cell of a block, once the line it comes to is known. */
export type Pasted = (line: LineItem) => Input

/** By line, then by time. */
export type PastedBlock = readonly (readonly Pasted[])[]

const turned = <Item>(rows: readonly (readonly Item[])[]): readonly (readonly Item[])[] =>
  (rows[0] ?? []).map((_, at) => rows.flatMap((row) => row.slice(at, at + 1)))

/** A table as it lies on screen; the style of its numbers is judged over all of it. */
export const pastedTable = (
  rows: readonly (readonly TableCell[])[],
  orientation: Layout['orientation'],
): PastedBlock => {
  const style = numberStyleOf(rows.flat().flatMap(({ text, isExact }) => (isExact ? [] : [text])))
  const block = rows.map((row) =>
    row.map(({ text, isExact }): Pasted => {
      const read = inPointStyle(text, isExact ? 'point' : style)
      return () => ({ kind: 'text', text: read })
    }),
  )
  return orientation === 'across' ? block : turned(block)
}

/** What comes along with a number: of a copy the words alone, since its check and the numbers before it are its own cell's. */
const noteAlong = (note: Note | null, isMoved: boolean, from: Copied['lines'][number], line: LineItem): Note | null => {
  if (note === null) return null
  const moved = withNumbersMoved(note, (value) => inUnit(value, from.unit, line.unit) ?? value)
  return isMoved ? moved : { text: note.text, source: note.source }
}

export type PasteWay = { readonly areValues: boolean; readonly isMove: boolean }

const pastedCell = (
  { value, isTyped, note }: Copied['cells'][number][number],
  from: Copied['lines'][number],
  isSameModel: boolean,
  { areValues, isMove }: PasteWay,
): Pasted => {
  return (line) => {
    if (!isTyped && !areValues && isSameModel && line.id === from.id) return { kind: 'formula' }
    if (value === null) return { kind: 'nothing' }
    const moved = inUnit(value, from.unit, line.unit)
    if (moved === null) return refusedUnit(from, line)
    if (!isTyped) return { kind: 'number', value: withoutNoise(moved) }
    if (areValues) return { kind: 'number', value: moved }
    return { kind: 'number', value: moved, note: noteAlong(note, isMove, from, line) }
  }
}

/** Paceline's own cells: numbers with their notes, and on its own line a computed cell is computed again, unless as values. */
export const pastedCells = ({ cells, lines, model }: Copied, into: ModelId, way: PasteWay): PastedBlock =>
  cells.map((row, at) => {
    const from = lines[at]
    return from === undefined ? [] : row.map((cell) => pastedCell(cell, from, model === into, way))
  })

/** Where a block goes: positions along both axes, and how much of it finds no room. */
export type Landing = {
  readonly lines: readonly number[]
  readonly times: readonly number[]
  readonly linesOver: number
  readonly timesOver: number
}

const linesFrom = ({ lines }: Layout, first: number, last = lines.length - 1): readonly number[] =>
  lines.flatMap(({ kind }, at) => (at >= first && at <= last && kind === 'line' ? [at] : []))

/** Years are passed over, unless the block begins on one: then its cells say why nothing is typed there. */
const timesFrom = ({ times }: Layout, first: number, last = times.length - 1): readonly number[] => {
  const beginsOnYear = times[first]?.kind === 'year'
  return times.flatMap(({ kind }, at) => (at >= first && at <= last && (kind !== 'year' || beginsOnYear) ? [at] : []))
}

const cycled = (positions: readonly number[], size: number): boolean =>
  size > 0 && positions.length >= size && positions.length % size === 0

export const landingFor = (
  layout: Layout,
  selected: Block,
  size: { readonly lines: number; readonly times: number },
): Landing => {
  const [lines, times] = [linesFrom(layout, selected.firstLine), timesFrom(layout, selected.firstTime)]
  const chosenLines = linesFrom(layout, selected.firstLine, selected.lastLine)
  const chosenTimes = timesFrom(layout, selected.firstTime, selected.lastTime)
  // One selected row or column stands for as many as the block has.
  const fits = (chosen: readonly number[], count: number): boolean => chosen.length === 1 || cycled(chosen, count)
  const isRepeated = fits(chosenLines, size.lines) && fits(chosenTimes, size.times)
  const taken = (chosen: readonly number[], all: readonly number[], count: number): readonly number[] =>
    isRepeated && chosen.length > count ? chosen : all.slice(0, count)
  return {
    lines: taken(chosenLines, lines, size.lines),
    times: taken(chosenTimes, times, size.times),
    linesOver: Math.max(size.lines - lines.length, 0),
    timesOver: Math.max(size.times - times.length, 0),
  }
}

export const sizeOfBlock = (block: PastedBlock): { readonly lines: number; readonly times: number } => ({
  lines: block.length,
  times: Math.max(0, ...block.map((row) => row.length)),
})

type TargetAt = (line: number, time: number) => Target | null

/** The entries of a block at its landing. */
export const pastedEntries = (block: PastedBlock, { lines, times }: Landing, targetAt: TargetAt): readonly Entry[] => {
  const size = sizeOfBlock(block)
  return lines.flatMap((line, down) =>
    times.flatMap((time, right): readonly Entry[] => {
      const target = targetAt(line, time)
      const pasted = block[down % size.lines]?.[right % size.times]
      return target === null || pasted === undefined ? [] : [{ target, input: pasted(target.line) }]
    }),
  )
}

/** One cell into every selected one that takes a number; alone on a locked one it says why. */
export const entriesOfOne = (
  pasted: Pasted,
  layout: Layout,
  blocks: readonly Block[],
  targetAt: TargetAt,
  isLocked: (target: Target) => boolean,
): readonly Entry[] => {
  const targets = [...placesIn(layout, blocks)]
    .map(({ line, time }) => targetAt(line, time))
    .filter((target) => target !== null)
  const open = targets.filter((target) => !isLocked(target))
  return (open.length > 0 ? open : targets.slice(0, 1)).map((target) => ({ target, input: pasted(target.line) }))
}

/** What takes cut cells away from where they were; a cell that is pasted into keeps what came. */
export const removalsOf = (results: Results, cut: readonly Target[], entries: readonly Entry[]): readonly Edit[] => {
  /** Notes that come along go whole from where they were: with them the numbers that stood there before. */
  const areNotesTaken = entries.some(({ input }) => input.kind === 'number' && (input.note ?? null) !== null)
  /** A cell where its number really is: one reported is Base's whatever scenario is shown. */
  const nameOf = ({ shown, line, column }: Target): string => {
    const scenario = column.kind === 'quarter' ? landingOf(results.model, shown, line, column.quarter) : shown
    return `${scenario} ${line.id} ${columnId(column)}`
  }
  const taking = new Set(entries.map(({ target }) => nameOf(target)))
  const lines = new Set(allLines(results.model).map(({ id }) => id))
  return cut
    .filter((target) => lines.has(target.line.id) && !taking.has(nameOf(target)))
    .flatMap((target) => {
      const proposal = proposeDeletion(results, target)
      if (isProblem(proposal) || 'release' in proposal) return []
      return areNotesTaken ? withoutNotes(results, proposal.edits) : proposal.edits
    })
}

const withoutNotes = ({ model }: Results, edits: readonly Edit[]): readonly Edit[] =>
  edits.flatMap((edit): readonly Edit[] => {
    if (edit.kind !== 'enter') return edit.kind === 'note' ? [] : [edit]
    const { kind: _, entry: __, ...address } = edit
    const isNoted = rowOf(model, edit.scenario, edit.quarter).notes.has(edit.line)
    return isNoted ? [edit, { kind: 'note', ...address, note: null }] : [edit]
  })

/** Whole lines over whole lines: every quarter comes to its own, folded away or not; those this model does not have stay out. */
export const entriesOfLines = (
  { times }: Copied,
  block: PastedBlock,
  lines: readonly number[],
  timeline: Timeline,
  targetAt: TargetAt,
): readonly Entry[] =>
  lines.flatMap((at, down) =>
    times.flatMap((id, right): readonly Entry[] => {
      const [target, column] = [targetAt(at, 0), readColumnId(id)]
      const pasted = block[down % block.length]?.[right]
      const isThere = column?.kind === 'constant' || (column?.kind === 'quarter' && contains(timeline, column.quarter))
      if (target === null || pasted === undefined || column === null || !isThere) return []
      return isBlank({ line: target.line, column })
        ? []
        : [{ target: { ...target, column }, input: pasted(target.line) }]
    }),
  )

/** How many of the quarters that hold something lie outside a timeline. */
export const timesOutside = ({ times, cells }: Copied, timeline: Timeline): number =>
  times.filter((id, at) => {
    const column = readColumnId(id)
    const isHeld = cells.some((row) => row[at]?.value !== null && row[at] !== undefined)
    return column?.kind === 'quarter' && isHeld && !contains(timeline, column.quarter)
  }).length
