// The timeline's dialog, the dialog of a break, and the menu of years, by keyboard.

import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Edit } from '#model/edit.ts'
import { lineOf } from '#model/model.ts'
import { command } from '#session/commands.ts'
import LinePanel from '#ui/panel/LinePanel.svelte'
import TimeDialogs from '#ui/time/TimeDialogs.svelte'
import YearsMenu from '#ui/time/YearsMenu.svelte'
import { exampleBench } from '../support/workbench.ts'

const show = async () => {
  const bench = await exampleBench()
  render(TimeDialogs, bench)
  return { ...bench, user: userEvent.setup() }
}

const run = (bench: Awaited<ReturnType<typeof show>>, id: string): void => {
  command(id).run(bench.workbench)
}

/** Floating menus have no place here, and count as hidden: what they offer is found by its words. */
const choice = async (name: string): Promise<HTMLElement> => {
  const item = (await screen.findByText(name)).closest('[role="menuitemradio"]')
  if (!(item instanceof HTMLElement)) throw new Error(`no choice: ${name}`)
  return item
}

const field = (name: string) => screen.findByRole('textbox', { name })

test('[QT9] the timeline is extended by typing its end; arrows move a quarter, page keys a year', async () => {
  const bench = await show()
  run(bench, 'time.ends')
  const last = await field('Last quarter')
  expect(last).toHaveValue('FY28 Q4')
  expect(screen.getByRole('status')).toHaveTextContent('24 quarters, FY23 Q1 to FY28 Q4: as it is.')
  last.focus()
  await bench.user.keyboard('{ArrowUp}{PageUp}')
  expect(last).toHaveValue('FY30 Q1')
  expect(screen.getByRole('status')).toHaveTextContent('5 quarters are added at the end: FY29 Q1 to FY30 Q1.')
  await bench.user.keyboard('{Enter}')
  await vi.waitFor(() => {
    expect(bench.open.model.timeline).toEqual({ first: '2022-06', last: '2029-06' })
  })
})

test('[QT10] what a cut would lose is told before it is done', async () => {
  const bench = await show()
  run(bench, 'time.cutYearAtEnd')
  expect(await field('Last quarter')).toHaveValue('FY27 Q4')
  const told = screen.getByRole('status')
  expect(told).toHaveTextContent('4 quarters are cut at the end: FY28 Q1 to FY28 Q4.')
  // The rest of the group grows by 6, 8 and 3 % from FY28 Q3 on: one number in each scenario, with its note.
  expect(told).toHaveTextContent('Base: 1 number and 1 note')
  expect(told).toHaveTextContent('Bear: 1 number and 1 note')
  expect(told).toHaveTextContent('“380 bn for AI and cloud” runs to FY28 Q4')
  expect(bench.open.model.timeline.last).toBe('2028-03')
  await bench.user.click(screen.getByRole('button', { name: 'Cut' }))
  await vi.waitFor(() => {
    expect(bench.open.model.timeline.last).toBe('2027-03')
  })
  bench.open.undo()
  await vi.waitFor(() => {
    expect(bench.open.model.timeline.last).toBe('2028-03')
  })
})

test('[QT10] lines of the same label are told each for itself', async () => {
  const bench = await show()
  const alike = ['capex', 'revenue'].flatMap((line): Edit[] => [
    { kind: 'change line', line, change: { label: 'Other' } },
    { kind: 'formula', scenario: 'base', line, formula: 'cloud_revenue["FY28 Q4"]' },
  ])
  bench.open.dispatch(alike, 'Two lines called Other')
  run(bench, 'time.cutYearAtEnd')
  await field('Last quarter')
  expect(screen.getAllByText('“Other” names FY28 Q4')).toHaveLength(2)
})

test('[QT10] values that go are looked for after a pause, and told before a cut that is quicker', async () => {
  const bench = await show()
  run(bench, 'time.ends')
  const first = await field('First quarter')
  // FY23 Q1 is the base of growth in FY24 Q1, in the example's growth of revenue.
  await bench.user.clear(first)
  await bench.user.type(first, 'FY23 Q2{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('Values would go with it: cut again to go on.')
  expect(screen.getByRole('status')).toHaveTextContent(/cells that stay lose their value/)
  expect(bench.open.model.timeline.first).toBe('2022-06')
  await bench.user.keyboard('{Enter}')
  await vi.waitFor(() => {
    expect(bench.open.model.timeline.first).toBe('2022-09')
  })
})

test('[QT11] what cannot be is refused in the dialog', async () => {
  const bench = await show()
  run(bench, 'time.ends')
  const last = await field('Last quarter')
  await bench.user.clear(last)
  await bench.user.type(last, 'FY26 Q1{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'FY26 Q2 is the last actual, and what is reported stays: the timeline can end with FY26 Q2 at the earliest.',
  )
  expect(bench.open.model.timeline.last).toBe('2028-03')
})

test('[QT3] a break is marked with its reason, which is asked for', async () => {
  const bench = await show()
  bench.open.select({ line: 'cloud_revenue', column: '2025-09' })
  run(bench, 'time.break')
  const reason = await field('Reason')
  await bench.user.type(reason, '{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('Say why the series breaks')
  await bench.user.type(reason, 'recast in Nov 2025{Enter}')
  await vi.waitFor(() => {
    expect(lineOf(bench.open.model, 'cloud_revenue').breaks).toEqual([
      { quarter: '2025-09', reason: 'recast in Nov 2025' },
    ])
  })
  expect(command('time.break').nameNow?.(bench.workbench)).toBe('Change the break in the series here …')
  run(bench, 'time.removeBreak')
  expect(lineOf(bench.open.model, 'cloud_revenue').breaks).toEqual([])
})

test('[QT5] [QT7] the menu of years says where they stand and whose they are', async () => {
  const bench = await exampleBench()
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  render(YearsMenu, bench)
  await user.click(screen.getByRole('button', { name: 'Quarters and years' }))
  expect(await choice('Each year behind its quarters')).toHaveAttribute('aria-checked', 'true')
  await user.click(await choice('Years alone'))
  expect(bench.open.view.yearColumns).toBe('only')
  await user.click(screen.getByRole('button', { name: 'Quarters and years' }))
  await user.click(await choice('Calendar years'))
  expect(bench.open.view.yearsBy).toBe('calendar')
})

test('[QT7] where both kinds of years are alike the menu says so, and there is no other to choose', async () => {
  const bench = await exampleBench()
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  bench.open.dispatch(
    [{ kind: 'change model', change: { fiscalCalendar: { yearEndMonth: 12, yearNamedBy: 'end' } } }],
    'Fiscal year ends in December',
  )
  render(YearsMenu, bench)
  await user.click(screen.getByRole('button', { name: 'Quarters and years' }))
  expect(await choice('Calendar years')).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByText(/^Fiscal years are calendar years already/)).toBeInTheDocument()
})

test('[QT3] the Line panel lists a line’s breaks, goes to them and removes them', async () => {
  const bench = await exampleBench()
  const user = userEvent.setup()
  const breaks = [
    { quarter: '2019-03', reason: 'long ago' },
    { quarter: '2025-09', reason: 'recast' },
  ] as const
  bench.open.dispatch([{ kind: 'change line', line: 'capex', change: { breaks } }], 'Breaks of Capex')
  bench.open.select({ line: 'capex', column: '2025-12' })
  render(LinePanel, bench)
  expect(screen.getByRole('heading', { name: 'Breaks in its series' })).toBeVisible()
  // FY19 Q4 lies before the timeline: there is no cell to go to.
  expect(screen.queryByRole('button', { name: 'FY19 Q4' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'FY26 Q2' }))
  expect(bench.open.sheet.selection.cursor).toEqual({ line: 'capex', column: '2025-09' })
  await user.click(screen.getByRole('button', { name: 'Remove the break in FY19 Q4' }))
  expect(lineOf(bench.open.model, 'capex').breaks).toEqual([{ quarter: '2025-09', reason: 'recast' }])
})
