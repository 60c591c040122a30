// What a scenario holds a commitment to otherwise than Base: another amount, window, plan or count. Its figures stand in one
// table with the others', so that has to be said.

import type { Pacing } from '#analysis/pacing.ts'
import { earlinessText, shortBillions } from '#analysis/pacingWords.ts'
import type { Commitment, Reading } from '#model/commitment.ts'
import { readingLineId } from '#model/commitmentLines.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { baseOf, lineOf, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { PacedScenario } from './pacingChoice.ts'

/** `of 300 bn, FY26 Q2 to FY28 Q3, back-loaded`; empty where all is as in Base. */
export const ownTerms = (
  model: Model,
  commitment: Commitment,
  reading: Reading,
  { scenario, pacing }: PacedScenario,
  base: Pacing,
): string => {
  const name = (quarter: Parameters<typeof fiscalName>[0]): string => fiscalName(quarter, model.fiscalCalendar)
  const { amount, plan, window } = pacing
  const line = lineOf(model, readingLineId(commitment, reading, 'counting'))
  const counts = (id: string): string => formulaOf(model, id, line)?.formula ?? ''
  const isOtherWindow = window.first !== base.window.first || window.last !== base.window.last
  return [
    ...(Object.is(amount, base.amount) ? [] : [`of ${shortBillions(amount, commitment.unit) || 'no amount'}`]),
    ...(isOtherWindow ? [`${name(window.first)} to ${name(window.last)}`] : []),
    ...(plan === base.plan ? [] : [plan ?? 'no plan']),
    ...(counts(scenario.id) === counts(baseOf(model).id) ? [] : [`counts ${counts(scenario.id)}`]),
  ].join(', ')
}

/** When a scenario reaches the amount, for a table: `1.062 early`, `2.232 late, at its mean`; empty of a cap not used up. */
export const reachedText = ({ kind }: Commitment, { forecast, afterwards, window }: Pacing): string => {
  const text = (completion: Parameters<typeof earlinessText>[0]): string =>
    earlinessText(completion, window.quarters, kind).replace(/ quarters?/, '')
  if (forecast.completion !== null) return text(forecast.completion)
  if (kind === 'cap' || Number.isNaN(forecast.total)) return ''
  if (afterwards.completion === null) return afterwards.by === 'never' ? 'never at its mean' : ''
  return `${text(afterwards.completion)}${afterwards.by === 'mean' ? ', at its mean' : ''}`
}
