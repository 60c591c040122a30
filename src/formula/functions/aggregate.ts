// Aggregates: over exactly one window, or two or more plain values.

import { example, expression, type FunctionEntry } from '../function.ts'

const aggregate = <const Name extends string>(
  own: Pick<FunctionEntry<Name>, 'name' | 'unit' | 'sentence' | 'examples'>,
): FunctionEntry<Name> => ({
  ...own,
  group: 'aggregate',
  parameters: [expression('a'), expression('b')],
  repeats: true,
})

export const aggregates = [
  aggregate({
    name: 'sum',
    unit: 'summed',
    sentence: 'The values of a window, or those listed, added up.',
    examples: [
      example(
        'sum(capex[-3:0])',
        { capex: [10, 20, 30, 40, 50] },
        [null, null, null, 100, 140],
        '10 + 20 + 30 + 40 = 100, then 20 + 30 + 40 + 50 = 140; before, the window reaches outside the timeline',
      ),
      example(
        'sum(products, services)',
        { products: [70, 80], services: [30, null] },
        [100, null],
        '70 + 30 = 100; no value where one is missing',
      ),
    ],
  }),
  aggregate({
    name: 'mean',
    unit: 'alike',
    sentence: 'The average of a window, or of the values listed.',
    examples: [
      example(
        'mean(revenue[-1:0])',
        { revenue: [10, 20, 40] },
        [null, 15, 30],
        '(10 + 20) / 2 = 15, (20 + 40) / 2 = 30',
      ),
      example(
        'mean(low, mid, high)',
        { low: [10, 10], mid: [20, null], high: [60, 60] },
        [30, null],
        '(10 + 20 + 60) / 3 = 30; no value where one is missing',
      ),
    ],
  }),
  aggregate({
    name: 'min',
    unit: 'alike',
    sentence: 'The smallest value of a window, or of those listed.',
    examples: [
      example('min(demand, capacity)', { demand: [90, 120], capacity: [100, 100] }, [90, 100], '90 < 100, 100 < 120'),
      example(
        'min(cash[-1:0])',
        { cash: [5, -3, null, 4] },
        [null, -3, null, null],
        '−3 < 5; no value where the window holds a missing one',
      ),
    ],
  }),
  aggregate({
    name: 'max',
    unit: 'alike',
    sentence: 'The largest value of a window, or of those listed.',
    examples: [
      example(
        'max(profit, 0)',
        { profit: [-5, 8, null] },
        [0, 8, null],
        '0 > −5, 8 > 0; no value where one is missing',
      ),
      example('max(cash[-2:0])', { cash: [5, 3, 4, 6] }, [null, null, 5, 6], '5 of 5, 3, 4; 6 of 3, 4, 6'),
    ],
  }),
  aggregate({
    name: 'count',
    unit: 'count',
    sentence: 'How many quarters of a window, or of the values listed, have a value.',
    examples: [
      example(
        'count(revenue[-3:0])',
        { revenue: [10, null, 30, 40, 50] },
        [1, 1, 2, 3, 3],
        'it passes over what has no value, and quarters outside the timeline: of 10, nothing, 30 there are 2',
      ),
      example('count(revenue[0:-1])', { revenue: [10, 20] }, [0, 0], 'a window that ends before it starts is empty'),
    ],
  }),
  aggregate({
    name: 'median',
    unit: 'alike',
    sentence: 'The middle value, or the average of the middle two.',
    examples: [
      example('median(price[-2:0])', { price: [30, 10, 20, 40] }, [null, null, 20, 20], '10, 20, 30; 10, 20, 40'),
      example(
        'median(a, b, c, d)',
        { a: [9, 9], b: [1, 1], c: [4, null], d: [2, 2] },
        [3, null],
        '1, 2, 4, 9: (2 + 4) / 2 = 3; no value where one is missing',
      ),
    ],
  }),
  aggregate({
    name: 'stdev',
    unit: 'alike',
    sentence: 'The standard deviation of a sample (n − 1); it takes two values or more.',
    examples: [
      example(
        'stdev(margin[-2:0])',
        { margin: [2, 4, 6, 11] },
        [null, null, 2, Math.sqrt(13)],
        'of 2, 4, 6 the mean is 4: √((4 + 0 + 4) / 2) = 2; of 4, 6, 11 it is 7: √((9 + 1 + 16) / 2) = √13',
      ),
      example('stdev(margin[0:0])', { margin: [2, 4] }, [null, null], 'one value has no deviation: a fault'),
    ],
  }),
] as const
