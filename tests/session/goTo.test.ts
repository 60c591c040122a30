import { expect, test } from 'vitest'
import type { Cell } from '#session/layout.ts'
import { readGoal } from '#session/goTo.ts'
import { line, sample, sentenceOf } from '../model/sample.ts'

const model = sample({
  timeline: { first: '2025-06', last: '2027-03' },
  lines: [
    line('capex', { label: 'Capital expenditure' }),
    line('cloud_growth', { label: 'Cloud growth' }),
    line('cloud_revenue', { label: 'Cloud revenue' }),
    line('plan', { label: 'FY26 Q4 plan' }),
    line('points', { label: 'Share points', kind: 'constant', formula: '1' }),
  ],
  commitments: [],
  rows: new Map(),
})
const cursor: Cell = { line: 'cloud_revenue', column: '2026-06' }

test.each([
  ['capex FY27 Q1', 'capex', '2026-06'],
  ['  CAPEX   2QFY27 ', 'capex', '2026-09'],
  ['FY26 Q3 capex', 'capex', '2025-12'],
  ['capital expenditure 2025-12', 'capex', '2025-12'],
  ['Cloud growth Sep 2025', 'cloud_growth', '2025-09'],
  ['cloud_g Sep-25', 'cloud_growth', '2025-09'],
  ['cap', 'capex', '2026-06'],
  ['capex', 'capex', '2026-06'],
  ['FY27 Q1', 'cloud_revenue', '2026-06'],
  ['Q2 FY2026', 'cloud_revenue', '2025-09'],
  ['FY27', 'cloud_revenue', 'FY2027'],
  ['capex fy2026', 'capex', 'FY2026'],
  ['CY26', 'cloud_revenue', 'CY2026'],
  ['capex cy2026', 'capex', 'CY2026'],
  ['points', 'points', 'constant'],
  ['share points FY27 Q1', 'points', 'constant'],
  ['FY26 Q4 plan', 'plan', '2026-06'],
  ['expenditure', 'capex', '2026-06'],
  ['drivers', 'section:Drivers', '2026-06'],
  ['FY26 Q4 plan FY26 Q4', 'plan', '2026-03'],
])('“%s” is %s in %s', (text, lineId, column) => {
  expect(readGoal(model, cursor, text)).toEqual({ line: lineId, column })
})

test('from a constant, or from nowhere, a line is gone to in the last actual', () => {
  expect(readGoal(model, { line: 'points', column: 'constant' }, 'capex')).toEqual({ line: 'capex', column: '2025-09' })
  expect(readGoal(model, null, 'capex')).toEqual({ line: 'capex', column: '2025-09' })
  expect(readGoal(model, null, 'FY26 Q3')).toEqual({ line: 'capex', column: '2025-12' })
})

test.each([
  ['', 'Type a line, a quarter, or both: capex FY27 Q1.'],
  ['cloud_growht', 'No line is called “cloud_growht”. Did you mean “Cloud growth”?'],
  ['xyzzy FY27 Q1', 'No line is called “xyzzy”.'],
  ['cloud', 'Several lines begin with “cloud”: “Cloud growth” and “Cloud revenue”. Type more of the name.'],
  ['capex FY40 Q1', '“FY40 Q1” is no quarter of this model, which runs from FY26 Q1 to FY27 Q4.'],
  ['Aug 2025', '“Aug 2025” is no quarter of this model, which runs from FY26 Q1 to FY27 Q4.'],
  ['FY30', '“FY30” is no quarter of this model, which runs from FY26 Q1 to FY27 Q4.'],
])('“%s” is told why not', (text, sentence) => {
  expect(sentenceOf(readGoal(model, cursor, text))).toBe(sentence)
})

test('a year that is not all there has no column', () => {
  expect(sentenceOf(readGoal(sample(), cursor, 'FY27'))).toBe(
    'FY27 has no column of its own: not all of its quarters are in the timeline.',
  )
})
