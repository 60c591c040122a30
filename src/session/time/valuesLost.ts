// Values that go with quarters which are cut, in quarters that stay: growth looks at the year before. Finding them calculates the
// whole model once more, which takes a tenth of a second for a large one: not on every key.

import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { counted } from '#base/listing.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { allLines } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { movedTimeline } from '#model/removal.ts'
import { applySoundly } from '#model/soundness.ts'
import { contains, quartersOf } from '#model/timeline.ts'
import type { TimelineChange } from './timelineChange.ts'

/** `12 cells that stay lose their value, the first Revenue growth FY24 Q1.`; null where none does. */
export const valuesLostText = (before: Results, { timeline, atStart, atEnd }: TimelineChange): string | null => {
  if (atStart >= 0 && atEnd >= 0) return null
  const { model } = before
  const next = applySoundly(model, movedTimeline(model, timeline))
  if (isProblem(next)) return null
  const after = calculate(next)
  let count = 0
  let first: string | null = null
  const quarters = quartersOf(timeline).filter((quarter) => contains(model.timeline, quarter))
  for (const { id, label, kind } of allLines(next)) {
    if (kind === 'constant') continue
    for (const quarter of quarters)
      for (const { id: scenario } of next.scenarios) {
        const isLost =
          !Number.isNaN(before.valueOf(scenario, id, quarter)) && Number.isNaN(after.valueOf(scenario, id, quarter))
        if (!isLost) continue
        count += 1
        first ??= `${label} ${plainName(quarter, next.fiscalCalendar)}`
      }
  }
  if (first === null) return null
  return count === 1
    ? `1 cell that stays loses its value: ${first}.`
    : `${counted(count, 'cell')} that stay lose their value, the first ${first}.`
}
