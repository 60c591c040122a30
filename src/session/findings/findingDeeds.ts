// What is done about a finding, as edits and in the journal's words.

import type { Finding } from '#analysis/finding/finding.ts'
import type { Edit } from '#model/edit.ts'
import { allLines, type Model } from '#model/model.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'

/** `Revenue FY26 Q2: let the formula give the number`. */
export const mendLabel = (model: Model, { place, mending }: Finding): string => {
  const label = allLines(model).find(({ id }) => id === place.line)?.label ?? ''
  const where = place.quarter === null ? label : `${label} ${fiscalName(place.quarter, model.fiscalCalendar)}`
  const words = mending?.words ?? ''
  return `${where}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

export const waiveEdit = ({ waivers }: Model, { id, about }: Finding, reason: string, at: string): Edit => {
  const known = waivers.findIndex((waiver) => waiver.id === id)
  return { kind: 'waive', id, waiver: { id, about, reason, at }, at: known < 0 ? waivers.length : known }
}
