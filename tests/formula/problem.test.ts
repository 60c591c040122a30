// What the language refuses: the exact characters, the sentence and the suggestion.

import { describe, expect, test } from 'vitest'
import { functionNames } from '#formula/functionTable.ts'
import { isReservedName, reservedNames } from '#formula/reserved.ts'
import { accepts, problemIn } from './refusal.ts'

/** A formula with its wrong part between ‹ and ›, the kind and the sentence of its Problem, and the suggestion. */
type Case = readonly [marked: string, kind: string, sentence: string, suggestion?: string]

const cases: readonly Case[] = [
  [
    '1 + ‹cloud_revnue›',
    'unknown name',
    'There is no line “cloud_revnue”. Did you mean “cloud_revenue”?',
    'cloud_revenue',
  ],
  ['‹Revenue› * 2', 'unknown name', 'There is no line “Revenue”. Did you mean “revenue”?', 'revenue'],
  ['‹zzz›', 'unknown name', 'There is no line “zzz”.'],
  ['‹rev›', 'unknown name', 'There is no line “rev”. Did you mean “revenue”?', 'revenue'],
  ['‹cumul›(g)', 'unknown name', 'There is no function “cumul”. Did you mean “cumulative”?', 'cumulative'],
  ['‹hasOwnProperty›', 'unknown name', 'There is no line “hasOwnProperty”.'],
  ['‹yy›(revenue)', 'unknown name', 'There is no function “yy”. Did you mean “yoy”?', 'yoy'],
  ['‹AVERAGE›(revenue, 1)', 'unknown name', 'There is no function “AVERAGE”. Did you mean “mean”?', 'mean'],
  ['1 + ‹toString›()', 'unknown name', 'There is no function “toString”.'],
  [
    '‹revenue (›1 + g)',
    'syntax',
    '“revenue” is not a function, so an operator is missing before “(”. To multiply, write “revenue * (”.',
    'revenue * (',
  ],
  [
    '‹2 revenue›',
    'syntax',
    'There is no operator between “2” and “revenue”. To multiply, write “2 * revenue”.',
    '2 * revenue',
  ],
  ['revenue[-4‹] (›1 + g)', 'syntax', 'There is no operator between “]” and “(”. To multiply, write “] * (”.', '] * ('],
  ['(g‹) (›g)', 'syntax', 'There is no operator between “)” and “(”. To multiply, write “) * (”.', ') * ('],
  [
    '‹revenue capex›',
    'syntax',
    'There is no operator between “revenue” and “capex”. To multiply, write “revenue * capex”.',
    'revenue * capex',
  ],
  ['2 * ‹85,972›', 'syntax', 'Numbers take no separators: write 85972.', '85972'],
  ['‹1,234,567.5›', 'syntax', 'Numbers take no separators: write 1234567.5.', '1234567.5'],
  ['‹85 972›', 'syntax', 'Numbers take no separators: write 85972.', '85972'],
  ['max(‹1,000›, g)', 'syntax', 'Numbers take no separators: write 1000.', '1000'],
  ['revenue‹,› g', 'syntax', 'A comma stands only between the arguments of a function.'],
  ['revenue ‹=› g', 'syntax', '“=” is not part of the formula language. Write “==”.', '=='],
  ['revenue ‹<>› g', 'syntax', '“<>” is not part of the formula language. Write “!=”.', '!='],
  ['revenue ‹&› g', 'syntax', '“&” is not part of the formula language. Write “and”.', 'and'],
  ['revenue ‹**› 2', 'syntax', '“**” is not part of the formula language. Write “^”.', '^'],
  ['‹!›revenue', 'syntax', '“!” is not part of the formula language. Write “not”.', 'not'],
  ['g and ‹!› (g > 1)', 'syntax', '“!” is not part of the formula language. Write “not”.', 'not'],
  ['revenue‹!›', 'syntax', '“!” is not part of the formula language. Take it out.'],
  ['revenue[-1]‹!› + 1', 'syntax', '“!” is not part of the formula language. Take it out.'],
  ['(g)‹!› g', 'syntax', '“!” is not part of the formula language. Take it out.'],
  ['5‹!›', 'syntax', '“!” is not part of the formula language. Take it out.'],
  ['g + ‹!›', 'syntax', '“!” is not part of the formula language. Take it out.'],
  ["revenue‹'›", 'syntax', '“\'” is not part of the formula language. Write “"”.', '"'],
  ['revenue ‹#› note', 'syntax', '“#” is not part of the formula language. Take it out.'],
  ['revenue ‹\u{1f600}›', 'syntax', '“\u{1f600}” is not part of the formula language. Take it out.'],
  ['‹收›入', 'syntax', '“收” cannot stand in a formula. Write the line’s key: small letters a to z, digits and _.'],
  ['revenue ‹AND› g', 'syntax', 'Write “and” in small letters.', 'and'],
  ['revenue ‹mod› 4', 'syntax', 'Write mod(a, b): mod is a function.'],
  ['5 ‹to› 6', 'syntax', 'Intervals such as “a to b” come with simulation, which is not there yet.'],
  ['revenue ‹xor› g', 'syntax', 'There is no “xor”: compare the two with != instead.', '!='],
  ['‹10 %›', 'syntax', 'The % must follow its number at once: write “10%”.', '10%'],
  [
    'revenue‹%›',
    'syntax',
    'A % belongs to a number, such as 26%. For a share of something, divide by 100; for a remainder, write mod(a, b).',
  ],
  ['‹0x1F›', 'syntax', 'Write numbers in decimal digits.'],
  ['‹5.› + 1', 'syntax', 'Write “5” without the point at its end.', '5'],
  ['‹1.2.3›', 'syntax', 'There is no operator between “1.2” and “.3”.'],
  ['‹1e400›', 'limit', 'This number is too large to calculate with: the largest is about 1.8e308.'],
  ['1 ‹+›', 'syntax', 'The formula ends after “+”: something is missing behind it.'],
  ['1 ‹* /› 2', 'syntax', 'Something is missing between “*” and “/”.'],
  ['‹*› 2', 'syntax', 'Something is missing before “*”.'],
  ['1 + ‹+›2', 'syntax', 'This “+” has nothing before it. Take it out.', ''],
  ['‹()›', 'syntax', 'There is nothing between these parentheses.'],
  ['2 * ‹(›1 + g', 'syntax', 'This “(” is never closed: put “)” where it ends.'],
  ['1 + g‹)›', 'syntax', 'There is no “(” that this “)” closes.'],
  ['g‹]›', 'syntax', 'There is no “[” that this “]” closes.'],
  ['g‹[›-1', 'syntax', 'This “[” is never closed: put “]” after the lag.'],
  ['g ‹?› 1', 'syntax', 'This “?” has no “:” after it: write condition ? a : b.'],
  ['g ‹:› 1', 'syntax', 'A “:” belongs to “condition ? a : b”, or to a window in brackets, such as x[-3:0].'],
  ['g * ‹not› g', 'syntax', 'Put “not” and what it negates in parentheses here.'],
  ['‹true›', 'reserved key', 'Write 1 for true.', '1'],
  [
    'g * ‹e›',
    'reserved key',
    '“e” is a reserved word and cannot be a line’s key. If a line has it, give that line another key.',
  ],
  ['‹normal›(1, 2)', 'unknown name', 'Distributions such as “normal” come with simulation, which is not there yet.'],
  ['‹yoy› + 1', 'arguments', '“yoy” is a function: give it arguments in parentheses.'],
  ['‹yoy(g, 2)›', 'arguments', 'yoy takes 1 argument, not 2: yoy(x).'],
  ['‹if(g, 1)›', 'arguments', 'if takes 3 arguments, not 2: if(condition, a, b).'],
  ['‹round()›', 'arguments', 'round takes 1 or 2 arguments, not 0: round(x, n).'],
  ['‹coalesce(g)›', 'arguments', 'coalesce takes 2 or more arguments, not 1: coalesce(a, b, …).'],
  ['cagr(g, ‹g›)', 'arguments', 'In cagr(x, years), years is a whole number in digits, from 1.'],
  ['lag(g, ‹-1›)', 'arguments', 'In lag(x, n), n is a whole number in digits, from 1.'],
  ['round(g, ‹1.0›)', 'arguments', 'In round(x, n), n is a whole number in digits.'],
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
  ['g[‹FY26 Q2›]', 'lag', 'Put the quarter’s name in double quotes, such as "FY26 Q2".'],
  ['g[‹[›1]]', 'lag', 'Brackets cannot stand inside brackets: write one lag after the other, x[-1][-4].'],
  ['‹5›[-1]', 'lag', '“5” is not a line: it cannot be looked up in another quarter.'],
  ['‹actual›[-1]', 'lag', '“actual” is not a line: it cannot be looked up in another quarter.'],
  [
    'g[‹"FY26 Q5"›]',
    'quarter',
    '“FY26 Q5” is not a quarter. Write it as "FY26 Q2", or by the month it ends in, as "2025-09".',
  ],
  ['g[‹"2025-08"›]', 'quarter', 'No quarter of this model ends in the month 2025-08.'],
  ['g[‹"FY26 Q2]›', 'syntax', 'This quarter’s name has no closing quote: put " after it.'],
  ['‹g "FY26 Q2"›', 'quarter', 'Put the quarter in brackets: g["FY26 Q2"].', 'g["FY26 Q2"]'],
  [
    '1 + ‹"FY26 Q2"›',
    'quarter',
    'A quarter’s name stands in brackets, such as revenue["FY26 Q2"], or in cumulative, ramp and spread.',
  ],
  ['‹›', 'syntax', 'There is no formula here yet: type one, such as revenue[-4] * 1.1.'],
  ['  =‹›', 'syntax', 'There is no formula here yet: type one, such as revenue[-4] * 1.1.'],
]

describe('each Problem gives its range, a sentence and a suggestion', () => {
  test.each(cases.map((each): [string, Case] => [each[0], each]))('%s', (marked, [, kind, sentence, suggestion]) => {
    const start = marked.indexOf('‹')
    const end = marked.indexOf('›') - 1
    expect(problemIn(marked.replace(/[‹›]/g, ''))).toEqual({
      kind,
      span: { start, end },
      sentence,
      suggestion: suggestion ?? null,
    })
  })
})

test('names are never looked up on an object', () => {
  expect(accepts('constructor + 1')).toBe(true)
  expect(problemIn('__proto__').kind).toBe('unknown name')
})

test('reserved names are those of functions, calendar, distributions and words', () => {
  for (const name of functionNames) expect(reservedNames).toContain(name)
  for (const name of [
    'sum',
    'ttm',
    'if',
    'actual',
    'fiscal_year',
    'normal',
    'each',
    'and',
    'e',
    'i',
    'pi',
    'end',
    'to',
    'in',
    'nan',
  ])
    expect(isReservedName(name)).toBe(true)
  for (const name of ['revenue', 'constructor', 'toString', 'year']) expect(isReservedName(name)).toBe(false)
})
