// Places are the quarters of a timeline by number, from 0, with what the fiscal calendar says of each.

import { present, unreachable } from '#base/assert.ts'
import type { ScaleName } from '#formula/ir.ts'
import type { CalendarName } from '#formula/reserved.ts'
import { fiscalQuarterOf, quarterOfFiscal, type FiscalQuarter } from '#model/fiscalCalendar.ts'
import { isReported, type Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { indexIn, quartersOf } from '#model/timeline.ts'

export class Places {
  readonly quarters: readonly Quarter[]
  /** The places of last quarters of whole fiscal years, in order. */
  readonly yearEnds: readonly number[]
  readonly #model: Model
  readonly #fiscal: readonly FiscalQuarter[]
  readonly #placeOf: ReadonlyMap<Quarter, number>

  constructor(model: Model) {
    this.#model = model
    this.quarters = quartersOf(model.timeline)
    this.#fiscal = this.quarters.map((quarter) => fiscalQuarterOf(quarter, model.fiscalCalendar))
    this.yearEnds = [...this.quarters.keys()].filter((at) => this.endsYear(at))
    this.#placeOf = new Map(this.quarters.map((quarter, at) => [quarter, at]))
  }

  get length(): number {
    return this.quarters.length
  }

  holds(at: number): boolean {
    return at >= 0 && at < this.quarters.length
  }

  /** Whether the place is the last of a fiscal year that lies in the timeline with all its quarters. */
  endsYear(at: number): boolean {
    return at >= 3 && this.#fiscal[at]?.quarter === 4
  }

  /** Any quarter's place, outside the timeline too. */
  placeOf(quarter: Quarter): number {
    return this.#placeOf.get(quarter) ?? indexIn(this.#model.timeline, quarter)
  }

  quarterAt(at: number): Quarter {
    return this.quarters[at] ?? addQuarters(this.#model.timeline.first, at)
  }

  /** The fiscal year a place lies in, outside the timeline too. */
  fiscalYearAt(at: number): number {
    return fiscalQuarterOf(this.quarterAt(at), this.#model.fiscalCalendar).year
  }

  /** The place of a fiscal year's last quarter. */
  endOf(fiscalYear: number): number {
    return this.placeOf(quarterOfFiscal({ year: fiscalYear, quarter: 4 }, this.#model.fiscalCalendar))
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
