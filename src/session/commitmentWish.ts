// What the dialog of a commitment asks, as typed; and what that comes to, read field by field: the first field that cannot
// be says why.

import { plainDecimal } from '#exchange/decimal.ts'
import { readNumber } from '#exchange/number.ts'
import { readConstant } from '#formula/constant.ts'
import {
  planNumbered,
  type Commitment,
  type CommitmentId,
  type CommitmentKind,
  type PlanShape,
} from '#model/commitment.ts'
import { mostWindowQuarters } from '#model/commitmentInput.ts'
import type { InputPart } from '#model/commitmentParts.ts'
import { plainName, readQuarter } from '#model/fiscalCalendar.ts'
import { shownUnit } from '#model/figure.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { scaleExponents, type Scale, type Unit } from '#model/unit.ts'
import { countableLines, isCounted, readCounted, refuseFault } from './countedFormula.ts'
import { inputPlace, type Landing } from './inputLanding.ts'
import { readSource } from './noteEdit.ts'
import { refuse } from './proposal.ts'

export type CommitmentWish = {
  readonly name: string
  /** As typed, in the unit of what counts: `380bn`. */
  readonly amount: string
  readonly kind: CommitmentKind
  /** A formula: a line's key, or a share of one. */
  readonly counts: string
  /** As typed: `FY26 Q1`. */
  readonly first: string
  /** null where the field is empty. */
  readonly quarters: number | null
  readonly plan: PlanShape
  /** What the reading is called; null: by what it counts and where it begins. */
  readonly readingName: string | null
  readonly note: string
  readonly source: string
  /** Where each input lands; what is not chosen lands as from the formula bar. */
  readonly landings: Readonly<Partial<Record<InputPart, Landing>>>
  /** Whether the timeline is to reach the window's end. */
  readonly isTimelineGrown: boolean
  /** Whether a plan typed by quarter is filled with the plan there was. */
  readonly isPlanFilled: boolean
}

/** Money as one would type it: `380bn`, `39,824` where it is small. */
const amountText = (amount: number, unit: Unit, scale: Scale | null): string => {
  if (unit.kind !== 'currency') return plainDecimal(amount)
  const places = scaleExponents[unit.scale]
  const shown = shownUnit(unit, scale)
  if (amount >= Number(`1e${9 - places}`)) return `${plainDecimal(amount, places - 9)}bn`
  return plainDecimal(amount, shown.kind === 'currency' ? places - scaleExponents[shown.scale] : 0)
}

/** What the dialog starts from for a new commitment. */
export const newWish = (model: Model): CommitmentWish => {
  const counts = countableLines(model)[0]?.key ?? ''
  const first = model.lastActual ?? model.timeline.first
  return {
    ...{ name: '', amount: '', kind: 'floor', counts, first: plainName(first, model.fiscalCalendar), quarters: 12 },
    ...{ plan: 'straight', readingName: null, note: '', source: '', landings: {} },
    ...{ isTimelineGrown: true, isPlanFilled: true },
  }
}

/** What it starts from for one there is, as the scenario shown has it. */
export const wishOf = (
  model: Model,
  commitment: Commitment,
  shown: ScenarioId,
  scale: Scale | null,
): CommitmentWish => {
  const { name, kind, unit, note, reading } = commitment
  const formula = (part: InputPart): string => inputPlace(model, commitment, part, shown).formula
  const number = (part: InputPart): number => {
    const read = readConstant(formula(part))
    return typeof read === 'number' ? read : NaN
  }
  const [amount, delay, quarters] = [number('amount'), number('delay'), number('quarters')]
  const first = addQuarters(reading.first, Number.isInteger(delay) ? delay : reading.delay)
  return {
    ...{ name, kind, counts: formula('counting'), readingName: null },
    amount: Number.isNaN(amount) ? formula('amount') : amountText(amount, unit, scale),
    first: plainName(first, model.fiscalCalendar),
    quarters: Number.isNaN(quarters) ? null : quarters,
    plan: planNumbered(number('plan')) ?? commitment.plan,
    ...{ note: note.text, source: note.source ?? '', landings: {}, isTimelineGrown: true, isPlanFilled: false },
  }
}

export type ReadWish = {
  readonly name: string
  readonly amount: number
  readonly counts: string
  readonly unit: Unit
  readonly first: Quarter
  readonly quarters: number
  readonly last: Quarter
  readonly note: Note
}

export const readAmount = (text: string, unit: Unit, scale: Scale | null): number | Problem => {
  const amount = readNumber(text, unit, shownUnit(unit, scale))
  if (isProblem(amount)) return amount
  return 'value' in amount && amount.value > 0 ? amount.value : refuse(`“${text}” is not an amount above 0.`)
}

/** The window's first and last quarter, or why it cannot be. */
export const readWindow = (
  model: Pick<Model, 'fiscalCalendar'>,
  { first, quarters }: Pick<CommitmentWish, 'first' | 'quarters'>,
): { readonly first: Quarter; readonly last: Quarter; readonly quarters: number } | Problem => {
  const begins = readQuarter(first, model.fiscalCalendar)
  if (begins === null) return refuse(`“${first}” is not a quarter of this fiscal year: write it as FY26 Q1.`)
  if (quarters === null || !Number.isInteger(quarters) || quarters < 1 || quarters > mostWindowQuarters)
    return refuse(`The window takes a whole number of quarters from 1 to ${mostWindowQuarters}.`)
  return { first: begins, last: addQuarters(begins, quarters - 1), quarters }
}

/** How what counts is to be read: `unit` is the one it has to come out in, null where the commitment takes its own from it. */
export type CountsAsked = {
  readonly unit: Unit | null
  readonly commitment: CommitmentId | null
  /** Where nobody typed it, it stands as it is, whatever it is. */
  readonly isTyped: boolean
}

export const readWish = (
  model: Model,
  wish: CommitmentWish,
  { unit, commitment, isTyped }: CountsAsked,
  scale: Scale | null,
): ReadWish | Problem => {
  const name = wish.name.trim()
  if (name === '') return refuse('Give the commitment a name, such as “380 bn for AI”.')
  const counted =
    isTyped || unit === null
      ? readCounted(model, wish.counts, unit, commitment)
      : { formula: wish.counts, unit, warnings: [] }
  if (!isCounted(counted)) return refuseFault(counted)
  const amount = readAmount(wish.amount, counted.unit, scale)
  if (isProblem(amount)) return amount
  const window = readWindow(model, wish)
  if (isProblem(window)) return window
  const source = readSource(wish.source)
  if (isProblem(source)) return source
  const note = { text: wish.note.trim(), source }
  return { name, amount, counts: counted.formula, unit: counted.unit, ...window, note }
}
