// Duplicating a line, alone or with its family: a new segment beside one that is there. Copies look at copies where their
// originals look at originals; whatever else a formula looks at stays. What is typed is copied only where asked.

import { counted, listed } from '#base/listing.ts'
import type { NewId } from '#base/id.ts'
import { renameKey } from '#formula/rename.ts'
import { isReservedName } from '#formula/reserved.ts'
import { keyForm, type Expected, type LineId, type LineItem } from '#model/lineItem.ts'
import type { Edit } from '#model/edit.ts'
import { partnersOf } from '#model/expected.ts'
import { noWords, reworded } from '#model/note.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { EditDeed } from '../editDeed.ts'
import { keyFromLabel } from '../creation.ts'
import { refuse } from '../proposal.ts'
import { freeKey, keysOf } from './freeKey.ts'
import { expandedProblem } from './lineName.ts'
import { totalsWith, type Total } from './total.ts'

/** What of the typed numbers comes along, in every scenario. */
export type CopiedNumbers = 'none' | 'drivers' | 'all'

export type CopyWish = { readonly line: LineItem; readonly label: string; readonly key: string }

export type DuplicationWish = {
  /** The line that is duplicated first, then those of its family that come along. */
  readonly copies: readonly CopyWish[]
  readonly numbers: CopiedNumbers
  /** Totals that take the new line in. */
  readonly totals: readonly Total[]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const isCapital = (text: string): boolean => text !== text.toLowerCase()

/** A label with one word in the place of another, capitals kept: `Cloud growth` → `Chips growth`. */
const relabelled = (label: string, from: string, to: string): string | null => {
  const form = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(from)}(?![\p{L}\p{N}])`, 'giu')
  if (from === '' || !form.test(label)) return null
  const [first, rest] = [to.slice(0, 1), to.slice(1)]
  const raised = first.toUpperCase() + rest
  // An abbreviation keeps its capitals inside a sentence.
  const lowered = isCapital(rest) ? to : first.toLowerCase() + rest
  return label.replace(form, (word) => (isCapital(word.slice(0, 1)) ? raised : lowered))
}

/** A key with one word in the place of another: `cloud_revenue` → `chips_revenue`; null where it has no such word. */
const rekeyed = (key: string, from: string, to: string): string | null => {
  const form = new RegExp(`(^|_)${escaped(from)}(?=_|$)`)
  return from === '' || to === '' || !form.test(key) ? null : key.replace(form, (_, before: string) => before + to)
}

/** Names for copies, with a word of the originals replaced: `cloud` by `Chips`. No two keys are alike. */
export const proposedNames = (
  model: Model,
  lines: readonly LineItem[],
  from: string,
  to: string,
): readonly CopyWish[] => {
  const taken = new Set(keysOf(model))
  const [stem, stemTo] = [keyFromLabel(from), keyFromLabel(to)]
  return lines.map((line) => {
    const wanted = stemTo === '' ? null : (rekeyed(line.key, stem, stemTo) ?? `${stemTo}_${line.key}`)
    const key = freeKey(wanted ?? `${line.key}_copy`, taken)
    taken.add(key)
    const label = to.trim() === '' ? `${line.label} (copy)` : relabelled(line.label, from.trim(), to.trim())
    return { line, label: label ?? `${to.trim()}: ${line.label}`, key }
  })
}

const keyFault = (model: Model, copies: readonly CopyWish[]): Problem | null => {
  const taken = new Set(keysOf(model))
  for (const { line, label, key } of copies) {
    if (label.trim() === '') return refuse(`Give the copy of ${line.label} a label.`)
    if (!keyForm.test(key))
      return refuse(
        `“${key}” cannot be a key: it takes small letters, digits and _, begins with a letter, and has at most 64.`,
      )
    if (isReservedName(key)) return refuse(`“${key}” is a word of the formula language: choose another key.`)
    if (taken.has(key)) return refuse(`The key “${key}” is already that of another line. Choose another.`)
    taken.add(key)
  }
  return null
}

/** What the copy is held against: only copies. */
const partnersIn = (expected: Expected | null, ids: ReadonlyMap<LineId, LineId>): Expected | null => {
  if (expected === null) return null
  const copied = (id: LineId | null): LineId | null => (id === null ? null : (ids.get(id) ?? null))
  const { consensus, low, high, tolerance } = expected
  const next = { consensus: copied(consensus), low: copied(low), high: copied(high), tolerance }
  return partnersOf(next).length === 0 ? null : next
}

/** What is typed on a line, in every scenario, as typed on its copy: the numbers, and what their notes say. */
const typedEdits = (model: Model, from: LineId, to: LineId): readonly Edit[] =>
  [...model.rows].flatMap(([scenario, quarters]) =>
    [...quarters].flatMap(([quarter, { entries, notes }]): readonly Edit[] => {
      const [entry, note] = [entries.get(from), reworded(null, notes.get(from) ?? noWords)]
      return [
        ...(entry === undefined ? [] : [{ kind: 'enter', scenario, quarter, line: to, entry } as const]),
        ...(note === null ? [] : [{ kind: 'note', scenario, quarter, line: to, note } as const]),
      ]
    }),
  )

/** Where copies go: behind the last original of each section, in the originals' order. */
const insertions = (
  model: Model,
  copies: readonly { readonly of: LineItem; readonly copy: LineItem }[],
): readonly Edit[] => {
  const order = new Map(model.lines.map(({ id }, at) => [id, at]))
  const placeOf = (line: LineItem): number => order.get(line.id) ?? 0
  const bySection = new Map<string, (typeof copies)[number][]>()
  for (const each of copies) bySection.set(each.of.section, [...(bySection.get(each.of.section) ?? []), each])
  const groups = [...bySection.values()].map((group) =>
    group.toSorted((one, other) => placeOf(one.of) - placeOf(other.of)),
  )
  // From the end of the list, so that what is inserted moves no place that is still to come.
  const placed = groups
    .map((group) => ({ group, at: Math.max(...group.map(({ of }) => placeOf(of))) + 1 }))
    .sort((one, other) => other.at - one.at)
  return placed.flatMap(({ group, at }) =>
    group.map(({ copy }, index): Edit => ({ kind: 'insert line', line: copy, at: at + index })),
  )
}

/** The totals that can take the copy of the first line in; the lines that are copied are none. */
export const totalsFor = (model: Model, copies: readonly CopyWish[]): readonly Total[] => {
  const [first] = copies
  return first === undefined ? [] : totalsWith(model, first.line, first.key, new Set(copies.map(({ line }) => line.id)))
}

export type Duplication = EditDeed & {
  /** The copy of the first line. */
  readonly made: LineId
}

export const proposeDuplication = (model: Model, wish: DuplicationWish, newId: NewId): Duplication | Problem => {
  const { numbers, totals } = wish
  const wishes = wish.copies.map((copy) => ({ ...copy, key: copy.key.trim(), label: copy.label.trim() }))
  const [first] = wishes
  if (first === undefined) return refuse('Choose a line to duplicate.')
  const fixed = expandedProblem(model, first.line)
  if (fixed !== null) return fixed
  const bad = keyFault(model, wishes)
  if (isProblem(bad)) return bad
  const ids = new Map(wishes.map(({ line }) => [line.id, newId()]))
  const rewritten = (formula: string): string =>
    wishes.reduce((text, { line, key }) => renameKey(text, line.key, key), formula)
  const idOf = (line: LineItem): LineId => ids.get(line.id) ?? line.id
  const isTyped = (line: LineItem): boolean => numbers === 'all' || (numbers === 'drivers' && line.driver)
  const copies = wishes.map(({ line, label, key }) => ({
    of: line,
    copy: {
      ...line,
      ...{ id: idOf(line), key, label, formula: line.formula === null ? null : rewritten(line.formula) },
      expected: partnersIn(line.expected, ids),
      // What is said of a line's numbers is true of a copy only where they come along.
      ...(isTyped(line) ? {} : { source: '', breaks: [] }),
      description: numbers === 'all' || line.driver ? line.description : '',
    },
  }))
  const formulas = wishes.flatMap(({ line }) =>
    model.scenarios.flatMap(({ id, formulas: own }): readonly Edit[] => {
      const formula = own.get(line.id)
      return formula === undefined
        ? []
        : [{ kind: 'formula', scenario: id, line: idOf(line), formula: rewritten(formula) }]
    }),
  )
  // The key may have been changed since the totals were looked for.
  const taking = totalsFor(model, wishes).filter((total) =>
    totals.some(({ line, scenario }) => line.id === total.line.id && scenario === total.scenario),
  )
  const others = wishes.length - 1
  const along = others === 0 ? '' : ` with ${counted(others, 'line')} of its family`
  const into =
    taking.length === 0
      ? ''
      : ` ${listed(taking.map(({ name }) => name))} ${taking.length === 1 ? 'takes' : 'take'} it in.`
  return {
    edits: [
      ...insertions(model, copies),
      ...formulas,
      ...wishes.flatMap(({ line }) => (isTyped(line) ? typedEdits(model, line.id, idOf(line)) : [])),
      ...taking.map(({ line, scenario, after }): Edit => ({
        kind: 'formula',
        scenario,
        line: line.id,
        formula: after,
      })),
    ],
    label: `${first.line.label} duplicated as ${first.label}${along}`,
    said: `${first.label} is there${along}.${into}`,
    made: idOf(first.line),
  }
}
