// Another timeline for the model: quarters are added or cut at either end. What a cut would lose is told before it is done:
// what is typed there, scenario by scenario, the values that go with it, formulas that name a quarter outside, and windows of
// commitments that reach outside.

import { listed } from '#base/listing.ts'
import { quartersNamed } from '#formula/rename.ts'
import { readingsOf, windowEnd, windowStart } from '#model/commitment.ts'
import { plainName, quarterOfFiscal, readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { allLines, type Model } from '#model/model.ts'
import { earlierOf, hasWords } from '#model/note.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { monthName, quartersBetween, type Quarter } from '#model/quarter.ts'
import { mostQuarters } from '#model/soundness.ts'
import { contains, lengthOf, type Timeline } from '#model/timeline.ts'
import { formulaPlaces } from '../lines/formulaPlace.ts'
import { refuse } from '../proposal.ts'

export type TimelineWish = { readonly first: string; readonly last: string }

/** What a scenario has typed in quarters that would be cut. */
export type ScenarioLoss = {
  readonly name: string
  readonly numbers: number
  /** Cells set back to their formula. */
  readonly releases: number
  readonly notes: number
}

type TimelineLoss = {
  readonly typed: readonly ScenarioLoss[]
  /** `“Capex plan” names FY28 Q4`, one for each line. */
  readonly formulas: readonly string[]
  /** `“380 bn” runs to FY28 Q4`, one for each reading. */
  readonly windows: readonly string[]
}

export type TimelineChange = {
  readonly timeline: Timeline
  /** Quarters added at each end; below 0 cut. */
  readonly atStart: number
  readonly atEnd: number
  readonly loss: TimelineLoss
}

const yearForm = /^FY\s*(\d{4}|\d{2})$/i

/** An end of the timeline as typed; a year alone is its first quarter, or as the end its last. */
const readEnd = (text: string, end: 'first' | 'last', calendar: FiscalCalendar): Quarter | Problem => {
  const trimmed = text.trim()
  const isYear = yearForm.test(trimmed)
  const quarter = readQuarter(isYear ? `${trimmed} Q${end === 'first' ? 1 : 4}` : trimmed, calendar)
  if (quarter !== null) return quarter
  const months = [3, 6, 9, 12].map((ahead) => monthName(((calendar.yearEndMonth + ahead - 1) % 12) + 1))
  const example = quarterOfFiscal({ year: 2026, quarter: 1 }, calendar)
  const forms = `Type it as ${plainName(example, calendar)} or ${example}.`
  return refuse(
    trimmed === ''
      ? `The ${end} quarter is missing. ${forms}`
      : `“${trimmed}” is no quarter of this model, whose quarters end in ${listed(months)}. ${forms}`,
  )
}

/** The two ends as fields show them. */
export const wishOf = ({ timeline, fiscalCalendar }: Pick<Model, 'timeline' | 'fiscalCalendar'>): TimelineWish => ({
  first: plainName(timeline.first, fiscalCalendar),
  last: plainName(timeline.last, fiscalCalendar),
})

/** Why a model cannot have a timeline, or null. */
const fault = ({ lastActual, fiscalCalendar }: Model, timeline: Timeline): Problem | null => {
  const [first, last] = [plainName(timeline.first, fiscalCalendar), plainName(timeline.last, fiscalCalendar)]
  if (timeline.first > timeline.last) return refuse(`The first quarter, ${first}, comes after the last, ${last}.`)
  if (lengthOf(timeline) > mostQuarters)
    return refuse(`${first} to ${last} are ${lengthOf(timeline)} quarters; ${mostQuarters} are possible at the most.`)
  if (lastActual === null || contains(timeline, lastActual)) return null
  const actual = plainName(lastActual, fiscalCalendar)
  return refuse(
    timeline.last < lastActual
      ? `${actual} is the last actual, and what is reported stays: the timeline can end with ${actual} at the earliest.`
      : `${actual} is the last actual: the timeline can begin with ${actual} at the latest.`,
  )
}

const typedLoss = (model: Model, timeline: Timeline): readonly ScenarioLoss[] =>
  model.scenarios.flatMap(({ id, name }) => {
    let [numbers, releases, notes] = [0, 0, 0]
    for (const [quarter, row] of model.rows.get(id) ?? []) {
      if (contains(timeline, quarter)) continue
      for (const entry of row.entries.values())
        if (entry === 'release') releases += 1
        else numbers += 1
      for (const note of row.notes.values()) if (hasWords(note) || earlierOf(note).length > 0) notes += 1
    }
    return numbers + releases + notes === 0 ? [] : [{ name, numbers, releases, notes }]
  })

const formulaLoss = (model: Model, timeline: Timeline): readonly string[] => {
  const { fiscalCalendar } = model
  const byLine = new Map<string, Set<Quarter>>()
  for (const { line, formula } of formulaPlaces(model))
    for (const quarter of quartersNamed(formula, fiscalCalendar))
      if (contains(model.timeline, quarter) && !contains(timeline, quarter))
        byLine.set(line, (byLine.get(line) ?? new Set<Quarter>()).add(quarter))
  return allLines(model).flatMap(({ id, label }) => {
    const quarters = [...(byLine.get(id) ?? [])].sort().map((quarter) => plainName(quarter, fiscalCalendar))
    return quarters.length === 0 ? [] : [`“${label}” names ${listed(quarters)}`]
  })
}

const windowLoss = (model: Model, timeline: Timeline): readonly string[] =>
  model.commitments.flatMap((commitment) =>
    readingsOf(commitment).flatMap((reading) => {
      const { fiscalCalendar } = model
      const [first, last] = [windowStart(reading), windowEnd(reading)]
      const name = reading.id === commitment.reading.id ? commitment.name : `${commitment.name}: ${reading.name}`
      const isCut = (quarter: Quarter): boolean => contains(model.timeline, quarter) && !contains(timeline, quarter)
      const said = [
        ...(isCut(first) ? [`begins in ${plainName(first, fiscalCalendar)}`] : []),
        ...(last > timeline.last && model.timeline.last > timeline.last && first <= model.timeline.last
          ? [`runs to ${plainName(last, fiscalCalendar)}`]
          : []),
      ]
      return said.length === 0 ? [] : [`“${name}” ${listed(said)}`]
    }),
  )

/** The change to a timeline, or why it cannot be; null where the model has it already. */
export const timelineChange = (model: Model, timeline: Timeline): TimelineChange | Problem | null => {
  const wrong = fault(model, timeline)
  if (wrong !== null) return wrong
  const atStart = quartersBetween(timeline.first, model.timeline.first)
  const atEnd = quartersBetween(model.timeline.last, timeline.last)
  if (atStart === 0 && atEnd === 0) return null
  const loss = {
    typed: typedLoss(model, timeline),
    formulas: formulaLoss(model, timeline),
    windows: windowLoss(model, timeline),
  }
  return { timeline, atStart, atEnd, loss }
}

/** The change that two typed ends ask for. */
export const readTimelineWish = (model: Model, wish: TimelineWish): TimelineChange | Problem | null => {
  const first = readEnd(wish.first, 'first', model.fiscalCalendar)
  if (isProblem(first)) return first
  const last = readEnd(wish.last, 'last', model.fiscalCalendar)
  return isProblem(last) ? last : timelineChange(model, { first, last })
}

export const losesAnything = ({ loss }: TimelineChange): boolean =>
  loss.typed.length + loss.formulas.length + loss.windows.length > 0
