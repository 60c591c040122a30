import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import NewModelDialog from '#ui/models/NewModelDialog.svelte'
import type { DialogName } from '#session/workbench.svelte.ts'
import { exampleBench } from '../support/workbench.ts'

// The bench's clock stands at 25 Nov 2025: 45 days before is 11 Oct, so September 2025 is reported, FY25 Q3.
const show = async (dialog: DialogName) => {
  const { workbench } = await exampleBench()
  render(NewModelDialog, { workbench })
  workbench.dialog = dialog
  await screen.findByRole('dialog')
  return { workbench, user: userEvent.setup() }
}

const field = (name: string | RegExp): HTMLElement => screen.getByLabelText(name)

test('[MD2] the fields suit today and follow the fiscal year until they are typed in', async () => {
  const { user } = await show('new model')
  await waitFor(() => {
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
  })
  expect(field('First quarter')).toHaveValue('FY24 Q1')
  expect(field('Last reported quarter')).toHaveValue('FY25 Q3')
  expect(field('Quarters to forecast')).toHaveValue(9)
  await user.clear(field('First quarter'))
  await user.type(field('First quarter'), 'FY20 Q1')
  await user.selectOptions(field('Fiscal year ends in'), 'March')
  expect(field('First quarter')).toHaveValue('FY20 Q1')
  expect(field('Last reported quarter')).toHaveValue('FY26 Q2')
})

test('[MD1] by keyboard alone: a name, other lines, Enter; the cursor waits in the first cell', async () => {
  const { workbench, user } = await show('new model')
  await user.click(screen.getByRole('textbox', { name: 'Name' }))
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('Give the model a name, such as the company’s.')
  await user.keyboard('Five lines Ltd')
  await user.clear(field('Line 2'))
  await user.type(field('Line 2'), 'Gross margin')
  expect(field('Unit of line 2')).toHaveValue('percent')
  await user.clear(field('Line 3'))
  await user.keyboard('{Enter}')
  await waitFor(() => {
    expect(workbench.open?.model.name).toBe('Five lines Ltd')
  })
  const { model, sheet, view } = workbench.open ?? {}
  expect(model?.lines.map(({ label, unit }) => `${label} ${unit.kind}`)).toEqual([
    'Revenue currency',
    'Gross margin percent',
  ])
  expect(sheet?.selection.cursor).toEqual({ line: model?.lines[0]?.id, column: '2024-03' })
  expect(view?.foldedYears).toEqual([])
})

test('[MD1] another line comes with the keyboard in it', async () => {
  const { user } = await show('new model')
  await user.click(screen.getByRole('button', { name: 'Another line' }))
  await waitFor(() => {
    expect(field('Line 4')).toHaveFocus()
  })
})

test('[MD3] from the example opens a copy of its own, and only once it is asked for', async () => {
  const { workbench, user } = await show('new model')
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Five lines Ltd')
  await user.click(screen.getByRole('radio', { name: /From the example/ }))
  expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
  await user.click(screen.getByRole('radio', { name: /Empty/ }))
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Five lines Ltd')
  expect(screen.getByRole('radio', { name: /Empty/ })).toHaveFocus()
  expect(workbench.open?.model.name).toBe('Alibaba: AI and cloud')
  await user.click(screen.getByRole('radio', { name: /From the example/ }))
  await user.click(screen.getByRole('button', { name: 'Create model' }))
  await waitFor(() => {
    expect(workbench.open?.model.name).toBe('Alibaba: AI and cloud (2)')
  })
})

const table = [
  'Example Corp (RMB m)\tQ1 2025\tQ2 2025\tQ3 2025\tQ4 2025E',
  'Revenue\t100\t110\tabc\t130',
  'Cash\t5\t6\t7\t8',
].join('\n')

test('[MD3] [MD4] what was understood of a pasted table is shown before it is made, and what was not', async () => {
  const { workbench, user } = await show('new model from a table')
  const text = screen.getByRole('textbox', { name: /The table/ })
  await waitFor(() => {
    expect(text).toHaveFocus()
  })
  await user.paste(table)
  expect(await screen.findByText(/^Read 2 lines over 4 quarters, FY25 Q1 to FY25 Q4: 7 numbers\./)).toBeVisible()
  expect(within(screen.getByRole('group', { name: 'What could not be read' })).getByRole('listitem')).toHaveTextContent(
    'Revenue in FY25 Q3 (row 2, column 4): “abc” is not a number.',
  )
  await user.click(screen.getByRole('radio', { name: /From the example/ }))
  await user.click(screen.getByRole('radio', { name: /From a table/ }))
  expect(screen.getByRole('textbox', { name: /The table/ })).toHaveValue(table)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(screen.getByRole('radio', { name: /From a table/ })).toHaveFocus()
  expect(screen.getByRole('row', { name: 'Cash cash RMB m balance 4 7' })).toBeVisible()
  expect(
    [field('Currency'), screen.getByRole('textbox', { name: 'Name' }), field('Last reported quarter')].map(
      (each) => (each as HTMLInputElement).value,
    ),
  ).toEqual(['RMB', 'Example Corp', '2025-09'])
  await user.click(screen.getByRole('button', { name: 'Create model' }))
  await waitFor(() => {
    expect(workbench.open?.model.name).toBe('Example Corp')
  })
  await waitFor(() => {
    expect(workbench.messageNow?.sentence).toBe(
      'Example Corp has 2 lines and 7 numbers of the table. 1 cell could not be read: what stood there is the cell’s note.',
    )
  })
})

test('[MD8] a table without quarters is told, and cannot be created', async () => {
  const { workbench, user } = await show('new model from a table')
  await user.click(screen.getByRole('textbox', { name: /The table/ }))
  await user.paste('Revenue\t1\t2')
  expect(await screen.findByText(/No quarters were found in it/)).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'X{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('No quarters were found in the table.')
  expect(workbench.models).toHaveLength(1)
})
