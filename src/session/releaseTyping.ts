// Typing and pasting into the draft of a release. What is typed goes into the view at once, so that a reload loses nothing.

import type { ReleaseDraft, ReleaseView } from '#model/view.ts'
import type { OpenModel } from './openModel.svelte.ts'
import type { TableCell } from './pasting.ts'
import type { Release, ReleaseCell } from './release.ts'
import { releaseNow } from './releaseNow.ts'
import { withDraft, withTexts } from './releaseDraft.ts'
import { pasteIntoRelease, type Caret, type ReleasePaste } from './releasePaste.ts'

type TypingDoor = Pick<OpenModel, 'model' | 'view' | 'look'>

export const keepDraft = (open: TypingDoor, draft: ReleaseDraft): void => {
  open.look({ release: withDraft(open.model, open.view.release, draft) })
}

export const typeFigure = (open: TypingDoor, { draft }: Release, { line }: ReleaseCell, text: string): void => {
  keepDraft(open, withTexts(draft, [{ line: line.id, text, scale: open.view.scale }]))
}

/** What a paste did, and the view before it. */
export type Pasted = Pick<ReleasePaste, 'said' | 'left'> & { readonly before: ReleaseView }

/** Pastes a table at a place of the release; null where it holds no figure. */
export const pasteFigures = (
  open: TypingDoor & Pick<OpenModel, 'results' | 'shown'>,
  release: Release,
  table: readonly (readonly TableCell[])[],
  caret: Caret,
): Pasted | null => {
  const { view, model, results, shown } = open
  const { scale, release: before } = view
  const all = releaseNow({ results, shown, view: { ...view, release: { ...before, areAllShown: true } } })
  const found = pasteIntoRelease(release, all, { calendar: model.fiscalCalendar, scale }, table, caret)
  if (found === null) return null
  const texts = [...found.texts].map(([line, text]) => ({ line, text, scale }))
  if (texts.length > 0) keepDraft(open, withTexts(release.draft, texts))
  return { said: found.said, left: found.left, before }
}
