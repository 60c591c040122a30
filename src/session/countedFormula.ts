// What a commitment counts, as its dialogs read it: a line's key, a share of a line, or any formula; and the name a reading
// gets from what it counts and where it begins.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { unitWarnings } from '#formula/unit.ts'
import type { CommitmentId, Reading } from '#model/commitment.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { problem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { unitName, type Unit } from '#model/unit.ts'
import { scopeOf } from '#formula/scope.ts'
import { cutOut, keptFormula, type FormulaFault } from './formulaEdit.ts'

/** How a text says what counts: a line whole, a share of it in per cent, or a formula of its own. */
export type Counting =
  | { readonly kind: 'line'; readonly key: string }
  | { readonly kind: 'share'; readonly key: string; readonly share: string }
  | { readonly kind: 'formula'; readonly text: string }

const shareForm = /^(\d+(?:\.\d+)?)% *\* *([a-z][a-z0-9_]*)$/

export const countingOf = (formula: string): Counting => {
  const text = formula.trim()
  if (/^[a-z][a-z0-9_]*$/.test(text)) return { kind: 'line', key: text }
  const [, share, key] = shareForm.exec(text) ?? []
  return share !== undefined && key !== undefined ? { kind: 'share', key, share } : { kind: 'formula', text: formula }
}

/** `95% * capex`. */
export const countingText = (counting: Counting): string => {
  switch (counting.kind) {
    case 'line':
      return counting.key
    case 'share':
      return `${counting.share.trim().replace(/ *%$/, '')}% * ${counting.key}`
    case 'formula':
      return keptFormula(counting.text)
  }
}

/** The lines that a commitment can count whole: flows of money. */
export const countableLines = ({ lines }: Pick<Model, 'lines'>): readonly LineItem[] =>
  lines.filter(({ kind, unit }) => kind === 'flow' && unit.kind === 'currency')

/** The line a choice begins with: the first that can be counted of those a formula names, else the first of all. */
export const likelyKey = (model: Pick<Model, 'lines'>, formula: string): string => {
  const keys = countableLines(model).map(({ key }) => key)
  return (formula.match(/[a-z][a-z0-9_]*/g) ?? []).find((word) => keys.includes(word)) ?? keys[0] ?? ''
}

export type Counted = {
  readonly formula: string
  /** That of the line counted, else of the first line of money in the formula. */
  readonly unit: Unit
  /** What is doubtful about its units, cut out of the formula. */
  readonly warnings: readonly FormulaFault[]
}

export const isCounted = (read: Counted | FormulaFault): read is Counted => 'formula' in read

/** As its line would be: a warning is told as of that. */
const countingLine = (unit: Unit): LineItem => ({
  ...{ id: 'counting', key: 'counting', label: 'Counted in the quarter', section: '', unit, kind: 'flow', decimals: 0 },
  ...{
    polarity: 'neutral',
    driver: false,
    formula: null,
    description: '',
    tolerance: null,
    expected: null,
    source: '',
    breaks: [],
  },
})

const whole = (text: string, sentence: string): FormulaFault => ({
  ...{ kind: null, before: '', wrong: text, after: '', sentence, suggestion: null },
})

/** Reads what counts; `unit` is the commitment's, or null where it takes that of what is counted. */
export const readCounted = (
  model: Model,
  text: string,
  unit: Unit | null,
  commitment: CommitmentId | null,
): Counted | FormulaFault => {
  const formula = keptFormula(text)
  if (formula === '') return whole(text, 'A commitment counts something: choose a line of money or type a formula.')
  if (formula.startsWith('%')) return whole(formula, 'Type the share in per cent, such as 95.')
  const checked = checkFormula(formula, scopeOf(model))
  if (isFormulaProblem(checked)) return cutOut(formula, checked)
  const lines = new Map(allLines(model).map((line) => [line.id, line]))
  const named = checked.references.flatMap(({ line }) => lines.get(line) ?? [])
  const own = commitment === null ? undefined : named.find(({ id }) => id.startsWith(`${commitment}.`))
  if (own !== undefined)
    return whole(formula, `“${own.key}” is a line of this commitment: it cannot count itself. Choose another line.`)
  const [first] = named
  if (first !== undefined && formula === first.key && first.unit.kind !== 'currency')
    return whole(formula, `“${first.label}” is in ${unitName(first.unit)}: choose a line of money.`)
  const money = named.find((line) => line.unit.kind === 'currency')?.unit
  const counted = unit ?? money ?? { kind: 'currency', currency: model.currency, scale: model.scale }
  const warnings = unitWarnings(checked, countingLine(counted), lines).map((each) => cutOut(formula, each))
  return { formula, unit: counted, warnings }
}

export const refuseFault = ({ sentence }: FormulaFault): Problem => problem('edit', { at: 'model' }, sentence)

/** What counts, in words: `Capex`, `95 % of capex`; a formula as it stands. */
const countedWords = (formula: string): string => {
  const counting = countingOf(formula)
  if (counting.kind === 'formula') return formula
  const words = counting.key.replaceAll('_', ' ')
  return counting.kind === 'share' ? `${counting.share} % of ${words}` : words.charAt(0).toUpperCase() + words.slice(1)
}

/** `95 % of capex from FY25 Q4`. */
export const readingNameFor = ({ fiscalCalendar }: Model, counts: string, first: Quarter): string =>
  `${countedWords(keptFormula(counts))} from ${plainName(first, fiscalCalendar)}`

/** A reading's name once it counts something else or begins elsewhere: its own words stay as far as they hold. */
export const readingNameAfter = (
  model: Model,
  before: Pick<Reading, 'name' | 'counts'> & { readonly first: Quarter },
  counts: string,
  first: Quarter,
): string => {
  if (keptFormula(counts) !== before.counts) return readingNameFor(model, counts, first)
  const { fiscalCalendar } = model
  return before.name.replace(plainName(before.first, fiscalCalendar), plainName(first, fiscalCalendar))
}
