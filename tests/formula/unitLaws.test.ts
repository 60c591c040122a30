// Laws of warnings over random formulas, and the built-in example, which gives none.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromJson } from '#exchange/json.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { unitWarnings } from '#formula/unit.ts'
import { allLines } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import { isProblem } from '#model/problem.ts'
import { randomFormula, randomKeys } from './randomFormula.ts'
import { keysOfLines, mended, warningsIn } from './unitLines.ts'

/** A random formula whose names are lines of every unit. */
const formula = fc
  .tuple(randomFormula, fc.array(fc.constantFrom(...keysOfLines), { minLength: 4, maxLength: 4 }))
  .map(([text, keys]) =>
    randomKeys.reduce((each, key, at) => each.replaceAll(new RegExp(`\\b${key}\\b`, 'g'), keys[at] ?? key), text),
  )

test('[W1] a warning has a range inside the text, a sentence that ends, and suggests what can be read', () => {
  let count = 0
  fc.assert(
    fc.property(fc.constantFrom(...keysOfLines), formula, (key, text) => {
      for (const { span, sentence, kind } of warningsIn(key, text)) {
        count += 1
        expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
        expect(sentence).toMatch(/^[“A-Z].*\.$/)
        expect(['unit', 'kind']).toContain(kind)
      }
      const better = mended(key, text)
      if (better !== null) warningsIn(key, better)
    }),
    { numRuns: 5000, seed: 20251125 },
  )
  expect(count).toBeGreaterThan(500)
})

test('[W5] a formula of written numbers alone gives none, whatever the line', () => {
  const numbers = formula.map((text) =>
    keysOfLines.reduce((each, key) => each.replaceAll(new RegExp(`\\b${key}\\b`, 'g'), '(7)'), text),
  )
  fc.assert(
    fc.property(fc.constantFrom(...keysOfLines), numbers, (key, text) => {
      if (!/\b(count|streak|earned|yoy|qoq|cagr)\(/.test(text)) expect(warningsIn(key, text), text).toEqual([])
    }),
    { numRuns: 2000, seed: 20251125 },
  )
})

test('[W1] the built-in example gives no warning, in any scenario, its commitment’s lines included', () => {
  const model = fromJson(readFileSync('public/examples/alibaba.json', 'utf8'), 'model')
  if (isProblem(model)) throw new Error(model.sentence)
  const lines = new Map(allLines(model).map((line) => [line.id, line]))
  const scope = { keys: new Map([...lines.values()].map(({ key, id }) => [key, id])), calendar: model.fiscalCalendar }
  const read: string[] = []
  const told: string[] = []
  for (const { id } of model.scenarios)
    for (const line of lines.values()) {
      const text = formulaOf(model, id, line)?.formula ?? ''
      if (text === '' || line.kind === 'constant') continue
      const checked = checkFormula(text, scope)
      if (isFormulaProblem(checked)) throw new Error(checked.sentence)
      read.push(line.key)
      told.push(...unitWarnings(checked, line, lines).map(({ sentence }) => `${line.key}: ${sentence}`))
    }
  expect(told).toEqual([])
  // 30 lines of its own with a formula that is no constant, 18 for the commitment's reading and 19 for each of three others, thrice.
  expect(read).toHaveLength(3 * (30 + 18 + 3 * 19))
})
