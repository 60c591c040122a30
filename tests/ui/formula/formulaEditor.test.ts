import { waitFor } from '@testing-library/svelte'
import { afterEach, expect, test, vi } from 'vitest'
import { EditorView } from '@codemirror/view'
import { createFormulaEditor, type EditorDoor, type FormulaEditor } from '#ui/formula/editor/formulaEditor.ts'
import '../../support/measure.ts'

const parent = document.body.appendChild(document.createElement('div'))
let editor: FormulaEditor

afterEach(() => {
  editor.destroy()
})

const line = (key: string, label: string) => ({ key, label, unit: 'RMB m' })

const make = (text: string, more: Partial<EditorDoor> = {}) => {
  const acts = {
    onText: vi.fn(),
    onLook: vi.fn(),
    onEnter: vi.fn(),
    onBreak: vi.fn(),
    onEscape: vi.fn(),
    onFix: vi.fn(),
  }
  editor = createFormulaEditor(parent, {
    text,
    selection: { start: text.length, end: text.length },
    marks: [],
    placeholder: 'No formula',
    scope: () => ({
      lines: [line('revenue', 'Revenue'), line('capex', 'Capital expenditure, total')],
      quarters: ['2025-09', '2025-12'],
      calendar: { yearEndMonth: 3, yearNamedBy: 'end' },
    }),
    ...acts,
    ...more,
  })
  const content = parent.querySelector<HTMLElement>('.cm-content')
  const view = content === null ? null : EditorView.findFromDOM(content)
  if (content === null || view === null) throw new Error('no editor')
  editor.focus()
  /** Types as the browser would: at the caret, as input. */
  const type = (typed: string): void => {
    for (const sign of typed)
      view.dispatch({ ...view.state.replaceSelection(sign), userEvent: 'input.type', scrollIntoView: false })
  }
  const press = (key: string, held: KeyboardEventInit = {}): boolean => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
    content.dispatchEvent(event)
    return event.defaultPrevented
  }
  const options = (): readonly string[] =>
    [...parent.querySelectorAll('.cm-tooltip-autocomplete li')].map((each) => each.textContent)
  return { content, view, acts, type, press, options, text: () => view.state.doc.toString() }
}

test('[FB10] the editor is a text box of its own name, told as invalid and described', () => {
  const { content } = make('revenue')
  editor.name({ label: 'Formula of Revenue', isInvalid: true, describedBy: 'why' })
  expect(content).toHaveAttribute('role', 'textbox')
  expect(content).toHaveAttribute('aria-label', 'Formula of Revenue')
  expect(content).toHaveAttribute('aria-invalid', 'true')
  expect(content).toHaveAttribute('aria-describedby', 'why')
  editor.name({ label: 'Formula of Revenue', isInvalid: false, describedBy: null })
  expect(content).not.toHaveAttribute('aria-describedby')
})

test('[FB9] Enter, Escape and the suggestion’s key are the bar’s; Alt+Enter and Shift+Enter break the line', () => {
  const { press, acts } = make('revenue')
  press('Enter')
  expect(acts.onEnter).toHaveBeenCalledTimes(1)
  press('Enter', { altKey: true })
  press('Enter', { shiftKey: true })
  expect(acts.onBreak).toHaveBeenCalledTimes(2)
  press('Escape')
  expect(acts.onEscape).toHaveBeenCalledTimes(1)
  press('.', { ctrlKey: true })
  expect(acts.onFix).toHaveBeenCalledTimes(1)
  expect(press('Tab')).toBe(false)
})

test('[FB3] choices come as one types, Enter and Tab take one, Escape closes the list first', async () => {
  const { type, press, options, text, acts } = make('')
  type('expen')
  await waitFor(() => {
    expect(options()).toEqual(['capexCapital expenditure, total · RMB m'])
  })
  press('Escape')
  await waitFor(() => {
    expect(options()).toEqual([])
  })
  expect(acts.onEscape).not.toHaveBeenCalled()
  type('d')
  await waitFor(() => {
    expect(options()).toHaveLength(1)
  })
  await new Promise((done) => setTimeout(done, 100)) // what comes up under a key that is on its way is not taken
  press('Tab')
  expect(text()).toBe('capex')
  expect(acts.onText).toHaveBeenLastCalledWith('capex')
  press('Enter')
  expect(acts.onEnter).toHaveBeenCalledTimes(1)
})

test('[FB3] a key written out closes the list, so that Enter keeps the formula', async () => {
  const { type, press, options, acts } = make('')
  type('reven')
  await waitFor(() => {
    expect(options()).not.toEqual([])
  })
  type('ue')
  await waitFor(() => {
    expect(options()).toEqual([])
  })
  press('Enter')
  expect(acts.onEnter).toHaveBeenCalledTimes(1)
})

test('[FB3] Ctrl+Space lists every line where nothing is typed; a quarter closes its bracket', async () => {
  const { type, press, options, text } = make('revenue + ')
  press(' ', { ctrlKey: true })
  await waitFor(() => {
    expect(options().slice(0, 2)).toEqual(['revenueRevenue · RMB m', 'capexCapital expenditure, total · RMB m'])
  })
  await new Promise((done) => setTimeout(done, 100))
  press('ArrowDown')
  press('Enter')
  expect(text()).toBe('revenue + capex')
  type('["26q3')
  await waitFor(() => {
    expect(options()).toEqual(['FY26 Q3Dec 2025'])
  })
  await new Promise((done) => setTimeout(done, 100))
  press('Enter')
  expect(text()).toBe('revenue + capex["FY26 Q3"]')
})

test('[FB1] marks show in the text and move along with it; the bracket at the caret and its partner stand out', () => {
  const { content, type } = make('(revenue)')
  editor.mark([{ from: 1, to: 8, name: 'reference reference-2' }])
  expect(content.querySelector('.reference-2')).toHaveTextContent('revenue')
  expect([...content.querySelectorAll('.bracket-matched')].map((each) => each.textContent)).toEqual(['(', ')'])
  type(' + 1')
  expect(content.querySelector('.reference-2')).toHaveTextContent('revenue')
  expect(content.querySelector('.bracket-matched')).toBeNull()
})

test('[FB10] a text shown is not typed, and undo does not bring the one before back', () => {
  const { press, acts, text } = make('revenue')
  editor.show('capex')
  expect(acts.onText).not.toHaveBeenCalled()
  press('z', { ctrlKey: true })
  expect(text()).toBe('capex')
})

test('[FB7] what is put in goes where it is wanted, with the caret behind it, and is undone by one key', () => {
  const { press, text, acts } = make('revenue - x + 1')
  editor.replace({ start: 10, end: 11 }, 'capex[-4]')
  expect(text()).toBe('revenue - capex[-4] + 1')
  expect(editor.selection()).toEqual({ start: 19, end: 19 })
  expect(acts.onText).toHaveBeenLastCalledWith('revenue - capex[-4] + 1')
  press('z', { ctrlKey: true })
  expect(text()).toBe('revenue - x + 1')
})

test('[FB1] the text is in its colours from the first, so that no letter changes under the caret', () => {
  make('revenue / 2', { marks: [{ from: 0, to: 7, name: 'piece-key' }] })
  expect(parent.querySelector('.piece-key')).toHaveTextContent('revenue')
})
