// The dialog of a commitment, new or to be changed: what it starts from, what it shows as things are typed, and what keeping
// it does.

import type { NewId } from '#base/id.ts'
import { windowStart } from '#model/commitment.ts'
import { readQuarter } from '#model/fiscalCalendar.ts'
import { isBase, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Scale, Unit } from '#model/unit.ts'
import { proposeCommitmentChange, readingNameNow, type ChangeStart } from './commitmentChange.ts'
import { proposeCommitment, type CommitmentDeed } from './commitmentEdit.ts'
import { newWish, wishOf, type CommitmentWish } from './commitmentWish.ts'
import { isCounted, readCounted, readingNameFor } from './countedFormula.ts'
import { inputPlace, landingScenario } from './inputLanding.ts'
import { typedLineId } from './planFill.ts'

/** `change` is null for a new commitment. */
export type DialogStart = {
  readonly wish: CommitmentWish
  readonly scale: Scale | null
  readonly change: ChangeStart | null
}

/** Null where the commitment asked for is gone. */
export const dialogStart = (
  model: Model,
  commitment: string | null,
  shown: ScenarioId,
  scale: Scale | null,
): DialogStart | null => {
  if (commitment === null) return { wish: newWish(model), scale, change: null }
  const found = model.commitments.find(({ id }) => id === commitment)
  if (found === undefined) return null
  const wish = wishOf(model, found, shown, scale)
  return { wish, scale, change: { commitment: found, shown, scale, wish } }
}

/** The unit that what counts has to come out in; null where the commitment takes its own from it. */
export const askedUnit = (model: Model, { change }: DialogStart, wish: CommitmentWish): Unit | null => {
  if (change === null) return null
  const place = inputPlace(model, change.commitment, 'counting', change.shown)
  const landing = wish.landings.counting ?? place.usual
  const isFree = landing !== 'follow' && isBase(model, landingScenario(place, landing))
  return isFree ? null : change.commitment.unit
}

/** The unit the amount is typed in. */
export const amountUnit = (model: Model, start: DialogStart, wish: CommitmentWish): Unit => {
  const asked = askedUnit(model, start, wish)
  const counted = readCounted(model, wish.counts, asked, start.change?.commitment.id ?? null)
  if (isCounted(counted)) return counted.unit
  return start.change?.commitment.unit ?? { kind: 'currency', currency: model.currency, scale: model.scale }
}

/** What the reading is called: as typed, else by what it counts and where it begins. */
export const shownReadingName = (model: Model, { change }: DialogStart, wish: CommitmentWish): string => {
  if (wish.readingName !== null) return wish.readingName
  if (change !== null) return readingNameNow(model, change, wish)
  return readingNameFor(model, wish.counts, readQuarter(wish.first, model.fiscalCalendar) ?? model.timeline.first)
}

/** What keeping it does. */
export const proposeDialog = (
  model: Model,
  { change, scale }: DialogStart,
  wish: CommitmentWish,
  newId: NewId,
): (CommitmentDeed & { readonly id: string }) | Problem => {
  if (change === null) return proposeCommitment(model, wish, scale, newId)
  const deed = proposeCommitmentChange(model, change, wish)
  return 'edits' in deed ? { ...deed, id: change.commitment.id } : deed
}

/** The first cell of a plan that is typed by quarter. */
export const typingCell = (
  model: Model,
  commitment: string,
): { readonly line: string; readonly column: string } | null => {
  const found = model.commitments.find(({ id }) => id === commitment)
  if (found === undefined) return null
  const { first, last } = model.timeline
  const begins = windowStart(found.reading)
  return { line: typedLineId(found), column: begins < first ? first : begins > last ? last : begins }
}
