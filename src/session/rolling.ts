// Rolling the last actual forward, as one asks for it: said what it does, the forecast frozen in a snapshot, the edits made as
// one step of undo, and the cursor where the first reported number is typed.

import { countedKinds, listed } from '#base/listing.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { firstReported, nextActual, rollForward, type RollForward } from '#model/rollForward.ts'
import type { OpenModel } from './openModel.svelte.ts'

/** What rolling needs of the open model. */
export type RollingDoor = Pick<OpenModel, 'model' | 'ask' | 'complain' | 'dispatch' | 'navigation'> & {
  readonly snapshots: Pick<OpenModel['snapshots'], 'take'>
}

/** `FY26 Q3`: the quarter that would become the last actual. */
export const nextActualName = (model: Model): string => plainName(nextActual(model), model.fiscalCalendar)

/** What the snapshot is called that keeps the forecast of a model as it is. */
export const frozenName = (model: Model): string => `Before roll forward to ${nextActualName(model)}`

/** `12 typed forecasts and 1 release`; empty for nothing. */
export const removedText = ({ numbers, releases }: RollForward): string =>
  listed(countedKinds([numbers, 'typed forecast'], [releases, 'release']))

/** What rolling forward does, for the question before it. */
const sentenceOf = (model: Model, rolled: RollForward): string => {
  const quarter = nextActualName(model)
  const removed = removedText(rolled)
  const moves = rolled.numbers + rolled.releases === 1 ? 'moves' : 'move'
  const keeping = rolled.polls === 0 ? 'drivers keep theirs' : 'drivers, consensus and guidance keep theirs'
  return (
    `The forecast as it stands is frozen in a snapshot, “${frozenName(model)}”. ` +
    (removed === ''
      ? `Nothing typed leaves ${quarter}: ${keeping}. `
      : `${removed} of ${quarter} ${moves} there; ${keeping}. `) +
    `The timeline runs to ${plainName(rolled.timeline.last, model.fiscalCalendar)}.`
  )
}

/** Keeps the forecast as it is. False, after saying why, where it cannot be kept or the model changes meanwhile. */
export const freezeForecast = async (open: RollingDoor, otherwise: string): Promise<boolean> => {
  const { model } = open
  if ((await open.snapshots.take(frozenName(model), 'before roll forward')) !== null) return false
  if (open.model === model) return true
  open.complain(`The model changed while its forecast was being frozen, so ${otherwise}`)
  return false
}

/** Freezes the forecast and rolls; where it cannot be frozen nothing changes. Each refusal is said. */
export const freezeAndRoll = async (open: RollingDoor): Promise<void> => {
  const { model } = open
  const rolled = rollForward(model)
  if (isProblem(rolled)) {
    open.complain(rolled.sentence)
    return
  }
  const quarter = nextActualName(model)
  if (!(await freezeForecast(open, `${quarter} is no actual yet. Roll again.`))) return
  const removed = removedText(rolled)
  const stays =
    removed === '' ? 'the forecast is' : rolled.numbers + rolled.releases === 1 ? `${removed} is` : `${removed} are`
  const said = `${quarter} is the last actual; ${stays} kept in “${frozenName(model)}”.`
  if (open.dispatch(rolled.edits, `Last actual rolled forward to ${quarter}`, said) !== null) return
  const line = firstReported(model)
  if (line !== null) open.navigation.toCell({ line: line.id, column: rolled.quarter })
}

/** Asks, then rolls the last actual forward by one quarter. */
export const askToRoll = (open: RollingDoor): void => {
  const { model } = open
  const rolled = rollForward(model)
  if (isProblem(rolled)) {
    open.complain(rolled.sentence)
    return
  }
  open.ask({
    title: `Roll the last actual forward to ${nextActualName(model)}?`,
    sentence: sentenceOf(model, rolled),
    confirmLabel: 'Roll forward',
    confirm: () => void freezeAndRoll(open),
    leaveLabel: 'Not now',
    left: 'Nothing was rolled.',
  })
}
