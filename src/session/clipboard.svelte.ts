// The Clipboard: what copy, cut and paste do to the open model. The browser's clipboard itself is the grid's business; here a
// selection becomes texts, and what comes back becomes entries.

import { htmlOf, tsvOf, type CopiedCell } from '#exchange/block.ts'
import { copiedText, type Copied } from '#exchange/copied.ts'
import type { Edit } from '#model/edit.ts'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { counted, type BlockDoor, type BlockGestures } from './blockGestures.svelte.ts'
import { areaOf, copiedCell, copiedOf, lineName, timeName, type Area } from './copying.ts'
import { proposeDeletion } from './deletion.ts'
import { proposeEntries, type Entry } from './entries.ts'
import { layoutOf } from './layout.ts'
import { complaint, remark } from './message.ts'
import {
  entriesOfOne,
  landingFor,
  pastedCells,
  pastedEntries,
  pastedTable,
  sizeOfBlock,
  type Landing,
  type PastedBlock,
  type TableCell,
} from './pasting.ts'
import { whyLocked, type Target } from './proposal.ts'
import type { Range } from './range.ts'
import { pastedFormulas } from './pastedFormulas.ts'

/** The three forms in which cells go to the clipboard. */
export type ClipboardTexts = { readonly plain: string; readonly html: string; readonly own: string }

/** What came from the clipboard: Paceline's own cells, where it holds them, and the table that any program gives. */
export type Incoming = { readonly own: Copied | null; readonly table: readonly (readonly TableCell[])[] }

/** What was copied last, framed on screen until it is pasted, dropped, or something else happens. */
export type Taken = {
  readonly id: string
  readonly isCut: boolean
  readonly ranges: readonly Range[]
  readonly targets: readonly Target[]
}

export class Clipboard {
  taken: Taken | null = $state.raw(null)
  readonly #door: BlockDoor
  readonly #blocks: BlockGestures
  readonly #newId: () => string

  constructor(door: BlockDoor, blocks: BlockGestures, newId: () => string) {
    this.#door = door
    this.#blocks = blocks
    this.#newId = newId
  }

  /** Takes the frame away; a cut that was not pasted changes nothing. */
  drop(): void {
    this.taken = null
  }

  /** The selected cells as texts, with the names of lines and quarters round them where asked for; null after a complaint. */
  take(isCut: boolean, areNamed = false): ClipboardTexts | null {
    const { results, layout, selection } = this.#door
    const area = areaOf(layout, selection.blocks(layout))
    if (isProblem(area)) {
      this.#door.say(complaint(area.sentence))
      return null
    }
    const id = this.#newId()
    const isWholeLines = selection.ranges.every((range) => range.isWholeLines)
    const own = copiedOf(results, layout, area, this.#blocks.targetAt, { id, isWholeLines })
    const targets = area.lines.flatMap((line) =>
      area.times.map((time) => this.#blocks.targetAt(line, time)).filter((target) => target !== null),
    )
    this.taken = { id, isCut, ranges: selection.ranges, targets }
    this.#door.say(
      remark(
        isCut
          ? `${counted(targets.length, 'cell')} cut: paste to move, Escape to leave where it was.`
          : `${counted(targets.length, 'cell')} copied.`,
      ),
    )
    return { ...this.#texts(area, areNamed), own: copiedText(own) }
  }

  #texts(area: Area, areNamed: boolean): Omit<ClipboardTexts, 'own'> {
    const { results, layout, view } = this.#door
    const cell = (line: number, time: number): CopiedCell | string => {
      const target = this.#blocks.targetAt(line, time)
      return target === null ? '' : copiedCell(results, target, view.scale)
    }
    const nameOfLine = (at: number): string => {
      const target = this.#blocks.targetAt(at, 0)
      return target === null ? '' : lineName(target)
    }
    const nameOfTime = (at: number): string => {
      const column = layout.times[at]
      return column === undefined ? '' : timeName(results, column)
    }
    const isAcross = layout.orientation === 'across'
    const [rows, columns] = isAcross ? [area.lines, area.times] : [area.times, area.lines]
    const [nameOfRow, nameOfColumn] = isAcross ? [nameOfLine, nameOfTime] : [nameOfTime, nameOfLine]
    const body = rows.map((row) => [
      ...(areNamed ? [nameOfRow(row)] : []),
      ...columns.map((column) => (isAcross ? cell(row, column) : cell(column, row))),
    ])
    const table = areNamed ? [['', ...columns.map(nameOfColumn)], ...body] : body
    const plain = table.map((row) => row.map((each) => (typeof each === 'string' ? each : each.typed)))
    return { plain: tsvOf(plain), html: htmlOf(table) }
  }

  paste(incoming: Incoming, areValues: boolean): void {
    const { results, layout, selection } = this.#door
    const [selected] = selection.blocks(layout)
    const { own } = incoming
    if (selected === undefined) return
    if (incoming.table.length === 0 && own === null) {
      this.#door.say(remark('There is nothing on the clipboard that can be pasted here.'))
      return
    }
    const { taken } = this
    const cut = taken?.isCut === true && taken.id === own?.id ? taken : null
    // What the frame shows was meant for this paste; whatever is copied elsewhere meanwhile comes without it.
    if (!areValues && cut === null && own !== null)
      this.#blocks.remember(() => {
        this.paste(incoming, areValues)
      })
    const wholeLines = own?.isWholeLines === true && !areValues && selection.ranges.every((range) => range.isWholeLines)
    const formulas = wholeLines && own !== null ? pastedFormulas(this.#door, own, selected) : []
    const block =
      own === null ? pastedTable(incoming.table, layout.orientation) : pastedCells(own, results.model.id, areValues)
    const size = sizeOfBlock(block)
    const [only] = block[0] ?? []
    if (size.lines === 1 && size.times === 1 && only !== undefined) {
      const blocks = selection.blocks(layout)
      const isLocked = (target: Target): boolean => whyLocked(results.model, target) !== null
      this.#enter(entriesOfOne(only, layout, blocks, this.#blocks.targetAt, isLocked), cut, formulas)
      return
    }
    if (selection.ranges.length > 1) {
      this.#door.say(complaint('A block of cells goes into one range: select its first cell and paste again.'))
      return
    }
    const landing = landingFor(
      layout,
      wholeLines ? { ...selected, firstTime: own.times[0] === 'constant' ? 0 : 1 } : selected,
      size,
    )
    if (landing.timesOver > 0) this.#askToExtend(block, landing, cut, formulas)
    else this.#enterBlock(block, landing, cut, formulas)
  }

  #enterBlock(block: PastedBlock, landing: Landing, cut: Taken | null, formulas: readonly Edit[]): void {
    this.#select(landing)
    this.#enter(pastedEntries(block, landing, this.#blocks.targetAt), cut, formulas)
    const { message } = this.#door
    if (landing.linesOver > 0 && message !== null)
      this.#door.say({
        ...message,
        sentence: `${message.sentence} ${counted(landing.linesOver, 'line')} of the block lay past the last line.`,
      })
  }

  /** What was pasted into is selected, as in Excel. */
  #select({ lines, times }: Landing): void {
    const { layout, selection } = this.#door
    const ends = [lines.at(0), lines.at(-1), times.at(0), times.at(-1)]
    const [firstLine, lastLine, firstTime, lastTime] = ends
    if (firstLine === undefined || lastLine === undefined || firstTime === undefined || lastTime === undefined) return
    selection.chooseBlock(layout, { firstLine, lastLine, firstTime, lastTime })
  }

  #enter(entries: readonly Entry[], cut: Taken | null, formulas: readonly Edit[]): void {
    const isTarget = new Set(entries.map(({ target }) => `${target.line.id} ${JSON.stringify(target.column)}`))
    const removals =
      cut?.targets
        .filter((target) => !isTarget.has(`${target.line.id} ${JSON.stringify(target.column)}`))
        .flatMap((target) => {
          const proposal = proposeDeletion(this.#door.results, target)
          return isProblem(proposal) || 'release' in proposal ? [] : proposal.edits
        }) ?? []
    if (cut !== null) this.drop()
    const done = cut === null ? 'Pasted' : 'Moved'
    this.#blocks.enter(entries, { done, label: done.toLowerCase() }, [...formulas, ...removals])
  }

  /** The block goes past the last quarter: the timeline may be extended for it, in the same step of undo. */
  #askToExtend(block: PastedBlock, landing: Landing, cut: Taken | null, formulas: readonly Edit[]): void {
    const { results } = this.#door
    const { timeline, fiscalCalendar } = results.model
    const last = addQuarters(timeline.last, landing.timesOver)
    this.#door.ask({
      title: 'The block is longer than the timeline',
      sentence: `${counted(landing.timesOver, 'quarter')} of the block ${landing.timesOver === 1 ? 'lies' : 'lie'} past ${fiscalName(timeline.last, fiscalCalendar)}, where the timeline ends. It can be extended to ${fiscalName(last, fiscalCalendar)}, or what fits is pasted.`,
      confirmLabel: 'Extend and paste',
      confirm: () => {
        this.#pasteExtended(block, last, formulas)
      },
      leaveLabel: 'Paste what fits',
      left: () => {
        this.#enterBlock(block, landing, cut, formulas)
      },
    })
  }

  #pasteExtended(block: PastedBlock, last: Quarter, formulas: readonly Edit[]): void {
    const { results, layout, selection, view } = this.#door
    const { model } = results
    const extension: Edit = { kind: 'change model', change: { timeline: { ...model.timeline, last } } }
    const extended = applyEdits(model, [extension])
    const [selected] = selection.blocks(layout)
    if (isProblem(extended) || selected === undefined) {
      if (isProblem(extended)) this.#door.say(complaint(extended.sentence))
      return
    }
    const wider = layoutOf(extended, view)
    const landing = landingFor(
      wider,
      { ...selected, lastLine: selected.firstLine, lastTime: selected.firstTime },
      sizeOfBlock(block),
    )
    const targetAt = (line: number, time: number): Target | null => {
      const [column, known] = [wider.times[time], this.#blocks.targetAt(line, 0)]
      return column === undefined || known === null ? null : { ...known, column }
    }
    const entries = pastedEntries(block, landing, targetAt)
    const proposal = proposeEntries(calculate(extended), entries)
    this.#blocks.accept(
      proposal,
      entries[0]?.target ?? null,
      { done: 'Pasted', label: 'pasted with the timeline extended' },
      [extension, ...formulas],
    )
  }
}
