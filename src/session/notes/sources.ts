// The sources a model knows: where its numbers were read, for quick choice. One release is the source of many cells, so it is
// written once and chosen afterwards; those of the quarter at hand come first, then the newest.

import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Note } from '#model/quarterRow.ts'
import { hostOf } from './noteWords.ts'

export type KnownSource = {
  /** What the notes with it say most often. */
  readonly text: string
  /** Null for a source without an address. */
  readonly source: string | null
  readonly cells: number
}

type Found = {
  readonly source: string | null
  texts: Map<string, number>
  cells: number
  last: Quarter
  isHere: boolean
}

const mostOffered = 6

const commonest = (texts: ReadonlyMap<string, number>): string =>
  [...texts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ''

/** Words that only one cell has are a remark on it, and a sum is none. */
const isShared = ({ source, cells, texts }: Found): boolean =>
  source !== null || (cells > 1 && !commonest(texts).startsWith('='))

export const knownSources = (model: Model, quarter: Quarter | null): readonly KnownSource[] => {
  const found = new Map<string, Found>()
  const add = ({ text, source }: Note, at: Quarter): void => {
    const name = source ?? text
    if (name === '') return
    const known = found.get(name) ?? { source, texts: new Map<string, number>(), cells: 0, last: at, isHere: false }
    known.texts.set(text, (known.texts.get(text) ?? 0) + 1)
    known.cells += 1
    if (at > known.last) known.last = at
    if (at === quarter) known.isHere = true
    found.set(name, known)
  }
  for (const quarters of model.rows.values())
    for (const [at, { notes }] of quarters) for (const note of notes.values()) add(note, at)
  return [...found.values()]
    .filter(isShared)
    .sort(
      (one, other) =>
        Number(other.isHere) - Number(one.isHere) || other.last.localeCompare(one.last) || other.cells - one.cells,
    )
    .slice(0, mostOffered)
    .map(({ source, texts, cells }) => ({ text: commonest(texts), source, cells }))
}

const fileOf = (source: string): string => {
  const last = new URL(source).pathname.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last // an address with a stray per cent sign is shown as it is written
  }
}

/** `Results September 2025.pdf · alibabagroup.com`; without an address the words. */
export const sourceName = ({ text, source }: KnownSource): string => {
  const host = hostOf(source)
  if (source === null || host === null) return text
  const file = fileOf(source)
  return file === '' ? host : `${file} · ${host}`
}
