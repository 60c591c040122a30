// Commands that select without moving: whole rows and columns, everything, and the mode in which ranges are added.

import type { Command } from '../command.ts'
import { remark } from '../message.ts'
import type { OpenModel } from '../openModel.svelte.ts'

/** The cursor's whole row or column as they lie on screen. */
const selectWhole = (open: OpenModel | null, what: 'row' | 'column'): void => {
  if (open === null) return
  const isLines = (what === 'row') === (open.sheet.layout.orientation === 'across')
  open.sheet.selection.reshape(isLines ? { isWholeLines: true } : { isWholeTimes: true })
}

export const selectCommands: readonly Command[] = [
  {
    id: 'select.row',
    name: 'Select the whole row',
    group: 'Select',
    keys: ['Shift+Space'],
    where: 'sheet',
    run: ({ open }) => {
      selectWhole(open, 'row')
    },
  },
  {
    id: 'select.column',
    name: 'Select the whole column',
    group: 'Select',
    keys: ['Ctrl+Space'],
    where: 'sheet',
    run: ({ open }) => {
      selectWhole(open, 'column')
    },
  },
  {
    id: 'select.all',
    name: 'Select everything',
    group: 'Select',
    keys: ['Mod+A'],
    where: 'sheet',
    run: ({ open }) => {
      open?.sheet.selection.reshape({ isWholeLines: true, isWholeTimes: true })
    },
  },
  {
    id: 'select.add',
    name: 'Add to the selection: the next range is selected beside this one',
    group: 'Select',
    keys: ['Shift+F8'],
    where: 'sheet',
    run: ({ open }) => {
      if (open === null) return
      open.sheet.selection.toggleAdding()
      open.say(
        remark(
          open.sheet.selection.isAdding
            ? 'The next cell begins another range beside this one. Shift+F8 or Escape ends this.'
            : 'Selecting one range again.',
        ),
      )
    },
  },
]
