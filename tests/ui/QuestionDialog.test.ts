import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Question } from '#session/message.ts'
import QuestionDialog from '#ui/dialog/QuestionDialog.svelte'
import { exampleBench } from '../support/workbench.ts'

const asked = async (more: Partial<Question> = {}) => {
  const { open } = await exampleBench()
  const user = userEvent.setup()
  const done: string[] = []
  render(QuestionDialog, { open })
  open.ask({
    title: 'Extend the timeline?',
    sentence: 'Two quarters are missing.',
    confirmLabel: 'Extend it',
    confirm: () => done.push('extended'),
    leaveLabel: 'Paste what fits',
    left: () => done.push('pasted'),
    ...more,
  })
  await screen.findByRole('alertdialog', { name: 'Extend the timeline?' })
  const isClosed = async () => {
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).toBeNull()
    })
  }
  return { open, user, done, isClosed, said: () => open.message?.sentence }
}

test('its buttons do one or the other; the keyboard is on leaving', async () => {
  const { user, done, isClosed } = await asked()
  expect(screen.getByRole('button', { name: 'Paste what fits' })).toHaveFocus()
  await user.keyboard('{Enter}')
  await isClosed()
  expect(done).toEqual(['pasted'])
})

test('confirmed, it does it and gives the keyboard back', async () => {
  const { user, open, done, isClosed } = await asked()
  const calls = open.sheetCalls
  await user.click(screen.getByRole('button', { name: 'Extend it' }))
  await isClosed()
  expect([done, open.sheetCalls > calls]).toEqual([['extended'], true])
})

test('Escape does nothing, whatever leaving would do', async () => {
  const { user, done, isClosed, said } = await asked()
  await user.keyboard('{Escape}')
  await isClosed()
  expect([done, said()]).toEqual([[], 'Nothing was changed.'])
})

test('where leaving is only told, Escape tells the same', async () => {
  const { user, done, isClosed, said } = await asked({ left: 'The old value stays.' })
  await user.keyboard('{Escape}')
  await isClosed()
  expect([done, said()]).toEqual([[], 'The old value stays.'])
})

test('an answer may ask the next question, which a second press does not answer yes', async () => {
  const { open, user, done, isClosed } = await asked({
    confirm: () => {
      open.ask({
        title: 'Please check this number',
        sentence: 'It is a hundred times the last.',
        confirmLabel: 'Keep it',
        confirm: () => done.push('kept'),
        leaveLabel: 'Leave',
        left: 'Left.',
      })
    },
  })
  await user.click(screen.getByRole('button', { name: 'Extend it' }))
  await screen.findByRole('alertdialog', { name: 'Please check this number' })
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Leave' })).toHaveFocus()
  })
  await user.keyboard('{Enter}')
  await isClosed()
  expect(done).toEqual([])
})
