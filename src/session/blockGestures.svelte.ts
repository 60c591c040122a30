// Gestures on many cells: typing into a selection, deleting, filling. Each is one proposal and one step of undo; what could
// not go in is summed up in one sentence and listed on demand.

import { counted } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { shownUnit } from '#model/figure.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import { deedWords, told, type Deed } from './deed.ts'
import { proposeDeletion } from './deletion.ts'
import { proposeEntries, summary, type BlockProposal, type Entry, type Input, type Refusal } from './entries.ts'
import { fillEntries, span, stopBefore, stopsIn, type Axis, type Fill } from './fill.ts'
import type { Layout } from './layout.ts'
import { complaint, remark, type Message, type Question } from './message.ts'
import type { Restating } from './notes/restating.svelte.ts'
import { nameOf, whyLocked, type Target } from './proposal.ts'
import { placesIn, type Block } from './range.ts'
import type { Selection } from './selection.svelte.ts'

/** What these gestures need of the open model. */
export type BlockDoor = {
  readonly results: Results
  readonly layout: Layout
  readonly selection: Selection
  readonly shown: ScenarioId
  readonly view: View
  readonly message: Message | null
  readonly restating: Restating
  readonly dispatch: (edits: readonly Edit[], label: string, said: string | null) => Problem | null
  readonly say: (message: Message) => void
  readonly ask: (question: Question) => void
}

export class BlockGestures {
  /** The cells that took nothing in the last gesture, while they are listed. */
  report: readonly Refusal[] | null = $state.raw(null)
  readonly #door: BlockDoor
  /** The last gesture, to be done again on another selection. */
  #last: (() => void) | null = null
  /** The results in which Delete found inherited numbers only: pressed again, it releases them. */
  #offeredIn: { readonly results: Results; readonly at: string } | null = null

  constructor(door: BlockDoor) {
    this.#door = door
  }

  /** The cell at a place of the layout; null on a heading. */
  targetAt = (line: number, time: number): Target | null => {
    const { layout, shown, view } = this.#door
    const [stop, column] = [layout.lines[line], layout.times[time]]
    if (stop?.kind !== 'line' || column === undefined) return null
    return { shown, line: stop.line, column, unit: shownUnit(stop.line.unit, view.scale) }
  }

  /** The selected cells, headings left out. */
  get targets(): readonly Target[] {
    const { layout, selection } = this.#door
    return [...placesIn(layout, selection.blocks(layout))]
      .map(({ line, time }) => this.targetAt(line, time))
      .filter((target) => target !== null)
  }

  remember(act: () => void): void {
    this.#last = act
  }

  /** There is nothing to do again: the last gesture had its own place. */
  forget(): void {
    this.#last = null
  }

  /** Does the last gesture again, where the selection is now. */
  repeat(): void {
    if (this.#last === null) this.#door.say(remark('There is nothing to repeat yet.'))
    else this.#last()
  }

  /** The same text into every selected cell that takes a number. */
  typeIntoSelection(text: string): void {
    this.remember(() => {
      this.typeIntoSelection(text)
    })
    const { targets } = this
    const open = targets.filter((target) => whyLocked(this.#door.results.model, target) === null)
    const input: Input = text.trim() === '' ? { kind: 'nothing' } : { kind: 'text', text }
    this.enter(
      (open.length > 0 ? open : targets.slice(0, 1)).map((target) => ({ target, input })),
      // The history tells one such step from the next by what was typed.
      { done: 'Typed', label: text.trim() === '' ? 'emptied' : `typed ${text.trim()}` },
    )
  }

  /** Puts entries into their cells, after asking about what looks like a slip. */
  enter(entries: readonly Entry[], deed: Deed, before: readonly Edit[] = []): void {
    this.accept(proposeEntries(this.#door.results, entries), entries[0]?.target ?? null, deed, before)
  }

  accept(proposal: BlockProposal, first: Target | null, deed: Deed, before: readonly Edit[] = []): void {
    const { edits, doubts, refusals } = proposal
    const [refusal] = refusals
    if (edits.length + before.length === 0 && refusal !== undefined && proposal.typed === 0) {
      this.#door.say(complaint(summary(refusals), this.#listing(refusals)))
      return
    }
    const { restating } = this.#door
    const act = (settled: readonly Edit[], more = '', kept: string | null = null): void => {
      const remarks = [deed.remark ?? null, kept].filter((each) => each !== null)
      const label = `${deed.label}${more}`
      const words = { ...deed, label, remark: remarks.length === 0 ? null : remarks.join(' ') }
      this.#dispatch({ ...proposal, edits: settled }, first, words, before)
      deed.onDone?.()
    }
    const confirm = (): void => {
      act(restating.asSlips(edits))
    }
    if (restating.asks({ edits, doubts, act, left: 'Nothing was changed: the reported numbers stay.' })) return
    if (doubts.length === 0) confirm()
    else
      this.#door.ask({
        title: doubts.length === 1 ? 'Please check this number' : `Please check ${doubts.length} of these numbers`,
        sentence: told(doubts),
        confirmLabel: doubts.length === 1 && proposal.typed === 1 ? 'Keep it' : 'Keep them all',
        confirm,
        leaveLabel: 'Leave everything as it was',
        left: 'Nothing was changed.',
      })
  }

  #listing(refusals: readonly Refusal[]): Message['action'] {
    if (refusals.length < 2) return null
    return {
      label: 'List them',
      run: () => {
        this.report = refusals
      },
    }
  }

  #dispatch(proposal: BlockProposal, first: Target | null, deed: Deed, before: readonly Edit[]): void {
    const { results, shown } = this.#door
    const { edits, refusals } = proposal
    if (edits.length + before.length === 0 && refusals.length === 0) {
      this.#door.say(remark('Nothing changed: these cells hold that already.'))
      return
    }
    const { label, said } = deedWords(results, shown, proposal, first, deed)
    const problem = this.#door.dispatch([...before, ...edits], label, said)
    const { message } = this.#door
    if (problem === null && message !== null && refusals.length > 0)
      this.#door.say({ ...message, tone: 'problem', action: this.#listing(refusals) })
  }

  /** Deletes what the shown scenario holds in the selected cells; pressed again, releases what they inherit. */
  deleteSelection(): void {
    const { results, layout, selection } = this.#door
    this.remember(() => {
      this.deleteSelection()
    })
    const at = JSON.stringify(selection.blocks(layout))
    const isAgain = this.#offeredIn?.results === results && this.#offeredIn.at === at
    this.#offeredIn = null
    const edits: Edit[] = []
    let [deleted, inherited] = [0, 0]
    for (const target of this.targets) {
      const proposal = proposeDeletion(results, target)
      if (isProblem(proposal)) continue
      const releases = 'release' in proposal
      if (releases) inherited += 1
      else deleted += 1
      if (!releases || isAgain) edits.push(...(releases ? proposal.release : proposal).edits)
    }
    if (edits.length > 0) {
      const rest = !isAgain && inherited > 0 ? `${counted(inherited, 'number')} inherited from a parent stayed.` : null
      const what = [
        ...(deleted > 0 ? [`${counted(deleted, 'number')} deleted`] : []),
        ...(isAgain && inherited > 0 ? [`${counted(inherited, 'cell')} released`] : []),
      ].join(', ')
      const { restating } = this.#door
      const act = (settled: readonly Edit[], more = '', kept: string | null = null): void => {
        const label = `${what} in ${nameOf(results.model, this.#door.shown)}${more}`
        const words = [rest, kept].filter((each) => each !== null)
        this.#door.dispatch(settled, label, words.length === 0 ? null : words.join(' '))
      }
      const left = 'Nothing was deleted: the reported numbers stay.'
      if (!restating.asks({ edits, doubts: [], act, left })) act(restating.asSlips(edits))
    } else if (inherited > 0) {
      this.#offeredIn = { results, at }
      this.#door.say(
        remark(
          `${counted(inherited, 'number')} here ${inherited === 1 ? 'is' : 'are'} inherited, so nothing was deleted. Press Delete again to use the formulas here in ${nameOf(results.model, this.#door.shown)}.`,
        ),
      )
    } else this.#door.say(remark('Nothing is typed in these cells: there is nothing to delete.'))
  }

  /** The entries a drag of the fill handle would make, for preview and deed alike. */
  fillEntries(fill: Fill): readonly Entry[] {
    return fillEntries(this.#door.results, this.#door.layout, fill, this.targetAt)
  }

  fill(fill: Fill): void {
    this.forget()
    const entries = this.fillEntries(fill)
    if (entries.length > 0) this.enter(entries, { done: 'Filled', label: 'filled' })
    else this.#door.say(remark('There is nothing to fill from here: years and headings are passed over.'))
  }

  /** Ctrl+D and Ctrl+R: each block's first row or column goes into its others; of a single one, what stands before it. */
  fillFromFirst(axis: Axis): void {
    const { layout, selection } = this.#door
    this.remember(() => {
      this.fillFromFirst(axis)
    })
    const entries = selection.blocks(layout).flatMap((block) => this.#fillOfBlock(axis, block))
    if (entries.length > 0) this.enter(entries, { done: 'Filled', label: 'filled' })
    else this.#door.say(remark('There is nothing before this cell to fill from.'))
  }

  #fillOfBlock(axis: Axis, block: Block): readonly Entry[] {
    const { layout } = this.#door
    const lines = [block.firstLine, block.lastLine] as const
    const times = [block.firstTime, block.lastTime] as const
    const [own, others] = axis === 'line' ? [lines, span(times)] : [times, span(lines)]
    return others.flatMap((other) => {
      const [first, ...rest] = stopsIn(layout, axis, own, other)
      const source = first === undefined || rest.length > 0 ? first : stopBefore(layout, axis, first, other)
      return source === undefined || source === null
        ? []
        : this.fillEntries({ axis, source: [source, source], covered: [source, own[1]], others: [other] })
    })
  }
}
