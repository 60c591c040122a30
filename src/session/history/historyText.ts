// The history in words: days, times, what became of a change, and how far one went.

import { counted } from '#base/listing.ts'
import type { Distance } from '#store/inForce.ts'
import { daysBetween } from '../day.ts'
import type { HistoryStep } from './step.ts'

const dayForm = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const shortDayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const timeForm = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

const isMoment = (at: string): boolean => !Number.isNaN(Date.parse(at))

/** `Today`, `Yesterday`, `Monday 24 November 2025`, where the reader is. */
export const dayText = (at: string, now: string): string => {
  if (!isMoment(at)) return 'At an unknown time'
  const days = daysBetween(at, now)
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : dayForm.format(new Date(at)).replace(',', '')
}

/** `14:02`. */
export const timeText = (at: string): string => (isMoment(at) ? timeForm.format(new Date(at)) : '–')

const dayTimeText = (at: string): string =>
  `${shortDayForm.format(new Date(at)).replace('Sept', 'Sep')}, ${timeText(at)}`

/** `14:02` of today, `24 Nov 2025, 14:02` of another day. */
export const pointText = (at: string, now: string): string => {
  if (!isMoment(at)) return 'an unknown time'
  return daysBetween(at, now) === 0 ? timeText(at) : dayTimeText(at)
}

export type HistoryDay = { readonly name: string; readonly steps: readonly HistoryStep[] }

/** Steps by day, in their order. */
export const byDay = (steps: readonly HistoryStep[], now: string): readonly HistoryDay[] => {
  const days: { readonly name: string; readonly steps: HistoryStep[] }[] = []
  let last: string | null = null
  for (const step of steps) {
    const date = new Date(step.at).toDateString() // naming a day takes far longer than telling it from another
    if (date === last) days.at(-1)?.steps.push(step)
    else days.push({ name: dayText(step.at, now), steps: [step] })
    last = date
  }
  return days
}

/** What a step did, where that is more than a change. */
const actText = ({ act, to }: HistoryStep): string | null =>
  act === 'undo' ? 'undone' : act === 'redo' ? 'redone' : to === undefined ? null : 'went to a point'

/** What stands under a step's label. */
export const remarkText = (step: HistoryStep, tab: string, isTakenBack: boolean): string =>
  [
    actText(step),
    isTakenBack ? 'taken back' : null,
    step.cells > 1 ? counted(step.cells, 'cell') : null,
    step.tab === tab ? null : 'another tab',
  ]
    .filter((each) => each !== null)
    .join(' · ')

/** `14 changes taken back`, `3 changes made again`, or both. */
const distanceText = ({ taken, made }: Distance): string => {
  const parts = [
    ...(taken === 0 ? [] : [`${counted(taken, 'change')} taken back`]),
    ...(made === 0 ? [] : [`${counted(made, 'change')} made again`]),
  ]
  return parts.join(' and ')
}

/** What going to a point is called in the journal, where a day is not today for long. */
export const goingLabel = (step: Pick<HistoryStep, 'at'> | null, isForward: boolean): string =>
  step === null
    ? 'Back to the oldest state kept'
    : `${isForward ? 'Forward' : 'Back'} to ${isMoment(step.at) ? dayTimeText(step.at) : 'an unknown time'}`

/** `14 changes taken back, to 14:02.` */
export const wentText = (distance: Distance, moment: string | null, now: string): string =>
  `${distanceText(distance)}, to ${moment === null ? 'the oldest state kept' : pointText(moment, now)}.`
