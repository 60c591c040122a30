// Editing a note: what it says of a cell's number and where that was read. A note belongs to the scenario whose number it is;
// where no number is typed, to the one a typed number would land in.

import type { Edit } from '#model/edit.ts'
import { isPaced, rowOf, type Model } from '#model/model.ts'
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

type NotedCell = Pick<Target, 'shown' | 'line'> & { readonly column: Extract<Target['column'], { kind: 'quarter' }> }

const isNotedCell = (target: Target): target is Target & NotedCell =>
  target.column.kind === 'quarter' && target.line.kind !== 'constant'

/** The note that a cell shows, and the scenario that an edit of it lands in; null where the cell can have none. */
export const noteAt = (
  model: Model,
  target: Target,
): { readonly note: Note | null; readonly landing: ScenarioId } | null => {
  if (!isNotedCell(target) || isPaced(model, target.line.id)) return null
  const { shown, line, column } = target
  const origin = originOf(model, shown, line, column.quarter)
  const landing = origin.from === 'typed' ? origin.scenario : landingOf(model, shown, line, column.quarter)
  return { note: noteOf(model, shown, line, column.quarter), landing }
}

/** What keeping a note would do; null where it is as it was. Without text and source there is no note. */
export const proposeNote = (
  model: Model,
  target: Target,
  text: string,
  source: string,
): NoteProposal | Problem | null => {
  const here = noteAt(model, target)
  if (here === null || !isNotedCell(target))
    return refuse('A note belongs to one quarter of one line: select its cell.')
  const { line, column } = target
  const { note: before, landing } = here
  const address = readSource(source)
  if (isProblem(address)) return address
  const note: Note | null = text.trim() === '' && address === null ? null : { text: text.trim(), source: address }
  if ((note?.text ?? '') === (before?.text ?? '') && (note?.source ?? null) === (before?.source ?? null)) return null
  const place = `${placeName(model, line, column.quarter)} in ${nameOf(model, landing)}`
  if (note === null && !rowOf(model, landing, column.quarter).notes.has(line.id))
    return refuse('This note is a parent’s. Show the scenario it was written in to remove it.')
  return {
    edits: [{ kind: 'note', scenario: landing, quarter: column.quarter, line: line.id, note }],
    label: `${place}: note ${note === null ? 'removed' : before === null ? 'added' : 'changed'}`,
    landing,
  }
}
