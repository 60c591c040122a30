// Gestures on a cell: typing and deleting. Each becomes a proposal; what a gesture leaves open (a question, a release on
// offer, a text that belongs into the formula bar) is held here until it is answered or something else happens.

import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { columnId } from './column.ts'
import { proposeDeletion } from './deletion.ts'
import { complaint, numberQuestion, remark, type Message, type Question } from './message.ts'
import { Restating } from './notes/restating.svelte.ts'
import { proposeNumber, type Proposal, type Target } from './proposal.ts'

/** What gestures need of the open model. */
export type Door = {
  readonly results: Results
  readonly now: () => string
  readonly dispatch: (edits: readonly Edit[], label: string, said: string | null) => Problem | null
  readonly say: (message: Message) => void
}

/** A text with names in it was typed into a cell: it belongs into the formula of the cell's line. */
export type FormulaOpening = { readonly target: Target; readonly text: string }

const isSameCell = (one: Target, other: Target): boolean =>
  one.shown === other.shown && one.line.id === other.line.id && columnId(one.column) === columnId(other.column)

export class Gestures {
  question = $state.raw<Question | null>(null)
  formulaOpening = $state.raw<FormulaOpening | null>(null)
  readonly restating: Restating
  readonly #door: Door
  /** The cell whose inherited number Delete left alone, and the results it was looked at in. */
  #offer: { readonly target: Target; readonly results: Results } | null = null

  constructor(door: Door) {
    this.#door = door
    this.restating = new Restating(door)
  }

  /** Why a text cannot be typed into a cell, or null; changes nothing. */
  refusalOf(target: Target, text: string): string | null {
    if (text.trim() === '') return null
    const proposal = proposeNumber(this.#door.results, target, text)
    return isProblem(proposal) ? proposal.sentence : null
  }

  /** Types a text into a cell. An empty text is a deletion. */
  typeInto(target: Target, text: string): void {
    if (text.trim() === '') {
      this.deleteAt(target)
      return
    }
    const proposal = proposeNumber(this.#door.results, target, text)
    if (isProblem(proposal)) this.#door.say(complaint(proposal.sentence))
    else if ('opensFormula' in proposal) this.formulaOpening = { target, text: proposal.opensFormula }
    else this.#accept(proposal)
  }

  /** The cursor went elsewhere: the next Delete is a first one. */
  withdrawOffer(): void {
    this.#offer = null
  }

  /** Deletes what the shown scenario holds in a cell; done twice on an inherited number, it releases the cell. */
  deleteAt(target: Target): void {
    const { results } = this.#door
    const offer = this.#offer
    this.#offer = null
    const proposal = proposeDeletion(results, target)
    if (isProblem(proposal)) this.#door.say(complaint(proposal.sentence))
    else if (!('release' in proposal)) this.#accept(proposal)
    else if (offer !== null && offer.results === results && isSameCell(offer.target, target))
      this.#accept(proposal.release)
    else {
      this.#offer = { target, results }
      const { release } = proposal
      this.#door.say(
        remark(proposal.sentence, {
          label: 'Release',
          run: () => {
            this.#accept(release)
          },
        }),
      )
    }
  }

  #accept({ edits, label, remark: said, doubt }: Proposal): void {
    const act = (settled: readonly Edit[], more: string, kept: string | null): void => {
      const words = [said, kept].filter((each) => each !== null)
      this.#door.dispatch(settled, `${label}${more}`, words.length === 0 ? null : words.join(' '))
    }
    const confirm = (): void => {
      act(this.restating.asSlips(edits), '', null)
    }
    const doubts = doubt === null ? [] : [doubt]
    if (this.restating.asks({ edits, doubts, act, left: 'The reported number stays as it was.' })) return
    if (doubt === null) confirm()
    else this.question = numberQuestion(doubt, confirm)
  }
}
