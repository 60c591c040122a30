// A fold adds up, or otherwise brings to one value, what a column holds from one row to another: a loop inside the kernel's
// own. Oldest first, and no value where one is missing, except for `count`. From after to is an empty window.

import type { WindowOperator } from '#formula/ir.ts'
import { laneBytes, type Code } from './code.ts'
import { f64x2, instruction as op, noResult, v128 } from './encode.ts'

/** What a row's value, in a local, makes of the fold so far, on the stack. */
const writeStep = (code: Code, operator: WindowOperator, value: number): void => {
  code.get(value)
  switch (operator) {
    case 'count':
      code.get(value)
      code.push(...f64x2.equal)
      code.number(1)
      code.push(...v128.and, ...f64x2.add)
      return
    case 'min':
    case 'max':
      code.push(...(operator === 'min' ? f64x2.pseudoMinimum : f64x2.pseudoMaximum))
      code.get(value)
      code.get(value)
      code.push(...f64x2.unequal, ...v128.or)
      return
    default:
      code.push(...f64x2.add)
  }
}

/** Puts the fold on the stack; on it lie the addresses of the first and last row. */
export const writeFold = (code: Code, operator: WindowOperator): void => {
  const [first, last, row] = [code.local('i32'), code.local('i32'), code.local('i32')]
  const [folded, value] = [code.local('v128'), code.local('v128')]
  code.set(last)
  code.tee(first)
  code.set(row)
  if (operator === 'median' || operator === 'stdev') {
    code.callByLane(operator, (lane) => {
      for (const address of [first, last]) {
        code.get(address)
        code.addToAddress(lane * laneBytes)
      }
      code.rowLength()
    })
    return
  }
  const whileInside = (write: () => void): void => {
    code.get(row)
    code.get(last)
    code.push(op.i32LessEqualUnsigned, op.if, noResult)
    write()
    code.push(op.end)
  }
  const nextRow = (): void => {
    code.get(row)
    code.rowLength()
    code.push(op.i32Add)
    code.set(row)
  }
  code.number(operator === 'count' ? 0 : NaN)
  code.set(folded)
  if (operator !== 'count')
    whileInside(() => {
      code.get(row)
      code.load()
      code.set(folded)
      nextRow()
    })
  code.push(op.loop, noResult)
  whileInside(() => {
    code.get(row)
    code.load()
    code.set(value)
    code.get(folded)
    writeStep(code, operator, value)
    code.set(folded)
    nextRow()
    code.push(op.branch, 1)
  })
  code.push(op.end)
  code.get(folded)
  if (operator !== 'mean') return
  code.get(last)
  code.get(first)
  code.push(op.i32Subtract)
  code.rowLength()
  code.push(op.i32DivideUnsigned)
  code.addToAddress(1)
  code.push(op.f64ConvertUnsigned, ...f64x2.splat, ...f64x2.divide)
}
