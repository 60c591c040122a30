// What is known about the number of a cell, as files have it: what its note says, where it was read, who checked it and when,
// and from which numbers it was restated. Several earlier numbers stand in one field, oldest first.

import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { checkOf, earlierOf } from '#model/note.ts'
import { noteOf, originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { plainDecimal } from './decimal.ts'

export type NoteFields = {
  readonly note: string | null
  /** Its own, else, of a typed number, its line's. */
  readonly source: string | null
  readonly checked_by: string | null
  readonly checked_at: string | null
  readonly restated_from: number | string | null
  readonly restated_at: string | null
  readonly restated_reason: string | null
}

const nothing: NoteFields = {
  ...{ note: null, source: null, checked_by: null, checked_at: null },
  ...{ restated_from: null, restated_at: null, restated_reason: null },
}

const textOf = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

const joined = (texts: readonly string[]): string | null => textOf(texts.join('; ').replace(/^(; )+$/, ''))

/** `quarter` is null for a constant, which has no note. */
export const noteFieldsOf = (
  model: Model,
  scenario: ScenarioId,
  line: LineItem,
  quarter: Quarter | null,
): NoteFields => {
  if (quarter === null) return nothing
  const note = noteOf(model, scenario, line, quarter)
  const origin = originOf(model, scenario, line, quarter)
  const entry = origin.from === 'typed' ? origin.value : undefined
  const check = checkOf(note, entry)
  const earlier = earlierOf(note)
  const [only, ...others] = earlier
  return {
    note: textOf(note?.text),
    source: note?.source ?? (entry === undefined ? null : textOf(line.source)),
    checked_by: check?.by ?? null,
    checked_at: check?.at ?? null,
    restated_from:
      only !== undefined && others.length === 0 ? only.value : joined(earlier.map(({ value }) => plainDecimal(value))),
    restated_at: joined(earlier.map(({ until }) => until)),
    restated_reason: joined(earlier.map(({ reason }) => reason)),
  }
}
