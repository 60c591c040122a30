// A FunctionEntry is all there is to say of a function of the language: what a call looks like, what becomes of units, one
// sentence, and examples with the result worked out by hand, which are help and test alike. An aggregate takes one window,
// or two or more expressions; every other function takes its parameters in order.

import { unreachable } from '#base/assert.ts'
import type { UnitRule } from './unitRule.ts'

export type Parameter = {
  readonly name: string
  readonly takes: 'expression' | 'quarter' | 'whole'
  readonly optional?: true
  /** The smallest whole number allowed; none where it may be negative. */
  readonly least?: number
}

export type FunctionGroup = 'aggregate' | 'time' | 'number' | 'logic'

/** Numbers of consecutive quarters, the first of them FY25 Q1; null is no value. */
export type Column = readonly (number | null)[]

export type Example = {
  readonly formula: string
  /** What is typed, by key. */
  readonly given: Readonly<Record<string, Column>>
  readonly gives: Column
  /** How the result comes about, by hand. */
  readonly how: string
}

export type FunctionEntry<Name extends string = string> = {
  readonly name: Name
  readonly group: FunctionGroup
  readonly parameters: readonly Parameter[]
  /** Whether the last parameter may be repeated. */
  readonly repeats: boolean
  readonly unit: UnitRule
  readonly sentence: string
  /** An ordinary case first, and at least one without a value or at the edge. */
  readonly examples: readonly [Example, Example, ...Example[]]
}

export const expression = (name: string): Parameter => ({ name, takes: 'expression' })
export const quarter = (name: string): Parameter => ({ name, takes: 'quarter' })
export const whole = (name: string, least: number): Parameter => ({ name, takes: 'whole', least })

/** The name of an example's quarter, counted from 0. */
export const exampleQuarter = (at: number): string => `FY${25 + Math.floor(at / 4)} Q${(at % 4) + 1}`

/** A number of an example as help shows it; the minus sign is one. */
export const exampleNumber = (value: number): string => String(Number(value.toFixed(4))).replace('-', '−')

export const example = (formula: string, given: Example['given'], gives: Column, how: string): Example => ({
  formula,
  given,
  gives,
  how,
})

/** How a call of the function looks: `round(x, n)`; an aggregate’s has two forms. */
export const signatureOf = ({ name, group, parameters, repeats }: FunctionEntry): string => {
  const names = parameters.map((each) => (each.takes === 'quarter' ? `"${each.name}"` : each.name))
  const listed = `${name}(${[...names, ...(repeats ? ['…'] : [])].join(', ')})`
  return group === 'aggregate' ? `${name}(x[from:to]) or ${listed}` : listed
}

export const leastArguments = ({ parameters }: FunctionEntry): number =>
  parameters.filter(({ optional }) => !optional).length

/** What the text of an argument has to be. */
export const parameterSentence = ({ name, takes, least }: Parameter): string => {
  switch (takes) {
    case 'expression':
      return `${name} is an expression`
    case 'quarter':
      return `${name} is a quarter in double quotes, such as "FY26 Q2"`
    case 'whole':
      return least === undefined
        ? `${name} is a whole number in digits`
        : `${name} is a whole number in digits, from ${least}`
    default:
      return unreachable(takes)
  }
}

/** What becomes of units, in words that go on from “Unit:”. */
export const unitSentence = ({ name, parameters, unit }: FunctionEntry): string => {
  const names = parameters.filter(({ takes }) => takes === 'expression').map((each) => each.name)
  const [first = '', ...others] = name === 'if' ? names.slice(1) : names
  const alike = others.length === 0 ? `that of ${first}` : 'that of its values, which must be alike'
  switch (unit) {
    case 'alike':
      return alike
    case 'summed':
      return `${alike}; over quarters only flows add up`
    case 'growth':
      return 'a per cent, whatever the unit of x'
    case 'count':
      return 'a count'
    case 'quarters':
      return others.length === 0 ? 'quarters' : `quarters; ${first} and ${others[0] ?? ''} must be alike`
    case 'mark':
      return 'a plain number'
    case 'number':
      return 'a plain number, of a plain number'
    default:
      return unreachable(unit)
  }
}
