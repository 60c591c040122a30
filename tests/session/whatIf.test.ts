// What-ifs on a commitment: the example and the press's own reading by hand, and the edges.

import { describe, expect, test } from 'vitest'
import type { Commitment } from '#model/commitment.ts'
import type { Model } from '#model/model.ts'
import { hasGround } from '#session/whatIf.ts'
import { completionSlider } from '#session/whatIfSlider.ts'
import { multipleText, remarkOn } from '#session/whatIfText.ts'
import { example } from '../examples/alibaba.ts'
import { promise, withCapex } from '../support/commitmentModel.ts'
import { ask, complete, grounded, groundIn, spend } from './whatIfAsked.ts'

const asKind = (model: Model, kind: Commitment['kind']): Model => ({
  ...model,
  commitments: model.commitments.map((commitment) => ({ ...commitment, kind })),
})

/** What the press reads: 120 of 380 bn in the first four of twelve quarters. The timeline ends long before the window. */
const press: Model = {
  ...withCapex('30000 30000 30000 30000', { amount: 380_000, reading: { ...promise().reading, quarters: 12 } }),
  lastActual: '2026-03',
}

describe('the example, spend asked', () => {
  test('[P20] the trailing mean held flat: 386.587 by FY28 Q4, after 11.792', () => {
    // 31,641 is 126,564 / 4; 70,177 + 10 · 31,641 = 386,587; 2 + (380,000 − 70,177) / 31,641 = 11.7918
    const { preview, answer, quarters } = ask(example, spend(31_641))
    expect(preview.pacing.forecast.total).toBe(386_587)
    expect(quarters).toBeCloseTo(2 + 309_823 / 31_641, 9)
    expect(answer).toEqual({
      tone: 'good',
      word: 'On course',
      sentence:
        'At 31.641 bn a quarter from FY26 Q3 on it completes after 11.792 of 12 quarters, in FY28 Q4, 0.208 quarters early: 386.587 bn by FY28 Q4, 6.587 bn more than promised.',
    })
  })

  test('[P20] short of a floor: at 30 a quarter 370.177, and 12.327 quarters', () => {
    // 70.177 + 300 = 370.177, short by 9.823; 2 + 309.823 / 30 = 12.3274
    expect(ask(example, spend(30_000)).answer).toEqual({
      tone: 'bad',
      word: 'Short',
      sentence:
        'At 30.000 bn a quarter from FY26 Q3 on it completes after 12.327 of 12 quarters, in FY29 Q1, 0.327 quarters late: 370.177 bn by FY28 Q4, short by 9.823 bn.',
    })
  })

  test.each([
    [
      31_641,
      'bad',
      'Breached',
      'the cap is used up after 11.792 of 12 quarters, in FY28 Q4, 0.208 quarters before its end: 386.587 bn by FY28 Q4, over plan by 6.587 bn.',
    ],
    [
      30_000,
      'good',
      'Inside',
      'the cap is used up after 12.327 of 12 quarters, in FY29 Q1, 0.327 quarters after its end: 370.177 bn by FY28 Q4, inside the cap by 9.823 bn.',
    ],
  ] as const)('[P20] as a cap, %s a quarter is %s: %s', (rate, tone, word, end) => {
    const { answer } = ask(asKind(example, 'cap'), spend(rate))
    expect(answer).toEqual({
      tone,
      word,
      sentence: `At ${(rate / 1000).toFixed(3)} bn a quarter from FY26 Q3 on ${end}`,
    })
    expect(answer.sentence).not.toMatch(/ahead|early|late/)
  })

  test('[P20] nothing spent never completes', () => {
    expect(ask(example, spend(0)).answer.sentence).toBe(
      'At 0.000 bn a quarter from FY26 Q3 on it never completes: 70.177 bn by FY28 Q4, short by 309.823 bn.',
    )
  })

  test('[P20] a share of the line spends what is counted of it', () => {
    // 95 % of 70,177 is 66,668.15; ten quarters of 31,000 make 376,668.15
    const { preview } = ask(example, spend(31_000), 'base', 'share_95')
    expect(preview.pacing.forecast.total).toBeCloseTo(376_668.15, 6)
  })

  test('[P20] it is the same whatever scenario is shown: the past is Base’s, and what they forecast gives way', () => {
    for (const scenario of ['base', 'bull', 'bear'])
      expect(ask(example, spend(31_641), scenario).preview.pacing.forecast.total).toBe(386_587)
  })
})

describe('the example, completion asked', () => {
  test('[P20] on the last day of the window it takes 30.982, 0.979 of the mean', () => {
    const { preview, answer } = ask(example, complete(12))
    // (380,000 − 70,177) / 10 = 30,982.3
    expect(preview.rate).toBeCloseTo(30_982.3, 3)
    expect(answer).toEqual({
      tone: 'good',
      word: 'On course',
      sentence:
        'To complete after 12.000 of 12 quarters, in FY28 Q4, on its last day, every quarter from FY26 Q3 on spends 30.982 bn, 0.979 × the mean of the last four quarters, 31.641 bn: 380.000 bn by FY28 Q4, just what was promised.',
    })
  })

  test('[P20] in the middle of FY27 Q3 it takes 68.850', () => {
    // The window’s seventh quarter: 309,823 / (6.5 − 2) = 68,849.6
    const { preview, answer } = ask(example, complete(6.5))
    expect(preview.rate).toBeCloseTo(309_823 / 4.5, 2)
    expect(answer.sentence).toContain('after 6.500 of 12 quarters, in FY27 Q3, 5.500 quarters early')
  })

  test('[P20] what is asked for is reached in the lane, never later', () => {
    for (let tenths = 50; tenths <= 200; tenths += 1) {
      const asked = tenths / 10
      const { quarters = Infinity } = ask(press, complete(asked))
      expect(quarters).toBeLessThanOrEqual(asked)
      expect(quarters).toBeCloseTo(asked, 5)
    }
  })
})

describe('the press’s own reading', () => {
  test('[P20] at 30 a quarter it is 0.667 late, past the timeline too', () => {
    // 120 + 8 · 30 = 360; 4 + 260 / 30 = 12.667
    expect(ask(press, spend(30_000)).answer.sentence).toBe(
      'At 30.000 bn a quarter from FY27 Q1 on it completes after 12.667 of 12 quarters, in FY29 Q1, 0.667 quarters late: 360.000 bn by FY28 Q4, short by 20.000 bn.',
    )
  })

  test('[P20] 32.5 are required', () => {
    expect(ask(press, complete(12)).preview.rate).toBe(32_500)
    expect(ask(press, spend(32_500)).quarters).toBe(12)
  })

  test('[P20] so slow that it is far past every quarter there is, it goes on at the rate', () => {
    // 4 + 260,000 / 1,000 = 264
    expect(ask(press, spend(1000)).quarters).toBeCloseTo(264, 6)
  })
})

describe('the edges', () => {
  test('[P20] what is reached already leaves no completion to choose', () => {
    const model = withCapex('300 300')
    const { ground, answer } = ask(model, spend(50))
    expect(completionSlider(model, ground, null, null)).toBeNull()
    expect(remarkOn(model, ground)).toBe('0.5 bn are reached already, so no completion is left to choose.')
    expect(answer).toEqual({
      tone: 'good',
      word: 'Met',
      // 600 + 2 · 50
      sentence:
        '0.5 bn are reached already. At 0.050 bn a quarter from FY26 Q3 on: 0.700 bn by FY26 Q4, 0.200 bn more than promised.',
    })
  })

  test('[P20] once the window is over it is only a matter of how late', () => {
    const model: Model = { ...withCapex('100 100 100 50'), lastActual: '2026-03' }
    const { ground, answer } = ask(model, spend(100))
    expect(remarkOn(model, ground)).toMatch(/^The window ended in FY26 Q4: /)
    // 350 of 500; 4 + 150 / 100 = 5.5
    expect(answer.sentence).toBe(
      'At 0.100 bn a quarter from FY27 Q1 on it completes after 5.500 of 4 quarters, in FY27 Q2, 1.500 quarters late: 0.350 bn by FY26 Q4, short by 0.150 bn.',
    )
  })

  test('[P20] where what is counted has no value, nothing is asked, and the cell is named', () => {
    const ground = groundIn(withCapex('100 .'))
    expect(ground).toEqual({
      sentence: 'What is counted has no value at FY26 Q2, so nothing can be asked from there: needs capex in FY26 Q2.',
      cell: { line: 'id of capex', quarter: '2025-09' },
    })
  })

  test('[P20] a formula that counts a line which is not there is told', () => {
    const ground = groundIn(withCapex('100 100', { reading: { ...promise().reading, counts: 'capx' } }))
    expect(sentenceIn(ground)).toMatch(/There is no line “capx”\. Did you mean “capex”\?$/)
  })

  test('[P20] while nothing is reported every quarter spends the rate', () => {
    const model: Model = { ...withCapex('100 100 100 100'), lastActual: null }
    const { ground, answer } = ask(model, spend(125))
    expect(remarkOn(model, ground)).toBe('Nothing is reported yet: every quarter of the timeline spends the rate.')
    expect(answer.sentence).toBe(
      'At 0.125 bn a quarter from FY26 Q1 on it completes after 4.000 of 4 quarters, in FY26 Q4, on its last day: 0.500 bn by FY26 Q4, just what was promised.',
    )
  })

  test('[P20] a window that begins later counts nothing before it', () => {
    const model = withCapex('100 100', { reading: { ...promise().reading, first: '2026-03' } })
    // FY26 Q4 to FY27 Q3: four quarters of 125
    expect(ask(model, spend(125)).quarters).toBe(4)
    expect(ask(model, complete(4)).preview.rate).toBe(125)
  })

  test('[P20] a mean that is not above 0 is no measure, nor is one that is not there', () => {
    const zeros = {
      ...withCapex('0 0 0 0', { reading: { ...promise().reading, quarters: 8 } }),
      lastActual: '2026-03',
    } as const
    expect(multipleText(grounded(zeros), 125)).toBe(
      'no multiple of the mean of the last four quarters, which is not above 0',
    )
    expect(multipleText(grounded(withCapex('100 100')), 125)).toBe(
      'there is no mean of the last four quarters to hold it against',
    )
  })
})

function sentenceIn(ground: ReturnType<typeof groundIn>): string {
  return hasGround(ground) ? '' : ground.sentence
}
