// Help: every sample of the guide is a formula, and a search finds a function by whatever people call it.

import { describe, expect, test } from 'vitest'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { functionTable } from '#formula/functionTable.ts'
import { calendarSentences, topics } from '#formula/guide.ts'
import { helpOn, otherSpelling } from '#formula/help.ts'
import { calendarNames, isReservedName } from '#formula/reserved.ts'

const namesIn = (text: string): readonly string[] =>
  text.replace(/"[^"]*"/g, '').match(/(?<![\w.])[a-z_][a-z0-9_]*/g) ?? []

describe('the guide', () => {
  test.each(topics.flatMap(({ samples }) => samples.map(({ formula }) => formula)))('%s is a formula', (formula) => {
    const keys = new Map(namesIn(formula).flatMap((name) => (isReservedName(name) ? [] : [[name, name] as const])))
    const result = checkFormula(formula, { keys, calendar: { yearEndMonth: 3, yearNamedBy: 'end' } })
    expect(isFormulaProblem(result) ? result.sentence : null).toBeNull()
  })

  test('names the calendar’s names', () => {
    expect(Object.keys(calendarSentences)).toEqual([...calendarNames])
  })

  test.each([
    ['revenue > plan ? revenue : plan', 'if(revenue > plan, revenue, plan)'],
    ['lag(revenue, 4)', 'revenue[-4]'],
    ['revenue["2QFY26"]', 'revenue["FY26 Q2"]'],
    ['revenue * (1 + growth)', null],
  ])('[F11] %s is also written %s', (formula, same) => {
    expect(otherSpelling(formula)).toBe(same)
  })
})

describe('a search', () => {
  const found = (search: string): readonly string[] => helpOn(search).functions.map(({ name }) => name)

  test('[F13] of nothing finds everything', () => {
    expect(found('')).toEqual(functionTable.map(({ name }) => name))
    expect(helpOn(' ').topics).toEqual(topics)
  })

  test.each([
    ['[F13] a function by its name', 'ttm', 'ttm'],
    ['[F13] as it is typed, with its parenthesis', 'ROUND(', 'round'],
    ['[F13] by what another tool calls it', 'average', 'mean'],
    ['[F13] by a word of its sentence', 'compounded', 'cagr'],
    ['[F13] by several words in any order', 'year growth', 'yoy'],
    ['[F13] the function of the name before others that mention it', 'log', 'log'],
  ])('%s', (_, search, name) => {
    expect(found(search)[0]).toBe(name)
  })

  test('[F13] finds topics by a word of theirs, and nothing where there is nothing', () => {
    expect(helpOn('n.m.').topics.map(({ title }) => title)).toContain('No value')
    expect(helpOn('zebra')).toEqual({ topics: [], functions: [] })
  })
})
