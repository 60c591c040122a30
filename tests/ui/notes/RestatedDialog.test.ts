import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Edit } from '#model/edit.ts'
import { rowOf } from '#model/model.ts'
import RestatedDialog from '#ui/notes/RestatedDialog.svelte'
import { exampleBench } from '../../support/workbench.ts'

/** The dialog over 247,795 of revenue, FY26 Q2, into which a text was typed. */
const asked = async (text: string) => {
  const bench = await exampleBench()
  const { open } = bench
  const user = userEvent.setup()
  open.select({ line: 'revenue', column: '2025-09' })
  render(RestatedDialog, { open })
  if (open.target === null) throw new Error('no cell')
  open.gestures.typeInto(open.target, text)
  const dialog = await screen.findByRole('dialog')
  const row = () => rowOf(open.model, 'base', '2025-09')
  return {
    ...bench,
    user,
    dialog,
    field: screen.getByLabelText('Reason, if it was restated'),
    number: () => row().entries.get('revenue'),
    note: () => row().notes.get('revenue'),
  }
}

const gone = () =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })

test('[NS2] it says what changes, has the keyboard in the reason, and Enter keeps the old number', async () => {
  const { user, open, dialog, field, number, note } = await asked('248100')
  expect(dialog).toHaveAccessibleName('A reported number changes')
  expect(dialog).toHaveAccessibleDescription('Revenue FY26 Q2: 247,795 RMB m → 248,100 RMB m')
  expect(field).toHaveFocus()
  const calls = open.sheetCalls
  await user.keyboard('Recast{Enter}')
  await gone()
  expect([number(), note()?.earlier]).toEqual([
    248_100,
    [{ value: 247_795, until: '2025-11-25T12:00:00.000Z', reason: 'Recast' }],
  ])
  expect(open.sheetCalls).toBe(calls + 1)
  expect(open.message?.sentence).toMatch(/^The old number is kept as an earlier value\. Base: Revenue FY28 /)
})

test('[NS3] Enter on the empty field puts a slip right: its source stays', async () => {
  const { user, open, number, note } = await asked('248100')
  const before = note()
  await user.keyboard('{Enter}')
  await gone()
  expect([number(), note()]).toEqual([248_100, before])
  expect(open.message?.sentence).not.toContain('earlier value')
})

test('[NS2] a number typed ahead is no reason; “Restated” without one asks for it', async () => {
  const { user, field, number } = await asked('248100')
  await user.keyboard('9987{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('“9987” is no reason.')
  await user.clear(field)
  await user.click(screen.getByRole('button', { name: 'Restated' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Say in words why the number was restated.')
  expect(field).toHaveFocus()
  expect(number()).toBe(247_795)
})

test('[NS2] Escape and the first button leave the number', async () => {
  const { user, open, number } = await asked('248100')
  await user.keyboard('{Escape}')
  await gone()
  expect([number(), open.message?.sentence]).toEqual([247_795, 'The reported number stays as it was.'])
  if (open.target !== null) open.gestures.typeInto(open.target, '248200')
  await user.click(await screen.findByRole('button', { name: 'Leave it as it was' }))
  await gone()
  expect(number()).toBe(247_795)
})

test('[NS2] what looks like a slip is in the same question', async () => {
  await asked('247.795')
  expect(screen.getByText(/^Please check: Revenue FY26 Q2: 247\.795 RMB m is less than a hundredth/)).toBeVisible()
})

test('[NS3] “only slips” is not asked again', async () => {
  const { user, open, number } = await asked('248100')
  await user.click(screen.getByRole('checkbox', { name: /^Only slips for now/ }))
  await user.click(screen.getByRole('button', { name: 'Only a slip of mine' }))
  await gone()
  if (open.target !== null) open.gestures.typeInto(open.target, '248200')
  expect([number(), open.gestures.restating.asked]).toEqual([248_200, null])
})

test('[NS2] reasons given before are offered', async () => {
  const { user, open } = await asked('248100')
  await user.keyboard('Recast{Enter}')
  await gone()
  if (open.target !== null) open.gestures.typeInto(open.target, '248200')
  await screen.findByRole('dialog')
  expect([...document.querySelectorAll('#reasons-given option')].map((each) => each.getAttribute('value'))).toEqual([
    'Recast',
  ])
})

test('[NS2] two lines of one label and one number are told each for itself', async () => {
  const { open } = await exampleBench()
  const lines = ['cloud_revenue', 'capex']
  open.dispatch(
    lines.flatMap((line): Edit[] => [
      { kind: 'change line', line, change: { label: 'Other' } },
      { kind: 'enter', scenario: 'base', line, quarter: '2025-09', entry: 30_000 },
    ]),
    'Two lines called Other',
  )
  render(RestatedDialog, { open })
  open.gestures.restating.asks({
    edits: lines.map((line) => ({ kind: 'enter', scenario: 'base', line, quarter: '2025-09', entry: 40_000 })),
    doubts: [],
    act: () => undefined,
    left: '',
  })
  expect(await screen.findAllByText('Other FY26 Q2: 30,000 RMB m → 40,000 RMB m')).toHaveLength(2)
})
