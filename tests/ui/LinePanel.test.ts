import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test, vi } from 'vitest'
import { lineOf } from '#model/model.ts'
import { askForMissing } from '#session/lines/missingLine.ts'
import { command } from '#session/commands.ts'
import LineDialogs from '#ui/line/LineDialogs.svelte'
import LinePanel from '#ui/panel/LinePanel.svelte'
import { exampleBench } from '../support/workbench.ts'

const show = async (line: string) => {
  const bench = await exampleBench()
  bench.open.select({ line, column: '2025-12' })
  bench.open.look({ panel: 'line' })
  render(LinePanel, bench)
  return { ...bench, user: userEvent.setup() }
}

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name })

test('[LN10] each field is kept on Enter or when it is left, as one step of undo', async () => {
  const { open, user } = await show('capex')
  await user.clear(field('Label'))
  await user.type(field('Label'), 'Capex, total{Enter}')
  expect(lineOf(open.model, 'capex').label).toBe('Capex, total')
  await user.type(field('Source'), 'https://example.com/report')
  await user.tab()
  expect(lineOf(open.model, 'capex').source).toBe('https://example.com/report')
  expect(screen.getByRole('link', { name: 'example.com' })).toHaveAttribute('href', 'https://example.com/report')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Polarity' }), 'More is bad news')
  expect(lineOf(open.model, 'capex').polarity).toBe('lessIsBetter')
  await user.click(screen.getByRole('checkbox'))
  expect(lineOf(open.model, 'capex').driver).toBe(true)
  open.undo()
  await vi.waitFor(() => {
    expect(lineOf(open.model, 'capex').driver).toBe(false)
  })
  expect(lineOf(open.model, 'capex').polarity).toBe('lessIsBetter')
})

test('[LN10] what cannot be is refused under its field and stays; Escape brings back what was', async () => {
  const { open, user } = await show('capex')
  await user.clear(field('Key'))
  await user.type(field('Key'), 'revenue{Enter}')
  expect(screen.getByRole('alert')).toHaveTextContent('The key “revenue” is already that of “Revenue”.')
  expect(field('Key')).toHaveValue('revenue')
  expect(field('Key')).toHaveAttribute('aria-invalid', 'true')
  await user.keyboard('{Escape}')
  expect(field('Key')).toHaveValue('capex')
  expect(screen.queryByRole('alert')).toBeNull()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Constant: one number for all quarters')
  expect(screen.getByRole('alert')).toHaveTextContent('numbers typed in its quarters, which a constant cannot keep')
  expect(lineOf(open.model, 'capex').kind).toBe('flow')
})

test('[LN10] a field that is left because another line is selected is still its own line’s', async () => {
  const { open, user } = await show('capex')
  await user.clear(field('Label'))
  await user.type(field('Label'), 'Spending')
  open.select({ line: 'revenue', column: '2025-12' })
  field('Label').blur()
  await tick()
  expect(lineOf(open.model, 'capex').label).toBe('Spending')
  expect(lineOf(open.model, 'revenue').label).toBe('Revenue')
  expect(field('Label')).toHaveValue('Revenue')
})

test('[LN10] it names the lines that look at it and leads to them; a commitment’s line says where it is changed', async () => {
  const { open, user } = await show('cloud_fade')
  const users = within(screen.getByRole('region', { name: 'Lines that look at it' }))
  await user.click(users.getByRole('button', { name: 'Cloud growth' }))
  expect(open.selectedLine?.id).toBe('cloud_growth')
  open.select({ line: 'ai_capex.counted', column: '2025-12' })
  await tick()
  expect(screen.getByText(/comes from a commitment/)).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('[LN11] another scale of money is asked about: converted or only relabelled', async () => {
  const { open, user } = await show('capex')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Scale' }), 'bn')
  expect(open.gestures.question?.sentence).toContain('1,000 RMB m becomes 1 RMB bn')
  expect(screen.getByRole('combobox', { name: 'Scale' })).toHaveValue('m')
  const before = open.results.valueOf('bear', 'free_cash_flow', '2028-03')
  open.gestures.question?.confirm()
  // 31,501 RMB m reported in FY26 Q2.
  expect(open.results.valueOf('base', 'capex', '2025-09')).toBe(31.501)
  expect(open.results.valueOf('bear', 'free_cash_flow', '2028-03')).toBeCloseTo(before, 6)
  expect(open.results.problems).toEqual([])
})

test('[LN13] on a heading the panel renames the section; an empty one says so and offers a line', async () => {
  const { open, user } = await show('section:Checks')
  await user.clear(field('Section'))
  await user.type(field('Section'), 'Proofs{Enter}')
  expect(open.model.sections).toContain('Proofs')
  expect(lineOf(open.model, 'capex_check').section).toBe('Proofs')
  await tick()
  expect(screen.getByRole('heading', { name: 'Proofs' })).toBeVisible()
})

test('[LN4] the command sends the keyboard to the label', async () => {
  const { workbench } = await show('capex')
  command('line.rename').run(workbench)
  await vi.waitFor(() => {
    expect(field('Label')).toHaveFocus()
  })
})

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
  await user.type(screen.getByRole('textbox', { name: 'Label' }), '{Enter}')
  await vi.waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect(open.selectedLine).toMatchObject({ key: 'target_margin', unit: { kind: 'percent' } })
  expect(lineOf(open.model, 'operating_income').formula).toBe('revenue * target_margin')
})

test('[LN5] deleting asks with what is lost, from Cancel, and can put the formula in the key’s place', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'rest_revenue', column: '2025-12' })
  render(LineDialogs, { open, workbench })
  const user = userEvent.setup()
  const before = open.results.valueOf('bull', 'revenue', '2027-03')
  command('line.remove').run(workbench)
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('1 line looks at it: “Revenue”.')
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  })
  await user.click(screen.getByRole('radio', { name: /stands in their place/ }))
  await user.click(screen.getByRole('button', { name: 'Delete the line' }))
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
