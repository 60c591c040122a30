// The quarter's card tells a release as the press would: of each line what was reported, what was expected, by how much and
// which way it surprised, growth and its change, and streaks. All of it comes from lines; screen, text and picture show the
// same items.

import { isAtLeast } from '#analysis/streak.ts'
import type { Verdict } from '#analysis/surprise.ts'
import { yearOnYearIn } from '#analysis/yearOnYear.ts'
import { windowEnd, windowStart, type Commitment } from '#model/commitment.ts'
import { amountLineId, readingLineId } from '#model/commitmentLines.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { baseOf, type Model } from '#model/model.ts'
import { endMonthOf, monthName, type Quarter } from '#model/quarter.ts'
import type { Scale } from '#model/unit.ts'
import type { ResultsView } from '#model/view.ts'
import { cardLines, commitmentOf, isCounting } from './cardChoice.ts'
import { withFailedChecks } from './checksText.ts'
import { growthWords, ordinal, pressFigure, spanWords } from './cardWords.ts'
import { changeWords, placeText, streakText, surpriseDecimals } from './surpriseText.ts'
import type { HeldLine, Telling } from './telling.ts'

export type CardItem = {
  readonly line: LineItem
  readonly label: string
  /** `247.8 bn`, `Ninth quarter of triple-digit growth`. */
  readonly figure: string
  readonly verdict: Verdict | null
  readonly facts: readonly string[]
  /** All of it in a sentence, as the text of the card has it. */
  readonly sentence: string
}

export type QuarterCard = {
  /** `Alibaba: AI and cloud`. */
  readonly title: string
  /** `FY26 Q2, the quarter to September 2025`. */
  readonly quarter: string
  readonly items: readonly CardItem[]
  /** What holds of all figures: `Money in RMB; growth on the year, all from full precision.` */
  readonly foot: string
}

const monthOf = (quarter: Quarter): string => `${monthName(endMonthOf(quarter))} ${quarter.slice(0, 'yyyy'.length)}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const verdictNames: Readonly<Record<Verdict, string>> = {
  beat: 'a beat',
  miss: 'a miss',
  'in line': 'in line',
  above: 'above',
  below: 'below',
}

/** An item whose sentence is its label, its figure and its facts. */
const plainItem = (line: LineItem, label: string, figure: string, facts: readonly string[]): CardItem => ({
  ...{ line, label, figure: capital(figure), verdict: null, facts: facts.map(capital) },
  sentence: `${label}: ${[figure, ...facts].join('; ')}.`,
})

/** `AI products: ninth quarter of triple-digit growth`, from a label that says what is counted. */
const countingItem = ({ reporting, quarter }: Telling, line: LineItem, count: number): CardItem => {
  const { results } = reporting
  const isOpen = isAtLeast(results, baseOf(results.model).id, line, quarter)
  const run = count === 0 ? 'no quarter' : `${isOpen ? 'at least the ' : ''}${ordinal(count)} quarter`
  const counted = /^(.*?)[\s,:;]*\bquarters? of (.+?)( in a row)?$/i.exec(line.label)
  const [, subject = '', what = '', row = ''] = counted ?? []
  if (counted === null) return plainItem(line, line.label, run, [])
  return subject === ''
    ? plainItem(line, capital(what), run + row, [])
    : plainItem(line, subject, `${run} of ${what}${row}`, [])
}

const atMost: Readonly<Record<Commitment['kind'], string>> = { floor: 'at least ', target: '', cap: 'at most ' }

/** `at least 380 bn over three years, FY26 Q1 to FY28 Q4; 70.2 bn counted by FY26 Q2`. */
const commitmentItem = (
  { reporting: { results }, quarter }: Telling,
  line: LineItem,
  commitment: Commitment,
  scale: Scale | null,
): CardItem => {
  const { model } = results
  const base = baseOf(model).id
  const { reading } = commitment
  const named = (each: Quarter): string => plainName(each, model.fiscalCalendar)
  const amount = pressFigure(model, line, results.constantOf(base, amountLineId(commitment)), scale)
  const counted = results.valueOf(base, readingLineId(commitment, reading, 'counted'), quarter)
  const [first, last] = [windowStart(reading), windowEnd(reading)]
  const promised = atMost[commitment.kind] + amount
  const span = `over ${spanWords(reading.quarters)}, ${named(first)} to ${named(last)}`
  const standing =
    quarter < first || Number.isNaN(counted)
      ? []
      : [`${pressFigure(model, line, counted, scale)} counted by ${named(quarter)}`]
  return {
    ...plainItem(line, commitment.name, promised, [span, ...standing]),
    sentence: `${commitment.name}: ${[`${promised} ${span}`, ...standing].join('; ')}.`,
  }
}

const guidanceWords = (model: Model, { line, outcome }: HeldLine, scale: Scale | null): string | null => {
  const { low, high, place } = outcome
  if (place === null) return null
  const [from, to] = [low, high].map((end) => (Number.isNaN(end) ? null : pressFigure(model, line, end, scale, 2)))
  const range = from === null ? `to ${to}` : to === null ? `from ${from}` : `${from} to ${to}`
  return `guidance ${range}: ${placeText(outcome)}`
}

const expectedWords = (model: Model, { line, outcome }: HeldLine, scale: Scale | null): string | null =>
  Number.isNaN(outcome.consensus)
    ? null
    : `${pressFigure(model, line, outcome.consensus, scale, 2)} expected, ${changeWords(outcome.surprise, surpriseDecimals(line, outcome))}`

/** A line as reported, with what was expected of it where it is held against something. */
const reportedItem = (telling: Telling, line: LineItem, value: number, scale: Scale | null): CardItem => {
  const { model } = telling.reporting.results
  const held = telling.held.find((each) => each.line.id === line.id)
  const figure = (/\brounds?\b|\brounded\b/i.test(line.label) ? 'about ' : '') + pressFigure(model, line, value, scale)
  const growth = growthWords(held?.growth ?? yearOnYearIn(telling.reporting, line, telling.quarter))
  if (held === undefined) return plainItem(line, line.label, figure, growth === null ? [] : [growth])
  const { verdict, streak } = held.outcome
  const expected = expectedWords(model, held, scale)
  const run = streak !== null && streak.count > 1 ? streakText(verdict, streak) : null
  const others = [growth, guidanceWords(model, held, scale), run].filter((each) => each !== null)
  const against = expected === null || verdict === null ? '' : ` against ${expected}: ${verdictNames[verdict]}`
  return {
    ...{ line, label: line.label, figure: capital(figure), verdict },
    facts: [...(expected === null ? [] : [expected]), ...others].map(capital),
    sentence: `${[`${line.label}: ${figure}${against}`, ...others].map(capital).join('. ')}.`,
  }
}

const itemOf = (telling: Telling, line: LineItem, scale: Scale | null): CardItem => {
  const { model } = telling.reporting.results
  const commitment = commitmentOf(model, line)
  if (commitment !== null) return commitmentItem(telling, line, commitment, scale)
  const value = telling.reporting.valueOf(line, telling.quarter)
  if (Number.isNaN(value)) return plainItem(line, line.label, 'not reported', [])
  return isCounting(line) ? countingItem(telling, line, value) : reportedItem(telling, line, value, scale)
}

export const quarterCard = (telling: Telling, view: ResultsView, scale: Scale | null): QuarterCard => {
  const { results } = telling.reporting
  const { name, fiscalCalendar, currency } = results.model
  return {
    title: name,
    quarter: `${plainName(telling.quarter, fiscalCalendar)}, the quarter to ${monthOf(telling.quarter)}`,
    items: cardLines(telling, view).map((line) => itemOf(telling, line, scale)),
    foot: withFailedChecks(`Money in ${currency}; growth on the year, all from full precision.`, results),
  }
}

/** The card as a text to paste: its title, a sentence for each line, its foot. */
export const cardText = ({ title, quarter, items, foot }: QuarterCard): string =>
  [`${title}: ${quarter}`, ...items.map(({ sentence }) => sentence), foot].join('\n')
