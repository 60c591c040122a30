import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { rowOf } from '#model/model.ts'
import type { Cell } from '#session/layout.ts'
import NoteDialog from '#ui/notes/NoteDialog.svelte'
import { exampleBench } from '../../support/workbench.ts'

const opened = async (cell: Cell, scenario = 'base') => {
  const bench = await exampleBench()
  const { open, workbench } = bench
  const user = userEvent.setup()
  open.look({ scenario })
  open.select(cell)
  render(NoteDialog, { open, workbench })
  workbench.dialog = 'note'
  const dialog = await screen.findByRole('dialog')
  const noteIn = (shown: string) => rowOf(open.model, shown, cell.column as '2025-09').notes.get(cell.line) ?? null
  return {
    ...bench,
    user,
    dialog,
    noteIn,
    text: screen.getByLabelText('Note'),
    source: screen.getByLabelText(/^Source/),
  }
}

test('it shows the note and where it is kept; a reported number’s is Base’s', async () => {
  const { dialog, text, source, noteIn } = await opened({ line: 'revenue', column: '2025-09' }, 'bull')
  expect(dialog).toHaveAccessibleName('Note on Revenue · FY26 Q2')
  expect(dialog).toHaveAccessibleDescription(/kept in Base, where the number of this cell belongs/)
  expect(text).toHaveFocus()
  expect(text).toHaveValue(noteIn('base')?.text)
  expect(source).toHaveValue(noteIn('base')?.source)
})

test('Ctrl+Enter saves it, in the shown scenario for a forecast', async () => {
  const { user, open, workbench, noteIn, text } = await opened({ line: 'capex', column: '2026-06' }, 'bull')
  expect(screen.queryByRole('button', { name: 'Remove note' })).toBeNull()
  await user.type(text, 'Guidance of May')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect([noteIn('bull'), noteIn('base')]).toEqual([{ text: 'Guidance of May', source: null }, null])
  expect(workbench.dialog).toBeNull()
  expect(open.message?.sentence).toBe('Capital expenditure, total FY27 Q1 in Bull: note added. Nothing else moved.')
})

test('what is no address is told and nothing is kept; a bare one becomes whole', async () => {
  const { user, noteIn, source } = await opened({ line: 'capex', column: '2026-06' })
  await user.type(source, 'page 3')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByRole('alert')).toHaveTextContent('“page 3” is no web address.')
  expect(noteIn('base')).toBeNull()
  await user.clear(source)
  await user.type(source, 'example.com/report.pdf{Enter}')
  await waitFor(() => {
    expect(noteIn('base')).toEqual({ text: '', source: 'https://example.com/report.pdf' })
  })
})

test('it can be removed, and undone', async () => {
  const { user, open, noteIn } = await opened({ line: 'revenue', column: '2025-09' })
  const before = noteIn('base')
  expect(before).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Remove note' }))
  await waitFor(() => {
    expect(noteIn('base')).toBeNull()
  })
  expect(open.message?.sentence).toContain('Revenue FY26 Q2 in Base: note removed')
  open.undo()
  await waitFor(() => {
    expect(noteIn('base')).toEqual(before)
  })
})

test('Cancel and Escape keep nothing, and the keyboard goes back', async () => {
  const { user, open, workbench, noteIn, text } = await opened({ line: 'capex', column: '2026-06' })
  const calls = open.sheetCalls
  await user.type(text, 'no')
  await user.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect([noteIn('base'), open.sheetCalls]).toEqual([null, calls + 1])
  workbench.dialog = 'note'
  expect(await screen.findByLabelText('Note')).toHaveValue('')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(workbench.dialog).toBeNull()
})
