// Dialogs of lines, asked twice: what was chosen the first time is not chosen the second.

import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { command } from '#session/commands.ts'
import LineDialogs from '#ui/line/LineDialogs.svelte'
import { exampleBench } from '../support/workbench.ts'

const askedTwice = async (id: Parameters<typeof command>[0], line: string, choose: () => Promise<void>) => {
  const { open, workbench } = await exampleBench()
  open.dispatch(
    [{ kind: 'formula', scenario: 'base', line: 'capex_fcf', formula: 'capex * 0.99 + 7' }],
    'numbers in a formula',
  )
  open.select({ line, column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  command(id).run(workbench)
  await screen.findByRole('dialog')
  await choose()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await vi.waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  command(id).run(workbench)
  await screen.findByRole('dialog')
}

test('[LN7] duplicating begins with no new name, no numbers and the usual lines each time', async () => {
  const user = userEvent.setup()
  const name = (): HTMLElement => screen.getByRole('textbox', { name: 'The new one is called' })
  const numbers = (): HTMLElement => screen.getByRole('combobox', { name: /^Typed numbers/ })
  const share = (): HTMLElement => screen.getByRole('checkbox', { name: /^Cloud share of revenue/ })
  await askedTwice('line.duplicate', 'cloud_revenue', async () => {
    await user.type(name(), 'chips')
    await user.selectOptions(numbers(), 'All come along')
    await user.click(share())
    expect(share()).not.toBeChecked()
  })
  expect(name()).toHaveValue('')
  expect(numbers()).toHaveValue('none')
  expect(share()).toBeChecked()
})

test('[LN5] deleting leaves formulas as they are unless it is asked for each time', async () => {
  const user = userEvent.setup()
  const stay = (): HTMLElement => screen.getByRole('radio', { name: /stay as they are/ })
  await askedTwice('line.remove', 'rest_revenue', async () => {
    await user.click(screen.getByRole('radio', { name: /stands in their place/ }))
    expect(stay()).not.toBeChecked()
  })
  expect(stay()).toBeChecked()
})

test('[LN9] lifting begins with the first number each time', async () => {
  const user = userEvent.setup()
  const number = (): HTMLSelectElement => screen.getByRole('combobox', { name: 'Number' })
  await askedTwice('line.lift', 'capex_fcf', async () => {
    await user.selectOptions(number(), '1')
    expect(number()).toHaveValue('1')
  })
  expect(number()).toHaveValue('0')
})

test('[LN3] moving to a section begins with no name each time', async () => {
  const user = userEvent.setup()
  const section = (): HTMLElement => screen.getByRole('combobox', { name: 'Section' })
  await askedTwice('line.toSection', 'capex', async () => {
    await user.type(section(), 'Drivers')
  })
  expect(section()).toHaveValue('')
})
