// What completion knows of a model: its lines with label and unit, and its quarters.

import type { CompletionScope } from '#formula/complete.ts'
import { allLines, type Model } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { unitName } from '#model/unit.ts'

export const completionScopeOf = (model: Model): CompletionScope => ({
  lines: allLines(model).map(({ key, label, unit }) => ({ key, label, unit: unitName(unit) })),
  quarters: quartersOf(model.timeline),
  calendar: model.fiscalCalendar,
})
