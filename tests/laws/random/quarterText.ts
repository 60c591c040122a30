// Quarters as formulas name them, in all the spellings that are read, most of them inside the timeline.

import { fiscalQuarterOf, plainName } from '#model/fiscalCalendar.ts'
import { addQuarters, calendarName, type Quarter } from '#model/quarter.ts'
import { present } from '#base/assert.ts'
import type { Sketch } from './sketch.ts'

/** Nine in ten lie in the timeline, the others up to nine quarters before or after it. */
export const someQuarter = ({ chance, quarters }: Sketch): Quarter => {
  if (chance.happens(0.9)) return chance.pick(quarters)
  const first = present(quarters[0], 'a first quarter')
  return addQuarters(first, chance.happens(0.5) ? -chance.between(1, 9) : quarters.length - 1 + chance.between(1, 9))
}

/** The quarter in double quotes, in one of its spellings. */
export const quoted = ({ chance, calendar }: Sketch, quarter: Quarter): string => {
  const fiscal = fiscalQuarterOf(quarter, calendar)
  const spelling = chance.below(6)
  if (spelling === 0) return `"${quarter}"`
  if (spelling === 1) return `"Q${fiscal.quarter} FY${fiscal.year}"`
  if (spelling === 2) return `"${calendarName(quarter)}"`
  if (spelling === 3) return `"${fiscal.quarter}QFY${fiscal.year}"`
  return `"${plainName(quarter, calendar)}"`
}

export const someQuarterText = (sketch: Sketch): string => quoted(sketch, someQuarter(sketch))

/** Two quarters, the later one second. */
export const someStretch = (sketch: Sketch): readonly [Quarter, Quarter] => {
  const first = someQuarter(sketch)
  const { chance, quarters } = sketch
  return [first, addQuarters(first, chance.between(1, Math.max(2, Math.min(12, quarters.length))))]
}
