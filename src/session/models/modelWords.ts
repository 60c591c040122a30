// What the list of models says of each: when it last changed, how large it is, and whether a file of it is overdue.

import { counted } from '#base/listing.ts'
import type { ModelSummary } from '#store/store.ts'
import { backupAge } from '../backup.ts'
import { daysBetween } from '../day.ts'
import { momentText } from '../snapshotText.ts'

const minuteInMilliseconds = 60_000

/** `just now`, `6 minutes ago`, `5 hours ago`, `yesterday`, `3 days ago`, else the moment; both ISO 8601. */
export const changedText = (changedAt: string, now: string): string => {
  const minutes = (Date.parse(now) - Date.parse(changedAt)) / minuteInMilliseconds
  if (Number.isNaN(minutes)) return 'at a moment unknown'
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${counted(Math.floor(minutes), 'minute')} ago`
  const hours = minutes / 60
  const days = daysBetween(changedAt, now)
  if (hours < 24 || days === 0) return `${counted(Math.floor(hours), 'hour')} ago`
  return days === 1 ? 'yesterday' : days < 15 ? `${days} days ago` : momentText(changedAt)
}

/** `23 lines, 20 quarters`. */
export const sizeText = ({ size }: ModelSummary): string =>
  size === null ? 'damaged' : `${counted(size.lines, 'line')}, ${counted(size.quarters, 'quarter')}`

const manyEdits = 20 // an evening’s work, which nobody wants to type again

/** When it was last saved to a file, and whether that is overdue: it changed since, and much or never was saved. */
export const backupText = (
  { backedUpAt, changedAt, edits }: ModelSummary,
  now: string,
): { readonly text: string; readonly isOverdue: boolean } => {
  if (backedUpAt === null)
    return { text: edits === 0 ? 'never' : `never, ${counted(edits, 'edit')}`, isOverdue: edits >= manyEdits }
  const age = backupAge(backedUpAt, now)
  const ago = age.endsWith('days') ? `${age} ago` : age
  const hasChanged = changedAt > backedUpAt
  return {
    text: hasChanged ? `${ago}, changed since` : ago,
    isOverdue: hasChanged && age.endsWith('days') && edits >= manyEdits,
  }
}

/** The models whose names have every word of a search in them. */
export const modelsFound = (models: readonly ModelSummary[], search: string): readonly ModelSummary[] => {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return models.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
}

/** The place of the next model, from one on and round, whose name begins so; null where none does. */
export const modelBeginning = (models: readonly ModelSummary[], start: string, from: number): number | null => {
  const begins = ({ name }: ModelSummary): boolean => name.toLowerCase().startsWith(start.toLowerCase())
  const places = models.flatMap((model, at) => (begins(model) ? [at] : []))
  return places.find((at) => at >= from) ?? places[0] ?? null
}
