import { expect, test } from 'vitest'
import { command, commandFor, commands } from '#session/commands.ts'

const press = (keys: string) => {
  const parts = keys.split('+')
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  }
}

test.each([
  ['Ctrl+z', 'undo'],
  ['Meta+z', 'undo'],
  ['Ctrl+Z', 'undo'], // caps lock
  ['Ctrl+y', 'redo'],
  ['Ctrl+Shift+Z', 'redo'],
  ['Meta+Shift+z', 'redo'],
  ['Ctrl+s', 'saveFile'],
  ['Ctrl+e', 'exportShownWide'],
  ['Ctrl+Shift+E', 'exportAllTidy'],
  ['Ctrl+.', 'togglePanel'],
  ['Ctrl+Alt+PageDown', 'nextScenario'],
  ['Ctrl+Alt+PageUp', 'previousScenario'],
])('[M4] %s is %s', (keys, id) => {
  expect(commandFor(press(keys))?.id).toBe(id)
})

test.each([
  'z',
  'Shift+Z',
  'Alt+z',
  'Ctrl+Alt+z',
  'Ctrl+Alt+e',
  'Ctrl+x',
  'Enter',
  'PageDown',
  'Ctrl+PageDown',
  'Ctrl++',
])('[M4] %s is no command', (keys) => {
  expect(commandFor(press(keys))).toBeNull()
})

test('[M4] every command has a name and an id of its own, and no key means two', () => {
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  const keys = commands.flatMap((each) => each.keys)
  expect(new Set(keys).size).toBe(keys.length)
  for (const each of commands) expect(command(each.id)).toBe(each)
})
