// The function table: every example is calculated, and comes to what was worked out by hand.

import { expect, test } from 'vitest'
import { exampleQuarter, signatureOf, unitSentence, type Column, type Example } from '#formula/function.ts'
import { functionNamed, functionTable } from '#formula/functionTable.ts'
import { columnOf, expectColumn, resultsOf } from '../support/modelText.ts'

const typed = (column: Column): string => column.map((value) => value ?? '.').join(' ')

/** A model of as many quarters as the example has, from FY25 Q1 on. */
const modelOf = ({ formula, given, gives }: Example): string =>
  [
    `FY25 Q1 to ${exampleQuarter(gives.length - 1)}`,
    ...Object.entries(given).map(([key, column]) => `${key} ${typed(column)}`),
    `result = ${formula}`,
  ].join('\n')

const examples = functionTable.flatMap((entry) =>
  entry.examples.map((each, at): [string, string, Example] => [each.formula, `${entry.name} ${at + 1}`, each]),
)

test.each(examples)('[F10] %s (%s) comes to what it says', (_, __, each) => {
  for (const column of Object.values(each.given)) expect(column.length).toBe(each.gives.length)
  const results = resultsOf(modelOf(each))
  expect(results.problems).toEqual([])
  expectColumn(columnOf(results, 'result'), each.gives)
})

test('an example uses the function it is given for, and the first gives a value', () => {
  for (const { name, examples } of functionTable) {
    for (const { formula } of examples) expect(formula.startsWith(`${name}(`)).toBe(true)
    expect(examples[0].gives.some((value) => value !== null)).toBe(true)
  }
})

test('each function has a sentence, and a name of its own', () => {
  for (const { sentence, examples } of functionTable) {
    expect(sentence).toMatch(/^\S.*\.$/)
    for (const { how } of examples) expect(how).toMatch(/^\S.*[^.]$/)
  }
  expect(new Set(functionTable.map(({ name }) => name)).size).toBe(functionTable.length)
})

test('a signature shows what a call looks like', () => {
  const signatures = functionTable.map(signatureOf)
  for (const each of [
    'sum(x[from:to]) or sum(a, b, …)',
    'coalesce(a, b, …)',
    'round(x, n)',
    'ramp(from, to, "first", "last")',
    'if(condition, a, b)',
  ])
    expect(signatures).toContain(each)
})

test.each([
  ['abs', 'that of x'],
  ['lag', 'that of x'],
  ['max', 'that of its values, which must be alike'],
  ['if', 'that of its values, which must be alike'],
  ['sum', 'that of its values, which must be alike; over quarters only flows add up'],
  ['ttm', 'that of x; over quarters only flows add up'],
  ['spread', 'that of amount'],
  ['yoy', 'a per cent, whatever the unit of x'],
  ['streak', 'quarters'],
  ['earned', 'quarters; level and planned must be alike'],
])('units of %s: %s', (name, units) => {
  const entry = functionNamed(name)
  expect(entry === null ? null : unitSentence(entry)).toBe(units)
})
