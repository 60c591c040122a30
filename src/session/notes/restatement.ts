// A Restatement is a reported number that edits would change or take away: the company may have restated it, and then the
// number stays as an earlier value with date and reason; or it was a slip of the hand, and nothing of it is kept. Consensus
// and guidance are no reports, and a number is not restated by moving it along with its line or its file.

import { isSame } from '#base/same.ts'
import type { Edit } from '#model/edit.ts'
import { partnersOf } from '#model/expected.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { figureWithUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, baseOf, rowOf, type Model } from '#model/model.ts'
import { ofAnotherNumber, withEarlier } from '#model/note.ts'
import { isBaseActual } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { noteAfter } from '../proposal.ts'
import { wholeFigure } from './noteWords.ts'

export type Restatement = {
  readonly line: LineItem
  readonly quarter: Quarter
  readonly was: number
  /** What comes in its place; null for nothing. */
  readonly is: number | null
}

/** What is answered: restated, for a reason, at a moment; or a slip that is put right. */
export type RestatedAnswer =
  { readonly kind: 'restated'; readonly reason: string; readonly at: string } | { readonly kind: 'slip' }

const cellName = (line: string, quarter: Quarter): string => `${line} ${quarter}`

/** The reported numbers that edits change or take away, in the order of the edits. */
export const restatementsIn = (model: Model, edits: readonly Edit[]): readonly Restatement[] => {
  const base = baseOf(model).id
  const polled = new Set(model.lines.flatMap(({ expected }) => (expected === null ? [] : partnersOf(expected))))
  const lines = new Map(allLines(model).map((line) => [line.id, line]))
  const found = new Map<string, Restatement>()
  for (const edit of edits) {
    if (edit.kind !== 'enter' || edit.scenario !== base || edit.entry === 'release') continue
    const line = lines.get(edit.line)
    const was = rowOf(model, base, edit.quarter).entries.get(edit.line)
    if (line === undefined || typeof was !== 'number' || polled.has(line.id)) continue
    if (!isBaseActual(model, line, edit.quarter)) continue
    found.set(cellName(line.id, edit.quarter), { line, quarter: edit.quarter, was, is: edit.entry })
  }
  return [...found.values()].filter(({ was, is }) => was !== is)
}

/** The notes that edits leave on the cells of a scenario, by the cell's name. */
const notesLeft = (edits: readonly Edit[], scenario: ScenarioId): ReadonlyMap<string, Note | null> =>
  new Map(
    edits.flatMap((edit) =>
      edit.kind === 'note' && edit.scenario === scenario
        ? [[cellName(edit.line, edit.quarter), edit.note] as const]
        : [],
    ),
  )

/** A slip that is put right was read where its note says: words and source stay, but for a sum, which it is no more. */
const noteOfSlip = (before: Note | null): Note | null =>
  ofAnotherNumber(before, before?.text.startsWith('=') === true ? null : before)

/** The note of a restated or corrected cell; `left` is what the edits leave there. */
const noteSettled = (
  before: Note | null,
  left: Note | null | undefined,
  { line, was, is }: Restatement,
  answer: RestatedAnswer,
): Note | null => {
  const usual = is === null ? ofAnotherNumber(before, null) : noteAfter(before, figureOf(was, line), null)
  const coming = left === undefined ? usual : left
  if (answer.kind === 'restated')
    return withEarlier(coming, { value: was, until: answer.at, reason: answer.reason.trim() })
  return is !== null && isSame(coming, usual) ? noteOfSlip(before) : coming
}

const figureOf = (value: number, { unit, decimals }: LineItem): string => figureWithUnit(value, unit, decimals)

/** The edits with each reported number that they change restated or corrected, as answered. */
export const answered = (model: Model, edits: readonly Edit[], answer: RestatedAnswer): readonly Edit[] => {
  const restatements = restatementsIn(model, edits)
  if (restatements.length === 0) return edits
  const scenario = baseOf(model).id
  const left = notesLeft(edits, scenario)
  const cells = new Set(restatements.map(({ line, quarter }) => cellName(line.id, quarter)))
  const others = edits.filter(
    (edit) => edit.kind !== 'note' || edit.scenario !== scenario || !cells.has(cellName(edit.line, edit.quarter)),
  )
  return [
    ...others,
    ...restatements.flatMap((each): readonly Edit[] => {
      const { line, quarter } = each
      const before = rowOf(model, scenario, quarter).notes.get(line.id) ?? null
      const note = noteSettled(before, left.get(cellName(line.id, quarter)), each, answer)
      return isSame(note, before) ? [] : [{ kind: 'note', scenario, quarter, line: line.id, note }]
    }),
  ]
}

/** `Revenue FY26 Q2: 247,795 → 248,100 RMB m`. */
export const restatementText = (model: Model, { line, quarter, was, is }: Restatement): string => {
  const place = `${line.label} ${fiscalName(quarter, model.fiscalCalendar)}`
  const [before, after] = [wholeFigure(was, line), is === null ? null : wholeFigure(is, line)]
  return after === null ? `${place}: ${before} is deleted` : `${place}: ${before} → ${after}`
}

const mostReasons = 6

/** Reasons given in this model before, the newest first, to be chosen again. */
export const reasonsGiven = (model: Model): readonly string[] => {
  const rows = [...(model.rows.get(baseOf(model).id)?.values() ?? [])]
  const earlier = rows.flatMap(({ notes }) => [...notes.values()].flatMap((note) => note.earlier ?? []))
  const newest = earlier.toSorted((one, other) => (one.until < other.until ? 1 : -1)).map(({ reason }) => reason)
  return [...new Set(newest)].filter((reason) => reason !== '').slice(0, mostReasons)
}

/** Why a text is no reason, or null: a number typed ahead of the question must not become one. */
export const reasonRefusal = (text: string): string | null => {
  const reason = text.trim()
  if (reason === '' || /\p{L}/u.test(reason)) return null
  return `“${reason}” is no reason. Say in words why the number was restated, or leave it empty for a slip.`
}
