// Two tabs type into one draft: nothing that either typed is lost.

import { describe, expect, test } from 'vitest'
import { mergedDrafts } from '#model/releaseDrafts.ts'
import type { ReleaseDraft } from '#model/view.ts'

const draft = (texts: Readonly<Record<string, string>>, more: Partial<ReleaseDraft> = {}): ReleaseDraft => ({
  quarter: '2025-12',
  texts: Object.entries(texts).map(([line, text]) => ({ line, text, scale: null })),
  source: '',
  address: '',
  poll: '',
  before: null,
  ...more,
})

const before = { lastActual: '2025-09', entries: [null] } as const
const base = [draft({ revenue: '1', capex: '2' }, { source: 'release' })]

describe('drafts of two tabs', () => {
  test('[I11] each field has what was changed of it', () => {
    const mine = [draft({ revenue: '10', capex: '2', cloud: '3' }, { source: 'release' })]
    const theirs = [draft({ revenue: '1', ebita: '4' }, { source: 'release', poll: 'LSEG' })]
    // Capex was emptied there, Revenue and Cloud typed here, EBITA and the poll there.
    expect(mergedDrafts(base, mine, theirs)).toEqual([
      draft({ revenue: '10', cloud: '3', ebita: '4' }, { source: 'release', poll: 'LSEG' }),
    ])
  })

  test('[I11] where both changed one field, this tab’s is kept', () => {
    expect(mergedDrafts(base, [draft({ revenue: '5' })], [draft({ revenue: '6' })])).toEqual([draft({ revenue: '5' })])
    expect(mergedDrafts([], [draft({ revenue: '5' })], [draft({ cloud: '6' })])).toEqual([
      draft({ revenue: '5', cloud: '6' }),
    ])
  })

  test('[I11] a draft entered or thrown away in one tab is so in the other', () => {
    const entered = [draft({ revenue: '1', capex: '2' }, { before })]
    expect(mergedDrafts(base, base, entered)).toEqual(entered)
    expect(mergedDrafts(base, entered, base)).toEqual(entered)
    expect(mergedDrafts(base, base, [])).toEqual([])
    expect(mergedDrafts(base, [], base)).toEqual([])
  })

  test('[I11] what is typed while the other tab enters or throws away the draft stays typed', () => {
    const entered = [draft({ revenue: '1', capex: '2' }, { before })]
    const typed = [draft({ revenue: '1', capex: '2', cloud: '3' })]
    expect(mergedDrafts(base, typed, entered)).toEqual([draft({ cloud: '3' })])
    expect(mergedDrafts(base, entered, typed)).toEqual([draft({ cloud: '3' })])
    expect(mergedDrafts(base, typed, [])).toEqual(typed)
    expect(mergedDrafts(base, [], typed)).toEqual(typed)
  })

  test('drafts of other quarters are each their own', () => {
    const other = draft({ revenue: '9' }, { quarter: '2025-09' })
    expect(mergedDrafts(base, base, [...base, other])).toEqual([...base, other])
  })
})
