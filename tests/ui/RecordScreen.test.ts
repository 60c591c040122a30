import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test, vi } from 'vitest'
import type { Quarter } from '#model/quarter.ts'
import { command } from '#session/commands.ts'
import { recordingOf } from '#session/recording.ts'
import { freezeAndRoll } from '#session/rolling.ts'
import RecordBody from '#ui/record/RecordBody.svelte'
import RecordScreen from '#ui/screen/RecordScreen.svelte'
import { historyOf, start } from '../analysis/rolledModel.ts'
import { readRecords } from '../support/csv.ts'
import { exampleBench } from '../support/workbench.ts'

vi.mock('#ui/chart/recordChart.ts', () => ({
  createRecordChart: () => ({ draw: () => undefined, destroy: () => undefined }),
}))

const third: Quarter = '2025-12'

const report = { kind: 'enter', scenario: 'base', quarter: third, line: 'revenue', entry: 284_843 } as const

const show = async (rolled: 'not' | 'rolled' | 'reported') => {
  const bench = await exampleBench()
  if (rolled !== 'not') await freezeAndRoll(bench.open)
  if (rolled === 'reported') bench.open.dispatch([report], 'Revenue')
  bench.open.look({ screen: 'record' })
  render(RecordScreen, bench)
  return bench
}

const cells = (row: HTMLElement): readonly string[] =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())

const rowsOf = (table: HTMLElement): readonly (readonly string[])[] =>
  within(table)
    .getAllByRole('row')
    .filter((row) => within(row).queryAllByRole('cell').length > 0)
    .map((row) => [within(row).getByRole('rowheader').textContent.trim(), ...cells(row)])

test('[H9] before the first roll there is a sentence and the one button, which asks', async () => {
  const { open } = await show('not')
  await userEvent.click(await screen.findByRole('button', { name: 'Roll forward to FY26 Q3 …' }))
  expect(screen.getByText(/^A track record holds what was forecast/)).toBeVisible()
  expect(open.gestures.question?.title).toBe('Roll the last actual forward to FY26 Q3?')
})

test('[H9] a quarter that is not reported yet waits, with what was forecast, and leads to its cell', async () => {
  const { open } = await show('rolled')
  await screen.findByText(/^Revenue is not reported for FY26 Q3 yet/)
  // 31,742 · 1.35 + (280,154 − 31,742) · 1.00 = 42,851.7 + 248,412 = 291,263.7
  expect(cells(screen.getByRole('row', { name: /^FY26 Q3/ }))).toEqual(['not yet', '291,264', '', ''])
  expect(screen.queryByRole('table', { name: /^All lines/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Go to FY26 Q3 in the sheet' }))
  expect([open.view.screen, open.sheet.selection.cursor]).toEqual(['sheet', { line: 'revenue', column: third }])
})

test('[H5] [H6] [H9] forecast, error and its means stand in every scenario, the nearest named', async () => {
  const { open } = await show('reported')
  await screen.findByRole('table', { name: /^All lines/ })
  // 284,843 − 291,263.7 = −6,420.7, of which 291,263.7 is −2.2 %
  expect(cells(screen.getByRole('row', { name: /^FY26 Q3/ }))).toEqual([
    '284,843',
    '291,264',
    '(6,421)',
    '▼(2.2) %, worse than forecast',
  ])
  // Bull 31,742 · 1.38 + 248,412 · 1.01 = 294,700.08; Bear 31,742 · 1.31 + 248,412 · 0.99 = 287,509.9
  expect(rowsOf(screen.getByRole('table', { name: 'Errors of Revenue by horizon and scenario' }))).toEqual([
    ['Base', '1', '(6,421)', '(2.2) %', '6,421', '2.2 %', ''],
    ['Bull', '1', '(9,857)', '(3.3) %', '9,857', '3.3 %', ''],
    ['Bear', '1', '(2,667)', '(0.9) %', '2,667', '0.9 %', 'nearest'],
  ])
  open.look({ scenario: 'bear', scale: 'bn' })
  await tick()
  expect(cells(screen.getByRole('row', { name: /^FY26 Q3/ })).slice(0, 3)).toEqual(['284.843', '287.510', '(2.667)'])
})

test('[H9] a row of all lines leads to its line; growth differs in points', async () => {
  const { open } = await show('reported')
  const all = await screen.findByRole('table', { name: 'All lines, one quarter ahead, in Base' })
  // Growth of 284,843 on 280,154 is 1.67 %, forecast 3.97 %: 2.29 points less.
  expect(rowsOf(all)).toContainEqual(['Revenue growth, year on year', '1', '(2.3) pts', '2.3 pts'])
  // Cloud revenue is not reported: neither it nor the rest of the group has an error.
  expect(rowsOf(all)).toContainEqual(['Rest of the group, after eliminations', '', '', ''])
  await userEvent.click(screen.getByRole('button', { name: 'Revenue growth, year on year' }))
  expect(open.view.record.line).toBe('revenue_yoy')
  expect(screen.getByRole('combobox', { name: 'Line' })).toHaveValue('revenue_yoy')
  expect(cells(screen.getByRole('row', { name: /^FY26 Q3/ })).slice(0, 2)).toEqual(['1.7', '4.0'])
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Line' }), 'capex')
  expect(screen.getByText(/^Capital expenditure, total is not reported/)).toBeVisible()
})

test('[H9] [H7] where no line has a record, or a snapshot cannot be read, a sentence says so', async () => {
  const { open } = await exampleBench()
  open.look({ screen: 'record' })
  const { versions, reporting } = historyOf(start())
  const recording = recordingOf(reporting.results, versions, { record: { line: null }, scenario: 'base' })
  const props = { open, choose: () => undefined }
  const { rerender } = render(RecordBody, { ...props, recording: { ...recording, lines: [], line: null }, unread: [] })
  await userEvent.click(screen.getByRole('button', { name: 'Go to the sheet' }))
  expect(open.view.screen).toBe('sheet')
  await rerender({ ...props, recording: { ...recording, versions: [], line: null }, unread: ['Before'] })
  expect(screen.getByText('Left out, since it cannot be read: “Before”.')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

test('[H9] an error leads to why it came out otherwise than that snapshot had it', async () => {
  const { open } = await show('reported')
  await userEvent.click(await screen.findByRole('button', { name: '(6,421)' }))
  const [snapshot] = open.snapshots.list ?? []
  expect(open.view).toMatchObject({
    screen: 'why',
    why: {
      line: 'revenue',
      time: third,
      from: { scenario: 'base', snapshot: snapshot?.id },
      to: { scenario: 'base', snapshot: null },
    },
  })
})

test('[H9] a line of the sheet leads to its record; one that has none says so', async () => {
  const bench = await show('reported')
  const { open } = bench
  await screen.findByRole('table', { name: /^All lines/ })
  const goFrom = (line: string): void => {
    open.navigation.toCell({ line, column: third })
    command('record.line').run(bench.workbench)
  }
  goFrom('revenue_yoy')
  expect([open.view.screen, open.view.record.line]).toEqual(['record', 'revenue_yoy'])
  goFrom('cloud_growth')
  expect(await screen.findByText(/^Cloud growth has no track record: .* Revenue is shown instead\.$/)).toBeVisible()
})

test('[H7] a scenario that was added since has no forecast, and the cell says so', async () => {
  const { open } = await show('reported')
  await screen.findByRole('table', { name: /^All lines/ })
  const crash = { id: 'crash', name: 'Crash', parent: 'base', colour: 'rose', formulas: new Map() } as const
  open.dispatch([{ kind: 'insert scenario', scenario: crash, at: 3 }], 'Crash')
  open.look({ scenario: 'crash' })
  await tick()
  const row = screen.getByRole('row', { name: /^FY26 Q3/ })
  expect(cells(row)).toEqual(['284,843', 'none: the scenario did not exist yet', '', ''])
})

test('[H9] the chart tells a screen reader what the table shows', async () => {
  await show('reported')
  expect(await screen.findByRole('img')).toHaveAccessibleName(
    'Revenue, reported against the frozen forecasts of Base. FY26 Q3: 284,843 RMB m reported; 291,264 RMB m forecast at FY26 Q2: −6,421 RMB m, −2.2 %, worse.',
  )
})

test('[H4] a roll that is taken back is no record, and done again it is', async () => {
  const { open } = await show('reported')
  await screen.findByRole('table', { name: /^All lines/ })
  await open.ledger.whenSaved()
  for (const expected of [third, '2025-09']) {
    open.undo()
    await open.ledger.whenSaved()
    await vi.waitFor(() => expect(open.model.lastActual).toBe(expected))
  }
  expect(await screen.findByText(/^A track record holds/)).toBeVisible()
  open.redo()
  expect(await screen.findByText(/^Revenue is not reported for FY26 Q3 yet/)).toBeVisible()
})

test('[H10] the export has every line and scenario', async () => {
  const { files } = await show('reported')
  await userEvent.click(await screen.findByRole('button', { name: /Export/ }))
  const [file] = files
  expect(file?.name).toBe('Alibaba AI and cloud 2025-11-25 track record.csv')
  const records = readRecords((file?.text ?? '').replace('\ufeff', ''))
  const revenue = records.filter((each) => each.get('line_key') === 'revenue').map((each) => Object.fromEntries(each))
  expect(revenue.map(({ scenario }) => scenario)).toEqual(['Base', 'Bull', 'Bear'])
  expect(revenue[0]).toMatchObject({
    fiscal_quarter: 'FY26 Q3',
    made_at_last_actual: 'FY26 Q2',
    made_on: '2025-11-25',
    horizon_quarters: '1',
    reported: '284843',
    error_points: '',
  })
  expect(Number(revenue[0]?.['error'])).toBeCloseTo(-6420.7, 6)
})
