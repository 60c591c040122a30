// The draft of a release: what is typed for a quarter, kept in the view until it is taken into the model. A draft that was
// entered sleeps, and wakes where the model is again what it was before it: an undo brings it back.

import { readNumber, type TypedNumber, typedText } from '#exchange/number.ts'
import { shownUnit } from '#model/figure.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { baseOf, isReported, rowOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { nextActual } from '#model/rollForward.ts'
import { contains } from '#model/timeline.ts'
import type { Scale } from '#model/unit.ts'
import type { ReleaseDraft, ReleaseText, ReleaseView } from '#model/view.ts'
import { refuse } from './proposal.ts'

const emptyDraft = (quarter: Quarter): ReleaseDraft => ({
  quarter,
  texts: [],
  source: '',
  address: '',
  poll: '',
  before: null,
})

/** What Base holds in the cells of a draft, text by text. */
const entriesOf = (model: Model, { quarter, texts }: ReleaseDraft) => {
  const { entries } = rowOf(model, baseOf(model).id, quarter)
  return texts.map(({ line }) => entries.get(line) ?? null)
}

/** The draft as one that has just been entered into the model given, which is the one before. */
export const entered = (draft: ReleaseDraft, model: Model): ReleaseDraft => ({
  ...draft,
  before: { lastActual: model.lastActual, entries: entriesOf(model, draft) },
})

/** Whether a draft waits to be entered: it was not yet, or that was taken back. */
const isWaiting = (model: Model, draft: ReleaseDraft): boolean => {
  const { before } = draft
  if (before === null) return true
  if (before.lastActual !== model.lastActual) return false
  return entriesOf(model, draft).every((entry, at) => entry === before.entries[at])
}

/** The draft of a quarter. Where it was entered it is empty again, but for where its figures were read. */
export const draftFor = (model: Model, { drafts }: ReleaseView, quarter: Quarter): ReleaseDraft => {
  const kept = drafts.find((each) => each.quarter === quarter)
  if (kept === undefined) return emptyDraft(quarter)
  return isWaiting(model, kept) ? { ...kept, before: null } : { ...kept, texts: [], before: null }
}

/** Whether the release of a quarter was entered as its draft says. */
export const isEntered = (model: Model, { drafts }: ReleaseView, quarter: Quarter): boolean =>
  isReported(model, quarter) &&
  drafts.some((each) => each.quarter === quarter && each.before !== null && !isWaiting(model, each))

/** The view with a draft in place of the one of its quarter. Of other quarters those that wait stay. */
export const withDraft = (model: Model, view: ReleaseView, draft: ReleaseDraft): ReleaseView => ({
  ...view,
  quarter: draft.quarter,
  drafts: [...view.drafts.filter((each) => each.quarter !== draft.quarter && isWaiting(model, each)), draft],
})

/** The draft with texts typed; an empty one is none. */
export const withTexts = (draft: ReleaseDraft, typed: readonly ReleaseText[]): ReleaseDraft => {
  const lines = new Set(typed.map(({ line }) => line))
  return {
    ...draft,
    texts: [...draft.texts.filter(({ line }) => !lines.has(line)), ...typed.filter(({ text }) => text !== '')],
  }
}

/** The quarters whose release can be entered: the next, the last actual, and whichever has a draft that waits. */
export const releaseQuarters = (model: Model, { drafts }: ReleaseView): readonly Quarter[] => {
  const next = nextActual(model)
  const waiting = drafts
    .filter((each) => each.texts.length > 0 && each.quarter < next && isWaiting(model, each))
    .map(({ quarter }) => quarter)
  const last = model.lastActual === null ? [] : [model.lastActual]
  const known = [...new Set([...last, ...waiting])].filter((quarter) => contains(model.timeline, quarter))
  return [next, ...known.sort().reverse()]
}

/** The quarter a release is entered for: the one chosen, while it can be, else the one after the last actual. */
export const releaseQuarter = (model: Model, view: ReleaseView): Quarter => {
  const { quarter } = view
  return quarter !== null && releaseQuarters(model, view).includes(quarter) ? quarter : nextActual(model)
}

/** `FY26 Q3 (next)`. */
export const releaseQuarterName = (model: Model, quarter: Quarter): string => {
  const name = plainName(quarter, model.fiscalCalendar)
  return quarter === nextActual(model)
    ? `${name} (next)`
    : quarter === model.lastActual
      ? `${name} (last actual)`
      : name
}

const isLoneDash = (text: string): boolean => /^[-–—−]$/.test(text)

/** What a text stands for on its line; null where it is empty. */
export const readFigure = ({ unit }: LineItem, typed: ReleaseText): TypedNumber | Problem | null => {
  const text = typed.text.trim()
  if (text === '') return null
  if (isLoneDash(text)) return refuse(`“${text}” is not a number yet. Type 0 for zero.`)
  const read = readNumber(text, unit, shownUnit(unit, typed.scale))
  if (isProblem(read) || !('opensFormula' in read)) return read
  return refuse(`“${text}” has names in it. Type the figure, or a sum such as =85972-61360.`)
}

/** A text as its row shows it now: one typed in another scale is the same figure in this one. */
export const textNow = (line: LineItem, typed: ReleaseText, scale: Scale | null): string => {
  const { unit } = line
  if (typed.scale === scale || unit.kind !== 'currency') return typed.text
  const read = readFigure(line, typed)
  return read === null || isProblem(read) ? typed.text : typedText(read.value, unit, shownUnit(unit, scale))
}
