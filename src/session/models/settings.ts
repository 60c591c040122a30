// The settings of a model: its name, its fiscal year, and what new lines of money are in. Another year end by whole quarters,
// or another way to name years, gives the same quarters new names, which formulas and readings follow. By other months the
// quarters themselves are others: only while nothing is typed, and then each keeps its fiscal name.

import { counted, listed } from '#base/listing.ts'
import { isSame } from '#base/same.ts'
import { readingsOf, windowStart, type Commitment, type Reading } from '#model/commitment.ts'
import type { Edit } from '#model/edit.ts'
import { plainName, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { monthName } from '#model/quarter.ts'
import type { Scale } from '#model/unit.ts'
import { currencyName } from '#model/unit.ts'
import { calendarMove, type CalendarMove } from './calendarMove.ts'
import { modelNameProblem } from './modelName.ts'
import { readCurrency } from './newModel.ts'
import { refuse } from '../proposal.ts'

export type SettingsWish = {
  readonly name: string
  readonly yearEndMonth: number
  readonly yearNamedBy: FiscalCalendar['yearNamedBy']
  readonly currency: string
  readonly scale: Scale
}

export const settingsOf = ({ name, fiscalCalendar, currency, scale }: Model): SettingsWish => ({
  ...{ name, currency, scale },
  ...fiscalCalendar,
})

export type SettingsDeed = { readonly edits: readonly Edit[]; readonly label: string; readonly said: string | null }

const isEmpty = (model: Model): boolean =>
  [...model.rows.values()].every((quarters) =>
    [...quarters.values()].every(({ entries, notes }) => entries.size + notes.size === 0),
  )

/** The calendar as it moves, or why it cannot. */
const moveOf = (model: Model, to: FiscalCalendar): CalendarMove | Problem => {
  const from = model.fiscalCalendar
  const move = calendarMove(from, to)
  if (move.isByQuarters || isEmpty(model)) return move
  const months = [0, 3, 6, 9].map((ahead) => monthName(((from.yearEndMonth + ahead - 1) % 12) + 1))
  return refuse(
    `Numbers are typed in quarters that end in ${listed(months)}, so the fiscal year can end in one of these months only, not in ${monthName(to.yearEndMonth)}. It can end in any month while nothing is typed.`,
  )
}

/** The formulas of a model that name quarters otherwise then, Base’s and those of scenarios. */
const formulaEdits = (model: Model, { movedText }: CalendarMove): readonly Edit[] => {
  const [base, ...others] = model.scenarios
  const held = [
    ...model.lines.map(({ id, formula }) => ({ scenario: base?.id ?? '', line: id, formula })),
    ...others.flatMap(({ id, formulas }) => [...formulas].map(([line, formula]) => ({ scenario: id, line, formula }))),
  ]
  return held.flatMap(({ scenario, line, formula }): readonly Edit[] =>
    formula === null || movedText(formula) === formula
      ? []
      : [{ kind: 'formula', scenario, line, formula: movedText(formula) }],
  )
}

/** A reading keeps its own words; the quarter it begins in goes by its new name in them. */
const movedReading = (reading: Reading, { from, to, moved, movedText }: CalendarMove): Reading => {
  const begins = windowStart(reading)
  return {
    ...reading,
    name: reading.name.replace(plainName(begins, from), plainName(moved(begins), to)),
    counts: movedText(reading.counts),
    first: moved(reading.first),
  }
}

const commitmentEdits = (model: Model, move: CalendarMove): readonly Edit[] =>
  model.commitments.flatMap((commitment): readonly Edit[] => {
    const change: Partial<Pick<Commitment, 'reading' | 'otherReadings'>> = {
      reading: movedReading(commitment.reading, move),
      otherReadings: commitment.otherReadings.map((reading) => movedReading(reading, move)),
    }
    return isSame(change, { reading: commitment.reading, otherReadings: commitment.otherReadings })
      ? []
      : [{ kind: 'change commitment', commitment: commitment.id, change }]
  })

const breakEdits = (model: Model, { moved }: CalendarMove): readonly Edit[] =>
  model.lines.flatMap((line): readonly Edit[] => {
    const breaks = line.breaks.map((each) => ({ ...each, quarter: moved(each.quarter) }))
    return isSame(breaks, line.breaks) ? [] : [{ kind: 'change line', line: line.id, change: { breaks } }]
  })

const calendarText = ({ yearEndMonth, yearNamedBy }: FiscalCalendar): string =>
  yearEndMonth === 12
    ? 'fiscal year ends in December'
    : `fiscal year ends in ${monthName(yearEndMonth)}, named by the year it ${yearNamedBy === 'end' ? 'ends' : 'starts'} in`

/** What follows a change of the calendar, in a sentence; null where nothing does. */
const followedText = (model: Model, { to, moved }: CalendarMove, formulas: number, readings: number): string | null => {
  const { lastActual, timeline } = model
  const at = lastActual ?? timeline.last
  const named = `${plainName(at, model.fiscalCalendar)} becomes ${plainName(moved(at), to)}.`
  const parts = [
    ...(formulas === 0 ? [] : [counted(formulas, 'formula')]),
    ...(readings === 0 ? [] : [counted(readings, 'reading')]),
  ]
  const isNamedAlike = plainName(at, model.fiscalCalendar) === plainName(moved(at), to)
  const followed = parts.length === 0 ? null : `The quarters’ new names stand in ${listed(parts)}.`
  return [isNamedAlike ? null : named, followed].filter((each) => each !== null).join(' ') || null
}

/** What keeping the settings does; null where they are as they were. `kept` are the models whose names are taken. */
export const proposeSettings = (
  model: Model,
  wish: SettingsWish,
  kept: readonly { readonly id: string; readonly name: string }[],
): SettingsDeed | Problem | null => {
  const name = wish.name.trim()
  const taken = name === model.name ? null : modelNameProblem(name, model.id, kept)
  if (taken !== null) return taken
  // What a model already has may be no three letters: a file can say so.
  const currency = wish.currency === model.currency ? model.currency : readCurrency(wish.currency)
  if (isProblem(currency)) return currency
  const to: FiscalCalendar = { yearEndMonth: wish.yearEndMonth, yearNamedBy: wish.yearNamedBy }
  const isCalendarSame = isSame(to, model.fiscalCalendar)
  const move = moveOf(model, to)
  if (isProblem(move)) return move
  const { first, last } = model.timeline
  const timeline = { first: move.moved(first), last: move.moved(last) }
  const lastActual = model.lastActual === null ? null : move.moved(model.lastActual)
  const wanted = { name, currency, scale: wish.scale, fiscalCalendar: to, timeline, lastActual }
  const change = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !isSame(value, model[field as keyof typeof wanted])),
  )
  if (Object.keys(change).length === 0) return null
  const formulas = isCalendarSame ? [] : formulaEdits(model, move)
  const commitments = isCalendarSame ? [] : commitmentEdits(model, move)
  const readings = commitments.length === 0 ? 0 : renamedReadings(model, move)
  const words = [
    ...(name === model.name ? [] : [`named “${name}”`]),
    ...(isCalendarSame ? [] : [calendarText(to)]),
    ...(currency === model.currency && wish.scale === model.scale
      ? []
      : [`new lines in ${`${currencyName(currency)} ${wish.scale}`.trim()}`]),
  ]
  return {
    edits: [{ kind: 'change model', change }, ...commitments, ...breakEdits(model, move), ...formulas],
    label: `Model settings: ${words.join(', ')}`,
    said: isCalendarSame ? null : followedText(model, move, formulas.length, readings),
  }
}

const renamedReadings = (model: Model, move: CalendarMove): number =>
  model.commitments.flatMap(readingsOf).filter((reading) => movedReading(reading, move).name !== reading.name).length
