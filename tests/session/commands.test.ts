import { describe, expect, test } from 'vitest'
import { command, commandFor, commands } from '#session/commands.ts'
import { writesSign, type KeyPress } from '#session/keyPress.ts'

const press = (keys: string, more: Partial<KeyPress> = {}): KeyPress => {
  const parts = keys.split(/\+(?=.)/)
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    ...more,
  }
}

const altGraph = (name: string): boolean => name === 'AltGraph'

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
  ['Ctrl+.', 'look.panel'],
  ['Ctrl+Alt+PageDown', 'nextScenario'],
  ['Ctrl+Alt+PageUp', 'previousScenario'],
  ['Ctrl+k', 'help.palette'],
  ['Ctrl+f', 'audit.find'],
  ['F3', 'audit.findNext'],
  ['Ctrl+`', 'audit.formulas'],
  ['Shift+?', 'help.keys'],
])('[M4] %s is %s, anywhere but in a text', (keys, id) => {
  expect(commandFor(press(keys), 'elsewhere')?.id).toBe(id)
  expect(commandFor(press(keys), 'sheet')?.id).toBe(id)
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
  'Ctrl+d',
  'Ctrl++',
  'F5',
])('[M4] %s is no command outside the sheet', (keys) => {
  expect(commandFor(press(keys), 'elsewhere')).toBeNull()
})

/** The keys of the sheet as Excel has them. */
test.each([
  ['ArrowLeft', 'move.left'],
  ['Ctrl+ArrowRight', 'move.edge.right'],
  ['Home', 'move.home'],
  ['Ctrl+Home', 'move.start'],
  ['Ctrl+End', 'move.last'],
  ['PageUp', 'move.pageUp'],
  ['Alt+PageDown', 'move.pageRight'],
  ['Alt+PageUp', 'move.pageLeft'],
  ['Tab', 'move.tab'],
  ['Shift+Tab', 'move.tabBack'],
  ['Enter', 'move.enter'],
  ['Shift+Enter', 'move.enterBack'],
  ['Ctrl+g', 'move.goTo'],
  ['Ctrl+Backspace', 'move.reveal'],
  ['Shift+ArrowDown', 'extend.down'],
  ['Ctrl+Shift+ArrowDown', 'extend.edge.down'],
  ['Shift+Home', 'extend.home'],
  ['Ctrl+Shift+End', 'extend.last'],
  ['Alt+Shift+PageDown', 'extend.pageRight'],
  ['Shift+ ', 'select.row'],
  ['Ctrl+ ', 'select.column'],
  ['Ctrl+a', 'select.all'],
  ['Shift+F8', 'select.add'],
  ['F2', 'edit.text'],
  ['Backspace', 'edit.empty'],
  ['Delete', 'edit.delete'],
  ['Escape', 'edit.escape'],
  ['Ctrl+Enter', 'edit.intoAll'],
  ['Ctrl+d', 'edit.fillDown'],
  ['Ctrl+r', 'edit.fillRight'],
  ['Alt+=', 'edit.sum'],
  ['F4', 'edit.repeat'],
  ['Ctrl+c', 'edit.copy'],
  ['Ctrl+x', 'edit.cut'],
  ['Ctrl+v', 'edit.paste'],
  ['Ctrl+Shift+V', 'edit.pasteValues'],
  ['Shift+F2', 'edit.note'],
  ['Ctrl+Shift+%', 'format.percent'],
  ['Ctrl+Shift+!', 'format.number'],
  ['Ctrl+Shift+1', 'format.number'],
  ['Ctrl+[', 'audit.precedents'],
  ['Ctrl+]', 'audit.dependents'],
  ['Alt+Shift+ArrowLeft', 'look.fold'],
  ['Alt+Shift+ArrowRight', 'look.unfold'],
  ['Shift+F10', 'look.menu'],
  ['ContextMenu', 'look.menu'],
])('[G6] on the sheet %s is %s', (keys, id) => {
  expect(commandFor(press(keys), 'sheet')?.id).toBe(id)
})

test.each(['F5', 'Ctrl+F5', 'Ctrl+0', 'Ctrl++', 'Ctrl+-', 'Ctrl+=', 'Ctrl+t', 'Ctrl+l', 'F11', 'F12', 'Ctrl+p'])(
  '[G6] %s stays the browser’s',
  (keys) => {
    expect(commandFor(press(keys), 'sheet')).toBeNull()
    expect(writesSign(press(keys))).toBe(false)
  },
)

describe('on other keyboards', () => {
  test.each([
    ['Ctrl+я', 'KeyZ', 'undo'],
    ['Ctrl+с', 'KeyC', 'edit.copy'],
    ['Ctrl+ש', 'KeyA', 'select.all'],
    ['Ctrl+х', 'BracketLeft', 'audit.precedents'],
    ['Alt+≠', 'Equal', 'edit.sum'], // a Mac
    ['Ctrl+ё', 'Backquote', 'audit.formulas'],
  ])('[G9] %s, where a Latin one has %s, is %s', (keys, code, id) => {
    expect(commandFor(press(keys, { code }), 'sheet')?.id).toBe(id)
  })

  test('[G9] a Latin letter is what it writes, wherever it lies', () => {
    // AZERTY: W and Z change places.
    expect(commandFor(press('Ctrl+z', { code: 'KeyW' }), 'sheet')?.id).toBe('undo')
    expect(commandFor(press('Ctrl+w', { code: 'KeyZ' }), 'sheet')).toBeNull()
    // AZERTY writes digits with Shift, and % elsewhere.
    expect(commandFor(press('Ctrl+Shift+1', { code: 'Digit1' }), 'sheet')?.id).toBe('format.number')
    expect(commandFor(press('Ctrl+Shift+%', { code: 'Quote' }), 'sheet')?.id).toBe('format.percent')
  })

  test('[G9] what AltGr writes is typed, though Windows tells Ctrl and Alt', () => {
    const euro = press('Ctrl+Alt+€', { code: 'KeyE', getModifierState: altGraph })
    expect(commandFor(euro, 'sheet')).toBeNull()
    expect(writesSign(euro)).toBe(true)
    expect(commandFor(press('Ctrl+Alt+[', { code: 'Digit8', getModifierState: altGraph }), 'sheet')).toBeNull()
  })

  test('[G9] digits of any width write', () => {
    for (const key of ['5', '５', '٥', '−', '¥', 'п']) expect(writesSign(press(key))).toBe(true)
    for (const key of ['Ctrl+5', 'Alt+5', ' ', 'Process', 'Dead', 'F2']) expect(writesSign(press(key))).toBe(false)
  })
})

test('in a text field only what leaves the text alone works', () => {
  const inText = (keys: string): string | undefined => commandFor(press(keys), 'text')?.id
  expect(['Ctrl+z', 'Ctrl+y', 'Shift+?', 'ArrowLeft'].map(inText)).toEqual(Array(4).fill(undefined))
  expect(['Ctrl+s', 'Ctrl+f', 'Ctrl+k'].map(inText)).toEqual(['saveFile', 'audit.find', 'help.palette'])
})

test('[M4] every command has a name and an id of its own, and no key means two', () => {
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  const keys = commands.flatMap((each) => each.keys)
  expect(new Set(keys).size).toBe(keys.length)
  for (const each of commands) expect(command(each.id)).toBe(each)
})
