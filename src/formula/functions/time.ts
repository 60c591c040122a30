// Functions of time: growth, and what adds up, holds or runs from quarter to quarter. They take any expression.

import { example, expression, quarter, whole } from '../function.ts'
import { scheduleFunctions } from './schedule.ts'
import { time, x } from './timeEntry.ts'

export const timeFunctions = [
  time({
    name: 'lag',
    parameters: [x, whole('n', 1)],
    unit: 'alike',
    sentence: 'The value n quarters back.',
    examples: [
      example('lag(revenue, 1)', { revenue: [10, 20, 30] }, [null, 10, 20], 'there is no quarter before the first'),
      example(
        'lag(revenue, 2)',
        { revenue: [10, null, 30, 40] },
        [null, null, 10, null],
        'nothing is typed in the second',
      ),
    ],
  }),
  time({
    name: 'lead',
    parameters: [x, whole('n', 1)],
    unit: 'alike',
    sentence: 'The value n quarters ahead.',
    examples: [
      example('lead(revenue, 1)', { revenue: [10, 20, 30] }, [20, 30, null], 'there is no quarter after the last'),
      example('lead(revenue, 1)', { revenue: [10, null, 30] }, [null, 30, null], 'nothing is typed in the second'),
    ],
  }),
  time({
    name: 'yoy',
    unit: 'growth',
    sentence: 'Growth over the same quarter a year earlier; n.m. over a base of zero or less.',
    examples: [
      example(
        'yoy(revenue)',
        { revenue: [100, 110, 120, 130, 125, 99] },
        [null, null, null, null, 0.25, -0.1],
        '125 / 100 − 1 = 0.25, 99 / 110 − 1 = −0.1',
      ),
      example(
        'yoy(profit)',
        { profit: [0, -10, 8, 5, 4, 5, 10] },
        [null, null, null, null, null, null, 0.25],
        'over 0 and over −10 it is n.m.; 10 / 8 − 1 = 0.25',
      ),
    ],
  }),
  time({
    name: 'qoq',
    unit: 'growth',
    sentence: 'Growth over the quarter before; n.m. over a base of zero or less.',
    examples: [
      example(
        'qoq(revenue)',
        { revenue: [100, 120, 90] },
        [null, 0.2, -0.25],
        '120 / 100 − 1 = 0.2, 90 / 120 − 1 = −0.25',
      ),
      example(
        'qoq(profit)',
        { profit: [0, 5, -5, 5] },
        [null, null, -2, null],
        'n.m. over 0; −5 / 5 − 1 = −2; n.m. over −5',
      ),
    ],
  }),
  time({
    name: 'ttm',
    unit: 'summed',
    sentence: 'The last four quarters added up (trailing twelve months).',
    examples: [
      example('ttm(capex)', { capex: [10, 20, 30, 40, 50] }, [null, null, null, 100, 140], '10 + 20 + 30 + 40 = 100'),
      example(
        'ttm(capex)',
        { capex: [10, null, 30, 40, 50, 60] },
        [null, null, null, null, null, 180],
        'four in a row: 30 + 40 + 50 + 60',
      ),
    ],
  }),
  time({
    name: 'ytd',
    unit: 'summed',
    sentence: 'The fiscal year so far added up; it restarts at fiscal Q1.',
    examples: [
      example(
        'ytd(revenue)',
        { revenue: [10, 20, 30, 40, 50] },
        [10, 30, 60, 100, 50],
        '10 + 20 + 30 + 40 = 100; a new year begins with 50',
      ),
      example(
        'ytd(revenue)',
        { revenue: [10, null, 30, 40, 50] },
        [10, null, null, null, 50],
        'no value from a gap to the end of its year',
      ),
    ],
  }),
  time({
    name: 'cumulative',
    parameters: [x, { ...quarter('from'), optional: true }],
    unit: 'summed',
    sentence: 'Everything added up from the first quarter, or from the one named; no value before it or after a gap.',
    examples: [
      example(
        'cumulative(capex, "FY25 Q2")',
        { capex: [10, 20, 30] },
        [null, 20, 50],
        '20 + 30 = 50; it has not begun in FY25 Q1',
      ),
      example(
        'cumulative(capex)',
        { capex: [10, 20, null, 40] },
        [10, 30, null, null],
        '10 + 20 = 30; no value from the gap on',
      ),
    ],
  }),
  time({
    name: 'decumulate',
    unit: 'alike',
    sentence: 'Single quarters out of figures filed for the year to date; it restarts at fiscal Q1.',
    examples: [
      example(
        'decumulate(capex_ytd)',
        { capex_ytd: [10, 30, 60, 100, 50] },
        [10, 20, 30, 40, 50],
        '30 − 10 = 20; a new year begins with 50',
      ),
      example(
        'decumulate(capex_ytd)',
        { capex_ytd: [10, null, 60, 100] },
        [10, null, null, 40],
        '100 − 60 = 40; a gap takes two quarters',
      ),
    ],
  }),
  time({
    name: 'cagr',
    parameters: [x, whole('years', 1)],
    unit: 'growth',
    sentence: 'Growth a year, compounded over so many years; n.m. if either end is zero or less.',
    examples: [
      example(
        'cagr(revenue, 2)',
        { revenue: [100, 100, 100, 100, 120, 120, 120, 120, 144] },
        [null, null, null, null, null, null, null, null, 0.2],
        '(144 / 100)^(1/2) − 1 = 1.2 − 1',
      ),
      example(
        'cagr(profit, 1)',
        { profit: [-5, 0, 10, 10, 8, 6, 0, 13] },
        [null, null, null, null, null, null, null, 0.3],
        'from −5, from 0 and to 0 it is n.m.; 13 / 10 − 1 = 0.3',
      ),
    ],
  }),
  time({
    name: 'hold',
    unit: 'alike',
    sentence: 'The latest value there is, up to this quarter.',
    examples: [
      example(
        'hold(usd_rate)',
        { usd_rate: [null, 7.1, null, 7.2] },
        [null, 7.1, 7.1, 7.2],
        'no value before the first',
      ),
      example(
        'hold(revenue / units)',
        { revenue: [10, 20, 30], units: [5, 0, 10] },
        [2, 2, 3],
        '10 / 5 = 2 stands where 20 / 0 is a fault',
      ),
    ],
  }),
  time({
    name: 'streak',
    parameters: [expression('condition')],
    unit: 'quarters',
    sentence: 'For how many quarters in a row the condition has held; no value where it has none.',
    examples: [
      example(
        'streak(growth > 0)',
        { growth: [0.1, 0.2, -0.1, 0.3] },
        [1, 2, 0, 1],
        'it holds twice, breaks and begins anew',
      ),
      example('streak(growth > 0)', { growth: [0.1, null, 0.2, 0.3] }, [1, null, 1, 2], 'after a gap it counts from 1'),
    ],
  }),
  ...scheduleFunctions,
] as const
