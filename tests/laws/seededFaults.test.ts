// The laws catch what they are there for: faults seeded one at a time into the lowering of formulas, the emitter and its runs
// each make compiled code differ from the oracle on a fixed set of models, on which it is right without them.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Results } from '#engine/results.ts'
import type { Model } from '#model/model.ts'
import { present } from '#base/assert.ts'
import { differenceIn } from './bits.ts'
import { oracle, type Evaluator } from './evaluators.ts'
import { randomModel } from './random/randomModel.ts'
import { modelText } from '../support/modelText.ts'
import { tooLargeInLoop } from './tooLarge.ts'
import { EngineLoader, occurrences, type SeededFault } from './seeded.ts'

const seeds = 600 // the shyest fault shows in the first 300
const testLimitMs = 60_000 // loading takes 0.3 s, the models 2 s where none differs

const [lower, lowerCall, lowerTime, lowerEarned, emit, operators, fold, runs] = [
  'src/formula/lower.ts',
  'src/formula/lowerCall.ts',
  'src/formula/lowerTime.ts',
  'src/formula/lowerEarned.ts',
  'src/engine/wasm/emit.ts',
  'src/engine/wasm/operators.ts',
  'src/engine/wasm/fold.ts',
  'src/engine/runs.ts',
] as const

const faults: readonly SeededFault[] = [
  {
    file: lower,
    from: 'place >= 0 && place < this.length',
    to: 'place > 0 && place < this.length',
    why: 'the first quarter by name has no value',
  },
  {
    file: lower,
    from: 'quotient(left, right) : binary',
    to: "binary(left, '/', right) : binary",
    why: 'a division by zero is infinite inside a formula',
  },
  {
    file: lower,
    from: "product = binary(product, '*', base)",
    to: "product = factors === 3 ? binary(binary(base, '*', base), '*', binary(base, '*', base)) : binary(product, '*', base)",
    why: 'the fourth power is a square squared',
  },
  {
    file: lower,
    from: 'lacks: anyLacks(values)',
    to: 'lacks: anyLacks(values.slice(0, 2))',
    why: 'a chain of comparisons looks past its third value',
  },
  {
    file: lower,
    from: 'lacks: any(parts.map((part) => part.lacks))',
    to: 'lacks: parts[0]?.lacks ?? null',
    why: 'and, or look past their second operand',
  },
  {
    file: lowerCall,
    from: '(isFar(from) || isFar(to))',
    to: 'isFar(from) && isFar(to)',
    why: 'a window far beyond the timeline is cut off at its ends',
  },
  {
    file: lowerTime,
    from: "unless(compare(base, '<=', number(0))",
    to: "unless(compare(base, '<', number(0))",
    why: 'growth over a base of zero is a fault and not n.m.',
  },
  {
    file: lowerTime,
    from: 'number(first + 1)), now, plus',
    to: 'number(first)), now, plus',
    why: 'a running sum begins a quarter early',
  },
  {
    file: lowerCall,
    from: "'>=', number(0.5))",
    to: "'>', number(0.5))",
    why: 'halves are rounded toward zero',
  },
  {
    file: lowerTime,
    from: "compare(done, '<', number(whole))",
    to: "compare(done, '<=', number(whole))",
    why: 'a spread goes on for a quarter too long',
  },
  {
    file: lowerTime,
    from: 'select(lacks(before), number(1), plus',
    to: 'select(lacks(before), number(0), plus',
    why: 'a streak after a gap counts from 0',
  },
  {
    file: lowerTime,
    from: 'select(isFirstOfYear(formula), now, plus(before, now))',
    to: 'plus(before, now)',
    why: 'the year to date does not restart',
  },
  {
    file: lowerEarned,
    from: "compare(reached, '==', planEnd), timeEnd, past",
    to: "compare(reached, '>=', planEnd), timeEnd, past",
    why: 'a plan that runs on past the timeline ends with it',
  },
  {
    file: operators,
    from: "'>=': f64x2.greaterEqual",
    to: "'>=': f64x2.greater",
    why: '>= does not hold of equals',
  },
  {
    file: emit,
    from: 'this.code.push(...f64x2.equal)',
    to: 'this.code.push(...f64x2.greater)',
    why: 'infinity round a loop is not noticed',
  },
  {
    file: emit,
    from: 'this.code.push(...f64x2.subtract, ...v128.or)',
    to: 'this.code.push(...f64x2.subtract, ...v128.and)',
    why: 'a finished value is lost',
  },
  {
    file: runs,
    from: 'this.#setRows(run + runBytes, typedRows, this.#memory.length)',
    to: 'this.#setRows(run + runBytes, Math.max(typedRows - 1, 0), this.#memory.length)',
    why: 'the last typed number of a line is computed over',
  },
  {
    file: emit,
    from: "mask.kind === 'both' ? v128.and : v128.or",
    to: 'v128.or',
    why: 'and is or',
  },
  {
    file: emit,
    from: 'place(at * pairBytes)',
    to: 'place((operands.length - 1 - at) * pairBytes)',
    why: 'a deviation adds up the newest first',
  },
  {
    file: fold,
    from: "operator === 'count' ? 0 : NaN",
    to: "operator === 'count' ? 1 : NaN",
    why: 'a long count begins at 1',
  },
  { file: fold, from: 'code.addToAddress(1)', to: 'code.addToAddress(0)', why: 'a long mean divides by one too few' },
  {
    file: fold,
    from: 'code.push(...f64x2.unequal, ...v128.or)',
    to: 'code.push(...f64x2.unequal, ...v128.and)',
    why: 'a long minimum is no number',
  },
]

/** Growth over zero, unseen unless something looks at it before it is finished. */
const grownFromZero = modelText('FY25 Q1 to FY25 Q2\n a 0 1\n y = min(qoq(a), 7)')

const cases: { readonly model: Model; readonly expected: Results }[] = []
let loader: EngineLoader | null = null

beforeAll(async () => {
  const models = [tooLargeInLoop, grownFromZero, ...Array.from({ length: seeds }, (_, seed) => randomModel(seed))]
  for (const model of models) cases.push({ model, expected: oracle.calculate(model) })
  loader = await EngineLoader.open()
}, testLimitMs)

afterAll(() => loader?.close())

/** The first seed whose model differs from the oracle's; -1 for none. */
const firstDifference = (evaluator: Evaluator): number =>
  cases.findIndex(({ model, expected }) => differenceIn(expected, evaluator.calculate(model)) !== null)

test('without a fault the engine that is loaded equals the oracle', { timeout: testLimitMs }, async () => {
  expect(firstDifference(await present(loader, 'a loader').load(null))).toBe(-1)
})

test.each(faults.map((fault) => [fault.why, fault] as const))(
  'caught: %s',
  { timeout: testLimitMs },
  async (_, fault) => {
    expect(occurrences(fault), 'the text to replace stands once in its file').toBe(1)
    const seed = firstDifference(await present(loader, 'a loader').load(fault))
    expect(seed, 'a model that differs').toBeGreaterThanOrEqual(0)
  },
)
