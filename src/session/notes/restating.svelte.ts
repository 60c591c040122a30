// Restating is the question behind a reported number that is about to change: restated, for what reason, or a slip put right.
// It is asked once for all the numbers of a gesture, together with what is doubtful about them; nothing is done before.

import { counted } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { remark, type Message } from '../message.ts'
import { answered, restatementsIn, type RestatedAnswer, type Restatement } from './restatement.ts'

/** What it needs of the open model. */
export type RestatingDoor = {
  readonly results: Results
  readonly now: () => string
  readonly say: (message: Message) => void
}

/** A gesture that waits for the answer. */
type Waiting = {
  readonly edits: readonly Edit[]
  /** What looks like a slip in it, as sentences. */
  readonly doubts: readonly string[]
  /** Does it, with the edits as answered; `more` goes behind its label, and a sentence to what is said. */
  readonly act: (edits: readonly Edit[], more: string, said: string | null) => void
  /** Said where it is left. */
  readonly left: string
}

export type AskedRestating = Waiting & { readonly restatements: readonly Restatement[] }

/** Whoever puts many slips right is not asked for so long, nor is who mends what was just typed. */
const restInMilliseconds = 600_000

/** A number as it was typed here, and until when it is fresh: another in its place is a slip of the hand put right. */
type Fresh = Pick<Restatement, 'quarter'> & { readonly line: string; readonly value: number; readonly until: number }

export class Restating {
  asked: AskedRestating | null = $state.raw(null)
  readonly #door: RestatingDoor
  #slipsUntil = 0
  #fresh: readonly Fresh[] = []

  constructor(door: RestatingDoor) {
    this.#door = door
  }

  /** Asks about the reported numbers that a gesture changes. False where nothing is to be asked: then it is done with `asSlips`. */
  asks(waiting: Waiting): boolean {
    if (Date.parse(this.#door.now()) < this.#slipsUntil) return false
    const restatements = restatementsIn(this.#door.results.model, waiting.edits)
    if (restatements.every((each) => this.#isFresh(each))) return false
    this.asked = { ...waiting, restatements }
    return true
  }

  /** The edits of a gesture that was not asked about. */
  asSlips(edits: readonly Edit[]): readonly Edit[] {
    this.#remember(edits)
    return answered(this.#door.results.model, edits, { kind: 'slip' })
  }

  /** Keeps the numbers as earlier values, for a reason. */
  restate(reason: string): void {
    this.#answer({ kind: 'restated', reason, at: this.#door.now() }, ', restated')
  }

  /** Puts slips right; with `areMore` without asking about those of the next ten minutes. */
  correct(areMore: boolean): void {
    if (areMore) this.#slipsUntil = Date.parse(this.#door.now()) + restInMilliseconds
    this.#answer({ kind: 'slip' }, '')
  }

  leave(): void {
    const { asked } = this
    this.asked = null
    if (asked !== null) this.#door.say(remark(asked.left))
  }

  #isFresh({ line, quarter, was }: Restatement): boolean {
    const now = Date.parse(this.#door.now())
    return this.#fresh.some(
      (each) => each.line === line.id && each.quarter === quarter && each.value === was && now < each.until,
    )
  }

  #remember(edits: readonly Edit[]): void {
    const now = Date.parse(this.#door.now())
    const typed = edits.flatMap((edit): readonly Fresh[] =>
      edit.kind === 'enter' && typeof edit.entry === 'number'
        ? [{ line: edit.line, quarter: edit.quarter, value: edit.entry, until: now + restInMilliseconds }]
        : [],
    )
    // One at a time is typed; many at once are pasted, filled or entered.
    if (typed.length === 1) this.#fresh = [...this.#fresh.filter(({ until }) => now < until), ...typed]
  }

  #answer(answer: RestatedAnswer, more: string): void {
    const { asked } = this
    this.asked = null
    // The model may have moved on in another tab: what stands in it now is what is restated.
    if (asked === null) return
    if (answer.kind === 'slip') this.#remember(asked.edits)
    const said = answer.kind === 'restated' ? keptText(asked.restatements.length) : null
    asked.act(answered(this.#door.results.model, asked.edits, answer), more, said)
  }
}

const keptText = (count: number): string =>
  count === 1
    ? 'The old number is kept as an earlier value.'
    : `${counted(count, 'old number')} are kept as earlier values.`

/** `A reported number changes`, `12 reported numbers are deleted`. */
export const restatingTitle = ({ restatements }: AskedRestating): string => {
  const isOne = restatements.length === 1
  const subject = isOne ? 'A reported number' : counted(restatements.length, 'reported number')
  if (restatements.every(({ is }) => is === null)) return `${subject} ${isOne ? 'is' : 'are'} deleted`
  return `${subject} ${isOne ? 'changes' : 'change'}`
}
