// How a model is looked at, once its fiscal year is another: years that were folded, and the times and drafts that name
// quarters, are the same ones by their new names.

import { renameQuarters } from '#formula/rename.ts'
import { fiscalQuarterOf, quarterOfFiscal, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { View } from '#model/view.ts'

export const viewInCalendar = (view: View, from: FiscalCalendar, to: FiscalCalendar): Partial<View> => {
  const yearThen = (year: number): number => fiscalQuarterOf(quarterOfFiscal({ year, quarter: 4 }, from), to).year
  const timeThen = (time: string | null): string | null =>
    time?.replace(/^FY(\d{4})$/, (_, year: string) => `FY${yearThen(Number(year))}`) ?? null
  return {
    foldedYears: [...new Set(view.foldedYears.map((year) => (typeof year === 'number' ? yearThen(year) : year)))],
    comparison: { ...view.comparison, time: timeThen(view.comparison.time) },
    why: { ...view.why, time: timeThen(view.why.time) },
    formulaDrafts: view.formulaDrafts.map((draft) => ({ ...draft, text: renameQuarters(draft.text, from, to) })),
  }
}
