import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test, vi } from 'vitest'
import { lineOf } from '#model/model.ts'
import { command } from '#session/commands.ts'
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
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'constant')
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
  expect(open.gestures.question?.sentence).toContain('FY26 Q2: 31,501 RMB m becomes 31.501 RMB bn')
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

test('[LN10] Enter in the field that a command led to keeps it and goes back to the sheet; another stays', async () => {
  const { open, workbench, user } = await show('capex')
  const back = vi.spyOn(open, 'returnToSheet')
  command('line.rename').run(workbench)
  await vi.waitFor(() => {
    expect(field('Label')).toHaveFocus()
  })
  await user.keyboard('{Control>}a{/Control} {Enter}')
  // An empty label is refused: the keyboard stays to mend it.
  expect(back).not.toHaveBeenCalled()
  await user.keyboard('Spending{Enter}')
  expect(lineOf(open.model, 'capex').label).toBe('Spending')
  expect(back).toHaveBeenCalledOnce()
  await user.click(field('Label'))
  await user.keyboard(' plan{Enter}')
  expect(lineOf(open.model, 'capex').label).toBe('Spending plan')
  expect(back).toHaveBeenCalledOnce()
})
