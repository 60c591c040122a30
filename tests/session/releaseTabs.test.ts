// Two tabs over one store with the release of a night: what is typed in either is in both.

import { expect, test, vi } from 'vitest'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { releaseNow } from '#session/releaseNow.ts'
import { enterRelease, discardRelease } from '#session/releasing.ts'
import { keepDraft } from '#session/releaseTyping.ts'
import { typeOn } from './releaseBench.ts'
import { openTab, twoTabs } from './tabs.ts'

const typed = (open: OpenModel): Record<string, string> =>
  Object.fromEntries(releaseNow(open).draft.texts.map(({ line, text }) => [line, text]))

test('[I11] what is typed in two tabs at once is in both', async () => {
  const [a, b] = await twoTabs('release tabs 1')
  typeOn(a, 'revenue', '284,843')
  typeOn(b, 'cloud_revenue', '43,284')
  typeOn(a, 'capex', '35,000')
  keepDraft(b, { ...releaseNow(b).draft, source: 'Results announcement' })
  const all = { revenue: '284,843', cloud_revenue: '43,284', capex: '35,000' }
  await vi.waitFor(() => {
    expect([typed(a), typed(b)]).toEqual([all, all])
    expect(releaseNow(a).draft.source).toBe('Results announcement')
  })
  expect(b.message?.sentence).toBe(
    'The draft of FY26 Q3 is typed into in another tab too: what is typed there is here as well.',
  )
  // It is so after a reload.
  expect(typed(await openTab('release tabs 1', 'C'))).toEqual(all)
  // Emptied in one, it is empty in the other, and stays so.
  typeOn(b, 'capex', '')
  typeOn(b, 'cloud_revenue', '43,285')
  await vi.waitFor(() => {
    expect(typed(a)).toEqual({ revenue: '284,843', cloud_revenue: '43,285' })
  })
  expect(typed(b)).toEqual({ revenue: '284,843', cloud_revenue: '43,285' })
})

test('[I11] typing fast is never taken back by what is still being kept', async () => {
  const [a, b] = await twoTabs('release tabs 2')
  for (let at = 1; at <= 6; at += 1) {
    typeOn(a, 'revenue', '284843'.slice(0, at))
    typeOn(b, 'cloud_revenue', '43284'.slice(0, at))
    await Promise.resolve()
  }
  await vi.waitFor(() => {
    expect(typed(a)).toEqual({ revenue: '284843', cloud_revenue: '43284' })
    expect(typed(b)).toEqual({ revenue: '284843', cloud_revenue: '43284' })
  })
})

test('[I11] entered or thrown away in one tab, the draft is gone in the other', async () => {
  const [a, b] = await twoTabs('release tabs 3')
  typeOn(a, 'capex', '35,000')
  await vi.waitFor(() => {
    expect(typed(b)).toEqual({ capex: '35,000' })
  })
  discardRelease(b)
  b.gestures.question?.confirm()
  await vi.waitFor(() => {
    expect(typed(a)).toEqual({})
  })
  expect(a.message?.sentence).toBe('The draft of FY26 Q3 was thrown away in another tab, so it is gone here too.')
  typeOn(a, 'revenue', '284,843')
  await vi.waitFor(() => {
    expect(typed(b)).toEqual({ revenue: '284,843' })
  })
  expect(await enterRelease(a, releaseNow(a))).toBe(true)
  await vi.waitFor(() => {
    expect(b.model.lastActual).toBe('2025-12')
    expect(b.view.release.drafts.find(({ quarter }) => quarter === '2025-12')?.before).not.toBeNull()
  })
  expect(typed(b)).toEqual({})
  // Undone, it is there again, in both.
  b.undo()
  await vi.waitFor(() => {
    expect(a.model.lastActual).toBe('2025-09')
  })
  expect([typed(a), typed(b)]).toEqual([{ revenue: '284,843' }, { revenue: '284,843' }])
})
