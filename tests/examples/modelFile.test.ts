// docs/model-file.md holds a whole model and the figures it comes to, worked out by hand: both are taken from the page.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { fromJson } from '#exchange/json.ts'
import { readQuarter } from '#model/fiscalCalendar.ts'
import { allLines } from '#model/model.ts'
import { fits, withoutReferences, type JsonSchema } from '../support/jsonSchema.ts'
import { settled } from '../model/sample.ts'

const page = readFileSync('docs/model-file.md', 'utf8')
const document = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
const model = settled(fromJson(document, 'm'))

/** A figure as the page shows it: `30.0 %`, `66.667`, `–`. */
const figure = (text: string): number =>
  text === '–' ? NaN : text.endsWith(' %') ? Number(text.slice(0, -2)) / 100 : Number(text)

test('the model of the page fits the schema and is read without a Problem', () => {
  const schema = JSON.parse(readFileSync('docs/model.schema.json', 'utf8')) as JsonSchema
  expect(fits(withoutReferences(schema), JSON.parse(document))).toBe(true)
  expect(calculate(model).problems).toEqual([])
})

test('it comes to the figures of the page', () => {
  const results = calculate(model)
  const rows = [...page.matchAll(/^\| (Base|Bull|Bear) +\| `(\w+)` +\|(.*)\|$/gm)]
  expect(rows).toHaveLength(9)
  for (const [, scenario = '', key = '', figures = ''] of rows) {
    const line = allLines(model).find((each) => each.key === key)?.id ?? ''
    const id = scenario.toLowerCase()
    const quarters = [1, 2, 3, 4].map((each) =>
      results.valueOf(id, line, readQuarter(`FY26 Q${each}`, model.fiscalCalendar) ?? '2025-06'),
    )
    for (const [at, text] of figures.split('|').entries()) {
      const value = [...quarters, results.yearOf(id, line, 2026)][at]
      const expected = figure(text.trim())
      if (Number.isNaN(expected)) expect(value, `${scenario} ${key} ${at}`).toBeNaN()
      else expect(value, `${scenario} ${key} ${at}`).toBeCloseTo(expected, 3)
    }
  }
})

test('the page names every field of the schema', () => {
  const names = new Set<string>()
  const gather = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [keyword, value] of Object.entries(part)) {
      if (keyword === 'properties') for (const name of Object.keys(value as object)) names.add(name)
      gather(value)
    }
  }
  gather(JSON.parse(readFileSync('docs/model.schema.json', 'utf8')))
  expect(names.size).toBeGreaterThan(40)
  expect([...names].filter((name) => !page.includes(`\`${name}\``) && !page.includes(`"${name}": `))).toEqual([])
})
