// Figures: numbers as people read them. Rounding is done once, from full precision, half away from zero on the shortest
// decimal text of the number (34.495 % is 34.5 to one place and 34 to none).

import { isFraction, scaleExponents, unitName, type Scale, type Unit } from './unit.ts'

const formatters = new Map<number, Intl.NumberFormat>()

const formatterOf = (decimals: number): Intl.NumberFormat => {
  const known = formatters.get(decimals)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  formatters.set(decimals, made)
  return made
}

/** The number with its point moved to the right in its decimal text, so that 0.285 becomes exactly 28.5. */
const movePoint = (value: number, places: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** What the screen shows of a value: per cents and points a hundred times larger, money in the scale asked for. */
export const shownValue = (value: number, unit: Unit, scale: Scale | null): number => {
  if (isFraction(unit)) return movePoint(value, 2)
  if (unit.kind !== 'currency' || scale === null) return value
  return movePoint(value, scaleExponents[unit.scale] - scaleExponents[scale])
}

const minus = '−'

/** `39,824`, `−21,840`: for sentences. Not a number is an empty text. */
export const plainFigure = (value: number, decimals: number): string => {
  if (Number.isNaN(value)) return ''
  const text = formatterOf(decimals).format(Math.abs(value))
  return value < 0 && /[1-9]/.test(text) ? minus + text : text
}

/** `39,824`, `(21,840)`: for tables, as accountants write negatives. */
export const tableFigure = (value: number, decimals: number): string => {
  const text = plainFigure(value, decimals)
  return text.startsWith(minus) ? `(${text.slice(1)})` : text
}

/** Digits after the point that show money exactly as far as its own scale does: 247,795 m is 247.795 bn. */
export const decimalsIn = (unit: Unit, decimals: number, scale: Scale | null): number =>
  unit.kind !== 'currency' || scale === null
    ? decimals
    : Math.max(decimals + scaleExponents[scale] - scaleExponents[unit.scale], 0)

/** A value of a line as a table shows it, in the line's own scale or another. */
export const tableValue = (value: number, unit: Unit, decimals: number, scale: Scale | null = null): string =>
  tableFigure(shownValue(value, unit, scale), decimalsIn(unit, decimals, scale))

/** The unit of a row whose money is shown in another scale than its own. */
export const shownUnit = (unit: Unit, scale: Scale | null): Unit =>
  unit.kind === 'currency' && scale !== null ? { ...unit, scale } : unit

/** A value with its unit, for sentences: `39,824 RMB m`, `34.5 %`, `8.7 points`. */
export const figureWithUnit = (value: number, unit: Unit, decimals: number): string => {
  const text = plainFigure(shownValue(value, unit, null), decimals)
  if (text === '' || unit.kind === 'count' || unit.kind === 'ratio') return text
  return unit.kind === 'quarters' && text === '1' ? '1 quarter' : `${text} ${unitName(unit)}`
}

/** Money in billions under a heading that says so: `70.177`. */
export const bareBillions = (value: number, unit: Unit, decimals = 3): string =>
  plainFigure(shownValue(value, unit, 'bn'), decimals)

/** Money in billions, as commitments are told: `70.177 bn`; empty where there is no value. */
export const inBillions = (value: number, unit: Unit, decimals = 3): string =>
  Number.isNaN(value) ? '' : `${bareBillions(value, unit, decimals)} bn`

/** Money in billions with its sign: `+6.844 bn`. */
export const signedBillions = (value: number, unit: Unit, decimals = 3): string =>
  (value > 0 ? '+' : '') + inBillions(value, unit, decimals)
