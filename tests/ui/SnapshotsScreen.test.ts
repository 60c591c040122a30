import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Edit } from '#model/edit.ts'
import { quartersOf } from '#model/timeline.ts'
import { momentText } from '#session/snapshotText.ts'
import SnapshotsScreen from '#ui/screen/SnapshotsScreen.svelte'
import { readRecords } from '../support/csv.ts'
import { exampleBench } from '../support/workbench.ts'

/** The moment at which the bench's clock stands. */
const moment = momentText('2025-11-25T12:00:00.000Z')

const growth: Edit = { kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'cloud_growth', entry: 0.4 }

const show = async (taken: readonly string[] = [], edits: readonly Edit[] = []) => {
  const bench = await exampleBench()
  for (const name of taken) await bench.open.snapshots.takeNamed(name)
  if (edits.length > 0) bench.open.dispatch(edits, 'Changed')
  bench.open.look({ screen: 'snapshots' })
  render(SnapshotsScreen, bench)
  return bench
}

const cells = (row: HTMLElement): readonly string[] =>
  [within(row).getByRole('rowheader'), ...within(row).getAllByRole('cell')].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  )

test('[Z10] while there is none, a sentence says what a snapshot is, and one button takes one', async () => {
  const { open } = await show()
  await userEvent.click(await screen.findByRole('button', { name: 'Take a snapshot' }))
  expect(await screen.findByRole('button', { name: moment })).toBeVisible()
  expect(open.snapshots.list?.map(({ kind }) => kind)).toEqual(['named'])
  expect(await screen.findByText(`No difference: the model is as it was in “${moment}”.`)).toBeVisible()
  expect(screen.queryByRole('button', { name: /Export/ })).toBeNull()
})

test('[Z2] each says when and why it was made and its last actual; Enter keeps a new name, Escape the old', async () => {
  await show(['As sent'])
  expect(await screen.findByText(`${moment} · taken by hand`, { exact: false })).toHaveTextContent(
    'last actual FY26 Q2',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Rename As sent' }))
  const field = screen.getByRole('textbox', { name: 'New name of As sent' })
  await userEvent.clear(field)
  await userEvent.type(field, 'Q3 as sent{Enter}')
  await userEvent.click(await screen.findByRole('button', { name: 'Rename Q3 as sent' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'New name of Q3 as sent' }), 'x{Escape}')
  expect(screen.getByRole('button', { name: 'Q3 as sent' })).toBeVisible()
})

test('[Z2] what is deleted is offered back', async () => {
  const { open } = await show(['One', 'Two'])
  await userEvent.click(await screen.findByRole('button', { name: 'Delete One' }))
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'One' })).toBeNull())
  open.message?.action?.run()
  expect(await screen.findByRole('button', { name: 'One' })).toBeVisible()
})

test('[Z5] [Z6] one number that differs is one row with what it was and is, which leads to its cell', async () => {
  const { open } = await show(['As sent'], [growth])
  const table = await screen.findByRole('table', { name: 'What differs from As sent to Now' })
  expect(screen.getByRole('status')).toHaveTextContent('1 difference.')
  expect(cells(within(table).getAllByRole('row', { name: /^Cloud growth/ })[0] ?? table)).toEqual([
    'Cloud growth',
    'FY26 Q3',
    'Base',
    '35.0 %',
    '40.0 %',
  ])
  await userEvent.click(within(table).getAllByRole('button', { name: 'Cloud growth' })[0] ?? table)
  expect([open.view.screen, open.sheet.selection.cursor]).toEqual([
    'sheet',
    { line: 'cloud_growth', column: '2025-12' },
  ])
})

test('[Z9] beside it stands what the change comes to, in the scenario shown and for the year chosen', async () => {
  await show(['As sent'], [growth])
  const table = await screen.findByRole('table', { name: 'Figures of FY28 in Base' })
  expect(within(table).getByRole('row', { name: /^Revenue RMB m/ })).toHaveTextContent('better')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Fiscal year' }), 'FY26')
  // Growth carries on: 5 points more of the 31,742 and 30,127 of the quarters a year ago, 1,587.1 + 1,506.4.
  const row = within(screen.getByRole('table', { name: 'Figures of FY26 in Base' })).getByRole('row', {
    name: /^Cloud revenue/,
  })
  const [was = 0, is = 0] = within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => Number(textContent.replaceAll(',', '')))
  expect(Math.abs(is - was - 3093.5)).toBeLessThan(1)
})

test('[Z5] two snapshots are compared as well as one with now', async () => {
  const { open } = await show(['Before'])
  open.dispatch([growth], 'Growth')
  await open.snapshots.takeNamed('After')
  const before = open.snapshots.list?.find(({ name }) => name === 'Before')?.id ?? ''
  const after = open.snapshots.list?.find(({ name }) => name === 'After')?.id ?? ''
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'From version' }), before)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'To version' }), after)
  expect(await screen.findByRole('table', { name: 'What differs from Before to After' })).toBeVisible()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'From version' }), after)
  expect(await screen.findByText('No difference: “After” and “After” are alike.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Before' }))
  expect(await screen.findByRole('table', { name: 'What differs from Before to Now' })).toBeVisible()
})

test('[Z5] of many changes of one sort some are shown, the others counted, and all on demand', async () => {
  const { model } = (await exampleBench()).open
  const quarters = quartersOf(model.timeline).slice(-8)
  const edits = ['capex_run_rate', 'rest_growth', 'cloud_growth', 'fcf_before_capex_margin'].flatMap((line) =>
    model.lines.some(({ id }) => id === line)
      ? ['base', 'bull', 'bear'].flatMap((scenario) =>
          quarters.map((quarter): Edit => ({ kind: 'enter', scenario, quarter, line, entry: 0.123 })),
        )
      : [],
  )
  await show(['As sent'], edits)
  const all = await screen.findByRole('button', { name: /^Show all \d+ of Drivers$/ })
  const count = Number(/\d+/.exec(all.textContent)?.[0])
  expect(count).toBeGreaterThan(40)
  const rows = (): number => screen.getAllByRole('row', { name: / FY\d\d Q\d / }).length
  const atFirst = rows()
  await userEvent.click(all)
  expect(rows() - atFirst).toBe(count - 24)
})

test('[Z4] restoring asks, with how much it changes', async () => {
  const { open } = await show(['As sent'], [growth])
  await userEvent.click(await screen.findByRole('button', { name: 'Restore As sent …' }))
  await vi.waitFor(() => expect(open.gestures.question?.title).toBe('Restore “As sent”?'))
})

test('[Z7] the comparison exports every change in full', async () => {
  const { files } = await show(['As sent'], [growth])
  await userEvent.click(await screen.findByRole('button', { name: /Export/ }))
  const [file] = files
  expect(file?.name).toBe('Alibaba AI and cloud 2025-11-25 changes from As sent to now.csv')
  const [first] = readRecords((file?.text ?? '').replace('\ufeff', '')).map((each) => Object.fromEntries(each))
  expect(first).toMatchObject({ group: 'Drivers', line_key: 'cloud_growth', scenario: 'Base', was: '0.35', is: '0.4' })
})

test('[Z5] the question why leads to its screen with both versions', async () => {
  const { open } = await show(['As sent'], [growth])
  await userEvent.click(await screen.findByRole('button', { name: 'Why …' }))
  expect(open.view.screen).toBe('why')
  expect([open.view.why.from?.snapshot, open.view.why.to?.snapshot]).toEqual([open.snapshots.list?.[0]?.id, null])
})
