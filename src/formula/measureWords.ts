// How a Measure is told in a sentence, and what turns one amount of money into another.

import type { LineId, LineItem } from '#model/lineItem.ts'
import { currencyName, scaleExponents } from '#model/unit.ts'
import { clashOf, isAmount, isExchange, someCurrency, type Measure, type Money, type Plain } from './measure.ts'

const scaleNames: ReadonlyMap<number, string> = new Map(
  Object.entries(scaleExponents).map(([name, exponent]) => [exponent, name]),
)

const sortNames = {
  percent: 'a per cent',
  points: 'points',
  ratio: 'a ratio',
  count: 'a count',
  quarters: 'a number of quarters',
} as const satisfies Record<Plain['sort'], string>

const moneyName = (money: Money): string => {
  const { powers, scale } = money
  const names = (sign: 1 | -1): string =>
    [...powers]
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([currency, power]) => {
        const name = currency === someCurrency ? 'money' : currencyName(currency)
        return Math.abs(power) === 1
          ? name
          : Math.abs(power) === 2
            ? `${name} squared`
            : `${name} to the ${Math.abs(power)}`
      })
      .join(' times ')
  if (isExchange(money)) return `${names(1)} per ${names(-1)}`
  const below = names(-1)
  const above = [names(1), isAmount(money) && scale !== null ? (scaleNames.get(scale) ?? `in 10^${scale}`) : '']
    .join(' ')
    .trim()
  return below === '' ? above : `${above === '' ? 'a number' : above} per ${below}`
}

/** `RMB m`, `a per cent`, `RMB per US$`. */
export const measureName = (measure: Measure): string => {
  switch (measure.kind) {
    case 'any':
    case 'unknown':
      return 'a number'
    case 'plain':
      return sortNames[measure.sort]
    case 'money':
      return moneyName(measure)
  }
}

/** `is in RMB m`, `is a per cent`, `is in points`. */
export const measurePhrase = (measure: Measure): string => {
  const isIn = measure.kind === 'money' || (measure.kind === 'plain' && measure.sort === 'points')
  return `is ${isIn ? 'in ' : ''}${measureName(measure)}`
}

/** ` * 1000`, ` / 100`; empty where the scale is the same or open. */
const scaleStep = (from: number | null, to: number | null): string => {
  const places = from === null || to === null ? 0 : from - to
  if (places === 0) return ''
  return ` ${places > 0 ? '*' : '/'} ${10 ** Math.abs(places)}`
}

/** ` * usd_rate`, where the model has just one line that says what one currency costs in the other. */
const currencyStep = (from: string, to: string, lines: ReadonlyMap<LineId, LineItem>): string | null => {
  if (from === to) return ''
  const steps = [...lines.values()].flatMap(({ key, unit }) => {
    if (unit.kind !== 'exchange') return []
    if (unit.per === from && unit.currency === to) return [` * ${key}`]
    return unit.per === to && unit.currency === from ? [` / ${key}`] : []
  })
  return steps.length === 1 ? (steps[0] ?? null) : null
}

/** What to write after an amount of one measure to have it in the other: ` * usd_rate / 1000`; null where nothing does. */
export const conversion = (from: Measure, to: Measure, lines: ReadonlyMap<LineId, LineItem>): string | null => {
  if (!('scale' in from) || !('scale' in to)) return null
  if (clashOf(from, to) === 'scale') return scaleStep(from.scale, to.scale)
  if (from.kind !== 'money' || to.kind !== 'money' || !isAmount(from) || !isAmount(to)) return null
  const [fromCurrency = ''] = from.powers.keys()
  const [toCurrency = ''] = to.powers.keys()
  const step = currencyStep(fromCurrency, toCurrency, lines)
  return step === null ? null : step + scaleStep(from.scale, to.scale)
}
