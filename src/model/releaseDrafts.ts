// The drafts of releases where two tabs type into them: what each changed since both were the same, field by field. Where
// both changed one field, this tab's is kept.

import type { Quarter } from './quarter.ts'
import type { ReleaseDraft, ReleaseText } from './view.ts'

type Drafts = readonly ReleaseDraft[]
type Draft = ReleaseDraft | undefined

const areSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const textOn = (draft: Draft, line: string): ReleaseText | undefined => draft?.texts.find((each) => each.line === line)

/** The value that was changed; this tab's where both were. */
const changed = <Value>(base: Value, mine: Value, theirs: Value): Value => (areSame(mine, base) ? theirs : mine)

/** What was typed into a draft while another tab entered it, as a draft of its own; the one entered where nothing was. */
const typedBeside = (base: Draft, typed: ReleaseDraft, entered: ReleaseDraft): ReleaseDraft => {
  const texts = typed.texts.filter((each) => !areSame(each, textOn(base, each.line)))
  return texts.length === 0 ? entered : { ...typed, texts, before: null }
}

const mergedDraft = (base: Draft, mine: Draft, theirs: Draft): Draft => {
  if (areSame(mine, base)) return theirs
  if (areSame(theirs, base)) return mine
  // What one tab threw away and the other typed into is kept.
  if (mine === undefined || theirs === undefined) return mine ?? theirs
  const before = base?.before ?? null
  if (!areSame(mine.before, theirs.before))
    return areSame(mine.before, before) ? typedBeside(base, mine, theirs) : typedBeside(base, theirs, mine)
  const lines = [...new Set([...mine.texts, ...theirs.texts].map(({ line }) => line))]
  return {
    ...mine,
    texts: lines.flatMap((line) => changed(textOn(base, line), textOn(mine, line), textOn(theirs, line)) ?? []),
    source: changed(base?.source ?? '', mine.source, theirs.source),
    address: changed(base?.address ?? '', mine.address, theirs.address),
    poll: changed(base?.poll ?? '', mine.poll, theirs.poll),
  }
}

const draftOf = (drafts: Drafts, quarter: Quarter): Draft => drafts.find((each) => each.quarter === quarter)

/** The drafts with what this tab and another changed since both had `base`. */
export const mergedDrafts = (base: Drafts, mine: Drafts, theirs: Drafts): Drafts => {
  const quarters = [...new Set([...mine, ...theirs].map(({ quarter }) => quarter))]
  return quarters.flatMap(
    (quarter) => mergedDraft(draftOf(base, quarter), draftOf(mine, quarter), draftOf(theirs, quarter)) ?? [],
  )
}

/** The drafts of one side that the other has otherwise, or not. */
export const differingQuarters = (one: Drafts, other: Drafts): readonly Quarter[] =>
  [...new Set([...one, ...other].map(({ quarter }) => quarter))].filter(
    (quarter) => !areSame(draftOf(one, quarter), draftOf(other, quarter)),
  )
