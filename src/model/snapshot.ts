// A Snapshot is a named version of a whole model, kept beside it: by hand, or by itself before something that changes much.
// It is no part of the model. A file carries the snapshots after the model; one that is damaged there is left out.

import * as v from 'valibot'
import { readDocument, toDocument, type ModelDocument } from './document.ts'
import { isProblem } from './problem.ts'

/** Why it was made: by hand, before something that changes much, or by folding the journal. */
export const snapshotKinds = ['named', 'before restore', 'before import', 'before roll forward', 'folded'] as const

export type SnapshotKind = (typeof snapshotKinds)[number]

export type Snapshot = {
  readonly id: string
  readonly name: string
  /** When it was made, ISO 8601. */
  readonly at: string
  readonly kind: SnapshotKind
  readonly document: ModelDocument
}

const momentForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/

/** A snapshot as a file has it; its document is read as any other. */
export const snapshotForm = v.object({
  id: v.optional(v.string()),
  name: v.string(),
  at: v.pipe(v.string(), v.regex(momentForm, 'a moment such as "2026-01-31T15:40:00.000Z"')),
  kind: v.optional(v.picklist(snapshotKinds), 'named'),
  document: v.unknown(),
})

export type FoundSnapshots = {
  /** In the file's order; ids are the keeper's to give. */
  readonly snapshots: readonly Omit<Snapshot, 'id'>[]
  /** How each of those is called that cannot be read. */
  readonly leftOut: readonly string[]
}

const nameIn = (value: unknown, at: number): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? `“${value.name}”`
    : `number ${at + 1}`

const readSnapshot = (value: unknown): Omit<Snapshot, 'id'> | null => {
  const parsed = v.safeParse(snapshotForm, value)
  if (!parsed.success) return null
  const { id: _, document, ...rest } = parsed.output
  const model = readDocument(document, 'snapshot')
  return isProblem(model) ? null : { ...rest, document: toDocument(model, rest.at) }
}

/** The snapshots in a document that a model was read from. */
export const snapshotsIn = (document: unknown): FoundSnapshots => {
  const listed =
    typeof document === 'object' && document !== null && 'snapshots' in document ? document.snapshots : null
  const found = Array.isArray(listed) ? listed : []
  const read = found.map((value: unknown, at) => ({ snapshot: readSnapshot(value), name: nameIn(value, at) }))
  return {
    snapshots: read.flatMap(({ snapshot }) => (snapshot === null ? [] : [snapshot])),
    leftOut: read.flatMap(({ snapshot, name }) => (snapshot === null ? [name] : [])),
  }
}

/** Snapshots of a model that goes by another name from now on: restored, they would take the old one again. */
export const renamedAlong = <Kept extends Pick<Snapshot, 'document'>>(
  snapshots: readonly Kept[],
  was: string,
  is: string,
): readonly Kept[] =>
  snapshots.map((each) => (each.document.name === was ? { ...each, document: { ...each.document, name: is } } : each))
