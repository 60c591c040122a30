// CSV, read back by a small RFC 4180 reader of the test's own.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Figures } from '#exchange/cells.ts'
import { tidyCsv, wideCsv } from '#exchange/csv.ts'
import { calculate } from '#engine/calculate.ts'
import { fromJson } from '#exchange/json.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import type { Note } from '#model/quarterRow.ts'
import { readRfc4180 } from '../support/rfc4180.ts'

const line = (id: string, more: Partial<LineItem> = {}): LineItem => ({
  id,
  key: id,
  label: id,
  section: 'Reported',
  unit: { kind: 'currency', currency: 'RMB', scale: 'm' },
  kind: 'flow',
  decimals: 0,
  polarity: 'neutral',
  driver: false,
  formula: null,
  description: '',
  tolerance: null,
  expected: null,
  source: '',
  breaks: [],
  ...more,
})

/** Five quarters from FY25 Q4 to FY26 Q4, so that one fiscal year is whole and one is not. */
const modelWith = (lines: readonly LineItem[]): Model => ({
  id: 'm',
  name: 'Small',
  fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
  timeline: { first: '2025-03', last: '2026-03' },
  lastActual: '2025-09',
  currency: 'RMB',
  scale: 'm',
  sections: ['Reported', '=Drivers'],
  lines,
  scenarios: [
    { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
    { id: 'bull', name: '@Bull, "the best"', parent: 'base', colour: 'green', formulas: new Map() },
  ],
  waivers: [],
  commitments: [],
  rows: new Map([['base', new Map([['2025-09', { entries: new Map([['revenue', -21840]]), notes: new Map() }]])]]),
})

const figuresOf = (model: Model, value: (scenario: string, line: string, quarter: string) => number): Figures => ({
  model,
  valueOf: value,
  yearOf: (scenario, id, year) => value(scenario, id, `${year}`),
  constantOf: (scenario, id) => value(scenario, id, 'constant'),
})

const small = modelWith([
  line('revenue', { label: 'Revenue, "net"' }),
  line('growth', {
    label: '=1+1',
    section: '=Drivers',
    unit: { kind: 'percent' },
    kind: 'constant',
    driver: true,
    formula: '-2%',
  }),
])

const smallFigures = figuresOf(small, (scenario, id, quarter) => {
  if (id === 'growth') return -0.02
  if (quarter === '2025-09') return -21840
  if (quarter === '2026') return 0.1 + 0.2
  return scenario === 'bull' && quarter === '2026-03' ? 1e-7 : NaN
})

test('[X1] the wide layout, by hand', () => {
  expect(wideCsv(smallFigures, ['base', 'bull'])).toBe(
    '\ufeffscenario,section,key,label,unit,constant,FY25 Q4,FY26 Q1,FY26 Q2,FY26 Q3,FY26 Q4,FY26\r\n' +
      'Base,Reported,revenue,"Revenue, ""net""",RMB m,,,,-21840,,,0.30000000000000004\r\n' +
      "Base,'=Drivers,growth,'=1+1,%,-0.02,,,,,,\r\n" +
      `"'@Bull, ""the best""",Reported,revenue,"Revenue, ""net""",RMB m,,,,-21840,,0.0000001,0.30000000000000004\r\n` +
      `"'@Bull, ""the best""",'=Drivers,growth,'=1+1,%,-0.02,,,,,,\r\n`,
  )
})

const tidyHeader =
  'scenario,line_key,label,unit,quarter_end,fiscal_quarter,status,value,' +
  'note,source,checked_by,checked_at,restated_from,restated_at,restated_reason'

test('[X2] the tidy layout, by hand', () => {
  expect(tidyCsv(smallFigures, ['base'])).toBe(
    `\ufeff${tidyHeader}\r\n` +
      'Base,revenue,"Revenue, ""net""",RMB m,2025-03-31,FY25 Q4,none,,,,,,,,\r\n' +
      'Base,revenue,"Revenue, ""net""",RMB m,2025-06-30,FY26 Q1,none,,,,,,,,\r\n' +
      'Base,revenue,"Revenue, ""net""",RMB m,2025-09-30,FY26 Q2,actual,-21840,,,,,,,\r\n' +
      'Base,revenue,"Revenue, ""net""",RMB m,2025-12-31,FY26 Q3,none,,,,,,,,\r\n' +
      'Base,revenue,"Revenue, ""net""",RMB m,2026-03-31,FY26 Q4,none,,,,,,,,\r\n' +
      "Base,growth,'=1+1,%,,,assumption,-0.02,,,,,,,\r\n",
  )
})

/** The tidy row of revenue in FY26 Q2, −21,840 typed, with a note, and a source of its line. */
const notedRow = (note: Note, source = ''): string | undefined => {
  const row = { entries: new Map([['revenue', -21840]]), notes: new Map([['revenue', note]]) }
  const rows = new Map([['base', new Map([['2025-09' as const, row]])]])
  const model = { ...modelWith([line('revenue', { label: 'Revenue', source })]), rows }
  const value = (_: string, __: string, quarter: string): number => (quarter === '2025-09' ? -21840 : NaN)
  return tidyCsv(figuresOf(model, value), ['base']).split('\r\n')[3]
}

const at = '2025-11-25T12:00:00.000Z'
const head = 'Base,revenue,Revenue,RMB m,2025-09-30,FY26 Q2,actual,-21840'
const wordless: Note = { text: '', source: null }

test.each<[string, Note, string, string]>([
  [
    'a note with its source',
    { text: 'Release, p. 3', source: 'https://example.com/q2.pdf' },
    '',
    `${head},"Release, p. 3",https://example.com/q2.pdf,,,,,`,
  ],
  ['a text that would run', { text: '=20+30', source: null }, '', `${head},'=20+30,,,,,,`],
  ['the source of its line', { text: 'p. 3', source: null }, '20-F', `${head},p. 3,20-F,,,,,`],
  ['a check', { ...wordless, checked: { value: -21840, by: 'LW', at } }, '', `${head},,,LW,${at},,,`],
  ['the check of another number', { ...wordless, checked: { value: -21841, by: 'LW', at } }, '', `${head},,,,,,,`],
  [
    'one restatement, from a number that is a number',
    { ...wordless, earlier: [{ value: -21000, until: at, reason: 'Recast' }] },
    '',
    `${head},,,,,-21000,${at},Recast`,
  ],
  [
    'two restatements, oldest first',
    {
      ...wordless,
      earlier: [
        { value: 20000, until: at, reason: 'Recast' },
        { value: 0.5, until: '2026-02-19T08:00:00.000Z', reason: 'Second, final' },
      ],
    },
    '',
    `${head},,,,,20000; 0.5,${at}; 2026-02-19T08:00:00.000Z,"Recast; Second, final"`,
  ],
])('[NS11] [X2] the tidy row with %s', (_, note, source, row) => {
  expect(notedRow(note, source)).toBe(row)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1+1', "'＝1+1"],
  ['Revenue - net', 'Revenue - net'],
  ['a,b', 'a,b'],
  ['say "no"', 'say "no"'],
  ['two\r\nlines', 'two\r\nlines'],
  [' blanks ', ' blanks '],
  ['亿, “quoted”', '亿, “quoted”'],
  ['', ''],
])('[X3] the label %j is read back as %j and shifts no column', (label, read) => {
  const figures = figuresOf(modelWith([line('a', { label })]), () => 7)
  for (const csv of [wideCsv(figures, ['base']), tidyCsv(figures, ['base'])]) {
    const [header = [], first = []] = readRfc4180(csv)
    expect(first[header.indexOf('label')]).toBe(read)
    expect(first).toHaveLength(header.length)
  }
})

describe('any double reads back as itself', () => {
  const hard = [
    0,
    -0,
    0.1 + 0.2,
    1 / 3,
    1e-7,
    123456789.123456789,
    1e20,
    1e21,
    1.7976931348623157e308,
    5e-324,
    -1e-21,
    2 ** 53,
  ]
  test.each([...hard, ...Array.from({ length: 200 }, (_, n) => Math.tan(n) * 10 ** ((n % 50) - 25))])(
    '[X3] %d',
    (value) => {
      const [header = [], row = []] = readRfc4180(
        tidyCsv(
          figuresOf(modelWith([line('a')]), () => value),
          ['base'],
        ),
      )
      const text = row[header.indexOf('value')] ?? ''
      expect(Number(text)).toBe(value + 0)
      if (value === 0 || (Math.abs(value) >= 1e-21 && Math.abs(value) < 1e21))
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/)
    },
  )
})

test('the example: every line in both layouts, in order, with the years in their places', () => {
  const model = fromJson(readFileSync('public/examples/alibaba.json', 'utf8'), 'a')
  if (isProblem(model)) throw new Error(model.sentence)
  const figures = figuresOf(model, () => 1)
  const scenarios = ['base', 'bull', 'bear']
  const keys = allLines(model).map(({ key }) => key)
  const [header = [], ...wide] = readRfc4180(wideCsv(figures, scenarios))
  expect(header.slice(6, 12)).toEqual(['FY23 Q1', 'FY23 Q2', 'FY23 Q3', 'FY23 Q4', 'FY23', 'FY24 Q1'])
  expect(header).toHaveLength(6 + 24 + 6)
  expect(wide.map((row) => row[2])).toEqual([...keys, ...keys, ...keys])
  expect(keys).toContain('ai_capex_from_fy25_q4_counted')
  const [, ...tidy] = readRfc4180(tidyCsv(figures, scenarios))
  const constants = allLines(model).filter(({ kind }) => kind === 'constant').length
  expect(tidy).toHaveLength(3 * (constants + 24 * (keys.length - constants)))
})

test('[X1] the example, calculated: figures stand under their quarters and years', () => {
  const model = fromJson(readFileSync('public/examples/alibaba.json', 'utf8'), 'a')
  if (isProblem(model)) throw new Error(model.sentence)
  const [header = [], ...rows] = readRfc4180(wideCsv(calculate(model), ['base', 'bear']))
  const field = (scenario: string, key: string, column: string): string | undefined =>
    rows.find((row) => row[0] === scenario && row[2] === key)?.[header.indexOf(column)]
  expect(field('Base', 'revenue', 'FY25')).toBe('996347')
  expect(field('Base', 'free_cash_flow', 'FY26 Q2')).toBe('-21840')
  expect(field('Base', 'cloud_growth', 'FY26 Q3')).toBe('0.35')
  expect(field('Bear', 'cloud_growth', 'FY26 Q3')).toBe('0.31')
  expect(field('Bear', 'cloud_fade', 'constant')).toBe('0.02')
  expect(field('Base', 'ai_capex_amount', 'constant')).toBe('380000')
  expect(field('Base', 'consensus_revenue', 'FY25 Q4')).toBe('')
  expect(Number(field('Base', 'cloud_share', 'FY25'))).toBe(118028 / 996347)
})
