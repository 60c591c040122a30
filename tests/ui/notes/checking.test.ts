// The bar and the dialog of checking. The example has 179 numbers typed in Base up to FY26 Q2 on lines that are no drivers; none
// is checked, and each has a note (counted in public/examples/alibaba.json).

import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { rowOf } from '#model/model.ts'
import { command } from '#session/commands.ts'
import InitialsDialog from '#ui/notes/InitialsDialog.svelte'
import UncheckedBar from '#ui/notes/UncheckedBar.svelte'
import { exampleBench } from '../../support/workbench.ts'

const shown = async () => {
  const bench = await exampleBench()
  const { open, workbench } = bench
  const user = userEvent.setup()
  open.select({ line: 'revenue', column: '2025-09' })
  render(UncheckedBar, { open, workbench })
  render(InitialsDialog, { open, workbench })
  return { ...bench, user, check: () => rowOf(open.model, 'base', '2025-09').notes.get('revenue')?.checked }
}

test('[NS7] the initials are asked once and remembered; then the number is marked', async () => {
  const { user, open, workbench, check } = await shown()
  command('check.mark').run(workbench)
  await screen.findByRole('dialog', { name: 'Who checks?' })
  await user.click(screen.getByRole('button', { name: 'Mark as checked' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Type your initials or your name')
  await user.type(screen.getByLabelText('Initials or name'), 'LW{Enter}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect(check()).toEqual({ value: 247_795, by: 'LW', at: '2025-11-25T12:00:00.000Z' })
  expect(open.message?.sentence).toBe('Revenue FY26 Q2 in Base: checked by LW. Nothing else moved.')
  command('check.mark').run(workbench)
  expect([workbench.dialog, check()]).toEqual([null, undefined])
})

test('[NS7] initials can be changed without marking anything', async () => {
  const { user, workbench, check } = await shown()
  workbench.keepInitials('LW')
  command('check.initials').run(workbench)
  const field = await screen.findByLabelText('Initials or name')
  expect(field).toHaveValue('LW')
  await user.clear(field)
  await user.type(field, 'KX{Enter}')
  await waitFor(() => {
    expect(workbench.initials).toBe('KX')
  })
  expect(check()).toBeUndefined()
})

test('[NS9] the bar counts what is unchecked, goes to it, and is gone again', async () => {
  const { user, open, workbench } = await shown()
  workbench.keepInitials('LW')
  expect(screen.queryByRole('region', { name: 'Checking against sources' })).toBeNull()
  command('check.show').run(workbench)
  const bar = await screen.findByRole('region', { name: 'Checking against sources' })
  expect(bar).toHaveTextContent('179 of 179 reported numbers unchecked')
  command('check.mark').run(workbench)
  await waitFor(() => {
    expect(bar).toHaveTextContent('178 of 179 reported numbers unchecked')
  })
  await user.click(screen.getByRole('button', { name: 'The next one' }))
  // Below revenue stands cloud revenue, reported in FY26 Q2, too.
  expect(open.sheet.selection.cursor).toEqual({ line: 'cloud_revenue', column: '2025-09' })
  await user.click(screen.getByRole('button', { name: 'The one before' }))
  // Revenue is checked: the last line that is reported in FY26 Q1 stands before it.
  expect(open.sheet.selection.cursor?.column).toBe('2025-06')
  await user.click(screen.getByRole('button', { name: 'Hide the marks' }))
  expect([open.view.areUncheckedMarked, screen.queryByRole('region')]).toEqual([false, null])
})

test('[NS9] what is marked is listed by quarter, and gone to from there', async () => {
  const { user, open, workbench } = await shown()
  command('check.show').run(workbench)
  await user.click(await screen.findByRole('button', { name: 'List' }))
  const quarter = screen.getByRole('region', { name: 'FY26 Q1' })
  await user.click(within(quarter).getByRole('button', { name: 'Revenue 247,652 RMB m' }))
  expect(open.sheet.selection.cursor).toEqual({ line: 'revenue', column: '2025-06' })
  await user.click(screen.getByRole('button', { name: 'Hide the list' }))
  expect(screen.queryByRole('region', { name: 'FY26 Q1' })).toBeNull()
})

test('[NS9] numbers without a source are marked instead', async () => {
  const { user, open, workbench } = await shown()
  command('check.source').run(workbench)
  const bar = await screen.findByRole('region', { name: 'Checking against sources' })
  expect(bar).toHaveTextContent('All with a source: 179 reported numbers')
  const address = { scenario: 'base', quarter: '2025-09', line: 'revenue' } as const
  open.dispatch([{ kind: 'note', ...address, note: null }], 'note removed')
  await waitFor(() => {
    expect(bar).toHaveTextContent('1 of ')
  })
  command('check.next').run(workbench)
  expect(open.sheet.selection.cursor).toEqual({ line: 'revenue', column: '2025-09' })
  await user.click(screen.getByRole('button', { name: 'Unchecked' }))
  expect(open.sheet.lack).toBe('check')
  command('check.show').run(workbench)
  expect(open.view.areUncheckedMarked).toBe(false)
})
