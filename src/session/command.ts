// A Command is an action with its name and keys. One table of them feeds menus, palette, keyboard and help alike.

import type { Workbench } from './workbench.svelte.ts'

type CommandGroup = 'File' | 'Edit' | 'Move' | 'Select' | 'Format' | 'Audit' | 'Look' | 'Scenario' | 'Help'

export type Command = {
  readonly id: string
  readonly name: string
  /** The name as things stand, where it tells more; the palette shows it. */
  readonly nameNow?: (workbench: Workbench) => string | null
  readonly group: CommandGroup
  /** Chords as `isChord` reads them; empty where the command has no key. */
  readonly keys: readonly string[]
  /** Whether its keys work while the sheet has the keyboard, or everywhere but in texts, or in texts too. */
  readonly where: 'sheet' | 'everywhere' | 'texts too'
  /** Where it says no, the key is left to the browser and the menus leave the command out. */
  readonly canRun?: (workbench: Workbench) => boolean
  readonly run: (workbench: Workbench) => void
}
