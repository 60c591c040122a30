// Gestures on lines and sections as they are selected in the sheet. Each becomes a deed that is dispatched at once, or opens
// the dialog that asks what is still to be said.

import type { Edit } from '#model/edit.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { View } from '#model/view.ts'
import type { EditDeed } from '../editDeed.ts'
import { headingId, type Cell } from '../layout.ts'
import { complaint, remark, type Message } from '../message.ts'
import type { Sheet } from '../sheet.svelte.ts'
import { chosenLines } from './chosenLines.ts'
import type { Neighbour } from './insertion.ts'
import type { LineDialog } from './lineDialog.ts'
import { proposeDrop, proposeStep, type DropPlace } from './lineMove.ts'
import { expandedProblem } from './lineName.ts'
import type { MissingLine } from './missingLine.ts'
import { isGrave, lineRemovalOf, proposeLineRemoval, type LineRemoval } from './lineRemoval.ts'
import { liftableConstants } from '#analysis/literal.ts'
import { linesIn } from './placing.ts'
import { contentsText, proposeSectionMove, proposeSectionRemoval } from './section.ts'

/** What gestures on lines need of the open model. */
export type LineDoor = {
  readonly model: Model
  readonly view: View
  readonly sheet: Sheet
  readonly selectedLine: LineItem | null
  readonly dispatch: (edits: readonly Edit[], label: string, said: string | null) => Problem | null
  readonly look: (change: Partial<View>) => void
  readonly say: (message: Message) => void
}

/** A field of the Line panel that the keyboard is sent to. */
export type LineField = 'label' | 'key'

export class LineGestures {
  dialog = $state.raw<LineDialog | null>(null)
  /** The field of the Line panel that the keyboard was sent to; the panel takes it once it is there. */
  calledField = $state.raw<LineField | null>(null)
  readonly #door: LineDoor

  constructor(door: LineDoor) {
    this.#door = door
  }

  /** The selected lines in the sheet's order. */
  get lines(): readonly LineItem[] {
    const { selection, layout } = this.#door.sheet
    return chosenLines(selection, layout).lines
  }

  /** The section on whose heading the cursor stands; null where lines are selected. */
  get heading(): string | null {
    const { selection, layout } = this.#door.sheet
    return chosenLines(selection, layout).heading
  }

  /** Whether a whole line or a heading is selected, so that its name is what would be edited. */
  get standsOnName(): boolean {
    return this.heading !== null || this.#door.sheet.selection.ranges.at(-1)?.isWholeLines === true
  }

  /** Dispatches a deed; says why where it cannot be. */
  does(deed: EditDeed | Problem): boolean {
    const door = this.#door
    if (isProblem(deed)) {
      door.say(complaint(deed.sentence))
      return false
    }
    if (deed.edits.length === 0) return true
    return door.dispatch(deed.edits, deed.label, deed.said) === null
  }

  /** Shows the cursor where it now stands, unfolded, and keeps what is selected. */
  #follow(): void {
    const { sheet } = this.#door
    const { cursor } = sheet.selection
    if (cursor !== null) sheet.unfold(cursor)
    sheet.screen?.follow()
  }

  neighbour(side: 'above' | 'below'): Neighbour {
    const section = this.heading
    if (section !== null) return { is: 'heading', section }
    const lines = this.lines
    const line = side === 'above' ? lines[0] : lines.at(-1)
    return line === undefined ? { is: 'none' } : { is: 'line', line, side }
  }

  openNew(side: 'above' | 'below'): void {
    this.dialog = { kind: 'new', neighbour: this.neighbour(side), missing: null }
  }

  /** Asks for the line that a formula lacks, below the one whose formula it is. */
  openMissing(missing: MissingLine, line: LineItem): void {
    this.dialog = { kind: 'new', neighbour: { is: 'line', line, side: 'below' }, missing }
  }

  /** One step up or down: the selected lines, or the section whose heading is selected. */
  step(by: -1 | 1): void {
    const { model } = this.#door
    const section = this.heading
    const ids = this.lines.map(({ id }) => id)
    if (this.does(section === null ? proposeStep(model, ids, by) : proposeSectionMove(model, section, by)))
      this.#follow()
  }

  drop(ids: readonly LineId[], place: DropPlace): void {
    if (this.does(proposeDrop(this.#door.model, ids, place))) this.#follow()
  }

  /** Opens a dialog about the line the cursor is on, unless it comes from a commitment. */
  #openFor(line: LineItem | null, dialog: (line: LineItem) => LineDialog): void {
    const { model } = this.#door
    const fixed = line === null ? null : expandedProblem(model, line)
    if (line === null) this.#door.say(remark('Select a cell of the line first.'))
    else if (fixed !== null) this.#door.say(complaint(fixed.sentence))
    else this.dialog = dialog(line)
  }

  openDuplicate(): void {
    this.#openFor(this.#door.selectedLine, (line) => ({ kind: 'duplicate', line }))
  }

  openToSection(): void {
    const { lines } = this
    this.#openFor(lines[0] ?? null, () => ({ kind: 'to section', lines }))
  }

  openLift(): void {
    const { selectedLine: line, model } = this.#door
    if (line === null) this.#door.say(remark('Select a cell of the line first.'))
    else if (liftableConstants(model, line).length === 0)
      this.#door.say(remark(`No number in a formula of ${line.label} could be a line of its own.`))
    else this.dialog = { kind: 'lift', line }
  }

  /** Deletes the selected lines, or the section whose heading is selected; asks first where anything is lost or breaks. */
  remove(): void {
    const section = this.heading
    if (section !== null) {
      this.#removeSection(section)
      return
    }
    const ids = this.lines.map(({ id }) => id)
    const removal = lineRemovalOf(this.#door.model, ids)
    if (isProblem(removal)) this.#door.say(complaint(removal.sentence))
    else if (isGrave(removal)) this.dialog = { kind: 'delete', lines: ids }
    else this.removeLines(removal, false)
  }

  removeLines(removal: LineRemoval, isInlined: boolean): boolean {
    const { sheet, model } = this.#door
    const next = this.#cellAfter(removal.lines)
    if (!this.does(proposeLineRemoval(model, removal, isInlined))) return false
    if (next !== null) sheet.reveal(next)
    this.#follow()
    return true
  }

  /** Where the cursor goes once lines are gone: to what then stands in the place of the first. */
  #cellAfter(lines: readonly LineItem[]): Cell | null {
    const { sheet } = this.#door
    const { layout, selection } = sheet
    const at = layout.lineAt.get(lines[0]?.id ?? '') ?? 0
    const isLeft = ({ id }: { readonly id: string }): boolean => !lines.some((line) => line.id === id)
    const stop = layout.lines.slice(at).find(isLeft) ?? layout.lines.slice(0, at).findLast(isLeft)
    return stop === undefined ? null : { line: stop.id, column: selection.cursor?.column ?? 'constant' }
  }

  #removeSection(section: string): void {
    const { model } = this.#door
    const isKept = !model.sections.includes(section) || model.sections.length === 1
    if (!isKept && contentsText(model, section) !== '') this.dialog = { kind: 'delete section', section }
    else if (this.does(proposeSectionRemoval(model, section, null))) this.#follow()
  }

  /** Sends the keyboard to the name: of a line in the panel, of a section in its dialog. */
  rename(field: LineField = 'label'): void {
    const { selectedLine: line, model } = this.#door
    const section = this.heading
    const fixed = line === null ? null : expandedProblem(model, line)
    if (section !== null) this.openSection(section)
    else if (line === null) this.#door.say(remark('Select a cell of the line first.'))
    else if (fixed !== null) this.#door.say(complaint(fixed.sentence))
    else {
      this.#door.look({ panel: 'line', isPanelHidden: false, screen: 'sheet' })
      this.calledField = field
    }
  }

  openSection(section: string | null): void {
    const { model } = this.#door
    if (section !== null && !model.sections.includes(section))
      this.#door.say(complaint(`${section} belongs to a commitment and is called after its section: rename that one.`))
    else this.dialog = { kind: 'section', section, after: this.heading ?? this.lines[0]?.section ?? null }
  }

  /** What in the view goes by the old name: folded sections keep both, so that an undo finds its own. */
  followSectionName(from: string, to: string): void {
    const { view, sheet } = this.#door
    if (view.foldedSections.includes(from)) this.#door.look({ foldedSections: [...view.foldedSections, to] })
    const { cursor } = sheet.selection
    if (cursor?.line === headingId(from)) sheet.selection.put({ ...cursor, line: headingId(to) })
  }

  /** Enter on the heading of a section without lines adds its first one. */
  isEmptySection(section: string): boolean {
    const { model } = this.#door
    return (
      model.sections.includes(section) && linesIn(model, section).length === 0 && contentsText(model, section) === ''
    )
  }
}
