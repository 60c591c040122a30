// Why two worlds differ, in words: what each line has otherwise, what it comes to, and the whole in a sentence or two.

import type { Attribution, Contribution } from '#analysis/attribution.ts'
import type { Player } from '#analysis/hybrid.ts'
import { listed } from '#base/listing.ts'
import { readConstant } from '#formula/constant.ts'
import { decimalsIn, figureWithUnit, plainFigure, shownUnit, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isFraction, unitName, type Scale } from '#model/unit.ts'

/** The figure asked about, and the scale its money is told in. */
export type Asked = { readonly line: LineItem; readonly timeName: string | null; readonly scale: Scale | null }

export const playerName = (player: Player): string =>
  player.of === 'line' ? player.line.label : 'Quarters, last actual and kinds of lines'

/** With its unit on the same line of text. */
const figureOf = ({ unit, decimals }: LineItem, value: number): string =>
  figureWithUnit(value, unit, decimals).replaceAll(' ', '\u00a0')

const constantIn = (line: LineItem, formula: string | null): string => {
  const value = readConstant(formula ?? '')
  return typeof value === 'number' ? figureOf(line, value) : 'no number'
}

const mostQuartersTold = 2

/** What a line has in the second world that it has not in the first: `FY26 Q3 35.0 % → 38.0 %`. */
export const changeText = (model: Model, player: Player): string => {
  if (player.of === 'frame') return 'the timeline or what is reported has moved on'
  const { line, from, to } = player
  if (line.kind === 'constant') return `${constantIn(line, from.formula)} → ${constantIn(line, to.formula)}`
  const quarters = [...new Set([...from.typed.keys(), ...to.typed.keys()])]
    .filter((quarter) => !Object.is(from.typed.get(quarter), to.typed.get(quarter)))
    .sort()
  const told = quarters.slice(0, mostQuartersTold).map((quarter) => {
    const [was, is] = [from, to].map(({ typed }) => {
      const value = typed.get(quarter)
      return value === undefined ? 'by formula' : figureOf(line, value)
    })
    return `${fiscalName(quarter, model.fiscalCalendar)} ${was ?? ''} → ${is ?? ''}`
  })
  const rest = quarters.length - told.length
  const hasOtherFormula = (from.formula?.trim() ?? '') !== (to.formula?.trim() ?? '')
  return [
    ...(hasOtherFormula ? [`formula ${from.formula ?? 'none'} → ${to.formula ?? 'none'}`] : []),
    ...told,
    ...(rest > 0 ? [`${rest} more ${rest === 1 ? 'quarter' : 'quarters'}`] : []),
  ].join(', ')
}

export const digitsOf = ({ unit, decimals }: LineItem, scale: Scale | null): number =>
  unit.kind === 'currency' ? decimalsIn(unit, decimals, scale) : decimals + 1

/** A value of the line asked about, with its unit: `−17,170 RMB m`, `31.42 %`. */
export const askedFigure = ({ line, scale }: Asked, value: number): string =>
  Number.isNaN(value)
    ? 'no value'
    : `${plainFigure(shownValue(value, line.unit, scale), digitsOf(line, scale))} ${unitName(shownUnit(line.unit, scale))}`.trim()

/** What the amounts are counted in: points for a rate in per cent. */
export const amountUnit = ({ line: { unit }, scale }: Asked): string =>
  isFraction(unit) ? 'points' : unitName(shownUnit(unit, scale))

/** `+1,240`, `−310`, and `0` for what changes nothing. */
export const amountText = ({ line, scale }: Asked, amount: number): string => {
  if (amount === 0) return '0'
  const text = plainFigure(shownValue(amount, line.unit, scale), digitsOf(line, scale))
  return amount > 0 ? `+${text}` : text
}

/** The largest first; what changes nothing last, in the order of the sheet. */
export const bySize = (contributions: readonly Contribution[]): readonly Contribution[] =>
  [...contributions].sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount))

const mostTold = 3

const told = (asked: Asked, contributions: readonly Contribution[]): string =>
  listed(
    contributions
      .slice(0, mostTold)
      .map(({ player, amount }) => `${playerName(player)} (${amountText(asked, amount)})`),
  )

/** The whole in words: how far apart the two are, what drives it, and what works against it. */
export const headline = (
  asked: Asked,
  { from, to, contributions }: Attribution,
  fromName: string,
  toName: string,
): string => {
  const figure = `${asked.line.label}${asked.timeName === null ? '' : ` ${asked.timeName}`}`
  if (Number.isNaN(from) && Number.isNaN(to)) return `${figure} has no value in ${fromName} and none in ${toName}.`
  if (Number.isNaN(to)) return `${figure} is ${askedFigure(asked, from)} in ${fromName} and has no value in ${toName}.`
  if (Number.isNaN(from)) return `${figure} is ${askedFigure(asked, to)} in ${toName} and has no value in ${fromName}.`
  const values = `${askedFigure(asked, to)} in ${toName}, ${askedFigure(asked, from)} in ${fromName}`
  if (from === to) return `${figure} is ${askedFigure(asked, to)} in both.`
  const size = amountText(asked, Math.abs(to - from)).replace('+', '')
  const apart = `${figure} is ${values}: ${size} ${amountUnit(asked)} ${to > from ? 'higher' : 'lower'}.`
  // What reads as nothing is in the table, and no news.
  const moving = bySize(contributions).filter(({ amount }) => /[1-9]/.test(amountText(asked, amount)))
  const withIt = moving.filter(({ amount }) => amount > 0 === to > from)
  const against = moving.filter(({ amount }) => amount > 0 !== to > from)
  return [
    apart,
    ...(withIt.length === 0 ? [] : [`Most of it: ${told(asked, withIt)}.`]),
    ...(against.length === 0 ? [] : [`Against it: ${told(asked, against)}.`]),
  ].join(' ')
}

/** How the amounts were found, said beside them. */
export const methodText = ({ method, contributions }: Attribution): string =>
  method === 'Shapley'
    ? `Each line’s amount is the mean of what it adds in every order in which the ${contributions.length === 1 ? 'line' : `${contributions.length} lines`} could change (Shapley’s value). They add up to the difference exactly.`
    : `${contributions.length} lines differ, too many to ask every order: they change one after the other, in the order of the sheet. Another order would share the difference otherwise.`

/** Why nothing can be attributed: the smallest set of changes that leaves the figure without a value. */
export const gapText = (asked: Asked, { gap }: Attribution, fromName: string, toName: string): string | null => {
  if (gap === null) return null
  if (gap.players.length === 0) return `${asked.line.label} has no value in ${fromName}: ${gap.sentence}.`
  const names = listed(gap.players.map(playerName))
  return `Nothing can be attributed: with ${names} as in ${toName} and all else as in ${fromName}, ${asked.line.label} has no value: ${gap.sentence}.`
}
