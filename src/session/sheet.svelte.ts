// The Sheet is the open model as it lies under the hand: how it is laid out, what is selected, and the gestures on what is
// selected. The drawn sheet follows it.

import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isPaced, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import { BlockGestures } from './blockGestures.svelte.ts'
import { Clipboard } from './clipboard.svelte.ts'
import type { ColumnId } from './column.ts'
import { Course } from './course.ts'
import { valueAt } from './cellValue.ts'
import { span } from './fill.ts'
import { Find } from './find.svelte.ts'
import type { Pointing } from './formula/pointing.ts'
import type { Gestures } from './gestures.svelte.ts'
import { layoutOf, unfolded, type Cell, type Layout, type Place } from './layout.ts'
import { remark, type Message, type Question } from './message.ts'
import { notedCells } from './noteEdit.ts'
import type { Restating } from './notes/restating.svelte.ts'
import type { Lack } from './notes/unchecked.ts'
import { whyLocked, type Target } from './proposal.ts'
import { rangeOf } from './range.ts'
import type { Screen } from './screen.ts'
import { firstCursor, Selection } from './selection.svelte.ts'
import { TimeGestures } from './time/timeGestures.svelte.ts'
import type { Tint } from './tint.ts'
import { Trail } from './trace/trail.svelte.ts'

/** What the sheet needs of the open model. */
export type SheetDoor = {
  readonly model: Model
  readonly results: Results
  readonly shown: ScenarioId
  readonly view: View
  readonly target: Target | null
  readonly message: Message | null
  readonly gestures: Gestures
  readonly look: (change: Partial<View>) => void
  readonly dispatch: (edits: readonly Edit[], label: string, said: string | null) => Problem | null
  readonly say: (message: Message) => void
  readonly ask: (question: Question) => void
}

export class Sheet {
  readonly #door: SheetDoor
  readonly selection: Selection
  readonly blocks: BlockGestures
  readonly clipboard: Clipboard
  readonly find: Find
  readonly time: TimeGestures
  readonly course = new Course()
  /** The way the last walk from cell to cell took. */
  readonly trail = new Trail()
  /** References of the formula being edited; empty while none is. */
  formulaTints = $state.raw<readonly Tint[]>([])
  /** What the selected cell is made of and what is made of it, while the trace is shown. */
  traceTints = $state.raw<readonly Tint[]>([])
  /** The formula that may be written, which then takes the lines that are pressed. */
  pointing: Pointing | null = null
  /** What the marks over reported numbers are for, while they are shown. */
  lack: Lack = $state('check')
  /** The drawn sheet, while there is one. */
  screen: Screen | null = null
  readonly layout: Layout = $derived.by(() => layoutOf(this.#door.model, this.#door.view))

  constructor(door: SheetDoor, tab: string) {
    this.#door = door
    this.selection = new Selection(firstCursor(door.model), () => {
      door.gestures.withdrawOffer()
    })
    this.blocks = new BlockGestures(this)
    this.time = new TimeGestures(door, this)
    let copies = 0
    this.clipboard = new Clipboard(this, this.blocks, () => `${tab} ${(copies += 1)}`)
    this.find = new Find(
      () => door,
      ({ cell }) => {
        this.reveal(cell)
      },
    )
  }

  get results(): Results {
    return this.#door.results
  }

  get shown(): ScenarioId {
    return this.#door.shown
  }

  get view(): View {
    return this.#door.view
  }

  get message(): Message | null {
    return this.#door.message
  }

  dispatch(edits: readonly Edit[], label: string, said: string | null): Problem | null {
    return this.#door.dispatch(edits, label, said)
  }

  say(message: Message): void {
    this.#door.say(message)
  }

  ask(question: Question): void {
    this.#door.ask(question)
  }

  get restating(): Restating {
    return this.#door.gestures.restating
  }

  /** Why nothing can be typed where the cursor stands, or null. */
  whyNotTyped(): string | null {
    const { target, model } = this.#door
    return target === null ? 'Select a quarter, or the constant, to type a number.' : whyLocked(model, target)
  }

  /** Whether the cell at a place shows anything. */
  isFilled({ line, time }: Place): boolean {
    const target = this.blocks.targetAt(line, time)
    return target !== null && !Number.isNaN(valueAt(this.results, target))
  }

  /** Unfolds what a cell is folded away in. */
  unfold(...cells: readonly Cell[]): void {
    for (const cell of cells) {
      const change = unfolded(this.#door.model, this.view, cell)
      if (Object.keys(change).length > 0) this.#door.look(change)
    }
  }

  /** Selects a cell and scrolls to it, unfolded; the keyboard stays where it is. */
  reveal(cell: Cell): void {
    this.revealRange(cell, cell)
  }

  revealRange(first: Cell, last: Cell): void {
    this.unfold(first, last)
    this.selection.choose([rangeOf(first, last)])
    this.screen?.follow()
  }

  /** The column to stand in on a line: the constant's own, else the cursor's, else the last actual. */
  columnOn(line: LineItem | undefined): ColumnId {
    if (line?.kind === 'constant') return 'constant'
    const column = this.selection.cursor?.column ?? 'constant'
    const { lastActual, timeline } = this.#door.model
    return column === 'constant' ? (lastActual ?? timeline.first) : column
  }

  toggleSection(section: string): void {
    const { foldedSections } = this.view
    const isFolded = foldedSections.includes(section)
    this.#door.look({
      foldedSections: isFolded ? foldedSections.filter((each) => each !== section) : [...foldedSections, section],
    })
    this.settle()
  }

  /** Moves the cursor off what was folded away under it. */
  settle(): void {
    this.selection.settle(this.layout)
    this.screen?.follow()
  }

  /** Fills every selected block on to the last quarter. */
  fillToEnd(): void {
    const { layout, selection } = this
    const [block] = selection.blocks(layout)
    if (block === undefined) return
    this.blocks.fill({
      axis: 'time',
      source: [block.firstTime, block.lastTime],
      covered: [block.firstTime, layout.times.length - 1],
      others: span([block.firstLine, block.lastLine]),
    })
    this.blocks.remember(() => {
      this.fillToEnd()
    })
  }

  /** Whether the cursor's cell, or any selected one, can have a note; says why where it cannot. */
  canNote(): boolean {
    const { target, model } = this.#door
    if (this.selection.isSeveral(this.layout) && notedCells(model, this.blocks.targets).length > 0) return true
    const why =
      target === null || target.column.kind === 'year'
        ? 'A note belongs to one quarter of one line: select its cell.'
        : target.line.kind === 'constant'
          ? `${target.line.label} is one number for all quarters, and its line’s description tells of it.`
          : isPaced(model, target.line.id)
            ? `${target.line.label} is computed from the commitment, which has a note of its own.`
            : null
    if (why !== null) this.say(remark(why))
    return why === null
  }
}
