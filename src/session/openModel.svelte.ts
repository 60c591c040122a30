// The open model: what is shown, what is selected, and the one door for change. A gesture becomes a proposal, a proposal
// edits; they are applied and recalculated at once, and the ledger writes them behind the screen's back.

import type { NewId } from '#base/id.ts'
import { movementSentence } from '#analysis/movement.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { shownUnit } from '#model/figure.ts'
import { applySoundly } from '#model/soundness.ts'
import { allLines, baseOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import type { Committed, OpenedModel, Store } from '#store/store.ts'
import type { CardDoor } from './cardDoor.ts'
import type { ChartCall } from './charting.ts'
import { readColumnId } from './column.ts'
import { FormulaEditing } from './formula/formulaEditing.svelte.ts'
import { Gestures } from './gestures.svelte.ts'
import { Findings } from './findings/findings.svelte.ts'
import { History } from './history/history.svelte.ts'
import type { Cell } from './layout.ts'
import { Ledger, type Pending, type SaveState } from './ledger.svelte.ts'
import { complaint, remark, type Message, type Question } from './message.ts'
import type { Target } from './proposal.ts'
import { LineGestures } from './lines/lineGestures.svelte.ts'
import { Navigation } from './navigation.ts'
import { newsOf } from './news.ts'
import type { PacingDialog } from './pacingDialog.ts'
import { Sheet } from './sheet.svelte.ts'
import { Snapshots } from './snapshots.svelte.ts'
import { ViewKeeping } from './viewKeeping.svelte.ts'
import { WhatIfCourse } from './whatIfCourse.svelte.ts'

type OpenModelOptions = {
  readonly store: Store
  readonly opened: OpenedModel
  readonly tab: string
  readonly now: () => string
  readonly newId: NewId
  /** The model is no longer kept: another tab deleted it. */
  readonly onGone: (open: OpenModel) => void
}

export class OpenModel {
  results: Results = $state.raw() as Results
  view: View = $state.raw() as View
  message = $state.raw<Message | null>(null)
  backedUpAt = $state.raw<string | null>(null)
  pacingDialog = $state.raw<PacingDialog | null>(null)
  /** The quarter's card while it is on screen. */
  card = $state.raw<CardDoor | null>(null)
  /** Counts the times the keyboard was sent back to the sheet, which listens. */
  sheetCalls = $state(0)
  /** Whether the keyboard was sent to the panel, which takes it once it is there. */
  isPanelCalled = $state(false)
  /** What was last asked of a chart by a command; the chart listens. */
  chartCall = $state.raw<ChartCall | null>(null)
  readonly #views: ViewKeeping
  readonly ledger: Ledger
  readonly #options: OpenModelOptions
  readonly gestures: Gestures
  readonly sheet: Sheet
  readonly formula: FormulaEditing
  readonly navigation = new Navigation(this)
  readonly lines = new LineGestures(this)
  readonly findings = new Findings(this)
  readonly snapshots: Snapshots
  readonly history: History
  readonly whatIf = new WhatIfCourse()
  /** What the last model that was not dispatched here moved: an undo's, or another tab's. */
  #moved: string | null = null

  constructor(options: OpenModelOptions) {
    this.#options = options
    const { model, cursor } = options.opened
    this.results = calculate(model)
    this.view = options.opened.view
    this.backedUpAt = options.opened.backedUpAt
    this.#views = new ViewKeeping(this, options.store)
    this.gestures = new Gestures(this)
    this.sheet = new Sheet(this, options.tab)
    this.formula = new FormulaEditing(this)
    this.snapshots = new Snapshots(this, options)
    this.history = new History(this, model.id, options)
    this.ledger = new Ledger({
      store: options.store,
      opened: { model, cursor },
      tab: options.tab,
      now: options.now,
      onModel: (next, isOwn) => {
        this.#moved = this.#show(next)
        this.#views.keepUp(isOwn)
      },
      onCommitted: (committed, pending) => {
        this.#tell(committed, pending)
      },
      onRefused: (problem) => {
        this.message = complaint(problem.sentence)
      },
      onGone: () => {
        options.onGone(this)
      },
    })
  }

  get model(): Model {
    return this.results.model
  }

  /** The scenario shown; Base where the one last shown is gone. */
  get shown(): ScenarioId {
    const { scenario } = this.view
    return this.model.scenarios.some(({ id }) => id === scenario) ? scenario : baseOf(this.model).id
  }

  get selectedLine(): LineItem | null {
    const line = this.sheet.selection.cursor?.line
    return allLines(this.model).find(({ id }) => id === line) ?? null
  }

  get target(): Target | null {
    const line = this.selectedLine
    const { cursor } = this.sheet.selection
    const column = cursor === null ? null : readColumnId(cursor.column)
    if (line === null || column === null) return null
    return { shown: this.shown, line, column, unit: shownUnit(line.unit, this.view.scale) }
  }

  get canUndo(): boolean {
    return this.ledger.hasWaitingEdit || this.ledger.opened.cursor.undo !== null
  }

  get canRedo(): boolean {
    return this.ledger.opened.cursor.redo !== null
  }

  /** Whether all that is on screen is kept: what was typed, and how it is looked at. */
  get saveState(): SaveState {
    const { saveState } = this.ledger
    return saveState.kind === 'saved' && this.#views.isKeeping ? { kind: 'saving' } : saveState
  }

  /** Whether no edit is being written: until then what can be undone or redone may still change. */
  get isSettled(): boolean {
    return this.ledger.saveState.kind === 'saved'
  }

  now(): string {
    return this.#options.now()
  }

  close(): void {
    this.ledger.close()
    this.#views.close()
  }

  look(change: Partial<View>): void {
    this.view = { ...this.view, ...change }
    this.#views.keep(this.view)
  }

  select(cell: Cell | null): void {
    this.sheet.selection.put(cell)
  }

  /** Asks before something is done. */
  ask(question: Question): void {
    this.gestures.question = question
  }

  /** Sends the keyboard back to the screen, in the sheet to the selected cell, after a dialog or the formula bar. */
  returnToSheet(): void {
    this.sheetCalls += 1
  }

  say(message: Message): void {
    this.message = message
  }

  complain(sentence: string): void {
    this.message = complaint(sentence)
  }

  #show(model: Model): string | null {
    if (model === this.model) return null
    const before = this.results
    this.results = calculate(model, before)
    return before.model.id === model.id ? movementSentence(before, this.results) : null
  }

  /** The one door for change. Gives the Problem that stops it, after saying so. */
  dispatch(edits: readonly Edit[], label: string, said: string | null = null): Problem | null {
    const next = applySoundly(this.model, edits)
    if (isProblem(next)) {
      this.message = complaint(next.sentence)
      return next
    }
    if (next === this.model) {
      this.message = remark(`${label}: as it was.`)
      return null
    }
    const { problems } = this.results
    const moved = this.#show(next)
    const met = this.results.problems.find(({ sentence }) => !problems.some((known) => known.sentence === sentence))
    const unmoved = said === null ? `${label}. Nothing else moved.` : 'Nothing else moved.'
    const words = [met?.sentence ?? null, said, moved ?? unmoved].filter((each) => each !== null)
    this.message = (met === undefined ? remark : complaint)(words.join(' '))
    this.ledger.push({ act: 'edit', edits, label })
    this.#views.keepUp(true)
    return null
  }

  undo(): void {
    if (!this.canUndo && this.isSettled) {
      this.say(remark('There is nothing to undo.'))
      return
    }
    const taken = this.ledger.takeBack()
    if (taken === null) this.ledger.push({ act: 'undo' })
    else {
      this.navigation.toEdits(taken.edits)
      this.#sayWithMoved(`Undone: ${taken.label}.`)
    }
  }

  redo(): void {
    if (this.canRedo || !this.isSettled) this.ledger.push({ act: 'redo' })
    else this.say(remark('There is nothing to redo.'))
  }

  /** A sentence, followed by what moved on screen with it. */
  #sayWithMoved(sentence: string): void {
    this.message = remark(this.#moved === null ? sentence : `${sentence} ${this.#moved}`)
    this.#moved = null
  }

  #tell(committed: Committed, pending: Pending | null): void {
    const isOwnUndo = pending !== null && pending.act !== 'edit'
    if (isOwnUndo && committed.entry !== null) this.navigation.toEdits(committed.entry.edits, committed.isOfGoing)
    const news = newsOf(committed, pending, this.#options.tab)
    if (news !== null) this.#sayWithMoved(news)
  }
}
