// Commands of the track record: the forecast is frozen and the next quarter becomes the last actual; a line leads to its own.

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
  {
    id: 'record.line',
    name: 'Track record of the line',
    group: 'Audit',
    keys: [],
    where: 'sheet',
    canRun: ({ open }) => (open?.selectedLine ?? null) !== null,
    run: ({ open }) => {
      const line = open?.selectedLine ?? null
      if (open === null || line === null) return
      open.look({ record: { line: line.id } })
      open.navigation.toScreen('record')
    },
  },
]
