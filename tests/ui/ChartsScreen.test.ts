import { fireEvent, render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { CourseDrawing } from '#ui/chart/courseChart.ts'
import ChartsScreen from '#ui/screen/ChartsScreen.svelte'
import { changeChart, chartsOf } from '#session/charting.ts'
import { exampleBench } from '../support/workbench.ts'

// jsdom has no canvas. What the chart would draw is kept; its points lie 10 pixels apart, each series 20 below the one before.
const tell = ({ course, laidOut }: CourseDrawing): void => {
  const middles = course.times.map((_, at) => at * 10)
  laidOut({
    top: 0,
    bottom: 200,
    middles,
    points: course.series.map((_, at) => middles.map((x) => ({ x, y: at * 20 }))),
  })
}

vi.mock('#ui/chart/drawnChart.ts', () => ({
  chartMaker: () => (_: HTMLCanvasElement, first: CourseDrawing) => {
    tell(first)
    return { draw: tell, destroy: () => undefined }
  },
}))

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)

const clipboard = { writeText: vi.fn(() => Promise.resolve()) }

beforeEach(() => {
  clipboard.writeText.mockClear()
})

const show = async () => {
  const bench = await exampleBench()
  bench.open.look({ screen: 'charts' })
  const user = userEvent.setup()
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
  render(ChartsScreen, bench)
  await tick()
  return { ...bench, user }
}

const chart = (name: string): HTMLElement => screen.getByRole('region', { name })

const growth = 'Cloud revenue (recast): growth in every scenario'

test('[U6] each chart has its sentence and its table, which copies', async () => {
  const { user } = await show()
  expect(screen.getAllByRole('img')).toHaveLength(6)
  // example.md: base 26 %; Bull 38 − 9 × 0.5 = 33.5, Bear 31 − 9 × 2 = 13
  expect(within(chart(growth)).getByRole('img')).toHaveAccessibleName(
    /^Cloud revenue \(recast\): growth in every scenario: lines by quarter, FY24 Q3 to FY28 Q4, in Base, Bull and Bear; forecast from FY26 Q3 on\..*FY28 Q4: Base 26\.0 %, Bull 33\.5 %, Bear 13\.0 %\.$/,
  )
  await user.click(within(chart(growth)).getByRole('button', { name: `Table of ${growth}` }))
  const row = within(chart(growth)).getByRole('row', { name: /^FY26 Q3/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['35.0', '38.0', '31.0'])
  expect(within(row).getByRole('rowheader')).toHaveTextContent('FY26 Q3 forecast')
  await user.click(within(chart(growth)).getByRole('button', { name: `Copy the table of ${growth}` }))
  expect(clipboard.writeText).toHaveBeenCalledWith(expect.stringContaining('FY26 Q3\t35%\t38%\t31%'))
})

test('[U5] the arrow keys read out quarter by quarter and series by series, and Enter goes to the cell', async () => {
  const { open, user } = await show()
  const walk = within(chart(growth)).getByRole('application', {
    name: `Figures of ${growth}: arrow keys read them out, Enter goes to the cell`,
  })
  await vi.waitFor(() => expect(within(chart(growth)).getByRole('img')).toBeVisible())
  walk.focus()
  await user.keyboard('{ArrowRight}')
  expect(within(walk).getByText(/^FY26 Q2, Sep 2025\. Base 34\.5 %, calculated\./)).toBeInTheDocument()
  await user.keyboard('{ArrowRight}')
  expect(
    within(walk).getByText(/^FY26 Q3, Dec 2025\. Base 35\.0 %, forecast\. Bull 38\.0 %, forecast\./),
  ).toBeInTheDocument()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(within(walk).getByText('Bull 38.0 %, forecast.')).toBeInTheDocument()
  await user.keyboard('{Enter}')
  expect([open.view.screen, open.shown, open.sheet.selection.cursor]).toEqual([
    'sheet',
    'bull',
    { line: 'cloud_yoy', column: '2025-12' },
  ])
})

test('[U5] the pointer reads out the nearest quarter, with the source, and a click goes to the nearest cell', async () => {
  const { open } = await show()
  const name = 'Revenue against consensus'
  const walk = within(chart(name)).getByRole('application')
  await vi.waitFor(async () => {
    await fireEvent.mouseMove(walk, { clientX: 72, clientY: 5 })
    expect(within(walk).getByText('Sep 2025', { exact: false })).toBeInTheDocument()
  })
  expect(walk).toHaveTextContent(/247,795 RMB m actual Alibaba Group Announces September Quarter 2025 Results/)
  await fireEvent.click(walk, { clientX: 61, clientY: 18 })
  expect([open.view.screen, open.sheet.selection.cursor]).toEqual([
    'sheet',
    { line: 'consensus_revenue', column: '2025-06' },
  ])
})

test('[U7] a chart is added and its name, kind and range chosen', async () => {
  const { open, user } = await show()
  await user.click(screen.getByRole('button', { name: 'Add a chart' }))
  const added = () => chartsOf(open).at(-1)
  const card = () => chart(added()?.name ?? '')
  expect(within(card()).getByText('No line is chosen.')).toBeVisible()
  await user.clear(within(card()).getByRole('textbox', { name: 'Name of the chart' }))
  await user.type(within(card()).getByRole('textbox', { name: 'Name of the chart' }), 'Spending{Tab}')
  expect(added()?.name).toBe('Spending')
  // The list of lines floats, and jsdom lays nothing out: it is chosen from in the end-to-end tests.
  changeChart(open, added()?.id ?? '', { lines: [{ line: 'capex', hasGrowth: true }] })
  await tick()
  await user.click(within(card()).getByRole('button', { name: 'Columns' }))
  await user.click(within(card()).getByRole('button', { name: 'By year' }))
  await user.selectOptions(within(card()).getByRole('combobox', { name: 'Range of the chart' }), 'since')
  await user.selectOptions(within(card()).getByRole('combobox', { name: 'First year' }), 'FY25')
  expect(added()).toMatchObject({ kind: 'column', pace: 'year', range: { kind: 'since', year: 2025 } })
  // alibaba.csv: 85,972 against 32,087 is 167.9 % more
  expect(within(card()).getByRole('img')).toHaveAccessibleName(
    /^Spending: columns by year, FY25 to FY28, in Base; forecast from FY26 on\. FY25: Capital expenditure, total 85,972 RMB m, Capital expenditure, total, growth 167\.9 %;/,
  )
  await user.selectOptions(within(card()).getByRole('combobox', { name: 'Range of the chart' }), 'last')
  const count = within(card()).getByRole('textbox', { name: 'How many years' })
  await user.clear(count)
  await user.type(count, 'many{Tab}')
  expect(open.message?.sentence).toBe('“many” is no number of years: type a whole number from 1 to 400.')
  await user.click(within(card()).getByRole('button', { name: 'Done' }))
  expect(within(card()).queryByRole('group', { name: 'Settings of Spending' })).toBeNull()
})

test('[U9] with no chart left, or no line, a sentence says so with one button', async () => {
  const { open, user } = await show()
  open.look({ charts: { charts: [], chart: null, opened: null } })
  await tick()
  expect(screen.getByText('No chart is left of this model.')).toBeVisible()
  await user.click(
    within(screen.getByRole('region', { name: 'Charts' })).getAllByRole('button', { name: 'Add a chart' })[1] ??
      document.body,
  )
  expect(chartsOf(open)).toHaveLength(1)
})
