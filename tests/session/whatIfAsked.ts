// What-ifs asked of a model in memory, as tests ask them.

import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import { readingsOf } from '#model/commitment.ts'
import type { Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { groundOf, hasGround, type Asked, type Ground, type NoGround } from '#session/whatIf.ts'
import { WhatIfLane } from '#session/whatIfLane.ts'
import { answerOf, reachedIn } from '#session/whatIfText.ts'

export const groundIn = (model: Model, scenario: ScenarioId = 'base', readingId = ''): Ground | NoGround => {
  const commitment = present(model.commitments[0], 'a commitment')
  const reading = readingsOf(commitment).find(({ id }) => id === readingId) ?? commitment.reading
  return groundOf(calculate(model), commitment, reading, scenario)
}

export const grounded = (...of: Parameters<typeof groundIn>): Ground => {
  const ground = groundIn(...of)
  if (!hasGround(ground)) throw new Error(ground.sentence)
  return ground
}

export const ask = (model: Model, asked: Asked, scenario?: ScenarioId, readingId?: string) => {
  const ground = grounded(model, scenario, readingId)
  const preview = new WhatIfLane().at(model, ground, asked)
  return { ground, preview, answer: answerOf(model, ground, asked, preview), quarters: reachedIn(preview)?.quarters }
}

export const spend = (rate: number): Asked => ({ of: 'spend', rate })

export const complete = (quarters: number): Asked => ({ of: 'completion', quarters })
