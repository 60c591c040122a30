// Keeping a what-if: where the scenario says the rate, what it leaves alone, and that it is the lane to the bit.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { allLines, scenarioOf, type Model } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { burnUpOf } from '#analysis/burnUp.ts'
import { nameToKeep, proposeKept } from '#session/whatIfKeeping.ts'
import { landingFor, WhatIfLane } from '#session/whatIfLane.ts'
import { withPreview } from '#session/whatIfLine.ts'
import { landingText } from '#session/whatIfText.ts'
import { example } from '../examples/alibaba.ts'
import { sentenceOf, settled, textOf } from '../model/sample.ts'
import { promise, withCapex } from '../support/commitmentModel.ts'
import { Desk } from './desk.ts'
import { grounded } from './whatIfAsked.ts'

/** The desk on which it was kept, and what the new scenario says of its own. */
const keep = (model: Model, rate: number, scenario = 'base', readingId?: string) => {
  const ground = grounded(model, scenario, readingId)
  const desk = new Desk(model)
  const kept = settled(proposeKept(model, ground, rate, ' Flat ', () => 'flat'))
  expect(desk.dispatch(kept.edits, kept.label, kept.said)).toBeNull()
  const { name, parent, formulas } = scenarioOf(desk.model, 'flat')
  return { desk, ground, kept, own: { name, parent, formulas: Object.fromEntries(formulas) } }
}

describe('where it says the rate', () => {
  test('[P23] on the line counted, where the reading counts nothing else: free cash flow follows', () => {
    const { desk, own, kept } = keep(example, 32_000)
    expect(own).toEqual({ name: 'Flat', parent: 'base', formulas: { capex: '32000' } })
    expect(kept.said).toBe(
      'Kept as Flat, under Base. Capital expenditure, total is 32.000 bn in every quarter from FY26 Q3 on, and all that depends on it follows.',
    )
    const { valueOf } = desk.results
    expect(valueOf('flat', 'capex', '2028-03')).toBe(32_000)
    // 99 % of capex goes into free cash flow
    expect(valueOf('flat', 'capex_fcf', '2028-03')).toBeCloseTo(31_680, 6)
    expect(valueOf('flat', 'capex', '2025-09')).toBe(valueOf('base', 'capex', '2025-09'))
  })

  test('[P23] on what is counted, where the reading counts a share: the line stays', () => {
    const { desk, ground, own } = keep(example, 30_000, 'base', 'share_95')
    expect(own.formulas).toEqual({ 'ai_capex.share_95.counting': 'if(actual == 1, 95% * capex, 30000)' })
    const { valueOf } = desk.results
    expect(valueOf('flat', 'ai_capex.share_95.counting', '2025-09')).toBeCloseTo(0.95 * 31_501, 6)
    expect(valueOf('flat', 'capex', '2028-03')).toBe(valueOf('base', 'capex', '2028-03'))
    expect(landingText(example, ground, landingFor(example, ground), 30_000)).toBe(
      'What is counted is 30.000 bn in every quarter from FY26 Q3 on. The lines it is computed from, 95% * capex, stay as they are.',
    )
  })

  test('[P23] what its parents typed ahead gives way', () => {
    const model = withCapex(
      '100 100 . 400',
      {},
      'bull:\n capex . . 300 300\nbear under bull:\n capex . . . . 500 release',
    )
    const { desk } = keep(model, 150, 'bear')
    expect(desk.model.rows.has('flat')).toBe(false)
    const column = quartersOf(model.timeline).map((quarter) => desk.results.valueOf('flat', 'id of capex', quarter))
    expect(column).toEqual([100, 100, 150, 150, 150, 150])
  })

  test('[P23] an estimate of the past stays', () => {
    const { desk, own } = keep(withCapex('100 = 120'), 150)
    expect(own.formulas).toEqual({ 'id of capex': 'if(actual == 1, 120, 150)' })
    const column = quartersOf(desk.model.timeline).map((quarter) =>
      desk.results.valueOf('flat', 'id of capex', quarter),
    )
    expect(column).toEqual([100, 120, 150, 150, 150, 150])
  })

  test.each([
    ['a driver, of which scenarios have their own past', withCapex('driver 100 100'), 'base'],
    ['a past that a scenario typed', withCapex('100 .', {}, 'bull:\n capex . 90'), 'bull'],
  ])('[P23] %s takes it on what is counted', (_, model, scenario) => {
    const { desk, own } = keep(model, 150, scenario)
    expect(own.formulas).toEqual({ 'plan.counting': 'if(actual == 1, capex, 150)' })
    const past = desk.results.valueOf(scenario, 'plan.counted', '2025-09')
    // two quarters more
    expect(desk.results.valueOf('flat', 'plan.counted', '2026-03')).toBe(past + 300)
  })

  test('[P23] under a scenario that was kept the newer rate holds', () => {
    const first = keep(example, 30_000, 'base', 'share_95').desk.model
    const ground = grounded(first, 'flat', 'share_95')
    const kept = settled(proposeKept(first, ground, 35_000, 'Faster', () => 'faster'))
    const desk = new Desk(first)
    desk.dispatch(kept.edits, kept.label)
    // 66,668.15 and ten quarters
    expect(desk.results.valueOf('faster', 'ai_capex.share_95.counted', '2028-03')).toBeCloseTo(416_668.15, 6)
  })
})

test.each(['base', 'bull', 'bear'])('[P22] [P23] kept under %s it is the lane, to the bit', (scenario) => {
  const rate = 31_641.3
  const { desk, ground } = keep(example, rate, scenario)
  const lane = new WhatIfLane().at(example, ground, { of: 'spend', rate })
  for (const { id, kind } of allLines(example))
    for (const quarter of kind === 'constant' ? [] : quartersOf(example.timeline))
      expect(lane.results.valueOf(lane.scenario, id, quarter), `${id} ${quarter}`).toBe(
        desk.results.valueOf('flat', id, quarter),
      )
})

test('[P22] a lane is its own: the model and its results stay, and lanes do not depend on those before', () => {
  const before = textOf(example)
  const results = calculate(example)
  const total = results.valueOf('base', 'ai_capex.counted', '2028-03')
  const ground = grounded(example)
  const one = new WhatIfLane()
  for (const rate of [0, 10_000, 64_000]) one.at(example, ground, { of: 'spend', rate })
  const [after, fresh] = [one, new WhatIfLane()].map((lane) =>
    lane.at(example, ground, { of: 'completion', quarters: 11.3 }),
  )
  expect(after?.pacing).toEqual(fresh?.pacing)
  expect([one.isReadyFor(example, ground), one.isReadyFor({ ...example }, ground)]).toEqual([true, false])
  expect(textOf(example)).toBe(before)
  expect(results.valueOf('base', 'ai_capex.counted', '2028-03')).toBe(total)
})

test('[P23] it is one step of undo', () => {
  const { desk } = keep(example, 32_000)
  expect(desk.done).toHaveLength(1)
  expect(desk.undo()).toBe(true)
  expect(textOf(desk.model)).toBe(textOf(example))
})

test('[P23] its name is proposed, and no other scenario’s', () => {
  const ground = grounded(example)
  expect([32_000, 30_982.3001, 300_000].map((rate) => nameToKeep(example, ground, rate))).toEqual([
    '32 bn a quarter',
    '30.982 bn a quarter',
    '300 bn a quarter',
  ])
  const { desk } = keep(example, 32_000)
  const model = {
    ...desk.model,
    scenarios: desk.model.scenarios.map((each) => (each.id === 'flat' ? { ...each, name: '32 BN a quarter' } : each)),
  }
  expect(nameToKeep(model, ground, 32_000)).toBe('32 bn a quarter (2)')
  expect(sentenceOf(proposeKept(model, ground, 32_000, 'bull', () => 'other'))).toBe(
    'There is a scenario “bull” already: choose another name.',
  )
})

test('[P22] in the burn-up it is one more line, with the quarter it completes in', () => {
  const model = withCapex('100 100 150 150', { reading: { ...promise().reading, quarters: 5 } })
  const ground = grounded(model)
  const preview = new WhatIfLane().at(model, ground, { of: 'spend', rate: 200 })
  const burnUp = burnUpOf(calculate(model), ground.commitment, ground.reading, 'base')
  const { series } = withPreview(burnUp, preview, ground.commitment, ground.reading)
  // 200 and 200 a quarter: 500 is reached in FY26 Q4, the fourth quarter after the one before the window
  expect(series.map(({ scenario, counted, completesAt }) => [scenario.name, counted, completesAt]).at(-1)).toEqual([
    'What if',
    [0, 100, 200, 400, 600, 800],
    4,
  ])
  expect(withPreview(burnUp, null, ground.commitment, ground.reading)).toBe(burnUp)
})
