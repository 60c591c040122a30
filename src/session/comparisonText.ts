// The texts of a comparison: what its cells read, in the scale of the view, and how a difference is told in a sentence.

import { reading, type ComparedCell, type Difference } from '#analysis/comparison.ts'
import { decimalsIn, figureWithUnit, plainFigure, shownValue, tableFigure, tableValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Scale } from '#model/unit.ts'

/** Per cents are told to one digit: the amount beside them has the rest. */
const shareDecimals = 1

/** A difference that is read as one: `+12,970`, `(12,970)`, and – for none at all. */
const signed = (value: number, decimals: number): string =>
  value === 0 ? '–' : (value > 0 ? '+' : '') + tableFigure(value, decimals)

export const valueText = (line: LineItem, { value, absence }: ComparedCell, scale: Scale | null): string =>
  absence === null ? tableValue(value, line.unit, line.decimals, scale) : reading(line, value, absence)

/** The difference as an amount; empty where it is told in points. */
export const amountText = (line: LineItem, difference: Difference | null, scale: Scale | null): string =>
  difference?.in === 'amount'
    ? signed(shownValue(difference.amount, line.unit, scale), decimalsIn(line.unit, line.decimals, scale))
    : ''

/** The difference in per cent or points: `+8.9 %`, `n.m.`, `(3.7) pts`. */
export const shareText = (line: LineItem, difference: Difference | null): string => {
  if (difference === null) return ''
  if (difference.in === 'points') {
    const text = signed(shownValue(difference.points, line.unit, null), line.decimals)
    return text === '–' ? text : `${text} pts`
  }
  if (difference.amount === 0) return '–'
  return difference.share === null ? 'n.m.' : `${signed(difference.share * 100, shareDecimals)} %`
}

/** The same as a spreadsheet reads it: `+8.9%`, `(3.7%)`, points as a bare number. */
export const copiedShareText = (line: LineItem, difference: Difference | null): string => {
  const text = shareText(line, difference).replace(/ pts$/, '')
  return text.endsWith(') %') ? text.replace(') %', '%)') : text.replace(' %', '%')
}

export const toneWords = { good: 'better', bad: 'worse', neutral: null } as const

/** A sign for the tone, so that it is not told by colour alone. */
export const toneSigns = { good: '▲', bad: '▼', neutral: '' } as const

const plus = (value: number): string => (value > 0 ? '+' : '')

/** `+12,970 RMB m, n.m., better`; `+2.4 points, better`; `no difference`. */
export const differenceSentence = (line: LineItem, difference: Difference): string => {
  const size = difference.in === 'points' ? difference.points : difference.amount
  if (size === 0) return 'no difference'
  const amount =
    difference.in === 'points'
      ? figureWithUnit(size, { kind: 'points' }, line.decimals)
      : figureWithUnit(size, line.unit, line.decimals)
  const share =
    difference.in === 'points'
      ? null
      : difference.share === null
        ? 'n.m. in per cent'
        : `${plus(difference.share)}${plainFigure(difference.share * 100, shareDecimals)} %`
  return [plus(size) + amount, share, toneWords[difference.tone]].filter((part) => part !== null).join(', ')
}
