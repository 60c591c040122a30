// The panel beside the sheet: one of five, kept with the view, with the keyboard where it is wanted.

import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { command, commandFor } from '#session/commands.ts'
import SidePanel from '#ui/panel/SidePanel.svelte'
import { exampleBench } from '../support/workbench.ts'

// jsdom has no canvas: what the chart draws is looked at in the end-to-end tests.
vi.mock('#ui/chart/burnUpChart.ts', () => ({
  createBurnUpChart: () => ({ draw: () => undefined, destroy: () => undefined }),
}))

test('[G22] the panel shows one of five, and what it shows is kept with the view', async () => {
  const { open, workbench } = await exampleBench()
  render(SidePanel, { open, workbench })
  const tabs = within(screen.getByRole('navigation', { name: 'Panels' }))
  expect(tabs.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    ...['Pacing', 'Trace', 'Line', 'Problems', 'History'],
  ])
  expect(tabs.getByRole('button', { name: 'Pacing' })).toHaveAttribute('aria-current', 'true')
  expect(screen.getByRole('region', { name: 'Commitments' })).toBeVisible()
  await userEvent.setup().click(tabs.getByRole('button', { name: 'History' }))
  expect(open.view.panel).toBe('history')
  expect(screen.queryByRole('region', { name: 'Commitments' })).toBeNull()
})

test('[G22] the tabs are one stop of Tab, and arrows go round them', async () => {
  const { open, workbench } = await exampleBench()
  render(SidePanel, { open, workbench })
  const tabs = within(screen.getByRole('navigation', { name: 'Panels' }))
  const stops = () => tabs.getAllByRole('button').filter((tab) => tab.tabIndex === 0)
  expect(stops().map(({ textContent }) => textContent)).toEqual(['Pacing'])
  const user = userEvent.setup()
  tabs.getByRole('button', { name: 'Pacing' }).focus()
  await user.keyboard('{ArrowRight}')
  await vi.waitFor(() => expect(tabs.getByRole('button', { name: 'Trace' })).toHaveFocus())
  expect(open.view.panel).toBe('trace')
  expect(stops().map(({ textContent }) => textContent)).toEqual(['Trace'])
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  await vi.waitFor(() => expect(tabs.getByRole('button', { name: 'History' })).toHaveFocus())
})

test('[G22] a command shows a panel from any screen, and the keyboard goes to what it is for, else to its tab', async () => {
  const { open, workbench } = await exampleBench()
  open.look({ isPanelHidden: true, screen: 'why' })
  command('panel.trace').run(workbench)
  expect(open.view).toMatchObject({ panel: 'trace', isPanelHidden: false, screen: 'sheet' })
  render(SidePanel, { open, workbench })
  // Growth of cloud in FY26 Q3 is typed, and made of nothing: what it goes into comes first.
  await vi.waitFor(() => {
    expect(document.activeElement).toHaveAttribute('data-trace')
  })
  command('panel.line').run(workbench)
  await vi.waitFor(() => {
    expect(screen.getByRole('textbox', { name: 'Label' })).toHaveFocus()
  })
  command('panel.pacing').run(workbench)
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Pacing' })).toHaveFocus()
  })
})

test('[G22] in the history the keyboard comes to the change that holds once the journal is read', async () => {
  const { open, workbench } = await exampleBench()
  const typed = (entry: number) =>
    open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'cloud_growth', entry }], `to ${entry}`)
  typed(0.4)
  typed(0.41)
  await open.ledger.whenSaved()
  render(SidePanel, { open, workbench })
  command('panel.history').run(workbench)
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'to 0.41' })).toHaveFocus()
  })
})

test('[G16] [G22] keys that write nothing work from a field of the panel', () => {
  const press = (key: string, held: Partial<KeyboardEvent>) =>
    commandFor({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held }, 'text')?.id
  expect(press('g', { ctrlKey: true })).toBe('move.goTo')
  expect(press('k', { ctrlKey: true })).toBe('help.palette')
  // With Alt and Shift a Mac writes a sign.
  expect(press('M', { altKey: true, shiftKey: true })).toBeUndefined()
  expect(press('F3', {})).toBe('audit.findNext')
  expect(press('?', { shiftKey: true })).toBeUndefined()
})

test('[G22] Escape leads from any field of the panel back to the sheet, once what was typed there is taken back', async () => {
  const { open, workbench } = await exampleBench()
  open.look({ panel: 'line' })
  render(SidePanel, { open, workbench })
  const back = vi.spyOn(open, 'returnToSheet')
  const user = userEvent.setup()
  const key = screen.getByRole('textbox', { name: 'Key' })
  await user.type(key, 'x{Escape}')
  expect(back).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(back).toHaveBeenCalledOnce()
})
