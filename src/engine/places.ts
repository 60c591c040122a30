// Places are the quarters of a timeline by number, from 0, with what the fiscal calendar says of each. A year lies at the
// place of its last quarter. Years are evaluated at every place that four quarters end at: what looks at other years looks
// four quarters back or on, so that fiscal and calendar years lie side by side and never meet.

import { present, unreachable } from '#base/assert.ts'
import type { ScaleName } from '#formula/ir.ts'
import type { CalendarName } from '#formula/reserved.ts'
import { fiscalQuarterOf, type FiscalQuarter } from '#model/fiscalCalendar.ts'
import { isReported, type Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { indexIn, quartersOf } from '#model/timeline.ts'
import { lastQuarterOf, yearEndingIn, type Year } from '#model/year.ts'

export class Places {
  readonly quarters: readonly Quarter[]
  /** The places of last quarters of whole years, fiscal or the calendar's, in order. */
  readonly yearEnds: readonly number[]
  readonly #model: Model
  readonly #fiscal: readonly FiscalQuarter[]
  readonly #placeOf: ReadonlyMap<Quarter, number>

  constructor(model: Model) {
    this.#model = model
    this.quarters = quartersOf(model.timeline)
    this.#fiscal = this.quarters.map((quarter) => fiscalQuarterOf(quarter, model.fiscalCalendar))
    this.yearEnds = this.quarters.flatMap((quarter, at) =>
      this.endsYear(at) && yearEndingIn(quarter, model.fiscalCalendar) !== null ? [at] : [],
    )
    this.#placeOf = new Map(this.quarters.map((quarter, at) => [quarter, at]))
  }

  get length(): number {
    return this.quarters.length
  }

  holds(at: number): boolean {
    return at >= 0 && at < this.quarters.length
  }

  /** Whether four quarters of the timeline end at a place. */
  endsYear(at: number): boolean {
    return at >= 3 && at < this.quarters.length
  }

  /** Any quarter's place, outside the timeline too. */
  placeOf(quarter: Quarter): number {
    return this.#placeOf.get(quarter) ?? indexIn(this.#model.timeline, quarter)
  }

  quarterAt(at: number): Quarter {
    return this.quarters[at] ?? addQuarters(this.#model.timeline.first, at)
  }

  /** The year that ends at a place, outside the timeline too. */
  yearAt(at: number): Year {
    return present(yearEndingIn(this.quarterAt(at), this.#model.fiscalCalendar), 'a year that ends here')
  }

  /** The place of a year's last quarter. */
  endOf(year: Year): number {
    return this.placeOf(lastQuarterOf(year, this.#model.fiscalCalendar))
  }

  /** What a column of the engine's holds at a place. */
  scale(name: ScaleName, at: number): number {
    return name === 'year end' ? (this.endsYear(at) ? 1 : NaN) : this.calendar(name, at)
  }

  calendar(name: CalendarName, at: number): number {
    const fiscal = present(this.#fiscal[at], 'a place of the timeline')
    switch (name) {
      case 'actual':
        return Number(isReported(this.#model, this.quarterAt(at)))
      case 'fiscal_year':
        return fiscal.year
      case 'fiscal_quarter':
        return fiscal.quarter
      case 'quarter_index':
        return at + 1
      default:
        return unreachable(name)
    }
  }
}
