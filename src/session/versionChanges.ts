// What differs between two versions as rows to read, in groups: what it is about, what was, and what is. A row leads to its
// cell where the model as it is now still has it.

import { plainName } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import {
  differenceBetween,
  type CellChange,
  type FormulaChange,
  type ItemChange,
  type ModelDifference,
  type WaiverChange,
} from '#model/modelDifference.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Entry, Note } from '#model/quarterRow.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import { contains } from '#model/timeline.ts'
import { unitName } from '#model/unit.ts'
import type { Waiver } from '#model/waiver.ts'
import { attributeWords, commitmentWords, lineWords, noteWords, scenarioWords } from './changeWords.ts'
import type { Cell } from './layout.ts'
import { noteInLine } from './notes/noteWords.ts'
import { entrySides, formulaSides, nothing, words, type Side } from './versionSide.ts'

export type ChangeRow = {
  readonly scenario: Scenario | null
  readonly subject: string
  /** The field, or the quarter's name; empty where the subject says all. */
  readonly aspect: string
  readonly line: LineItem | null
  readonly quarter: Quarter | null
  readonly was: Side
  readonly is: Side
  /** Where it stands in the sheet now; null where it does not. */
  readonly place: { readonly cell: Cell; readonly scenario: ScenarioId | null } | null
}

const groupNames = [
  ...(['Model', 'Lines', 'Scenarios', 'Commitments', 'Formulas', 'Drivers', 'Numbers', 'Notes', 'Waivers'] as const),
]

export type GroupName = (typeof groupNames)[number]

export type ChangeGroup = { readonly name: GroupName; readonly rows: readonly ChangeRow[] }

/** Both versions, and the model as it is now: one of them, mostly. */
type Ground = { readonly was: Model; readonly is: Model; readonly now: Model }

const byId = new WeakMap<readonly LineItem[], ReadonlyMap<LineId, LineItem>>()

const lineIn = (model: Model, line: LineId): LineItem | null => {
  const lines = allLines(model)
  const known = byId.get(lines) ?? new Map(lines.map((each) => [each.id, each]))
  byId.set(lines, known)
  return known.get(line) ?? null
}

const scenarioIn = ({ was, is }: Ground, scenario: ScenarioId): Scenario | null =>
  [...is.scenarios, ...was.scenarios].find(({ id }) => id === scenario) ?? null

const placeOf = (
  now: Model,
  line: LineId,
  quarter: Quarter | null,
  scenario: ScenarioId | null,
): ChangeRow['place'] => {
  const item = lineIn(now, line)
  const hasScenario = scenario === null || now.scenarios.some(({ id }) => id === scenario)
  if (item === null || !hasScenario || (quarter !== null && !contains(now.timeline, quarter))) return null
  const column = quarter ?? (item.kind === 'constant' ? 'constant' : (now.lastActual ?? now.timeline.first))
  return { cell: { line, column }, scenario }
}

const bare = { scenario: null, line: null, quarter: null, place: null, aspect: '' } as const

const attributeRows = ({ attributes }: ModelDifference, { was, is }: Ground): readonly ChangeRow[] =>
  attributes.map((attribute) => {
    const { name, tell } = attributeWords[attribute]
    return { ...bare, subject: name, was: words(tell(was, was)), is: words(tell(is, is)) }
  })

/** `first`, or after what it stands. */
const standsAfter = (items: readonly { readonly id: string }[], id: string, nameOf: (at: number) => string): Side => {
  const at = items.findIndex((each) => each.id === id)
  return words(at < 1 ? 'first' : `after ${nameOf(at - 1)}`)
}

type ItemWords<Item, Field extends string> = Readonly<
  Record<Field, { readonly name: string; readonly tell: (item: Item, model: Model) => string }>
>

type Items<Item, Field extends string> = {
  readonly of: (model: Model) => readonly Item[]
  readonly words: ItemWords<Item, Field>
  readonly nameOf: (item: Item) => string
  readonly tellWhole: (item: Item, model: Model) => string
  readonly head: (item: Item) => Pick<ChangeRow, 'scenario' | 'line' | 'place'>
}

const itemRows = <Item extends { readonly id: string }, Field extends string>(
  changes: readonly ItemChange<Item, Field>[],
  { was: before, is: after }: Ground,
  { of, words: known, nameOf, tellWhole, head }: Items<Item, Field>,
): readonly ChangeRow[] =>
  changes.flatMap(({ was, is, fields, isMoved }): readonly ChangeRow[] => {
    const item = is ?? was
    if (item === null) return []
    const row = { ...bare, ...head(item), subject: nameOf(item) }
    if (was === null || is === null) {
      const whole = (each: Item | null, model: Model): Side => (each === null ? nothing : words(tellWhole(each, model)))
      return [{ ...row, aspect: was === null ? 'new' : 'gone', was: whole(was, before), is: whole(is, after) }]
    }
    const place = (model: Model): Side => {
      const items = of(model)
      return standsAfter(items, item.id, (at) => (items[at] === undefined ? '' : nameOf(items[at])))
    }
    return [
      ...fields.map((field) => {
        const { name, tell } = known[field]
        return { ...row, aspect: name, was: words(tell(was, before)), is: words(tell(is, after)) }
      }),
      ...(isMoved ? [{ ...row, aspect: 'place', was: place(before), is: place(after) }] : []),
    ]
  })

const cellHead = (
  ground: Ground,
  {
    scenario,
    quarter,
    line,
  }: { readonly scenario: ScenarioId; readonly quarter: Quarter | null; readonly line: LineId },
): Omit<ChangeRow, 'was' | 'is'> => {
  const item = lineIn(ground.is, line) ?? lineIn(ground.was, line)
  return {
    scenario: scenarioIn(ground, scenario),
    subject: item?.label ?? line,
    aspect: quarter === null ? '' : plainName(quarter, ground.is.fiscalCalendar),
    line: item,
    quarter,
    place: placeOf(ground.now, line, quarter, scenario),
  }
}

const bothLines = ({ was, is }: Ground, line: LineId): readonly [LineItem | null, LineItem | null] => [
  lineIn(was, line),
  lineIn(is, line),
]

const entryRow = (change: CellChange<Entry>, ground: Ground): ChangeRow => {
  const [was, is] = entrySides([change.was, change.is], bothLines(ground, change.line))
  return { ...cellHead(ground, change), was, is }
}

const formulaRow = (change: FormulaChange, ground: Ground): ChangeRow => {
  const [was, is] = formulaSides([change.was, change.is], bothLines(ground, change.line))
  return { ...cellHead(ground, { ...change, quarter: null }), was, is }
}

const noteRow = ({ scenario, quarter, line, was, is }: CellChange<Note>, ground: Ground): ChangeRow => {
  const [before, after] = bothLines(ground, line)
  const side = (note: Note | null, item: LineItem | null): Side =>
    note === null ? nothing : words(item === null ? noteWords(note) : noteInLine(note, item))
  return { ...cellHead(ground, { scenario, quarter, line }), was: side(was, before), is: side(is, after) }
}

/** What a waived finding was about, and why it was waived. */
const waiverRow = ({ was, is }: WaiverChange): ChangeRow => {
  const side = (waiver: Waiver | null): Side => (waiver === null ? nothing : words(waiver.reason))
  return { ...bare, subject: (is ?? was)?.about ?? '', was: side(was), is: side(is) }
}

/** The groups in which something differs, in their order; a number of a constant is a number, not a formula. */
export const changeGroups = (ground: Ground): readonly ChangeGroup[] => {
  const difference = differenceBetween(ground.was, ground.is)
  const isDriver = ({ line }: ChangeRow): boolean => line?.driver === true
  const formulas = difference.formulas.map((change) => formulaRow(change, ground))
  const isConstant = ({ line }: ChangeRow): boolean => line?.kind === 'constant'
  const numbers = [...formulas.filter(isConstant), ...difference.entries.map((change) => entryRow(change, ground))]
  const rows: Readonly<Record<GroupName, readonly ChangeRow[]>> = {
    Model: attributeRows(difference, ground),
    Lines: itemRows(difference.lines, ground, {
      of: ({ lines }) => lines,
      words: lineWords,
      nameOf: ({ label }) => label,
      tellWhole: ({ key, kind, unit }) => `${key}, ${kind}, ${unitName(unit)}`,
      head: (line) => ({ scenario: null, line, place: placeOf(ground.now, line.id, null, null) }),
    }),
    Scenarios: itemRows(difference.scenarios, ground, {
      of: ({ scenarios }) => scenarios,
      words: scenarioWords,
      nameOf: ({ name }) => name,
      tellWhole: (scenario, model) => `inherits from ${scenarioWords.parent.tell(scenario, model)}`,
      head: (scenario) => ({ scenario, line: null, place: null }),
    }),
    Commitments: itemRows(difference.commitments, ground, {
      of: ({ commitments }) => commitments,
      words: commitmentWords,
      nameOf: ({ name }) => name,
      tellWhole: (commitment, model) =>
        `${commitment.kind}, ${commitmentWords.amount.tell(commitment, model)}, ${commitmentWords.reading.tell(commitment, model)}`,
      head: ({ id }) => ({ scenario: null, line: null, place: placeOf(ground.now, `${id}.amount`, null, null) }),
    }),
    Formulas: formulas.filter((row) => !isConstant(row)),
    Drivers: numbers.filter(isDriver),
    Numbers: numbers.filter((row) => !isDriver(row)),
    Notes: difference.notes.map((change) => noteRow(change, ground)),
    Waivers: difference.waivers.map((change) => waiverRow(change)),
  }
  return groupNames.map((name) => ({ name, rows: rows[name] })).filter((group) => group.rows.length > 0)
}
