// What-ifs on a commitment: the example and the press's own reading by hand, and the edges.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { readingsOf, type Commitment } from '#model/commitment.ts'
import type { Model } from '#model/model.ts'
import { present } from '#base/assert.ts'
import { groundOf, hasGround, placeOn, type Asked, type Ground } from '#session/whatIf.ts'
import { WhatIfLane } from '#session/whatIfLane.ts'
import { answerOf, reachedIn, remarkOn } from '#session/whatIfText.ts'
import { example } from '../examples/alibaba.ts'
import { promise, withCapex } from '../support/commitmentModel.ts'

const grounded = (model: Model, scenario = 'base', readingId?: string): Ground => {
  const commitment = present(model.commitments[0], 'a commitment')
  const reading = readingsOf(commitment).find(({ id }) => id === readingId) ?? commitment.reading
  const ground = groundOf(calculate(model), commitment, reading, scenario)
  if (!hasGround(ground)) throw new Error(ground.sentence)
  return ground
}

const ask = (model: Model, asked: Asked, scenario = 'base', readingId?: string) => {
  const ground = grounded(model, scenario, readingId)
  const preview = new WhatIfLane().at(model, ground, asked)
  return { ground, preview, answer: answerOf(model, ground, asked, preview) }
}

const spend = (rate: number): Asked => ({ of: 'spend', rate })
const complete = (quarters: number): Asked => ({ of: 'completion', quarters })

const asKind = (model: Model, kind: Commitment['kind']): Model => ({
  ...model,
  commitments: model.commitments.map((commitment) => ({ ...commitment, kind })),
})

/** What the press reads: 120 of 380 in the first four of twelve quarters, in bn as m would be. */
const press: Model = {
  ...withCapex('30000 30000 30000 30000', { amount: 380_000, reading: { ...promise().reading, quarters: 12 } }),
  lastActual: '2026-03',
}

describe('the example', () => {
  test('[P20] the trailing mean held flat: 386.587 by FY28 Q4, after 11.792', () => {
    // 31,641 is 126,564 / 4; 70,177 + 10 · 31,641 = 386,587; 2 + (380,000 − 70,177) / 31,641 = 11.7918
    const { preview, answer } = ask(example, spend(31_641))
    expect(preview.pacing.forecast.total).toBe(386_587)
    expect(reachedIn(preview)?.quarters).toBeCloseTo(2 + 309_823 / 31_641, 9)
    expect(answer).toEqual({
      tone: 'good',
      word: 'On course',
      sentence:
        'At 31.641 bn a quarter from FY26 Q3 on it completes after 11.792 of 12 quarters, in FY28 Q4, 0.208 quarters early: 386.587 bn by FY28 Q4, 6.587 bn more than promised.',
    })
  })
})
