// Elementary functions that give the same bits in every browser, in Node and in a worker: Math.exp, Math.log and Math.pow
// are approximations that differ between them, these are plain arithmetic. Outside a function's domain the result is NaN.

import exponential from '@stdlib/math-base-special-exp'
import naturalLogarithm from '@stdlib/math-base-special-ln'
import decimalLogarithm from '@stdlib/math-base-special-log10'
import generalPower from '@stdlib/math-base-special-pow'

export const exp = (x: number): number => exponential(x)

/** The natural logarithm; NaN at 0 and below. */
export const log = (x: number): number => (x > 0 ? naturalLogarithm(x) : NaN)

export const log10 = (x: number): number => (x > 0 ? decimalLogarithm(x) : NaN)

/** x to the power n. Whole powers from 2 to 4 are products; NaN to any power is NaN, and 0 to the power 0 is 1. */
export const power = (x: number, n: number): number => {
  if (Number.isNaN(x) || Number.isNaN(n)) return NaN
  if (n === 2) return x * x
  if (n === 3) return x * x * x
  if (n === 4) return x * x * x * x
  return generalPower(x, n)
}

/** 10 to a whole power, as the nearest double. */
const powerOfTen = (exponent: number): number => Number(`1e${exponent}`)

/** Half away from zero: floor(|x| · 10^digits), one more if the rest is 0.5 or above, scaled and signed back. */
export const roundTo = (x: number, digits: number): number => {
  const factor = powerOfTen(Math.abs(digits))
  const scaled = digits < 0 ? Math.abs(x) / factor : Math.abs(x) * factor
  const whole = Math.floor(scaled)
  const rounded = scaled - whole >= 0.5 ? whole + 1 : whole
  return (digits < 0 ? rounded * factor : rounded / factor) * (x < 0 ? -1 : 1)
}

/** a − b · floor(a / b): the sign of b; NaN where b is 0. */
export const modulo = (a: number, b: number): number => (b === 0 ? NaN : a - b * Math.floor(a / b))

/** a / b; NaN where b is 0, so that no infinity comes from a division by nothing. */
export const quotient = (a: number, b: number): number => (b === 0 ? NaN : a / b)
