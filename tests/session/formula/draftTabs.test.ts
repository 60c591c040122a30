import { expect, test, vi } from 'vitest'
import type { OpenModel } from '#session/openModel.svelte.ts'
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
