// The built-in example against the figures it was made from (tests/data/alibaba.csv) and against example.md: nothing here
// is computed by the code under test, expected numbers are the file's or typed by hand.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allLines, allSections, lineOf, rowOf } from '#model/model.ts'
import { isQuarter } from '#model/quarter.ts'
import { example, figures, lineOfFigure, type Figure } from './alibaba.ts'

/** Polls of a quarter that has more than one: the example uses these. */
const pollUsed = new Map([
  ['FY24 Q4', 219800],
  ['FY26 Q2', 242650],
])

const isOtherPoll = (figure: Figure): boolean =>
  figure.item === 'consensus_revenue' && (pollUsed.get(figure.fiscalQuarter) ?? figure.value) !== figure.value

const withThousands = (value: number): string => value.toLocaleString('en-US')

const mapped = figures.filter((figure) => lineOfFigure(figure) !== null && !isOtherPoll(figure))

describe('every figure of the file is in the example, with its source', () => {
  test.each(mapped.map((figure): [string, string, Figure] => [figure.fiscalQuarter, figure.item, figure]))(
    '%s %s',
    (_, __, figure) => {
      const line = lineOfFigure(figure) ?? ''
      const row = rowOf(example, 'base', figure.quarter)
      expect(row.entries.get(line)).toBe(figure.value)
      expect(row.notes.get(line)?.source ?? '').toBe(figure.source)
    },
  )

  test('and nothing else is typed in a reported quarter', () => {
    const expected = mapped.map((figure) => `${figure.quarter} ${lineOfFigure(figure)}`).sort()
    const typed = [...(example.rows.get('base') ?? [])]
      .filter(([quarter]) => quarter <= '2025-09')
      .flatMap(([quarter, row]) => [...row.entries.keys()].map((line) => `${quarter} ${line}`))
      .sort()
    expect(typed).toEqual(expected)
    expect(expected).toHaveLength(179)
  })

  test('the items left out are known', () => {
    const left = figures.filter((figure) => lineOfFigure(figure) === null).map(({ item }) => item)
    expect(new Set(left)).toEqual(new Set(['non_gaap_net_income', 'ai_cloud_capex_commitment_3y']))
  })
})

describe('notes', () => {
  /** A computed cell with a note: the growth that was quoted on another basis. */
  const isNotedAlone = (scenario: string, quarter: string, line: string): boolean =>
    scenario === 'base' && quarter === '2023-06' && line === 'cloud_yoy'

  test('every typed number has one, in every scenario', () => {
    for (const [scenario, quarters] of example.rows)
      for (const [quarter, row] of quarters) {
        const noted = [...row.notes.keys()].filter((line) => !isNotedAlone(scenario, quarter, line))
        expect(noted, `${scenario} ${quarter}`).toEqual([...row.entries.keys()])
        for (const note of row.notes.values()) expect(note.text.length, `${scenario} ${quarter}`).toBeGreaterThan(20)
      }
  })

  test('say how the figure is known', () => {
    const words = new Map([
      ['primary', 'Read in the company’s own release.'],
      ['news', 'From the press, not from the company.'],
      ['derived', 'Derived, not read.'],
      ['extract', 'Read in an extract of the company’s release.'],
    ])
    for (const figure of mapped) {
      const note = rowOf(example, 'base', figure.quarter).notes.get(lineOfFigure(figure) ?? '')
      expect(note?.text.startsWith(words.get(figure.evidence) ?? '?'), `${figure.fiscalQuarter} ${figure.item}`).toBe(
        true,
      )
    }
  })

  test('name the other polls', () => {
    for (const figure of figures.filter(isOtherPoll))
      expect(rowOf(example, 'base', figure.quarter).notes.get('consensus_revenue')?.text).toContain(
        withThousands(figure.value),
      )
  })

  test('tell the three growth rates of cloud in FY24 Q1 apart', () => {
    const { entries, notes } = rowOf(example, 'base', '2023-06')
    for (const line of ['cloud_yoy_quoted', 'cloud_yoy'])
      for (const part of ['old basis', '4.13 %', '2.9 %']) expect(notes.get(line)?.text).toContain(part)
    expect(entries.has('cloud_yoy')).toBe(false)
    expect(notes.get('cloud_yoy')?.source).toBe(notes.get('cloud_yoy_quoted')?.source)
  })

  test('are in plain words', () => {
    const texts = [...example.rows.values()]
      .flatMap((quarters) => [...quarters.values()])
      .flatMap(({ notes }) => [...notes.values()].map(({ text }) => text))
    expect(texts.filter((text) => /stored text|prior-year|YoY|equate|=|\bvia\b|where needed/.test(text))).toEqual([])
  })
})

test('the recast adds up to the published fiscal years', () => {
  const yearFrom = (...quarters: readonly string[]): number =>
    quarters.reduce((sum, quarter) => {
      const entry = isQuarter(quarter) ? rowOf(example, 'base', quarter).entries.get('cloud_revenue') : undefined
      return sum + (typeof entry === 'number' ? entry : NaN)
    }, 0)
  expect(yearFrom('2023-06', '2023-09', '2023-12', '2024-03')).toBe(106374)
  expect(yearFrom('2024-06', '2024-09', '2024-12', '2025-03')).toBe(118028)
})

test('every line has a description, and the drivers are the section Drivers', () => {
  for (const { key, description } of example.lines) expect(description.length, key).toBeGreaterThan(20)
  for (const { key, driver, section } of example.lines) expect(driver, key).toBe(section === 'Drivers')
})

describe('the drivers, as example.md has them', () => {
  const typed: readonly (readonly [string, string, `${number}-${number}`, readonly [number, number, number]])[] = [
    ['cloud_growth', 'FY26 Q3', '2025-12', [0.35, 0.38, 0.31]],
    ['rest_growth', 'FY26 Q3', '2025-12', [0, 0.01, -0.01]],
    ['rest_growth', 'FY26 Q4', '2026-03', [0.04, 0.05, 0.02]],
    ['rest_growth', 'FY27 Q1', '2026-06', [0.07, 0.09, 0.04]],
    ['rest_growth', 'FY28 Q3', '2027-12', [0.06, 0.08, 0.03]],
    ['capex_run_rate', 'FY26 Q3', '2025-12', [32000, 36000, 28000]],
    ['ebita_margin_driver', 'FY26 Q3', '2025-12', [0.11, 0.125, 0.09]],
    ['ebita_margin_driver', 'FY26 Q4', '2026-03', [0.08, 0.095, 0.06]],
    ['ebita_margin_driver', 'FY27 Q1', '2026-06', [0.11, 0.125, 0.08]],
    ['ebita_margin_driver', 'FY27 Q2', '2026-09', [0.09, 0.11, 0.06]],
  ]

  test.each(typed)('%s %s', (line, _, quarter, values) => {
    expect(['base', 'bull', 'bear'].map((scenario) => rowOf(example, scenario, quarter).entries.get(line))).toEqual(
      values,
    )
  })

  test('nothing else is typed on a driver', () => {
    const count = [...example.rows.values()]
      .flatMap((quarters) => [...quarters.values()])
      .flatMap((row) => [...row.entries.keys()])
      .filter((line) => lineOf(example, line).driver).length
    expect(count).toBe(3 * typed.length)
  })

  test.each([
    ['cloud_fade', '1%', '0.5%', '2%'],
    ['capex_growth', '2%', '3%', '-2%'],
    ['margin_gain', '2%', '3%', '1%'],
    ['cash_conversion', '95%', '100%', '85%'],
    ['fcf_share', '99%', '99%', '99%'],
  ])('%s', (line, base, bull, bear) => {
    const formulas = example.scenarios.map((scenario) => scenario.formulas.get(line) ?? lineOf(example, line).formula)
    expect(formulas).toEqual([base, bull, bear])
  })
})

test('the commitment and its four readings', () => {
  const [commitment] = example.commitments
  expect(commitment).toMatchObject({
    kind: 'floor',
    amount: 380000,
    section: 'Pacing',
    reading: { counts: 'capex', first: '2025-06', delay: 0, quarters: 12 },
  })
  expect(commitment?.otherReadings.map(({ counts, first, quarters }) => [counts, first, quarters])).toEqual([
    ['capex', '2025-03', 12],
    ['95% * capex', '2025-06', 12],
    ['95% * capex', '2025-03', 12],
  ])
  expect(commitment?.note.text).toContain('24 February 2025')
  expect(commitment?.note.source).toBe('http://en.people.cn/n3/2025/0224/c90000-20280703.html')
  expect(allLines(example).filter(({ section }) => section === 'Pacing')).toHaveLength(2 + 16)
  // The other readings stand in a section of their own, right after.
  expect(allSections(example)).toEqual([
    'Reported',
    'Consensus',
    'Growth and mix',
    'Drivers',
    'Pacing',
    'Pacing: workings',
    'Pacing: other readings',
    'Checks',
  ])
  expect(allLines(example).filter(({ section }) => section === 'Pacing: other readings')).toHaveLength(3 * 21)
})

test('the figures are those that came', () => {
  expect(readFileSync('tests/data/alibaba.csv', 'utf8').split('\r\n')).toHaveLength(199)
})
