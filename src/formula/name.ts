// What a name in a formula stands for: a line, a calendar name or a function; and what to say of one that stands for none.

import { assert } from '#base/assert.ts'
import type { Span } from '#base/span.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { refuse } from './formulaProblem.ts'
import { functionNamed, functionNames } from './functionTable.ts'
import type { Token } from './lexer.ts'
import { nearestName } from './nearest.ts'
import { calendarNames, isCalendarName, isDistribution, isReservedName } from './reserved.ts'
import type { Tree } from './tree.ts'

/** What names and quarters mean where the formula stands. */
export type FormulaScope = { readonly keys: ReadonlyMap<string, LineId>; readonly calendar: FiscalCalendar }

const refuseReserved = (text: string, span: Span): never => {
  if (text === 'true' || text === 'false') {
    const number = text === 'true' ? '1' : '0'
    return refuse('reserved key', span, `Write ${number} for ${text}.`, number)
  }
  const sentence = `“${text}” is a reserved word and cannot be a line’s key. If a line has it, give that line another key.`
  return refuse('reserved key', span, sentence)
}

const refuseDistribution = (text: string, span: Span): never =>
  refuse('unknown name', span, `Distributions such as “${text}” come with simulation, which is not there yet.`)

const refuseUnknown = (what: 'line' | 'function', { text, span }: Token, names: Iterable<string>): never => {
  const near = nearestName(text, names)
  const question = near === null ? '' : ` Did you mean “${near}”?`
  return refuse('unknown name', span, `There is no ${what} “${text}”.${question}`, near)
}

/** The tree of a word that stands alone: a number, a line's key or a calendar name. */
export const nameTree = (token: Token, { keys }: FormulaScope): Tree => {
  const { span, text } = token
  if (token.kind === 'number') return { kind: 'number', value: token.value, isPercent: token.isPercent, span }
  if (token.kind === 'quoted') {
    const places = 'in brackets, such as revenue["FY26 Q2"], or in cumulative, ramp and spread'
    return refuse('quarter', span, `A quarter’s name stands ${places}.`)
  }
  assert(token.kind === 'name', 'a word is no symbol')
  if (isCalendarName(text)) return { kind: 'calendar', name: text, span }
  if (functionNamed(text) !== null)
    return refuse('arguments', span, `“${text}” is a function: give it arguments in parentheses.`)
  if (isDistribution(text)) return refuseDistribution(text, span)
  if (isReservedName(text)) return refuseReserved(text, span)
  const line = keys.get(text)
  return line === undefined
    ? refuseUnknown('line', token, [...keys.keys(), ...calendarNames])
    : { kind: 'line', line, span }
}

/** Refuses a name that stands before a parenthesis and is no function. */
export const refuseCallee = (name: Token, opening: Token, { keys }: FormulaScope): never => {
  const { span, text } = name
  if (keys.has(text) || isCalendarName(text)) {
    const product = `${text} * (`
    const sentence = `“${text}” is not a function, so an operator is missing before “(”. To multiply, write “${product}”.`
    return refuse('syntax', { start: span.start, end: opening.span.end }, sentence, product)
  }
  if (isDistribution(text)) return refuseDistribution(text, span)
  return refuseUnknown('function', name, functionNames)
}
