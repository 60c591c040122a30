// A Desk is a sheet over a model in memory, without screen or store: what is dispatched is applied at once, and every step
// can be undone and redone. Questions are answered as told.

import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { shownUnit } from '#model/figure.ts'
import { applyReversibly } from '#model/inverse.ts'
import { allLines, type Model } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { modelFault } from '#model/soundness.ts'
import { firstView, type View } from '#model/view.ts'
import { readColumnId } from '#session/column.ts'
import { Gestures } from '#session/gestures.svelte.ts'
import type { Message, Question } from '#session/message.ts'
import type { Target } from '#session/proposal.ts'
import { rangeOf } from '#session/range.ts'
import { Sheet, type SheetDoor } from '#session/sheet.svelte.ts'
import { settled } from '../model/sample.ts'

type Step = { readonly edits: readonly Edit[]; readonly inverse: readonly Edit[]; readonly label: string }

export class Desk implements SheetDoor {
  results: Results
  view: View
  message: Message | null = null
  /** The last question asked. */
  asked: Question | null = null
  /** How questions are answered. */
  answer: 'confirm' | 'leave' = 'confirm'
  readonly gestures: Gestures
  readonly sheet: Sheet
  done: readonly Step[] = []
  #undone: readonly Step[] = []

  /** `asksRestated`: changed reported numbers are asked about, as in the app; otherwise they are slips put right. */
  constructor(model: Model, asksRestated = false) {
    this.results = calculate(model)
    this.view = { ...firstView(model), foldedYears: [], foldedSections: [] }
    this.gestures = new Gestures(this)
    this.sheet = new Sheet(this, 'tab')
    if (!asksRestated) this.gestures.restating.correct(true)
  }

  now(): string {
    return '2025-11-25T12:00:00.000Z'
  }

  get model(): Model {
    return this.results.model
  }

  get shown(): string {
    return this.view.scenario
  }

  get target(): Target | null {
    const { cursor } = this.sheet.selection
    const line = allLines(this.model).find(({ id }) => id === cursor?.line)
    const column = cursor === null ? null : readColumnId(cursor.column)
    if (line === undefined || column === null) return null
    return { shown: this.shown, line, column, unit: shownUnit(line.unit, this.view.scale) }
  }

  look(change: Partial<View>): void {
    this.view = { ...this.view, ...change }
  }

  dispatch(edits: readonly Edit[], label: string, said: string | null = null): Problem | null {
    const applied = applyReversibly(this.model, edits)
    const fault = isProblem(applied) ? applied.sentence : modelFault(applied.model)
    if (isProblem(applied) || fault !== null) {
      this.message = { tone: 'problem', sentence: fault ?? '', action: null }
      return problem('edit', { at: 'model' }, fault ?? '')
    }
    this.message = { tone: 'plain', sentence: said ?? label, action: null }
    if (applied.model === this.model) return null
    this.done = [...this.done, { edits, inverse: applied.inverse, label }]
    this.#undone = []
    this.results = calculate(applied.model, this.results)
    return null
  }

  undo(): boolean {
    const last = this.done.at(-1)
    if (last === undefined) return false
    this.results = calculate(settled(applyEdits(this.model, last.inverse)), this.results)
    this.done = this.done.slice(0, -1)
    this.#undone = [...this.#undone, last]
    return true
  }

  redo(): boolean {
    const last = this.#undone.at(-1)
    if (last === undefined) return false
    this.results = calculate(settled(applyEdits(this.model, last.edits)), this.results)
    this.#undone = this.#undone.slice(0, -1)
    this.done = [...this.done, last]
    return true
  }

  say(message: Message): void {
    this.message = message
  }

  ask(question: Question): void {
    this.asked = question
    if (this.answer === 'confirm') question.confirm()
    else if (typeof question.left === 'function') question.left()
  }

  /** Selects from one cell to another: `revenue 2025-06`. */
  select(from: string, to = from): void {
    const cell = (text: string): { line: string; column: string } => {
      const [line = '', column = ''] = text.split(' ')
      return { line, column }
    }
    this.sheet.selection.choose([rangeOf(cell(from), cell(to))])
  }

  /** The numbers of a line in some quarters, in the scenario shown. */
  numbers(line: string, quarters: readonly Quarter[]): readonly number[] {
    return quarters.map((quarter) => this.results.valueOf(this.shown, line, quarter))
  }

  /** What is typed on a line in a scenario, by quarter. */
  typed(line: string, scenario = this.shown): Record<string, number | string> {
    const rows = [...(this.model.rows.get(scenario) ?? [])]
    return Object.fromEntries(
      rows.flatMap(([quarter, { entries }]) => {
        const entry = entries.get(line)
        return entry === undefined ? [] : [[quarter, entry]]
      }),
    )
  }
}
