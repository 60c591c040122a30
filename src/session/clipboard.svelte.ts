// The Clipboard: what copy, cut and paste do to the open model. The browser's clipboard itself is the grid's business; here a
// selection becomes texts, and what comes back becomes entries.

import { htmlOf, tsvOf, type CopiedCell } from '#exchange/block.ts'
import { copiedText, type Copied } from '#exchange/copied.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { calculate } from '#engine/calculate.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { counted, type BlockDoor, type BlockGestures } from './blockGestures.svelte.ts'
import { areaOf, copiedCell, copiedOf, lineName, timeName, type Area } from './copying.ts'
import { proposeEntries, type Entry } from './entries.ts'
import { layoutOf } from './layout.ts'
import { complaint, remark } from './message.ts'
import {
  entriesOfOne,
  landingFor,
  pastedCells,
  pastedEntries,
  pastedTable,
  removalsOf,
  sizeOfBlock,
  type Landing,
  type PastedBlock,
  type TableCell,
} from './pasting.ts'
import { whyLocked, type Target } from './proposal.ts'
import type { Range } from './range.ts'
import { pastedFormulas } from './pastedFormulas.ts'
import { withoutNames } from './pastedNames.ts'

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

/** What is being pasted. */
type Coming = {
  readonly block: PastedBlock
  /** The cells it was cut from; null where it was copied. */
  readonly cut: Taken | null
  readonly formulas: readonly Edit[]
  /** Said with what was done; null where there is nothing to say. */
  readonly remark: string | null
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
    const [selected, ...others] = selection.blocks(layout)
    const { own } = incoming
    if (selected === undefined) return
    if (incoming.table.length === 0 && own === null) {
      this.#door.say(remark('There is nothing on the clipboard that can be pasted here.'))
      return
    }
    const cut = this.taken?.isCut === true && this.taken.id === own?.id ? this.taken : null
    if (cut === null)
      this.#blocks.remember(() => {
        this.paste(incoming, areValues)
      })
    const areLines = own?.isWholeLines === true && !areValues && selection.ranges.every((range) => range.isWholeLines)
    const named = withoutNames(incoming.table)
    const coming: Coming = {
      block:
        own === null ? pastedTable(named.table, layout.orientation) : pastedCells(own, results.model.id, areValues),
      cut,
      formulas: areLines ? pastedFormulas(this.#door, own, selected) : [],
      remark: own === null && named.areNamed ? 'Names of rows and columns were passed over.' : null,
    }
    const size = sizeOfBlock(coming.block)
    const [only] = coming.block[0] ?? []
    if (size.lines === 1 && size.times === 1 && only !== undefined) {
      const isLocked = (target: Target): boolean => whyLocked(results.model, target) !== null
      const blocks = [selected, ...others]
      this.#enter(entriesOfOne(only, layout, blocks, this.#blocks.targetAt, isLocked), coming)
    } else if (others.length > 0)
      this.#door.say(complaint('A block of cells goes into one range: select its first cell and paste again.'))
    else {
      // Whole lines come with all their times, from the first of them on.
      const from = areLines ? { ...selected, firstTime: own.times[0] === 'constant' ? 0 : 1 } : selected
      const landing = landingFor(layout, from, size)
      if (landing.timesOver > 0) this.#askToExtend(coming, landing)
      else this.#enterBlock(coming, landing)
    }
  }

  #enterBlock(coming: Coming, landing: Landing): void {
    const { linesOver } = landing
    this.#select(landing)
    const over = linesOver > 0 ? `${counted(linesOver, 'line')} of the block lay past the last line.` : null
    const remarks = [coming.remark, over].filter((each) => each !== null)
    const entries = pastedEntries(coming.block, landing, this.#blocks.targetAt)
    this.#enter(entries, { ...coming, remark: remarks.length === 0 ? null : remarks.join(' ') })
  }

  /** What was pasted into is selected, as in Excel. */
  #select({ lines, times }: Landing): void {
    const { layout, selection } = this.#door
    const ends = [lines.at(0), lines.at(-1), times.at(0), times.at(-1)]
    const [firstLine, lastLine, firstTime, lastTime] = ends
    if (firstLine === undefined || lastLine === undefined || firstTime === undefined || lastTime === undefined) return
    selection.chooseBlock(layout, { firstLine, lastLine, firstTime, lastTime })
  }

  #enter(entries: readonly Entry[], coming: Coming): void {
    const { formulas, cut } = coming
    const removals = this.#removals(entries, cut)
    const done = cut === null ? 'Pasted' : 'Moved'
    const deed = { done, label: done.toLowerCase(), remark: coming.remark }
    this.#blocks.enter(entries, deed, [...formulas, ...removals])
    if (cut !== null) this.drop()
  }

  #removals(entries: readonly Entry[], cut: Taken | null): readonly Edit[] {
    return cut === null ? [] : removalsOf(this.#door.results, cut.targets, entries)
  }

  /** The block goes past the last quarter: the timeline may be extended for it, in the same step of undo. */
  #askToExtend(coming: Coming, landing: Landing): void {
    const { timeline, fiscalCalendar } = this.#door.results.model
    const { timesOver } = landing
    const last = addQuarters(timeline.last, timesOver)
    const [ends, wouldEnd] = [fiscalName(timeline.last, fiscalCalendar), fiscalName(last, fiscalCalendar)]
    this.#door.ask({
      title: 'The block is longer than the timeline',
      sentence: `${counted(timesOver, 'quarter')} of the block ${timesOver === 1 ? 'lies' : 'lie'} past ${ends}, where the timeline ends. It can be extended to ${wouldEnd}, or what fits is pasted.`,
      confirmLabel: 'Extend and paste',
      confirm: () => {
        this.#pasteExtended(coming, last)
      },
      leaveLabel: 'Paste what fits',
      left: () => {
        this.#enterBlock(coming, landing)
      },
    })
  }

  #pasteExtended({ block, cut, formulas, remark: said }: Coming, last: Quarter): void {
    const { results, layout, selection, view } = this.#door
    const { model } = results
    const extension: Edit = { kind: 'change model', change: { timeline: { ...model.timeline, last } } }
    const extended = applyEdits(model, [extension])
    const [selected] = selection.blocks(layout)
    if (isProblem(extended) || selected === undefined) return
    const wider = layoutOf(extended, view)
    const first = { ...selected, lastLine: selected.firstLine, lastTime: selected.firstTime }
    const targetAt = (line: number, time: number): Target | null => {
      const [column, known] = [wider.times[time], this.#blocks.targetAt(line, 0)]
      return column === undefined || known === null ? null : { ...known, column }
    }
    const entries = pastedEntries(block, landingFor(wider, first, sizeOfBlock(block)), targetAt)
    const proposal = proposeEntries(calculate(extended), entries)
    const deed = { done: 'Pasted', label: 'pasted with the timeline extended', remark: said }
    const before = [extension, ...formulas, ...this.#removals(entries, cut)]
    this.#blocks.accept(proposal, entries[0]?.target ?? null, deed, before)
    if (cut !== null) this.drop()
  }
}
