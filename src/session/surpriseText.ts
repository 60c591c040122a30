// The words of beat and miss: a surprise as a table and as a sentence has it, verdicts with their signs, places in the
// guidance and streaks. Each figure is rounded once, from full precision.

import type { Outcome, Streak } from '#analysis/outcome.ts'
import { toleranceOf, type Change, type Verdict } from '#analysis/surprise.ts'
import { plainFigure, shownValue, tableFigure } from '#model/figure.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Unit } from '#model/unit.ts'

const percent: Unit = { kind: 'percent' }

const decimalsIn = { share: 2, points: 1, bps: 0 } as const

/** A fraction in hundredths, or in the hundredths of those; the point is moved in its decimal text. */
const shownIn = (form: 'share' | 'points' | 'bps', by: number): number => {
  const hundredths = shownValue(by, percent, null)
  return form === 'bps' ? shownValue(hundredths, percent, null) : hundredths
}

const notMeaningful = ({ turn }: Extract<Change, { in: 'nothing' }>): string =>
  turn === null ? 'n.m.' : `n.m. (${turn})`

/** `+2.12 %`, `(2.28) %`, `+0.5 pts`, `(35) bps`, `n.m. (to loss)`; empty for none. */
export const changeCell = (change: Change | null, decimals: number | null = null): string => {
  if (change === null) return ''
  if (change.in === 'nothing') return notMeaningful(change)
  const unit = { share: '%', points: 'pts', bps: 'bps' }[change.in]
  const text = tableFigure(shownIn(change.in, change.by), decimals ?? decimalsIn[change.in])
  return `${change.by > 0 ? '+' : ''}${text} ${unit}`
}

/** `+2.12 %`, `−2.28 %`, `+0.5 points`, `−35 bps`, `n.m. (to loss)`; empty for none. */
export const changeWords = (change: Change | null, decimals: number | null = null): string => {
  if (change === null) return ''
  if (change.in === 'nothing') return notMeaningful(change)
  const unit = { share: '%', points: 'points', bps: 'bps' }[change.in]
  const text = plainFigure(shownIn(change.in, change.by), decimals ?? decimalsIn[change.in])
  return `${change.by > 0 ? '+' : ''}${text} ${unit}`
}

/** Beyond so many digits nobody looks. */
const mostDecimals = 6

/** As many digits as it takes to read that a surprise lies beyond what is tolerated: 1.003 %, where 1 % is in line. */
export const surpriseDecimals = (
  line: LineItem,
  { surprise, verdict }: Pick<Outcome, 'surprise' | 'verdict'>,
): number => {
  if (surprise === null || surprise.in === 'nothing') return 0
  const usual = decimalsIn[surprise.in]
  if (verdict === null || verdict === 'in line') return usual
  const text = (by: number, decimals: number): string => plainFigure(shownIn(surprise.in, Math.abs(by)), decimals)
  let decimals = usual
  while (decimals < mostDecimals && text(surprise.by, decimals) === text(toleranceOf(line), decimals)) decimals += 1
  return decimals
}

/** A sign for each verdict, so that it is not told by colour alone. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  beat: '▲',
  miss: '▼',
  'in line': '●',
  above: '△',
  below: '▽',
}

export const verdictTone = (verdict: Verdict | null): 'good' | 'bad' | 'neutral' =>
  verdict === 'beat' ? 'good' : verdict === 'miss' ? 'bad' : 'neutral'

/** `inside, 78 % of the range`, `below`, `at or above the low end`; empty without guidance. */
export const placeText = ({ place, low, high }: Pick<Outcome, 'place' | 'low' | 'high'>): string => {
  if (place === null) return ''
  if (place.at !== 'inside') return place.at
  if (place.along !== null) return `inside, ${plainFigure(shownValue(place.along, percent, null), 0)} % of the range`
  if (Number.isNaN(high)) return 'at or above the low end'
  return Number.isNaN(low) ? 'at or below the high end' : 'as guided'
}

const several: Readonly<Record<Verdict, string>> = {
  beat: 'beats',
  miss: 'misses',
  'in line': 'quarters in line',
  above: 'quarters above',
  below: 'quarters below',
}

const single: Readonly<Record<Verdict, string>> = {
  beat: 'beat',
  miss: 'miss',
  'in line': 'quarter in line',
  above: 'quarter above',
  below: 'quarter below',
}

/** `2 beats in a row, a gap before`, `1 miss`, `at least 3 beats in a row`; empty without a streak. */
export const streakText = (verdict: Verdict | null, streak: Streak | null): string => {
  if (verdict === null || streak === null) return ''
  const { count, after } = streak
  const run = count === 1 ? `1 ${single[verdict]}` : `${count} ${several[verdict]} in a row`
  if (after === 'nothing') return `at least ${run}`
  return after === 'a gap' ? `${run}, a gap before` : run
}

/** The same in a narrow column: `2 beats, gap before`, `≥ 3 beats`. */
export const streakCell = (verdict: Verdict | null, streak: Streak | null): string => {
  if (verdict === null || streak === null) return ''
  const isNeutral = verdict === 'above' || verdict === 'below'
  const run = `${streak.count} ${isNeutral ? verdict : (streak.count === 1 ? single : several)[verdict]}`
  return streak.after === 'nothing' ? `≥ ${run}` : streak.after === 'a gap' ? `${run}, gap before` : run
}

/** `FY26 Q2: beat, +2.12 %`, `FY25 Q4: no consensus`: what a place in the strip of quarters says. */
export const stripText = (
  { fiscalCalendar }: Pick<Model, 'fiscalCalendar'>,
  line: LineItem,
  outcome: Outcome,
): string => {
  const { quarter, reported, verdict, surprise } = outcome
  const told = changeWords(surprise, surpriseDecimals(line, outcome))
  const lack = Number.isNaN(reported) ? 'not reported' : 'no consensus'
  return `${plainName(quarter, fiscalCalendar)}: ${verdict === null ? lack : `${verdict}, ${told}`}`
}
