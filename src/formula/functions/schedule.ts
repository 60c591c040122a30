// Functions of time that follow a schedule: a ramp, an amount spread over quarters, and how far a plan is earned.

import { example, expression, quarter, whole } from '../function.ts'
import { time } from './timeEntry.ts'

export const scheduleFunctions = [
  time({
    name: 'ramp',
    parameters: [expression('from'), expression('to'), quarter('first'), quarter('last')],
    unit: 'alike',
    sentence: 'A straight line from one value to the other, held at both ends.',
    examples: [
      example('ramp(10, 40, "FY25 Q2", "FY26 Q1")', {}, [10, 10, 20, 30, 40, 40], '10 + (40 − 10) · 1/3 = 20'),
      example(
        'ramp(start, 20, "FY25 Q1", "FY25 Q3")',
        { start: [10, 10, null] },
        [10, 15, null],
        '10 + (20 − 10) · 1/2 = 15; no value without its start',
      ),
    ],
  }),
  time({
    name: 'spread',
    parameters: [expression('amount'), quarter('first'), whole('n', 1)],
    unit: 'alike',
    sentence: 'The amount in n equal parts, one a quarter from the first on; 0 in all other quarters.',
    examples: [
      example('spread(120, "FY25 Q2", 3)', {}, [0, 40, 40, 40, 0], '120 / 3 = 40'),
      example(
        'spread(budget, "FY25 Q2", 2)',
        { budget: [100, 100, null, 100] },
        [0, 50, null, 0],
        '100 / 2 = 50; no value without the amount',
      ),
    ],
  }),
  time({
    name: 'earned',
    parameters: [expression('level'), expression('planned'), expression('elapsed'), expression('length')],
    unit: 'quarters',
    sentence:
      'The earned schedule: how much time had elapsed when the plan stood at the level, linear within a quarter and at most the length; no value if any planned or elapsed has none, or the plan runs on past the timeline and the level lies beyond it.',
    examples: [
      example(
        'earned(counted, planned, elapsed, 3)',
        { counted: [0, 5, 20, 75, 75], planned: [0, 10, 30, 60, 60], elapsed: [0, 1, 2, 3, 3] },
        [0, 0.5, 1.5, 3, 3],
        '5 / 10 = 0.5; 1 + (20 − 10) / (30 − 10) = 1.5; 75 is more than all that was planned',
      ),
      example(
        'earned(counted, planned, elapsed, 4)',
        { counted: [15, 40, 41], planned: [10, 20, 40], elapsed: [1, 2, 3] },
        [1.5, 3, null],
        '1 + (15 − 10) / (20 − 10) = 1.5; at 40 it is 3; the plan has a fourth quarter, so where it stands at 41 is not known',
      ),
      example(
        'earned(counted, planned, elapsed, 2)',
        { counted: [5, 10], planned: [10, null], elapsed: [1, 2] },
        [null, null],
        'a quarter of the plan has no value',
      ),
    ],
  }),
] as const
