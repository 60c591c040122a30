// Lines move one step up or down, across headings too, or to where they are dropped. Lines of commitments stay.

import { counted } from '#base/listing.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { isExpanded, lineOf, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { EditDeed } from '../editDeed.ts'
import { refuse } from '../proposal.ts'
import { placingEdits, steppedPlaces, type NewPlace } from './placing.ts'

const namesOf = (lines: readonly LineItem[]): string =>
  lines.length === 1 ? (lines[0]?.label ?? '') : counted(lines.length, 'line')

const fixedProblem = (model: Model, ids: readonly LineId[]): Problem | null => {
  const fixed = ids.find((id) => isExpanded(model, id))
  return fixed === undefined
    ? null
    : refuse(
        `${lineOf(model, fixed).label} comes from a commitment and stands where it stands: move the section instead.`,
      )
}

const movedTo = (model: Model, places: readonly NewPlace[], ids: readonly LineId[]): EditDeed => {
  const lines = ids.map((id) => lineOf(model, id))
  const edits = placingEdits(model, places)
  const [first] = places
  const isAcross = places.some(({ line, section }) => lineOf(model, line).section !== section)
  const where = first === undefined ? '' : isAcross ? ` to ${first.section}` : ''
  return { edits, label: `${namesOf(lines)} moved${where}`, said: `${namesOf(lines)} moved${where}.` }
}

export const proposeStep = (model: Model, ids: readonly LineId[], by: -1 | 1): EditDeed | Problem => {
  const fixed = fixedProblem(model, ids)
  if (fixed !== null) return fixed
  if (ids.length === 0) return refuse('Select the line that is to move.')
  const deed = movedTo(model, steppedPlaces(model, new Set(ids), by), ids)
  const [end, is] = [by < 0 ? 'first' : 'last', ids.length === 1 ? 'is' : 'are']
  return deed.edits.length > 0
    ? deed
    : refuse(`${namesOf(ids.map((id) => lineOf(model, id)))} ${is} the ${end} of the sheet already.`)
}

/** Where lines are dropped: behind a line, or first under a heading. */
export type DropPlace = { readonly section: string; readonly after: LineId | null }

export const proposeDrop = (model: Model, ids: readonly LineId[], drop: DropPlace): EditDeed | Problem => {
  const fixed = fixedProblem(model, ids)
  if (fixed !== null) return fixed
  if (!model.sections.includes(drop.section))
    return refuse(`${drop.section} is a commitment’s: drop the line in a section of the model’s own.`)
  const moving = new Set(ids)
  // Dropped behind one that moves along, they go behind the nearest above it that stays.
  const inSection = model.lines.filter(({ section }) => section === drop.section)
  const found = inSection.findIndex(({ id }) => id === drop.after)
  // Behind a commitment's line is behind all of the section's own.
  const at = found < 0 && drop.after !== null ? inSection.length - 1 : found
  let after = inSection.slice(0, at + 1).findLast(({ id }) => !moving.has(id))?.id ?? null
  const places = ids.map((line): NewPlace => {
    const place = { line, section: drop.section, after }
    after = line
    return place
  })
  return movedTo(model, places, ids)
}
