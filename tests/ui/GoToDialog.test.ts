import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import GoToDialog from '#ui/dialog/GoToDialog.svelte'
import { exampleBench } from '../support/workbench.ts'

test('it goes to a line and a quarter, unfolded; what it cannot find it says', async () => {
  const { open, workbench } = await exampleBench()
  const user = userEvent.setup()
  open.look({ foldedYears: [2027] })
  render(GoToDialog, { open, workbench })
  workbench.dialog = 'go to'
  const field = await screen.findByLabelText('Line and quarter')
  await user.type(field, 'capx FY27 Q1{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'No line is called “capx”. Did you mean “Capital expenditure, total”?',
  )
  await user.clear(field)
  await user.type(field, 'capex FY27 Q1{Enter}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect([open.sheet.selection.cursor, open.view.foldedYears]).toEqual([{ line: 'capex', column: '2026-06' }, []])
  expect(workbench.dialog).toBeNull()
})
