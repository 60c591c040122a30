// Commands that walk through the list of findings, from the sheet as well.

import type { Command } from '../command.ts'

const steps = (id: string, name: string, by: 1 | -1, keys: readonly string[]): Command => ({
  ...{ id, name, group: 'Audit', keys, where: 'everywhere' },
  canRun: ({ open }) => open !== null,
  run: ({ open }) => {
    open?.findings.step(by)
  },
})

export const findingCommands: readonly Command[] = [
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
