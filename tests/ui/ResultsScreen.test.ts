import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test } from 'vitest'
import { command } from '#session/commands.ts'
import ExpectedDialog from '#ui/dialog/ExpectedDialog.svelte'
import ResultsScreen from '#ui/screen/ResultsScreen.svelte'
import { readRecords } from '../support/csv.ts'
import { exampleBench } from '../support/workbench.ts'

const show = async () => {
  const bench = await exampleBench()
  bench.open.look({ screen: 'results' })
  render(ResultsScreen, bench)
  return bench
}

const cells = (row: HTMLElement): readonly string[] =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())

const table = (name: RegExp): HTMLElement => screen.getByRole('region', { name })

test('[B9] each line stands with figure, surprise, verdict, growth and streak, and its quarters below', async () => {
  await show()
  const quarter = table(/^Beat and miss in FY26 Q2/)
  expect(cells(within(quarter).getByRole('row', { name: /^Revenue/ })).slice(0, 6)).toEqual([
    ...['247,795', '242,650', '+2.12 %', '▲beat', '+4.8 %', '1 beat'],
  ])
  expect(cells(within(quarter).getByRole('row', { name: /^Cloud/ })).slice(0, 6)).toEqual([
    ...['39,824', '37,900', '+5.08 %', '▲beat', '+34.5 %', '2 beats, gap before'],
  ])
  const history = table(/^Revenue, quarter by quarter/)
  expect(cells(within(history).getByRole('row', { name: /^FY25 Q4/ }))).toEqual([
    ...['236,454', '', '', 'no consensus', '+6.6 %', ''],
  ])
  await userEvent.click(within(quarter).getByRole('button', { name: 'Cloud revenue (recast)' }))
  expect(table(/^Cloud revenue \(recast\), quarter by quarter/)).toBeVisible()
})

test('[B9] another quarter is chosen by button, key and list, and a figure leads to its cell', async () => {
  const { open, workbench } = await show()
  await userEvent.click(screen.getByRole('button', { name: 'Results of the quarter before' }))
  expect(table(/^Beat and miss in FY26 Q1/)).toBeVisible()
  command('results.later').run(workbench)
  await tick()
  expect(table(/^Beat and miss in FY26 Q2/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Results of the quarter after' })).toBeDisabled()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Quarter' }), 'FY24 Q4')
  await userEvent.click(screen.getByRole('button', { name: 'Consensus: 219,800. Go to the cell' }))
  expect(open.sheet.selection.cursor).toEqual({ line: 'consensus_revenue', column: '2024-03' })
})

test('[B7] the card is read by its sentences, and its lines are chosen, ordered and kept', async () => {
  const { open } = await show()
  const card = screen.getByRole('article', { name: 'Alibaba: AI and cloud, FY26 Q2, the quarter to September 2025' })
  const sentences = (): readonly string[] =>
    within(card)
      .getAllByRole('button')
      .map((each) => each.getAttribute('aria-label') ?? '')
  expect(sentences()[0]).toBe(
    'Revenue: 247.8 bn against 242.65 bn expected, +2.12 %: a beat. Growth 5 % from 2 %, +3.0 points unrounded.',
  )
  expect(sentences()).toHaveLength(7)
  await userEvent.click(screen.getByRole('button', { name: 'Lines …' }))
  await userEvent.click(screen.getByRole('button', { name: 'Move Revenue down' }))
  await userEvent.click(screen.getByRole('button', { name: 'Take Revenue in US$ off the card' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Add a line to the card' }), 'Free cash flow')
  expect(open.view.results.card).toEqual([
    ...['cloud_revenue', 'revenue', 'ai_streak', 'cloud_acceleration_streak', 'capex_ai_cloud_ttm'],
    ...['ai_capex.amount', 'free_cash_flow'],
  ])
  expect(sentences().at(-1)).toBe('Free cash flow: −21.8 bn; growth n.m. (to loss).')
  await userEvent.click(screen.getByRole('button', { name: 'Back to the first choice' }))
  expect(open.view.results.card).toBeNull()
})

test('[B7] where the browser copies no pictures the card is told to be drawn or not, never silently lost', async () => {
  const { open, workbench } = await show()
  await tick()
  expect(command('results.cardPicture').canRun?.(workbench)).toBe(true)
  // jsdom neither draws nor copies.
  await userEvent.click(screen.getByRole('button', { name: 'Copy the card as a picture' }))
  await expect.poll(() => open.message?.sentence).toMatch(/^The card could not be drawn/)
})

test('[B9] the export has every line in every reported quarter', async () => {
  const { files } = await show()
  await userEvent.click(screen.getByRole('button', { name: /^Export/ }))
  expect(files[0]?.name).toBe('Alibaba AI and cloud 2025-11-25 beat and miss.csv')
  expect(readRecords(files[0]?.text ?? '')).toHaveLength(28)
})

test('[B8] where no line names its consensus a sentence says so, and the dialog makes one in one step', async () => {
  const { open, workbench } = await show()
  const free = ['revenue', 'cloud_revenue'].map(
    (line) => ({ kind: 'change line', line, change: { expected: null } }) as const,
  )
  open.dispatch(free, 'Freed')
  await tick()
  expect(screen.getByText(/^No line names its consensus yet/)).toBeVisible()
  render(ExpectedDialog, { open, workbench })
  await userEvent.click(screen.getByRole('button', { name: 'Name a consensus …' }))
  const dialog = await screen.findByRole('dialog', { name: 'What a line is held against' })
  await userEvent.selectOptions(within(dialog).getByLabelText('Line'), 'Adjusted EBITA')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }))
  expect((await within(dialog).findByRole('alert')).textContent).toMatch(/^Choose the line that holds the consensus/)
  await userEvent.selectOptions(within(dialog).getByLabelText('Consensus'), 'new')
  await userEvent.type(within(dialog).getByLabelText('In line within'), '3')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }))
  const made = open.model.lines.find(({ key }) => key === 'consensus_adjusted_ebita')
  expect(open.model.lines.find(({ key }) => key === 'adjusted_ebita')?.expected).toEqual({
    ...{ consensus: made?.id, low: null, high: null, tolerance: 0.03 },
  })
  await expect.poll(() => open.sheet.selection.cursor).toEqual({ line: made?.id, column: '2025-09' })
  expect(open.message?.sentence).toContain('Type what was expected of Adjusted EBITA here.')
})

test('[B9] while nothing is reported a sentence says so, with one button', async () => {
  const { open } = await show()
  open.dispatch([{ kind: 'change model', change: { lastActual: null } }], 'Nothing reported')
  await tick()
  expect(screen.getByText(/^Nothing is reported yet/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Enter a release' }))
  expect(open.view.screen).toBe('release')
})
