import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, test } from 'vitest'
import ScenariosScreen from '#ui/screen/ScenariosScreen.svelte'
import { readRecords } from '../support/csv.ts'
import { exampleBench } from '../support/workbench.ts'

const show = async (scenario: string) => {
  const bench = await exampleBench()
  bench.open.look({ screen: 'scenarios', scenario })
  render(ScenariosScreen, bench)
  return { ...bench, user: userEvent.setup() }
}

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name })

test('[V2] a number is typed in the list, a text that is none stays and is refused in a sentence', async () => {
  const { open, user } = await show('bull')
  const growth = field('Cloud growth FY26 Q3')
  await user.clear(growth)
  await user.type(growth, 'abc{Enter}')
  expect(open.message?.sentence).toContain('“abc” is not a number')
  expect(growth).toHaveValue('abc')
  expect(growth).toHaveAttribute('aria-invalid', 'true')
  await user.clear(growth)
  await user.type(growth, '39{Enter}')
  expect(open.results.valueOf('bull', 'cloud_growth', '2025-12')).toBe(0.39)
  expect(open.results.valueOf('base', 'cloud_growth', '2025-12')).toBe(0.35)
})

test('[V2] note and source are changed in the list, each alone; what is no address stays and is refused', async () => {
  const { open, user } = await show('bull')
  const note = () => open.model.rows.get('bull')?.get('2025-12')?.notes.get('cloud_growth')
  const before = note()?.text ?? ''
  const source = field('Source of Cloud growth FY26 Q3, a web address')
  await user.type(source, 'page 3{Enter}')
  expect(open.message?.sentence).toContain('“page 3” is no web address.')
  expect(source).toHaveAttribute('aria-invalid', 'true')
  await user.clear(source)
  await user.type(source, 'www.example.com/call{Enter}')
  expect(note()).toEqual({ text: before, source: 'https://www.example.com/call' })
  await user.clear(field('Note of Cloud growth FY26 Q3'))
  await user.type(field('Note of Cloud growth FY26 Q3'), 'The call{Enter}')
  expect(note()).toEqual({ text: 'The call', source: 'https://www.example.com/call' })
  await user.tab()
  expect(source).toHaveValue('https://www.example.com/call')
  await user.tab()
  expect(source).toHaveValue('example.com')
})

test('[V2] a row is reverted alone, the keyboard goes on to the next, and undo brings it back', async () => {
  const { open, user } = await show('bull')
  await user.click(screen.getByRole('button', { name: 'Revert Cloud growth FY26 Q3' }))
  await tick()
  expect(open.results.valueOf('bull', 'cloud_growth', '2025-12')).toBe(0.35)
  expect(screen.queryByRole('button', { name: 'Revert Cloud growth FY26 Q3' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Revert Cloud growth fades, a quarter' })).toHaveFocus()
})

test('[V2] the list exports', async () => {
  const { files, user } = await show('bull')
  await user.click(screen.getByRole('button', { name: 'Export CSV' }))
  const records = readRecords(files[0]?.text ?? '')
  expect(records).toHaveLength(14)
})

test('[V3] a scenario is renamed, copied, deleted and reverted from its screen', async () => {
  const { open, user } = await show('bull')
  const list = within(screen.getByRole('navigation', { name: 'Scenarios of this model' }))
  expect(list.getByRole('button', { name: 'Bull 10 numbers, 4 constants' })).toBeVisible()
  const name = field('Name of Bull')
  await user.clear(name)
  await user.type(name, 'Bear{Enter}')
  expect(open.message?.sentence).toContain('There is a scenario “Bear” already')
  await user.clear(name)
  await user.type(name, 'Upside{Enter}')
  await user.click(screen.getByRole('button', { name: 'Duplicate' }))
  expect(open.model.scenarios.map((each) => each.name)).toEqual(['Base', 'Upside', 'Upside copy', 'Bear'])
  await user.click(screen.getByRole('button', { name: 'Revert to parent' }))
  expect(screen.getByText(/Upside copy says nothing of its own: it equals Base\./)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  expect(open.model.scenarios.map((each) => each.name)).toEqual(['Base', 'Upside', 'Bear'])
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
})
