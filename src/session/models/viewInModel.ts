// How a model is looked at, once it is another one: by an edit, an undo, a step back, whichever tab's. What the view says in
// the model's terms follows: the quarters and years it names when the calendar is another, and the keys in formulas that are
// not finished.

import { isSame } from '#base/same.ts'
import { renameKeys } from '#formula/rename.ts'
import type { ChartChoice } from '#model/chartChoice.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { allLines, type Model } from '#model/model.ts'
import { isQuarter, type Quarter } from '#model/quarter.ts'
import type { FormulaDraft, ReleaseDraft, View } from '#model/view.ts'
import type { ViewDrafts } from '#model/viewDrafts.ts'
import { calendarMove, type CalendarMove } from './calendarMove.ts'

/** The keys that lines no longer go by, each with the one that the same line has now. */
const renamedKeys = (from: Model, to: Model): ReadonlyMap<string, string> => {
  const keyBefore = new Map(allLines(from).map(({ id, key }) => [id, key]))
  return new Map(
    allLines(to).flatMap(({ id, key }) => {
      const before = keyBefore.get(id)
      return before === undefined || before === key ? [] : [[before, key] as const]
    }),
  )
}

const movedRange = (range: ChartChoice['range'], { moved, movedYear }: CalendarMove): ChartChoice['range'] => {
  switch (range.kind) {
    case 'since':
      return { ...range, year: movedYear(range.year) }
    case 'between':
      return { ...range, first: moved(range.first), last: moved(range.last) }
    default:
      return range
  }
}

const viewInCalendar = (view: View, move: CalendarMove): Partial<View> => {
  const { moved, movedYear } = move
  const quarter = (held: Quarter | null): Quarter | null => (held === null ? null : moved(held))
  const column = (id: string | null): string | null => {
    if (id !== null && isQuarter(id)) return moved(id)
    const year = /^FY(\d{4})$/.exec(id ?? '')?.[1]
    return year === undefined ? id : `FY${movedYear(Number(year))}`
  }
  const draft = (held: ReleaseDraft): ReleaseDraft => ({
    ...held,
    quarter: moved(held.quarter),
    before: held.before === null ? null : { ...held.before, lastActual: quarter(held.before.lastActual) },
  })
  return {
    foldedYears: [...new Set(view.foldedYears.map((year) => (typeof year === 'number' ? movedYear(year) : year)))],
    pacing: { ...view.pacing, asOf: quarter(view.pacing.asOf) },
    results: { ...view.results, quarter: quarter(view.results.quarter) },
    release: { ...view.release, quarter: quarter(view.release.quarter), drafts: view.release.drafts.map(draft) },
    comparison: { ...view.comparison, time: column(view.comparison.time) },
    why: { ...view.why, time: column(view.why.time) },
    charts: {
      ...view.charts,
      charts: view.charts.charts?.map((chart) => ({ ...chart, range: movedRange(chart.range, move) })) ?? null,
    },
  }
}

/** A draft by the names that quarters have in a calendar. */
const draftInCalendar = (draft: FormulaDraft, to: FiscalCalendar): FormulaDraft =>
  draft.calendar === undefined || isSame(draft.calendar, to)
    ? draft
    : { ...draft, text: calendarMove(draft.calendar, to).movedText(draft.text), calendar: to }

/** Drafts that another tab kept, whose model may be older or newer than this one. */
export const draftsInModel = (drafts: ViewDrafts, { fiscalCalendar }: Model): ViewDrafts => ({
  ...drafts,
  formulas: drafts.formulas.map((draft) => draftInCalendar(draft, fiscalCalendar)),
})

/** What of the view is otherwise in the model `to` than it was in `from`; null where nothing is. */
export const viewInModel = (view: View, from: Model, to: Model): Partial<View> | null => {
  const move = isSame(from.fiscalCalendar, to.fiscalCalendar)
    ? null
    : calendarMove(from.fiscalCalendar, to.fiscalCalendar)
  const keys = view.formulaDrafts.length === 0 ? new Map<string, string>() : renamedKeys(from, to)
  if (move === null && keys.size === 0) return null
  const formulaDrafts = view.formulaDrafts.map((draft) =>
    draftInCalendar({ calendar: from.fiscalCalendar, ...draft, text: renameKeys(draft.text, keys) }, to.fiscalCalendar),
  )
  return { ...(move === null ? {} : viewInCalendar(view, move)), formulaDrafts }
}
