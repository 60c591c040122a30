// The trace panel on the example: what it tells of a cell, and how it is walked by keyboard.

import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import TracePanel from '#ui/panel/TracePanel.svelte'
import { exampleBench } from '../support/workbench.ts'

const show = async (line: string, column: string, scenario = 'base') => {
  const bench = await exampleBench()
  bench.open.look({ scenario, panel: 'trace' })
  bench.open.select({ line, column })
  const { unmount } = render(TracePanel, { open: bench.open, workbench: bench.workbench })
  return { ...bench, unmount, user: userEvent.setup() }
}

const part = (name: RegExp) => within(screen.getByRole('region', { name }))

describe('what it tells', () => {
  test('[TR1] line, quarter, value, status, whose it is, where typing lands, and the formula with its numbers in', async () => {
    await show('cloud_revenue', '2025-12')
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/^Cloud revenue.* · FY26 Q3$/)
    // 31,742 reported a year before, and 35 % of growth typed: 42,851.7
    expect(screen.getByText('42,852 RMB m')).toBeVisible()
    expect(screen.getByText(/^forecast,/)).toHaveTextContent('forecast, by the formula in Base')
    expect(screen.getByText('A number typed here lands in Base.')).toBeVisible()
    const formula = screen.getByRole('region', { name: 'Formula' })
    expect(formula).toHaveTextContent('cloud_revenue[-4] * (1 + cloud_growth)')
    expect(formula).toHaveTextContent('= 31,742 × (1 + 35.0%)')
  })

  test('[TR2] what it is made of, each with line, quarter and value', async () => {
    await show('cloud_revenue', '2025-12')
    const names = part(/^Made of/)
      .getAllByRole('button')
      .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())
    expect(names).toEqual(['Cloud revenue (recast) FY25 Q3 31,742', 'Cloud growth FY26 Q3 35.0 %'])
  })

  test('[TR3] what it goes into, line by line with the first values', async () => {
    const { user } = await show('capex_growth', 'constant')
    const goesInto = part(/^Goes into 23 cells/)
    expect(goesInto.getByText('RMB m · 23 cells, 9 with a value')).toBeVisible()
    const list = within(goesInto.getByRole('list', { name: 'Capex run-rate' }))
    // 32,000 grown by 2 % a quarter: 32,640, 33,292.8, 33,958.7, 34,637.8
    expect(list.getAllByRole('button').map(({ textContent }) => /[\d,]+$/.exec(textContent)?.[0])).toEqual([
      ...['32,640', '33,293', '33,959', '34,638'],
    ])
    await user.click(goesInto.getByRole('button', { name: 'All 23 of Capex run-rate' }))
    expect(list.getAllByRole('button')).toHaveLength(23)
  })

  test('[TR5] note and source, check and earlier values with date and reason', async () => {
    const { open, workbench, user } = await show('revenue', '2025-09')
    const cell = { scenario: 'base', quarter: '2025-09', line: 'revenue' } as const
    const at = '2025-11-25T12:00:00.000Z'
    open.dispatch(
      [
        {
          kind: 'note',
          ...cell,
          note: {
            text: 'Release, page 1',
            source: 'https://example.com/q2.pdf',
            checked: { value: 247_795, by: 'Mei', at },
            earlier: [{ value: 247_000, until: at, reason: 'recast' }],
          },
        },
      ],
      'Note',
    )
    expect(await screen.findByText('Release, page 1')).toBeVisible()
    expect(screen.getByRole('link', { name: 'example.com' })).toHaveAttribute('href', 'https://example.com/q2.pdf')
    expect(screen.getByText(/^✓ checked by Mei, 25 Nov 2025/)).toBeVisible()
    expect(within(screen.getByRole('list', { name: 'Earlier values' })).getByRole('listitem')).toHaveTextContent(
      /^247,000 RMB m until 25 Nov 2025.*: recast$/,
    )
    // Another number than the one checked is unchecked.
    open.dispatch([{ kind: 'enter', ...cell, entry: 247_796 }], 'Typed')
    expect(await screen.findByText(/^Not checked: it was 247,795 RMB m when checked by Mei/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Edit the note' }))
    expect(workbench.dialog).toBe('note')
  })

  test('[TR6] its history comes and follows what is typed', async () => {
    const { open } = await show('capex_run_rate', '2025-12')
    expect(await screen.findByText('Not changed since the model was made.')).toBeVisible()
    open.dispatch(
      [{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'capex_run_rate', entry: 33_000 }],
      'Typed',
    )
    const history = within(await screen.findByRole('list', { name: 'History' }))
    expect(history.getByText('32,000 RMB m → 33,000 RMB m')).toBeVisible()
  })

  test('[TR7] [TR8] an empty cell says why and what to do, and the cell where it begins is gone to', async () => {
    const { open, user } = await show('operating_income', '2025-12')
    expect(screen.getByRole('region', { name: 'No value' })).toHaveTextContent(
      'It is empty. Type it, or give the line a formula.',
    )
    open.dispatch(
      [{ kind: 'formula', scenario: 'base', line: 'capex_fcf', formula: 'capex - operating_income' }],
      'Formula',
    )
    open.select({ line: 'capex_fcf_ttm', column: '2025-12' })
    const chain = within(await screen.findByRole('list', { name: 'How it comes here' }))
    expect(chain.getAllByRole('button').map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'Capex in free cash flow FY26 Q3',
      'Income from operations FY26 Q3',
    ])
    await user.click(screen.getByRole('button', { name: 'Write a formula' }))
    expect(open.sheet.selection.cursor).toEqual({ line: 'operating_income', column: '2025-12' })
    expect(open.gestures.formulaOpening?.target.line.id).toBe('operating_income')
  })

  test('where no cell of a line is selected, it says what it is for', async () => {
    await show('section:Drivers', '2025-12')
    expect(screen.getByText(/^Select a cell/)).toBeVisible()
  })
})

describe('walking in it', () => {
  test('[TR4] Enter goes to the cell with the keyboard in the sheet, Space leaves it in the panel', async () => {
    const { open, user } = await show('cloud_revenue', '2025-12')
    const calls = open.sheetCalls
    screen.getByRole('button', { name: /^Cloud growth FY26 Q3/ }).focus()
    await user.keyboard(' ')
    expect(open.sheet.selection.cursor).toEqual({ line: 'cloud_growth', column: '2025-12' })
    expect(open.sheetCalls).toBe(calls)
    const heading = await screen.findByRole('heading', { level: 2, name: /^Cloud growth/ })
    await waitFor(() => {
      expect(heading).toHaveFocus()
    })
    screen.getByRole('button', { name: /^Cloud revenue.* FY26 Q3/ }).focus()
    await user.keyboard('{Enter}')
    expect(open.sheet.selection.cursor).toEqual({ line: 'cloud_revenue', column: '2025-12' })
    expect(open.sheetCalls).toBe(calls + 1)
  })

  test('[TR4] the arrows go from cell to cell of its lists, Escape to the sheet', async () => {
    const { open, user } = await show('cloud_revenue', '2025-12')
    const [first, second] = part(/^Made of/).getAllByRole('button')
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(second).toHaveFocus()
    await user.keyboard('{ArrowUp}')
    expect(first).toHaveFocus()
    const calls = open.sheetCalls
    await user.keyboard('{Escape}')
    expect(open.sheetCalls).toBe(calls + 1)
  })

  test('[TR10] the way one came is a trail, and each stop is gone to', async () => {
    const { open, user } = await show('capex', '2025-12')
    await user.click(screen.getByRole('button', { name: /^Capex run-rate FY26 Q3/ }))
    const trail = within(await screen.findByRole('navigation', { name: 'The way here' }))
    expect(trail.getAllByRole('listitem').map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())).toEqual(
      ['Capital expenditure, total FY26 Q3', '← Capex run-rate'],
    )
    await user.click(trail.getByRole('button', { name: /^Capital expenditure, total/ }))
    expect(open.sheet.selection.cursor).toEqual({ line: 'capex', column: '2025-12' })
  })

  test('[TR11] the sheet is tinted while it is shown, and follows scenario and selection', async () => {
    const { open, unmount } = await show('cloud_revenue', '2025-12')
    await waitFor(() => {
      expect(open.sheet.traceTints).toContainEqual({
        cell: { line: 'cloud_growth', column: '2025-12' },
        tone: 'precedent',
      })
    })
    open.select({ line: 'revenue', column: '2025-09' })
    await waitFor(() => {
      expect(open.sheet.traceTints.some(({ tone }) => tone === 'precedent')).toBe(false)
      expect(open.sheet.traceTints).toContainEqual({
        cell: { line: 'revenue_yoy', column: '2025-09' },
        tone: 'dependent',
      })
    })
    unmount()
    expect(open.sheet.traceTints).toEqual([])
  })
})
