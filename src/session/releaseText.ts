// What the screen of a release says: how far it is, what entering it does, and its figures as a row shows them.

import type { Tone } from '#analysis/comparison.ts'
import { growthOf, placeIn, surpriseOf, verdictOf, type Change } from '#analysis/surprise.ts'
import type { Results } from '#engine/results.ts'
import { counted } from '#base/listing.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isReported, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import { isProblem } from '#model/problem.ts'
import { rollForward } from '#model/rollForward.ts'
import type { Scale } from '#model/unit.ts'
import { expectedOf, progressOf, standing, type Release, type ReleaseCell, type ReleaseRow } from './release.ts'
import type { ReleasePart } from './releaseLines.ts'
import { typedCells } from './releasing.ts'
import { toneSigns } from './comparisonText.ts'
import { valueText } from './recordText.ts'
import { changeCell, surpriseDecimals, verdictSigns, verdictTone } from './surpriseText.ts'
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
  const { source, address, texts } = release.draft
  const open =
    done === due ? [] : [`${counted(due - done, 'line')} ${due - done === 1 ? 'is' : 'are'} left open for now.`]
  const unnamed = texts.length > 0 && source.trim() === '' && address.trim() === '' ? ['No source is named yet.'] : []
  const rolled = release.rolls ? rollForward(model) : null
  if (rolled === null)
    return [`${name} is reported already: what is typed here goes over it, nothing rolls.`, ...open, ...unnamed].join(
      ' ',
    )
  if (isProblem(rolled)) return rolled.sentence
  const removed = removedText(rolled)
  return [
    `Entering makes ${name} the last actual and takes the timeline to ${plainName(rolled.timeline.last, model.fiscalCalendar)};`,
    `the forecast is frozen in “${frozenName(model)}”${removed === '' ? '' : `, with ${removed} of ${name}`}.`,
    ...open,
    ...unnamed,
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

/** A change as a table tells it: a sign where it has a tone, its text, and the word for it where there is one. */
export type ToldChange = {
  readonly sign: string
  readonly text: string
  readonly tone: Tone
  readonly word: string | null
}

const toneOf = ({ polarity }: LineItem, amount: number): Tone => {
  if (polarity === 'neutral' || !(Math.abs(amount) > 0)) return 'neutral'
  return amount > 0 === (polarity === 'moreIsBetter') ? 'good' : 'bad'
}

/** Per cents of growth are told to one digit, points to as many as the line's own figures. */
const told = (line: LineItem, change: Change | null, amount: number): ToldChange => {
  const digits = change?.in === 'share' ? 1 : change?.in === 'points' ? line.decimals : null
  const tone = change === null ? 'neutral' : toneOf(line, amount)
  return { sign: toneSigns[tone], text: changeCell(change, digits), tone, word: null }
}

/** The figure of a row against what was forecast for it. */
export const againstForecast = ({ line, measure, cells, forecast }: ReleaseRow): ToldChange => {
  const value = standing(cells.reported)
  return told(line, surpriseOf(measure, value, forecast), value - forecast)
}

/** The figure of a row against the one reported a year ago. */
export const onTheYear = ({ line, measure, cells, yearAgo }: ReleaseRow): ToldChange => {
  const value = standing(cells.reported)
  return told(line, growthOf(measure, value, yearAgo), value - yearAgo)
}

const placeWords = { below: 'below guidance', inside: 'inside guidance', above: 'above guidance' } as const

/** The figure of a row against its consensus and its guidance. */
export const againstExpected = (row: ReleaseRow): ToldChange => {
  const { line, measure, cells } = row
  const value = standing(cells.reported)
  const consensus = expectedOf(row, 'consensus')
  const [surprise, verdict] = [surpriseOf(measure, value, consensus), verdictOf(line, value, consensus)]
  const place = placeIn(value, expectedOf(row, 'low'), expectedOf(row, 'high'))
  const words = [verdict, place === null ? null : placeWords[place.at]].filter((word) => word !== null)
  return {
    sign: verdict === null ? '' : verdictSigns[verdict],
    text: changeCell(surprise, surpriseDecimals(line, { surprise, verdict })),
    tone: verdictTone(verdict),
    word: words.length === 0 ? null : words.join(', '),
  }
}

/** `Base 291,264 · Bull 294,700 · Bear 287,510`: what each scenario forecasts; empty once the quarter is reported. */
export const forecastsText = (results: Results, line: LineItem, quarter: Quarter, scale: Scale | null): string => {
  const { model } = results
  if (isReported(model, quarter) || !contains(model.timeline, quarter)) return ''
  const told = model.scenarios.flatMap(({ id, name }) => {
    const text = valueText(line, results.valueOf(id, line.id, quarter), scale)
    return text === '' ? [] : [`${name} ${text}`]
  })
  return told.join(' · ')
}
