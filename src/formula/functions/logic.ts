// Logic: what holds, and what to do where there is no value.

import { example, expression, type FunctionEntry } from '../function.ts'

const logic = <const Name extends string>(own: Omit<FunctionEntry<Name>, 'group'>): FunctionEntry<Name> => ({
  ...own,
  group: 'logic',
})

export const logicFunctions = [
  logic({
    name: 'if',
    parameters: [expression('condition'), expression('a'), expression('b')],
    repeats: false,
    unit: 'alike',
    sentence: 'a where the condition holds, else b; no value where the condition has none.',
    examples: [
      example(
        'if(revenue > plan, revenue, plan)',
        { revenue: [90, 120, null], plan: [100, 100, 100] },
        [100, 120, null],
        '90 > 100 does not hold: 100; 120 > 100 holds: 120',
      ),
      example(
        'if(units > 0, revenue / units, 0)',
        { revenue: [10, 10, 10], units: [5, 0, null] },
        [2, 0, null],
        '10 / 5 = 2; where units are 0 the division is not looked at',
      ),
    ],
  }),
  logic({
    name: 'coalesce',
    parameters: [expression('a'), expression('b')],
    repeats: true,
    unit: 'alike',
    sentence: 'The first that has a value.',
    examples: [
      example(
        'coalesce(reported, estimate)',
        { reported: [100, null, null], estimate: [90, 110, null] },
        [100, 110, null],
        'reported where it is, else the estimate, else none',
      ),
      example(
        'coalesce(revenue / units, 0)',
        { revenue: [10, 10], units: [5, 0] },
        [2, 0],
        '10 / 5 = 2; 10 / 0 is a fault and is passed over',
      ),
    ],
  }),
  logic({
    name: 'isblank',
    parameters: [expression('x')],
    repeats: false,
    unit: 'mark',
    sentence: '1 where there is no value, else 0.',
    examples: [
      example(
        'isblank(revenue)',
        { revenue: [10, null, 0] },
        [0, 1, 0],
        'nothing is typed in the second; a zero is a value',
      ),
      example('isblank(revenue / units)', { revenue: [10, 10], units: [5, 0] }, [0, 1], '10 / 0 has no value'),
    ],
  }),
] as const
