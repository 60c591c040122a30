// A Fraction is an exact number: two whole numbers, the lower one positive. Sums typed into a cell are computed with it
// and rounded once at the end, so that `=0.1+0.2` is 0.3.

export type Fraction = { readonly upper: bigint; readonly lower: bigint }

/** Past this many bits a power is computed in doubles: nobody types it, but `9^9^9` must not hang the page. */
const mostBits = 4096

const bitsOf = (value: bigint): number => value.toString(16).length * 4

/** Whether a fraction has outgrown every number anyone means; reducing it would take ever longer. */
export const isTooLong = ({ upper, lower }: Fraction): boolean => bitsOf(upper) + bitsOf(lower) > 4 * mostBits

const reduced = (upper: bigint, lower: bigint): Fraction => {
  let [left, right] = [upper < 0n ? -upper : upper, lower]
  while (right !== 0n) [left, right] = [right, left % right]
  return { upper: upper / left, lower: lower / left }
}

/** Digits with an optional point and exponent, exactly; null where its exponent is out of all proportion. */
export const fractionOf = (digits: string, places = 0): Fraction | null => {
  const [mantissa = '', exponentText = '0'] = digits.toLowerCase().split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const exponent = Number(exponentText) + places - decimals.length
  if (Math.abs(exponent) > 400) return null
  const upper = BigInt(whole + decimals)
  return exponent < 0 ? reduced(upper, 10n ** BigInt(-exponent)) : { upper: upper * 10n ** BigInt(exponent), lower: 1n }
}

export const sum = (left: Fraction, right: Fraction): Fraction =>
  reduced(left.upper * right.lower + right.upper * left.lower, left.lower * right.lower)

export const negated = ({ upper, lower }: Fraction): Fraction => ({ upper: -upper, lower })

export const product = (left: Fraction, right: Fraction): Fraction =>
  reduced(left.upper * right.upper, left.lower * right.lower)

/** One divided by it; null for zero. */
export const inverse = ({ upper, lower }: Fraction): Fraction | null =>
  upper === 0n ? null : upper < 0n ? { upper: -lower, lower: -upper } : { upper: lower, lower: upper }

/** The exact power, or null where the exponent is not whole, the result too long, or zero is divided by. */
export const wholePower = (base: Fraction, exponent: Fraction): Fraction | null => {
  const times = exponent.upper < 0n ? -exponent.upper : exponent.upper
  if (exponent.lower !== 1n || times > BigInt(mostBits)) return null
  if (Number(times) * (bitsOf(base.upper) + bitsOf(base.lower)) > mostBits) return null
  const raised = { upper: base.upper ** times, lower: base.lower ** times }
  return exponent.upper < 0n ? inverse(raised) : raised
}

/** Enough digits for a double to be rounded right; one more stands for all that follow. */
const digitsKept = 40
const digitsPerBit = 0.30103

/** The double nearest to a fraction. */
export const nearestDouble = ({ upper, lower }: Fraction): number => {
  const magnitude = upper < 0n ? -upper : upper
  const places = digitsKept - Math.round((bitsOf(magnitude) - bitsOf(lower)) * digitsPerBit)
  const [scaled, divisor] =
    places >= 0 ? [magnitude * 10n ** BigInt(places), lower] : [magnitude, lower * 10n ** BigInt(-places)]
  const isExact = scaled % divisor === 0n
  return Number(`${upper < 0n ? '-' : ''}${scaled / divisor}${isExact ? '0' : '1'}e${-places - 1}`)
}
