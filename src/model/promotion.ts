// To promote a scenario is to make what it says the Base case: Base takes over its formulas and numbers, and the scenario, with
// nothing of its own left, follows Base. What Base said before can be kept as a scenario, and the other scenarios
// can be left under that one, so that none of their numbers moves. What Base cannot take stays where it is: numbers before
// the last actual, which would be reported ones there, and formulas of lines that a commitment computes.

import { inputFault, inputOf, inputsOf } from './commitmentInput.ts'
import type { Edit } from './edit.ts'
import type { LineId } from './lineItem.ts'
import { allLines, ancestry, baseOf, isExpanded, isReported, type Model } from './model.ts'
import { nothingSaid, overlayEdits, overlayOf, stacked, withoutCells, type Overlay } from './overlay.ts'
import type { Quarter } from './quarter.ts'
import { emptyRow, type Entry, type Note, type QuarterRow } from './quarterRow.ts'
import { childrenOf } from './scenarioOrder.ts'
import type { Scenario, ScenarioId } from './scenario.ts'

export type PromotionWish = {
  readonly scenario: ScenarioId
  /** The scenario that is to say what Base said; null: it is not kept. */
  readonly oldBase: Pick<Scenario, 'id' | 'name' | 'colour'> | null
  /** Whether the other scenarios come to inherit from the old Base, where it is kept. */
  readonly areOthersMoved: boolean
}

/** Base's own formulas and what is typed in it. */
const baseSays = (model: Model): Overlay => ({
  formulas: new Map([
    ...model.lines.flatMap(({ id, formula }) => (formula === null ? [] : [[id, formula] as const])),
    ...model.commitments.flatMap(inputsOf).map(({ line, formula }) => [line, formula] as const),
  ]),
  rows: overlayOf(model, baseOf(model).id).rows,
})

const driversOf = (model: Model): ReadonlySet<LineId> =>
  new Set(allLines(model).flatMap(({ id, driver }) => (driver ? [id] : [])))

/** Whether a formula of a line that a commitment expands into is one that the commitment can have. */
const isInputFormula = (model: Model, line: LineId, formula: string | null): boolean => {
  const input = inputOf(model.commitments, line)
  return input !== null && inputFault(input.part, formula) === null
}

type Cells = (line: LineId, quarter: Quarter | 'all quarters') => boolean

/** What Base cannot take over from a scenario. */
const stays = (model: Model, says: Overlay): Cells => {
  const drivers = driversOf(model)
  return (line, quarter) =>
    quarter === 'all quarters'
      ? isExpanded(model, line) && !isInputFormula(model, line, says.formulas.get(line) ?? null)
      : !drivers.has(line) && isReported(model, quarter)
}

/** Base's overlay once it has taken over another; a release is no entry in Base, and an empty formula none. */
const takenOver = (model: Model, says: Overlay): Overlay => {
  const before = baseSays(model)
  const drivers = driversOf(model)
  // A formula of the scenario's sets aside what Base typed on its line, but for what is reported.
  const isSetAside: Cells = (line, quarter) =>
    quarter !== 'all quarters' && says.formulas.has(line) && (drivers.has(line) || !isReported(model, quarter))
  const { formulas, rows } = stacked({ ...says, formulas: new Map() }, withoutCells(before, isSetAside))
  return {
    formulas: new Map([...formulas, ...says.formulas]),
    rows: new Map([...rows].map(([quarter, row]) => [quarter, withoutReleases(row)])),
  }
}

const withoutReleases = ({ entries, notes }: QuarterRow): QuarterRow => ({
  entries: new Map([...entries].filter(([, entry]) => entry !== 'release')),
  notes: new Map([...notes].filter(([line]) => entries.get(line) !== 'release')),
})

/** What a scenario must say over the new Base so that it sees what the old Base was. */
const oldBaseOver = (model: Model, now: Overlay): Overlay => {
  const before = baseSays(model)
  const formulas = new Map<LineId, string>()
  for (const line of new Set([...before.formulas.keys(), ...now.formulas.keys()])) {
    const [was, is] = [before.formulas.get(line) ?? '', now.formulas.get(line) ?? '']
    if (was !== is) formulas.set(line, was)
  }
  const drivers = driversOf(model)
  const isActual = (line: LineId, quarter: Quarter): boolean => !drivers.has(line) && isReported(model, quarter)
  const rows = new Map<Quarter, QuarterRow>()
  for (const quarter of new Set([...before.rows.keys(), ...now.rows.keys()])) {
    const [was, is] = [before.rows.get(quarter) ?? emptyRow, now.rows.get(quarter) ?? emptyRow]
    const entries = new Map<LineId, Entry>()
    const notes = new Map<LineId, Note>()
    for (const line of new Set([...was.entries.keys(), ...is.entries.keys(), ...was.notes.keys()])) {
      const entry = was.entries.get(line)
      const isSame = Object.is(entry, is.entries.get(line)) && was.notes.get(line) === is.notes.get(line)
      // A formula of its own would set aside what the new Base still has typed, but for what is reported.
      if (isSame && !(formulas.has(line) && entry !== undefined && !isActual(line, quarter))) continue
      if (entry !== undefined) entries.set(line, entry)
      else if (is.entries.has(line)) entries.set(line, 'release')
      const note = was.notes.get(line)
      if (note !== undefined) notes.set(line, note)
    }
    if (entries.size > 0 || notes.size > 0) rows.set(quarter, { entries, notes })
  }
  return { formulas, rows }
}

/** Base's formulas where they differ, and what is typed in it. */
const baseEdits = (model: Model, now: Overlay): readonly Edit[] => {
  const base = baseOf(model).id
  const before = baseSays(model)
  const formulas = [...new Set([...before.formulas.keys(), ...now.formulas.keys()])]
    .map((line) => ({ line, was: before.formulas.get(line) ?? null, is: now.formulas.get(line)?.trim() ?? '' }))
    .filter(({ was, is }) => (was ?? '') !== is)
    .map(({ line, is }): Edit => ({ kind: 'formula', scenario: base, line, formula: is === '' ? null : is }))
  return [...formulas, ...overlayEdits(model, base, { formulas: new Map(), rows: now.rows })]
}

export type Promotion = {
  readonly edits: readonly Edit[]
  /** What stays with the scenario, since Base cannot take it. */
  readonly left: Overlay
}

export const promotionOf = (model: Model, { scenario, oldBase, areOthersMoved }: PromotionWish): Promotion => {
  const base = baseOf(model)
  const chain = ancestry(model, scenario).filter(({ id }) => id !== base.id)
  const says = chain.map(({ id }) => overlayOf(model, id)).reduce((upper, lower) => stacked(upper, lower), nothingSaid)
  const isLeft = stays(model, says)
  const now = takenOver(model, withoutCells(says, isLeft))
  const left = withoutCells(says, (line, quarter) => !isLeft(line, quarter))
  const parent = chain.at(0)?.parent
  const edits: Edit[] = [
    ...baseEdits(model, now),
    ...overlayEdits(model, scenario, left),
    ...(parent === base.id ? [] : [{ kind: 'change scenario', scenario, change: { parent: base.id } } as const]),
  ]
  if (oldBase === null) return { edits, left }
  const { formulas, rows } = oldBaseOver(model, now)
  edits.push({ kind: 'insert scenario', scenario: { ...oldBase, parent: base.id, formulas }, at: 1 })
  for (const [quarter, row] of rows) {
    for (const [line, entry] of row.entries) edits.push({ kind: 'enter', scenario: oldBase.id, quarter, line, entry })
    for (const [line, note] of row.notes) edits.push({ kind: 'note', scenario: oldBase.id, quarter, line, note })
  }
  const others = childrenOf(model, base.id).filter(({ id }) => id !== scenario)
  if (areOthersMoved)
    for (const { id } of others) edits.push({ kind: 'change scenario', scenario: id, change: { parent: oldBase.id } })
  return { edits, left }
}
