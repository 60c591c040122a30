// Commands that walk through the list of findings, from the sheet as well.

import { isProblem } from '#model/problem.ts'
import type { Command } from '../command.ts'
import { proposeCheck } from '../lines/newCheck.ts'
import type { Workbench } from '../workbench.svelte.ts'

const steps = (id: string, name: string, by: 1 | -1, keys: readonly string[]): Command => ({
  ...{ id, name, group: 'Audit', keys, where: 'everywhere' },
  canRun: ({ open }) => open !== null,
  run: ({ open }) => {
    open?.findings.step(by)
  },
})

/** Makes a check of the selected lines and goes to it. */
const addCheck = (workbench: Workbench): void => {
  const { open } = workbench
  if (open === null) return
  const deed = proposeCheck(open.results, open.lines.lines, () => workbench.newId())
  if (!open.lines.does(deed) || isProblem(deed)) return
  open.navigation.toLine(deed.made)
}

export const findingCommands: readonly Command[] = [
  {
    ...{ id: 'line.newCheck', name: 'New check: the total selected against its parts', group: 'Edit', keys: [] },
    where: 'everywhere',
    canRun: ({ open }) => open !== null && open.view.screen === 'sheet' && open.lines.lines.length > 1,
    run: addCheck,
  },
  // Shift+F8 adds to the selection, as in Excel.
  steps('findings.next', 'Next finding', 1, ['F8']),
  steps('findings.previous', 'Previous finding', -1, ['Alt+F8']),
  {
    id: 'findings.waived',
    name: 'Show or hide waived findings',
    group: 'Audit',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null,
    run: ({ open }) => {
      open?.look({
        areWaivedShown: !open.view.areWaivedShown,
        panel: 'problems',
        isPanelHidden: false,
        screen: 'sheet',
      })
    },
  },
]
