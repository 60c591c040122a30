import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { rowOf } from '#model/model.ts'
import type { Cell } from '#session/layout.ts'
import { rangeOf } from '#session/range.ts'
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
  expect(await screen.findByRole('alert')).toHaveTextContent('“page 3” is no web address.')
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

test('[NS1] Escape asks only where something would be lost; Cancel does not, and the keyboard goes back', async () => {
  const { user, open, workbench, noteIn, text } = await opened({ line: 'capex', column: '2026-06' })
  const calls = open.sheetCalls
  await user.type(text, 'no')
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('alert')).toHaveTextContent('What you wrote is not saved.')
  expect(screen.getByRole('button', { name: 'Go on writing' })).toHaveFocus()
  await user.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.getByLabelText('Note')).toHaveFocus()
  })
  expect([screen.queryByRole('alert'), text]).toEqual([null, expect.objectContaining({ value: 'no' })])
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Throw it away' }))
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect([noteIn('base'), open.sheetCalls]).toEqual([null, calls + 1])
  workbench.dialog = 'note'
  expect(await screen.findByLabelText('Note')).toHaveValue('')
  await user.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  workbench.dialog = 'note'
  await user.type(await screen.findByLabelText('Note'), 'no')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect([workbench.dialog, noteIn('base')]).toEqual([null, null])
})

test('[NS1] several cells get the same note and source, in one step; computed ones are left out', async () => {
  const { user, open, workbench } = await exampleBench().then((bench) => ({ ...bench, user: userEvent.setup() }))
  const cell = (line: string): Cell => ({ line, column: '2025-09' })
  // example.md lists them so: revenue, cloud revenue, capex, all three reported.
  open.sheet.selection.choose([rangeOf(cell('revenue'), cell('capex'))])
  render(NoteDialog, { open, workbench })
  workbench.dialog = 'note'
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveAccessibleName('Note on 3 cells')
  expect(dialog).toHaveAccessibleDescription(
    /^The same for 3 typed numbers, from Revenue FY26 Q2 to Capital expenditure, total FY26 Q2\./,
  )
  await user.clear(screen.getByLabelText('Note'))
  await user.type(screen.getByLabelText('Note'), 'Interim report, p. 9')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const notes = () =>
    ['revenue', 'cloud_revenue', 'capex'].map((id) => rowOf(open.model, 'base', '2025-09').notes.get(id))
  expect(notes().map((note) => note?.text)).toEqual(Array(3).fill('Interim report, p. 9'))
  // The source they share was left as it is.
  expect(new Set(notes().map((note) => note?.source)).size).toBe(1)
  expect(open.message?.sentence).toContain('3 cells from Revenue FY26 Q2 on in Base: note changed')
  open.undo()
  await waitFor(() => {
    expect(notes().map((note) => note?.text)).not.toContain('Interim report, p. 9')
  })
})

test('[NS1] where the cells say different things, what is left empty stays with each', async () => {
  const { user, open, workbench } = await exampleBench().then((bench) => ({ ...bench, user: userEvent.setup() }))
  const cell = (column: string): Cell => ({ line: 'revenue', column })
  open.sheet.selection.choose([rangeOf(cell('2025-06'), cell('2025-09'))])
  const sources = () =>
    (['2025-06', '2025-09'] as const).map((quarter) => rowOf(open.model, 'base', quarter).notes.get('revenue')?.source)
  const before = sources()
  expect(new Set(before).size).toBe(2)
  render(NoteDialog, { open, workbench })
  workbench.dialog = 'note'
  expect(await screen.findByLabelText(/^Source/)).toHaveValue('')
  expect(screen.getByLabelText(/^Source/)).toHaveAttribute('placeholder', 'They differ: left empty, each keeps its own')
  await user.clear(screen.getByLabelText('Note'))
  await user.type(screen.getByLabelText('Note'), 'Both')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(sources()).toEqual(before)
  expect(rowOf(open.model, 'base', '2025-06').notes.get('revenue')?.text).toBe('Both')
})

test('[NS1] a source of the model is chosen instead of typed, those of the quarter first', async () => {
  const { user, open, source, text } = await opened({ line: 'rest_revenue', column: '2025-09' })
  const [first] = screen.getAllByRole('button', { name: /cells?$/ })
  if (first === undefined) throw new Error('no source is offered')
  await user.click(first)
  const known = rowOf(open.model, 'base', '2025-09').notes.get('revenue')
  expect(source).toHaveValue(known?.source)
  expect((text as HTMLTextAreaElement).value).not.toBe('')
})

test('[NS2] earlier values stand in the dialog and can be removed there', async () => {
  const { user, open, workbench, noteIn } = await opened({ line: 'revenue', column: '2025-09' })
  workbench.dialog = null
  const earlier = [{ value: 247_000, until: '2025-11-25T12:00:00.000Z', reason: 'Recast' }]
  const note = { text: 'Release', source: null, earlier }
  open.dispatch([{ kind: 'note', scenario: 'base', quarter: '2025-09', line: 'revenue', note }], 'restated')
  workbench.dialog = 'note'
  expect(await screen.findByText('247,000 RMB m until 25 Nov 2025: Recast')).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^Remove 247,000/ }))
  expect(noteIn('base')).toEqual({ text: 'Release', source: null })
  expect(screen.queryByText('Earlier values')).toBeNull()
})

test('[NS5] a parent’s earlier values say whose they are and are not removed from here', async () => {
  const { open, workbench } = await exampleBench()
  const cell = { line: 'capex', column: '2026-06' } as const
  const earlier = [{ value: 30_000, until: '2025-11-25T12:00:00.000Z', reason: 'recast' }]
  const note = { text: '', source: null, earlier }
  open.dispatch([{ kind: 'note', scenario: 'base', quarter: cell.column, line: cell.line, note }], 'noted')
  open.look({ scenario: 'bull' })
  open.select(cell)
  render(NoteDialog, { open, workbench })
  workbench.dialog = 'note'
  expect(await screen.findByText('What stood here before is Base’s: show Base to remove it.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Remove / })).toBeNull()
})
