// What the language refuses of calls, lags, windows and quarters: the exact range, the sentence and the suggestion.

import { describe, test } from 'vitest'
import { expectProblem, type Case } from './refusal.ts'

const cases: readonly Case[] = [
  ['‹yoy› + 1', 'arguments', '“yoy” is a function: give it arguments in parentheses.'],
  ['‹yoy(g, 2)›', 'arguments', 'yoy takes 1 argument, not 2: yoy(x).'],
  ['‹if(g, 1)›', 'arguments', 'if takes 3 arguments, not 2: if(condition, a, b).'],
  ['‹round()›', 'arguments', 'round takes 1 or 2 arguments, not 0: round(x, n).'],
  ['‹coalesce(g)›', 'arguments', 'coalesce takes 2 or more arguments, not 1: coalesce(a, b, …).'],
  ['cagr(g, ‹g›)', 'arguments', 'In cagr(x, years), years is a whole number in digits, from 1.'],
  ['lag(g, ‹-1›)', 'arguments', 'In lag(x, n), n is a whole number in digits, from 1.', '1'],
  ['lag(g, ‹1.5›)', 'arguments', 'In lag(x, n), n is a whole number in digits, from 1.'],
  ['lead(g, ‹revenue›)', 'arguments', 'In lead(x, n), n is a whole number in digits, from 1.'],
  ['spread(g, "FY26 Q1", ‹0›)', 'arguments', 'In spread(amount, "first", n), n is a whole number in digits, from 1.'],
  ['round(g, ‹1.0›)', 'arguments', 'In round(x, n), n is a whole number in digits.', '1'],
  ['round(g, ‹-2.0›)', 'arguments', 'In round(x, n), n is a whole number in digits.', '-2'],
  [
    'cumulative(g, ‹3›)',
    'arguments',
    'In cumulative(x, "from"), from is a quarter in double quotes, such as "FY26 Q2".',
  ],
  ['abs(‹"FY26 Q1"›)', 'arguments', 'In abs(x), x is an expression.'],
  [
    '‹ramp(0, 1, "FY26 Q2", "FY26 Q2")›',
    'arguments',
    'A ramp ends after it starts: the second quarter must be later than the first.',
  ],
  [
    '1 + ‹sum(capex)›',
    'window',
    'sum of one value says nothing: write ttm(capex) for the last four quarters, or give a window or two or more values.',
    'ttm(capex)',
  ],
  [
    '‹mean(capex - g)›',
    'window',
    'mean of one value says nothing: write mean((capex - g)[-3:0]) for the last four quarters, or give a window or two or more values.',
    'mean((capex - g)[-3:0])',
  ],
  [
    '‹max(1)›',
    'window',
    'max of one number says nothing: give it two or more values, or a line over a window, such as max(revenue[-3:0]).',
  ],
  [
    '‹sum(-2%)›',
    'window',
    'sum of one number says nothing: give it two or more values, or a line over a window, such as sum(revenue[-3:0]).',
  ],
  [
    '‹mean(actual)›',
    'window',
    'mean of one value says nothing: write mean((actual)[-3:0]) for the last four quarters, or give a window or two or more values.',
    'mean((actual)[-3:0])',
  ],
  ['‹max()›', 'arguments', 'max takes a window, such as max(revenue[-3:0]), or two or more values.'],
  ['sum(‹g[-3:0]›, 1)', 'window', 'sum takes one window and nothing else, or two or more values without windows.'],
  [
    '‹g[-3:0]› * 2',
    'window',
    'A window stands only in an aggregate (sum, mean, min, max, count, median, stdev): write sum(g[-3:0]).',
    'sum(g[-3:0])',
  ],
  [
    'sum(‹-g[-3:0]›)',
    'window',
    'The window of sum stands behind all that it looks at: write (-g)[-3:0].',
    '(-g)[-3:0]',
  ],
  [
    'mean(‹(g[-3:0] * revenue[-1])›)',
    'window',
    'The window of mean stands behind all that it looks at: write (g * revenue[-1])[-3:0].',
    '(g * revenue[-1])[-3:0]',
  ],
  [
    '‹sum(mean(g[-3:0]))›',
    'window',
    'sum of one value says nothing: write ttm(mean(g[-3:0])) for the last four quarters, or give a window or two or more values.',
    'ttm(mean(g[-3:0]))',
  ],
  ['ttm(‹g[-3:0]›)', 'window', 'ttm looks at its own quarters and takes no window: write g.', 'g'],
  [
    'cumulative(‹(g - 1)["FY26 Q1":0]›)',
    'window',
    'cumulative looks at its own quarters and takes no window: write (g - 1).',
    '(g - 1)',
  ],
  [
    'yoy(‹g[-3:0]›)',
    'window',
    'A window stands only in an aggregate (sum, mean, min, max, count, median, stdev): write sum(g[-3:0]).',
    'sum(g[-3:0])',
  ],
  ['sum(g‹[-3:]›)', 'window', 'A window needs both its ends, such as [-3:0] for the last four quarters.'],
  ['sum(g‹[:]›)', 'window', 'A window needs both its ends, such as [-3:0] for the last four quarters.'],
  ['sum(g‹[-3:-1:0]›)', 'window', 'A window has one colon, between its two ends: [-3:0].'],
  ['sum(g[-3‹,›0])', 'window', 'A window has a colon between its ends: [-3:0].', ':'],
  ['g‹[]›', 'lag', 'The brackets are empty: put a number of quarters in them, such as [-4].'],
  [
    'g[‹revenue›]',
    'lag',
    'In brackets stands a whole number of quarters in digits, such as [-4], or a quarter, such as ["FY26 Q2"].',
  ],
  [
    'g[‹-1.5›]',
    'lag',
    'In brackets stands a whole number of quarters in digits, such as [-4], or a quarter, such as ["FY26 Q2"].',
  ],
  [
    'g[‹4%›]',
    'lag',
    'In brackets stands a whole number of quarters in digits, such as [-4], or a quarter, such as ["FY26 Q2"].',
  ],
  [
    'g[‹-4.0›]',
    'lag',
    'In brackets stands a whole number of quarters in digits, such as [-4], or a quarter, such as ["FY26 Q2"].',
    '-4',
  ],
  ['g[‹FY26 Q2›]', 'lag', 'Put the quarter’s name in double quotes, such as "FY26 Q2".', '"FY26 Q2"'],
  ['g[‹2QFY26›]', 'lag', 'Put the quarter’s name in double quotes, such as "FY26 Q2".', '"2QFY26"'],
  ['g[‹2025-09›]', 'lag', 'Put the quarter’s name in double quotes, such as "FY26 Q2".', '"2025-09"'],
  ['g[‹FY26›]', 'lag', 'Put the quarter’s name in double quotes, such as "FY26 Q2".'],
  ['sum(g[‹FY26 Q2›:0])', 'lag', 'Put the quarter’s name in double quotes, such as "FY26 Q2".', '"FY26 Q2"'],
  ['cumulative(g, ‹FY26 Q2›)', 'quarter', 'Put the quarter’s name in double quotes: "FY26 Q2".', '"FY26 Q2"'],
  ['spread(g, ‹2QFY26›, 4)', 'quarter', 'Put the quarter’s name in double quotes: "2QFY26".', '"2QFY26"'],
  ['g[‹[›1]]', 'lag', 'Brackets cannot stand inside brackets: write one lag after the other, x[-1][-4].'],
  ['‹5›[-1]', 'lag', '“5” is not a line. To look it up in another quarter, put it in parentheses.', '(5)'],
  [
    '‹actual›[-1]',
    'lag',
    '“actual” is not a line. To look it up in another quarter, put it in parentheses.',
    '(actual)',
  ],
  [
    'g[‹"FY26 Q5"›]',
    'quarter',
    '“FY26 Q5” is not a quarter. Write it as "FY26 Q2", or by the month it ends in, as "2025-09".',
  ],
  [
    'g[‹"FY0000 Q1"›]', // it would end in the year −1
    'quarter',
    '“FY0000 Q1” is not a quarter. Write it as "FY26 Q2", or by the month it ends in, as "2025-09".',
  ],
  ['g[‹"2025-08"›]', 'quarter', 'No quarter of this model ends in the month 2025-08.'],
  ['‹g "FY26 Q2"›', 'quarter', 'Put the quarter in brackets: g["FY26 Q2"].', 'g["FY26 Q2"]'],
  [
    '1 + ‹"FY26 Q2"›',
    'quarter',
    'A quarter’s name stands in brackets, such as revenue["FY26 Q2"], or in cumulative, ramp and spread.',
  ],
]

describe('each Problem gives its range, a sentence and a suggestion', () => {
  test.each(cases.map((each): [string, Case] => [each[0], each]))('%s', (_, each) => {
    expectProblem(each)
  })
})
