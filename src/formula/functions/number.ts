// Functions of numbers: each looks at its own quarter only.

import { example, expression, type FunctionEntry } from '../function.ts'

const number = <const Name extends string>(
  own: Pick<FunctionEntry<Name>, 'name' | 'unit' | 'sentence' | 'examples'> & Partial<FunctionEntry>,
): FunctionEntry<Name> => ({ parameters: [expression('x')], ...own, group: 'number', repeats: false })

export const numberFunctions = [
  number({
    name: 'abs',
    unit: 'alike',
    sentence: 'The value without its sign.',
    examples: [
      example('abs(cash_flow)', { cash_flow: [-5, 3, 0] }, [5, 3, 0], '|−5| = 5'),
      example('abs(cash_flow)', { cash_flow: [-5, null] }, [5, null], 'no value of none'),
    ],
  }),
  number({
    name: 'round',
    parameters: [expression('x'), { name: 'n', takes: 'whole', optional: true }],
    unit: 'alike',
    sentence: 'Rounded to n decimals, halves away from zero; n is 0 if left out, and negative for tens and hundreds.',
    examples: [
      example('round(price, 1)', { price: [2.25, -2.25, 2.24] }, [2.3, -2.3, 2.2], '22.5 goes to 23, 22.4 to 22'),
      example('round(price)', { price: [0.5, 1.5, -2.5, null] }, [1, 2, -3, null], 'a half goes away from zero'),
      example('round(revenue, -3)', { revenue: [1499, 1500] }, [1000, 2000], '1.499 goes to 1, 1.5 to 2'),
    ],
  }),
  number({
    name: 'floor',
    unit: 'alike',
    sentence: 'The whole number at or below.',
    examples: [
      example('floor(months / 3)', { months: [7, 9] }, [2, 3], '7 / 3 = 2.33…, 9 / 3 = 3'),
      example('floor(change)', { change: [-2.1, null] }, [-3, null], 'below −2.1 is −3, not −2'),
    ],
  }),
  number({
    name: 'ceil',
    unit: 'alike',
    sentence: 'The whole number at or above.',
    examples: [
      example('ceil(months / 3)', { months: [7, 9] }, [3, 3], '7 / 3 = 2.33…, 9 / 3 = 3'),
      example('ceil(change)', { change: [-2.7, null] }, [-2, null], 'above −2.7 is −2, not −3'),
    ],
  }),
  number({
    name: 'sqrt',
    unit: 'number',
    sentence: 'The square root.',
    examples: [
      example('sqrt(x)', { x: [9, 2.25, 0] }, [3, 1.5, 0], '3 · 3 = 9, 1.5 · 1.5 = 2.25'),
      example('sqrt(x)', { x: [16, -4] }, [4, null], 'of a negative number there is none: a fault'),
    ],
  }),
  number({
    name: 'exp',
    unit: 'number',
    sentence: 'e to the power x.',
    examples: [
      example('exp(x)', { x: [0, 1] }, [1, 2.718281828459045], 'e to the 0 is 1, e to the 1 is e'),
      example('exp(x)', { x: [0, 710] }, [1, null], 'e to the 710 is about 2.2e308, larger than any number: a fault'),
    ],
  }),
  number({
    name: 'log',
    unit: 'number',
    sentence: 'The natural logarithm.',
    examples: [
      example('log(x)', { x: [1, 2.718281828459045] }, [0, 1], 'e to the 0 is 1, e to the 1 is e'),
      example('log(x)', { x: [1, 0, -1] }, [0, null, null], 'of zero or less there is none: a fault'),
    ],
  }),
  number({
    name: 'log10',
    unit: 'number',
    sentence: 'The logarithm to base 10.',
    examples: [
      example('log10(x)', { x: [1000, 0.1] }, [3, -1], '10 to the 3 is 1,000, 10 to the −1 is 0.1'),
      example('log10(x)', { x: [1, 0, -1] }, [0, null, null], 'of zero or less there is none: a fault'),
    ],
  }),
  number({
    name: 'sign',
    unit: 'mark',
    sentence: '1, 0 or −1.',
    examples: [
      example('sign(cash_flow)', { cash_flow: [-8, 0, 3] }, [-1, 0, 1], 'negative, zero, positive'),
      example('sign(cash_flow)', { cash_flow: [-8, null] }, [-1, null], 'no value of none'),
    ],
  }),
  number({
    name: 'clamp',
    parameters: [expression('x'), expression('low'), expression('high')],
    unit: 'alike',
    sentence: 'The value, kept between low and high.',
    examples: [
      example('clamp(margin, 0%, 30%)', { margin: [-0.1, 0.2, 0.5] }, [0, 0.2, 0.3], '−0.1 < 0, 0.5 > 0.3'),
      example('clamp(x, 5, 3)', { x: [1, 4, 9] }, [3, 3, 3], 'at least 5, then at most 3: high has the last word'),
    ],
  }),
  number({
    name: 'mod',
    parameters: [expression('a'), expression('b')],
    unit: 'alike',
    sentence: 'The rest of a divided by b, with the sign of b: a − b · floor(a / b).',
    examples: [
      example('mod(months, 4)', { months: [3, 4, 6] }, [3, 0, 2], '6 − 4 · 1 = 2'),
      example(
        'mod(a, b)',
        { a: [-7, 7, -7, 7], b: [3, -3, -3, 0] },
        [2, -2, -1, null],
        '−7 + 3 · 3 = 2, 7 − 3 · 3 = −2, −7 + 3 · 2 = −1; by 0 it is a fault',
      ),
    ],
  }),
] as const
