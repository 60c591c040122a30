// Commands that change cells or take them along: typing, deleting, filling, the clipboard, notes, undo.

import { proposeSum } from '../autoSum.ts'
import type { Command } from '../command.ts'
import { complaint, remark } from '../message.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import type { Workbench } from '../workbench.svelte.ts'
import { isProblem } from '#model/problem.ts'

const onSheet = (
  id: string,
  name: string,
  keys: readonly string[],
  run: (open: OpenModel, workbench: Workbench) => void,
): Command => ({
  id,
  name,
  group: 'Edit',
  keys,
  where: 'sheet',
  run: (workbench) => {
    if (workbench.open !== null) run(workbench.open, workbench)
  },
})

/** Backspace empties as it begins to edit, Delete at once; on several cells both delete. */
const deleteCells = (open: OpenModel): void => {
  const { target, gestures } = open
  const { selection, layout, blocks } = open.sheet
  if (selection.isSeveral(layout)) blocks.deleteSelection()
  else if (target !== null) {
    gestures.deleteAt(target)
    blocks.remember(() => {
      deleteCells(open)
    })
  }
}

const sumAbove = (open: OpenModel): void => {
  const { target, model, shown } = open
  const proposal = target === null ? null : proposeSum(model, shown, target.line)
  if (target === null || proposal === null) open.say(remark('Select a cell of the line that is to be the sum.'))
  else if (isProblem(proposal)) open.say(complaint(proposal.sentence))
  else open.gestures.formulaOpening = { target, text: proposal }
}

/** Escape drops one thing after the other: the frame round what was copied, then all ranges but the cursor. */
const escape = (open: OpenModel): void => {
  const { clipboard, selection } = open.sheet
  if (clipboard.taken !== null) clipboard.drop()
  else if (selection.isAdding) selection.isAdding = false
  else selection.put(selection.cursor)
}

/** `Undo: Cloud growth FY26 Q3 in Base: 35.0 → 40.0 %`. */
const named = (name: string, what: string | null): string | null => (what === null ? null : `${name}: ${what}`)

export const editCommands: readonly Command[] = [
  onSheet('edit.text', 'Edit the cell, or the name of the whole line or section', ['F2'], (open) => {
    if (open.lines.standsOnName) open.lines.rename()
    else open.sheet.screen?.edit('text')
  }),
  onSheet('edit.empty', 'Empty the cell and type', ['Backspace'], ({ sheet: { screen } }) => screen?.edit('empty')),
  onSheet('edit.delete', 'Delete', ['Delete'], deleteCells),
  onSheet('edit.escape', 'Let go of the copied frame, then of the selection', ['Escape'], escape),
  onSheet('edit.intoAll', 'While typing: type into every selected cell', ['Mod+Enter'], (open) => {
    open.say(remark('Type a number first: Ctrl+Enter then puts it into every selected cell.'))
  }),
  onSheet('edit.fillDown', 'Fill down from the first row', ['Mod+D'], ({ sheet: { blocks, layout } }) => {
    blocks.fillFromFirst(layout.orientation === 'across' ? 'line' : 'time')
  }),
  onSheet('edit.fillRight', 'Fill right from the first column', ['Mod+R'], ({ sheet: { blocks, layout } }) => {
    blocks.fillFromFirst(layout.orientation === 'across' ? 'time' : 'line')
  }),
  onSheet('edit.fillToEnd', 'Fill to the last quarter', [], (open) => {
    open.sheet.fillToEnd()
  }),
  onSheet('edit.sum', 'Make the line the sum of those above it', ['Alt+='], sumAbove),
  onSheet('edit.copy', 'Copy', ['Mod+C'], ({ sheet: { screen } }) => screen?.copy(false, false)),
  onSheet('edit.copyNamed', 'Copy with the names of lines and quarters', [], ({ sheet: { screen } }) =>
    screen?.copy(false, true),
  ),
  onSheet('edit.cut', 'Cut', ['Mod+X'], ({ sheet: { screen } }) => screen?.copy(true, false)),
  onSheet('edit.paste', 'Paste', ['Mod+V'], ({ sheet: { screen } }) => screen?.paste(false)),
  onSheet('edit.pasteValues', 'Paste values only', ['Mod+Shift+V'], ({ sheet: { screen } }) => screen?.paste(true)),
  onSheet('edit.note', 'Note and source of the cell …', ['Shift+F2'], (open, workbench) => {
    if (open.sheet.canNote()) workbench.dialog = 'note'
  }),
  onSheet('edit.repeat', 'Repeat the last action', ['F4'], ({ sheet: { blocks } }) => {
    blocks.repeat()
  }),
  {
    id: 'undo',
    name: 'Undo',
    nameNow: ({ open }) => named('Undo', open?.history.undoLabel ?? null),
    group: 'Edit',
    keys: ['Mod+Z'],
    where: 'everywhere',
    run: ({ open }) => open?.undo(),
  },
  {
    id: 'redo',
    name: 'Redo, or repeat where nothing was undone',
    nameNow: ({ open }) => named('Redo', open?.history.redoLabel ?? null),
    group: 'Edit',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    where: 'everywhere',
    run: ({ open }) => {
      if (open === null) return
      if (open.canRedo || !open.isSettled) open.redo()
      else open.sheet.blocks.repeat()
    },
  },
]
