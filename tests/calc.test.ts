// The command `npm run calc`, started as a user starts it, on files in a folder of its own. What must come out for the example
// is example.md's, worked out by hand, and Alibaba's verified quarters.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRecords } from './support/csv.ts'

const command = resolve('.config/calc.mjs')
const example = resolve('public/examples/alibaba.json')
const folder = mkdtempSync(join(tmpdir(), 'paceline-calc-'))

/** A model of many cells: its output is longer than any pipe holds at once. */
const longModel = (lines: number): string =>
  JSON.stringify({
    ...{ format: 'paceline model', version: 1, name: 'Long', fiscalCalendar: { yearEndMonth: 12 } },
    ...{ timeline: { first: '2001-03', last: '2025-12' }, lastActual: null, currency: 'USD', scale: 'm' },
    lines: Array.from({ length: lines }, (_, at) => ({
      ...{ key: `line_${at}`, unit: { kind: 'count' }, kind: 'flow', formula: `quarter_index + ${at}` },
    })),
    scenarios: [{ id: 'base', name: 'Base', parent: null }],
  })

beforeAll(() => {
  const document = JSON.parse(readFileSync(example, 'utf8')) as Record<string, unknown>
  const files: Readonly<Record<string, string>> = {
    'cut off.json': readFileSync(example, 'utf8').slice(0, 40_000),
    'empty.json': '',
    'text.json': 'no JSON at all',
    'other.json': '{"name": "else"}',
    'newer.json': JSON.stringify({ ...document, version: 2 }),
    'unsound.json': JSON.stringify({ ...document, lastActual: '2031-03' }),
    'long.json': longModel(60),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'latin.json'), Buffer.from([0x7b, 0xe9, 0x7d]))
  mkdirSync(join(folder, 'folder'))
})

afterAll(() => rmSync(folder, { recursive: true }))

type Outcome = { readonly code: number | null; readonly out: string; readonly errors: string }

const calc = (given: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}): Outcome => {
  const { INIT_CWD: _, npm_lifecycle_event: __, ...plain } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...given], {
    ...{ cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...plain, ...environment } },
  })
  return { code: status, out: stdout, errors: stderr }
}

describe('the example', () => {
  const { code, out, errors } = calc([example])
  const cells = readRecords(out)

  /** A value by scenario, line and time: a quarter's last day, a year's name, or '' for a constant. */
  const valueOf = (scenario: string, key: string, time: string): number => {
    const found = cells.filter(
      (cell) =>
        cell.get('scenario') === scenario &&
        cell.get('line_key') === key &&
        (cell.get('quarter_end') === time || cell.get('fiscal_year') === time) &&
        (time !== '' || cell.get('kind') === 'constant'),
    )
    expect(found, `${scenario} ${key} ${time}`).toHaveLength(1)
    const text = found[0]?.get('value') ?? ''
    return text === '' ? NaN : Number(text)
  }

  test('[X6] is printed whole, with nothing on standard error', () => {
    expect([code, errors]).toEqual([0, ''])
    expect(out.startsWith('scenario,line_key,')).toBe(true)
    expect(out.endsWith('\r\n')).toBe(true)
    expect(new Set(cells.map((cell) => cell.get('scenario')))).toEqual(new Set(['Base', 'Bull', 'Bear']))
  })

  test('[X6] every verified quarter stands in it as reported', () => {
    const items = new Map([
      ...['revenue', 'capex', 'adjusted_ebita', 'free_cash_flow', 'operating_income', 'sales_marketing'].map(
        (each) => [each, each] as const,
      ),
      ['capex_fcf_line', 'capex_fcf'],
    ])
    const verified = readRecords(readFileSync('tests/data/alibaba.csv', 'utf8')).filter((row) =>
      items.has(row.get('item') ?? ''),
    )
    expect(verified.length).toBeGreaterThan(60)
    for (const row of verified)
      expect(valueOf('Bear', items.get(row.get('item') ?? '') ?? '', row.get('quarter_end') ?? '')).toBe(
        Number(row.get('value')),
      )
  })

  test.each<[key: string, time: string, value: number, digits: number]>([
    ['revenue', 'FY25', 996_347, 0],
    ['capex', 'FY25', 85_972, 0],
    ['revenue_yoy', 'FY25', 0.0586, 4],
    ['cloud_yoy', 'FY25', 0.1096, 4],
    ['cloud_share', 'FY25', 0.1185, 4],
    ['capex_intensity', 'FY25', 0.0863, 4],
    ['revenue_usd', 'FY25', 137_300, 0],
    ['revenue_yoy', '2025-09-30', 0.0477, 4],
    ['cloud_yoy', '2025-09-30', 0.34495, 5],
    ['cloud_acceleration_streak', '2025-09-30', 8, 9],
    ['capex_ttm', '2025-09-30', 126_564, 0],
    ['ai_capex_counted', '2025-09-30', 70_177, 0],
    ['ai_capex_completion', '2028-03-31', 10.938, 3],
    ['ai_capex_amount', '', 380_000, 0],
    ['fcf_share', '', 0.99, 9],
  ])('[X6] Base, %s %s is %d', (key, time, value, digits) => {
    expect(valueOf('Base', key, time)).toBeCloseTo(value, digits)
  })

  test.each<[scenario: string, key: string, time: string, value: number, digits: number]>([
    ['Bull', 'ai_capex_completion', '2028-03-31', 9.767, 3],
    ['Bear', 'ai_capex_completion', '2028-03-31', NaN, 0],
    ['Bull', 'ai_capex_counted', '2028-03-31', 482_877, 0],
    ['Bear', 'ai_capex_counted', '2028-03-31', 326_275, 0],
    ['Bull', 'cloud_yoy', 'FY27', 0.3621, 4],
    ['Bear', 'free_cash_flow', 'FY27', -29_820, -1],
  ])('[X6] %s, %s %s is %d', (scenario, key, time, value, digits) => {
    const found = valueOf(scenario, key, time)
    if (Number.isNaN(value)) expect(found).toBeNaN()
    else expect(found).toBeCloseTo(value, digits)
  })

  test('[X6] a cell without a value says why in the words of the matter, one with a value says nothing', () => {
    const open = cells.find(
      (cell) =>
        cell.get('scenario') === 'Bear' &&
        cell.get('line_key') === 'ai_capex_completion' &&
        cell.get('quarter_end') === '2028-03-31',
    )
    expect(open?.get('reason')).toBe('missing')
    expect(open?.get('reason_sentence')).toBe('380 bn is not reached by FY28 Q4')
    for (const cell of cells) {
      expect(cell.get('value') === '').toBe(cell.get('reason') !== '')
      expect(cell.get('reason') === '').toBe(cell.get('reason_sentence') === '')
    }
  })

  test('[X6] --json gives the same cells, wherever it stands among the arguments', () => {
    const { out: text } = calc([example, '--json'])
    expect(calc(['--json', '--', example]).out).toBe(text)
    const objects = JSON.parse(text) as Record<string, unknown>[]
    expect(objects).toHaveLength(cells.length)
    for (const [at, object] of objects.entries()) {
      expect(Object.keys(object)).toEqual([...(cells[at]?.keys() ?? [])])
      expect(object['value']).toBe(cells[at]?.get('value') === '' ? null : Number(cells[at]?.get('value')))
    }
  })
})

describe('where the file lies', () => {
  test('[X6] by a path from the folder the user stands in, with npm too', () => {
    const here = calc(['long.json'])
    expect(here.code).toBe(0)
    expect(readRecords(here.out)).toHaveLength(60 * (100 + 25))
    const environment = { npm_lifecycle_event: 'calc', INIT_CWD: join(folder, 'folder') }
    expect(calc(['../long.json'], '', environment)).toEqual(here)
    expect(calc(['long.json'], '', { npm_lifecycle_event: 'test', INIT_CWD: join(folder, 'folder') })).toEqual(here)
  })

  test('[X6] on standard input, by the name -', () => {
    const text = readFileSync(join(folder, 'long.json'), 'utf8')
    expect(calc(['-'], text)).toEqual(calc(['long.json']))
  })
})

describe('what is not printed', () => {
  test.each([
    ['none.json', 'none.json: there is no such file.'],
    ['folder', 'folder: this is a folder, not a file.'],
    ['empty.json', 'empty.json: This file is empty: there is no model in it.'],
    ['text.json', 'text.json: This file is not JSON: it cannot be read from line 1, column 1 on.'],
    ['latin.json', 'latin.json: This file is not text in UTF-8.'],
    ['cut off.json', 'cut off.json: This file is not complete: it stops in the middle, at line '],
    ['other.json', 'other.json: This is not a Paceline model: it lacks "format": "paceline model" and a version.'],
    ['newer.json', 'newer.json: This model was saved by a newer Paceline (version 2).'],
    ['unsound.json', 'unsound.json: The model cannot be read: its last actual lies outside its timeline.'],
  ])('[X8] %s is told in a sentence on standard error', (file, sentence) => {
    const { code, out, errors } = calc([file])
    expect([code, out]).toEqual([1, ''])
    expect(errors.slice(0, sentence.length)).toBe(sentence)
    expect(errors).toMatch(/^[^\n]+\.\n$/)
  })

  test.each([
    [[], 'Name the model file to calculate: npm run -s calc -- FILE.'],
    [['--csv', 'long.json'], 'There is no option --csv; there are --json and --help.'],
    [['long.json', 'other.json'], 'One file at a time: “long.json” and “other.json” were given.'],
  ])('[X8] %j is not understood', (given, sentence) => {
    expect(calc(given)).toEqual({ code: 2, out: '', errors: `${sentence}\n` })
  })

  test('[X8] --help prints how to use it', () => {
    const { code, out, errors } = calc(['--help'])
    expect([code, errors]).toEqual([0, ''])
    expect(out).toContain('npm run -s calc -- [--json] FILE')
    expect(calc(['--help', '--nonsense', 'none.json']).out).toBe(out)
  })

  // Windows has no shell that would start it so; what is tried is Node's own doing there.
  test.skipIf(process.platform === 'win32')(
    '[X8] a reader that leaves early is no fault, and a slow one misses nothing',
    () => {
      const shell = (text: string): Outcome => {
        const { status, stdout, stderr } = spawnSync('sh', ['-c', text], { cwd: folder, encoding: 'utf8' })
        return { code: status, out: stdout, errors: stderr }
      }
      const start = `"${process.execPath}" "${command}" long.json`
      const left = shell(`{ ${start}; echo "exit $?" >&2; } | head -n 2`)
      expect([left.out.split('\r\n').length, left.errors]).toEqual([3, 'exit 0\n'])
      const slow = shell(`${start} | { sleep 1; wc -l; }`)
      expect([Number(slow.out), slow.errors]).toEqual([60 * (100 + 25) + 1, ''])
    },
  )
})
