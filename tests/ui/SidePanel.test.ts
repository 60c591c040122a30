// The panel beside the sheet: one of five, kept with the view, with the keyboard where it is wanted.

import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { command } from '#session/commands.ts'
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

test('[G22] a command shows a panel from any screen, and the keyboard goes to its tab', async () => {
  const { open, workbench } = await exampleBench()
  open.look({ isPanelHidden: true, screen: 'why' })
  command('panel.trace').run(workbench)
  expect(open.view).toMatchObject({ panel: 'trace', isPanelHidden: false, screen: 'sheet' })
  render(SidePanel, { open, workbench })
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Trace' })).toHaveFocus()
  })
  command('panel.line').run(workbench)
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Line' })).toHaveFocus()
  })
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
