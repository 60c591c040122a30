// Where lines stand. The model lists its lines once, and a section shows its own in that order: a line moves by going right
// behind the one it follows in its section, and by naming another section.

import type { Edit } from '#model/edit.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'

export type Lined = Pick<Model, 'lines' | 'sections'>

export const linesIn = ({ lines }: Pick<Model, 'lines'>, section: string): readonly LineItem[] =>
  lines.filter((line) => line.section === section)

/** Where a new line is inserted to stand behind another of its section; null: behind all of them. */
export const insertionAt = ({ lines }: Pick<Model, 'lines'>, section: string, after: LineId | null): number => {
  const leader = after ?? lines.findLast((line) => line.section === section)?.id
  const at = lines.findIndex(({ id }) => id === leader)
  return at < 0 ? lines.length : at + 1
}

/** Where a new line is inserted to stand before another. */
export const insertionBefore = ({ lines }: Pick<Model, 'lines'>, line: LineId): number => {
  const at = lines.findIndex(({ id }) => id === line)
  return at < 0 ? lines.length : at
}

/** A line's new place: in a section, behind another line of it; null: before all of them. */
export type NewPlace = { readonly line: LineId; readonly section: string; readonly after: LineId | null }

const withoutLine = (lines: readonly LineItem[], id: LineId): readonly LineItem[] =>
  lines.filter((line) => line.id !== id)

/** The edits that put lines into their places, one after the other. */
export const placingEdits = (model: Lined, places: readonly NewPlace[]): readonly Edit[] => {
  let { lines } = model
  const edits: Edit[] = []
  for (const { line: id, section, after } of places) {
    const line = lines.find((each) => each.id === id)
    if (line === undefined) continue
    if (line.section !== section) edits.push({ kind: 'change line', line: id, change: { section } })
    const now = lines.indexOf(line)
    const others = withoutLine(lines, id)
    const next = others.findIndex((each) => each.section === section)
    const leader = after === null ? -1 : others.findIndex((each) => each.id === after)
    // The first of its section stands right before what was the first; alone in it, it stays where it is listed.
    const at = after === null ? (next < 0 || isFirst(lines, now, section) ? now : next) : leader + 1
    const stays = after !== null && follows(lines, now, after, section)
    const to = stays ? now : at
    if (to !== now) edits.push({ kind: 'move line', line: id, at: to })
    lines = [...others.slice(0, to), { ...line, section }, ...others.slice(to)]
  }
  return edits
}

/** Whether no line of the section is listed before a place. */
const isFirst = (lines: readonly LineItem[], at: number, section: string): boolean =>
  !lines.slice(0, at).some((each) => each.section === section)

/** Whether the last line of the section that is listed before a place is the one to follow. */
const follows = (lines: readonly LineItem[], at: number, after: LineId, section: string): boolean =>
  lines.slice(0, at).findLast((each) => each.section === section)?.id === after

type Item = { readonly section: string; readonly line: LineId | null }

/** Headings and lines in the order shown, without what commitments add. */
const sequence = (model: Lined): readonly Item[] =>
  model.sections.flatMap((section) => [
    { section, line: null },
    ...linesIn(model, section).map(({ id }) => ({ section, line: id })),
  ])

const swapped = (items: readonly Item[], at: number): readonly Item[] =>
  items.map((item, index) => (index === at - 1 ? (items[at] ?? item) : index === at ? (items[at - 1] ?? item) : item))

/** The sequence with the chosen lines one step up or down, past headings too; those that stand at an end stay. */
const stepped = (items: readonly Item[], chosen: ReadonlySet<LineId>, by: -1 | 1): readonly Item[] => {
  const isChosen = (item: Item | undefined): boolean => item?.line !== null && chosen.has(item?.line ?? '')
  let current = items
  const order = [...items.keys()]
  for (const at of by < 0 ? order : order.reverse()) {
    if (!isChosen(current[at])) continue
    const other = current[at + by]
    // Nothing stands above the first heading, and a stuck line holds those behind it.
    const isEnd = other === undefined || (by < 0 && at + by === 0)
    if (!isEnd && !isChosen(other)) current = swapped(current, by < 0 ? at : at + 1)
  }
  return current
}

/** The places of the chosen lines once they are one step up or down. */
export const steppedPlaces = (model: Lined, chosen: ReadonlySet<LineId>, by: -1 | 1): readonly NewPlace[] => {
  const places: NewPlace[] = []
  let [section, after]: [string, LineId | null] = ['', null]
  for (const { line, section: own } of stepped(sequence(model), chosen, by)) {
    if (line === null) [section, after] = [own, null]
    else {
      if (chosen.has(line)) places.push({ line, section, after })
      after = line
    }
  }
  return places
}
