// Which constructs of the language a formula has: forms of windows and lags, operators, and functions of time one inside
// the other.

import { partsOf, type Call, type End, type Tree } from '#formula/tree.ts'
import { functionNamed } from '#formula/functionTable.ts'
import type { Tally } from './tally.ts'

const windowNames = ['short', 'long', 'by name at both ends', 'from a name', 'to a name', 'empty'] as const
const moreWindowNames = ['reaching outside', 'of an expression', 'of a window', 'ahead'] as const
const lagNames = ['back', 'ahead', '[0]', 'a quarter by name', 'of an expression', 'of a lag', 'of a function'] as const
const powerNames = ['^2', '^3', '^4', '^0', '^0.5', '^-1', '^ something'] as const
const operatorNames = [
  ...(['chain of comparisons', 'cond ? a : b', 'and', 'or', 'not', 'minus', 'per cent', '+', '-', '*', '/'] as const),
  ...(['actual', 'fiscal_year', 'fiscal_quarter', 'quarter_index'] as const),
] as const
const nestNames = ['two deep', 'three deep', 'yoy(yoy(…))', 'cumulative(cumulative(…))'] as const

export const constructNames: readonly (readonly [section: string, names: readonly string[]])[] = [
  ['windows', [...windowNames, ...moreWindowNames]],
  ['lags', lagNames],
  ['powers', powerNames],
  ['operators and names', operatorNames],
  ['functions of time inside each other', nestNames],
]

const longWindow = 8 // quarters: two years, more than any of the everyday windows

const windowForm = (from: End, to: End): (typeof windowNames)[number] => {
  if ('quarter' in from) return 'quarter' in to ? 'by name at both ends' : 'from a name'
  if ('quarter' in to) return 'to a name'
  if (to.lag < from.lag) return 'empty'
  return to.lag - from.lag >= longWindow ? 'long' : 'short'
}

/** Whether some rows, not all, look beyond the timeline. */
const reachesOutside = (from: End, to: End, length: number): boolean =>
  ('lag' in from && from.lag < 0 && from.lag > -length) || ('lag' in to && to.lag > 0 && to.lag < length)

const countWindow = (tally: Tally, { window, expressions: [of] }: Call, length: number): void => {
  if (window === null || of === undefined) return
  const { from, to } = window
  tally.count('windows', windowForm(from, to))
  if (reachesOutside(from, to, length)) tally.count('windows', 'reaching outside')
  if ('lag' in to && to.lag > 0) tally.count('windows', 'ahead')
  if (of.kind !== 'line') tally.count('windows', 'of an expression')
  if (holdsWindow(of)) tally.count('windows', 'of a window')
}

const holdsWindow = (tree: Tree): boolean =>
  (tree.kind === 'call' && tree.window !== null) || partsOf(tree).some(holdsWindow)

const countLag = (tally: Tally, quarters: number, of: Tree): void => {
  tally.count('lags', quarters === 0 ? '[0]' : quarters < 0 ? 'back' : 'ahead')
  if (of.kind === 'lag' || of.kind === 'at') tally.count('lags', 'of a lag')
  else if (of.kind === 'call') tally.count('lags', 'of a function')
  else if (of.kind !== 'line') tally.count('lags', 'of an expression')
}

const countPower = (tally: Tally, exponent: Tree): void => {
  const value =
    exponent.kind === 'number'
      ? exponent.value
      : exponent.kind === 'negate' && exponent.of.kind === 'number'
        ? -exponent.of.value
        : NaN
  tally.count('powers', powerNames.find((name) => Number(name.slice(1)) === value) ?? '^ something')
}

const isOfTime = (tree: Tree): tree is Call => tree.kind === 'call' && functionNamed(tree.name)?.group === 'time'

const countNest = (tally: Tally, outer: Call): void => {
  const [inner] = outer.expressions
  if (inner === undefined || !isOfTime(inner)) return
  tally.count('functions of time inside each other', 'two deep')
  if (inner.expressions.some(isOfTime)) tally.count('functions of time inside each other', 'three deep')
  const name = `${outer.name}(${inner.name}(…))`
  if (nestNames.some((each) => each === name)) tally.count('functions of time inside each other', name)
}

/** Takes a formula into a census; `length` is the timeline's. */
export const countConstructs = (tally: Tally, tree: Tree, text: string, length: number): void => {
  tally.count('operators and names', 'per cent', text.split('%').length - 1)
  tally.count('operators and names', 'cond ? a : b', text.split('?').length - 1)
  const visit = (each: Tree): void => {
    if (each.kind === 'call') countWindow(tally, each, length)
    if (isOfTime(each)) countNest(tally, each)
    if (each.kind === 'lag') countLag(tally, each.quarters, each.of)
    if (each.kind === 'at') tally.count('lags', 'a quarter by name')
    if (each.kind === 'power') countPower(tally, each.exponent)
    if (each.kind === 'and' || each.kind === 'or' || each.kind === 'not') tally.count('operators and names', each.kind)
    if (each.kind === 'negate') tally.count('operators and names', 'minus')
    if (each.kind === 'calendar') tally.count('operators and names', each.name)
    if (each.kind === 'chain') for (const { operator } of each.rest) tally.count('operators and names', operator)
    if (each.kind === 'comparison' && each.rest.length > 1) tally.count('operators and names', 'chain of comparisons')
    for (const part of partsOf(each)) visit(part)
  }
  visit(tree)
}
