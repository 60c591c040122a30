// What the language refuses of names, characters and operators: the exact range, the sentence and the suggestion.

import { describe, expect, test } from 'vitest'
import { functionNames } from '#formula/functionTable.ts'
import { isReservedName, reservedNames } from '#formula/reserved.ts'
import { accepts, expectProblem, problemIn, type Case } from './refusal.ts'

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
  ['max(‹12,000.5›, g)', 'syntax', 'Numbers take no separators: write 12000.5.', '12000.5'],
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
  ["g[‹'FY26 Q2'›]", 'syntax', 'A quarter’s name stands between straight double quotes: write "FY26 Q2".', '"FY26 Q2"'],
  ['g[‹“FY26 Q2”›]', 'syntax', 'A quarter’s name stands between straight double quotes: write "FY26 Q2".', '"FY26 Q2"'],
  ['g‹²›', 'syntax', '“²” is not part of the formula language. Write “^2”.', '^2'],
  ['‹int›(g)', 'unknown name', 'There is no function “int”. Did you mean “floor”?', 'floor'],
  ['‹h›', 'unknown name', 'There is no line “h”.'],
  ['g[‹"FY26 Q2]›', 'syntax', 'This quarter’s name has no closing quote: put " after it.'],
  ['‹›', 'syntax', 'There is no formula here yet: type one, such as revenue[-4] * 1.1.'],
  ['  =‹›', 'syntax', 'There is no formula here yet: type one, such as revenue[-4] * 1.1.'],
]

describe('each Problem gives its range, a sentence and a suggestion', () => {
  test.each(cases.map((each): [string, Case] => [each[0], each]))('%s', (_, each) => {
    expectProblem(each)
  })
})

test('digits that no separator can stand before are an argument', () => {
  for (const text of ['max(1.5, 000)', 'max(1000, 000)', 'max(g, 000)', 'max(1, 100)']) expect(accepts(text)).toBe(true)
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
