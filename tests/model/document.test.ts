// The document: a model comes back from it as it was, and each kind of damage is told with its place.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '#model/edit.ts'
import { documentVersion, readDocument, toDocument } from '#model/document.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { editFrom, someSeeds } from './randomEdits.ts'
import { line, rowsWith, sample, sentenceOf, settled, textOf } from './sample.ts'

const savedAt = '2026-01-01T00:00:00.000Z'

/** The sample's document with one part of it spoilt; the path is written with points: `lines.0.kind`. */
const spoilt = (path: string, value: unknown): unknown => {
  const document: unknown = JSON.parse(textOf(sample()))
  const names = path.split('.')
  const last = names.pop() ?? ''
  let part = document
  for (const name of names) part = (part as Record<string, unknown>)[name]
  Object.assign(part as object, { [last]: value })
  return document
}

const refusal = (path: string, value: unknown): string => sentenceOf(readDocument(spoilt(path, value), 'm'))

describe('round trip', () => {
  const throughText = (model: Model): Model => settled(readDocument(JSON.parse(textOf(model)), model.id))

  test('[D1] a model comes back as it was, whatever its lines are called', () => {
    const odd = sample({
      scenarios: sample().scenarios.map((scenario) => ({ ...scenario, formulas: new Map() })),
      lines: [line('__proto__', { key: 'odd' }), line('constructor', { formula: '1' })],
      rows: rowsWith([
        ['base', '2025-09', '__proto__', -0.1, { text: '“note”\n', source: null }],
        ['bull', '2025-12', 'constructor', 'release'],
        ['bear', '2025-12', '__proto__', null, { text: '', source: 'https://example.com' }],
      ]),
    })
    for (const model of [sample(), odd, sample({ lastActual: null, rows: new Map() })])
      expect(throughText(model)).toEqual(model)
  })

  test('[D1] and after any edits that leave it sound, through the text of a file', () => {
    let sound = 0
    fc.assert(
      fc.property(someSeeds, (seeds) => {
        let model = sample()
        for (const seed of seeds) {
          const next = applyEdit(model, editFrom(model, seed))
          if (isProblem(next) || isProblem(readDocument(toDocument(next, savedAt), 'm'))) continue
          model = next
          sound += 1
        }
        expect(textOf(throughText(model))).toBe(textOf(model))
      }),
      { seed: 7, numRuns: 200 },
    )
    expect(sound).toBeGreaterThan(400)
  })

  test('[D1] a quarter in which nothing is typed is no row, so that what is read equals what was edited', () => {
    const cells = [{ line: 'revenue' }]
    const document = {
      ...toDocument(sample({ rows: new Map() }), savedAt),
      quarters: [
        { scenario: 'base', quarter: '2025-06', cells },
        { scenario: 'bull', quarter: '2025-06', cells: [] },
      ],
    }
    expect(settled(readDocument(document, 'm')).rows).toEqual(new Map())
  })

  test('[D1] equal models are equal texts, in whatever order they were typed', () => {
    const typed = [
      ['base', '2025-12', 'costs', 1],
      ['base', '2025-06', 'revenue', 2],
      ['base', '2025-06', 'costs', 3],
    ] as const
    const text = textOf(sample({ rows: rowsWith(typed) }))
    expect(textOf(sample({ rows: rowsWith([...typed].reverse()) }))).toBe(text)
    expect(text.indexOf('"quarter":"2025-06"')).toBeLessThan(text.indexOf('"quarter":"2025-12"'))
  })

  test('[D1] the id stays behind: a file is a copy', () => {
    expect(textOf(sample({ id: 'secret' }))).not.toContain('secret')
    expect(settled(readDocument(toDocument(sample(), savedAt), 'other')).id).toBe('other')
  })
})

describe('[D2] what is not a model, or a newer one', () => {
  test.each([null, 3, 'text', [], {}, { format: 'paceline model' }, { format: 'else', version: 1 }])(
    '[D2] %j is not a model',
    (value) => {
      expect(sentenceOf(readDocument(value, 'm'))).toBe(
        'This is not a Paceline model: it lacks "format": "paceline model" and a version.',
      )
    },
  )

  test('[D2] a newer version asks for an update', () => {
    expect(refusal('version', documentVersion + 1)).toBe(
      'This model was saved by a newer Paceline (version 2). Reload to update, then open it again.',
    )
  })

  test('[D2] a version that never was is refused', () => {
    expect(refusal('version', 0)).toContain('version is 0, but should be 1.')
  })
})

test.each<[path: string, unknown, sentence: string]>([
  ['timeline', undefined, 'timeline is undefined, but should be Object'],
  ['timeline.first', '2025-13', 'timeline.first is "2025-13", but should be a quarter such as "2025-09"'],
  ['fiscalCalendar.yearEndMonth', 0, 'fiscalCalendar.yearEndMonth is 0, but should be >=1'],
  ['lines.1.kind', 'stock', 'lines[1].kind is "stock", but should be'],
  ['lines.0.key', 'Growth', 'lines[0].key is "Growth", but should be'],
  ['lines.0.decimals', 0.5, 'lines[0].decimals is 0.5, but should be'],
  ['lines.0.id', '', 'lines[0].id is 0, but should be >=1'],
  ['lines.0.tolerance', -Infinity, 'lines[0].tolerance is -Infinity, but should be a number that is not too large'],
  ['lines.1.unit.kind', 'metres', 'lines[1].unit.kind is "metres", but should be'],
  ['quarters.0.cells.0.value', '1', 'quarters[0].cells[0].value is "1", but should be number'],
  [
    'quarters.0.cells.0.value',
    Infinity,
    'quarters[0].cells[0].value is Infinity, but should be a number that is not too large',
  ],
  ['scenarios', [], 'scenarios is 0, but should be >=1'],
  ['scenarios.1.colour', 'red', 'scenarios[1].colour is "red", but should be'],
  ['commitments.0.amount', Infinity, 'commitments[0].amount is Infinity, but should be a number that is not too large'],
  ['commitments.0.reading.quarters', 0, 'commitments[0].reading.quarters is 0, but should be >=1'],
])('[D3] %s with %j is told with its path', (path, value, sentence) => {
  expect(refusal(path, value)).toContain(`The model cannot be read: ${sentence}`)
})

test('[D4] a scenario and quarter that stand in it twice are refused: one of the two would be lost', () => {
  const row = { scenario: 'base', quarter: '2025-06', cells: [] }
  expect(refusal('quarters', [row, { ...row, scenario: 'bull' }])).toBe('no problem')
  expect(refusal('quarters', [row, row])).toBe('The model cannot be read: 2025-06 of “base” stands in it twice.')
})

test('[D3] a model whose parts do not fit says which', () => {
  expect(refusal('lastActual', '2024-03')).toBe('The model cannot be read: its last actual lies outside its timeline.')
})
