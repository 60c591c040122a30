// The instructions of the IR's operators, two lanes at a time.

import type { BinaryOperator, Comparison, UnaryOperator } from '#formula/ir.ts'
import { f64x2, type Bytes } from './encode.ts'

export const unaryCode: Readonly<Record<UnaryOperator, Bytes>> = {
  negate: f64x2.negate,
  absolute: f64x2.absolute,
  floor: f64x2.floor,
  ceiling: f64x2.ceiling,
  root: f64x2.root,
}

export const binaryCode: Readonly<Record<BinaryOperator, Bytes>> = {
  '+': f64x2.add,
  '-': f64x2.subtract,
  '*': f64x2.multiply,
  '/': f64x2.divide,
  least: f64x2.pseudoMinimum,
  most: f64x2.pseudoMaximum,
}

export const comparisonCode: Readonly<Record<Comparison, Bytes>> = {
  '==': f64x2.equal,
  '!=': f64x2.unequal,
  '<': f64x2.less,
  '<=': f64x2.lessEqual,
  '>': f64x2.greater,
  '>=': f64x2.greaterEqual,
}
