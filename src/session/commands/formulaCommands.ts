// Commands on the formula of the line at hand, which is edited in the bar.

import type { Command } from '../command.ts'
import { remark } from '../message.ts'

export const formulaCommands: readonly Command[] = [
  {
    id: 'formula.edit',
    name: 'Edit the formula of the line',
    group: 'Edit',
    keys: ['Mod+F2'],
    where: 'sheet',
    run: ({ open }) => {
      if (open === null) return
      const { target, formula } = open
      if (target === null) open.say(remark('Select a cell of the line whose formula is to be edited.'))
      else if (formula.at?.start.isLocked === true)
        open.say(remark(`${target.line.label} is computed from the commitment: its formula cannot be edited.`))
      else open.gestures.formulaOpening = { target, text: '' }
    },
  },
  {
    id: 'formula.throwAway',
    name: 'Throw the draft of the line’s formula away',
    group: 'Edit',
    keys: [],
    where: 'sheet',
    canRun: ({ open }) => open !== null && open.formula.at !== null && open.formula.at.draft !== null,
    run: ({ open }) => open?.formula.throwAway(),
  },
]
