// What a line could be made so that its formula fits it: another unit, with the kind and the digits that go with that.

import type { LineItem } from '#model/lineItem.ts'
import { decimalsFor, scaleExponents, type Scale, type Unit } from '#model/unit.ts'
import { isAmount, isFractionSort, type Measure } from './measure.ts'
import type { LineAdvice } from './unitWarning.ts'

const said = ({ label, key }: LineItem): string => ` ${label} ${key} `.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')

const perCentWord = / (growth|margins?|yoy|qoq) /
const scaleWord = / (k|m|mm|mn|mio|mln|bn|tsd|thousands?|millions?|billions?|000s?|万|亿) /

/** Whether a line is a per cent by its name. */
export const saysPerCent = (line: LineItem): boolean => perCentWord.test(said(line))

/** Whether a count says that it is counted in thousands or more: `Subscribers (m)`. */
export const saysScale = (line: LineItem): boolean => scaleWord.test(said(line))

const unitOf = (measure: Measure, line: LineItem): Unit | null => {
  if (measure.kind === 'plain')
    return { kind: isFractionSort(measure.sort) && saysPerCent(line) ? 'percent' : measure.sort }
  if (measure.kind !== 'money' || !isAmount(measure)) return null
  const [currency = ''] = measure.powers.keys()
  const scale = (Object.keys(scaleExponents) as Scale[]).find((each) => scaleExponents[each] === measure.scale)
  return currency === '' || scale === undefined ? null : { kind: 'currency', currency, scale }
}

/** The unit of what the formula comes to, for the line; undefined where no line has such a unit. */
export const unitAdvice = (measure: Measure, line: LineItem): LineAdvice | undefined => {
  const unit = unitOf(measure, line)
  if (unit === null) return undefined
  const isRate = isFractionSort(unit.kind) && line.kind === 'flow'
  const areUsualDigits = line.decimals === decimalsFor(line.unit.kind)
  return {
    unit,
    ...(isRate ? { kind: 'rate' } : {}),
    ...(areUsualDigits ? { decimals: decimalsFor(unit.kind) } : {}),
  }
}
