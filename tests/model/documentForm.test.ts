// What a document may look like: the published JSON Schema and the app's own reading agree, and what a document leaves out
// is filled in.

import { toJsonSchema } from '@valibot/to-json-schema'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { fromJson, toJson } from '#exchange/json.ts'
import { chartForm } from '#model/chartChoice.ts'
import { readDocument } from '#model/document.ts'
import { documentForm } from '#model/documentForm.ts'
import { isQuarter } from '#model/quarter.ts'
import { snapshotForm } from '#model/snapshot.ts'
import { fits, withoutReferences, withoutWords, type JsonSchema } from '../support/jsonSchema.ts'
import { sentenceOf, settled } from './sample.ts'

const published = JSON.parse(readFileSync('docs/model.schema.json', 'utf8')) as JsonSchema
const schema = withoutReferences(published)
const example = readFileSync('public/examples/alibaba.json', 'utf8')

const quarterPattern = '^\\d{4}-(0[1-9]|1[0-2])$'

/** The schema that a form amounts to; a check has no words in JSON Schema, so each gets those of its only use. */
const madeOf = (form: typeof documentForm | typeof snapshotForm | typeof chartForm) =>
  toJsonSchema(form, {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) => {
      if (valibotAction.type === 'check') return { ...jsonSchema, pattern: quarterPattern }
      if (valibotAction.type === 'finite')
        return { ...jsonSchema, minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE }
      return undefined
    },
  })

/** Order of names and of required ones means nothing. */
const sorted = (part: unknown): unknown => {
  if (Array.isArray(part))
    return part.every((each) => typeof each === 'string') ? [...part].sort() : part.map((each) => sorted(each))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, sorted(value)]))
}

test('[D6] docs/model.schema.json is the form that documents are read by', () => {
  expect(sorted(withoutWords(schema))).toEqual(sorted(withoutWords(madeOf(documentForm))))
})

test('[D6] so is its part about snapshots, which are read one by one', () => {
  const definitions = published['$defs'] as JsonSchema
  expect(sorted(withoutWords(definitions['snapshot']))).toEqual(sorted(withoutWords(madeOf(snapshotForm))))
})

test('[D6] and that about charts', () => {
  const definitions = published['$defs'] as JsonSchema
  const own = withoutReferences({ ...(definitions['chart'] as JsonSchema), $defs: definitions })
  expect(sorted(withoutWords(own))).toEqual(sorted(withoutWords(madeOf(chartForm))))
})

test('[D6] a quarter is one by the pattern as it is by its own test', () => {
  const near = fc.stringMatching(/^\d{0,5}[-–]?\d{0,3}\s?$/)
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (text) => {
      expect(new RegExp(quarterPattern, 'u').test(text)).toBe(isQuarter(text))
    }),
    { numRuns: 2000, seed: 6 },
  )
  expect(isQuarter('2025-09')).toBe(true)
})

describe('documents changed in one place', () => {
  const places = (part: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
    typeof part !== 'object' || part === null
      ? [path]
      : [
          path,
          ...Object.entries(part).flatMap(([name, each]) =>
            places(each, [...path, Array.isArray(part) ? Number(name) : name]),
          ),
        ]

  /** The document with what stands at a path replaced; undefined takes it out. */
  const changed = (document: unknown, path: readonly (string | number)[], instead: unknown): unknown => {
    const [name, ...rest] = path
    if (name === undefined) return instead
    if (Array.isArray(document))
      return document.flatMap((each: unknown, at) => {
        const after = at === name ? changed(each, rest, instead) : each
        return after === undefined ? [] : [after]
      })
    const part = document as Record<string, unknown>
    const { [name]: before, ...others } = part
    const after = changed(before, rest, instead)
    return after === undefined ? others : { ...others, [name]: after }
  }

  const instead = fc.constantFrom<unknown>(
    ...[undefined, null, true, false, 0, 1, -1, 2.5, 13, 401, 1e400, -1e400, '', 'a', 'A b', '2025-06', '2025-13', {}],
    ...[[], [1], 'x'.repeat(100), 'x'.repeat(101), 'flow', 'end', 'straight', 'neutral', 'm', '亿', 'percent'],
    ...[{ kind: 'ratio' }, { kind: 'currency' }, { text: '' }, { text: '', source: 'x' }, { kind: 'exchange', per: 1 }],
  )

  test('[D6] schema and reader take and refuse the same', () => {
    const document: unknown = JSON.parse(example)
    // Every line, scenario and cell is like another: two of each tell what can be told.
    const small = JSON.parse(
      JSON.stringify(document, (_, value: unknown) => (Array.isArray(value) ? value.slice(0, 2) : value)),
    ) as unknown
    const paths = places(small)
    const verdicts = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...paths), instead, (path, value) => {
        const next = changed(small, path, value)
        const taken = v.safeParse(documentForm, next).success
        expect(fits(schema, next), `${path.join('.')} ${JSON.stringify([value])}`).toBe(taken)
        verdicts[taken ? 'taken' : 'refused'] += 1
      }),
      { numRuns: 4000, seed: 6 },
    )
    expect(fits(schema, document)).toBe(true)
    expect(Math.min(verdicts.taken, verdicts.refused)).toBeGreaterThan(400)
  })
})

describe('[D7] what is left out', () => {
  const least = {
    format: 'paceline model',
    version: 1,
    name: 'Least',
    fiscalCalendar: { yearEndMonth: 3 },
    timeline: { first: '2025-06', last: '2025-12' },
    lastActual: null,
    currency: 'RMB',
    scale: 'm',
    lines: [
      { key: 'sales', unit: { kind: 'currency', currency: 'RMB', scale: 'm' }, kind: 'flow' },
      { key: 'growth', section: 'Drivers', unit: { kind: 'percent' }, kind: 'rate', formula: 'qoq(sales)' },
    ],
    scenarios: [
      { id: 'base', name: 'Base', parent: null },
      { id: 'bull', name: 'Bull', parent: 'base' },
    ],
  }

  test('[D7] is filled in, and written out whole', () => {
    const model = settled(fromJson(JSON.stringify(least), 'm'))
    const text = toJson(model, '2026-01-01')
    expect(JSON.parse(text)).toEqual({
      format: 'paceline model',
      version: 1,
      savedAt: '2026-01-01',
      name: 'Least',
      fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
      timeline: { first: '2025-06', last: '2025-12' },
      lastActual: null,
      currency: 'RMB',
      scale: 'm',
      sections: ['Lines', 'Drivers'],
      lines: [
        {
          ...{ id: 'sales', key: 'sales', label: 'sales', section: 'Lines', kind: 'flow', formula: null },
          unit: { kind: 'currency', currency: 'RMB', scale: 'm' },
          ...{
            decimals: 0,
            polarity: 'neutral',
            driver: false,
            description: '',
            tolerance: null,
            expected: null,
            source: '',
            breaks: [],
          },
        },
        {
          ...{ id: 'growth', key: 'growth', label: 'growth', section: 'Drivers', kind: 'rate' },
          ...{ unit: { kind: 'percent' }, decimals: 1, polarity: 'neutral', driver: false },
          ...{ formula: 'qoq(sales)', description: '', tolerance: null, expected: null, source: '', breaks: [] },
        },
      ],
      scenarios: [
        { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: [] },
        { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: [] },
      ],
      commitments: [],
      quarters: [],
      waivers: [],
    })
    expect(toJson(settled(fromJson(text, 'm')), '2026-01-01')).toBe(text)
  })

  test('[D7] a line without a section stands in the first that is listed', () => {
    const model = settled(readDocument({ ...least, sections: ['Reported', 'Drivers'] }, 'm'))
    expect(model.lines.map(({ section }) => section)).toEqual(['Reported', 'Drivers'])
  })

  test('[D7] so does a commitment, which keeps its fields in order', () => {
    const commitment = {
      ...{ id: 'plan', key: 'plan', name: 'Plan', kind: 'floor', amount: 5, unit: { kind: 'count' } },
      reading: { id: 'main', name: 'All', counts: 'sales', first: '2025-06', delay: 0, quarters: 3 },
    }
    const model = settled(readDocument({ ...least, commitments: [commitment] }, 'm'))
    expect(toJson(model, '')).toBe(toJson(settled(fromJson(toJson(model, ''), 'm')), ''))
    expect(model.commitments[0]).toEqual({
      ...commitment,
      ...{ section: 'Lines', plan: 'straight', note: { text: '', source: null }, otherReadings: [] },
    })
  })

  test.each(['key', 'unit', 'kind'])('[D7] but never the %s of a line', (name) => {
    const [{ [name as 'key']: _, ...line }] = least.lines as [(typeof least.lines)[number]]
    expect(sentenceOf(readDocument({ ...least, lines: [line] }, 'm'))).toContain(`lines[0].${name} is undefined`)
  })
})

describe('[D4] nothing stands twice', () => {
  const base = JSON.parse(example) as { scenarios: { formulas: unknown[] }[] }

  test('[D4] no line in a quarter', () => {
    const cell = { line: 'revenue', value: 1 }
    const quarters = [{ scenario: 'base', quarter: '2025-09', cells: [cell, { line: 'capex', value: 2 }, cell] }]
    expect(sentenceOf(readDocument({ ...base, quarters }, 'm'))).toBe(
      'The model cannot be read: the line “revenue” stands twice in 2025-09 of “base”.',
    )
  })

  test('[D4] no formula of a scenario', () => {
    const formulas = [1, 2].map((value) => ({ line: 'cloud_fade', formula: `${value}%` }))
    const scenarios = base.scenarios.map((each, at) => (at === 1 ? { ...each, formulas } : each))
    expect(sentenceOf(readDocument({ ...base, scenarios }, 'm'))).toBe(
      'The model cannot be read: the scenario “Bull” has two formulas for the line “cloud_fade”.',
    )
  })
})
