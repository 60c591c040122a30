// Editing notes: what is said of the numbers of cells and where they were read. A note belongs to the scenario whose number it
// is; where no number is typed, to the one a typed number would land in. Several cells get the same words at once.

import { counted } from '#base/listing.ts'
import { isSame } from '#base/same.ts'
import type { Edit } from '#model/edit.ts'
import { ancestry, isPaced, rowOf, type Model } from '#model/model.ts'
import { earlierOf, hasWords, reworded, withoutEarlier, type Words } from '#model/note.ts'
import { landingOf, noteOf, originOf } from '#model/origin.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { nameOf, placeName, refuse, type Target } from './proposal.ts'

export type NoteProposal = { readonly edits: readonly Edit[]; readonly label: string; readonly landing: ScenarioId }

/** `example.com/report.pdf`, as addresses are often copied. */
const bareAddress = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#].*)?$/u

/** The address of a source, whole; null where none is given. */
export const readSource = (text: string): string | null | Problem => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const address = bareAddress.test(trimmed) ? `https://${trimmed}` : trimmed
  return /^https?:\/\/[^\s]+$/i.test(address) && URL.canParse(address)
    ? address
    : refuse(`“${trimmed}” is no web address. Type one such as https://example.com/report.pdf, or leave it empty.`)
}

type QuarterColumn = Extract<Target['column'], { kind: 'quarter' }>

/** A cell that can have a note. */
export type NotedCell = Target & { readonly column: QuarterColumn }

const isNotedCell = (model: Model, target: Target): target is NotedCell =>
  target.column.kind === 'quarter' && target.line.kind !== 'constant' && !isPaced(model, target.line.id)

/** The note that a cell shows, and the scenario that an edit of it lands in; null where the cell can have none. */
export const noteAt = (
  model: Model,
  target: Target,
): { readonly note: Note | null; readonly landing: ScenarioId } | null => {
  if (!isNotedCell(model, target)) return null
  const { shown, line, column } = target
  const origin = originOf(model, shown, line, column.quarter)
  const landing = origin.from === 'typed' ? origin.scenario : landingOf(model, shown, line, column.quarter)
  return { note: noteOf(model, shown, line, column.quarter), landing }
}

/** The cells of a selection that get a note: those with a number typed, or where there is none all that can have one. */
export const notedCells = (model: Model, targets: readonly Target[]): readonly NotedCell[] => {
  const able = targets.filter((target): target is NotedCell => isNotedCell(model, target))
  const typed = able.filter(({ shown, line, column }) => originOf(model, shown, line, column.quarter).from === 'typed')
  return typed.length > 0 ? typed : able
}

/** What all the cells say alike; null where they differ. */
export type CommonWords = { readonly text: string | null; readonly source: string | null }

/** What stands in the fields of a note on some cells. */
export const commonWords = (model: Model, cells: readonly NotedCell[]): CommonWords => {
  const notes = cells.map((cell) => noteAt(model, cell)?.note ?? null)
  const alike = (texts: readonly string[]): string | null => (new Set(texts).size > 1 ? null : (texts[0] ?? ''))
  return { text: alike(notes.map((note) => note?.text ?? '')), source: alike(notes.map((note) => note?.source ?? '')) }
}

/** The words a cell comes to say; null or undefined leaves what it has. */
const wordsGiven = (before: Note | null, text: string | null, source: string | null | undefined): Words => ({
  text: text === null ? (before?.text ?? '') : text.trim(),
  source: source === undefined ? (before?.source ?? null) : source,
})

/** What became of a note: `added`, `changed`, `removed`. */
const deedOf = (before: Words | null, after: Words): string =>
  !hasWords(after) ? 'removed' : hasWords(before) ? 'changed' : 'added'

/**
 * What keeping the same words on some cells would do; a null text or source stays as each has it. Null where all is as it was.
 * Without words a note bears at most the check of its number, and those that stood before it.
 */
export const proposeNotes = (
  model: Model,
  targets: readonly Target[],
  text: string | null,
  source: string | null,
): NoteProposal | Problem | null => {
  const cells = notedCells(model, targets)
  const [first] = cells
  if (first === undefined) return refuse('A note belongs to one quarter of one line: select its cell.')
  const address = source === null ? undefined : readSource(source)
  if (isProblem(address)) return address
  const edits: Edit[] = []
  const deeds = new Set<string>()
  for (const cell of cells) {
    const { note: before, landing } = noteAt(model, cell) ?? { note: null, landing: cell.shown }
    const { quarter } = cell.column
    const words = wordsGiven(before, text, address)
    if (isSame(words, { text: before?.text ?? '', source: before?.source ?? null })) continue
    const held = rowOf(model, landing, quarter).notes.get(cell.line.id) ?? null
    const note = reworded(held, words)
    if (note === null && held === null) {
      if (cells.length > 1) continue
      return refuse('This note is a parent’s. Show the scenario it was written in to remove it.')
    }
    edits.push({ kind: 'note', scenario: landing, quarter, line: cell.line.id, note })
    deeds.add(deedOf(before, words))
  }
  const landing = noteAt(model, first)?.landing ?? first.shown
  if (edits.length === 0) return null
  const deed = deeds.size === 1 ? [...deeds].join('') : 'changed'
  const { length } = edits
  const [edit] = edits
  const only = cells.find(
    ({ line, column }) => edit?.kind === 'note' && edit.line === line.id && edit.quarter === column.quarter,
  )
  const place =
    length === 1 && only !== undefined
      ? placeName(model, only.line, only.column.quarter)
      : `${counted(length, 'cell')} from ${placeName(model, first.line, first.column.quarter)} on`
  return { edits, label: `${place} in ${nameOf(model, landing)}: note ${deed}`, landing }
}

/**
 * What removing one of the numbers that stood in a cell before would do, by its place among them. A parent's, which the cell
 * shows as it has none of its own, is refused: a copy without it would leave it where it is.
 */
export const proposeEarlierRemoval = (model: Model, cell: NotedCell, at: number): NoteProposal | Problem => {
  const { shown, line, column } = cell
  const { quarter } = column
  const { note, landing } = noteAt(model, cell) ?? { note: null, landing: shown }
  if (earlierOf(note)[at] === undefined || note === null) return refuse('This earlier value is no longer there.')
  const holder = ancestry(model, shown).find(({ id }) => rowOf(model, id, quarter).notes.get(line.id) === note)?.id
  if (holder === undefined || (holder !== landing && holder !== shown)) {
    const name = nameOf(model, holder ?? landing)
    return refuse(`What stood here before is ${name}’s: show ${name} to remove it.`)
  }
  const place = placeName(model, line, quarter)
  return {
    edits: [{ kind: 'note', scenario: holder, quarter, line: line.id, note: withoutEarlier(note, at) }],
    label: `${place} in ${nameOf(model, holder)}: an earlier value removed`,
    landing: holder,
  }
}
