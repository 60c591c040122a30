// A Reference is one place where a formula looks at a line, and at which quarters: between two ends, each so many quarters
// from the row's own or a quarter by name. Lags around the line are added up, and a function that looks further back
// stretches the range: in `ttm(capex[-1])` capex is looked at from four quarters back to one.

import { unreachable } from '#base/assert.ts'
import type { Span } from '#base/span.ts'
import type { LineId } from '#model/lineItem.ts'
import { addQuarters } from '#model/quarter.ts'
import type { Call, End, Tree } from './tree.ts'

export type Reference = {
  readonly line: LineId
  /** -Infinity is the first quarter of all, Infinity the last. */
  readonly from: End
  readonly to: End
  readonly span: Span
}

type Look = { readonly from: End; readonly to: End }

const ownQuarter: Look = { from: { lag: 0 }, to: { lag: 0 } }

const shiftEnd = (end: End, quarters: number): End =>
  'lag' in end ? { lag: end.lag + quarters } : { quarter: addQuarters(end.quarter, quarters) }

const shift = (look: Look, from: number, to: number): Look => ({
  from: shiftEnd(look.from, from),
  to: shiftEnd(look.to, to),
})

const through = (look: Look, from: End, to: End): Look => ({
  from: 'lag' in from ? shiftEnd(look.from, from.lag) : from,
  to: 'lag' in to ? shiftEnd(look.to, to.lag) : to,
})

/** The stretch of quarters in which a call looks at one of its expressions: one, so that calls in calls do not multiply. */
const lookOf = (call: Call, at: number, look: Look): Look => {
  if (call.window !== null) return through(look, call.window.from, call.window.to)
  switch (call.name) {
    case 'qoq':
    case 'decumulate':
      return shift(look, -1, 0)
    case 'ttm':
    case 'ytd':
      return shift(look, -3, 0)
    case 'yoy':
      return shift(look, -4, 0)
    case 'cagr':
      return shift(look, -4 * (call.whole ?? 1), 0)
    case 'cumulative':
    case 'hold':
    case 'streak':
      return { from: { lag: -Infinity }, to: look.to }
    case 'earned':
      // The plan and the time elapsed in every quarter there is; the level and the length in the row's own.
      return at === 1 || at === 2 ? { from: { lag: -Infinity }, to: { lag: Infinity } } : look
    default:
      return look
  }
}

const collect = (tree: Tree, look: Look, found: Reference[]): void => {
  switch (tree.kind) {
    case 'number':
    case 'calendar':
      return
    case 'line':
      found.push({ line: tree.line, ...look, span: tree.span })
      return
    case 'negate':
    case 'not': {
      collect(tree.of, look, found)
      return
    }
    case 'chain':
    case 'comparison':
      collect(tree.first, look, found)
      for (const { operand } of tree.rest) collect(operand, look, found)
      return
    case 'and':
    case 'or':
      for (const operand of tree.operands) collect(operand, look, found)
      return
    case 'power':
      collect(tree.base, look, found)
      {
        collect(tree.exponent, look, found)
        return
      }
    case 'choice':
      for (const part of [tree.condition, tree.yes, tree.no]) collect(part, look, found)
      return
    case 'lag': {
      collect(tree.of, shift(look, tree.quarters, tree.quarters), found)
      return
    }
    case 'at': {
      collect(tree.of, { from: { quarter: tree.quarter }, to: { quarter: tree.quarter } }, found)
      return
    }
    case 'call':
      for (const [at, part] of tree.expressions.entries()) collect(part, lookOf(tree, at, look), found)
      return
    default:
      unreachable(tree)
  }
}

export const referencesOf = (tree: Tree): readonly Reference[] => {
  const found: Reference[] = []
  collect(tree, ownQuarter, found)
  return found
}
