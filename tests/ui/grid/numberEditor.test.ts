// The editor owns its edit: the text goes to its own cell, in the turn in which the grid ends the edit, and once.

import { expect, test } from 'vitest'
import type { CellEdit } from '#ui/grid/cellEdit.ts'
import { NumberEditor } from '#ui/grid/numberEditor.ts'

type Opened = { readonly editor: NumberEditor; readonly field: HTMLInputElement; readonly committed: readonly string[] }

const opened = (text: string, eventKey: string | null): Opened => {
  const committed: string[] = []
  const edit: CellEdit = {
    textOf: () => text,
    landing: () => ({ name: 'Base', colour: 'blue' }),
    refusal: (typed) => (typed === 'abc' ? 'not a number' : null),
    opensFormula: (typed) => typed.startsWith('=') && typed !== '=nope',
    goOnInFormula: (typed) => committed.push(`formula ${typed}`),
    commit: (typed) => committed.push(typed),
    commitToAll: (typed) => committed.push(`all ${typed}`),
  }
  const editor = new NumberEditor()
  const params = {
    eventKey,
    value: 'the face',
    column: { getActualWidth: () => 80 },
    stopEditing: () => undefined,
    ...edit,
  }
  editor.init(params as unknown as Parameters<NumberEditor['init']>[0])
  document.body.append(editor.getGui())
  editor.afterGuiAttached()
  const field = editor.getGui().querySelector('input')
  if (field === null) throw new Error('the editor has no field')
  return { editor, field, committed }
}

test('[G1] an edit ends in its own cell though the next editor is open already, and the grid is given nothing', () => {
  const first = opened('', '7')
  const second = opened('', '5')
  first.field.value = '70000'
  second.field.value = '5000'
  expect(first.editor.isCancelAfterEnd()).toBe(true)
  expect(first.committed).toEqual(['70000'])
  expect(second.committed).toEqual([])
  expect(first.editor.getValue()).toBe('the face')
})

test('[G1] an edit is made once, and an unchanged text is none', () => {
  const typed = opened('35%', '4')
  typed.editor.isCancelAfterEnd()
  typed.editor.isCancelAfterEnd()
  expect(typed.committed).toEqual(['4'])
  const looked = opened('35%', 'F2')
  expect(looked.editor.isCancelAfterEnd()).toBe(true)
  expect(looked.committed).toEqual([])
})

test('[G3] F2, a double click and typing put the caret at the end of the text', () => {
  for (const [key, text] of [
    ['F2', '35%'],
    [null, '35%'],
    ['8', '8'],
    ['Backspace', ''],
  ] as const) {
    const { field } = opened('35%', key)
    expect(field.value).toBe(text)
    expect([field.selectionStart, field.selectionEnd]).toEqual([text.length, text.length])
  }
})

test('a refused text keeps the key from the grid; a word being composed does not end the edit', () => {
  const { field } = opened('', '1')
  const heard: string[] = []
  document.body.addEventListener('keydown', ({ key }) => heard.push(key))
  field.value = 'abc'
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  expect(heard).toEqual([])
  expect(field).toHaveAttribute('aria-invalid', 'true')
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }))
  expect(heard).toEqual(['Enter'])
})

test('[N3] from the first letter behind “=” the text is the formula’s, and nothing is typed into the cell', () => {
  const { editor, field, committed } = opened('', '=')
  const write = (text: string): void => {
    field.value = text
    field.dispatchEvent(new InputEvent('input'))
  }
  for (const text of ['=3', '=3+4', '=3+r', '=(r', '12', '=nope']) write(text)
  expect(committed).toEqual([])
  write('=r')
  expect(committed).toEqual(['formula =r'])
  expect(editor.isCancelAfterEnd()).toBe(true)
  expect(committed).toEqual(['formula =r'])
})

test('[N3] a text being composed stays until it is written', () => {
  const { field, committed } = opened('', '=')
  field.value = '=收'
  field.dispatchEvent(new InputEvent('input', { isComposing: true }))
  expect(committed).toEqual([])
  field.dispatchEvent(new CompositionEvent('compositionend'))
  expect(committed).toEqual(['formula =收'])
})
