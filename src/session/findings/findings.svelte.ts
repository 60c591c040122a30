// The findings of the open model, found behind the screen's back: a while after the last change, and some milliseconds at a time, so that no
// keystroke waits for them. Until they are found anew, those found last stand; they can be read and gone to, but are of a model that is no
// more, and what would mend them waits.

import { isSame } from '#base/same.ts'
import { findingSteps } from '#analysis/finding/findings.ts'
import type { Finding } from '#analysis/finding/finding.ts'
import type { Results } from '#engine/results.ts'
import { allLines, lineOf, type Model } from '#model/model.ts'
import type { Edit } from '#model/edit.ts'
import type { Problem } from '#model/problem.ts'
import type { FormulaDraft, View } from '#model/view.ts'
import { remark, complaint, type Message } from '../message.ts'
import type { Restating } from '../notes/restating.svelte.ts'
import type { Sheet } from '../sheet.svelte.ts'
import type { LineGestures } from '../lines/lineGestures.svelte.ts'
import type { Navigation } from '../navigation.ts'
import { listOf, type FindingList } from './findingList.ts'
import { mendEdits, mendLabel, waiveEdit } from './findingDeeds.ts'

/** What the findings need of the open model. */
type Door = {
  readonly model: Model
  readonly view: View
  readonly sheet: Sheet
  readonly lines: LineGestures
  readonly navigation: Navigation
  readonly gestures: { readonly restating: Restating }
  readonly look: (change: Partial<View>) => void
  readonly say: (message: Message) => void
  readonly dispatch: (edits: readonly Edit[], label: string, said?: string | null) => Problem | null
  isPanelCalled: boolean
}

/** What was found, and in what. */
type Found = {
  readonly all: readonly Finding[]
  readonly model: Model
  readonly drafts: readonly FormulaDraft[]
}

/** Whether the same is found in two models: only what is waived may differ, and each other part is the very same. */
const isAlike = (one: Model, other: Model): boolean =>
  (Object.keys(one) as (keyof Model)[]).every((part) => part === 'waivers' || one[part] === other[part])

const calmMs = 150 // typing goes on faster than this
const sliceMs = 6 // of a frame's 16, so that scrolling and typing stay smooth

export class Findings {
  #found = $state.raw<Found | null>(null)
  /** The finding that was last gone to. */
  current = $state.raw<string | null>(null)
  readonly #door: Door
  #cancel: (() => void) | null = null
  /** Where in the list the finding last gone to stands, or stood. */
  #place = 0

  constructor(door: Door) {
    this.#door = door
  }

  /** Null until they are found for the first time. */
  get all(): readonly Finding[] | null {
    return this.#found?.all ?? null
  }

  /** Whether what is shown is of the model as it stands. */
  get isFresh(): boolean {
    return this.#isOf(this.#door.model, this.#door.view.formulaDrafts)
  }

  #isOf(model: Model, drafts: readonly FormulaDraft[]): boolean {
    const found = this.#found
    return found !== null && isAlike(found.model, model) && isSame(found.drafts, drafts)
  }

  get list(): FindingList {
    return listOf(this.all ?? [], this.#door.model)
  }

  /** Begins to look for findings, where they are not found already; gives what leaves off. */
  follow(results: Results, drafts: readonly FormulaDraft[]): () => void {
    this.#cancel?.()
    if (this.#isOf(results.model, drafts)) return () => undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const steps = findingSteps(results, drafts)
    const slice = (): void => {
      const until = performance.now() + sliceMs
      do {
        const step = steps.next()
        if (step.done !== true) continue
        this.#found = { all: step.value, model: results.model, drafts }
        return
      } while (performance.now() < until)
      timer = setTimeout(slice)
    }
    timer = setTimeout(slice, calmMs)
    const cancel = (): void => {
      clearTimeout(timer)
    }
    this.#cancel = cancel
    return cancel
  }

  /** Selects the place of a finding, in its scenario. The keyboard stays where it is unless it is sent along. */
  show({ id, place, sentence }: Finding, takesKeyboard: boolean): void {
    const door = this.#door
    this.current = id
    this.#place = Math.max(
      this.list.open.findIndex((each) => each.id === id),
      0,
    )
    const line = allLines(door.model).find((each) => each.id === place.line)
    if (line !== undefined) {
      const isThere = door.view.screen === 'sheet' && place.scenario === door.view.scenario
      if (!isThere) door.look({ screen: 'sheet', scenario: place.scenario })
      const cell = { line: line.id, column: place.quarter ?? door.sheet.columnOn(line) }
      if (takesKeyboard) door.navigation.toCell(cell, place.scenario)
      else door.sheet.reveal(cell)
    }
    door.say(complaint(sentence))
  }

  /** The next finding in the list's order, or the one before; round at its ends. */
  step(by: 1 | -1): void {
    const { open } = this.list
    // Where the one gone to was mended, the next has moved into its place.
    const found = open.findIndex(({ id }) => id === this.current)
    const at = found < 0 && by === 1 ? this.#place - 1 : found < 0 ? this.#place : found
    const next = open[(at + by + open.length) % Math.max(open.length, 1)]
    if (next !== undefined) this.show(next, true)
    else
      this.#door.say(
        remark(
          this.all === null ? 'The findings are still being looked for.' : 'Nothing is wrong that could be gone to.',
        ),
      )
  }

  /** Mends a finding as it suggests; opens the dialog where only the user can say how. A mending is of the model it was found in. */
  mend(finding: Finding, openNote: () => void): void {
    const door = this.#door
    const { mending } = finding
    if (mending === null) return
    if (!this.isFresh || this.all?.includes(finding) !== true) {
      door.say(
        complaint('The model has changed since this was found, and is being looked through again. Try in a moment.'),
      )
      return
    }
    if (mending.by === 'edits') {
      this.#mendBy(mending.edits, mendLabel(door.model, finding))
      return
    }
    this.show(finding, false)
    if (mending.by === 'note') openNote()
    else if (mending.by === 'lift') door.lines.dialog = { kind: 'lift', line: lineOf(door.model, finding.place.line) }
    else {
      door.look({ panel: 'line' })
      door.isPanelCalled = true
    }
  }

  /** A number that was reported is asked about as if it were typed. */
  #mendBy(edits: readonly Edit[], label: string): void {
    const door = this.#door
    const { restating } = door.gestures
    const settled = mendEdits(door.model, edits)
    const act = (answered: readonly Edit[], more: string, said: string | null): void => {
      door.dispatch(answered, `${label}${more}`, said)
    }
    const left = 'Nothing is mended: the reported numbers stay.'
    if (!restating.asks({ edits: settled, doubts: [], act, left })) act(restating.asSlips(settled), '', null)
  }

  /** Waives a finding with a reason; without one says what is missing. */
  waive(finding: Finding, reason: string, at: string): boolean {
    const door = this.#door
    if (reason.trim() === '') {
      door.say(complaint('Say why it needs no mending: the reason stands beside it for whoever looks next.'))
      return false
    }
    const edit = waiveEdit(door.model, finding, reason.trim(), at)
    return door.dispatch([edit], `Waived: ${finding.sentence}`) === null
  }

  takeBack(finding: Finding): void {
    const at = this.#door.model.waivers.findIndex(({ id }) => id === finding.id)
    this.#door.dispatch([{ kind: 'waive', id: finding.id, waiver: null, at }], `Waiver taken back: ${finding.sentence}`)
  }
}
