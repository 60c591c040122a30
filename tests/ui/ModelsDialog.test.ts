import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import ModelDialogs from '#ui/models/ModelDialogs.svelte'
import { exampleBench } from '../support/workbench.ts'

const show = async () => {
  const bench = await exampleBench()
  const { workbench } = bench
  await workbench.openExample()
  render(ModelDialogs, { workbench })
  workbench.dialog = 'models'
  await screen.findByRole('dialog')
  await waitFor(() => {
    expect(screen.getByRole('row', { selected: true })).toHaveFocus()
  })
  return { ...bench, user: userEvent.setup() }
}

const chosen = (): HTMLElement => screen.getByRole('row', { selected: true })

test('[MD10] each model tells its size, when it changed and when it was backed up; arrows choose, Enter opens', async () => {
  const { workbench, user } = await show()
  expect(chosen()).toHaveTextContent(/Alibaba: AI and cloud \(2\).*open.*lines, 24 quarters.*just now.*never/)
  // Both changed at the same moment of the bench's clock: the other one may stand above or below.
  await user.keyboard(screen.getAllByRole('row')[1] === chosen() ? '{ArrowDown}' : '{ArrowUp}')
  await waitFor(() => {
    expect(chosen()).toHaveFocus()
  })
  expect(within(chosen()).getByRole('rowheader')).toHaveTextContent(/^Alibaba: AI and cloud$/)
  await user.keyboard('{Enter}')
  await waitFor(() => {
    expect(workbench.open?.model.name).toBe('Alibaba: AI and cloud')
  })
  expect(workbench.dialog).toBeNull()
})

test('[MD11] F2 renames, Escape leaves the name; Delete asks, and the list brings back', async () => {
  const { workbench, user } = await show()
  await user.keyboard('{F2}')
  const name = await screen.findByRole('textbox', { name: /New name of/ })
  await waitFor(() => {
    expect(name).toHaveFocus()
  })
  await user.keyboard('x{Escape}')
  expect(workbench.dialog).toBe('models')
  expect(screen.queryByRole('textbox', { name: /New name of/ })).toBeNull()
  await waitFor(() => {
    expect(chosen()).toHaveFocus()
  })
  await user.keyboard('{F2}')
  await waitFor(() => {
    expect(screen.getByRole('textbox', { name: /New name of/ })).toHaveFocus()
  })
  await user.keyboard('Alibaba: AI and cloud{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('There is a model “Alibaba: AI and cloud” already')
  await user.clear(screen.getByRole('textbox', { name: /New name of/ }))
  await user.keyboard('Mine{Enter}')
  await waitFor(() => {
    expect(workbench.open?.model.name).toBe('Mine')
  })
  await waitFor(() => {
    expect(chosen()).toHaveFocus()
  })
  await user.keyboard('{Delete}')
  const question = await screen.findByRole('alertdialog', { name: 'Delete Mine?' })
  await user.click(within(question).getByRole('button', { name: 'Delete' }))
  await waitFor(() => {
    expect(workbench.open?.model.name).toBe('Alibaba: AI and cloud')
  })
  expect(workbench.dialog).toBe('models')
  await user.click(await screen.findByRole('button', { name: 'Bring back Mine' }))
  await waitFor(() => {
    expect(workbench.models).toHaveLength(2)
  })
})

test('[MD10] [MD11] Delete and F2 are those of the row that has the keyboard, and of no button beside the rows', async () => {
  const { user } = await show()
  screen.getByRole('button', { name: 'New model…' }).focus()
  await user.keyboard('{Delete}{F2}')
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(screen.queryByRole('textbox', { name: /New name of/ })).toBeNull()
  // A button of the row that was not chosen: it is now.
  const [, first, second] = screen.getAllByRole('row')
  const other = first === chosen() ? second : first
  if (other === undefined) throw new Error('no other row')
  const name = within(other).getByRole('rowheader').textContent.trim()
  within(other)
    .getByRole('button', { name: /^Duplicate/ })
    .focus()
  await user.keyboard('{Delete}')
  expect(await screen.findByRole('alertdialog', { name: `Delete ${name}?` })).toBeInTheDocument()
})

test('[MD13] settings are kept as one step, and say what they do before', async () => {
  const { workbench, user } = await show()
  workbench.dialog = 'model settings'
  const months = await screen.findByLabelText('Fiscal year ends in')
  // FY26 Q2 by March ends in September 2025, which is FY25 Q3 by December.
  await user.selectOptions(months, 'December')
  expect(await screen.findByText(/FY26 Q2 becomes FY25 Q3\./)).toBeVisible()
  await user.selectOptions(months, 'January')
  expect(await screen.findByText(/not in January/)).toBeVisible()
  await user.selectOptions(months, 'December')
  await user.click(screen.getByRole('button', { name: 'Keep settings' }))
  await waitFor(() => {
    expect(workbench.open?.model.fiscalCalendar.yearEndMonth).toBe(12)
  })
  workbench.open?.undo()
  await waitFor(() => {
    expect(workbench.open?.model.fiscalCalendar.yearEndMonth).toBe(3)
  })
})
