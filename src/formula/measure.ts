// A Measure is the unit of an expression as far as it can be known: money of some currency and scale, a plain number of
// some sort, anything (a number written in the formula, or a condition), or unknown. Money is a product of powers of
// currencies: RMB m is RMB¹ in scale 6, a rate of exchange RMB¹ USD⁻¹, and what cancels out is a ratio. Where a written
// number may have changed currency or scale, that part is open: `revenue * 7.1` is money of some currency.

import { scaleExponents, type Unit } from '#model/unit.ts'

export type Sort = 'percent' | 'points' | 'ratio' | 'count' | 'quarters'

/** What a written number may do to money that it multiplies. */
type Opening = { readonly currency: boolean; readonly scale: boolean }

/** A scale is a power of ten; null is open. */
export type Measure =
  | { readonly kind: 'any'; readonly opens: Opening }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'plain'; readonly sort: Sort; readonly scale: number | null }
  | { readonly kind: 'money'; readonly powers: ReadonlyMap<string, number>; readonly scale: number | null }

export type Plain = Extract<Measure, { kind: 'plain' }>
export type Money = Extract<Measure, { kind: 'money' }>

/** The key of a currency that is open. */
export const someCurrency = ''

export const unknown: Measure = { kind: 'unknown' }

export const anything: Measure = { kind: 'any', opens: { currency: false, scale: false } }

/** What is counted may be counted in thousands or millions: the scale of a count is open. */
export const plain = (sort: Sort, scale: number | null = sort === 'count' ? null : 0): Measure => ({
  kind: 'plain',
  sort,
  scale,
})

export const measureOf = (unit: Unit): Measure => {
  switch (unit.kind) {
    case 'currency':
      return { kind: 'money', powers: new Map([[unit.currency, 1]]), scale: scaleExponents[unit.scale] }
    case 'exchange':
      return {
        kind: 'money',
        powers: new Map([
          [unit.currency, 1],
          [unit.per, -1],
        ]),
        scale: 0,
      }
    default:
      return plain(unit.kind)
  }
}

/** What a written number opens. Shares, and the numbers that count quarters and months, leave money what it is. */
export const measureOfNumber = (value: number, isPercent: boolean): Measure => {
  const size = Math.abs(value)
  if (isPercent || [0, 1, 2, 3, 4, 12].includes(size)) return anything
  const isPowerOfTen = Number.isInteger(Math.log10(size))
  return { kind: 'any', opens: { currency: !isPowerOfTen, scale: isPowerOfTen || size >= 1000 || size <= 0.001 } }
}

export const isFractionSort = (sort: Unit['kind']): boolean =>
  sort === 'percent' || sort === 'points' || sort === 'ratio'

const isFraction = (measure: Measure): boolean => measure.kind === 'plain' && isFractionSort(measure.sort)

const total = (powers: ReadonlyMap<string, number>): number => [...powers.values()].reduce((sum, each) => sum + each, 0)

/** Whether it is money as one counts it, in one currency. */
export const isAmount = ({ powers }: Money): boolean => powers.size === 1 && total(powers) === 1

export const isExchange = (measure: Measure): boolean =>
  measure.kind === 'money' && measure.powers.size === 2 && total(measure.powers) === 0

const scaleAfter = (left: number | null, right: number | null, sign: 1 | -1): number | null =>
  left === null || right === null ? null : left + sign * right

const inverse = (measure: Plain | Money): Measure => {
  const scale = scaleAfter(0, measure.scale, -1)
  if (measure.kind === 'plain') return isFractionSort(measure.sort) ? plain('ratio', scale) : unknown
  return { ...measure, powers: new Map([...measure.powers].map(([currency, power]) => [currency, -power])), scale }
}

/** The measure multiplied or divided by a written number, which may have a unit in mind: `stores * 2.5`, `elapsed / 12`. */
const timesNumber = (measure: Measure, { currency, scale }: Opening): Measure => {
  if (measure.kind === 'plain' && !isFractionSort(measure.sort)) return unknown
  if (!currency && !scale) return measure
  if (measure.kind !== 'money' || !(isAmount(measure) || isExchange(measure))) return unknown
  const isOpen = currency && isAmount(measure)
  return {
    kind: 'money',
    powers: isOpen ? new Map([[someCurrency, 1]]) : measure.powers,
    scale: scale ? null : measure.scale,
  }
}

/** Units times a price that is declared a count, a fade times quarters: of mixed sorts nothing is known. */
const plainProduct = (left: Plain, right: Plain, sign: 1 | -1): Measure => {
  const scale = scaleAfter(left.scale, right.scale, sign)
  const areFractions = isFraction(left) && isFraction(right)
  if (sign === -1) return areFractions || left.sort === right.sort ? plain('ratio', scale) : unknown
  return areFractions
    ? plain(left.sort === right.sort && left.sort === 'percent' ? 'percent' : 'ratio', scale)
    : unknown
}

const moneyProduct = (left: Measure, right: Measure, sign: 1 | -1): Measure => {
  const powers = new Map<string, number>()
  let scale: number | null = 0
  for (const [measure, direction] of [
    [left, 1],
    [right, sign],
  ] as const) {
    if (measure.kind === 'money')
      for (const [currency, power] of measure.powers)
        powers.set(currency, (powers.get(currency) ?? 0) + direction * power)
    if ('scale' in measure) scale = scaleAfter(scale, measure.scale, direction)
  }
  const merged = powers.has(someCurrency) ? new Map([[someCurrency, total(powers)]]) : new Map(powers)
  for (const [currency, power] of merged) if (power === 0) merged.delete(currency)
  return merged.size === 0 ? plain('ratio', scale) : { kind: 'money', powers: merged, scale }
}

const openedByBoth = (left: Opening, right: Opening): Opening => ({
  currency: left.currency || right.currency,
  scale: left.scale || right.scale,
})

export const product = (left: Measure, right: Measure, operator: '*' | '/'): Measure => {
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknown
  const sign = operator === '*' ? 1 : -1
  if (right.kind === 'any') {
    if (left.kind !== 'any') return timesNumber(left, right.opens)
    return { kind: 'any', opens: openedByBoth(left.opens, right.opens) }
  }
  if (left.kind === 'any') return timesNumber(sign === 1 ? right : inverse(right), left.opens)
  if (left.kind === 'plain' && right.kind === 'plain') return plainProduct(left, right, sign)
  return moneyProduct(left, right, sign)
}

/** How two measures do not go together in a sum, a comparison or as two sides of a choice. */
export type Clash = 'sort' | 'currency' | 'scale'

const moneyClash = (left: Money, right: Money): 'sort' | 'currency' | null => {
  const isSame =
    left.powers.size === right.powers.size && [...left.powers].every(([key, power]) => right.powers.get(key) === power)
  if (isSame) return null
  if (total(left.powers) !== total(right.powers)) return 'sort'
  return left.powers.has(someCurrency) || right.powers.has(someCurrency) ? null : 'currency'
}

/** How many of one thing a count is, it may be: of another currency, for instance. */
const isCountOfMoney = (left: Measure, right: Measure): boolean =>
  isExchange(left) && right.kind === 'plain' && right.sort === 'count'

const sortClash = (left: Sort, right: Sort): boolean => {
  const isPerCent = (sort: Sort): boolean => sort === 'percent' || sort === 'points'
  const isCounted = (sort: Sort): boolean => sort === 'count' || sort === 'quarters'
  return (isPerCent(left) && isCounted(right)) || (isPerCent(right) && isCounted(left))
}

export const clashOf = (left: Measure, right: Measure): Clash | null => {
  if (!('scale' in left) || !('scale' in right)) return null
  if (left.kind !== right.kind) return isCountOfMoney(left, right) || isCountOfMoney(right, left) ? null : 'sort'
  if (left.kind === 'money' && right.kind === 'money') {
    const clash = moneyClash(left, right)
    if (clash !== null) return clash
  } else if (left.kind === 'plain' && right.kind === 'plain' && sortClash(left.sort, right.sort)) return 'sort'
  return left.scale === null || right.scale === null || left.scale === right.scale ? null : 'scale'
}

const joinedPlain = (left: Plain, right: Plain): Measure => {
  const scale = left.scale ?? right.scale
  if (left.sort === right.sort) return plain(left.sort, scale)
  if (isFraction(left) !== isFraction(right)) return unknown
  return plain(
    !isFraction(left) ? 'count' : left.sort === 'ratio' || right.sort === 'ratio' ? 'ratio' : 'percent',
    scale,
  )
}

/** The measure of either of two that do not clash: the one that says more. */
export const joined = (left: Measure, right: Measure): Measure => {
  if (left.kind === 'any' && right.kind === 'any') return { kind: 'any', opens: openedByBoth(left.opens, right.opens) }
  if (!('scale' in left)) return 'scale' in right || left.kind === 'any' ? right : left
  if (!('scale' in right)) return left
  if (left.kind === 'plain' && right.kind === 'plain') return joinedPlain(left, right)
  if (left.kind !== 'money' || right.kind !== 'money') return unknown
  const powers = left.powers.has(someCurrency) ? right.powers : left.powers
  return { kind: 'money', powers, scale: left.scale ?? right.scale }
}
