// Commands of the release night: the forecast is frozen and the next quarter becomes the last actual.

import type { Command } from '../command.ts'
import { askToRoll, nextActualName } from '../rolling.ts'

export const recordCommands: readonly Command[] = [
  {
    id: 'record.roll',
    name: 'Roll the last actual forward',
    nameNow: ({ open }) => (open === null ? null : `Roll the last actual forward to ${nextActualName(open.model)} …`),
    group: 'Edit',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null,
    run: ({ open }) => {
      if (open !== null) askToRoll(open)
    },
  },
]
