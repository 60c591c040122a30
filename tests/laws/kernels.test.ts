// Law: kernels of one key are one code. A kernel met before is not written again, so a key that two structures had in common
// would give one of them the other's numbers. And however long formulas are, they are compiled.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { Engine } from '#engine/engine.ts'
import type { Width } from '#engine/wasm/code.ts'
import { modelText } from '../support/modelText.ts'
import { differenceIn } from './bits.ts'
import { randomModel } from './random/randomModel.ts'

const seeds = 2500 // some 40,000 kernels, of which about half are alike
const testLimitMs = 120_000 // 15 s on two idle cores

const widths: readonly Width[] = ['single', 'pair', 'four pairs']

test(`[R1] kernels of one key have one code, seeds 0 to ${seeds - 1}`, { timeout: testLimitMs }, () => {
  const known = new Map<string, { readonly code: string; readonly seed: number }>()
  let again = 0
  for (let seed = 0; seed < seeds; seed += 1)
    for (const { sheet } of new Engine(randomModel(seed)).frame.groups) {
      const units = [...sheet.program.quarters, ...sheet.program.years]
      const tasks = units.flatMap(({ before, tasks: own }) => [...before, ...own])
      for (const kernel of tasks.flatMap(({ plain, typed }) => (typed === null ? [plain] : [plain, typed]))) {
        const code = widths.map((width) => kernel.write(width).join(' ')).join('\n')
        const before = known.get(kernel.key)
        if (before === undefined) known.set(kernel.key, { code, seed })
        else {
          again += 1
          if (before.code !== code) expect.fail(`seeds ${before.seed} and ${seed} share the key ${kernel.key}`)
        }
      }
    }
  expect(again).toBeGreaterThan(5000)
})

const repeated = (count: number, part: (at: number) => string, joint: string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(joint)

test.each([
  ['sums of products', (line: number) => repeated(400, (at) => `a*${at + line + 1.5}`, '+')],
  ['quotients', (line: number) => repeated(900, (at) => (at === 0 ? `${line}` : 'a'), '/')],
  ['comparisons', (line: number) => repeated(900, (at) => (at === 0 ? `${line}` : 'a'), '<')],
])('[R1] sixty of the longest %s are compiled, and right', (_, formula) => {
  const model = modelText(`
    FY25 Q1 to FY25 Q4
    a 1 2 3 4
    ${repeated(60, (line) => `x${line} = ${formula(line)}`, '\n')}
    bull:
    a 2
    bear:
    a 3`)
  const compiled = calculate(model)
  expect(compiled.evaluator).toBe('compiled')
  expect(differenceIn(compiled, calculate(model, undefined, 'oracle'))).toBeNull()
})
