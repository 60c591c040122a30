// How a command's keys are written on this machine: Ctrl+Shift+Z, on a Mac ⇧⌘Z.

import type { Command } from '#session/command.ts'

const isThisMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const names = new Map([
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['PageUp', 'PgUp'],
  ['PageDown', 'PgDn'],
  ['Escape', 'Esc'],
  ['ContextMenu', 'Menu'],
])

/** What a Mac's keyboard has in the place of words. */
const macNames = new Map([
  ['Enter', '↩'],
  ['Tab', '⇥'],
  ['Backspace', '⌫'],
  ['Delete', '⌦'],
])

/** Keys that are held, in the order a Mac writes them. */
const macSigns = [
  ['Ctrl', '⌃'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Mod', '⌘'],
] as const

/** A chord as it stands on the keys. */
export const chordText = (chord: string, isMac = isThisMac): string => {
  // The last part may be a plus itself.
  const parts = chord.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1)
  const name = names.get(key) ?? key
  if (!isMac) return [...held.map((each) => (each === 'Mod' ? 'Ctrl' : each)), name].join('+')
  const signs = macSigns.filter(([each]) => held.includes(each)).map(([, sign]) => sign)
  return signs.join('') + (macNames.get(key) ?? name)
}

/** The command's first key, or an empty text. */
export const keysText = ({ keys }: Command): string => {
  const [first] = keys
  return first === undefined ? '' : chordText(first)
}

/** Every key of the command. */
export const keyTexts = ({ keys }: Command): readonly string[] => keys.map((each) => chordText(each))
