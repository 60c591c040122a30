import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test } from 'vitest'
import { command } from '#session/commands.ts'
import FindBar from '#ui/part/FindBar.svelte'
import { exampleBench } from '../support/workbench.ts'

const shown = async () => {
  const bench = await exampleBench()
  const user = userEvent.setup()
  render(FindBar, { open: bench.open })
  command('audit.find').run(bench.workbench)
  await tick()
  /** A search of many cells goes on behind the keys. */
  const tells = (sentence: string): Promise<void> =>
    waitFor(() => {
      expect(screen.getByRole('status').textContent).toBe(sentence)
    })
  const field = screen.getByLabelText<HTMLInputElement>('Find in labels, keys, formulas, notes and values')
  return { ...bench, user, field, told: () => screen.getByRole('status').textContent, tells }
}

test('it is there only while something is looked for', async () => {
  const { open } = await exampleBench()
  render(FindBar, { open })
  expect(screen.queryByRole('search')).toBeNull()
})

test('it opens under the keyboard, finds as one types and steps round', async () => {
  const { user, open, field, told, tells } = await shown()
  expect(field).toHaveFocus()
  // Capital expenditure, total; Capex in free cash flow has no “total”.
  await user.keyboard('expenditure, tot')
  await tells('1 of 1 · found in the label “Capital expenditure, total”')
  expect(open.sheet.selection.cursor?.line).toBe('capex')
  await user.clear(field)
  // Cloud growth, year on year; Cloud growth; Cloud growth fades, a quarter; Cloud growth, as quoted; …against the quoted
  await user.keyboard('cloud growth')
  await tells('1 of 5 · found in the label “Cloud growth, year on year”')
  await user.keyboard('{Enter}')
  expect(open.sheet.selection.cursor?.line).toBe('cloud_growth')
  await user.keyboard('{F3}')
  expect(open.sheet.selection.cursor).toEqual({ line: 'cloud_fade', column: 'constant' })
  await user.keyboard('{Shift>}{Enter}{F3}{F3}{/Shift}')
  await tells('5 of 5 · found in the label “Cloud growth against the quoted”')
  await user.click(screen.getByRole('button', { name: 'Next match' }))
  expect(told()).toMatch(/^1 of 5/)
  await user.click(screen.getByRole('button', { name: 'Previous match' }))
  expect(told()).toMatch(/^5 of 5/)
})

test('a value is found with its separator or without', async () => {
  const { user, open, field, tells } = await shown()
  await user.keyboard('247,795')
  await tells('1 of 1 · found in the value “247,795”')
  expect(open.sheet.selection.cursor).toEqual({ line: 'revenue', column: '2025-09' })
  await user.clear(field)
  await user.keyboard('247795')
  await tells('1 of 1 · found in the value “247,795”')
})

test('nothing found is told, and Escape closes and gives the keyboard back', async () => {
  const { user, open, tells } = await shown()
  await user.keyboard('xyzzy')
  await tells('Nothing holds “xyzzy”.')
  const calls = open.sheetCalls
  await user.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.queryByRole('search')).toBeNull()
  })
  expect([open.sheet.find.query, open.sheetCalls]).toEqual([null, calls + 1])
})

test('Ctrl+F takes the field again with its text selected; F3 in the sheet leaves the keyboard there', async () => {
  const { user, open, workbench, field } = await shown()
  await user.keyboard('capex')
  await user.click(screen.getByRole('button', { name: 'Next match' }))
  expect(field).not.toHaveFocus()
  command('audit.findNext').run(workbench)
  await tick()
  expect(field).not.toHaveFocus()
  command('audit.find').run(workbench)
  await tick()
  expect(field).toHaveFocus()
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 5])
  await user.keyboard('{Control>}f{/Control}')
  expect(open.sheet.find.query).toBe('capex')
})
