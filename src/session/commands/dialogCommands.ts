// Commands that open a dialog for something new or something to be done with care.

import { isBase } from '#model/model.ts'
import type { Command } from '../command.ts'
import type { DialogName } from '../workbench.svelte.ts'

const opens = (id: string, name: string, group: Command['group'], dialog: DialogName): Command => ({
  id,
  name,
  group,
  keys: [],
  where: 'everywhere',
  canRun: ({ open }) => open !== null,
  run: (workbench) => {
    workbench.dialog = dialog
  },
})

export const dialogCommands: readonly Command[] = [
  opens('edit.newLine', 'New line …', 'Edit', 'new line'),
  opens('scenario.new', 'New scenario …', 'Scenario', 'new scenario'),
  {
    id: 'scenario.promote',
    name: 'Promote the scenario to Base …',
    group: 'Scenario',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null && !isBase(open.model, open.shown),
    run: (workbench) => {
      // The dialog belongs to the screen that lists what would move.
      workbench.open?.navigation.toScreen('scenarios')
      workbench.dialog = 'promotion'
    },
  },
]
