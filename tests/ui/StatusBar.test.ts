import { render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { present } from '#base/assert.ts'
import { expect, test, vi } from 'vitest'
import StatusBar from '#ui/part/StatusBar.svelte'
import { Offline } from '#ui/offline.svelte.ts'
import { exampleBench } from '../support/workbench.ts'

const show = async () => {
  const bench = await exampleBench()
  render(StatusBar, { ...bench, offline: new Offline(() => Promise.resolve(true)) })
  return bench
}

test('one light tells that the checks hold, and which one fails', async () => {
  const { open } = await show()
  expect(screen.getByText('checks ✓')).toBeInTheDocument()
  // The year's capex no longer adds up to the published 85,972.
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-03', line: 'capex', entry: 24_613 }], 'Capex')
  await tick()
  const light = screen.getByRole('button', { name: /checks ✗/ })
  expect(light).toHaveAttribute('title', expect.stringContaining('FY25 Q4'))
})

test('[W11] a check that fails is counted among the problems, and its light has no count of its own', async () => {
  const { open } = await show()
  const edits = (['2024-03', '2025-03'] as const).map(
    (quarter) => ({ kind: 'enter', scenario: 'base', quarter, line: 'capex', entry: 100_000 }) as const,
  )
  open.dispatch(edits, 'Capex')
  const light = await screen.findByRole('button', { name: /checks ✗/ })
  expect(light.textContent.trim()).toBe('checks ✗')
  expect(light).toHaveAttribute('title', expect.stringContaining('fails in 2 quarters of Base, Bull and Bear'))
  expect(await screen.findByRole('button', { name: /^✗ 1\s+problem$/ }, { timeout: 10_000 })).toBeInTheDocument()
})

test('[C2] a check that has no value anywhere is told and led to', async () => {
  const { open } = await show()
  open.dispatch(
    [{ kind: 'formula', scenario: 'base', line: 'capex_check', formula: 'capex[-400]' }],
    'A check of what is not there',
  )
  await tick()
  expect(screen.queryByText('checks ✓')).toBeNull()
  const light = screen.getByRole('button', { name: '1 check without a value' })
  light.click()
  await tick()
  expect(open.sheet.selection.cursor?.line).toBe('capex_check')
  expect(open.message?.sentence).toMatch(/has no value in any of \d+ quarters, so it checks nothing/)
})

test('a backup is never, then today', async () => {
  const { workbench, files } = await show()
  expect(screen.getByText(/backup: never/)).toBeInTheDocument()
  await workbench.saveFile()
  await tick()
  expect(screen.getByText(/backup: today/)).toBeInTheDocument()
  expect(files.map(({ name }) => name)).toEqual(['Alibaba AI and cloud 2025-11-25.json'])
})

test('a message with an action offers it', async () => {
  const { open } = await show()
  open.look({ scenario: 'bull' })
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'revenue', entry: 310_000 }], 'Revenue')
  open.select({ line: 'revenue', column: '2025-12' })
  open.gestures.deleteAt(present(open.target, 'the selected cell'))
  await tick()
  screen.getByRole('button', { name: 'Release' }).click()
  await tick()
  // Bull's formula: 31,742 × 1.38 + 248,412 × 1.01, by hand
  expect(open.results.valueOf('bull', 'revenue', '2025-12')).toBeCloseTo(294_700.08, 6)
})

test('[W11] warnings are counted a moment later, and lead to the list', async () => {
  const { open } = await show()
  expect(screen.queryByText(/warning/)).toBeNull()
  // Bull and Bear inherit the formula: it is one.
  const edit = {
    kind: 'formula',
    scenario: 'base',
    line: 'fcf_margin',
    formula: 'free_cash_flow / revenue_usd',
  } as const
  open.dispatch([edit], 'Free cash flow margin')
  const count = await screen.findByRole('button', { name: /^⚠ 1\s+warning$/ }, { timeout: 10_000 })
  count.click()
  await tick()
  expect(open.view.panel).toBe('problems')
  expect(open.isPanelCalled).toBe(true)
  expect(open.findings.list.open[0]?.sentence).toContain('RMB per US$')
})

test('[PB1] only the model and unfinished formulas are searched: looking at something else begins no new search', async () => {
  const bench = await exampleBench()
  const { open } = bench
  const follow = vi.spyOn(open.findings, 'follow')
  render(StatusBar, { ...bench, offline: new Offline(() => Promise.resolve(true)) })
  await tick()
  expect(follow).toHaveBeenCalledTimes(1)
  open.look({ panel: 'problems' })
  await tick()
  open.look({ foldedSections: ['Drivers'] })
  await tick()
  expect(follow).toHaveBeenCalledTimes(1)
  open.look({ formulaDrafts: [{ line: 'fcf_margin', scenario: 'base', text: 'free_cash_flow /' }] })
  await tick()
  expect(follow).toHaveBeenCalledTimes(2)
})
