// A Telling is what the screen of results shows of a model: the quarter, the lines that are held against something with all
// their outcomes, and the line whose quarters stand side by side.

import { yearOnYearIn, type YearOnYear } from '#analysis/yearOnYear.ts'
import { heldLines, outcomesOf, type Outcome } from '#analysis/outcome.ts'
import { reportingOf, type Reporting } from '#analysis/reported.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, isReported } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import type { ResultsView } from '#model/view.ts'

export type HeldLine = {
  readonly line: LineItem
  /** Of every reported quarter, the oldest first. */
  readonly outcomes: readonly Outcome[]
  /** That of the quarter told. */
  readonly outcome: Outcome
  readonly growth: YearOnYear
}

export type Telling = {
  readonly reporting: Reporting
  readonly quarter: Quarter
  /** Every reported one, the oldest first. */
  readonly quarters: readonly Quarter[]
  readonly held: readonly HeldLine[]
  /** Null where no line is held against anything. */
  readonly line: HeldLine | null
}

/** Null where nothing is reported yet. */
export const tellingOf = (results: Results, view: ResultsView): Telling | null => {
  const { model } = results
  const quarters = quartersOf(model.timeline).filter((each) => isReported(model, each))
  const quarter = quarters.find((each) => each === view.quarter) ?? quarters.at(-1)
  if (quarter === undefined) return null
  const reporting = reportingOf(results)
  const held = heldLines(allLines(model)).flatMap((line): readonly HeldLine[] => {
    const outcomes = outcomesOf(reporting, line)
    const outcome = outcomes.find((each) => each.quarter === quarter)
    return outcome === undefined ? [] : [{ line, outcomes, outcome, growth: yearOnYearIn(reporting, line, quarter) }]
  })
  return { reporting, quarter, quarters, held, line: held.find(({ line }) => line.id === view.line) ?? held[0] ?? null }
}

/** The quarter so many after the one told; null where that one is not reported. */
export const quarterBeside = ({ quarters, quarter }: Telling, step: 1 | -1): Quarter | null =>
  quarters[quarters.indexOf(quarter) + step] ?? null

/** So many quarters of verdicts tell a habit, and fit in a row. */
const stripLength = 8

/** The last quarters up to the one told, the oldest first. */
export const stripOf = ({ outcomes, outcome }: HeldLine): readonly Outcome[] => {
  const end = outcomes.indexOf(outcome) + 1
  return outcomes.slice(Math.max(end - stripLength, 0), end)
}

/** The quarters of a line from the first that anything was expected of, the newest first. */
export const historyOf = ({ outcomes }: HeldLine): readonly Outcome[] => {
  const first = outcomes.findIndex(({ low, high, consensus }) =>
    [low, high, consensus].some((each) => !Number.isNaN(each)),
  )
  return outcomes.slice(Math.max(first, 0)).toReversed()
}
