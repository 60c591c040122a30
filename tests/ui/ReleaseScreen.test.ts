import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test, vi } from 'vitest'
import ReleaseScreen from '#ui/screen/ReleaseScreen.svelte'
import { releaseNow } from '#session/releaseNow.ts'
import { beforeTheNight, night } from '../session/releaseBench.ts'

const show = async () => {
  const bench = await beforeTheNight()
  bench.open.look({ screen: 'release' })
  render(ReleaseScreen, bench)
  await tick()
  return bench
}

const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name })

const cells = (name: RegExp): readonly string[] =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())

test('[I8] it opens on the first line without a figure; Enter and the arrows go down and up its column', async () => {
  await show()
  expect(field('Revenue, reported')).toHaveFocus()
  await userEvent.keyboard('247795{Enter}39824{Enter}')
  expect(field('Capital expenditure, total, reported')).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  expect(field('Cloud revenue (recast), reported')).toHaveFocus()
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}{ArrowUp}')
  // There is no row above.
  expect(field('Revenue, reported')).toHaveFocus()
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  expect(field('Revenue, consensus')).toHaveFocus()
  // Down the consensus column, on the last of its rows Enter goes to the button.
  await userEvent.keyboard('{Enter}')
  expect(field('Cloud revenue (recast), consensus')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: /^Enter/ })).toHaveFocus()
})

test('[I8] typing goes over what is there, F2 goes into it, Escape takes it back to what it was', async () => {
  await show()
  const revenue = field('Revenue, reported')
  await userEvent.keyboard('247{Enter}')
  expect(revenue).toHaveValue('247')
  await userEvent.keyboard('{ArrowUp}{F2}795{Enter}')
  expect(revenue).toHaveValue('247,795')
  await userEvent.keyboard('{ArrowUp}1')
  expect(revenue).toHaveValue('1')
  await userEvent.keyboard('{Escape}')
  expect(revenue).toHaveValue('247795')
  await userEvent.keyboard('{Enter}')
  expect(revenue).toHaveValue('247,795')
  // 247,795 against 242,650 and against 236,503 a year ago
  expect(cells(/^Revenue RMB m/)).toEqual(expect.arrayContaining(['▲+2.12 % beat', '▲+4.8 % better']))
})

test('[I8] [I4] Ctrl+Enter enters it from anywhere, and the keyboard leaves the fields, so that undo is the model’s', async () => {
  const { open } = await show()
  await userEvent.keyboard('247795{Enter}{Control>}{Enter}{/Control}')
  await vi.waitFor(() => expect(open.model.lastActual).toBe(night))
  await tick()
  expect(screen.getByRole('region', { name: 'Release night: FY26 Q2' })).toHaveFocus()
  expect(screen.getByRole('status')).toHaveTextContent(/^1 of \d+ reported$/)
  expect(field('Revenue, reported')).toHaveValue('247,795')
  await open.ledger.whenSaved()
  open.undo()
  await vi.waitFor(() => expect(releaseNow(open).isEntered).toBe(false))
  await tick()
  expect(screen.getByRole('status')).toHaveTextContent(/^1 of \d+ entered$/)
})

test('[I8] the keys of the screens work from a field too', async () => {
  const { open } = await show()
  await userEvent.keyboard('247795{Alt>}{Shift>}1{/Shift}{/Alt}')
  expect(open.view.screen).toBe('sheet')
  expect(releaseNow(open).draft.texts).toMatchObject([{ text: '247795' }])
})

test('[I2] what is odd is asked in the row, told to a screen reader, and leads back there', async () => {
  const { open } = await show()
  await userEvent.keyboard('{Enter}abc{Enter}248')
  const cloud = field('Cloud revenue (recast), reported')
  expect(cloud).toHaveAttribute('aria-invalid', 'true')
  expect(cloud).toHaveAccessibleDescription(/^“abc” is not a number\./)
  expect(field('Capital expenditure, total, reported')).toHaveAccessibleDescription(/ is less than a hundredth of /)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await vi.waitFor(() => expect(cloud).toHaveFocus())
  expect(open.message?.sentence).toMatch(/^FY26 Q2 is not entered\. Cloud revenue \(recast\): “abc” is not a number\./)
})

test('[I9] a pasted column goes down from the caret, the next line without a figure has it, and it can be taken back', async () => {
  const { open } = await show()
  await userEvent.paste('247,795\n39,824\n31,501\n')
  await vi.waitFor(() => expect(field('Capex in free cash flow, reported')).toHaveFocus())
  expect(field('Cloud revenue (recast), reported')).toHaveValue('39,824')
  expect(screen.getByText(/^Pasted 3 figures\./)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Take the paste back' }))
  expect(releaseNow(open).draft.texts).toEqual([])
  // One figure is pasted as any text.
  await userEvent.click(field('Revenue, reported'))
  await userEvent.paste('247,795')
  expect(field('Revenue, reported')).toHaveValue('247,795')
})

test('[I7] the last actual can be chosen; its figures stand in their fields, and what is typed goes over them', async () => {
  const { open } = await show()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Quarter' }), 'FY26 Q1 (last actual)')
  expect(screen.getByText(/^FY26 Q1 is reported already/, { exact: false })).toBeVisible()
  expect(field('Revenue, reported')).toHaveValue('247,652')
  await userEvent.click(field('Revenue, reported'))
  await userEvent.keyboard('247700')
  expect(releaseNow(open).draft.texts).toMatchObject([{ line: 'revenue', text: '247700' }])
  await userEvent.clear(field('Revenue, reported'))
  expect(releaseNow(open).draft.texts).toEqual([])
})

test('[I1] all lines are shown on demand', async () => {
  await show()
  expect(screen.queryByRole('row', { name: /^Capex intensity/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'All lines', pressed: false }))
  expect(screen.getByRole('row', { name: /^Capex intensity/ })).toBeVisible()
  expect(field('Revenue, reported')).toHaveFocus()
})
