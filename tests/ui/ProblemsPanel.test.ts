// The list of findings: what it says, where it leads, and what is done from it.

import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { command } from '#session/commands.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { Offline } from '#ui/offline.svelte.ts'
import ProblemsPanel from '#ui/panel/ProblemsPanel.svelte'
import StatusBar from '#ui/part/StatusBar.svelte'
import { exampleBench } from '../support/workbench.ts'

const fresh = (open: OpenModel): Promise<void> =>
  vi.waitFor(() => {
    expect(open.findings.isFresh).toBe(true)
  }, 10_000)

const show = async () => {
  const bench = await exampleBench()
  const { open } = bench
  // The status bar keeps the findings up to date, whatever panel is shown.
  render(StatusBar, { ...bench, offline: new Offline(() => Promise.resolve(true)) })
  render(ProblemsPanel, bench)
  open.dispatch(
    [{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'cloud_share', entry: 0.14 }],
    'Cloud share',
  )
  await fresh(open)
  return { ...bench, user: userEvent.setup() }
}

const list = (): HTMLElement => screen.getByRole('region', { name: /^Findings/ })
const override = (): HTMLElement => within(list()).getByRole('button', { name: /typed over its formula cloud_revenue/ })

test('[PB10] findings stand by gravity, counted, and are gone to while the list keeps the keyboard', async () => {
  const { open, user } = await show()
  expect(
    within(list())
      .getAllByRole('heading')
      .map(({ textContent }) => textContent),
  ).toEqual(['Warnings · 1', 'Remarks · 1'])
  override().focus()
  await user.keyboard('{Enter}')
  expect(open.sheet.selection.cursor).toMatchObject({ line: 'cloud_share', column: '2025-12' })
  expect(override()).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  expect(within(list()).getByRole('button', { name: /Adjusted EBITA/ })).toHaveFocus()
})

test('[PB11] the suggested mending is one step of undo', async () => {
  const { open, user } = await show()
  await user.click(within(list()).getByRole('button', { name: 'Let the formula give the number' }))
  // 42,852 of 291,264 by the example's figures: 14.7 %.
  expect(open.results.valueOf('base', 'cloud_share', '2025-12')).toBeCloseTo(42_852 / 291_264, 4)
  await fresh(open)
  expect(screen.queryByText(/typed over its formula/)).toBeNull()
  open.undo()
  await vi.waitFor(() => expect(override()).toBeVisible(), 10_000)
})

test('[PB12] a finding is waived with a reason, listed on demand, and open again when what it is about changes', async () => {
  const { open, user } = await show()
  const row = override().closest('li')
  if (row === null) throw new Error('it stands in a row')
  await user.click(within(row).getByRole('button', { name: 'Waive …' }))
  await user.keyboard('{Enter}')
  expect(open.message?.sentence).toContain('Say why')
  await user.keyboard('Guided by the company{Enter}')
  expect(screen.queryByRole('button', { name: /typed over its formula/ })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: '1 waived' }))
  expect(screen.getByText(/Guided by the company/)).toBeVisible()
  open.dispatch(
    [{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'cloud_share', entry: 0.15 }],
    'Cloud share',
  )
  await fresh(open)
  expect(open.findings.list.waived).toEqual([])
  expect(override()).toBeVisible()
})

test('[PB12] Escape leaves the reason as it is typed and goes back to the button; only the list’s keys stay in the field', async () => {
  const { open, user } = await show()
  const row = override().closest('li')
  if (row === null) throw new Error('it stands in a row')
  const opener = within(row).getByRole('button', { name: 'Waive …' })
  await user.click(opener)
  const heard: string[] = []
  const hear = ({ key, defaultPrevented }: KeyboardEvent): void => {
    if (!defaultPrevented) heard.push(key)
  }
  document.addEventListener('keydown', hear)
  await user.keyboard('Guided{Home}by {ArrowDown}{F6}')
  expect(within(row).getByRole('textbox')).toHaveFocus()
  await user.keyboard('{Escape}')
  document.removeEventListener('keydown', hear)
  expect(heard).toContain('F6')
  expect(heard).not.toContain('Escape')
  expect(opener).toHaveFocus()
  expect(within(row).queryByRole('textbox')).toBeNull()
  expect(open.findings.list.waived).toEqual([])
  await user.keyboard('{Enter}')
  expect(within(row).getByRole('textbox')).toHaveValue('by Guided')
})

test('[PB12] a waiver is taken back', async () => {
  const { open, user } = await show()
  const [finding] = open.findings.list.open
  if (finding === undefined) throw new Error('there is a finding')
  open.findings.waive(finding, 'Guided', '2025-11-25T12:00:00.000Z')
  open.look({ areWaivedShown: true })
  await user.click(await screen.findByRole('button', { name: 'Take the waiver back' }))
  expect(open.findings.list.open[0]?.id).toBe(finding.id)
})

test('[PB10] F8 goes to the next finding, Alt+F8 to the one before, round at the ends', async () => {
  const { open, workbench } = await show()
  command('findings.next').run(workbench)
  expect(open.sheet.selection.cursor?.line).toBe('cloud_share')
  command('findings.next').run(workbench)
  expect(open.sheet.selection.cursor?.line).toBe('adjusted_ebita')
  command('findings.next').run(workbench)
  expect(open.sheet.selection.cursor?.line).toBe('cloud_share')
  command('findings.previous').run(workbench)
  expect(open.sheet.selection.cursor?.line).toBe('adjusted_ebita')
})
