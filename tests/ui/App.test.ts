import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import App from '#ui/App.svelte'
import { Offline } from '#ui/offline.svelte.ts'
import { exampleBench } from '../support/workbench.ts'

const sheet = vi.hoisted(() => ({ isBroken: true }))

vi.mock('#ui/grid/sheet.ts', () => ({
  createSheet: () => {
    if (sheet.isBroken) throw new Error('no columns')
    return { refresh: () => undefined, mark: () => undefined, takeKeyboard: () => undefined, destroy: () => undefined }
  },
}))

vi.mock('#ui/chart/burnUpChart.ts', () => ({
  createBurnUpChart: () => ({ draw: () => undefined, destroy: () => undefined }),
}))

test('a sheet that breaks stays where it is: the rest goes on, and it can be tried again', async () => {
  const { workbench, files } = await exampleBench()
  const user = userEvent.setup()
  render(App, { workbench, offline: new Offline(() => Promise.resolve(true)) })
  expect(await screen.findByRole('alert')).toHaveTextContent('The sheet stopped working.')
  expect(screen.getByText('+6.844 bn')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Save the model to a file' }))
  expect(files).toHaveLength(1)
  sheet.isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('[M4] with a tick box under the keyboard the keys are the app’s: only texts keep them', async () => {
  const { workbench, open } = await exampleBench()
  const user = userEvent.setup()
  render(App, { workbench, offline: new Offline(() => Promise.resolve(true)) })
  open.look({ panel: 'history' })
  const [box] = await screen.findAllByRole('checkbox', { name: /^Only / })
  box?.focus()
  await user.keyboard('{Alt>}{Shift>}L{/Shift}{/Alt}')
  expect(open.view.panel).toBe('line')
  open.look({ panel: 'history' })
  const field = await screen.findByRole('searchbox')
  field.focus()
  await user.keyboard('{Alt>}{Shift>}L{/Shift}{/Alt}')
  expect(open.view.panel).toBe('history')
})

test('[M4] a key pressed while a dialog is still going away is a command’s already', async () => {
  const { workbench, open } = await exampleBench()
  const user = userEvent.setup()
  render(App, { workbench, offline: new Offline(() => Promise.resolve(true)) })
  workbench.dialog = 'initials'
  await user.type(await screen.findByLabelText('Initials or name'), 'LW')
  // A dialog leaves with the next frame, which does not come.
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0)
  await user.keyboard('{Enter}')
  expect(screen.getByRole('dialog', { name: 'Who checks?' })).toBeInTheDocument()
  await user.keyboard('{Alt>}{Shift>}L{/Shift}{/Alt}')
  expect(open.view.panel).toBe('line')
  frames.mockRestore()
})
