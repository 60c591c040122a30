// Where code may not be compiled the oracle serves. Each test loads the engine afresh: whether compiling is refused is
// found out once.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readFileSync } from 'node:fs'
import type { Results } from '#engine/results.ts'
import { allLines } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'

beforeEach(() => {
  vi.resetModules()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const exampleResults = async (): Promise<Results> => {
  const { calculate } = await import('#engine/calculate.ts')
  const { fromJson } = await import('#exchange/json.ts')
  const model = fromJson(readFileSync('public/examples/alibaba.json', 'utf8'), 'alibaba')
  if ('sentence' in model) throw new Error(model.sentence)
  return calculate(model)
}

const figuresOf = (results: Results): readonly number[] => {
  const { model } = results
  return model.scenarios.flatMap(({ id: scenario }) =>
    allLines(model).flatMap(({ id }) => [
      ...quartersOf(model.timeline).map((quarter) => results.valueOf(scenario, id, quarter)),
      ...[2023, 2024, 2025, 2026, 2027, 2028].map((year) => results.yearOf(scenario, id, year)),
    ]),
  )
}

/** What throws when it is made. */
const refusing = (error: Error) =>
  function () {
    throw error
  }

test.each([
  ['is missing', undefined],
  [
    'may not compile, as a page’s policy says by throwing',
    {
      ...WebAssembly,
      Memory: WebAssembly.Memory,
      Table: WebAssembly.Table,
      Module: refusing(new WebAssembly.CompileError('Refused to compile or instantiate WebAssembly module')),
    },
  ],
  [
    'has no memory left',
    {
      ...WebAssembly,
      Memory: refusing(new RangeError('could not allocate memory')),
    },
  ],
])('[R4] where WebAssembly %s every number is the same to the bit', async (_, replacement) => {
  const compiled = await exampleResults()
  expect(compiled.evaluator).toBe('compiled')
  const expected = figuresOf(compiled)
  vi.resetModules()
  vi.stubGlobal('WebAssembly', replacement)
  const interpreted = await exampleResults()
  expect(interpreted.evaluator).toBe('oracle')
  expect(figuresOf(interpreted)).toEqual(expected)
  expect(expected.filter(Number.isFinite).length).toBeGreaterThan(3000)
})

test('[R4] formulas refused once are compiled the next time, and no other stands in for them', async () => {
  const expected = figuresOf(await exampleResults())
  vi.resetModules()
  let modules = 0
  /** The first module is the machine's own; the second, with the formulas, is refused. */
  const refusingOnce = function (bytes: BufferSource) {
    modules += 1
    if (modules === 2) throw new WebAssembly.CompileError('too large')
    return new compiling.Module(bytes)
  }
  const compiling = WebAssembly
  const { Memory, Table, Instance, CompileError } = compiling
  vi.stubGlobal('WebAssembly', { Memory, Table, Instance, CompileError, Module: refusingOnce })
  const refused = await exampleResults()
  const again = await exampleResults()
  expect([refused.evaluator, again.evaluator]).toEqual(['oracle', 'compiled'])
  expect(figuresOf(again)).toEqual(expected)
})
