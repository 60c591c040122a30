// Navigation goes to what is spoken of: the cell of a problem, of a check, of an edit that was taken back.

import type { FailedCheck } from '#analysis/checks.ts'
import type { Edit } from '#model/edit.ts'
import { allLines, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { ScreenName, View } from '#model/view.ts'
import { shownFor, touchedBy } from './editPlace.ts'
import type { Cell } from './layout.ts'
import type { Sheet } from './sheet.svelte.ts'

/** What navigation needs of the open model. */
type Ground = {
  readonly model: Model
  readonly shown: ScenarioId
  readonly view: View
  readonly sheet: Sheet
  readonly look: (change: Partial<View>) => void
  readonly complain: (sentence: string) => void
  readonly returnToSheet: () => void
}

export class Navigation {
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#ground = ground
  }

  toScreen(screen: ScreenName): void {
    const ground = this.#ground
    if (ground.view.screen !== screen) ground.look({ screen })
    ground.returnToSheet()
  }

  /** Goes to a cell of the sheet, from whatever screen. */
  toCell(cell: Cell, scenario: ScenarioId | null = null): void {
    const ground = this.#ground
    const isElsewhere = ground.view.screen !== 'sheet' || (scenario !== null && scenario !== ground.shown)
    if (isElsewhere) ground.look({ screen: 'sheet', ...(scenario === null ? {} : { scenario }) })
    ground.sheet.reveal(cell)
    ground.returnToSheet()
  }

  /** A line, in the column the cursor is in. */
  toLine(line: string, scenario: ScenarioId | null = null): void {
    const { model, sheet } = this.#ground
    const found = allLines(model).find(({ id }) => id === line)
    if (found !== undefined) this.toCell({ line, column: sheet.columnOn(found) }, scenario)
  }

  /** Selects the place of a problem, in the scenario it is in, and says its sentence. */
  toProblem({ place, sentence }: Problem): void {
    const { model, sheet } = this.#ground
    const scenario = place.at === 'formula' || place.at === 'cell' ? place.scenario : null
    if ('line' in place) {
      const line = allLines(model).find(({ id }) => id === place.line)
      this.toCell({ line: place.line, column: place.at === 'cell' ? place.quarter : sheet.columnOn(line) }, scenario)
    }
    this.#ground.complain(sentence)
  }

  toCheck({ scenario, line, quarter, sentence }: FailedCheck): void {
    this.toCell({ line, column: quarter }, scenario)
    this.#ground.complain(sentence)
  }

  /**
   * Goes back to where an edit was: its scenario, and the cells it touched. What `isOfGoing` to a point of the history may
   * be all over the model: it stays in the scenario shown, and goes to cells of one line only. Other screens than the sheet
   * stay. Says whether it went.
   */
  toEdits(edits: readonly Edit[], isOfGoing = false): boolean {
    const ground = this.#ground
    const { model, shown, view, sheet } = ground
    // Whoever types already is somewhere else.
    if (view.screen !== 'sheet' || sheet.screen?.isEditing() === true) return false
    const scenario = isOfGoing ? shown : shownFor(model, shown, edits)
    if (scenario !== shown) ground.look({ scenario })
    const touched = touchedBy(model, edits, (line) => sheet.columnOn(line))
    if (touched === null || (isOfGoing && touched.first.line !== touched.last.line)) return false
    sheet.revealRange(touched.first, touched.last)
    return true
  }
}
