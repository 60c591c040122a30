// What the dialogs of lines ask: a new line, a copy, a deletion, a number to lift. What was chosen once is not chosen the next time.

import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { lineOf } from '#model/model.ts'
import { askForMissing } from '#session/lines/missingLine.ts'
import { command } from '#session/commands.ts'
import LineDialogs from '#ui/line/LineDialogs.svelte'
import { exampleBench } from '../support/workbench.ts'

test('[LN1] lines are added one after the other by keyboard, each below the one before', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'rest_growth', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  command('line.insertBelow').run(workbench)
  const label = await screen.findByRole('textbox', { name: 'Label' })
  expect(screen.getByRole('dialog')).toHaveTextContent('It goes below Rest growth.')
  await user.type(label, 'Chips growth{Shift>}{Enter}{/Shift}')
  await vi.waitFor(() => {
    expect(label).toHaveValue('')
  })
  await user.type(label, 'Games growth{Enter}')
  await vi.waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  const keys = open.model.lines.filter(({ section }) => section === 'Drivers').map(({ key }) => key)
  expect(keys.slice(2, 5)).toEqual(['rest_growth', 'chips_growth', 'games_growth'])
  expect(open.selectedLine).toMatchObject({
    key: 'games_growth',
    unit: { kind: 'percent' },
    kind: 'rate',
    driver: true,
  })
})

test('[LN1] another unit brings its kind along, unless a kind is chosen', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'capex', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  command('line.insertBelow').run(workbench)
  const kind = await screen.findByRole('combobox', { name: 'Kind' })
  expect(kind).toHaveValue('flow')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Unit' }), 'percent')
  expect(kind).toHaveValue('rate')
  await user.selectOptions(kind, 'constant')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Unit' }), 'currency')
  expect(kind).toHaveValue('constant')
})

test('[LN1] what cannot be added is refused in the dialog', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'capex', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  command('line.insertAbove').run(workbench)
  await user.type(await screen.findByRole('textbox', { name: 'Label' }), 'Revenue{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('already that of “Revenue”')
})

test('[LN1] a formula that cannot be used is refused in the dialog, one that looks at its own line is not', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'capex', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  command('line.insertBelow').run(workbench)
  await user.type(await screen.findByRole('textbox', { name: 'Label' }), 'Server growth')
  expect(screen.getByRole('combobox', { name: 'Unit' })).toHaveValue('percent')
  const formula = screen.getByRole('textbox', { name: /^Formula/ })
  await user.type(formula, 'yoy(capexx){Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no line “capexx”.')
  expect(formula).toHaveValue('yoy(capexx)')
  await user.clear(formula)
  await user.type(formula, 'server_growth[[-1] * 2{Enter}')
  await vi.waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect(open.selectedLine).toMatchObject({ key: 'server_growth', formula: 'server_growth[-1] * 2' })
})

test('[FB5] the line a formula lacks is asked for with all that its name says, and the formula is in use with it', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'operating_income', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  open.formula.write('revenue * target_margin')
  askForMissing(open)
  expect(await screen.findByRole('textbox', { name: 'Label' })).toHaveValue('Target margin')
  expect(screen.getByRole('textbox', { name: /^Key/ })).toHaveValue('target_margin')
  expect(screen.getByRole('combobox', { name: 'Section' })).toHaveValue('Drivers')
  expect(screen.getByRole('checkbox', { name: /^A driver/ })).toBeChecked()
  expect(screen.getByRole('textbox', { name: /^Formula/ })).toHaveValue('target_margin[-1]')
  await user.type(screen.getByRole('textbox', { name: 'Label' }), '{Enter}')
  await vi.waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect(open.selectedLine).toMatchObject({
    ...{ key: 'target_margin', unit: { kind: 'percent' }, formula: 'target_margin[-1]' },
  })
  expect(lineOf(open.model, 'operating_income').formula).toBe('revenue * target_margin')
})

test('[LN5] deleting asks with what is lost, from the choice, whose Enter deletes nothing yet, and can put the formula in the key’s place', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'rest_revenue', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  const before = open.results.valueOf('bull', 'revenue', '2027-03')
  command('line.remove').run(workbench)
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('1 line looks at it: “Revenue”.')
  await vi.waitFor(() => {
    expect(screen.getByRole('radio', { name: /stay as they are/ })).toHaveFocus()
  })
  await user.click(screen.getByRole('radio', { name: /stands in their place/ }))
  await user.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: 'Delete the line' })).toHaveFocus()
  expect(open.model.lines.map(({ id }) => id)).toContain('rest_revenue')
  await user.keyboard('{Enter}')
  await vi.waitFor(() => {
    expect(open.model.lines.map(({ id }) => id)).not.toContain('rest_revenue')
  })
  expect(lineOf(open.model, 'revenue').formula).toBe(
    'cloud_revenue + (revenue - cloud_revenue)[-4] * (1 + rest_growth)',
  )
  expect(open.results.valueOf('bull', 'revenue', '2027-03')).toBe(before)
})

test('[LN7] [LN8] a segment is added from the dialog: ticked lines, new names, totals', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'cloud_revenue', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  command('line.duplicate').run(workbench)
  await user.type(await screen.findByRole('textbox', { name: 'The new one is called' }), 'chips')
  expect(screen.getByRole('textbox', { name: 'Key of the copy of Cloud growth' })).toHaveValue('chips_growth')
  await user.click(screen.getByRole('checkbox', { name: /^Cloud share of revenue/ }))
  await user.click(screen.getByRole('checkbox', { name: /^Take it away in Rest of the group/ }))
  await user.click(screen.getByRole('button', { name: 'Duplicate 6 lines' }))
  const keys = open.model.lines.map(({ key }) => key)
  expect(keys.filter((key) => key.startsWith('chips_'))).toEqual([
    ...['chips_revenue', 'chips_yoy', 'chips_acceleration', 'chips_acceleration_streak', 'chips_growth', 'chips_fade'],
  ])
  expect(lineOf(open.model, 'revenue').formula).toContain('cloud_revenue + chips_revenue')
  expect(lineOf(open.model, 'rest_revenue').formula).toBe('revenue - cloud_revenue')
  expect(open.selectedLine?.key).toBe('chips_revenue')
  open.undo()
  await vi.waitFor(() => {
    expect(open.model.lines.some(({ key }) => key === 'chips_revenue')).toBe(false)
  })
})

test('[LN9] a number is lifted from the dialog', async () => {
  const { open, workbench } = await exampleBench()
  open.dispatch(
    [{ kind: 'formula', scenario: 'base', line: 'capex_fcf', formula: 'capex * 0.99' }],
    'a number in a formula',
  )
  open.select({ line: 'capex_fcf', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  command('line.lift').run(workbench)
  const key = await screen.findByRole('textbox', { name: 'Key' })
  await user.clear(key)
  await user.type(key, 'free_share{Enter}')
  await vi.waitFor(() => {
    expect(lineOf(open.model, 'capex_fcf').formula).toBe('capex * free_share')
  })
  expect(open.model.lines.find((line) => line.key === 'free_share')).toMatchObject({
    formula: '0.99',
    kind: 'constant',
  })
})

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
