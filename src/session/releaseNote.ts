// The note that a figure of a release leaves on its cell: where it was read, the same for all of them, with the sum it was
// computed from; and over another number, what stood there before. The check of a number that stays, stays with it.

import { figureWithUnit } from '#model/figure.ts'
import { baseOf, rowOf, type Model } from '#model/model.ts'
import { hasWords, ofAnotherNumber, reworded } from '#model/note.ts'
import { isProblem } from '#model/problem.ts'
import type { Note } from '#model/quarterRow.ts'
import { readSource } from './noteEdit.ts'
import { noteAfter, typedOver } from './proposal.ts'
import type { Release, ReleaseCell } from './release.ts'

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ')

/** The note a cell has once the release is in; undefined where it keeps the one it has. */
export const releaseNote = (
  model: Model,
  { quarter, draft, rolls }: Release,
  cell: ReleaseCell,
): Note | null | undefined => {
  const { line, part, typed, formula } = cell
  const { entries, notes } = rowOf(model, baseOf(model).id, quarter)
  const entry = entries.get(line.id)
  // Rolling takes a forecast away, and with it what its note said of it.
  const isForecast = rolls && part === 'reported' && typeof entry === 'number'
  const held = notes.get(line.id) ?? null
  const note = isForecast ? ofAnotherNumber(held, null) : held
  const old =
    !isForecast && typeof entry === 'number' && entry !== typed ? figureWithUnit(entry, line.unit, line.decimals) : null
  const address = part === 'reported' ? readSource(draft.address) : null
  const own = {
    text: joined([formula, (part === 'reported' ? draft.source : draft.poll).trim()]),
    source: isProblem(address) ? null : address,
  }
  if (own.text === '' && own.source === null) return old === null ? undefined : noteAfter(note, old, null)
  if (old !== null) return ofAnotherNumber(note, { ...own, text: joined([own.text, typedOver(old, note?.text ?? '')]) })
  if (typeof entry === 'number' && !isForecast) return reworded(note, own)
  // A note without a number is about the quarter: it stays, behind where the figure was read.
  const isAboutQuarter = note !== null && hasWords(note) && typeof entry !== 'number'
  return ofAnotherNumber(note, isAboutQuarter ? { ...own, text: joined([own.text, note.text]) } : own)
}
