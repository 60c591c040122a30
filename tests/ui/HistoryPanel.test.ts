// The panel of history: what was done, newest first, and the way to any of it.

import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Edit } from '#model/edit.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import HistoryPanel from '#ui/panel/HistoryPanel.svelte'
import UndoButtons from '#ui/part/UndoButtons.svelte'
import { full } from '../session/bench.ts'
import { exampleBench } from '../support/workbench.ts'

const growth = (entry: number, line = 'cloud_growth'): readonly Edit[] => [
  { kind: 'enter', scenario: 'base', quarter: '2025-12', line, entry },
]

const shown = (open: OpenModel, line = 'cloud_growth'): number => open.results.valueOf('base', line, '2025-12')

const show = async (labels: readonly string[]) => {
  const bench = await exampleBench()
  for (const [at, label] of labels.entries()) {
    bench.open.dispatch(growth((at + 1) / 10), label)
    await bench.open.ledger.whenSaved()
  }
  render(HistoryPanel, bench)
  return bench
}

const region = (): HTMLElement => screen.getByRole('region', { name: 'History, newest first' })

/** The rows as read: the label, then what stands under it. */
const rows = (): readonly string[] =>
  within(region())
    .queryAllByRole('listitem')
    .map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())

const row = (name: string): HTMLElement => {
  const found = within(region())
    .getAllByRole('listitem')
    .find((each) => within(each).queryByRole('button', { name }) !== null)
  if (found === undefined) throw new Error(`no row is called ${name}`)
  return found
}

const heard = async (open: OpenModel, sentence: RegExp): Promise<void> => {
  await vi.waitFor(() => expect(open.message?.sentence).toMatch(sentence), { timeout: 10_000 })
}

test('[HS2] while nothing was changed a sentence says what the history is for', async () => {
  await show([])
  expect(await screen.findByText(/^Nothing was changed yet/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'To the sheet' })).toBeVisible()
})

test('[HS2] changes are listed newest first, under their day, and come as they are made', async () => {
  const { open } = await show(['one', 'two'])
  expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible()
  open.dispatch(growth(0.9, 'rest_growth'), 'three')
  expect(await screen.findByRole('button', { name: 'three' })).toBeVisible()
  expect(rows().map((text) => /^\w+/.exec(text)?.[0])).toEqual(['three', 'two', 'one'])
})

test('[HS2] a change leads to what it touched', async () => {
  const { open } = await show(['one'])
  open.look({ screen: 'sheet' })
  open.select({ line: 'revenue', column: '2025-09' })
  await userEvent.click(await screen.findByRole('button', { name: 'one' }))
  await vi.waitFor(() => expect(open.sheet.selection.cursor).toEqual({ line: 'cloud_growth', column: '2025-12' }))
})

test('[HS3] what is undone reads taken back, in words, and the newest in force reads Now', async () => {
  const { open } = await show(['one', 'two'])
  open.undo()
  await heard(open, /^Undone: two/)
  await vi.waitFor(() => expect(row('two')).toHaveTextContent('taken back'))
  expect(within(row('one')).getByRole('button', { name: 'Now' })).toBeVisible()
  expect(within(row('two')).getByRole('button', { name: 'Go forward to here' })).toBeVisible()
})

test('[HS3] on demand every step of the journal is there', async () => {
  const { open } = await show(['one'])
  open.undo()
  await heard(open, /^Undone/)
  await vi.waitFor(() => expect(rows()).toHaveLength(1))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Every step' }))
  await vi.waitFor(() => expect(rows()).toHaveLength(2))
  expect(rows()[0]).toMatch(/^one .*undone/)
})

test('[HS4] one goes back and forward again, and is told how far', async () => {
  const { open } = await show(['one', 'two', 'three'])
  await userEvent.click(
    within(await screen.findByText('one').then(() => row('one'))).getByRole('button', { name: 'Go back to here' }),
  )
  await heard(open, /^2 changes taken back, to \d\d:\d\d\./)
  expect(shown(open)).toBe(0.1)
  await vi.waitFor(() => expect(within(row('one')).getByRole('button', { name: 'Now' })).toBeVisible())
  await userEvent.click(within(row('three')).getByRole('button', { name: 'Go forward to here' }))
  await heard(open, /^2 changes made again, to \d\d:\d\d\./)
  expect(shown(open)).toBe(0.3)
  open.undo()
  await heard(open, /^Undone: Forward to 25 Nov 2025, \d\d:\d\d\./)
  expect(shown(open)).toBe(0.1)
})

test('[HS4] before the first change is the last of the list', async () => {
  const { open } = await show(['one', 'two'])
  const before = await screen.findByText('Before the first change.')
  await userEvent.click(within(before.parentElement ?? region()).getByRole('button', { name: 'Go back to here' }))
  await heard(open, /^2 changes taken back, to the oldest state kept\./)
  expect(shown(open)).toBe(0.35) // the example's own
})

test('[HS6] a change is compared with now, and nothing is kept for it', async () => {
  const { open } = await show(['one', 'two'])
  await screen.findByText('one')
  await userEvent.click(within(row('one')).getByRole('button', { name: 'Compare' }))
  expect(open.view.screen).toBe('snapshots')
  await open.snapshots.read()
  expect(open.snapshots.list).toEqual([])
  const [point] = open.snapshots.versions ?? []
  const then = await open.snapshots.results(point?.id ?? '')
  expect('model' in then && then.valueOf('base', 'cloud_growth', '2025-12')).toBe(0.1)
})

test('[HS7] it is sought by words and by the line selected; nothing found is said', async () => {
  const { open } = await show(['Cloud growth up'])
  open.dispatch(growth(0.1, 'rest_growth'), 'Rest growth down')
  await screen.findByText('Rest growth down')
  open.select({ line: 'cloud_growth', column: '2025-12' })
  await userEvent.click(screen.getByRole('checkbox', { name: 'Only Cloud growth' }))
  await vi.waitFor(() => expect(rows()).toHaveLength(1))
  expect(rows()[0]).toMatch(/^Cloud growth up/)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Only Cloud growth' }))
  await userEvent.type(screen.getByRole('searchbox'), 'down rest')
  expect(rows()[0]).toMatch(/^Rest growth down/)
  await userEvent.type(screen.getByRole('searchbox'), ' nowhere')
  await userEvent.click(await screen.findByRole('button', { name: 'Show all changes' }))
  await vi.waitFor(() => expect(rows()).toHaveLength(2))
})

test('[HS2] the arrow keys walk from row to row and from button to button', async () => {
  await show(['one', 'two'])
  const newest = await screen.findByRole('button', { name: 'two' })
  const keys = userEvent.setup()
  newest.focus()
  await keys.keyboard('{ArrowDown}')
  expect(screen.getByRole('button', { name: 'one' })).toHaveFocus()
  await keys.keyboard('{ArrowRight}')
  expect(within(row('one')).getByRole('button', { name: 'Go back to here' })).toHaveFocus()
  await keys.keyboard('{ArrowUp}')
  expect(within(row('two')).getByRole('button', { name: 'Now' })).toHaveFocus()
})

test('[HS8] undo and redo say what they would take back or make again', async () => {
  const bench = await exampleBench()
  render(UndoButtons, bench)
  const { open } = bench
  open.dispatch(growth(0.4), 'Cloud growth FY26 Q3 in Base: 35.0 → 40.0 %')
  await open.ledger.whenSaved()
  const undo = screen.getByRole('button', { name: 'Undo' })
  await vi.waitFor(() => expect(undo.title).toMatch(/^Undo: Cloud growth FY26 Q3 in Base: 35\.0 → 40\.0 % \(/))
  open.undo()
  const redo = screen.getByRole('button', { name: /^Redo/ })
  await vi.waitFor(() => expect(redo.title).toMatch(/^Redo: Cloud growth FY26 Q3 in Base: 35\.0 → 40\.0 % \(/))
  expect(undo.title).toMatch(/^Undo \(/)
})

test('[HS1] what keeps the history from being read is said, with a way to try again', async () => {
  const { workbench, open } = await exampleBench()
  open.dispatch(growth(0.1), 'first')
  await open.ledger.whenSaved()
  const { problem, steps } = {
    problem: vi.spyOn(open.history, 'problem', 'get'),
    steps: vi.spyOn(open.history, 'steps', 'get'),
  }
  problem.mockReturnValue(full)
  steps.mockReturnValue(null)
  const read = vi.spyOn(open.history, 'read')
  render(HistoryPanel, { workbench, open })
  expect(await screen.findByRole('alert')).toHaveTextContent('The history cannot be read. The disk is full.')
  expect(screen.queryByText('Reading the history …')).toBeNull()
  read.mockClear()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(read).toHaveBeenCalledOnce()
})
