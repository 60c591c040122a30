// The open model: what is shown, what is selected, and the one door for change. A gesture becomes a proposal, a proposal
// edits; they are applied and recalculated at once, and the ledger writes them behind the screen's back.

import { movementSentence } from '#analysis/movement.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { allLines, baseOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { FailedCheck } from '#analysis/checks.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import type { Committed, OpenedModel, Store } from '#store/store.ts'
import { readColumnId, type ColumnId } from './column.ts'
import { Ledger, type Pending } from './ledger.svelte.ts'
import { complaint, remark, type Message, type Question } from './message.ts'
import { firstSelection } from './firstView.ts'
import type { Selection } from './selection.ts'
import { proposeDeletion, proposeNumber, type Proposal, type Target } from './proposal.ts'

type OpenModelOptions = {
  readonly store: Store
  readonly opened: OpenedModel
  readonly tab: string
  readonly now: () => string
}

export class OpenModel {
  results: Results = $state.raw() as Results
  view: View = $state.raw() as View
  selection = $state.raw<Selection | null>(null)
  message = $state.raw<Message | null>(null)
  question = $state.raw<Question | null>(null)
  /** A text typed into a cell that belongs into the formula bar; the bar takes it from here. */
  formulaDraft = $state.raw<string | null>(null)
  backedUpAt = $state.raw<string | null>(null)
  /** Counts the times the keyboard was sent back to the sheet, which listens. */
  sheetCalls = $state(0)
  readonly ledger: Ledger
  readonly #options: OpenModelOptions
  /** The cell whose inherited number Delete left alone, and what a second Delete would do. */
  #releaseOffer: { readonly selection: Selection; readonly release: Proposal } | null = null

  constructor(options: OpenModelOptions) {
    this.#options = options
    const { model, cursor, view, backedUpAt } = options.opened
    this.results = calculate(model)
    this.view = view
    this.selection = firstSelection(model)
    this.backedUpAt = backedUpAt
    this.ledger = new Ledger({
      store: options.store,
      opened: { model, cursor },
      tab: options.tab,
      now: options.now,
      onModel: (next) => {
        this.#show(next)
      },
      onCommitted: (committed, pending) => {
        this.#tell(committed, pending)
      },
      onRefused: (problem) => {
        this.message = complaint(problem.sentence)
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
    const line = this.selection?.line
    return allLines(this.model).find(({ id }) => id === line) ?? null
  }

  get target(): Target | null {
    const line = this.selectedLine
    const column = this.selection === null ? null : readColumnId(this.selection.column)
    return line === null || column === null ? null : { shown: this.shown, line, column }
  }

  get canUndo(): boolean {
    return this.ledger.opened.cursor.undo !== null
  }

  get canRedo(): boolean {
    return this.ledger.opened.cursor.redo !== null
  }

  close(): void {
    this.ledger.close()
  }

  look(change: Partial<View>): void {
    this.view = { ...this.view, ...change }
    void this.#options.store.saveView(this.model.id, this.view).then((problem) => {
      if (isProblem(problem)) this.message = complaint(problem.sentence)
    })
  }

  select(selection: Selection | null): void {
    this.selection = selection
  }

  /** Sends the keyboard back to the selected cell, after a dialog or the formula bar. */
  returnToSheet(): void {
    this.sheetCalls += 1
  }

  /** Selects the place of a problem, in the scenario it is in, and says its sentence. */
  goTo({ place, sentence }: Problem): void {
    if (place.at === 'formula' || place.at === 'cell') this.look({ scenario: place.scenario })
    if ('line' in place) this.#goToCell(place.line, place.at === 'cell' ? place.quarter : 'label')
    this.complain(sentence)
  }

  goToCheck({ scenario, line, quarter, sentence }: FailedCheck): void {
    this.look({ scenario })
    this.#goToCell(line, quarter)
    this.complain(sentence)
  }

  #goToCell(line: LineId, column: ColumnId): void {
    const section = allLines(this.model).find(({ id }) => id === line)?.section
    this.look({ foldedSections: this.view.foldedSections.filter((each) => each !== section) })
    this.selection = { line, column }
    this.returnToSheet()
  }

  complain(sentence: string): void {
    this.message = complaint(sentence)
  }

  /** Why a text cannot be typed into a cell, or null; changes nothing. */
  refusalOf(target: Target, text: string): string | null {
    const proposal = proposeNumber(this.results, target, text)
    return isProblem(proposal) ? proposal.sentence : null
  }

  #show(model: Model): string | null {
    if (model === this.model) return null
    const before = this.results
    this.results = calculate(model, before)
    return before.model.id === model.id ? movementSentence(before, this.results) : null
  }

  /** The one door for change. Gives the Problem that stops it, after saying so. */
  dispatch(edits: readonly Edit[], label: string, said: string | null = null): Problem | null {
    const next = applyEdits(this.model, edits)
    if (isProblem(next)) {
      this.message = complaint(next.sentence)
      return next
    }
    const moved = this.#show(next)
    this.message = remark([said, moved ?? `${label}. Nothing else moved.`].filter((each) => each !== null).join(' '))
    this.ledger.push({ act: 'edit', edits, label })
    return null
  }

  undo(): void {
    this.ledger.push({ act: 'undo' })
  }

  redo(): void {
    this.ledger.push({ act: 'redo' })
  }

  #tell(committed: Committed, pending: Pending | null): void {
    const { entry, foreign } = committed
    if (pending !== null && pending.act !== 'edit' && entry !== null) {
      const elsewhere =
        committed.madeBy !== null && committed.madeBy !== this.#options.tab ? ', made in another tab' : ''
      this.message = remark(`${pending.act === 'undo' ? 'Undone' : 'Redone'}${elsewhere}: ${entry.label}.`)
    } else if (foreign.length > 0) {
      const last = foreign.at(-1)
      this.message = remark(`Another tab changed this model: ${last?.label ?? ''}.`)
    }
  }

  /** Types a text into a cell, as a keystroke does. Gives the Problem that refuses it, for the editor to show. */
  typeInto(target: Target, text: string): Problem | null {
    const proposal = proposeNumber(this.results, target, text)
    if (isProblem(proposal)) {
      this.message = complaint(proposal.sentence)
      return proposal
    }
    if ('opensFormula' in proposal) {
      this.formulaDraft = proposal.opensFormula
      return null
    }
    this.#accept(proposal)
    return null
  }

  #accept(proposal: Proposal): void {
    const confirm = (): void => {
      this.dispatch(proposal.edits, proposal.label, proposal.remark)
    }
    if (proposal.doubt === null) confirm()
    else this.question = { sentence: proposal.doubt, confirmLabel: 'Keep it', confirm }
  }

  /** Delete on the selected cell; a second Delete on an inherited number releases it. */
  deleteSelected(): void {
    const { target, selection } = this
    if (target === null || selection === null) return
    const offer = this.#releaseOffer
    this.#releaseOffer = null
    if (offer !== null && offer.selection.line === selection.line && offer.selection.column === selection.column) {
      this.#accept(offer.release)
      return
    }
    const proposal = proposeDeletion(this.results, target)
    if (isProblem(proposal)) this.message = complaint(proposal.sentence)
    else if ('release' in proposal) {
      const { release } = proposal
      this.#releaseOffer = { selection, release }
      this.message = remark(proposal.sentence, {
        label: 'Release',
        run: () => {
          this.#releaseOffer = null
          this.#accept(release)
        },
      })
    } else this.#accept(proposal)
  }
}
