// Which lines stand on a quarter's card: those the user has chosen, else those a report of the release would tell: what was
// held against a consensus, streaks, totals as the company rounds them, commitments, and the first figure in a currency abroad.

import type { Commitment } from '#model/commitment.ts'
import { amountLineId } from '#model/commitmentLines.ts'
import { partnersOf } from '#model/expected.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { hasActuals } from '#model/status.ts'
import type { ResultsView } from '#model/view.ts'
import type { Telling } from './telling.ts'

const streakLabel = /\bquarters? of\b|\bin a row\b/i

/** Whether a line counts quarters in a row, and says so. */
export const isCounting = ({ unit, label }: LineItem): boolean =>
  (unit.kind === 'quarters' || unit.kind === 'count') && streakLabel.test(label)

/** The commitment whose amount a line is; null for any other line. */
export const commitmentOf = ({ commitments }: Model, line: LineItem): Commitment | null =>
  commitments.find((commitment) => amountLineId(commitment) === line.id) ?? null

const valueOf = ({ reporting, quarter }: Telling, line: LineItem): number => reporting.valueOf(line, quarter)

/** Lines that can stand on the card of the quarter: reported in it, or the amount of a commitment. */
export const choosable = (telling: Telling): readonly LineItem[] => {
  const { model } = telling.reporting.results
  const partners = new Set(model.lines.flatMap(({ expected }) => (expected === null ? [] : partnersOf(expected))))
  return allLines(model).filter(
    (line) =>
      line.tolerance === null &&
      !partners.has(line.id) &&
      (commitmentOf(model, line) !== null || (!line.driver && !Number.isNaN(valueOf(telling, line)))),
  )
}

/** More do not fit on a card that is taken in at a glance. */
const mostSuited = 10

/** So many reported lines where nothing is held against anything. */
const mostPlain = 6

const suited = (telling: Telling): readonly LineItem[] => {
  const { model } = telling.reporting.results
  const checked = new Set(allLines(model).flatMap(({ section, tolerance }) => (tolerance === null ? [] : [section])))
  const possible = choosable(telling).filter(({ section }) => !checked.has(section))
  const held = possible.filter((line) => telling.held.some((each) => each.line.id === line.id))
  const reported = possible.filter((line) => hasActuals(model, line))
  const first = held.length > 0 ? held : reported.filter(({ kind }) => kind === 'flow').slice(0, mostPlain)
  const abroad = possible.find(({ unit }) => unit.kind === 'currency' && unit.currency !== model.currency)
  return [
    ...first,
    ...possible.filter((line) => isCounting(line) && valueOf(telling, line) > 0),
    ...reported.filter(({ unit, kind }) => kind === 'balance' && unit.kind === 'currency'),
    ...possible.filter((line) => commitmentOf(model, line) !== null),
    ...(abroad === undefined ? [] : [abroad]),
  ]
}

/** The lines on the card, in order, each once. */
export const cardLines = (telling: Telling, { card }: ResultsView): readonly LineItem[] => {
  if (card === null) return [...new Set(suited(telling))].slice(0, mostSuited)
  const lines = allLines(telling.reporting.results.model)
  return [...new Set(card)].flatMap((id) => lines.find((line) => line.id === id) ?? [])
}

/** The lines with one of them moved by one place. */
export const movedBy = (lines: readonly LineItem[], line: LineId, step: 1 | -1): readonly LineId[] => {
  const ids = lines.map(({ id }) => id)
  const at = ids.indexOf(line)
  const to = at + step
  if (at < 0 || to < 0 || to >= ids.length) return ids
  return ids.with(at, ids[to] ?? line).with(to, line)
}
