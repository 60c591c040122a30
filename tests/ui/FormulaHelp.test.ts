import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { functionTable } from '#formula/functionTable.ts'
import { topics } from '#formula/guide.ts'
import FormulaBar from '#ui/formula/FormulaBar.svelte'
import { exampleBench } from '../support/workbench.ts'

// The bar as it is until its editor is loaded.
vi.mock('#ui/formula/loadEditor.ts', () => ({ editorAtHand: () => null, loadEditor: () => Promise.resolve() }))

const opened = async () => {
  const { open } = await exampleBench()
  const user = userEvent.setup()
  open.select({ line: 'rest_growth', column: '2026-03' })
  render(FormulaBar, { open })
  return { open, user, field: screen.getByLabelText('Formula of Rest growth') }
}

describe('help in the formula bar', () => {
  test('[F13] its button opens it, with the search under the keyboard and every function listed', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('button', { name: 'Functions and formulas' }))
    const dialog = await screen.findByRole('dialog', { name: 'Functions and formulas' })
    expect(within(dialog).getByLabelText('Search functions and topics')).toHaveFocus()
    expect(within(dialog).getAllByRole('group')).toHaveLength(functionTable.length + topics.length)
  })

  test('[F13] a search finds a function by what another tool calls it, opens it and says how many there are', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('button', { name: 'Functions and formulas' }))
    await user.type(await screen.findByLabelText('Search functions and topics'), 'ltm')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByRole('status')).toHaveTextContent('1 function and 0 topics found')
    expect(within(dialog).getByText('ttm(x)')).toBeInTheDocument()
    expect(within(dialog).getByText('The last four quarters added up (trailing twelve months).')).toBeInTheDocument()
    const table = within(dialog).getAllByRole('table')[0]
    // 10 + 20 + 30 + 40, then 20 + 30 + 40 + 50
    expect(table).toHaveTextContent(/ttm\(capex\)\s*no value\s*no value\s*no value\s*100\s*140/)
  })

  test('[F13] where nothing is found a sentence and one button say so', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('button', { name: 'Functions and formulas' }))
    await user.type(await screen.findByLabelText('Search functions and topics'), 'zebra')
    expect(screen.getByText('Nothing here has “zebra” in it.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(screen.getByText('decumulate(x)')).toBeInTheDocument()
    expect(screen.getByLabelText('Search functions and topics')).toHaveFocus()
  })

  test('[F13] F1 opens it over a formula half typed, which is still there, and not yet kept, when it closes', async () => {
    const { open, user, field } = await opened()
    await user.clear(field)
    await user.type(field, 'yoy(consensus_cloud')
    await user.keyboard('{F1}')
    await screen.findByRole('dialog', { name: 'Functions and formulas' })
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    expect(field).toHaveFocus()
    expect(field).toHaveValue('yoy(consensus_cloud')
    expect(open.message).toBeNull()
    expect(open.model.lines.find(({ id }) => id === 'rest_growth')?.formula).toBe('rest_growth[-1]')
    await user.keyboard('){Enter}')
    expect(open.model.lines.find(({ id }) => id === 'rest_growth')?.formula).toBe('yoy(consensus_cloud)')
  })

  test('[F13] while a formula is typed Tab leaves the bar and keeps it', async () => {
    const { open, user, field } = await opened()
    await user.clear(field)
    await user.type(field, '5%')
    await user.tab()
    expect(open.model.lines.find(({ id }) => id === 'rest_growth')?.formula).toBe('5%')
  })
})
