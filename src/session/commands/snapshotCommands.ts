// Commands of snapshots: the model as it is now is kept under the name of the moment.

import { complaint } from '../message.ts'
import type { Command } from '../command.ts'

export const snapshotCommands: readonly Command[] = [
  {
    id: 'snapshot.take',
    name: 'Take a snapshot',
    nameNow: ({ open }) => (open === null ? null : `Take a snapshot “${open.snapshots.nameNow}”`),
    group: 'File',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null,
    run: ({ open }) => {
      if (open === null) return
      open.snapshots.takeNamed('').catch((fault: unknown) => {
        open.say(complaint(`The snapshot could not be taken: ${String(fault)}`))
      })
    },
  },
]
