// What is done about a finding, as edits and in the journal's words.

import { isSame } from '#base/same.ts'
import type { Finding } from '#analysis/finding/finding.ts'
import type { Edit } from '#model/edit.ts'
import { figureWithUnit } from '#model/figure.ts'
import { allLines, rowOf, type Model } from '#model/model.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { ofAnotherNumber } from '#model/note.ts'
import { noteAfter } from '../proposal.ts'

/** `Revenue FY26 Q2: let the formula give the number`. */
export const mendLabel = (model: Model, { place, mending }: Finding): string => {
  const label = allLines(model).find(({ id }) => id === place.line)?.label ?? ''
  const where = place.quarter === null ? label : `${label} ${fiscalName(place.quarter, model.fiscalCalendar)}`
  const words = mending?.words ?? ''
  return `${where}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** What a number leaves said on its cell where another takes its place, or none: what typing or deleting would leave. */
const noteLeft = (model: Model, { scenario, quarter, line, entry }: Extract<Edit, { kind: 'enter' }>): Edit | null => {
  const { entries, notes } = rowOf(model, scenario, quarter)
  const item = allLines(model).find(({ id }) => id === line)
  const [was, before] = [entries.get(line), notes.get(line)]
  if (item === undefined || typeof was !== 'number' || before === undefined || was === entry) return null
  const note =
    typeof entry === 'number'
      ? noteAfter(before, figureWithUnit(was, item.unit, item.decimals), null)
      : ofAnotherNumber(before, null)
  return isSame(note, before) ? null : { kind: 'note', scenario, quarter, line, note }
}

/** A mending's edits, with what they leave said of each number that they change. */
export const mendEdits = (model: Model, edits: readonly Edit[]): readonly Edit[] =>
  edits.flatMap((edit) => {
    const note = edit.kind === 'enter' ? noteLeft(model, edit) : null
    return note === null ? [edit] : [edit, note]
  })

export const waiveEdit = ({ waivers }: Model, { id, about }: Finding, reason: string, at: string): Edit => {
  const known = waivers.findIndex((waiver) => waiver.id === id)
  return { kind: 'waive', id, waiver: { id, about, reason, at }, at: known < 0 ? waivers.length : known }
}
