// Every cell of a model as CSV and JSON, against tables written by hand.

import { expect, test } from 'vitest'
import { absenceOf } from '#analysis/absence.ts'
import { calculate } from '#engine/calculate.ts'
import { cellsJson } from '#exchange/cells.ts'
import { cellsCsv } from '#exchange/csv.ts'
import type { Model } from '#model/model.ts'
import { readRecords } from '../support/csv.ts'
import { modelText } from '../support/modelText.ts'

const csvOf = (model: Model): string => [...cellsCsv(calculate(model), absenceOf)].join('')

const recordsOf = (model: Model): readonly Readonly<Record<string, string>>[] =>
  readRecords(csvOf(model)).map((record) => Object.fromEntries(record))

const jsonOf = (model: Model): readonly Record<string, unknown>[] =>
  JSON.parse([...cellsJson(calculate(model), absenceOf)].join('')) as Record<string, unknown>[]

const small = modelText(`
  FY25 Q4 to FY26 Q4, actual to FY26 Q2
  sales 100 0 -21840.5 = sales[-1] * 2
  share rate           = 1 / sales
  speed rate           = yoy(sales)
  lost
  bad                  = sales +
  rate constant        = 4%
  open constant
  bull:
  sales . . . 7`)

test('[X6] the cells of a small model, by hand', () => {
  const rows = csvOf(small).split('\r\n')
  expect(rows[0]).toBe(
    'scenario,line_key,label,unit,kind,quarter_end,fiscal_quarter,fiscal_year,status,value,reason,reason_sentence',
  )
  expect(rows.slice(1, 13)).toEqual([
    'Base,sales,sales,count,flow,2025-03-31,FY25 Q4,,actual,100,,',
    'Base,sales,sales,count,flow,2025-06-30,FY26 Q1,,actual,0,,',
    'Base,sales,sales,count,flow,2025-09-30,FY26 Q2,,actual,-21840.5,,',
    'Base,sales,sales,count,flow,2025-12-31,FY26 Q3,,forecast,-43681,,',
    'Base,sales,sales,count,flow,2026-03-31,FY26 Q4,,forecast,-87362,,',
    'Base,sales,sales,count,flow,,,FY26,forecast,-152883.5,,',
    'Base,share,share,count,rate,2025-03-31,FY25 Q4,,calculated,0.01,,',
    'Base,share,share,count,rate,2025-06-30,FY26 Q1,,calculated,,fault,÷0',
    `Base,share,share,count,rate,2025-09-30,FY26 Q2,,calculated,${1 / -21840.5},,`,
    `Base,share,share,count,rate,2025-12-31,FY26 Q3,,forecast,${1 / -43681},,`,
    `Base,share,share,count,rate,2026-03-31,FY26 Q4,,forecast,${1 / -87362},,`,
    `Base,share,share,count,rate,,,FY26,forecast,${1 / -152883.5},,`,
  ])
  expect(rows.filter((row) => row.startsWith('Base,lost'))).toEqual([
    ...[
      '2025-03-31,FY25 Q4',
      '2025-06-30,FY26 Q1',
      '2025-09-30,FY26 Q2',
      '2025-12-31,FY26 Q3',
      '2026-03-31,FY26 Q4',
    ].map(
      (quarter) => `Base,lost,lost,count,flow,${quarter},,none,,missing,nothing is typed here and there is no formula`,
    ),
    'Base,lost,lost,count,flow,,,FY26,none,,missing,0 of 4 quarters: needs lost in FY26 Q1',
  ])
  expect(rows.filter((row) => /,(rate|open),(rate|open),/.test(row))).toEqual([
    'Base,rate,rate,count,constant,,,,assumption,0.04,,',
    'Base,open,open,count,constant,,,,none,,missing,nothing is typed here and there is no formula',
    'bull,rate,rate,count,constant,,,,assumption,0.04,,',
    'bull,open,open,count,constant,,,,none,,missing,nothing is typed here and there is no formula',
  ])
  expect(rows.filter((row) => row.includes('Base,bad'))[0]).toBe(
    'Base,bad,bad,count,flow,2025-03-31,FY25 Q4,,calculated,,fault,The formula ends after “+”: something is missing behind it.',
  )
  expect(rows.at(-1)).toBe('')
  expect(rows).toHaveLength(1 + 2 * (5 * 6 + 2) + 1)
})

test('[X6] every scenario has its own cells', () => {
  const values = recordsOf(small)
    .filter(({ scenario, line_key: key }) => scenario === 'bull' && key === 'sales')
    .map(({ value, status }) => [value, status])
  expect(values).toEqual([
    ['100', 'actual'],
    ['0', 'actual'],
    ['-21840.5', 'actual'],
    ['7', 'override'],
    ['14', 'forecast'],
    ['-21819.5', 'forecast'],
  ])
})

test('[X6] growth over nothing is n.m., and what looks at it says so', () => {
  const model = modelText(`
    FY25 Q1 to FY26 Q4, actual to FY26 Q4
    sales 0 1 1 1 5 5 5 5
    growth rate = yoy(sales)
    twice rate = growth * 2`)
  const reasons = recordsOf(model).map(
    ({ line_key: key, fiscal_quarter: quarter, reason, reason_sentence: sentence }) =>
      [key, quarter, reason, sentence].join('|'),
  )
  expect(reasons).toContain('growth|FY26 Q1|n.m.|n.m.: growth over a base of zero or less')
  expect(reasons).toContain('twice|FY26 Q1|n.m.|depends on growth in FY26 Q1, which is n.m.')
  expect(reasons).toContain('growth|FY25 Q1|missing|needs sales in FY24 Q1, before the timeline')
})

test('[X6] JSON says the same: numbers as numbers, nothing as null, texts as they are', () => {
  const labelled: Model = { ...small, lines: small.lines.map((line) => ({ ...line, label: `=${line.label}` })) }
  const objects = jsonOf(labelled)
  expect(objects[2]).toEqual({
    ...{ scenario: 'Base', line_key: 'sales', label: '=sales', unit: 'count', kind: 'flow' },
    ...{ quarter_end: '2025-09-30', fiscal_quarter: 'FY26 Q2', fiscal_year: null },
    ...{ status: 'actual', value: -21840.5, reason: null, reason_sentence: null },
  })
  const records = recordsOf(labelled)
  expect(records[2]?.['label']).toBe("'=sales")
  expect(objects).toHaveLength(records.length)
  for (const [at, object] of objects.entries())
    for (const [name, value] of Object.entries(object))
      if (name === 'value') expect(records[at]?.[name] === '' ? null : Number(records[at]?.[name])).toBe(value)
      else if (name !== 'label') expect(records[at]?.[name]).toBe(value ?? '')
})

test('[X6] a model without lines has no cells', () => {
  expect(jsonOf({ ...small, lines: [], rows: new Map() })).toEqual([])
  expect(recordsOf({ ...small, lines: [], rows: new Map() })).toEqual([])
})

test('[X3] every double reads back as itself, from JSON too', () => {
  const hard = [0.1 + 0.2, 1 / 3, 1e-7, 5e-324, 1.7976931348623157e308, -1e21, 2 ** 53, 123456789.123456789]
  const model = modelText(`FY25 Q1 to FY26 Q4\nx ${hard.join(' ')}`)
  const quarters = jsonOf(model).filter(({ fiscal_quarter: quarter }) => quarter !== null)
  expect(quarters.map(({ value }) => value)).toEqual(hard)
  const records = recordsOf(model).filter(({ fiscal_quarter: quarter }) => quarter !== '')
  expect(records.map(({ value }) => Number(value))).toEqual(hard)
})

test('[X6] a year beyond the century of two digits is named in four', () => {
  const model: Model = {
    ...modelText('FY25 Q1 to FY25 Q4\nx 1 1 1 1'),
    timeline: { first: '2100-06', last: '2101-03' },
  }
  expect(jsonOf({ ...model, lastActual: null, rows: new Map() }).at(-1)?.['fiscal_year']).toBe('FY2101')
})

test('[X7] a year is calculated up to the last actual, forecast beyond it, and none where nothing could give it a value', () => {
  const model = modelText(`
    FY25 Q1 to FY26 Q4, actual to FY25 Q4
    flow_typed 1 1 1 1
    flow_gap   1 . . .           = 5
    cash balance . . . 4
    cash_early balance 4 4 4 .
    typed_rate rate 1 1 1 1 1 1 1 1
    made_rate rate               = flow_typed * 2
    fixed constant               = 3`)
  const statuses = recordsOf(model)
    .filter(({ fiscal_year: year }) => year !== '')
    .map(({ line_key: key, fiscal_year: year, status }) => [key, year, status].join(' '))
  expect(statuses).toEqual([
    'flow_typed FY25 calculated',
    'flow_typed FY26 none',
    'flow_gap FY25 calculated',
    'flow_gap FY26 forecast',
    'cash FY25 calculated',
    'cash FY26 none',
    'cash_early FY25 none',
    'cash_early FY26 none',
    'typed_rate FY25 none',
    'typed_rate FY26 none',
    'made_rate FY25 calculated',
    'made_rate FY26 forecast',
  ])
})
