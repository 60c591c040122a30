// Commands that change how the model is looked at, and those that audit it.

import { isProblem } from '#model/problem.ts'
import { allLines } from '#model/model.ts'
import type { Command } from '../command.ts'
import { proposeFormat, type Format } from '../format.ts'
import { complaint, remark } from '../message.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import type { Workbench } from '../workbench.svelte.ts'

const format = (open: OpenModel | null, to: Format): void => {
  if (open === null) return
  const lines = [...new Set(open.sheet.blocks.targets.map(({ line }) => line))]
  const edits = proposeFormat(open.model, lines, to)
  open.sheet.blocks.remember(() => {
    format(open, to)
  })
  if (isProblem(edits)) open.say(complaint(edits.sentence))
  else if (edits.length === 0) open.say(remark('These lines have that format already.'))
  else
    open.dispatch(edits, `${lines.length === 1 ? (lines[0]?.label ?? 'Line') : `${lines.length} lines`} shown as ${to}`)
}

/** The year of the cursor's quarter, or on a heading its section, folded or unfolded. */
const fold = (open: OpenModel | null, isFolding: boolean, what: 'year' | 'section'): void => {
  if (open === null) return
  const { view } = open
  const { selection, layout } = open.sheet
  const place = selection.place(layout)
  const stop = place === null ? undefined : layout.lines[place.line]
  const column = place === null ? undefined : layout.times[place.time]
  if (stop === undefined || column === undefined) return
  if (what === 'section' || stop.kind === 'heading') {
    const section = stop.kind === 'heading' ? stop.section : stop.line.section
    const others = view.foldedSections.filter((each) => each !== section)
    open.look({ foldedSections: isFolding ? [...others, section] : others })
    open.sheet.settle()
  } else if (column.kind !== 'constant') open.sheet.time.fold(column, isFolding)
}

const sheetCommand = (
  id: string,
  name: string,
  group: Command['group'],
  keys: readonly string[],
  run: (open: OpenModel | null, workbench: Workbench) => void,
): Command => ({
  id,
  name,
  group,
  keys,
  where: 'sheet',
  run: (workbench) => {
    run(workbench.open, workbench)
  },
})

export const lookCommands: readonly Command[] = [
  sheetCommand('format.percent', 'Show the line as per cent', 'Format', ['Mod+Shift+%', 'Mod+Shift+5'], (open) => {
    format(open, 'per cent')
  }),
  sheetCommand(
    'format.number',
    'Show the line as a number with two decimals',
    'Format',
    ['Mod+Shift+!', 'Mod+Shift+1'],
    (open) => {
      format(open, 'number')
    },
  ),
  {
    id: 'audit.formulas',
    name: 'Show or hide the formulas of all lines',
    group: 'Audit',
    keys: ['Mod+`'],
    where: 'texts too',
    run: ({ open }) => open?.look({ areFormulasShown: !open.view.areFormulasShown }),
  },
  {
    id: 'audit.find',
    name: 'Find in labels, keys, formulas, notes and values',
    group: 'Audit',
    keys: ['Mod+F'],
    where: 'texts too',
    run: ({ open }) => {
      open?.look({ screen: 'sheet' })
      open?.sheet.find.open()
    },
  },
  {
    id: 'audit.findNext',
    name: 'Find the next one',
    group: 'Audit',
    keys: ['F3'],
    where: 'texts too',
    run: ({ open }) => open?.sheet.find.step(1),
  },
  {
    id: 'audit.findBack',
    name: 'Find the one before',
    group: 'Audit',
    keys: ['Shift+F3'],
    where: 'texts too',
    run: ({ open }) => open?.sheet.find.step(-1),
  },
  sheetCommand(
    'look.fold',
    'Fold the year, or the section from its heading',
    'Look',
    ['Alt+Shift+ArrowLeft'],
    (open) => {
      fold(open, true, 'year')
    },
  ),
  sheetCommand(
    'look.unfold',
    'Unfold the year, or the section from its heading',
    'Look',
    ['Alt+Shift+ArrowRight'],
    (open) => {
      fold(open, false, 'year')
    },
  ),
  sheetCommand('look.foldSection', 'Fold the section', 'Look', ['Alt+Shift+ArrowUp'], (open) => {
    fold(open, true, 'section')
  }),
  sheetCommand('look.unfoldSection', 'Unfold the section', 'Look', ['Alt+Shift+ArrowDown'], (open) => {
    fold(open, false, 'section')
  }),
  sheetCommand('look.unfoldAll', 'Unfold all years and sections', 'Look', [], (open) => {
    if (open === null) return
    // Where years stand alone their quarters are unfolded among them.
    const yearColumns = open.view.yearColumns === 'only' ? 'among' : open.view.yearColumns
    open.look({ foldedSections: [], foldedYears: [], yearColumns })
  }),
  sheetCommand('look.foldHeadings', 'Fold all sections', 'Look', [], (open) => {
    if (open === null) return
    open.look({ foldedSections: [...new Set(allLines(open.model).map(({ section }) => section))] })
    open.sheet.settle()
  }),
  {
    id: 'look.turn',
    name: 'Turn the sheet: quarters across or down',
    group: 'Look',
    keys: [],
    where: 'everywhere',
    run: ({ open }) => {
      open?.look({ orientation: open.view.orientation === 'across' ? 'down' : 'across' })
    },
  },
  sheetCommand('look.menu', 'Menu of the selection', 'Look', ['Shift+F10', 'ContextMenu'], (open) => {
    open?.sheet.screen?.openMenu()
  }),
  {
    id: 'look.panel',
    name: 'Show or hide the side panel',
    group: 'Look',
    keys: ['Mod+.'],
    where: 'texts too',
    run: ({ open }) => {
      open?.look({ isPanelHidden: !open.view.isPanelHidden })
    },
  },
  {
    id: 'help.palette',
    name: 'All commands',
    group: 'Help',
    keys: ['Mod+K'],
    where: 'texts too',
    run: (workbench) => {
      workbench.dialog = 'palette'
    },
  },
  {
    id: 'help.keys',
    name: 'List of shortcuts',
    group: 'Help',
    keys: ['?'],
    where: 'everywhere',
    run: (workbench) => {
      workbench.dialog = 'shortcuts'
    },
  },
]
