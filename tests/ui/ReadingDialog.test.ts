import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { command } from '#session/commands.ts'
import ReadingDialog from '#ui/pacing/ReadingDialog.svelte'
import { exampleBench } from '../support/workbench.ts'

const opened = async (reading: string | null) => {
  const bench = await exampleBench()
  const { open, workbench } = bench
  open.look({ pacing: { ...open.view.pacing, reading } })
  render(ReadingDialog, { open })
  command(reading === null ? 'pacing.addReading' : 'pacing.changeReading').run(workbench)
  const dialog = await screen.findByRole('dialog')
  // It is ready once it has the keyboard.
  await waitFor(() => {
    expect(dialog.contains(document.activeElement)).toBe(true)
  })
  return { ...bench, user: userEvent.setup(), others: () => open.model.commitments[0]?.otherReadings ?? [] }
}

const isClosed = async (): Promise<void> => {
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
}

test('[P27] a share of another start is added under the name it proposes, and shown', async () => {
  const { user, open, others } = await opened(null)
  await user.click(screen.getByRole('button', { name: 'Add reading' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('“Total capex from FY26 Q1” counts capex')
  await user.selectOptions(screen.getByLabelText('What counts'), 'a share of a line')
  await user.clear(screen.getByLabelText('Share, %'))
  await user.type(screen.getByLabelText('Share, %'), '90')
  await user.clear(screen.getByLabelText('First quarter'))
  await user.type(screen.getByLabelText('First quarter'), 'FY25 Q4')
  expect(screen.getByLabelText('Name')).toHaveValue('90 % of capex from FY25 Q4')
  await user.click(screen.getByRole('button', { name: 'Add reading' }))
  await isClosed()
  const added = others().at(-1)
  expect(added).toMatchObject({ counts: '90% * capex', first: '2025-03', quarters: 12 })
  expect(open.view.pacing.reading).toBe(added?.id)
})

test('[P27] one is changed where it stands, and the palette’s commands make it hold and remove it', async () => {
  const { user, open, workbench, others } = await opened('share_95')
  expect(screen.getByRole('dialog')).toHaveAccessibleName('Change the reading')
  await user.clear(screen.getByLabelText('Length in quarters'))
  await user.type(screen.getByLabelText('Length in quarters'), '10')
  await user.click(screen.getByRole('button', { name: 'Keep' }))
  await isClosed()
  expect(others().map(({ quarters }) => quarters)).toEqual([12, 10, 12])
  expect(command('pacing.holds').nameNow?.(workbench)).toBe('Make 95 % of capex from FY26 Q1 the reading that holds')
  command('pacing.holds').run(workbench)
  expect(open.model.commitments[0]?.reading).toMatchObject({ id: 'share_95', quarters: 10 })
  expect(command('pacing.holds').canRun?.(workbench)).toBe(false)
  open.look({ pacing: { ...open.view.pacing, reading: 'from_fy25_q4' } })
  command('pacing.removeReading').run(workbench)
  expect(open.gestures.question?.sentence).toContain('“Total capex from FY25 Q4” goes: 21 lines of the sheet.')
  open.gestures.question?.confirm()
  expect(others()).toHaveLength(2)
  command('pacing.remove').run(workbench)
  expect(open.gestures.question?.title).toBe('Remove the commitment?')
  open.gestures.question?.confirm()
  expect(open.model.commitments).toEqual([])
  expect(command('pacing.change').canRun?.(workbench)).toBe(false)
})
