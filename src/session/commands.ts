// The commands: every action with its name and key, in one table that feeds menus and the keyboard alike.

import { present } from '#base/assert.ts'
import { complaint } from './message.ts'
import type { Workbench } from './workbench.svelte.ts'

export type CommandId =
  | 'undo'
  | 'redo'
  | 'exportShownWide'
  | 'exportShownTidy'
  | 'exportAllWide'
  | 'exportAllTidy'
  | 'saveFile'
  | 'nextScenario'
  | 'previousScenario'
  | 'togglePanel'

export type Command = {
  readonly id: CommandId
  readonly name: string
  /** `Mod` is Ctrl, on a Mac ⌘; empty where the command has no key. */
  readonly keys: readonly string[]
  readonly run: (workbench: Workbench) => void
}

const stepScenario = (workbench: Workbench, step: number): void => {
  const { open } = workbench
  if (open === null) return
  const { scenarios } = open.model
  const at = scenarios.findIndex(({ id }) => id === open.shown)
  const next = scenarios[(at + step + scenarios.length) % scenarios.length]
  if (next !== undefined) open.look({ scenario: next.id })
}

export const commands: readonly Command[] = [
  { id: 'undo', name: 'Undo', keys: ['Mod+Z'], run: ({ open }) => open?.undo() },
  { id: 'redo', name: 'Redo', keys: ['Mod+Y', 'Mod+Shift+Z'], run: ({ open }) => open?.redo() },
  {
    id: 'exportShownWide',
    name: 'Scenario shown, as laid out (CSV)',
    keys: ['Mod+E'],
    run: (workbench) => {
      workbench.exportCsv('wide', 'shown')
    },
  },
  {
    id: 'exportAllWide',
    name: 'All scenarios, as laid out (CSV)',
    keys: [],
    run: (workbench) => {
      workbench.exportCsv('wide', 'all')
    },
  },
  {
    id: 'exportShownTidy',
    name: 'Scenario shown, one row a cell (CSV)',
    keys: [],
    run: (workbench) => {
      workbench.exportCsv('tidy', 'shown')
    },
  },
  {
    id: 'exportAllTidy',
    name: 'All scenarios, one row a cell (CSV)',
    keys: ['Mod+Shift+E'],
    run: (workbench) => {
      workbench.exportCsv('tidy', 'all')
    },
  },
  {
    id: 'saveFile',
    name: 'Save model to a file',
    keys: ['Mod+S'],
    run: (workbench) => {
      workbench.saveFile().catch((fault: unknown) => {
        workbench.say(complaint(`The file could not be saved: ${String(fault)}`))
      })
    },
  },
  {
    id: 'togglePanel',
    name: 'Show or hide the side panel',
    keys: ['Mod+.'],
    run: ({ open }) => {
      open?.look({ isPanelHidden: !open.view.isPanelHidden })
    },
  },
  {
    id: 'nextScenario',
    name: 'Next scenario',
    keys: ['Mod+Alt+PageDown'],
    run: (workbench) => {
      stepScenario(workbench, 1)
    },
  },
  {
    id: 'previousScenario',
    name: 'Previous scenario',
    keys: ['Mod+Alt+PageUp'],
    run: (workbench) => {
      stepScenario(workbench, -1)
    },
  },
]

/** What a command needs to know of a key press; a KeyboardEvent has it. */
type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const matches = (keys: string, press: KeyPress): boolean => {
  const parts = keys.split('+')
  return (
    parts.at(-1)?.toLowerCase() === press.key.toLowerCase() &&
    parts.includes('Mod') === (press.ctrlKey || press.metaKey) &&
    parts.includes('Alt') === press.altKey &&
    parts.includes('Shift') === press.shiftKey
  )
}

export const commandFor = (press: KeyPress): Command | null =>
  commands.find(({ keys }) => keys.some((each) => matches(each, press))) ?? null

export const command = (id: CommandId): Command =>
  present(
    commands.find((each) => each.id === id),
    `the command ${id}`,
  )
