import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { MakeEditor } from '#ui/formula/editor/formulaEditor.ts'
import FormulaBar from '#ui/formula/FormulaBar.svelte'
import { exampleBench } from '../../support/workbench.ts'
import '../../support/measure.ts'

/** The editor's loading, which ends when it is told to. */
const loading = vi.hoisted((): { made: unknown; arrive: () => void; fail: () => void } => ({
  made: null,
  arrive: (): void => undefined,
  fail: (): void => undefined,
}))

vi.mock('#ui/formula/loadEditor.ts', () => ({
  editorAtHand: () => loading.made as MakeEditor | null,
  loadEditor: () =>
    new Promise<void>((done, fail) => {
      loading.fail = () => {
        fail(new Error('no such file'))
      }
      loading.arrive = () => {
        void import('#ui/formula/editor/formulaEditor.ts').then(({ createFormulaEditor }) => {
          loading.made = createFormulaEditor
          done()
        })
      }
    }),
}))

beforeEach(() => {
  loading.made = null
})

const opened = async () => {
  const { open } = await exampleBench()
  open.select({ line: 'rest_growth', column: '2026-09' })
  render(FormulaBar, { open })
  const field = () => screen.getByRole('textbox', { name: 'Formula of Rest growth' })
  return { open, field, user: userEvent.setup() }
}

test('[FB10] keys typed while the editor loads are in it, and so is the caret', async () => {
  const { open, field, user } = await opened()
  const plain = field()
  expect(plain).toHaveValue('rest_growth[-1]')
  await user.click(plain)
  await user.keyboard('{Control>}a{/Control}1% + rest_growth{ArrowLeft}{ArrowLeft}')
  loading.arrive()
  await waitFor(() => {
    expect(field()).not.toBe(plain)
  })
  expect(field()).toHaveTextContent('1% + rest_growth')
  expect(field()).toHaveFocus()
  expect(open.formula.field?.selection()).toEqual({ start: 14, end: 14 })
  expect(open.formula.isTyping).toBe(true)
  expect(open.message).toBeNull()
})

test('[FB10] references are coloured in the editor and tinted in the sheet until it is left', async () => {
  const { open, field, user } = await opened()
  loading.arrive()
  await user.click(field())
  loading.arrive()
  await waitFor(() => {
    expect(field().querySelector('.reference-1')).toHaveTextContent('rest_growth[-1]')
  })
  // A quarter before September 2026.
  expect(open.sheet.formulaTints).toEqual([{ cell: { line: 'rest_growth', column: '2026-06' }, tone: '1' }])
  await user.tab()
  await waitFor(() => {
    expect(open.sheet.formulaTints).toEqual([])
  })
  expect(field()).toHaveValue('rest_growth[-1]')
})

test('[FB10] where the editor cannot be loaded the plain field serves, and that is said', async () => {
  const { open, field, user } = await opened()
  await user.click(field())
  loading.fail()
  await waitFor(() => {
    expect(open.message?.sentence).toContain('The editor of formulas could not be loaded')
  })
  await user.keyboard('{Control>}a{/Control}5%{Enter}')
  expect(open.model.lines.find(({ id }) => id === 'rest_growth')?.formula).toBe('5%')
})

test('[FB8] the draft that was left is shown with what holds meanwhile; it is gone on with, or thrown away', async () => {
  const { open, field, user } = await opened()
  open.look({ formulaDrafts: [{ line: 'rest_growth', scenario: 'base', text: '5% +' }] })
  expect(await screen.findByText('Draft, not in use')).toBeInTheDocument()
  expect(
    screen.getByText(/something is missing behind it\.\s+Base’s formula, rest_growth\[-1\], still holds\./),
  ).toBeVisible()
  expect(field()).toHaveValue('5% +')
  await user.click(screen.getByRole('button', { name: 'Go on editing' }))
  expect(field()).toHaveFocus()
  await user.keyboard(' 1%{Enter}')
  expect(open.model.lines.find(({ id }) => id === 'rest_growth')?.formula).toBe('5% + 1%')
  open.look({ formulaDrafts: [{ line: 'rest_growth', scenario: 'base', text: '5% +' }] })
  await user.click(await screen.findByRole('button', { name: 'Throw the draft away' }))
  expect(field()).toHaveValue('5% + 1%')
  expect(screen.queryByText('Draft, not in use')).toBeNull()
})

test('[FB2] the bar tells a typed number that stands over the formula, where edits land, and the result', async () => {
  const { open } = await opened()
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2026-09', line: 'rest_growth', entry: 0.08 }], 'type')
  expect(await screen.findByText('stands over the formula')).toBeInTheDocument()
  expect(screen.getByText(/typed:\s+8\.0\s?%/)).toBeInTheDocument()
  expect(screen.getByText('formula in Base')).toHaveClass('scenario-blue')
  open.select({ line: 'rest_growth', column: '2026-12' })
  // The formula repeats the quarter before.
  expect(await screen.findByText(/= 8\.0\s?%/)).toBeInTheDocument()
  expect(screen.queryByText('stands over the formula')).toBeNull()
})
