// docs/spec.md and the tests hold each other: every rule is worn by a test, and every tag is a rule. A tag counts where it
// begins the title of a test, or of a row of a table that the title `%s` shows.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rulesOf = (text: string): readonly string[] =>
  [...text.matchAll(/^- \*\*([A-Z]{1,2}\d+)\*\* ./gm)].map(([, rule = '']) => rule)

/** The tags at the beginning of texts that stand first in a call or in a row of a table. */
const tagsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!\bdescribe)[([]\s*['"`]((?:\[[A-Z]{1,2}\d+\] ?)+)/g)].flatMap(([, tags = '']) =>
    [...tags.matchAll(/[A-Z]{1,2}\d+/g)].map(([tag]) => tag),
  )

const rules = rulesOf(readFileSync('docs/spec.md', 'utf8'))

const worn = new Map(
  readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.ts$/.test(name) && name !== 'spec.test.ts')
    .map((name) => [name, tagsOf(readFileSync(`tests/${name}`, 'utf8'))] as const),
)

test('every rule has a test that wears it', () => {
  const tags = new Set([...worn.values()].flat())
  expect(rules.length).toBeGreaterThan(80)
  expect(rules.filter((rule) => !tags.has(rule))).toEqual([])
})

test('every tag of a test is a rule', () => {
  const strangers = [...worn].flatMap(([name, tags]) =>
    tags.filter((tag) => !rules.includes(tag)).map((tag) => `${name}: ${tag}`),
  )
  expect(strangers).toEqual([])
})

const letterOf = (rule: string): string => rule.replace(/\d+$/, '')

test('rules are numbered from 1 under each letter, in order and without a gap', () => {
  const letters = [...new Set(rules.map(letterOf))]
  const inOrder = letters.flatMap((letter) => {
    const count = rules.filter((rule) => letterOf(rule) === letter).length
    return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)
  })
  expect(rules).toEqual(inOrder)
})

test('tags are found in titles and tables and nowhere else', () => {
  expect(tagsOf("test('[S1] [S2] both', run)\ntest.each(rows)(\n  '[S3] %s',\n  run)")).toEqual(['S1', 'S2', 'S3'])
  expect(tagsOf("test.each([\n  ['[T1] actual', 5],\n])('%s', run)")).toEqual(['T1'])
  expect(
    tagsOf(
      "// [S4] in a comment\nconst text = 'x [S5] y'\nconst other = '[S6]'\n`see [S7]`\ndescribe('[S8] all', run)",
    ),
  ).toEqual([])
})
