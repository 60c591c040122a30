// The texts of a track record: forecasts, errors and their means as tables show them, in the scale of the view, and in words.

import type { Forecast, HorizonErrors, LineRecord, Version } from '#analysis/trackRecord.ts'
import { decimalsIn, figureWithUnit, shownValue, tableFigure, tableValue } from '#model/figure.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isFraction, type Scale } from '#model/unit.ts'
import { differenceSentence } from './comparisonText.ts'

/** `1 quarter ahead`. */
export const horizonName = (horizon: number): string => `${horizon} ${horizon === 1 ? 'quarter' : 'quarters'} ahead`

const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** `25 Nov 2025`; the text itself where it is no moment. */
const dayName = (at: string): string => {
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) ? at : dayForm.format(moment)
}

/** `FY26 Q2`, in today's calendar; `the start` where nothing was reported. */
export const madeAtName = (model: Model, { results }: Version): string => {
  const { lastActual } = results.model
  return lastActual === null ? 'the start' : plainName(lastActual, model.fiscalCalendar)
}

/** `Made at FY26 Q2, on 25 Nov 2025`, and why nothing was forecast. */
export const madeText = (model: Model, { version, lack }: Forecast): string => {
  const made = `Made at ${madeAtName(model, version)}, on ${dayName(version.madeAt)}`
  return lack === null ? made : `${made}: ${lack}`
}

export const valueText = ({ unit, decimals }: LineItem, value: number, scale: Scale | null): string =>
  Number.isNaN(value) ? '' : tableValue(value, unit, decimals, scale)

/** A mean error, `+1,234`, `(0.4)`; `–` for none at all, however small its noise. */
export const meanText = (line: LineItem, value: number, scale: Scale | null): string => {
  if (Number.isNaN(value)) return ''
  const text = tableFigure(shownValue(value, line.unit, scale), decimalsIn(line.unit, line.decimals, scale))
  return value === 0 ? '–' : value > 0 ? `+${text}` : text
}

/** A mean of sizes, which has no sign. */
export const sizeText = (line: LineItem, value: number, scale: Scale | null): string =>
  Number.isNaN(value) ? '' : value === 0 ? '–' : valueText(line, value, scale)

/** Per cents of forecasts are told to one digit: the amounts beside them have the rest. */
const shareDecimals = 1

/** A mean share, `+2.1 %`, `(0.4) %`; `n.m.` where there is none. */
export const shareMeanText = (value: number, isSigned: boolean): string => {
  if (Number.isNaN(value)) return 'n.m.'
  if (value === 0) return '–'
  const text = tableFigure(shownValue(value, { kind: 'percent' }, null), shareDecimals)
  return `${isSigned && value > 0 ? '+' : ''}${text} %`
}

/** How near a line's forecasts were, in per cent of them or in points. */
export const nearnessText = (line: LineItem, errors: HorizonErrors): string =>
  isFraction(line.unit)
    ? `${sizeText(line, errors.meanAbsolute, null)} pts`
    : shareMeanText(errors.meanAbsoluteShare, false)

/** The mean error likewise, with its sign. */
export const biasText = (line: LineItem, errors: HorizonErrors): string =>
  isFraction(line.unit) ? `${meanText(line, errors.mean, null)} pts` : shareMeanText(errors.meanShare, true)

/** What a screen reader says of a record's chart. */
export const recordSentence = (model: Model, record: LineRecord, scenarioName: string): string => {
  const { line, quarters } = record
  const told = quarters.flatMap(({ quarter, reported, forecasts }) => {
    const name = plainName(quarter, model.fiscalCalendar)
    if (Number.isNaN(reported)) return [`${name} is not reported yet.`]
    const each = forecasts.flatMap(({ version, value, error }) =>
      error === null
        ? []
        : [
            `${figureWithUnit(value, line.unit, line.decimals)} forecast at ${madeAtName(model, version)}: ${differenceSentence(line, error)}`,
          ],
    )
    return [`${name}: ${figureWithUnit(reported, line.unit, line.decimals)} reported; ${each.join('; ')}.`]
  })
  // The newest quarters: the table has all.
  return `${line.label}, reported against the frozen forecasts of ${scenarioName}. ${told.slice(-2).join(' ')}`
}
