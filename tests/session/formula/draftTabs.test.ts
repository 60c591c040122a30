import { expect, test, vi } from 'vitest'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { lineRemoval } from '#model/removal.ts'
import { proposeSettings, settingsOf } from '#session/models/settings.ts'
import { settled } from '../../model/sample.ts'
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

/** Drafts are in the new terms in both tabs, whichever of model and drafts arrives first. */
const bothHave = (tabs: readonly OpenModel[], text: string): Promise<void> =>
  vi.waitFor(() => {
    expect(tabs.map(texts)).toEqual(tabs.map(() => [text]))
  })

/** Names years otherwise in one tab; gives what waits until nothing more is on its way. */
const renameYears = (
  open: OpenModel,
  yearNamedBy: 'start' | 'end',
  tabs: readonly OpenModel[],
): (() => Promise<void>) => {
  const deed = settled(proposeSettings(open.model, { ...settingsOf(open.model), yearNamedBy }, []))
  if (deed === null) throw new Error('nothing to do')
  open.dispatch(deed.edits, deed.label, deed.said)
  return async (): Promise<void> => {
    await vi.waitFor(() => {
      expect(tabs.map(({ model }) => model.fiscalCalendar.yearNamedBy)).toEqual(tabs.map(() => yearNamedBy))
      expect(tabs.map(({ saveState }) => saveState.kind)).toEqual(tabs.map(() => 'saved'))
    })
    await new Promise((resolve) => setTimeout(resolve, 100)) // what one tab kept reaches the other
  }
}

test('[MD14] [FB8] drafts follow another way to name years in both tabs, once, and its undo in the other', async () => {
  const tabs = await twoTabs('years of drafts')
  const [a, b] = tabs
  leave(a, 'capex', 'revenue["FY26 Q2"] +')
  await bothHave(tabs, 'capex: revenue["FY26 Q2"] +')
  await renameYears(a, 'start', tabs)()
  await bothHave(tabs, 'capex: revenue["FY25 Q2"] +')
  b.undo()
  await vi.waitFor(() => {
    expect(tabs.map(({ model }) => model.fiscalCalendar.yearNamedBy)).toEqual(['end', 'end'])
  })
  await bothHave(tabs, 'capex: revenue["FY26 Q2"] +')
  expect(texts(await openTab('years of drafts', 'C'))).toEqual(['capex: revenue["FY26 Q2"] +'])
})

test('[LN4] [FB8] what is typed into a draft behind a change of its names is not lost to the other tab’s', async () => {
  const tabs = await twoTabs('typed behind')
  const [a] = tabs
  leave(a, 'capex', 'revenue["FY26 Q2"] +')
  await bothHave(tabs, 'capex: revenue["FY26 Q2"] +')
  const settledTabs = renameYears(a, 'start', tabs)
  leave(a, 'capex', 'revenue["FY25 Q2"] + 2 *')
  await settledTabs()
  await bothHave(tabs, 'capex: revenue["FY25 Q2"] + 2 *')
})
