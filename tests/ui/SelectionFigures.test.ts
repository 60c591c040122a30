import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test, vi } from 'vitest'
import { rangeOf } from '#session/range.ts'
import SelectionFigures from '#ui/part/SelectionFigures.svelte'
import { exampleBench } from '../support/workbench.ts'

const first = { line: 'revenue', column: '2025-06' }
const last = { line: 'cloud_revenue', column: '2025-09' }

const shown = async () => {
  const bench = await exampleBench()
  render(SelectionFigures, { open: bench.open })
  const told = (): string => screen.getByRole('status').textContent
  const tells = async (sentence: string) => {
    await waitFor(() => {
      expect(told()).toBe(sentence)
    })
  }
  return { ...bench, told, tells }
}

test('one cell has none; several have all five, in the unit of the rows', async () => {
  const { open, told, tells } = await shown()
  open.select(first)
  await tick()
  expect(told()).toBe('')
  expect(screen.queryByRole('group')).toBeNull()
  open.sheet.selection.extendTo(last)
  // 247,652 + 247,795 + 33,398 + 39,824 (alibaba.csv), by four: 142,167.25
  await tells('4 cells: sum 568,669, average 142,167.3, count 4, min 33,398, max 247,795, in RMB m.')
  expect(screen.getByRole('group')).toHaveTextContent(
    /Sum 568,669\s*Average 142,167\.3\s*Count 4\s*Min 33,398\s*Max 247,795\s*RMB m/,
  )
  open.look({ scale: 'bn' })
  await tells('4 cells: sum 568.669, average 142.1673, count 4, min 33.398, max 247.795, in RMB bn.')
})

test('it follows what is typed, and the scenario shown', async () => {
  const { open, tells } = await shown()
  open.sheet.selection.choose([rangeOf(first, { line: 'revenue', column: '2025-09' })])
  await tells('2 cells: sum 495,447, average 247,723.5, count 2, min 247,652, max 247,795, in RMB m.')
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'revenue', entry: 250_000 }], 'Revenue')
  await tells('2 cells: sum 497,652, average 248,826.0, count 2, min 247,652, max 250,000, in RMB m.')
})

test('units that do not go together are only counted', async () => {
  const { open, tells } = await shown()
  // Revenue and Cloud growth, year on year
  open.sheet.selection.choose([rangeOf(first), rangeOf({ line: 'cloud_yoy', column: '2025-06' })])
  await tells('2 cells: count 2, mixed units.')
  expect(screen.getByRole('group')).toHaveTextContent('mixed units')
  // 33,398 / 26,549 and 39,824 / 29,610: 25.797 % and 34.495 %
  open.sheet.selection.choose([
    rangeOf({ line: 'cloud_yoy', column: '2025-06' }, { line: 'cloud_yoy', column: '2025-09' }),
  ])
  await tells('2 cells: sum 60.3, average 30.1, count 2, min 25.8, max 34.5, in %.')
})

test('a drag is told once it rests', async () => {
  const { open, told } = await shown()
  vi.useFakeTimers()
  try {
    open.select(first)
    for (const column of ['2025-09', '2025-12', '2026-03']) {
      open.sheet.selection.extendTo({ line: 'revenue', column })
      await tick()
      vi.advanceTimersByTime(50)
      await tick()
      expect(told()).toBe('')
    }
    vi.advanceTimersByTime(20)
    await tick()
    expect(told()).toMatch(/^4 cells: /)
  } finally {
    vi.useRealTimers()
  }
})

test('a click copies a figure with all its digits', async () => {
  const user = userEvent.setup()
  const { open, tells } = await shown()
  open.sheet.selection.choose([rangeOf(first, last)])
  await tells('4 cells: sum 568,669, average 142,167.3, count 4, min 33,398, max 247,795, in RMB m.')
  await user.click(screen.getByRole('button', { name: /^Average/ }))
  expect(await navigator.clipboard.readText()).toBe('142167.25')
  await waitFor(() => {
    expect(open.message?.sentence).toBe('Average copied: 142167.25.')
  })
})
