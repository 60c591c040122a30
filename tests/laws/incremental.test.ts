// Law: after every edit of a long run, what is recomputed equals a full calculation, to the bit; an undo gives the bits that
// were there; the list of changed cells is exact; and results once given never change.

import { expect, test } from 'vitest'
import { runEngine, runResults, type Run } from './editing.ts'
import { compiled, fallback } from './evaluators.ts'

const seeds = 100
const editsPerModel = 50 // with the models above some 4,500 edits, each with a full calculation beside it
const fallbackSeeds = 15 // the oracle takes over no more than checked formulas
const testLimitMs = 240_000 // 15 s each on two idle cores

const laws: readonly (readonly [name: string, seeds: number, run: (seed: number) => Run])[] = [
  ['results made from those before', seeds, (seed) => runResults(compiled, seed, editsPerModel)],
  ['results of the oracle made from those before', fallbackSeeds, (seed) => runResults(fallback, seed, editsPerModel)],
  ['an engine updated, and the changes it tells', seeds, (seed) => runEngine(seed, editsPerModel)],
]

test.each(laws)('[R2] [R5] %s: seeds 0 to %d', { timeout: testLimitMs }, (_, count, run) => {
  let edits = 0
  for (let seed = 0; seed < count; seed += 1) {
    const { made, failure } = run(seed)
    if (failure !== null) expect.fail(`seed ${seed}, ${failure}`)
    edits += made
  }
  expect(edits).toBeGreaterThan(0.7 * count * editsPerModel) // most edits are sound
})
