import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { lineOf } from '#model/model.ts'
import { lineWarnings } from '#session/formulaWarning.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import FormulaBar from '#ui/formula/FormulaBar.svelte'
import CellPanel from '#ui/panel/CellPanel.svelte'
import { labelTooltip } from '#ui/grid/cellText.ts'
import { labelFace } from '#ui/grid/face.ts'
import { exampleBench } from '../support/workbench.ts'

// The bar as it is until its editor is loaded.
vi.mock('#ui/formula/loadEditor.ts', () => ({ editorAtHand: () => null, loadEditor: () => Promise.resolve() }))

const sentence = '“revenue” is in RMB m and “cloud_yoy” is a per cent: they do not add up.'

const barOf = async (line: string) => {
  const { open } = await exampleBench()
  open.select({ line, column: '2026-06' })
  render(FormulaBar, { open })
  const field = screen.getByRole('textbox', { name: /^Formula of/ })
  return { open, field, user: userEvent.setup() }
}

const formulaOf = (open: OpenModel, line: string): string | null => lineOf(open.model, line).formula

test('[W10] a questionable formula is told while it is typed, and Enter keeps it', async () => {
  const { open, field, user } = await barOf('consensus_revenue')
  await user.type(field, 'revenue + cloud_yoy')
  expect(screen.getByRole('status')).toHaveTextContent(`Warning: ${sentence}`)
  expect(screen.getByText('revenue + cloud_yoy', { selector: 'mark' })).toBeInTheDocument()
  expect(field).toHaveAttribute('aria-invalid', 'false')
  expect(field).toHaveAccessibleDescription(expect.stringContaining(`Warning: ${sentence}`) as unknown)
  await user.keyboard('{Enter}')
  expect(formulaOf(open, 'consensus_revenue')).toBe('revenue + cloud_yoy')
  expect(open.message?.tone).not.toBe('problem')
})

test('[W10] what is suggested is put in with one click, and the warning goes', async () => {
  const { open, field, user } = await barOf('consensus_revenue')
  await user.type(field, 'revenue + cloud_yoy')
  await user.click(screen.getByRole('button', { name: 'Use revenue * (1 + cloud_yoy)' }))
  expect(field).toHaveValue('revenue * (1 + cloud_yoy)')
  expect(screen.queryByText('Warning:')).toBeNull()
  expect(screen.queryByRole('button', { name: /Warning/ })).toBeNull()
  await user.click(field)
  await user.keyboard('{Enter}')
  expect(formulaOf(open, 'consensus_revenue')).toBe('revenue * (1 + cloud_yoy)')
})

test('[W10] a problem is told before any warning', async () => {
  const { field, user } = await barOf('consensus_revenue')
  await user.type(field, 'revenue + cloud_yoy + growht')
  expect(screen.getByRole('status')).toHaveTextContent('There is no line “growht”')
  expect(screen.queryByText('Warning:')).toBeNull()
})

test('[W10] the formula that holds has its warnings in the bar, and the sign there shows them', async () => {
  const { open, user } = await barOf('revenue_yoy')
  expect(screen.queryByRole('button', { name: /Warning/ })).toBeNull()
  open.dispatch(
    [{ kind: 'formula', scenario: 'base', line: 'revenue_yoy', formula: 'ttm(cloud_yoy) + ttm(capex_ttm) / revenue' }],
    'x',
  )
  const sign = await screen.findByRole('button', { name: /2 warnings/ })
  expect(sign).toHaveAccessibleDescription(expect.stringContaining('“cloud_yoy” is a per cent') as unknown)
  expect(sign).toHaveAccessibleDescription(expect.stringContaining('“capex_ttm” is a balance') as unknown)
  await user.click(sign)
  expect(screen.getByRole('textbox', { name: /^Formula of/ })).toHaveFocus()
  expect(screen.getByRole('button', { name: 'Use mean(capex_ttm[-3:0])' })).toBeInTheDocument()
})

test('[W10] what a commitment counts has its warnings on its own line, and on none that follows', async () => {
  const { open } = await exampleBench()
  const [commitment] = open.model.commitments
  if (commitment === undefined) throw new Error('no commitment')
  const counts = 'capex + revenue_usd'
  const changed = {
    ...commitment,
    id: 'odd',
    key: 'odd',
    reading: { ...commitment.reading, counts },
    otherReadings: [],
  }
  open.dispatch([{ kind: 'insert commitment', commitment: changed, at: 1 }], 'odd')
  open.select({ line: 'odd.counting', column: '2026-06' })
  render(FormulaBar, { open })
  expect(screen.getByRole('button', { name: /Warning/ })).toBeInTheDocument()
  open.select({ line: 'odd.counted', column: '2026-06' })
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: /Warning/ })).toBeNull()
  })
})

test('[W10] the selected cell tells the warnings of its line, in the scenario shown', async () => {
  const { open } = await exampleBench()
  open.dispatch([{ kind: 'formula', scenario: 'bull', line: 'rest_growth', formula: 'ttm(rest_growth[-1])' }], 'x')
  open.select({ line: 'rest_growth', column: '2026-06' })
  render(CellPanel, { open })
  expect(screen.queryByText('Warning')).toBeNull()
  open.look({ scenario: 'bull' })
  expect(await screen.findByText('Warning')).toBeInTheDocument()
  expect(screen.getByText(/^“rest_growth\[-1\]” is a per cent: it does not add up over quarters/)).toBeInTheDocument()
  open.select({ line: 'rest_growth', column: 'FY2027' })
  expect(await screen.findByText('Warning')).toBeInTheDocument()
})

test('[W10] in the sheet the line’s label wears a sign, and its tooltip the sentence', async () => {
  const { open } = await exampleBench()
  const marks = (line: string): string => {
    const { model, results, shown } = open
    return labelFace(model, lineOf(model, line), lineWarnings(results, shown, lineOf(model, line))).marks
  }
  expect(marks('revenue')).toBe('')
  open.dispatch([{ kind: 'formula', scenario: 'base', line: 'revenue', formula: 'capex + cloud_share' }], 'x')
  expect(marks('revenue')).toBe('warned')
  expect(marks('cloud_fade')).toBe('ownFormula')
  const line = lineOf(open.model, 'revenue')
  const tooltip = labelTooltip(open.model, line, lineWarnings(open.results, open.shown, line))
  expect(tooltip).toContain('\nWarning: “capex” is in RMB m and “cloud_share” is a per cent: they do not add up.')
})
