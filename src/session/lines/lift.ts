// Lifting a number out of a formula: it becomes a constant line, and where it stood the line's key stands. The constant's
// formula is the number's own text, so that the value stays the same to the last bit.

import type { NewId } from '#base/id.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { isReservedName } from '#formula/reserved.ts'
import { keyProblem, type Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { lineOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { decimalsFor, type Unit } from '#model/unit.ts'
import { sectionEdits } from '../creation.ts'
import { scopeOf } from '#formula/scope.ts'
import { refuse } from '../proposal.ts'
import { freeKey, keysOf } from './freeKey.ts'
import { sameElsewhere, type Literal } from '#analysis/literal.ts'
import { insertionAt } from './placing.ts'

export type LiftWish = {
  readonly label: string
  readonly key: string
  readonly section: string
  readonly unit: Unit
  /** Whether the same number is replaced in every other formula too. */
  readonly everywhere: boolean
}

/** Where the model's drivers stand, mostly; else the line's own section. */
const driverSection = (model: Model, line: LineItem): string => {
  const counts = new Map<string, number>()
  for (const { driver, section } of model.lines) if (driver) counts.set(section, (counts.get(section) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  const named = model.sections.find((section) => /driver|assumption/i.test(section))
  return most?.[0] ?? named ?? (model.sections.includes(line.section) ? line.section : (model.sections[0] ?? 'Drivers'))
}

const unitFor = ({ role, isPercent, value, line }: Literal): Unit => {
  if (isPercent || (Math.abs(value) < 1 && line.unit.kind !== 'exchange')) return { kind: 'percent' }
  if (role === 'amount') return line.unit
  return { kind: 'ratio' }
}

/** What the constant tells of: the one line that its formula looks at, else the line it is in. */
const subjectOf = (model: Model, { formula, line }: Literal): LineItem => {
  const checked = checkFormula(formula, scopeOf(model))
  const looks = isFormulaProblem(checked) ? [] : [...new Set(checked.references.map((each) => each.line))]
  const [only] = looks
  return looks.length === 1 && only !== undefined ? lineOf(model, only) : line
}

/** What the constant might be called: `Share of Capex` with the key `capex_share` for `capex * 0.95`. */
const namesFor = (model: Model, literal: Literal): { readonly label: string; readonly key: string } => {
  const { role, value, line } = literal
  const subject = subjectOf(model, literal)
  const isPart = Math.abs(value) < 1
  if (role === 'factor')
    return isPart
      ? { label: `Share of ${subject.label}`, key: `${subject.key}_share` }
      : { label: `Factor on ${subject.label}`, key: `${subject.key}_factor` }
  return isPart
    ? { label: `Rate in ${line.label}`, key: `${line.key}_rate` }
    : { label: `Amount in ${line.label}`, key: `${line.key}_amount` }
}

/** The constant line to begin with; every part of it can be changed before it is made. */
export const suggestedLift = (model: Model, literal: Literal): LiftWish => {
  const { label, key } = namesFor(model, literal)
  return {
    label,
    key: freeKey(key, keysOf(model)),
    section: driverSection(model, literal.line),
    unit: unitFor(literal),
    everywhere: false,
  }
}

const replaced = ({ formula, spans }: Literal, key: string): string =>
  spans.reduceRight((text, { start, end }) => text.slice(0, start) + key + text.slice(end), formula)

/** The formulas with the key in the number's place, one edit for each: a formula may write the number in two ways. */
const formulaEdits = (literals: readonly Literal[], key: string): readonly Edit[] => {
  const byFormula = new Map<string, Literal>()
  for (const literal of literals) {
    const place = `${literal.scenario} ${literal.line.id}`
    const known = byFormula.get(place)
    const spans = [...(known?.spans ?? []), ...literal.spans].sort((one, other) => one.start - other.start)
    byFormula.set(place, { ...literal, spans })
  }
  return [...byFormula.values()].map((literal) => ({
    kind: 'formula',
    scenario: literal.scenario,
    line: literal.line.id,
    formula: replaced(literal, key),
  }))
}

export type Lift = {
  readonly edits: readonly Edit[]
  readonly label: string
  readonly line: LineItem
  /** How many formulas change. */
  readonly formulas: number
}

export const proposeLift = (model: Model, literal: Literal, wish: LiftWish, newId: NewId): Lift | Problem => {
  const key = wish.key.trim()
  const label = wish.label.trim()
  const section = wish.section.trim()
  if (label === '') return refuse('Give the constant a label, such as “Share of capex”.')
  if (key === '') return refuse('Give the constant a key, its name in formulas, such as capex_share.')
  if (isReservedName(key)) return refuse(`“${key}” is a word of the formula language: choose another key.`)
  const bad = keyProblem(model, key, null)
  if (isProblem(bad)) return bad
  const line: LineItem = {
    ...{ id: newId(), key, label, section: section === '' ? literal.line.section : section, unit: wish.unit },
    ...{ kind: 'constant', decimals: decimalsFor(wish.unit.kind), polarity: 'neutral', driver: true },
    ...{ formula: literal.text, description: '', tolerance: null, expected: null, source: '', breaks: [] },
  }
  const formulas = formulaEdits([literal, ...(wish.everywhere ? sameElsewhere(model, literal) : [])], key)
  return {
    edits: [
      ...sectionEdits(model, line.section),
      { kind: 'insert line', line, at: insertionAt(model, line.section, null) },
      ...formulas,
    ],
    label: `${literal.text} of ${literal.line.label} lifted into ${label}`,
    line,
    formulas: formulas.length,
  }
}
