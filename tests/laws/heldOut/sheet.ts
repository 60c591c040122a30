// A company's model written as a table, one line of text for each line of the model:
//
//   key | label | unit | kind | formula | reason
//
// `## Name` begins a section. Units: `m` the company's money in millions, `USD m`, `USD k`, `each` money as it is, `fx USD/EUR` a rate of exchange, `%`,
// `pt`, `n` a count, `x` a ratio. `driver rate` is a driver; a kind of `check 1` is a check with that tolerance; the reason is a driver's note.
// What is reported stands in `past`, what is assumed in `ahead`, what Bull assumes instead in `bull`.

import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { addQuarters, quarterEnding, type Quarter } from '#model/quarter.ts'
import { emptyRow, withRow } from '#model/quarterRow.ts'
import type { Scale, Unit } from '#model/unit.ts'

export type Series = Readonly<Record<string, readonly number[]>>

export type Company = {
  readonly name: string
  readonly yearEndMonth: number
  readonly first: readonly [year: number, month: number]
  readonly currency: string
  readonly quarters: { readonly past: number; readonly ahead: number }
  readonly table: string
  readonly past: Series
  readonly ahead: Series
  readonly bull: Series
}

const unitOf = (text: string, own: string): Unit => {
  const kinds = { '%': 'percent', pt: 'points', n: 'count', x: 'ratio' } as const
  if (text in kinds) return { kind: kinds[text as keyof typeof kinds] }
  if (text === 'each') return { kind: 'currency', currency: own, scale: '' }
  if (text.startsWith('fx ')) {
    const [currency = '', per = ''] = text.slice(3).split('/')
    return { kind: 'exchange', currency, per }
  }
  const [first = '', second] = text.split(' ')
  return second === undefined
    ? { kind: 'currency', currency: own, scale: first as Scale }
    : { kind: 'currency', currency: first, scale: second as Scale }
}

const lineOf = (text: string, section: string, currency: string): LineItem => {
  const [key = '', label = '', unit = '', kindText = '', formula = '', reason = ''] = text
    .split('|')
    .map((each) => each.trim())
  const driver = kindText.startsWith('driver ')
  const check = /^check (.+)$/.exec(kindText)?.[1]
  return {
    id: key,
    key,
    label,
    section,
    unit: unitOf(unit, currency),
    kind: check === undefined ? (kindText.replace('driver ', '') as Kind) : 'balance',
    decimals: unit === '%' ? 1 : 0,
    polarity: 'neutral',
    driver,
    formula: formula === '' ? null : formula,
    description: reason,
    tolerance: check === undefined ? null : Number(check),
    expected: null,
    source: '',
    breaks: [],
  }
}

export const modelOf = (company: Company): Model => {
  const { quarters, currency } = company
  const first = quarterEnding(company.first[0], company.first[1])
  const sections: string[] = []
  const lines: LineItem[] = []
  for (const text of company.table.split('\n').map((each) => each.trim()))
    if (text.startsWith('## ')) sections.push(text.slice(3))
    else if (text !== '') lines.push(lineOf(text, sections.at(-1) ?? '', currency))
  let rows: Model['rows'] = new Map()
  const type = (scenario: string, series: Series, from: Quarter): void => {
    for (const [key, values] of Object.entries(series))
      for (const [at, value] of values.entries()) {
        const quarter = addQuarters(from, at)
        const row = rows.get(scenario)?.get(quarter) ?? emptyRow
        rows = withRow(rows, scenario, quarter, { ...row, entries: new Map(row.entries).set(key, value) })
      }
  }
  const forecast = addQuarters(first, quarters.past)
  type('base', company.past, first)
  type('base', company.ahead, forecast)
  type('bull', company.bull, forecast)
  return {
    id: company.name,
    name: company.name,
    fiscalCalendar: { yearEndMonth: company.yearEndMonth, yearNamedBy: 'end' },
    timeline: { first, last: addQuarters(forecast, quarters.ahead - 1) },
    lastActual: addQuarters(forecast, -1),
    currency,
    scale: 'm',
    sections,
    lines,
    scenarios: [
      { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
      { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: new Map() },
    ],
    waivers: [],
    commitments: [],
    rows,
  }
}
