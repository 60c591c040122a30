// A Decimal text is a number written out in digits, `-0.0000123`, without an exponent. Moving its point is exact, which
// dividing by a hundred is not: what a person typed and what a file says are moved in the text and read once.

/** Beyond these powers of ten digits are no longer read by anyone, and an exponent is. */
const leastPlainExponent = -21
const mostPlainExponent = 21

/** The double nearest to a decimal text with its point moved to the right (to the left where `places` is negative). */
export const numberWithPointMoved = (digits: string, places: number): number => {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e')
  return Number(`${mantissa}e${Number(exponent) + places}`)
}

/**
 * The shortest digits that read back to the same double, its point moved by `places`, without an exponent where that
 * takes no more than some twenty zeros.
 */
export const plainDecimal = (value: number, places = 0): string => {
  const [mantissa = '', exponentText = '0'] = Math.abs(value).toString().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '')
  const exponent = Number(exponentText) + places - fraction.length // value = digits * 10^exponent
  const sign = value < 0 ? '-' : ''
  if (digits === '0') return '0'
  const leading = exponent + digits.length - 1
  if (leading < leastPlainExponent || leading >= mostPlainExponent) {
    const tail = digits.slice(1).replace(/0+$/, '')
    return `${sign}${digits.slice(0, 1)}${tail === '' ? '' : `.${tail}`}e${leading}`
  }
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent)
  const padded = digits.padStart(1 - exponent, '0')
  const point = padded.length + exponent
  const after = padded.slice(point).replace(/0+$/, '')
  return sign + padded.slice(0, point) + (after === '' ? '' : `.${after}`)
}
