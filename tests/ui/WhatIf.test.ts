import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import type { Reading } from '#model/commitment.ts'
import { command } from '#session/commands.ts'
import WhatIf from '#ui/pacing/WhatIf.svelte'
import { textOf } from '../model/sample.ts'
import { exampleBench } from '../support/workbench.ts'

const show = async () => {
  const bench = await exampleBench()
  const commitment = present(bench.open.model.commitments[0], 'the commitment')
  const { rerender } = render(WhatIf, { ...bench, commitment, reading: commitment.reading })
  const read = (reading: Reading) => rerender({ ...bench, commitment, reading })
  return { ...bench, commitment, read }
}

const spendSlider = (): HTMLElement => screen.getByRole('slider', { name: /^Spend a quarter/ })
const completionSlider = (): HTMLElement => screen.getByRole('slider', { name: /^Complete after/ })
const answer = (): HTMLElement => screen.getByRole('status')

const move = (slider: HTMLElement, value: number): Promise<unknown> =>
  fireEvent.input(slider, { target: { value: String(value) } })

const type = async (field: string, text: string): Promise<void> => {
  const entry = screen.getByRole('textbox', { name: field })
  await userEvent.clear(entry)
  await userEvent.type(entry, `${text}{Enter}`)
}

test('[P21] at first the sliders stand at the mean held flat, in words, and nothing is asked', async () => {
  await show()
  // 126,564 / 4 = 31,641; its slider goes by 0.2 bn
  expect(screen.getByRole('textbox', { name: 'Spend a quarter' })).toHaveValue('31.641')
  expect(spendSlider()).toHaveAttribute('aria-valuetext', '31.641 bn a quarter')
  expect(completionSlider()).toHaveAttribute(
    'aria-valuetext',
    'after 11.792 of 12 quarters, in FY28 Q4, 0.208 quarters early',
  )
  expect(answer()).toHaveTextContent(/^Move a slider, or type: /)
  expect(screen.getByRole('button', { name: /^Keep/ })).toBeDisabled()
})

test('[P20] [P22] a slider that is moved is answered, the other follows, and the model stays', async () => {
  const { open } = await show()
  const before = textOf(open.model)
  await move(spendSlider(), 32_000)
  // 2 + 309.823 / 32 = 11.682; 70.177 + 320 = 390.177
  await waitFor(() =>
    expect(answer()).toHaveTextContent(
      'On course. At 32.000 bn a quarter from FY26 Q3 on it completes after 11.682 of 12 quarters, in FY28 Q4, 0.318 quarters early: 390.177 bn by FY28 Q4, 10.177 bn more than promised.',
    ),
  )
  expect(screen.getByRole('textbox', { name: 'Complete after' })).toHaveValue('11.682')
  expect(open.whatIf.preview?.pacing.forecast.total).toBe(390_177)
  expect(textOf(open.model)).toBe(before)
  expect(open.canUndo).toBe(false)
})

test('[P20] completion asked gives what each quarter takes', async () => {
  await show()
  await userEvent.click(screen.getByRole('button', { name: 'the window’s last day, FY28 Q4' }))
  await waitFor(() => expect(answer()).toHaveTextContent(/spends 30\.982 bn, 0\.979 × the mean of the last four/))
  expect(spendSlider()).toHaveAttribute('aria-valuetext', '30.982 bn a quarter')
})

test('[P21] what is typed is read, and what cannot be read says so and stays until Escape', async () => {
  await show()
  await type('Spend a quarter', '30bn')
  await waitFor(() => expect(answer()).toHaveTextContent(/^Short\. At 30\.000 bn .* short by 9\.823 bn\.$/))
  await type('Complete after', 'soon')
  expect(screen.getByRole('alert')).toHaveTextContent('“soon” is no completion.')
  expect(answer()).toHaveTextContent(/^Short\. At 30\.000 bn/)
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('alert')).toBeNull()
  // 2 + 309.823 / 30
  expect(screen.getByRole('textbox', { name: 'Complete after' })).toHaveValue('12.327')
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('textbox', { name: 'Complete after' })).toHaveValue('11.792')
})

test('[P22] Reset and Escape take it away, and so does another reading', async () => {
  const { open, commitment, read } = await show()
  const isGone = (): void => expect([open.whatIf.asked, open.whatIf.preview]).toEqual([null, null])
  await move(spendSlider(), 32_000)
  await waitFor(() => expect(open.whatIf.preview).not.toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }))
  isGone()
  await move(spendSlider(), 32_000)
  spendSlider().focus()
  await userEvent.keyboard('{Escape}')
  isGone()
  await move(spendSlider(), 32_000)
  await read(present(commitment.otherReadings[0], 'another reading'))
  isGone()
})

test('[P22] it follows the scenario shown and every edit', async () => {
  const { open } = await show()
  await move(spendSlider(), 32_000)
  await waitFor(() => expect(answer()).toHaveTextContent(/390\.177 bn/))
  open.look({ scenario: 'bear' })
  await waitFor(() => expect(open.whatIf.preview?.results.model.scenarios.map(({ id }) => id)).toContain('bear'))
  // One bn more reported: 391.177.
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'capex', entry: 32_501 }], 'Capex')
  await waitFor(() => expect(answer()).toHaveTextContent(/391\.177 bn/))
})

test('[P23] kept, it is a scenario under the one shown, which is shown then', async () => {
  const { open } = await show()
  const calls = open.sheetCalls
  await move(spendSlider(), 32_000)
  await waitFor(() => expect(screen.getByRole('button', { name: /^Keep/ })).toBeEnabled())
  await userEvent.click(screen.getByRole('button', { name: /^Keep/ }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Keep as a scenario' }))
  const name = dialog.getByRole('textbox', { name: 'Name' })
  expect(name).toHaveValue('32 bn a quarter')
  await userEvent.clear(name)
  await userEvent.type(name, 'Bull{Enter}')
  expect(await dialog.findByRole('alert')).toHaveTextContent('There is a scenario “Bull” already: choose another name.')
  await userEvent.clear(name)
  await userEvent.type(name, 'Level{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  // The keyboard is sent back to the screen.
  await waitFor(() => expect(open.sheetCalls).toBe(calls + 1))
  const kept = open.model.scenarios.at(-1)
  expect([kept?.name, kept?.parent, kept?.formulas.get('capex')]).toEqual(['Level', 'base', '32000'])
  expect([open.shown, open.whatIf.asked]).toEqual([kept?.id, null])
  expect(open.message?.sentence).toMatch(/^Kept as Level, under Base\. /)
})

test('[P20] where what is counted has no value a sentence says so, and a button goes to the cell', async () => {
  const { open } = await show()
  open.dispatch([{ kind: 'formula', scenario: 'base', line: 'capex', formula: null }], 'Formula')
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-06', line: 'capex', entry: null }], 'Capex')
  expect(await screen.findByText(/^What is counted has no value at FY26 Q2, .*needs .* in FY26 Q1\.$/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Go to the cell that is missing' }))
  expect([open.view.screen, open.sheet.selection.cursor]).toEqual(['sheet', { line: 'capex', column: '2025-06' }])
})

test('[P22] its commands lead to the sliders, keep it and take it away', async () => {
  const { open, workbench } = await show()
  const [spend, keep, reset] = ['whatIf.spend', 'whatIf.keep', 'whatIf.reset'].map((id) => command(id))
  expect([spend, keep, reset].map((each) => each?.canRun?.(workbench))).toEqual([true, false, false])
  spend?.run(workbench)
  await waitFor(() => expect(spendSlider()).toHaveFocus())
  expect(open.view.screen).toBe('pacing')
  await move(spendSlider(), 32_000)
  await waitFor(() => expect(open.whatIf.preview).not.toBeNull())
  keep?.run(workbench)
  expect(await screen.findByRole('dialog', { name: 'Keep as a scenario' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  reset?.run(workbench)
  expect(open.whatIf.asked).toBeNull()
})
