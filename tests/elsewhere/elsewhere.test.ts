// The app's results held against an evaluator written elsewhere, from the design and not from the app: every cell, year
// and Problem of the example, of the page on model files, and of random models.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toJson } from '#exchange/json.ts'
import { randomModel } from '../laws/random/randomModel.ts'
import { comparison } from './comparison.ts'

const seeds = 300

test.each([
  ['the example', readFileSync('public/examples/alibaba.json', 'utf8')],
  ['the page on model files', /```json\n([\s\S]*?)```/.exec(readFileSync('docs/model-file.md', 'utf8'))?.[1] ?? ''],
])('%s comes to the same elsewhere', (_, text) => {
  expect(comparison(text).told).toEqual([])
})

test(`random models come to the same elsewhere, seeds 1 to ${seeds}`, () => {
  const count = { exact: 0, rough: 0 }
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { told, exact, rough } = comparison(toJson(randomModel(seed), ''))
    expect(told.slice(0, 5), `seed ${seed}`).toEqual([])
    count.exact += exact
    count.rough += rough
  }
  expect(count.exact).toBeGreaterThan(100_000)
  expect(count.rough).toBeLessThan(count.exact / 10)
})

test('the evaluator shares no code with the app', () => {
  const own = readdirSync('tests/elsewhere').filter((name) => !['comparison.ts', 'elsewhere.test.ts'].includes(name))
  expect(own.length).toBeGreaterThan(5)
  for (const name of own)
    for (const [, address = ''] of readFileSync(`tests/elsewhere/${name}`, 'utf8').matchAll(/from '([^']+)'/g))
      expect(own.map((each) => `./${each}`)).toContain(address)
})
