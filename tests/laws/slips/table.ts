// A model written as a table, one line of text for each line of the model:
//
//   key | label | unit | kind | formula | typed numbers, from the first quarter on (`.` is nothing)
//
// `## Name` begins a section. Units: `m` money, `%`, `pt`, `n` count, `x` ratio, `fx` a rate of exchange. A kind of `driver …` is a driver.

import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { emptyRow, withRow } from '#model/quarterRow.ts'
import { quarterEnding, addQuarters } from '#model/quarter.ts'
import type { Unit } from '#model/unit.ts'

export type Drawn = Readonly<Record<string, readonly number[]>>

const unitOf = (text: string): Unit => {
  switch (text) {
    case 'm':
      return { kind: 'currency', currency: 'USD', scale: 'm' }
    case 'eur':
      return { kind: 'currency', currency: 'EUR', scale: 'm' }
    case 'fx':
      return { kind: 'exchange', currency: 'USD', per: 'EUR' }
    case '%':
      return { kind: 'percent' }
    case 'pt':
      return { kind: 'points' }
    case 'n':
      return { kind: 'count' }
    default:
      return { kind: 'ratio' }
  }
}

export const tableModel = (name: string, past: number, ahead: number, table: string, drawn: Drawn): Model => {
  const first = quarterEnding(2021, 3)
  const sections: string[] = []
  const lines: LineItem[] = []
  let rows: Model['rows'] = new Map()
  for (const text of table.split('\n').map((each) => each.trim())) {
    if (text === '') continue
    if (text.startsWith('## ')) {
      sections.push(text.slice(3))
      continue
    }
    const [key = '', label = '', unit = '', kindText = '', formula = '', typed = ''] = text
      .split('|')
      .map((each) => each.trim())
    const driver = kindText.startsWith('driver')
    const kind = kindText.replace('driver ', '') as Kind
    const tolerance = kindText === 'check' ? 0.5 : null
    lines.push({
      ...{ id: key, key, label, section: sections.at(-1) ?? '', unit: unitOf(unit), decimals: unit === '%' ? 1 : 0 },
      ...{ kind: tolerance === null ? kind : 'balance', polarity: 'neutral', driver, tolerance },
      ...{
        formula: formula === '' ? null : formula,
        description: driver || kind === 'constant' ? 'As the plan says.' : '',
      },
      ...{ expected: null, source: '', breaks: [] },
    })
    const given = drawn[key]?.slice(0, past) ?? []
    const ahead = typed === '' ? [] : typed.split(/ +/).map((each) => (each === '.' ? NaN : Number(each)))
    const values = [...given, ...(given.length > 0 ? [] : ahead)]
    for (const [at, value] of values.entries()) {
      if (Number.isNaN(value)) continue
      const quarter = addQuarters(first, at)
      const row = rows.get('base')?.get(quarter) ?? emptyRow
      rows = withRow(rows, 'base', quarter, { ...row, entries: new Map(row.entries).set(key, value) })
    }
  }
  return {
    ...{ id: name, name, fiscalCalendar: { yearEndMonth: 12, yearNamedBy: 'end' }, currency: 'USD', scale: 'm' },
    timeline: { first, last: addQuarters(first, past + ahead - 1) },
    lastActual: addQuarters(first, past - 1),
    ...{ sections, lines, rows, commitments: [], waivers: [] },
    scenarios: [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
  }
}
