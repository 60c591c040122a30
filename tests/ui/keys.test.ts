import { expect, test } from 'vitest'
import { command } from '#session/commands.ts'
import { chordText, keysText, keyTexts } from '#ui/keys.ts'

test.each([
  ['Mod+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
  ['Mod+Alt+PageDown', 'Ctrl+Alt+PgDn', '⌥⌘PgDn'],
  ['Ctrl+Space', 'Ctrl+Space', '⌃Space'],
  ['Alt+Shift+ArrowLeft', 'Alt+Shift+←', '⌥⇧←'],
  ['Mod+ArrowDown', 'Ctrl+↓', '⌘↓'],
  ['Alt+=', 'Alt+=', '⌥='],
  ['Mod++', 'Ctrl++', '⌘+'],
  ['Mod+Backspace', 'Ctrl+Backspace', '⌘⌫'],
  ['Escape', 'Esc', 'Esc'],
  ['?', '?', '?'],
])('%s is written %s, on a Mac %s', (chord, windows, mac) => {
  expect([chordText(chord, false), chordText(chord, true)]).toEqual([windows, mac])
})

test('a command’s first key, and all of them', () => {
  expect(keysText(command('redo'))).toBe('Ctrl+Y')
  expect(keyTexts(command('redo'))).toEqual(['Ctrl+Y', 'Ctrl+Shift+Z'])
  expect(keysText(command('edit.fillToEnd'))).toBe('')
})
