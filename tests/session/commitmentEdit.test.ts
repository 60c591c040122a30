// Making commitments, and plans before they are chosen. The figures of plans are those of issue E.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { proposeCommitment } from '#session/commitmentEdit.ts'
import { uncountedText } from '#session/commitmentWindow.ts'
import { newWish, type CommitmentWish } from '#session/commitmentWish.ts'
import { plannedByQuarter, planStartText } from '#session/planPreview.ts'
import { line, sample, sentenceOf, settled, textOf } from '../model/sample.ts'
import { rmbM } from '../support/commitmentModel.ts'

const newId = (): string => 'new'

describe('a new commitment', () => {
  const bare = sample({ commitments: [], sections: ['Reported', 'Drivers'] })
  const wish: CommitmentWish = {
    ...newWish(bare),
    ...{ name: ' AI by 2028 ', amount: '380bn', counts: 'costs', first: 'FY26 Q1', quarters: 4 },
  }
  const proposed = (change: Partial<CommitmentWish>, model: Model = bare) =>
    proposeCommitment(model, { ...wish, ...change }, null, newId)
  const added = (change: Partial<CommitmentWish>, model: Model = bare) =>
    settled(applySoundly(model, settled(proposed(change, model)).edits))

  test('[M6] counts a line of money over a window, in a section that comes with it', () => {
    const model = added({})
    expect(model.sections).toEqual(['Reported', 'Drivers', 'Pacing'])
    expect(model.commitments).toEqual([
      {
        ...{ id: 'new', key: 'ai_by_2028', name: 'AI by 2028', section: 'Pacing', kind: 'floor', amount: 380_000 },
        ...{ unit: rmbM, plan: 'straight', note: { text: '', source: null }, otherReadings: [] },
        reading: { id: 'main', name: 'Costs from FY26 Q1', counts: 'costs', first: '2025-06', delay: 0, quarters: 4 },
      },
    ])
    const results = calculate(model)
    expect(results.problems).toEqual([])
    // Two of four quarters of 380,000.
    expect(results.valueOf('base', 'new.planned', '2025-09')).toBe(190_000)
  })

  test('[M6] joins the section that is there', () => {
    expect(added({}, sample()).sections).toEqual(['Reported', 'Drivers', 'Pacing'])
  })

  test('[M6] takes a stem whose keys no line has', () => {
    expect(added({ name: 'Plan' }, sample()).commitments.map(({ key }) => key)).toEqual(['plan', 'plan_2'])
    expect(added({ name: '阿里' }).commitments[0]?.key).toBe('commitment')
    expect(added({ name: '380 bn for AI' }).commitments[0]?.key).toBe('bn_for_ai')
    expect(added({ name: 'x'.repeat(80) }).commitments[0]?.key).toBe('x'.repeat(24))
    const taken = { ...bare, lines: [...bare.lines, line('ai_by_2028_amount')] }
    expect(added({}, taken).commitments[0]?.key).toBe('ai_by_2028_2')
  })

  test.each([
    [{ name: ' ' }, 'Give the commitment a name, such as “380 bn for AI”.'],
    [{ counts: ' ' }, 'A commitment counts something: choose a line of money or type a formula.'],
    [{ counts: 'growth' }, '“Line growth” is in %: choose a line of money.'],
    [{ counts: 'cost' }, 'There is no line “cost”. Did you mean “costs”?'],
    [{ amount: '0' }, '“0” is not an amount above 0.'],
    [{ amount: '-5' }, '“-5” is not an amount above 0.'],
    [{ amount: '=costs*2' }, '“=costs*2” is not an amount above 0.'],
    [{ amount: 'much' }, '“much” is not a number. Type a number such as 39,824 or 39.8bn.'],
    [{ first: 'soon' }, '“soon” is not a quarter of this fiscal year: write it as FY26 Q1.'],
    [{ quarters: 0 }, 'The window takes a whole number of quarters from 1 to 400.'],
    [{ quarters: 1.5 }, 'The window takes a whole number of quarters from 1 to 400.'],
    [{ quarters: null }, 'The window takes a whole number of quarters from 1 to 400.'],
    [{ source: 'page 3' }, '“page 3” is no web address.'],
  ])('[M6] with %o is refused', (change, sentence) => {
    expect(sentenceOf(proposed(change))).toContain(sentence)
  })

  test('[P24] a formula counts in the money of the first line of money in it', () => {
    expect(added({ counts: '= 95% * costs' }).commitments[0]).toMatchObject({
      unit: rmbM,
      reading: { counts: '95% * costs', name: '95 % of costs from FY26 Q1' },
    })
  })

  test('[P24] the timeline reaches the window’s end in the same step, unless it is to stay', () => {
    const long = { quarters: 40 } // FY26 Q1 to FY35 Q4
    const { edits, said } = settled(proposed(long))
    const done = settled(applyReversibly(bare, edits))
    expect(done.model.timeline).toEqual({ first: bare.timeline.first, last: '2035-03' })
    expect(said).toBe('AI by 2028 is added. The timeline now runs to FY35 Q4.')
    expect(textOf(settled(applySoundly(done.model, done.inverse)))).toBe(textOf(bare))
    expect(added({ ...long, isTimelineGrown: false }).timeline).toEqual(bare.timeline)
    // Longer than a model can be: it stays, and the window is open.
    expect(added({ first: 'FY26 Q2', quarters: 400 }).timeline).toEqual(bare.timeline)
  })

  test('[P24] a window that begins before the timeline says that what came before cannot be counted', () => {
    expect(settled(proposed({ first: 'FY20 Q1' })).said).toContain('FY20 Q1 lies before the timeline')
    const model = added({ first: 'FY20 Q1' })
    expect(calculate(model).valueOf('base', 'new.counted', '2025-09')).toBeNaN()
    expect(uncountedText(bare, { first: bare.timeline.first, last: bare.timeline.last })).toBeNull()
  })
})

describe('plans before they are chosen', () => {
  test.each([
    // What issue E plans by the second of twelve quarters, of 380 bn.
    ['straight', '63.333 bn'],
    ['S-curve', '28.148 bn'],
    ['front-loaded', '112.051 bn'],
    ['back-loaded', '14.615 bn'],
  ] as const)('[P25] a plan that is %s tells its first quarters', (plan, second) => {
    const text = planStartText(plan, 380_000, 12, rmbM)
    expect(text).toMatch(/^Planned by the end of quarter 1, 2 and 3: .+ of 380 bn\.$/)
    expect(text.split(': ')[1]?.split(/, | and /)[1]).toBe(second)
  })

  test('[P25] what fills a plan that is typed adds up to the amount', () => {
    // Back-loaded, 1 to 3 of 6 parts; in whole millions, and the last quarter takes what rounding left.
    expect(plannedByQuarter('back-loaded', 100_000, 3)).toEqual([16_667, 33_333, 50_000])
    expect(plannedByQuarter('straight', 500, 4)).toEqual([125, 125, 125, 125])
    const shares = plannedByQuarter('S-curve', 380.5, 7)
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(380.5, 9)
  })
})
