// A Step is an entry of the journal as the history tells it: what, when, where and by whom. The edits themselves stay in the
// store, which may hold twenty megabytes of them.

import type { Edit } from '#model/edit.ts'
import type { LineId } from '#model/lineItem.ts'
import { isChange } from '#store/inForce.ts'
import type { JournalEntry } from '#store/store.ts'

export type HistoryStep = Pick<JournalEntry, 'seq' | 'act' | 'label' | 'at' | 'tab' | 'of' | 'to'> & {
  /** The lines it touched. */
  readonly lines: ReadonlySet<LineId>
  /** How many cells it typed into, emptied or annotated. */
  readonly cells: number
}

const lineOf = (edit: Edit): readonly LineId[] =>
  edit.kind === 'insert line' ? [edit.line.id] : 'line' in edit ? [edit.line] : []

const cellOf = (edit: Edit): readonly string[] =>
  edit.kind === 'enter' || edit.kind === 'note' ? [`${edit.scenario} ${edit.quarter} ${edit.line}`] : []

export const stepFrom = ({ seq, act, label, at, tab, of, to, edits }: JournalEntry): HistoryStep => ({
  ...{ seq, act, label, at, tab, of },
  ...(to === undefined ? {} : { to }),
  lines: new Set(edits.flatMap(lineOf)),
  cells: new Set(edits.flatMap(cellOf)).size,
})

/** What one looks for in the history. */
export type Sought = {
  /** Words of the label; empty: all. */
  readonly text: string
  /** Only what touched the line of the selected cell. */
  readonly isLineOnly: boolean
  /** Undoes, redoes and goings too, as the journal has them. */
  readonly isEveryStep: boolean
}

/** Whether a step is looked for; `line` is that of the selected cell, null for none. */
export const isSought = (
  step: HistoryStep,
  { text, isLineOnly, isEveryStep }: Sought,
  line: LineId | null,
): boolean => {
  const label = step.label.toLowerCase()
  return (
    (isEveryStep || isChange(step)) &&
    (!isLineOnly || line === null || step.lines.has(line)) &&
    text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => label.includes(word))
  )
}
