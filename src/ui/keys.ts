// How a command's key is written on this machine: Ctrl+Z, on a Mac ⌘Z.

import type { Command } from '#session/commands.ts'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The command's first key, or an empty text. */
export const keysText = ({ keys }: Command): string => {
  const [first = ''] = keys
  return isMac
    ? first.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
    : first.replace('Mod', 'Ctrl').replace('PageDown', 'PgDn').replace('PageUp', 'PgUp')
}
