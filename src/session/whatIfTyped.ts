// What is typed for a what-if: a spend as money is typed, a completion as quarters or as the quarter it ends with.

import { readNumber } from '#exchange/number.ts'
import { fiscalName, readQuarter } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { addQuarters, quartersBetween } from '#model/quarter.ts'
import { shownUnit } from '#model/figure.ts'
import { refuse } from './proposal.ts'
import type { Ground } from './whatIf.ts'

/** In the commitment's unit; a plain number is bn. */
export const readSpend = ({ commitment: { unit } }: Ground, text: string): number | Problem => {
  const read = readNumber(text, unit, shownUnit(unit, 'bn'))
  if (isProblem(read)) return read
  if ('opensFormula' in read) return refuse(`“${text.trim()}” is not a number yet. Type one such as 32 or 32bn.`)
  return read.value < 0
    ? refuse(`“${text.trim()}” is below 0: a quarter spends 0 or more. Type a number such as 32.`)
    : read.value
}

const plainNumber = /^\d+(\.\d*)?$|^\.\d+$/

/** In quarters from the window's start. */
export const readCompletion = (model: Model, ground: Ground, text: string): number | Problem => {
  const typed = text.trim()
  const { window, elapsed, from } = ground
  const quarter = readQuarter(typed, model.fiscalCalendar)
  const quarters =
    quarter !== null ? quartersBetween(window.first, quarter) + 1 : plainNumber.test(typed) ? Number(typed) : NaN
  const name = fiscalName(addQuarters(window.first, window.quarters - 1), model.fiscalCalendar)
  if (Number.isNaN(quarters))
    return refuse(
      `“${typed}” is no completion. Type quarters such as ${window.quarters - 0.5}, or a quarter such as ${name}.`,
    )
  const start = fiscalName(from, model.fiscalCalendar)
  return quarters > elapsed
    ? quarters
    : refuse(
        elapsed === 0
          ? `“${typed}” is before the window. Type more than 0 quarters.`
          : `“${typed}” is over already: ${elapsed} quarters have passed. Type more than ${elapsed}, or a quarter from ${start} on.`,
      )
}
