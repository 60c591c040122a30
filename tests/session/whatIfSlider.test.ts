// The two sliders of a what-if: how far they go, where they stand, and what is typed beside them.

import { describe, expect, test } from 'vitest'
import { placeOn } from '#session/whatIf.ts'
import { completionSlider, spendSlider } from '#session/whatIfSlider.ts'
import { readCompletion, readSpend } from '#session/whatIfTyped.ts'
import { example } from '../examples/alibaba.ts'
import { sentenceOf } from '../model/sample.ts'
import { ask, complete, grounded, spend } from './whatIfAsked.ts'

describe('the sliders', () => {
  test('[P21] spend goes to about twice what is usual, completion to two years past the window', () => {
    const ground = grounded(example)
    expect(ground.spend).toEqual({ least: 0, most: 64_000, step: 200 })
    expect(ground.completion).toEqual({ least: 3, most: 20, step: 0.1 })
    expect(completionSlider(example, ground, null, null)?.ends).toEqual(['end of FY26 Q3', 'end of FY30 Q4'])
  })

  test('[P21] before anything is asked they stand at the mean held flat', () => {
    const ground = grounded(example)
    expect(spendSlider(example, ground, null, null)).toMatchObject({
      text: '31.641',
      meaning: 'the mean of the last four quarters',
      part: 'idle',
    })
    expect(completionSlider(example, ground, null, null)).toMatchObject({
      text: '11.792',
      meaning: 'in FY28 Q4, 0.208 quarters early, at that mean',
    })
  })

  test('[P20] the one moved is asked, the other follows', () => {
    const { ground, preview } = ask(example, complete(12))
    const asked = complete(12)
    expect(completionSlider(example, ground, asked, preview)).toMatchObject({ part: 'asked', value: 12 })
    expect(spendSlider(example, ground, asked, preview)).toMatchObject({
      part: 'follows',
      text: '30.982',
      meaning: '0.979 × the mean of the last four quarters, 31.641 bn',
    })
  })

  test('[P20] the one that follows says never', () => {
    const { ground, preview } = ask(example, spend(0))
    expect(completionSlider(example, ground, spend(0), preview)).toMatchObject({ text: 'never', value: 20 })
  })

  test('a place lies on the steps and between the ends', () => {
    const reach = { least: 3, most: 20, step: 0.1 }
    expect([2, 11.7918, 30, NaN].map((value) => placeOn(reach, value))).toEqual([3, 11.8, 20, 3])
  })
})

describe('what is typed', () => {
  const ground = grounded(example)

  test.each([
    ['32bn', 32_000],
    ['32', 32_000],
    ['31.641', 31_641],
    ['30,982.3m', 30_982.3],
    ['0', 0],
    ['900', 900_000],
  ])('[P21] %s of spend is %s', (text, value) => {
    expect(readSpend(ground, text)).toBe(value)
  })

  test.each([
    ['-5', '“-5” is below 0: a quarter spends 0 or more. Type a number such as 32.'],
    ['a lot', '“a lot” is not a number. Type a number such as 39.8 or 39,800m.'],
    ['5%', '“5%” is a per cent, but this line is in RMB bn. Type a number such as 39.8 or 39,800m.'],
  ])('[P21] %s of spend is refused', (text, sentence) => {
    expect(sentenceOf(readSpend(ground, text))).toBe(sentence)
  })

  test.each([
    ['11.5', 11.5],
    ['FY28 Q2', 10],
    ['Mar 2028', 12],
    ['30', 30],
  ])('[P21] completion %s is after %s quarters', (text, quarters) => {
    expect(readCompletion(example, ground, text)).toBe(quarters)
  })

  test.each([
    ['2', '“2” is over already: 2 quarters have passed. Type more than 2, or a quarter from FY26 Q3 on.'],
    ['FY25 Q1', '“FY25 Q1” is over already: 2 quarters have passed. Type more than 2, or a quarter from FY26 Q3 on.'],
    ['soon', '“soon” is no completion. Type quarters such as 11.5, or a quarter such as FY28 Q4.'],
  ])('[P21] completion %s is refused', (text, sentence) => {
    expect(sentenceOf(readCompletion(example, ground, text))).toBe(sentence)
  })
})
