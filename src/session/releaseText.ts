// What the screen of a release says: how far it is, what entering it does, and its figures as a row shows them.

import { differenceOf, type Difference } from '#analysis/comparison.ts'
import { counted } from '#base/listing.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { rollForward } from '#model/rollForward.ts'
import type { Scale } from '#model/unit.ts'
import { progressOf, standing, type Release, type ReleaseCell, type ReleaseRow } from './release.ts'
import type { ReleasePart } from './releaseLines.ts'
import { typedCells } from './releasing.ts'
import { valueText } from './recordText.ts'
import { frozenName, removedText } from './rolling.ts'

export const partNames: Readonly<Record<ReleasePart, string>> = {
  consensus: 'Consensus',
  low: 'Guided, low',
  high: 'Guided, high',
  reported: 'Reported',
}

/** `12 of 20 entered`. */
export const progressText = (release: Release): string => {
  const { done, due } = progressOf(release)
  return `${done} of ${due} ${release.isEntered ? 'reported' : 'entered'}`
}

/** What entering does, and what is left open or stands against it. */
export const entryText = (model: Model, release: Release): string => {
  const name = plainName(release.quarter, model.fiscalCalendar)
  const { done, due } = progressOf(release)
  const open =
    done === due ? [] : [`${counted(due - done, 'line')} ${due - done === 1 ? 'is' : 'are'} left open for now.`]
  if (!release.rolls)
    return [`${name} is reported already: what is typed here goes over it, nothing rolls.`, ...open].join(' ')
  const rolled = rollForward(model)
  if (isProblem(rolled)) return rolled.sentence
  const removed = removedText(rolled)
  return [
    `Entering makes ${name} the last actual and takes the timeline to ${plainName(rolled.timeline.last, model.fiscalCalendar)};`,
    `the forecast is frozen in “${frozenName(model)}”${removed === '' ? '' : `, with ${removed} of ${name}`}.`,
    ...open,
  ].join(' ')
}

/** How many figures want a look, in a sentence; null where none does. */
export const askedText = (release: Release): string | null => {
  const cells = typedCells(release)
  const unread = cells.filter(({ fault }) => fault !== null).length
  const doubtful = cells.filter(({ doubt }) => doubt !== null).length
  const parts = [
    ...(unread === 0 ? [] : [`${counted(unread, 'figure')} cannot be read`]),
    ...(doubtful === 0 ? [] : [`${counted(doubtful, 'figure')} ${doubtful === 1 ? 'looks' : 'look'} like a slip`]),
  ]
  return parts.length === 0 ? null : `${parts.join(', ')}: see the rows below.`
}

/** What a cell's field shows while the keyboard is elsewhere. */
export const cellText = ({ line, text, typed, held }: ReleaseCell, scale: Scale | null): string => {
  if (!Number.isNaN(typed)) return valueText(line, typed, scale)
  return text === '' ? valueText(line, held, scale) : text
}

/** The figure of a row against what was forecast for it. */
export const againstForecast = ({ line, cells, forecast }: ReleaseRow): Difference | null =>
  differenceOf(line, standing(cells.reported), forecast)

/** The figure of a row against the one reported a year ago. */
export const onTheYear = ({ line, cells, yearAgo }: ReleaseRow): Difference | null =>
  differenceOf(line, standing(cells.reported), yearAgo)

/** The figure of a row against its consensus. */
export const surpriseOf = ({ line, cells }: ReleaseRow): Difference | null =>
  differenceOf(line, standing(cells.reported), standing(cells.consensus))
