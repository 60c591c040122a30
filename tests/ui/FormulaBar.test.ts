import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { present } from '#base/assert.ts'
import { describe, expect, test, vi } from 'vitest'
import FormulaBar from '#ui/formula/FormulaBar.svelte'
import { exampleBench } from '../support/workbench.ts'

// The bar as it is until its editor is loaded.
vi.mock('#ui/formula/loadEditor.ts', () => ({ editorAtHand: () => null, loadEditor: () => Promise.resolve() }))

describe('the formula bar', () => {
  test('shows the formula with its numbers in, and where edits land', async () => {
    const { open } = await exampleBench()
    open.select({ line: 'cloud_revenue', column: '2026-06' })
    render(FormulaBar, { open })
    expect(screen.getByLabelText('Formula of Cloud revenue (recast)')).toHaveValue(
      'cloud_revenue[-4] * (1 + cloud_growth)',
    )
    // 33,398 × 1.33, by hand (example.md: FY27 Q1, growth 35 − 2 × 1 points)
    expect(screen.getByText(/= 44,419 RMB m/)).toBeInTheDocument()
    expect(screen.getByText(/33,398 .*33\.0%/)).toBeInTheDocument()
    expect(screen.getByText('formula in Base')).toBeInTheDocument()
  })

  test('[FB5] what is wrong is read out in a region that is there before it, filled and emptied', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    render(FormulaBar, { open })
    // The result of a cell at rest is another.
    const [status] = screen.getAllByRole('status')
    expect(status?.textContent).toBe('')
    open.select({ line: 'rest_growth', column: '2026-03' })
    const field = await screen.findByLabelText('Formula of Rest growth')
    await user.clear(field)
    await user.type(field, 'rest_growht[[-1]')
    expect(status).toHaveTextContent('Did you mean “rest_growth”?')
    await user.clear(field)
    await user.type(field, '1')
    expect(screen.getByRole('status')).toBe(status)
    expect(status?.textContent).toBe('')
  })

  test('a wrong formula is told while typing, with a suggestion, and nothing changes', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.select({ line: 'rest_growth', column: '2026-03' })
    render(FormulaBar, { open })
    const field = screen.getByLabelText('Formula of Rest growth')
    await user.clear(field)
    await user.type(field, 'rest_growht[[-1]')
    expect(screen.getByRole('status')).toHaveTextContent('Did you mean “rest_growth”?')
    await user.keyboard('{Enter}')
    expect(open.message?.tone).toBe('problem')
    expect(open.model.lines.find(({ id }) => id === 'rest_growth')?.formula).toBe('rest_growth[-1]')
    await user.click(screen.getByRole('button', { name: 'Use rest_growth' }))
    expect(field).toHaveValue('rest_growth[-1]')
  })

  test('“only in Bull” gives the scenario a formula of its own', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.look({ scenario: 'bull' })
    open.select({ line: 'rest_growth', column: '2026-03' })
    render(FormulaBar, { open })
    const field = screen.getByLabelText('Formula of Rest growth')
    await user.clear(field)
    await user.type(field, '5%')
    await user.click(screen.getByRole('checkbox', { name: 'only in Bull' }))
    expect(screen.getByText('formula in Bull')).toBeInTheDocument()
    await user.click(field)
    await user.keyboard('{Enter}')
    expect(open.results.valueOf('bull', 'rest_growth', '2026-09')).toBe(0.05)
    // Base typed 7 % in FY27 Q1 and repeats it.
    expect(open.results.valueOf('base', 'rest_growth', '2026-09')).toBe(0.07)
  })

  test('[E5] emptied and kept in Bull, the line has no value there; its parent’s formula can be had back', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.look({ scenario: 'bull' })
    open.dispatch([{ kind: 'formula', scenario: 'bull', line: 'rest_growth', formula: '5%' }], 'own')
    open.select({ line: 'rest_growth', column: '2026-09' })
    render(FormulaBar, { open })
    const field = screen.getByLabelText('Formula of Rest growth')
    await user.clear(field)
    await user.keyboard('{Enter}')
    expect(open.results.valueOf('bull', 'rest_growth', '2026-09')).toBeNaN()
    expect(field).toHaveAttribute('placeholder', 'Its own formula is empty: no value')
    await user.click(screen.getByRole('button', { name: 'Follow parent' }))
    // Bull typed 9 % in FY27 Q1, and Base's formula repeats it.
    expect(open.results.valueOf('bull', 'rest_growth', '2026-09')).toBe(0.09)
    expect(screen.queryByRole('button', { name: 'Follow parent' })).toBeNull()
  })

  test('[E5] a bar that is emptied and left changes nothing', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.select({ line: 'rest_growth', column: '2026-09' })
    render(FormulaBar, { open })
    const field = screen.getByLabelText('Formula of Rest growth')
    await user.clear(field)
    await user.tab()
    await user.tab()
    expect(field).toHaveValue('rest_growth[-1]')
    expect(open.model.lines.find(({ id }) => id === 'rest_growth')?.formula).toBe('rest_growth[-1]')
  })

  test('[N3] a text with names typed into a cell goes on here, in the line of that cell', async () => {
    const { open } = await exampleBench()
    open.select({ line: 'rest_growth', column: '2026-09' })
    render(FormulaBar, { open })
    open.select({ line: 'capex', column: '2026-09' })
    const target = present(open.target, 'the cell')
    open.select({ line: 'rest_growth', column: '2026-12' })
    open.gestures.typeInto(target, '=revenue/10')
    expect(await screen.findByLabelText('Formula of Capital expenditure, total')).toHaveValue('revenue/10')
    expect(screen.getByLabelText('Formula of Capital expenditure, total')).toHaveFocus()
    expect(open.sheet.selection.cursor).toEqual({ line: 'capex', column: '2026-09' })
  })

  test('[L2] on a constant it reads what the cell reads: 1.5 is 1.5 points', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.look({ scenario: 'bull' })
    open.select({ line: 'cloud_fade', column: 'constant' })
    render(FormulaBar, { open })
    const field = screen.getByLabelText(/^Formula of Cloud/)
    // Bull fades by 0.5 points a quarter.
    expect(field).toHaveValue('0.5%')
    await user.clear(field)
    await user.type(field, '1.5')
    expect(screen.getByText('points')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(open.results.constantOf('bull', 'cloud_fade')).toBe(0.015)
    expect(open.model.scenarios.find(({ id }) => id === 'bull')?.formulas.get('cloud_fade')).toBe('1.5%')
    expect(field).toHaveValue('1.5%')
  })

  test('[L2] [N1] on the amount, in bn, what is shown and typed is in bn', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.look({ scale: 'bn' })
    open.select({ line: 'ai_capex.amount', column: 'constant' })
    render(FormulaBar, { open })
    const field = screen.getByDisplayValue('380')
    await user.clear(field)
    await user.type(field, '400{Enter}')
    expect(open.results.constantOf('base', 'ai_capex.amount')).toBe(400_000)
    await user.clear(field)
    await user.type(field, 'abc')
    expect(screen.getByRole('status')).toHaveTextContent(
      '“abc” is not a number. Type a number such as 39.8 or 39,800m.',
    )
    await user.keyboard('{Enter}')
    expect(open.results.constantOf('base', 'ai_capex.amount')).toBe(400_000)
  })

  test('[N8] a doubtful constant is asked about before it lands', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.select({ line: 'cloud_fade', column: 'constant' })
    render(FormulaBar, { open })
    const field = screen.getByLabelText(/^Formula of Cloud/)
    await user.clear(field)
    await user.type(field, '150{Enter}')
    expect(open.gestures.question?.sentence).toContain(
      '150.0 points is more than a hundred times what it was, 1.0 points',
    )
    expect(open.results.constantOf('base', 'cloud_fade')).toBe(0.01)
    open.gestures.question?.confirm()
    expect(open.results.constantOf('base', 'cloud_fade')).toBe(1.5)
  })

  test('[L10] an emptied constant is deleted as in its cell', async () => {
    const { open } = await exampleBench()
    const user = userEvent.setup()
    open.look({ scenario: 'bull' })
    open.select({ line: 'cloud_fade', column: 'constant' })
    render(FormulaBar, { open })
    const field = screen.getByLabelText(/^Formula of Cloud/)
    await user.clear(field)
    await user.keyboard('{Enter}')
    // Base fades by 1 point.
    expect(open.results.constantOf('bull', 'cloud_fade')).toBe(0.01)
    expect(field).toHaveValue('1%')
  })
})
