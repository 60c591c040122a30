// Formatting prints a Tree as text in canonical form: the parentheses its shape needs and no others, a space on each side
// of a binary operator, lags as `x[-4]` and `x[+1]` (so also `lag` and `lead`), a choice as `if(a, b, c)` (so also
// `? :`), quarters by their plain names, and numbers as the shortest text that reads back to the same double, with their
// % where they had one. What a text is formatted to is read back as the same tree. It may be longer than the text it was
// read from, even longer than a formula may be.

import { unreachable } from '#base/assert.ts'
import { plainName, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Call, End, Tree } from './tree.ts'

/** How tightly an expression holds together, loosest first. A bracket stands behind a postfix; a word stands alone. */
const ranks = ['or', 'and', 'not', 'comparison', 'sum', 'product', 'negation', 'power', 'word', 'postfix'] as const

type Rank = (typeof ranks)[number]

const rankOf = (tree: Tree): Rank => {
  switch (tree.kind) {
    case 'or':
    case 'and':
    case 'not':
    case 'comparison':
    case 'power':
      return tree.kind
    case 'chain':
      return tree.rest.some(({ operator }) => operator === '*' || operator === '/') ? 'product' : 'sum'
    case 'negate':
      return 'negation'
    case 'number':
    case 'calendar':
      return 'word'
    case 'line':
    case 'lag':
    case 'at':
    case 'choice':
    case 'call':
      return 'postfix'
    default:
      return unreachable(tree)
  }
}

/** The rank next to one: operands of a run that must not be taken for its parts. */
const above = (rank: Rank): Rank => ranks[ranks.indexOf(rank) + 1] ?? 'postfix'

/** A number's digits with the point moved right; never through arithmetic, which would round. */
const movedDigits = (value: number, places: number): string => {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1 + places
  if (value === 0) return '0'
  if (point > 21 || point < -5) {
    const rest = digits.slice(1)
    return `${digits.slice(0, 1)}${rest === '' ? '' : `.${rest}`}e${point - 1}`
  }
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return digits.padEnd(point, '0')
  return `${digits.slice(0, point)}.${digits.slice(point)}`
}

const numberText = (value: number, isPercent: boolean): string =>
  isPercent ? `${movedDigits(value, 2)}%` : movedDigits(value, 0)

/** A whole number in digits, however large. */
const wholeText = (value: number): string => BigInt(value).toString()

const lagText = (quarters: number): string => (quarters > 0 ? `+${wholeText(quarters)}` : wholeText(quarters))

class Format {
  readonly keys: ReadonlyMap<LineId, string>
  readonly calendar: FiscalCalendar

  constructor(keys: ReadonlyMap<LineId, string>, calendar: FiscalCalendar) {
    this.keys = keys
    this.calendar = calendar
  }

  quarter(quarter: Quarter): string {
    return `"${plainName(quarter, this.calendar)}"`
  }

  end(end: End): string {
    return 'lag' in end ? lagText(end.lag) : this.quarter(end.quarter)
  }

  /** The expression as an operand that holds together at least so tightly. */
  operand(tree: Tree, least: Rank): string {
    const text = this.text(tree)
    return ranks.indexOf(rankOf(tree)) < ranks.indexOf(least) ? `(${text})` : text
  }

  call({ name, expressions, window, quarters, whole }: Call): string {
    if (window !== null) {
      const [of] = expressions
      const text = of === undefined ? '' : this.operand(of, 'postfix')
      return `${name}(${text}[${this.end(window.from)}:${this.end(window.to)}])`
    }
    const given = [
      ...expressions.map((each) => this.text(each)),
      ...quarters.map((each) => this.quarter(each)),
      ...(whole === null ? [] : [wholeText(whole)]),
    ]
    return `${name}(${given.join(', ')})`
  }

  run(first: Tree, rest: readonly { readonly operator: string; readonly operand: Tree }[], least: Rank): string {
    const steps = rest.map(({ operator, operand }) => ` ${operator} ${this.operand(operand, least)}`)
    return this.operand(first, least) + steps.join('')
  }

  text(tree: Tree): string {
    switch (tree.kind) {
      case 'number':
        return numberText(tree.value, tree.isPercent)
      case 'line':
        return this.keys.get(tree.line) ?? tree.line
      case 'calendar':
        return tree.name
      case 'negate':
        return `-${this.operand(tree.of, 'negation')}`
      case 'not':
        return `not ${this.operand(tree.of, 'not')}`
      case 'chain':
      case 'comparison':
        return this.run(tree.first, tree.rest, above(rankOf(tree)))
      case 'and':
      case 'or':
        return tree.operands.map((each) => this.operand(each, above(tree.kind))).join(` ${tree.kind} `)
      case 'power':
        return `${this.operand(tree.base, above('power'))}^${this.operand(tree.exponent, 'negation')}`
      case 'choice':
        return `if(${[tree.condition, tree.yes, tree.no].map((each) => this.text(each)).join(', ')})`
      case 'lag':
        return `${this.operand(tree.of, 'postfix')}[${lagText(tree.quarters)}]`
      case 'at':
        return `${this.operand(tree.of, 'postfix')}[${this.quarter(tree.quarter)}]`
      case 'call':
        return this.call(tree)
      default:
        return unreachable(tree)
    }
  }
}

/** A checked formula's text in canonical form; `keys` by the line's id. */
export const formatFormula = (tree: Tree, keys: ReadonlyMap<LineId, string>, calendar: FiscalCalendar): string =>
  new Format(keys, calendar).text(tree)
