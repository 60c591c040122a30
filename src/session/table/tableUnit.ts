// What the lines of a pasted table count: as their names, a column of units, the cells' own signs, a heading or the words of a
// label say. A guess from words alone is the last resort, and is shown before anything is made.

import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Scale, Unit } from '#model/unit.ts'
import { isUnitCell, unitIn } from '../pastedUnit.ts'

/** A unit as a table states it; null stands for what the table does not say. */
export type TableUnit =
  | { readonly kind: 'currency'; readonly currency: string | null; readonly word: string | null }
  | { readonly kind: 'percent' | 'ratio' | 'quarters' }
  | { readonly kind: 'exchange'; readonly currency: string; readonly per: string }
  /** `word` is what its numbers are counted in: thousands, millions; basis points. */
  | { readonly kind: 'count' | 'points'; readonly word: string | null }

const signs: readonly (readonly [RegExp, TableUnit])[] = [
  [/^(?:in\s+)?(?:%|per ?cent|pct\.?)(?: of \w[\w ]*)?$/i, { kind: 'percent' }],
  [/^(?:pp|ppts?|pts|points|percentage points)$/i, { kind: 'points', word: null }],
  [/^(?:bps|basis points)$/i, { kind: 'points', word: 'bps' }],
  [/^(?:x|×|times|ratio|倍)$/i, { kind: 'ratio' }],
  [/^(?:quarters|qtrs)$/i, { kind: 'quarters' }],
  [/^(?:#|no\.?|units?|persons?|people|count|headcount|人|个|家)$/i, { kind: 'count', word: null }],
  [
    /^(?:k|thousand|m|mn|million|bn|billion) (?:units?|users|persons|people|customers)$/i,
    { kind: 'count', word: null },
  ],
  [/^(?:万人|万户)$/, { kind: 'count', word: '万' }],
]

const codes =
  'USD|EUR|GBP|JPY|CNY|RMB|HKD|KRW|INR|TWD|SGD|AUD|CAD|NZD|CHF|SEK|NOK|DKK|BRL|MXN|IDR|THB|VND|MYR|PHP|ZAR|ILS|PLN'
const codeForm = new RegExp(String.raw`^(?<code>${codes})(?: ?(?<word>k|m|mn|mm|bn))?$`)
const wordAloneForm = /^(?:k|m|mn|mm|b|bn|['’]?000s?)$/

const exchangeForm = new RegExp(String.raw`^(?<currency>${codes}) per (?<per>${codes})$`)

const countWord = (text: string): string | null => unitIn(text.replace(/ .*/, ''))?.word ?? null

/** The unit that a cell is, and nothing else. */
export const unitOfCell = (text: string): TableUnit | null => {
  const bare = text
    .trim()
    .replace(/^[([]|[)\]]$/g, '')
    .trim()
  const sign = signs.find(([form]) => form.test(bare))?.[1]
  if (sign !== undefined) return sign.kind === 'count' ? { ...sign, word: sign.word ?? countWord(bare) } : sign
  const exchange = exchangeForm.exec(bare.replaceAll('US$', 'USD'))?.groups
  if (exchange !== undefined)
    return { kind: 'exchange', currency: exchange['currency'] ?? '', per: exchange['per'] ?? '' }
  const code = codeForm.exec(bare)?.groups
  if (!isUnitCell(bare) && !wordAloneForm.test(bare) && code === undefined) return null
  const money = unitIn(bare) ?? (code === undefined ? null : { currency: null, word: null })
  if (money === null) return null
  const word = money.word ?? (code?.['word'] === undefined ? null : (unitIn(code['word'])?.word ?? null))
  return { kind: 'currency', currency: money.currency ?? code?.['code'] ?? null, word }
}

const endForm = /\s*(?:[([{](?<inner>[^()[\]{}]*)[)\]}]|,\s*(?<behind>[^,]+)|\s(?<sign>%))\s*$/

/** A label without the unit it states, and that unit: `Revenue (RMB m)` is Revenue, in RMB m. */
export const labelAndUnit = (label: string): { readonly label: string; readonly unit: TableUnit | null } => {
  const found = endForm.exec(label)
  const text = found?.groups?.['inner'] ?? found?.groups?.['behind'] ?? found?.groups?.['sign'] ?? ''
  const unit = text === '' ? null : unitOfCell(text)
  return unit === null || found === null || found.index === 0
    ? { label: label.trim(), unit: null }
    : { label: label.slice(0, found.index).trim(), unit }
}

const percentWords =
  /\b(?:margin|growth|yoy|y\/y|qoq|q\/q|share of|% of|percent(?:age)?|tax rate|penetration|take rate|churn|yield)\b|率|同比|环比|占比/i
const countWords =
  /\b(?:users?|subscribers?|members?|employees|headcount|customers|stores|outlets|units|shares|orders|deliveries|shipments|vehicles|parcels|(?:gross|net) adds|[MDW]AUs?|ADS(?:s|es))\b|用户|员工|门店|股数|订单|交付/i
const moneyWords =
  /\b(?:revenues?|sales|costs?|expenses?|price|value|profit|income|cash|GMV|ARPU|per)\b|收入|成本|费用|利润/i
const balanceWords =
  /\b(?:cash|debt|assets?|liabilit(?:y|ies)|equity|inventor(?:y|ies)|receivables?|payables?|balance|backlog|borrowings?|goodwill|deposits|loans|RPO|ARR|MRR)\b|现金|资产|负债|权益|存货|应收|应付|借款/i
const flowWords =
  /\b(?:flows?|from|capex|purchases?|proceeds|changes?|increase|decrease|sales?|returns?|interest|income|expenses?|costs?|additions|adds|new|churned|lost|gained|orders|deliveries|shipments|sold|delivered|repaid|repayments?)\b|流|新增|收益|费用|交付/i
/** Lengths of time told in days: neither added up over a year nor a level of things. */
const daysWords = /\bdays\b|\bD[SPI]O\b/i
/** Days that a quarter has so many of. */
const calendarDaysWords = /\b(?:trading|working|business|operating) days\b/i
const ratioWords = /\bbook[- ]to[- ]bill\b|\b(?:current|quick) ratio\b/i
/** What is received ahead is a level, though its name ends in a flow's. */
const deferredForm = /\b(?:deferred|unearned) (?:revenues?|income)\b/gi
const perShareWords = /\bE[PB]S\b|\bper (?:ordinary )?(?:share|ADS)\b|\bDPS\b|每股/i

/** Whether a label is of an amount a share, which is in units whatever the scale of the model. */
export const isPerShare = (label: string): boolean => perShareWords.test(label)

/** What a label’s words say of its unit; null where they say nothing. */
export const unitOfWords = (label: string): TableUnit | null => {
  if (isPerShare(label)) return { kind: 'currency', currency: null, word: '' }
  if (percentWords.test(label)) return { kind: 'percent' }
  if (ratioWords.test(label)) return { kind: 'ratio' }
  if (daysWords.test(label)) return { kind: 'count', word: null }
  return countWords.test(label) && !moneyWords.test(label) ? { kind: 'count', word: null } : null
}

/** A new line; where it is an amount a share, in units whatever the scale of the model, with cents. */
export const inUnitsIfPerShare = (line: LineItem): LineItem =>
  line.unit.kind === 'currency' && isPerShare(line.label)
    ? { ...line, unit: { ...line.unit, scale: '' }, decimals: Math.max(line.decimals, 2) }
    : line

export const kindOf = (label: string, unit: Unit['kind']): Kind => {
  if (unit !== 'currency' && unit !== 'count') return 'rate'
  if (unit === 'count' && daysWords.test(label)) return calendarDaysWords.test(label) ? 'flow' : 'rate'
  const isBalance = unit === 'count' ? /./ : balanceWords
  const words = label.replace(deferredForm, 'balance')
  return isBalance.test(words) && !flowWords.test(words) && !isPerShare(label) ? 'balance' : 'flow'
}

const scaleWords = new Map<string, Scale>([
  ...(['k', 'm', 'bn', '万', '亿', ''] as const).map((scale): [string, Scale] => [scale, scale]),
  ['tn', 'bn'],
])

/** A scale that lines can be kept in, of a word as tables state it. */
export const scaleOfWord = (word: string | null): Scale | null =>
  word === null ? null : (scaleWords.get(word) ?? null)

/** The unit of a line, where `usual` is that of the model's money. */
export const unitOfTable = (unit: TableUnit, usual: { readonly currency: string; readonly scale: Scale }): Unit => {
  if (unit.kind === 'exchange') return unit
  if (unit.kind !== 'currency') return { kind: unit.kind }
  const currency = unit.currency ?? usual.currency
  return { kind: 'currency', currency, scale: scaleOfWord(unit.word) ?? usual.scale }
}
