// The table of commands: menus, palette, keyboard and the list of shortcuts read it and nothing else.

import { present } from '#base/assert.ts'
import type { Command } from './command.ts'
import { chartCommands } from './commands/chartCommands.ts'
import { checkCommands } from './commands/checkCommands.ts'
import { compareCommands } from './commands/compareCommands.ts'
import { dialogCommands } from './commands/dialogCommands.ts'
import { editCommands } from './commands/editCommands.ts'
import { fileCommands } from './commands/fileCommands.ts'
import { findingCommands } from './commands/findingCommands.ts'
import { formulaCommands } from './commands/formulaCommands.ts'
import { lineCommands } from './commands/lineCommands.ts'
import { lookCommands } from './commands/lookCommands.ts'
import { modelCommands } from './commands/modelCommands.ts'
import { moveCommands } from './commands/moveCommands.ts'
import { pacingCommands } from './commands/pacingCommands.ts'
import { panelCommands } from './commands/panelCommands.ts'
import { recordCommands } from './commands/recordCommands.ts'
import { releaseCommands } from './commands/releaseCommands.ts'
import { resultsCommands } from './commands/resultsCommands.ts'
import { scenarioCommands } from './commands/scenarioCommands.ts'
import { screenCommands } from './commands/screenCommands.ts'
import { selectCommands } from './commands/selectCommands.ts'
import { snapshotCommands } from './commands/snapshotCommands.ts'
import { timeCommands } from './commands/timeCommands.ts'
import { traceCommands } from './commands/traceCommands.ts'
import { whatIfCommands } from './commands/whatIfCommands.ts'
import { isChord, type KeyPress } from './keyPress.ts'

export const commands: readonly Command[] = [
  ...editCommands,
  ...formulaCommands,
  ...moveCommands,
  ...lineCommands,
  ...selectCommands,
  ...traceCommands,
  ...checkCommands,
  ...lookCommands,
  ...timeCommands,
  ...scenarioCommands,
  ...screenCommands,
  ...panelCommands,
  ...findingCommands,
  ...pacingCommands,
  ...compareCommands,
  ...chartCommands,
  ...recordCommands,
  ...resultsCommands,
  ...releaseCommands,
  ...fileCommands,
  ...modelCommands,
  ...dialogCommands,
  ...snapshotCommands,
  ...whatIfCommands,
]

/** Where the keyboard is: in the sheet, in a text field, or anywhere else. */
export type KeyPlace = 'sheet' | 'text' | 'elsewhere'

const works = ({ where }: Command, at: KeyPlace): boolean =>
  where === 'texts too' || (at !== 'text' && (where === 'everywhere' || at === 'sheet'))

/** The command a key press means at a place; null where it means none. */
export const commandFor = (press: KeyPress, at: KeyPlace): Command | null =>
  commands.find((command) => works(command, at) && command.keys.some((keys) => isChord(keys, press))) ?? null

export const command = (id: string): Command =>
  present(
    commands.find((each) => each.id === id),
    `the command ${id}`,
  )
