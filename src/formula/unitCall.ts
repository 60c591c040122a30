// What a function makes of units, by its rule in the function table, and what it asks of its expressions: only a flow adds
// up over quarters, the growth of a per cent is rarely meant.

import { accrualOfEither, type Accrual } from './accrual.ts'
import { functionNamed } from './functionTable.ts'
import { anything, isFractionSort, plain, unknown, type Measure } from './measure.ts'
import { unitFree, type Part, type Reading, type Sense } from './sense.ts'
import type { ArithmeticOperator, Call, Step, Tree } from './tree.ts'
import { alike, sumSense, type Tell } from './unitSum.ts'
import { addingUp, growing, quartersAddedUp, singleQuarters } from './unitWarning.ts'
import { present } from '#base/assert.ts'

/** Whether a tree is a call that adds up quarters, and not values side by side. */
export const isSumOverQuarters = (tree: Tree): tree is Call =>
  tree.kind === 'call' && functionNamed(tree.name)?.unit === 'summed' && (tree.name !== 'sum' || tree.window !== null)

/** Whether what stands beside a sum over quarters makes a mean of it: their number, in digits, counted, or by the calendar. */
export const makesMean = (sum: Call, { operator, operand }: Step<ArithmeticOperator>): boolean => {
  const quarters = quartersAddedUp(sum)
  if (operand.kind === 'number') {
    const divisor = operator === '/' ? operand.value : 1 / operand.value
    return quarters === null ? divisor > 1 : Math.abs(divisor / quarters - 1) < 1e-9
  }
  return operator === '/' && (operand.kind === 'calendar' || (operand.kind === 'call' && operand.name === 'count'))
}

/** A window that ends before it starts: how a formula says "no value". */
const isEmptyWindow = ({ window }: Call): boolean =>
  window !== null && 'lag' in window.from && 'lag' in window.to && window.from.lag > window.to.lag

const summed = (reading: Reading, call: Call, of: Part, isMean: boolean, tell: Tell): Sense => {
  const { measure, accrual } = of.sense
  if (isMean) return { measure, accrual }
  if (accrual === 'balance' || accrual === 'rate') {
    tell(addingUp(reading, call, of))
    return { measure: unknown, accrual: 'unknown' }
  }
  return { measure, accrual: accrual === 'flow' ? 'balance' : accrual }
}

const growth = (reading: Reading, call: Call, of: Part, tell: Tell): Sense => {
  const { measure } = of.sense
  if (measure.kind === 'plain' && (measure.sort === 'percent' || measure.sort === 'points'))
    tell(growing(reading, call, of))
  return { measure: plain('percent'), accrual: 'rate' }
}

/** A function of numbers may give anything: the root of a variance, a power of e. */
const ofNumber = (name: Call['name'], { measure }: Sense): Measure => {
  if (measure.kind === 'any') return anything
  return name === 'sqrt' && measure.kind === 'plain' && isFractionSort(measure.sort) ? plain('ratio') : unknown
}

const accrualOfAlike = ({ name }: Call, of: Accrual): Accrual => {
  if (of === 'any') return 'any'
  if (name === 'decumulate' || name === 'spread') return 'flow'
  return name === 'stdev' || name === 'ramp' || name === 'mod' ? 'unknown' : of
}

/** `isMean` where the call is a sum that is divided by the number of its quarters. */
export const callSense = (reading: Reading, call: Call, parts: readonly Part[], isMean: boolean, tell: Tell): Sense => {
  const { unit } = present(functionNamed(call.name), call.name)
  const first = present(parts[0], 'an expression')
  if (isEmptyWindow(call)) return unit === 'count' ? { measure: plain('count'), accrual: 'unknown' } : unitFree
  switch (unit) {
    case 'summed':
      return isSumOverQuarters(call)
        ? summed(reading, call, first, isMean, tell)
        : sumSense(
            reading,
            parts.map((part) => ({ ...part, operator: '+' })),
            call,
            tell,
          )
    case 'alike': {
      const measure = alike(reading, parts, 'choice', call, tell) ?? unknown
      const accrual = accrualOfEither(parts.map(({ sense }) => sense.accrual))
      if (call.name !== 'decumulate' || accrual !== 'rate') return { measure, accrual: accrualOfAlike(call, accrual) }
      tell(singleQuarters(reading, call, first))
      return { measure, accrual: 'unknown' }
    }
    case 'growth':
      return growth(reading, call, first, tell)
    case 'count':
      return { measure: plain('count'), accrual: 'unknown' }
    case 'quarters':
      // A level is found on its plan, a time elapsed on the length: each pair is compared.
      if (call.name === 'earned')
        for (const pair of [parts.slice(0, 2), parts.slice(2)]) alike(reading, pair, 'comparison', call, tell)
      return { measure: plain('quarters'), accrual: 'balance' }
    case 'mark':
      return unitFree
    case 'number':
      return { measure: ofNumber(call.name, first.sense), accrual: first.sense.accrual === 'any' ? 'any' : 'unknown' }
  }
}
