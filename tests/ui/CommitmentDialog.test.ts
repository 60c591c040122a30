import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { command } from '#session/commands.ts'
import CommitmentDialog from '#ui/pacing/CommitmentDialog.svelte'
import { exampleBench } from '../support/workbench.ts'

const opened = async (commitment: string | null, scenario = 'base') => {
  const bench = await exampleBench()
  const { open, workbench } = bench
  open.look({ scenario })
  render(CommitmentDialog, { open, workbench })
  command(commitment === null ? 'pacing.new' : 'pacing.change').run(workbench)
  const dialog = await screen.findByRole('dialog')
  // It is ready once it has the keyboard.
  await waitFor(() => {
    expect(dialog.contains(document.activeElement)).toBe(true)
  })
  const own = (line: string, shown = scenario) =>
    open.model.scenarios.find(({ id }) => id === shown)?.formulas.get(`ai_capex.${line}`)
  return { ...bench, user: userEvent.setup(), own, promised: () => open.model.commitments[0] }
}

const field = (name: string | RegExp) => screen.getByLabelText(name)

const retype = async (user: ReturnType<typeof userEvent.setup>, name: string | RegExp, text: string): Promise<void> => {
  await user.clear(field(name))
  await user.type(field(name), text)
}

const keep = async (user: ReturnType<typeof userEvent.setup>, name = 'Keep'): Promise<void> => {
  await user.click(screen.getByRole('button', { name }))
}

const isClosed = async (): Promise<void> => {
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
}

test('[P24] it shows the commitment as it is, and its window’s end as its start and length are typed', async () => {
  const { user } = await opened('ai_capex')
  expect(screen.getByRole('dialog')).toHaveAccessibleName('Change commitment')
  expect(field('Name')).toHaveValue('380 bn for AI and cloud')
  expect(field('Amount, in RMB m')).toHaveValue('380bn')
  expect(field('Line that counts')).toHaveDisplayValue('Capital expenditure, total')
  expect(field('What this reading is called')).toHaveValue('Total capex from FY26 Q1')
  expect(screen.getByText('to FY28 Q4')).toBeVisible()
  expect(screen.queryByLabelText(/^Where a change of/)).toBeNull()
  await retype(user, 'First quarter', 'FY25 Q4')
  expect(screen.getByText('to FY28 Q3')).toBeVisible()
  expect(field('What this reading is called')).toHaveValue('Total capex from FY25 Q4')
  await retype(user, 'First quarter', 'soon')
  expect(screen.getByText(/^“soon” is not a quarter/)).toBeVisible()
  await retype(user, 'First quarter', 'FY19 Q1')
  expect(screen.getByText(/^FY19 Q1 lies before the timeline, which begins with FY23 Q1/)).toBeVisible()
})

test('[P24] in Bull what is typed is Bull’s own, and can be given up', async () => {
  const { user, own, promised, open } = await opened('ai_capex', 'bull')
  const before = promised()
  await retype(user, 'Amount, in RMB m', '400bn')
  await retype(user, 'First quarter', 'FY26 Q3')
  expect(field('Where a change of amount lands')).toHaveDisplayValue('only in Bull')
  expect(field('Where a change of what counts lands')).toHaveDisplayValue('in Base')
  await keep(user)
  await isClosed()
  expect([promised(), own('amount'), own('delay')]).toEqual([before, '400000', '2'])
  expect(open.message?.sentence).not.toContain('cannot')
  open.pacingDialog = { kind: 'commitment', commitment: 'ai_capex' }
  await screen.findByRole('dialog')
  expect(field('Amount, in RMB m')).toHaveValue('400bn')
  await user.selectOptions(field('Where a change of amount lands'), 'as in Base')
  await keep(user)
  await isClosed()
  expect([promised(), own('amount'), own('delay')]).toEqual([before, undefined, '2'])
})

test('[P24] a formula’s Problem is shown in place, and keeping says it', async () => {
  const { user, promised } = await opened('ai_capex')
  const before = promised()
  await user.selectOptions(field('What counts'), 'a formula')
  await retype(user, 'Formula', 'capx * 95%')
  expect(screen.getByText(/There is no line “capx”/)).toBeVisible()
  await keep(user)
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no line “capx”')
  expect(promised()).toBe(before)
  await user.click(screen.getByRole('button', { name: /^Use capex/ }))
  expect(field('What this reading is called')).toHaveValue('capex * 95% from FY26 Q1')
  await user.selectOptions(field('What counts'), 'a share of a line')
  expect(field('Share, %')).toHaveValue('95')
  await keep(user)
  await isClosed()
  expect(promised()?.reading).toMatchObject({ counts: '95% * capex', name: '95 % of capex from FY26 Q1' })
})

test('[P25] plans tell their first quarters; one typed by quarter is filled and led to', async () => {
  const { user, open, promised } = await opened('ai_capex')
  await user.click(screen.getByRole('radio', { name: /^S-curve/ }))
  // 28.148 bn by the second quarter: issue E.
  expect(screen.getByText(/^Planned by the end of quarter 1, 2 and 3: .+, 28\.148 bn and/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: /^Typed/ }))
  expect(screen.getByText(/It is typed on the line “Planned in the quarter/)).toBeVisible()
  expect(screen.getByLabelText(/^Fill it first with a plan that is straight/)).toBeChecked()
  await keep(user, 'Keep, and go there')
  await isClosed()
  expect(promised()?.plan).toBe('typed')
  // 380,000 over twelve: 31,667 at first, and 380,000 in the end.
  expect(open.model.rows.get('base')?.get('2025-06')?.entries.get('ai_capex.typed')).toBe(31_667)
  expect(open.results.valueOf('base', 'ai_capex.planned', '2028-03')).toBe(380_000)
  expect([open.view.screen, open.selectedLine?.id]).toEqual(['sheet', 'ai_capex.typed'])
  open.undo()
  await waitFor(() => {
    expect(promised()?.plan).toBe('straight')
  })
  expect(open.model.rows.get('base')?.get('2025-06')?.entries.has('ai_capex.typed')).toBe(false)
})

test('[M6] a new one comes with its timeline, and is the one shown', async () => {
  const { user, open } = await opened(null)
  const dialog = within(screen.getByRole('dialog'))
  expect(screen.getByRole('dialog')).toHaveAccessibleName('New commitment')
  await user.click(dialog.getByRole('button', { name: 'Add commitment' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Give the commitment a name')
  await user.type(field('Name'), 'A cap')
  await user.type(field('Amount, in RMB m'), '500bn')
  await user.selectOptions(field(/^It is a/), 'cap')
  expect(screen.getByText('at most this: breached once it is passed')).toBeVisible()
  await retype(user, 'Length in quarters', '20')
  expect(screen.getByText(/Extend the timeline from FY28 Q4 to FY31 Q1/)).toBeVisible()
  await keep(user, 'Add commitment')
  await isClosed()
  const added = open.model.commitments[1]
  expect(added).toMatchObject({
    key: 'a_cap',
    kind: 'cap',
    amount: 500_000,
    reading: { first: '2025-09', quarters: 20 },
  })
  expect(open.model.timeline.last).toBe('2030-06')
  expect(open.view.pacing.commitment).toBe(added?.id)
})

test('Escape keeps nothing, and the keyboard goes back', async () => {
  const { user, open, promised } = await opened('ai_capex')
  const [before, calls] = [promised(), open.sheetCalls]
  await user.type(field('Name'), ' no')
  await user.keyboard('{Escape}')
  await isClosed()
  expect([promised(), open.pacingDialog, open.sheetCalls]).toEqual([before, null, calls + 1])
})
