// Gestures on time: other ends of the timeline, where years stand and whose they are, and breaks in the series of the lines
// selected. Each is done at once, or opens the dialog that asks what is still to be said.

import { breakAt } from '#analysis/seriesBreak.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { View, YearColumns } from '#model/view.ts'
import type { YearsBy } from '#model/year.ts'
import type { EditDeed } from '../editDeed.ts'
import { readColumnId, yearsShown, type Column } from '../column.ts'
import type { Layout } from '../layout.ts'
import { chosenLines } from '../lines/chosenLines.ts'
import { complaint, remark, type Message } from '../message.ts'
import type { Selection } from '../selection.svelte.ts'
import { linesNamed, proposeBreak, proposeBreakRemoval, whyNoBreak } from './breakEdit.ts'
import { losesAnything, timelineChange, wishOf, type TimelineWish } from './timelineChange.ts'
import { timelineDeed } from './timelineWords.ts'
import { foldedAt, withYearsBy, yearLayouts } from './timeLook.ts'
import { valuesLostText } from './valuesLost.ts'

/** The cells in which a break is written of. */
export type BreakPlace = { readonly lines: readonly LineId[]; readonly quarter: Quarter; readonly reason: string }

/** What gestures on time need of the open model. */
export type TimeDoor = {
  readonly model: Model
  readonly results: Results
  readonly view: View
  readonly dispatch: (edits: readonly Edit[], label: string, said: string | null) => Problem | null
  readonly look: (change: Partial<View>) => void
  readonly say: (message: Message) => void
}

/** What they need of the sheet. */
export type TimeSheet = { readonly selection: Selection; readonly layout: Layout; readonly settle: () => void }

export class TimeGestures {
  /** What the timeline's dialog begins with; null while it is closed. */
  wish = $state.raw<TimelineWish | null>(null)
  /** What the dialog of a break is about; null while it is closed. */
  place = $state.raw<BreakPlace | null>(null)
  readonly #door: TimeDoor
  readonly #sheet: TimeSheet

  constructor(door: TimeDoor, sheet: TimeSheet) {
    this.#door = door
    this.#sheet = sheet
  }

  openTimeline(): void {
    this.wish = wishOf(this.#door.model)
  }

  /** Adds quarters at an end, or cuts as many where that is below 0; where anything would be lost the dialog tells it first. */
  grow(end: 'first' | 'last', quarters: number): void {
    const { model, results } = this.#door
    const { timeline, fiscalCalendar } = model
    const moved = addQuarters(timeline[end], end === 'last' ? quarters : -quarters)
    const next = { ...timeline, [end]: moved }
    const change = timelineChange(model, next)
    if (change === null) return
    if (isProblem(change)) this.#door.say(complaint(change.sentence))
    else if (losesAnything(change) || valuesLostText(results, change) !== null)
      this.wish = wishOf({ timeline: next, fiscalCalendar })
    else this.does(timelineDeed(model, change))
  }

  /** Dispatches what was proposed. Gives the Problem that stops it, after saying so. */
  does(deed: EditDeed | Problem): Problem | null {
    const door = this.#door
    if (isProblem(deed)) {
      door.say(complaint(deed.sentence))
      return deed
    }
    const stopped = door.dispatch(deed.edits, deed.label, deed.said)
    if (stopped === null) this.#sheet.settle()
    return stopped
  }

  lay(yearColumns: YearColumns): void {
    this.#look({ yearColumns })
    const name = yearLayouts.find(({ is }) => is === yearColumns)?.name
    this.#door.say(remark(`${name ?? yearColumns}.`))
  }

  countYears(by: YearsBy): void {
    const { model, view } = this.#door
    const change = withYearsBy(model, view, by)
    if (isProblem(change)) {
      this.#door.say(complaint(change.sentence))
      return
    }
    this.#look(change)
    this.#door.say(remark(by === 'fiscal' ? 'Fiscal years.' : 'Calendar years.'))
  }

  get yearsShown(): YearsBy {
    return yearsShown(this.#door.model, this.#door.view)
  }

  /** Folds the year of a column, or unfolds it. */
  fold(column: Exclude<Column, { kind: 'constant' }>, isFolding: boolean): void {
    const { model, view } = this.#door
    const change = foldedAt(model, view, column, isFolding)
    if (isProblem(change)) this.#door.say(complaint(change.sentence))
    else this.#look(change)
  }

  /** Another look at the same model: the cursor goes on to what its cell is shown in. */
  #look(change: Partial<View>): void {
    this.#door.look(change)
    this.#sheet.settle()
  }

  /** The selected lines, and the quarter the cursor stands in. */
  get #selected(): { readonly lines: readonly LineId[]; readonly column: Column | null } {
    const { selection, layout } = this.#sheet
    const { cursor } = selection
    const lines = chosenLines(selection, layout).lines.map(({ id }) => id)
    return { lines, column: cursor === null ? null : readColumnId(cursor.column) }
  }

  /** Whether the series of a selected line breaks where the cursor stands. */
  get isOnBreak(): boolean {
    const { lines, column } = this.#selected
    return (
      column?.kind === 'quarter' &&
      linesNamed(this.#door.model, lines).some((line) => breakAt(line, column.quarter) !== null)
    )
  }

  openBreak(): void {
    const { lines, column } = this.#selected
    const why = whyNoBreak(this.#door.model, lines, column)
    if (why !== null) this.#door.say(complaint(why))
    else if (column?.kind === 'quarter') {
      const { quarter } = column
      const reasons = linesNamed(this.#door.model, lines).map((line) => breakAt(line, quarter)?.reason)
      this.place = { lines, quarter, reason: reasons.find((each) => each !== undefined) ?? '' }
    }
  }

  /** Gives the Problem that stops it: what was typed is to stay. */
  markBreak({ lines, quarter }: BreakPlace, reason: string): Problem | null {
    const deed = proposeBreak(this.#door.model, lines, quarter, reason)
    return isProblem(deed) ? deed : this.does(deed)
  }

  removeBreak(): void {
    const { lines, column } = this.#selected
    if (column?.kind === 'quarter') this.does(proposeBreakRemoval(this.#door.model, lines, column.quarter))
  }

  removeBreakOf(line: LineId, quarter: Quarter): void {
    this.does(proposeBreakRemoval(this.#door.model, [line], quarter))
  }
}
