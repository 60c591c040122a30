// The figures of a release as the press would have them: money in billions, with one digit where it was reported and two
// where it was expected, growth in whole per cents, ordinals in words. Each is rounded once, from full precision.

import type { YearOnYear } from '#analysis/yearOnYear.ts'
import { figureWithUnit, plainFigure, shownValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { currencyName, scaleExponents, type Scale, type Unit } from '#model/unit.ts'
import { changeWords } from './surpriseText.ts'

type Money = Extract<Unit, { kind: 'currency' }>

/** The scale in which money reads as the press has it. */
const pressScale = (value: number, unit: Money): Scale => {
  const size = Math.abs(value) * 10 ** scaleExponents[unit.scale]
  return size >= 1e9 ? 'bn' : size >= 1e6 ? 'm' : unit.scale
}

/** Digits after the point that a number is written with. */
const digitsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0

const moneyWords = (value: number, unit: Money, scale: Scale, mostDigits: number, home: string): string => {
  const shown = shownValue(value, unit, scale)
  const text = `${plainFigure(shown, Math.min(digitsOf(shown), mostDigits))} ${scale}`.trim()
  if (unit.currency === home) return text
  const name = currencyName(unit.currency)
  const [sign, size] = text.startsWith('−') ? ['−', text.slice(1)] : ['', text]
  return `${sign}${name}${name.endsWith('$') ? '' : ' '}${size}`
}

/** `247.8 bn`, `US$34.8 bn`, `34.5 %`; money in the scale given, or in that of the press. */
export const pressFigure = (
  { currency }: Pick<Model, 'currency'>,
  { unit, decimals }: Pick<LineItem, 'unit' | 'decimals'>,
  value: number,
  scale: Scale | null,
  mostDigits = 1,
): string =>
  unit.kind === 'currency'
    ? moneyWords(value, unit, scale ?? pressScale(value, unit), mostDigits, currency)
    : figureWithUnit(value, unit, decimals)

const percent: Unit = { kind: 'percent' }

const wholePercent = (by: number): string => `${plainFigure(shownValue(by, percent, null), 0)} %`

/** `growth 34 % from 26 %, +8.7 points unrounded`, `growth n.m. (to loss)`, `+2.3 points on the year`; null for none. */
export const growthWords = ({ now, before, rise }: YearOnYear): string | null => {
  if (now === null) return null
  if (now.in === 'nothing') return `growth ${changeWords(now)}`
  if (now.in !== 'share') return `${changeWords(now)} on the year`
  const growth = `growth ${wholePercent(now.by)}`
  if (before?.in !== 'share') return growth
  return `${growth} from ${wholePercent(before.by)}, ${changeWords({ in: 'points', by: rise })} unrounded`
}

const ordinals = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth'],
]

const endings = ['th', 'st', 'nd', 'rd']

/** `ninth`, `21st`. */
export const ordinal = (count: number): string => {
  const known = ordinals[count - 1]
  if (known !== undefined) return known
  const isTeen = Math.floor(count / 10) % 10 === 1
  return `${count}${isTeen ? 'th' : (endings[count % 10] ?? 'th')}`
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `three years`, `one year`, `10 quarters`. */
export const spanWords = (quarters: number): string => {
  if (quarters % 4 !== 0) return quarters === 1 ? 'one quarter' : `${quarters} quarters`
  const years = quarters / 4
  return `${numbers[years - 1] ?? years} ${years === 1 ? 'year' : 'years'}`
}
