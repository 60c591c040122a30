// Lines of every unit and kind, and formulas of theirs read for warnings, for tests of units.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { unitWarnings } from '#formula/unit.ts'
import type { FormulaWarning } from '#formula/unitWarning.ts'
import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Unit } from '#model/unit.ts'

const units: Readonly<Record<string, Unit>> = {
  m: { kind: 'currency', currency: 'CNY', scale: 'm' },
  bn: { kind: 'currency', currency: 'CNY', scale: 'bn' },
  亿: { kind: 'currency', currency: 'CNY', scale: '亿' },
  k: { kind: 'currency', currency: 'CNY', scale: 'k' },
  each: { kind: 'currency', currency: 'CNY', scale: '' },
  usd: { kind: 'currency', currency: 'USD', scale: 'm' },
  usdbn: { kind: 'currency', currency: 'USD', scale: 'bn' },
  eur: { kind: 'currency', currency: 'EUR', scale: 'm' },
  gbp: { kind: 'currency', currency: 'GBP', scale: 'm' },
  rate: { kind: 'exchange', currency: 'CNY', per: 'USD' },
  inverse: { kind: 'exchange', currency: 'EUR', per: 'CNY' },
  '%': { kind: 'percent' },
  points: { kind: 'points' },
  ratio: { kind: 'ratio' },
  count: { kind: 'count' },
  quarters: { kind: 'quarters' },
}

/** Key, unit, kind and formula. */
const rows: readonly string[] = [
  'revenue m flow',
  'capex m flow',
  'profit m flow',
  'revenue_bn bn flow',
  'capex_bn bn flow',
  'capex_yi 亿 flow',
  'revenue_usd usd flow',
  'capex_usdbn usdbn flow',
  'revenue_eur eur flow',
  'revenue_gbp gbp flow',
  'converted usd rate = revenue / usd_rate',
  'usd_rate rate balance',
  'cash m balance',
  'debt m balance',
  'capex_ytd m balance',
  'guidance m balance',
  'amount m constant = 380000',
  'price each rate',
  'contract k rate',
  'seats_m count balance',
  'growth % rate = yoy(revenue)',
  'margin % rate = profit / revenue',
  'share % flow',
  'quoted % balance',
  'tax % constant = 25%',
  'gain points rate',
  'fade points constant = 1%',
  'leverage ratio rate = debt / cash',
  'stores count balance',
  'orders count flow',
  'days count rate',
  'elapsed quarters balance',
  'euro_rate inverse balance',
]

const lineFrom = (row: string): LineItem => {
  const [head = '', formula = null] = row.split(' = ')
  const [key = '', unit = '', kind = ''] = head.split(' ')
  const known = units[unit]
  if (known === undefined) throw new Error(`no unit: ${row}`)
  return {
    id: `id of ${key}`,
    key,
    label: key,
    section: 'All',
    unit: known,
    kind: kind as Kind,
    decimals: 0,
    polarity: 'neutral',
    driver: false,
    formula,
    description: '',
    tolerance: null,
    expected: null,
    source: '',
    breaks: [],
  }
}

const lines = new Map(rows.map(lineFrom).map((line) => [line.id, line]))

const scope = {
  keys: new Map([...lines.values()].map(({ key, id }) => [key, id])),
  calendar: { yearEndMonth: 3, yearNamedBy: 'end' },
} as const

export const keysOfLines: readonly string[] = [...scope.keys.keys()]

/** The warnings of a formula on the line of a key. */
export const warningsIn = (key: string, text: string): readonly FormulaWarning[] => {
  const checked = checkFormula(text, scope)
  if (isFormulaProblem(checked)) throw new Error(`${text}: ${checked.sentence}`)
  const line = lines.get(`id of ${key}`)
  if (line === undefined) throw new Error(`no line: ${key}`)
  return unitWarnings(checked, line, lines)
}

/** Each warning as `kind: range`, with what is suggested in its place: `unit: capex_bn → capex_bn * 1000`. */
export const toldOf = (key: string, text: string): readonly string[] =>
  warningsIn(key, text).map(
    ({ kind, span, suggestion }) =>
      `${kind}: ${text.slice(span.start, span.end)}${suggestion === null ? '' : ` → ${suggestion}`}`,
  )

/** The formula with what the first warning suggests put in its place; null where it suggests nothing. */
export const mended = (key: string, text: string): string | null => {
  const [first] = warningsIn(key, text)
  if (first === undefined || first.suggestion === null) return null
  return text.slice(0, first.span.start) + first.suggestion + text.slice(first.span.end)
}
