// What a line grows by on the year, as yoy() has it: the value over that of four quarters or one year before, less one. Where
// the model has a line for it, that line says it; otherwise it is found from the results, by the same rule: no value where
// either side has none, nor where the base is not above 0.

import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains } from '#model/timeline.ts'
import { isFraction } from '#model/unit.ts'
import { addYears, quartersOfYear } from '#model/year.ts'
import { comparedValue, type ComparedTime } from './comparison.ts'

/** Whether a line can grow by per cent: a rate in per cent differs in points. */
export const canGrow = ({ unit, kind }: LineItem): boolean => kind !== 'constant' && !isFraction(unit)

const bare = (formula: string | null): string => (formula ?? '').replaceAll(/[\s=]/g, '')

/** The first line with each formula, written without blanks. A model of a thousand lines is asked for each of them. */
const byFormula = new WeakMap<readonly LineItem[], ReadonlyMap<string, LineItem>>()

const formulasOf = (lines: readonly LineItem[]): ReadonlyMap<string, LineItem> => {
  const known = byFormula.get(lines)
  if (known !== undefined) return known
  // The first of equal ones is put in last.
  const made = new Map(lines.toReversed().map((line) => [bare(line.formula), line]))
  byFormula.set(lines, made)
  return made
}

/** The line whose formula is a function of another line and nothing else: `yoy(revenue)`. */
export const lineApplying = (model: Model, name: 'yoy' | 'ttm', { key }: LineItem): LineItem | null =>
  formulasOf(allLines(model)).get(`${name}(${key})`) ?? null

/** The line that holds a line's growth in a scenario; null where there is none, or the scenario has it otherwise. */
export const growthLineOf = (model: Model, line: LineItem, scenario: ScenarioId): LineItem | null => {
  const found = lineApplying(model, 'yoy', line)
  const own = model.scenarios.find(({ id }) => id === scenario)?.formulas
  return found === null || own?.has(found.id) === true ? null : found
}

/** The same time a year before; null where that is not in the timeline. */
const before = ({ timeline, fiscalCalendar }: Model, time: ComparedTime): ComparedTime | null => {
  if (time.kind === 'quarter') {
    const quarter = addQuarters(time.quarter, -4)
    return contains(timeline, quarter) ? { kind: 'quarter', quarter } : null
  }
  const year = addYears(time.year, -1)
  const isWhole = quartersOfYear(year, fiscalCalendar).every((quarter) => contains(timeline, quarter))
  return isWhole ? { kind: 'year', year } : null
}

/** What a line grew by at each time, as a fraction; NaN where there is none. */
export const yearGrowthOf = (
  results: Results,
  scenario: ScenarioId,
  line: LineItem,
): ((time: ComparedTime) => number) => {
  const known = growthLineOf(results.model, line, scenario)
  if (known !== null) return (time) => comparedValue(results, scenario, known, time)
  return (time) => {
    const earlier = before(results.model, time)
    const base = earlier === null ? NaN : comparedValue(results, scenario, line, earlier)
    return base > 0 ? comparedValue(results, scenario, line, time) / base - 1 : NaN
  }
}
