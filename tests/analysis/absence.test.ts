// Why a cell has no value: a commitment's lines in its own words, all others in the engine's.

import { expect, test } from 'vitest'
import { absenceOf } from '#analysis/absence.ts'
import { calculate } from '#engine/calculate.ts'
import { modelText, idOf } from '../support/modelText.ts'
import { promise, withCapex } from '../support/commitmentModel.ts'
import { example } from '../examples/alibaba.ts'

const alibaba = calculate(example)

const inExample = (line: string, quarter: `${number}-${number}`, scenario = 'base') =>
  absenceOf(alibaba, scenario, line, quarter)?.sentence

test('[P5] after the window nothing is required, and the reason says so', () => {
  const sentence = 'the window has ended: no quarter is left to carry anything'
  expect(inExample('ai_capex.required', '2028-03')).toBe(sentence)
  expect(inExample('ai_capex.share_95_from_fy25_q4.required', '2027-12')).toBe(sentence)
  expect(inExample('ai_capex.required', '2027-12')).toBeUndefined()
})

test('[P6] while the amount is not reached there is no completion, and the reason says so', () => {
  expect(inExample('ai_capex.completion', '2025-06')).toBe('380 bn is not reached by FY26 Q1')
  expect(inExample('ai_capex.completion', '2027-09')).toBe('380 bn is not reached by FY28 Q2')
  expect(inExample('ai_capex.completion', '2027-12')).toBeUndefined()
  expect(inExample('ai_capex.completion', '2028-03', 'bear')).toBe('380 bn is not reached by FY28 Q4')
})

test('[P19] what the window or the mean leaves open is told as such', () => {
  const inModel = (
    capex: string,
    part: string,
    quarter: `${number}-${number}`,
    first: `${number}-${number}` = '2025-06',
  ) => {
    const reading = { ...promise().reading, first }
    return absenceOf(calculate(withCapex(capex, { reading })), 'base', `plan.${part}`, quarter)?.sentence
  }
  const usual = '100 100 150 150 150 150'
  expect(inModel(usual, 'spi', '2025-06', '2025-12')).toBe('nothing is planned yet')
  expect(inModel(usual, 'spi_t', '2025-06', '2025-12')).toBe('the window has not begun')
  expect(inModel(usual, 'required_multiple', '2026-03')).toBe(
    'the window has ended: no quarter is left to carry anything',
  )
  expect(inModel(usual, 'late', '2025-06')).toBe('0.5 bn is not reached by FY26 Q1')
  // Four quarters that come to nothing.
  expect(inModel('10 10 -10 -10 10 10', 'mean_completion', '2026-03')).toBe(
    'never at that pace: the last four quarters’ mean is not above 0',
  )
  expect(inModel('10 10 -10 -10 10 10', 'mean_completion', '2025-09')).toBe(
    'needs plan_counting in FY25 Q4, before the timeline',
  )
})

test('[F8] where what is counted lacks a number, that is the reason, on the commitment’s lines too', () => {
  const results = calculate(withCapex('100 . 150 150'))
  const of = (part: string, quarter: `${number}-${number}`) => absenceOf(results, 'base', `plan.${part}`, quarter)
  expect(of('completion', '2025-06')).toEqual({ kind: 'missing', sentence: '0.5 bn is not reached by FY26 Q1' })
  for (const part of ['ahead', 'required', 'completion'])
    expect(of(part, '2025-12')).toMatchObject({ kind: 'missing', sentence: 'needs capex in FY26 Q2' })
  // Counted is lacking as well, but after the window there would be nothing to require.
  expect(of('required', '2026-06')?.sentence).toBe('the window has ended: no quarter is left to carry anything')
})

test('[F8] a line that depends on such a cell names it, and says why', () => {
  const model = withCapex('100 100 150 150 150 150')
  const [capex] = model.lines
  if (capex === undefined) throw new Error('no line')
  const lines = [
    capex,
    { ...capex, id: 'gap', key: 'gap', formula: 'plan_required - capex' },
    { ...capex, id: 'days', key: 'days', formula: 'plan_completion * 91' },
  ]
  const results = calculate({ ...model, lines })
  expect(absenceOf(results, 'base', 'gap', '2026-03')?.sentence).toBe(
    'depends on plan_required in FY26 Q4: the window has ended: no quarter is left to carry anything',
  )
  expect(absenceOf(results, 'base', 'days', '2025-06')?.sentence).toBe(
    'depends on plan_completion in FY26 Q1: 0.5 bn is not reached by FY26 Q1',
  )
})

test('[F8] all other cells have the engine’s reason', () => {
  const results = calculate(modelText('FY25 Q1 to FY25 Q2\n a 1 .\n b = a / 0\n c = a[-1]'))
  const of = (key: string, quarter: `${number}-${number}`) => absenceOf(results, 'base', idOf(key), quarter)
  expect(of('a', '2024-06')).toBeNull()
  expect(of('b', '2024-06')).toMatchObject({ kind: 'fault', sentence: '÷0' })
  expect(of('b', '2024-09')).toMatchObject({ kind: 'missing', sentence: 'needs a in FY25 Q2' })
  expect(of('c', '2024-06')).toMatchObject({ sentence: 'needs a in FY24 Q4, before the timeline' })
})

test('[P2] the amount’s own line has no other words', () => {
  const model = withCapex('100', { ...promise(), otherReadings: [] })
  expect(absenceOf(calculate(model), 'base', 'plan.amount', '2025-06')).toBeNull()
})

test('[F8] a reported number that nobody typed comes before what its formula would need', () => {
  const results = calculate(
    modelText(`
  FY25 Q1 to FY26 Q4, actual to FY26 Q1
  chips                               = chips[-4] * (1 + growth)
  growth driver                       = 0.1
  total                               = chips + 1
  later                               = growth_yoy
  growth_yoy rate                     = yoy(total)
  capex              10 20 . 40 50    = capex[-4]
  costs              10 20 . 40 50    = plan
  plan`),
  )
  const why = (key: string, quarter: `${number}-${number}`) => absenceOf(results, 'base', idOf(key), quarter)?.sentence
  // A fresh line, in its first and its last reported quarter, and what looks at it.
  expect(why('chips', '2024-06')).toBe('not typed yet; its formula needs chips in FY24 Q1, before the timeline')
  expect(why('chips', '2025-06')).toBe('not typed yet; its formula needs chips in FY24 Q1, before the timeline')
  expect(why('total', '2024-06')).toBe('needs chips in FY25 Q1, which is not typed yet')
  // A forecast quarter is not typed: it needs the reported one four quarters back.
  expect(why('chips', '2025-09')).toBe('needs chips in FY25 Q2, which is not typed yet')
  // A line that was reported before, whatever its formula lacks.
  expect(why('capex', '2024-12')).toBe('not typed yet; its formula needs capex in FY24 Q3, before the timeline')
  expect(why('costs', '2024-12')).toBe('not typed yet; its formula needs plan in FY25 Q3')
  // What has no formula is told as before.
  expect(why('plan', '2024-12')).not.toContain('formula needs')
})
