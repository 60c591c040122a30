import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test, vi } from 'vitest'
import { removalEdits } from '#model/scenarioChange.ts'
import type { ComparisonView } from '#model/view.ts'
import { compare, comparingOf } from '#session/comparing.ts'
import LineList from '#ui/compare/LineList.svelte'
import CompareScreen from '#ui/screen/CompareScreen.svelte'
import { exampleBench } from '../support/workbench.ts'

vi.mock('#ui/chart/drawnChart.ts', () => ({
  chartMaker: () => () => ({ draw: () => undefined, destroy: () => undefined }),
}))

// jsdom lays nothing out: the window of rows would be empty.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 900 })
Element.prototype.scrollIntoView = () => undefined

const show = async () => {
  const bench = await exampleBench()
  bench.open.look({ screen: 'compare' })
  render(CompareScreen, bench)
  await tick()
  return bench
}

const cellsOf = (name: RegExp): readonly string[] =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())

test('[J2] [J3] a line reads its value, difference and per cent or points, and whether that is better or worse', async () => {
  await show()
  // example.md, in m: −17,170 to −4,200 is +12,970; capex is neutral; 10.67 to 13.11 and 6.96 %
  expect(cellsOf(/^Free cash flow RMB/)).toEqual([
    'RMB m',
    '(17,171)',
    ...['(4,201)', '+12,970▲, better', 'n.m.'],
    ...['(29,823)', '(12,651)▼, worse', 'n.m.'],
  ])
  expect(cellsOf(/^Capital expenditure, total/).slice(2)).toEqual([
    ...['159,783', '+22,563', '+16.4 %'],
    ...['104,381', '(32,839)', '(23.9) %'],
  ])
  expect(cellsOf(/^Revenue growth, year on year/)).toEqual([
    '%',
    '10.7',
    ...['13.1', '', '+2.4 pts▲, better'],
    ...['7.0', '', '(3.7) pts▼, worse'],
  ])
})

test('[J6] any edit shows at once, undo included, and money follows the scale of the view', async () => {
  const { open } = await show()
  compare(open, { lines: ['capex'], time: '2025-12' })
  await tick()
  expect(cellsOf(/^Capital expenditure/).slice(0, 3)).toEqual(['RMB m', '32,000', '36,000'])
  open.dispatch(
    [{ kind: 'enter', scenario: 'bull', quarter: '2025-12', line: 'capex_run_rate', entry: 37_000 }],
    'Capex',
  )
  await tick()
  // 37,000 against 32,000 is 5,000 more: 15.6 %
  expect(cellsOf(/^Capital expenditure/).slice(1, 5)).toEqual(['32,000', '37,000', '+5,000', '+15.6 %'])
  open.undo()
  open.look({ scale: 'bn' })
  await vi.waitFor(() => {
    expect(cellsOf(/^Capital expenditure/).slice(0, 5)).toEqual(['RMB bn', '32.000', '36.000', '+4.000', '+12.5 %'])
  })
})

test('[J6] by keyboard alone a value leads to its cell in its scenario, a difference to why it is', async () => {
  const { open } = await show()
  const user = userEvent.setup()
  compare(open, { lines: ['revenue', 'capex'] })
  await tick()
  const first = screen.getByText('1,152,786')
  expect(screen.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toEqual([first])
  first.focus()
  await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
  await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('+22,563'))
  expect(document.activeElement).toHaveAttribute('title', 'Why Bull differs from Base here')
  await user.keyboard('{Enter}')
  expect(open.view).toMatchObject({
    screen: 'why',
    why: {
      line: 'capex',
      time: 'FY2027',
      from: { scenario: 'base', snapshot: null },
      to: { scenario: 'bull', snapshot: null },
    },
  })
  await user.click(screen.getByText('104,381'))
  expect([open.view.screen, open.shown]).toEqual(['sheet', 'bear'])
  expect(open.sheet.selection.cursor).toEqual({ line: 'capex', column: 'FY2027' })
})

test('[J1] the time is stepped with buttons and arrows, the reference and the scenarios are chosen', async () => {
  const { open } = await show()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Later' }))
  expect(open.view.comparison.time).toBe('2027-06')
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(open.view.comparison.time).toBe('2027-03')
  await user.selectOptions(screen.getByRole('combobox', { name: 'against' }), 'bear')
  expect(open.view.comparison.reference).toBe('bear')
  // Bear stands first now, and alone has no difference.
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent.trim())
  expect(heads.slice(2, 5)).toEqual(['Bear', 'Base', 'Bull'])
})

test('[J5] lines are found and chosen by keyboard, one or a whole section', async () => {
  const { open } = await exampleBench()
  const user = userEvent.setup()
  const comparing = () => comparingOf(open.results, open.view.comparison)
  const props = { model: open.model, choose: (lines: ComparisonView['lines']) => compare(open, { lines }) }
  const { rerender } = render(LineList, { ...props, comparing: comparing() })
  await user.click(screen.getByRole('button', { name: 'None' }))
  expect(open.view.comparison.lines).toEqual([])
  await rerender({ ...props, comparing: comparing() })
  await user.type(screen.getByRole('searchbox', { name: 'Find a line' }), 'margin mix')
  await user.keyboard('{ArrowDown}{ArrowDown} ')
  expect(open.view.comparison.lines).toEqual(['ebita_margin'])
  await rerender({ ...props, comparing: comparing() })
  await user.click(screen.getByRole('checkbox', { name: 'Growth and mix' }))
  expect(open.view.comparison.lines).toEqual(['ebita_margin', 'fcf_margin'])
  await user.clear(screen.getByRole('searchbox'))
  await user.type(screen.getByRole('searchbox'), 'nothing like it')
  expect(screen.getByText('No line has “nothing like it” in its name.')).toBeVisible()
})

test('[J9] the table is exported as chosen and copied', async () => {
  const { files } = await show()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /^Export/ }))
  expect(files.at(-1)?.name).toBe('Alibaba AI and cloud 2025-11-25 comparison FY27.csv')
  expect(files.at(-1)?.text).toContain('Reported,free_cash_flow,Free cash flow,RMB m,-17')
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toContain('Free cash flow\tRMB m\t(17,171)\t(4,201)\t+12,970\tn.m.')
})

test('[J10] where nothing differs, no scenario is shown, or there is one only, a sentence says so with one thing to do', async () => {
  const { open } = await show()
  const user = userEvent.setup()
  // On a constant only, which is one number for all quarters, scenarios differ in the past.
  open.dispatch(
    ['cloud_fade', 'capex_growth', 'margin_gain', 'cash_conversion'].flatMap((line) =>
      ['bull', 'bear'].map((scenario) => ({ kind: 'formula', scenario, line, formula: null }) as const),
    ),
    'Constants as in Base',
  )
  compare(open, { time: '2024-06' })
  expect(await screen.findByText('In FY25 Q1 every line reads the same in the scenarios shown.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all lines' }))
  expect(open.view.comparison.lines).toBe('all')
  compare(open, { hidden: ['bull', 'bear'] })
  await user.click(await screen.findByRole('button', { name: 'Show all scenarios' }))
  expect(open.view.comparison.hidden).toEqual([])
  for (const scenario of ['bear', 'bull']) open.dispatch(removalEdits(open.model, scenario), 'Scenario removed')
  expect(await screen.findByText(/This model has one scenario, Base/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add a scenario' }))
  expect(await screen.findByRole('dialog')).toBeVisible()
})

test('[J8] charts are one for each line that has a course, at most twelve, each with a sentence and a table', async () => {
  const { open } = await show()
  const user = userEvent.setup()
  await user.click(screen.getByRole('radio', { name: 'Charts' }))
  expect(screen.getAllByRole('img')).toHaveLength(12)
  expect(screen.getByText(/^And \d+ more lines/)).toBeVisible()
  compare(open, { lines: ['cloud_revenue', 'cloud_fade'] })
  await tick()
  expect(screen.getByRole('img')).toHaveAccessibleName(
    /FY28 Q4: Base 66,126 RMB m, Bull 74,934 RMB m, Bear 53,139 RMB m\.$/,
  )
  expect(screen.getByText(/1 constant is not drawn/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^Table of Cloud revenue/ }))
  const row = within(screen.getByRole('table')).getByRole('row', { name: /FY28 Q4/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['66,126', '74,934', '53,139'])
})
