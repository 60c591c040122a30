// The Clipboard: what copy, cut and paste do to the open model. The browser's clipboard itself is the grid's business; here a
// selection becomes texts, and what comes back becomes entries.

import { counted } from '#base/listing.ts'
import { copiedText, type Copied } from '#exchange/copied.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { mostQuarters } from '#model/soundness.ts'
import { lengthOf } from '#model/timeline.ts'
import type { BlockDoor, BlockGestures } from './blockGestures.svelte.ts'
import { type Deed } from './deed.ts'
import { areaOf, copiedOf, copiedTexts } from './copying.ts'
import { proposeEntries, type BlockProposal, type Entry } from './entries.ts'
import { layoutOf } from './layout.ts'
import { complaint, remark } from './message.ts'
import {
  entriesOfLines,
  entriesOfOne,
  landingFor,
  pastedCells,
  pastedEntries,
  pastedTable,
  removalsOf,
  timesOutside,
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
  /** The results it was cut from: once they change, nothing is left to move. */
  readonly results: Results
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

  /** What is framed: a copy until it is dropped, a cut while nothing has changed since. */
  get framed(): readonly Range[] {
    const { taken } = this
    return taken === null || (taken.isCut && taken.results !== this.#door.results) ? [] : taken.ranges
  }

  /** Takes the frame away; a cut that was not pasted changes nothing. */
  drop(): void {
    this.taken = null
  }

  /** The selected cells as texts, with the names of lines and quarters round them where asked for; null after a complaint. */
  take(isCut: boolean, areNamed = false): ClipboardTexts | null {
    const { results, layout, selection, view } = this.#door
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
    this.taken = { id, isCut, ranges: selection.ranges, targets, results }
    this.#door.say(
      remark(
        isCut
          ? `${counted(targets.length, 'cell')} cut: paste to move, Escape to leave where it was.`
          : `${counted(targets.length, 'cell')} copied.`,
      ),
    )
    const texts = copiedTexts(results, layout, area, this.#blocks.targetAt, { scale: view.scale, areNamed })
    return { ...texts, own: copiedText(own) }
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
    const isMove = this.taken?.isCut === true && this.taken.id === own?.id && this.taken.results === results
    const cut = isMove ? this.taken : null
    if (cut !== null) this.#blocks.forget()
    else
      this.#blocks.remember(() => {
        this.paste(incoming, areValues)
      })
    const areLines = own?.isWholeLines === true
    const bringsFormulas = areLines && !areValues && selection.ranges.every((range) => range.isWholeLines)
    const named = withoutNames(incoming.table)
    const way = { areValues, isMove: cut !== null }
    const coming: Coming = {
      block: own === null ? pastedTable(named.table, layout.orientation) : pastedCells(own, results.model.id, way),
      cut,
      formulas: bringsFormulas ? pastedFormulas(this.#door, own, selected) : [],
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
    else if (areLines) {
      const { lines } = landingFor(layout, selected, { lines: size.lines, times: 1 })
      const { timeline } = results.model
      const out = timesOutside(own, timeline)
      const remark = out === 0 ? null : `${counted(out, 'quarter')} of them are not in this model’s timeline.`
      this.#enter(entriesOfLines(own, coming.block, lines, timeline, this.#blocks.targetAt), { ...coming, remark })
    } else {
      const landing = landingFor(layout, selected, size)
      const last = addQuarters(results.model.timeline.last, landing.timesOver)
      const isTooLong = lengthOf({ ...results.model.timeline, last }) > mostQuarters
      if (landing.timesOver > 0 && !isTooLong) this.#askToExtend(coming, landing, last)
      else this.#enterBlock(coming, landing)
    }
  }

  #enterBlock(coming: Coming, landing: Landing): void {
    const { linesOver, timesOver } = landing
    this.#select(landing)
    const over = [
      ...(linesOver > 0 ? [`${counted(linesOver, 'line')} of the block lay past the last line.`] : []),
      ...(timesOver > 0 ? [`${counted(timesOver, 'quarter')} of it lay past the last quarter.`] : []),
    ]
    const remarks = [coming.remark, ...over].filter((each) => each !== null)
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
    const proposal = proposeEntries(this.#door.results, entries)
    const done = cut === null ? 'Pasted' : 'Moved'
    const deed = { done, label: done.toLowerCase(), remark: coming.remark }
    this.#accept(proposal, entries, cut, deed, formulas)
  }

  /** What cannot all go in does not move: it would be gone from where it was. */
  #accept(
    proposal: BlockProposal,
    entries: readonly Entry[],
    cut: Taken | null,
    deed: Deed,
    before: readonly Edit[],
  ): void {
    const [refusal] = proposal.refusals
    if (cut !== null && refusal !== undefined) {
      this.#door.say(complaint(`Nothing was moved. ${refusal.place}: ${refusal.sentence}`))
      return
    }
    const removals = cut === null ? [] : removalsOf(this.#door.results, cut.targets, entries)
    const onDone = (): void => {
      if (cut !== null) this.drop()
    }
    this.#blocks.accept(proposal, entries[0]?.target ?? null, { ...deed, onDone }, [...before, ...removals])
  }

  /** The block goes past the last quarter: the timeline may be extended for it, in the same step of undo. */
  #askToExtend(coming: Coming, landing: Landing, last: Quarter): void {
    const { timeline, fiscalCalendar } = this.#door.results.model
    const { timesOver } = landing
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
    this.#accept(proposal, entries, cut, deed, [extension, ...formulas])
  }
}
