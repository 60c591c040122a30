import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { commands } from '#session/commands.ts'
import { sheetEnd } from '#session/move.ts'
import { cellAt } from '#session/layout.ts'
import { otherWords } from '#ui/dialog/otherWords.ts'
import Palette from '#ui/dialog/Palette.svelte'
import { exampleBench } from '../support/workbench.ts'

// jsdom lays nothing out, so nothing is measured and nothing can be scrolled to.
Element.prototype.scrollIntoView = () => undefined
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    disconnect(): void {}
    unobserve(): void {}
  },
)

const opened = async () => {
  const bench = await exampleBench()
  const user = userEvent.setup()
  render(Palette, { workbench: bench.workbench })
  const show = async () => {
    bench.workbench.dialog = 'palette'
    return await screen.findByRole('dialog', { name: 'Commands' })
  }
  const dialog = await show()
  const names = (): readonly string[] =>
    within(dialog)
      .getAllByRole('option')
      .map((each) => each.textContent)
  return { ...bench, user, dialog, names, show }
}

test('it opens with every command that can be run, the field under the keyboard', async () => {
  const { dialog, names, workbench } = await opened()
  expect(within(dialog).getByRole('combobox')).toHaveFocus()
  const able = commands.filter(({ canRun }) => canRun?.(workbench) !== false)
  for (const { name, nameNow } of able) {
    const told = nameNow?.(workbench) ?? name
    expect([told, names().some((each) => each.startsWith(told))]).toEqual([told, true])
  }
  // 3 scenarios; 60 lines, of which the example has more
  expect(names()).toHaveLength(able.length + 3 + 60)
})

test('words are looked for in any order: in the name, the group and the keys', async () => {
  const { user, names } = await opened()
  await user.keyboard('scenario next')
  expect(names()).toEqual(['Next scenarioCtrl+Alt+PgDn'])
  await user.clear(screen.getByRole('combobox'))
  await user.keyboard('CTRL+D edit')
  expect(names()).toEqual(['Fill down from the first rowCtrl+D'])
  await user.clear(screen.getByRole('combobox'))
  await user.keyboard('⌘d')
  expect(names()).toEqual(['Fill down from the first rowCtrl+D'])
})

test('[G16] other words are those of commands', () => {
  const ids = commands.map(({ id }) => id)
  expect(Object.keys(otherWords).filter((id) => !ids.includes(id))).toEqual([])
})

test.each([
  ['add line', 'New line below …'],
  ['insert row', 'New line …'],
  ['delete row', 'Delete the line'],
  ['insert quarter', 'Add a quarter at the end'],
  ['extend timeline', 'Timeline: first and last quarter …'],
  ['comment', 'Note and source of the cell …'],
  ['add a commitment', 'New commitment …'],
  ['trace precedents', 'Walk to the cells this one is made of'],
  ['base', 'Show Base'],
  ['capex run-rate', 'Go to Capex run-rate'],
])('[G16] what others call “%s” is found first as “%s”', async (search, name) => {
  const { user, open, names } = await opened()
  open.select({ line: 'capex', column: '2025-06' })
  await user.keyboard(search)
  expect(names()[0]?.startsWith(name)).toBe(true)
})

test('Enter goes to a line, in the column of the cursor, and the sheet has the keyboard', async () => {
  const { user, open, workbench } = await opened()
  open.select({ line: 'capex', column: '2025-06' })
  const calls = open.sheetCalls
  await user.keyboard('recast go to{Enter}')
  await waitFor(() => {
    expect(open.sheet.selection.cursor).toEqual({ line: 'cloud_revenue', column: '2025-06' })
  })
  expect(workbench.dialog).toBeNull()
  expect(open.sheetCalls).toBeGreaterThan(calls)
})

test('it shows a scenario', async () => {
  const { user, open } = await opened()
  await user.keyboard('show bull')
  await user.click(screen.getByRole('option', { name: 'Show Bull' }))
  await waitFor(() => {
    expect(open.shown).toBe('bull')
  })
})

test('a command runs once the keyboard is back on the sheet; one that opens a dialog leaves it open', async () => {
  const { user, open, workbench, show } = await opened()
  const seen: string[] = []
  vi.spyOn(open.sheet.blocks, 'repeat').mockImplementation(() => {
    seen.push(`repeated, ${screen.queryByRole('dialog') === null ? 'closed' : 'open'}`)
  })
  vi.spyOn(open, 'returnToSheet').mockImplementation(() => {
    seen.push('keyboard')
  })
  await user.keyboard('repeat last action{Enter}')
  await waitFor(() => {
    expect(seen).toEqual(['keyboard', 'repeated, closed'])
  })
  await show()
  await user.keyboard('note and source{Enter}')
  await waitFor(() => {
    expect(workbench.dialog).toBe('note')
  })
})

test('what cannot be run is left out', async () => {
  const { open, workbench, names } = await opened()
  expect(names().some((each) => each.startsWith('Go to the next cell;'))).toBe(true)
  open.select(cellAt(open.sheet.layout, sheetEnd(open.sheet.layout)))
  await waitFor(() => {
    expect(names().some((each) => each.startsWith('Go to the next cell;'))).toBe(false)
  })
  workbench.open = null
  await waitFor(() => {
    expect(names().some((each) => each.startsWith('Undo'))).toBe(false)
  })
  expect(names()).toContain('List of shortcuts?')
})

test('nothing found is told in a sentence; Escape closes and runs nothing', async () => {
  const { user, open, workbench, dialog } = await opened()
  const { message } = open
  await user.keyboard('xyzzy')
  expect(within(dialog).getByRole('status')).toHaveTextContent('Nothing here is called “xyzzy”.')
  await user.keyboard('{Enter}')
  expect(workbench.dialog).toBe('palette')
  await user.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect([workbench.dialog, open.message]).toEqual([null, message])
})
