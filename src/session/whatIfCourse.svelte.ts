// What is asked on the Pacing screen, and what came of it: a preview that is nowhere kept.

import type { Commitment, Reading } from '#model/commitment.ts'
import type { Asked } from './whatIf.ts'
import type { Preview } from './whatIfLane.ts'

export class WhatIfCourse {
  asked = $state.raw<Asked | null>(null)
  /** What came of it, a frame later at most; the burn-up draws it. */
  preview = $state.raw<Preview | null>(null)
  /** Whether the dialog that keeps it is open. */
  isBeingKept = $state(false)
  /** The slider that a command sends the keyboard to. */
  called = $state.raw<Asked['of'] | null>(null)
  /** The commitment and reading it is asked of. */
  #about = ''

  ask(asked: Asked): void {
    this.asked = asked
  }

  reset(): void {
    this.asked = null
    this.preview = null
    this.isBeingKept = false
  }

  /** What was asked of another commitment or reading is asked no more. */
  turnTo(commitment: Commitment, reading: Reading): void {
    const about = `${commitment.id} ${reading.id}`
    if (about !== this.#about) this.reset()
    this.#about = about
  }
}
