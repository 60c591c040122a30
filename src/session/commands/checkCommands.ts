// Commands that hold numbers against their sources: marking them as checked, and going through those that are not.

import type { Command } from '../command.ts'
import { markChecked, showLacking, stepLacking } from '../notes/checkGestures.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import type { Workbench } from '../workbench.svelte.ts'

const audit = (
  id: string,
  name: string,
  keys: readonly string[],
  run: (open: OpenModel, workbench: Workbench) => void,
): Command => ({
  id: `check.${id}`,
  name,
  group: 'Audit',
  keys,
  where: 'everywhere',
  canRun: ({ open }) => open !== null && (id !== 'mark' || open.view.screen === 'sheet'),
  run: (workbench) => {
    if (workbench.open !== null) run(workbench.open, workbench)
  },
})

export const checkCommands: readonly Command[] = [
  audit('mark', 'Mark as checked against the source, or take the mark off', ['Mod+Shift+K'], (open, workbench) => {
    if (workbench.initials === null) workbench.dialog = 'initials to check'
    else markChecked(open, workbench.initials)
  }),
  audit('show', 'Show what is unchecked, or hide it', ['Alt+Shift+K'], (open) => {
    showLacking(open, 'check')
  }),
  audit('source', 'Show reported numbers without a source, or hide them', [], (open) => {
    showLacking(open, 'source')
  }),
  audit('next', 'Next unchecked number, or without a source while those are shown', ['F7'], (open) => {
    stepLacking(open, 1)
  }),
  audit('back', 'The unchecked number before', ['Shift+F7'], (open) => {
    stepLacking(open, -1)
  }),
  audit('initials', 'Whose checks these are: initials …', [], (_, workbench) => {
    workbench.dialog = 'initials'
  }),
]
