// Commands that move the cursor. Each arrow, Home, End and page key has two: alone it moves, with Shift it extends the
// selection to where it would have gone.

import { present } from '#base/assert.ts'
import type { Command } from '../command.ts'
import { nextInBlocks } from '../course.ts'
import { cellAt, type Layout, type Place } from '../layout.ts'
import { home, jump, moved, nextCell, sheetEnd, sheetStart, step, type Direction } from '../move.ts'
import type { Sheet } from '../sheet.svelte.ts'

type Destination = (sheet: Sheet, from: Place, layout: Layout) => Place

type Move = { readonly id: string; readonly name: string; readonly key: string; readonly to: Destination }

const directions: readonly (readonly [Direction, string])[] = [
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
]

/** Pages of a sheet that is not drawn yet. */
const somePage = { rows: 20, columns: 8 }

const pageOf = ({ screen }: Sheet): { rows: number; columns: number } => screen?.page() ?? somePage

const moves: readonly Move[] = [
  ...directions.map(([direction, key]): Move => ({
    id: direction,
    name: `one cell ${direction}`,
    key,
    to: (_, from, layout) => step(layout, from, direction),
  })),
  ...directions.map(([direction, key]): Move => ({
    id: `edge.${direction}`,
    name: `to the edge of what is filled, ${direction}`,
    key: `Mod+${key}`,
    to: (sheet, from, layout) => jump(layout, from, direction, (place) => sheet.isFilled(place)),
  })),
  { id: 'home', name: 'to the first cell of the row', key: 'Home', to: (_, from, layout) => home(layout, from) },
  {
    id: 'end',
    name: 'to the last cell of the row',
    key: 'End',
    to: (_, from, layout) => moved(layout, from, 0, layout.times.length + layout.lines.length),
  },
  {
    id: 'start',
    name: 'to the first cell of the sheet',
    key: 'Mod+Home',
    to: (_, _from, layout) => sheetStart(layout),
  },
  { id: 'last', name: 'to the last cell of the sheet', key: 'Mod+End', to: (_, _from, layout) => sheetEnd(layout) },
  {
    id: 'pageDown',
    name: 'one screen down',
    key: 'PageDown',
    to: (sheet, from, layout) => moved(layout, from, pageOf(sheet).rows, 0),
  },
  {
    id: 'pageUp',
    name: 'one screen up',
    key: 'PageUp',
    to: (sheet, from, layout) => moved(layout, from, -pageOf(sheet).rows, 0),
  },
  {
    id: 'pageRight',
    name: 'one screen right',
    key: 'Alt+PageDown',
    to: (sheet, from, layout) => moved(layout, from, 0, pageOf(sheet).columns),
  },
  {
    id: 'pageLeft',
    name: 'one screen left',
    key: 'Alt+PageUp',
    to: (sheet, from, layout) => moved(layout, from, 0, -pageOf(sheet).columns),
  },
]

const withShift = (key: string): string => {
  const parts = key.split('+')
  return [...parts.slice(0, -1), 'Shift', present(parts.at(-1), 'a key')].join('+')
}

const go = (sheet: Sheet | undefined, to: Destination): void => {
  if (sheet === undefined) return
  const { layout, selection } = sheet
  const from = selection.place(layout)
  if (from === null) return
  sheet.course.endRun()
  selection.go(cellAt(layout, to(sheet, from, layout)))
  sheet.screen?.follow()
}

const extend = (sheet: Sheet | undefined, to: Destination): void => {
  if (sheet === undefined) return
  const { layout, selection } = sheet
  const from = selection.head(layout)
  if (from === null) return
  sheet.course.endRun()
  const head = cellAt(layout, to(sheet, from, layout))
  selection.extendTo(head)
  sheet.screen?.follow()
  sheet.screen?.reveal(head)
}

/** Enter and Tab: round a selection of several cells, else on; on a heading Enter folds it. */
const onward = (sheet: Sheet | undefined, key: 'Enter' | 'Tab', by: 1 | -1): void => {
  if (sheet === undefined) return
  const { layout, selection, course } = sheet
  const [from, cell] = [selection.place(layout), selection.cursor]
  if (from === null || cell === null) return
  const stop = layout.lines[from.line]
  if (key === 'Enter' && stop?.kind === 'heading') {
    sheet.toggleSection(stop.section)
    return
  }
  if (selection.isSeveral(layout))
    selection.visit(cellAt(layout, nextInBlocks(layout, selection.blocks(layout), from, by, key === 'Tab')))
  else {
    const to = key === 'Tab' ? course.afterTab(layout, from, cell, by) : course.afterEnter(layout, from, by)
    if (to !== null) selection.put(cellAt(layout, to))
  }
  sheet.screen?.follow()
}

/** At the sheet’s end Tab leads out of it. */
const hasNext = (sheet: Sheet | undefined, key: 'Enter' | 'Tab', by: 1 | -1): boolean => {
  if (sheet === undefined) return false
  const from = sheet.selection.place(sheet.layout)
  return (
    key === 'Enter' ||
    from === null ||
    sheet.selection.isSeveral(sheet.layout) ||
    nextCell(sheet.layout, from, by) !== null
  )
}

const onwardCommand = (id: string, name: string, key: 'Enter' | 'Tab', by: 1 | -1): Command => ({
  id: `move.${id}`,
  name,
  group: 'Move',
  keys: [by === 1 ? key : `Shift+${key}`],
  where: 'sheet',
  canRun: ({ open }) => hasNext(open?.sheet, key, by),
  run: ({ open }) => {
    const section = open?.lines.heading ?? null
    if (key === 'Enter' && section !== null && open?.lines.isEmptySection(section) === true) open.lines.openNew('below')
    else onward(open?.sheet, key, by)
  },
})

export const moveCommands: readonly Command[] = [
  ...moves.map(({ id, name, key, to }): Command => ({
    id: `move.${id}`,
    name: `Go ${name}`,
    group: 'Move',
    keys: [key],
    where: 'sheet',
    run: ({ open }) => {
      go(open?.sheet, to)
    },
  })),
  onwardCommand('enter', 'Go to the next row, past headings', 'Enter', 1),
  onwardCommand('enterBack', 'Go to the row before', 'Enter', -1),
  onwardCommand('tab', 'Go to the next cell; Enter then goes back to where the Tabs began', 'Tab', 1),
  onwardCommand('tabBack', 'Go to the cell before', 'Tab', -1),
  {
    id: 'move.goTo',
    name: 'Go to a line and quarter …',
    group: 'Move',
    keys: ['Ctrl+G'],
    where: 'texts too',
    run: (workbench) => {
      workbench.dialog = 'go to'
    },
  },
  {
    id: 'move.reveal',
    name: 'Scroll to the cursor',
    group: 'Move',
    keys: ['Mod+Backspace'],
    where: 'sheet',
    run: ({ open }) => {
      const cursor = open?.sheet.selection.cursor ?? null
      if (cursor !== null) open?.sheet.screen?.reveal(cursor)
    },
  },
  ...moves.map(({ id, name, key, to }): Command => ({
    id: `extend.${id}`,
    name: `Select ${name}`,
    group: 'Select',
    keys: [withShift(key)],
    where: 'sheet',
    run: ({ open }) => {
      extend(open?.sheet, to)
    },
  })),
]
