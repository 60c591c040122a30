import { expect, test, vi } from 'vitest'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { lineRemoval } from '#model/removal.ts'
import { openTab, twoTabs } from '../tabs.ts'

const leave = (open: OpenModel, line: string, text: string): void => {
  open.select({ line, column: '2026-09' })
  open.formula.write(text)
  open.formula.leave()
}

const texts = ({ view }: OpenModel): readonly string[] =>
  view.formulaDrafts.map(({ line, text }) => `${line}: ${text}`).sort()

test('[FB8] drafts left in two tabs are in both, and there after a reload; thrown away in one, gone in the other', async () => {
  const [a, b] = await twoTabs('formula tabs')
  leave(a, 'rest_growth', 'rest_growht[-1]')
  leave(b, 'capex', 'capex_run_rate *')
  const both = ['capex: capex_run_rate *', 'rest_growth: rest_growht[-1]']
  await vi.waitFor(() => {
    expect([texts(a), texts(b)]).toEqual([both, both])
  })
  expect(texts(await openTab('formula tabs', 'C'))).toEqual(both)
  b.select({ line: 'rest_growth', column: '2026-09' })
  expect(b.formula.text).toBe('rest_growht[-1]')
  b.formula.throwAway()
  await vi.waitFor(() => {
    expect([texts(a), texts(b)]).toEqual([[both[0]], [both[0]]])
  })
  expect(texts(await openTab('formula tabs', 'D'))).toEqual([both[0]])
})

test('[FB8] a text whose line goes in another tab while it is typed waits as a draft, and is there when the line is back', async () => {
  const [a, b] = await twoTabs('formula of a gone line')
  a.select({ line: 'fcf_margin', column: '2026-09' })
  a.formula.write('free_cash_flow / revenue * 2')
  b.dispatch(lineRemoval(b.model, 'fcf_margin'), 'Free cash flow margin deleted')
  await vi.waitFor(() => {
    expect(a.model.lines.map(({ id }) => id)).not.toContain('fcf_margin')
  })
  a.formula.leave()
  expect(a.message).toMatchObject({
    sentence:
      'The line or scenario of this formula is gone: free_cash_flow / revenue * 2. It is kept as a draft, should it come back.',
  })
  a.undo()
  await vi.waitFor(() => {
    expect(a.model.lines.map(({ id }) => id)).toContain('fcf_margin')
  })
  a.select({ line: 'fcf_margin', column: '2026-09' })
  expect(a.formula.text).toBe('free_cash_flow / revenue * 2')
})
