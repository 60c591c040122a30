// The drafts of a view: of releases, and of formulas. Two tabs may both add to them, so that neither's are kept over the
// other's: what each changed since both were the same is kept.

import { isSame } from '#base/same.ts'
import { mergedDrafts } from './releaseDrafts.ts'
import type { FormulaDraft, ReleaseDraft, View } from './view.ts'

export type ViewDrafts = { readonly releases: readonly ReleaseDraft[]; readonly formulas: readonly FormulaDraft[] }

/** What an older Paceline kept may have none. */
export const draftsOf = (view: Partial<Pick<View, 'release' | 'formulaDrafts'>> | undefined): ViewDrafts => ({
  releases: view?.release?.drafts ?? [],
  formulas: view?.formulaDrafts ?? [],
})

export const withDrafts = (view: View, { releases, formulas }: ViewDrafts): View => ({
  ...view,
  release: { ...view.release, drafts: releases },
  formulaDrafts: formulas,
})

type Formulas = readonly FormulaDraft[]

/** Where both changed one formula's draft, this tab's is kept; and what one left while the other threw it away. */
const mergedFormulas = (base: Formulas, mine: Formulas, theirs: Formulas): Formulas => {
  const draftIn = (drafts: Formulas, { line, scenario }: FormulaDraft): FormulaDraft | null =>
    drafts.find((each) => each.line === line && each.scenario === scenario) ?? null
  const others = theirs.filter((each) => draftIn(mine, each) === null)
  return [...mine, ...others].flatMap((draft) => {
    const before = draftIn(base, draft)
    const own = draftIn(mine, draft)
    const other = draftIn(theirs, draft)
    const kept = isSame(own, before) ? other : isSame(other, before) ? own : (own ?? other)
    return kept === null ? [] : [kept]
  })
}

export const mergedViewDrafts = (base: ViewDrafts, mine: ViewDrafts, theirs: ViewDrafts): ViewDrafts => ({
  releases: mergedDrafts(base.releases, mine.releases, theirs.releases),
  formulas: mergedFormulas(base.formulas, mine.formulas, theirs.formulas),
})
