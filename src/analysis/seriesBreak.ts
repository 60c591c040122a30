// Breaks in the series of lines, and what crosses them. A cell crosses a break when it holds a quarter of the line from
// before the break together with one from it on: growth over it, a sum or a mean across it, a forecast built on what stands
// before it. A cell holds the quarters that its formula looks at, and what it looks at through lines that are only ever
// computed: acceleration looks at growth, which looks at revenue. What is reported, what is an assumption, and a line that
// breaks itself stand for themselves: what they were computed from is not gone into.

import type { Input, Results } from '#engine/results.ts'
import { present } from '#base/assert.ts'
import { listed } from '#base/listing.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem, SeriesBreak } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { hasActuals } from '#model/status.ts'
import { lastQuarterOf, quartersOfYear, yearId } from '#model/year.ts'
import { comparedValue, type ComparedTime } from './comparison.ts'

/** A break that a cell crosses, and the line whose series breaks. */
export type Crossing = { readonly line: LineItem; readonly at: SeriesBreak }

/** The first and last quarter held of each line that breaks. */
type Held = ReadonlyMap<LineId, { readonly first: Quarter; readonly last: Quarter }>

const nothing: Held = new Map()

const together = (helds: readonly Held[]): Held => {
  const [only, ...others] = helds.filter(({ size }) => size > 0)
  if (only === undefined || others.length === 0) return only ?? nothing
  const joined = new Map(only)
  for (const held of others)
    for (const [line, { first, last }] of held) {
      const known = joined.get(line)
      joined.set(line, {
        first: known === undefined || first < known.first ? first : known.first,
        last: known === undefined || last > known.last ? last : known.last,
      })
    }
  return joined
}

type Cell = { readonly line: LineId; readonly time: ComparedTime }

const cellOf = ({ line, quarter, year }: Input): Cell | null => {
  if (quarter !== null) return { line, time: { kind: 'quarter', quarter } }
  return year === null ? null : { line, time: { kind: 'year', year } }
}

const markOf = ({ line, time }: Cell): string => `${time.kind === 'quarter' ? time.quarter : yearId(time.year)} ${line}`

type Concerned = {
  /** Lines whose cells may cross a break. */
  readonly asked: ReadonlySet<LineId>
  /** Those of them that hold something as others look at them. */
  readonly holding: ReadonlySet<LineId>
}

/** The lines that break, and those that look at one through whatever formulas of lines that do not stand for themselves. */
const linesConcerned = (
  results: Results,
  scenario: ScenarioId,
  broken: readonly LineItem[],
  isAlone: (line: LineId) => boolean,
): Concerned => {
  const asked = new Set(broken.map(({ id }) => id))
  const holding = new Set(asked)
  const others = allLines(results.model).map(({ id }) => ({
    id,
    reads: results.checkedOf(scenario, id)?.references.map(({ line }) => line) ?? [],
  }))
  for (let before = 0; before < asked.size;) {
    before = asked.size
    for (const { id, reads } of others) {
      if (asked.has(id) || !reads.some((line) => holding.has(line))) continue
      asked.add(id)
      if (!isAlone(id)) holding.add(id)
    }
  }
  return { asked, holding }
}

/** The crossings of one scenario's cells, each found when first asked for. */
class Crossings {
  readonly #results: Results
  readonly #scenario: ScenarioId
  readonly #broken: readonly LineItem[]
  readonly #lines: ReadonlyMap<LineId, LineItem>
  readonly #concerned: Concerned
  readonly #standsAlone = new Map<LineId, boolean>()
  readonly #inputs = new Map<string, readonly Cell[]>()
  /** What cells hold as others look at them; null while it is being found. */
  readonly #held = new Map<string, Held | null>()

  constructor(results: Results, scenario: ScenarioId, broken: readonly LineItem[]) {
    this.#results = results
    this.#scenario = scenario
    this.#broken = broken
    this.#lines = new Map(allLines(results.model).map((line) => [line.id, line]))
    this.#concerned = linesConcerned(results, scenario, broken, (line) => this.#isAlone(line))
  }

  of(cell: Cell): readonly Crossing[] {
    const line = present(this.#lines.get(cell.line), 'the line of a cell')
    if (!this.#concerned.asked.has(cell.line) || line.kind === 'constant') return []
    if (Number.isNaN(comparedValue(this.#results, this.#scenario, line, cell.time))) return []
    const held = together([this.#own(cell), ...this.#inputsOf(cell).map((input) => this.#heldBy(input))])
    return this.#broken.flatMap((each) => {
      const quarters = held.get(each.id)
      if (quarters === undefined) return []
      return each.breaks
        .filter(({ quarter }) => quarters.first < quarter && quarter <= quarters.last)
        .map((at): Crossing => ({ line: each, at }))
    })
  }

  /** The quarters that a cell of a line that breaks stands for itself. */
  #own({ line: id, time }: Cell): Held {
    const line = this.#broken.find((each) => each.id === id)
    if (line === undefined) return nothing
    const { fiscalCalendar } = this.#results.model
    if (time.kind === 'quarter') return new Map([[id, { first: time.quarter, last: time.quarter }]])
    const last = lastQuarterOf(time.year, fiscalCalendar)
    const [first = last] = line.kind === 'balance' ? [] : quartersOfYear(time.year, fiscalCalendar)
    return new Map([[id, { first, last }]])
  }

  /** The cells with a value that a cell looks at, of lines that hold something; found once. */
  #inputsOf(cell: Cell): readonly Cell[] {
    const mark = markOf(cell)
    const inputs = this.#inputs.get(mark) ?? this.#findInputs(cell)
    this.#inputs.set(mark, inputs)
    return inputs
  }

  #findInputs({ line, time }: Cell): readonly Cell[] {
    const results = this.#results
    const inputs =
      time.kind === 'quarter'
        ? results.inputsOf(this.#scenario, line, time.quarter)
        : results.inputsOfYear(this.#scenario, line, time.year)
    return inputs.flatMap((input) => {
      const cell = Number.isNaN(input.value) || !this.#concerned.holding.has(input.line) ? null : cellOf(input)
      return cell === null ? [] : [cell]
    })
  }

  /** Whether a line's cells stand for themselves, whatever they were computed from. */
  #isAlone(id: LineId): boolean {
    const line = present(this.#lines.get(id), 'a line')
    const known = this.#standsAlone.get(id) ?? (line.driver || hasActuals(this.#results.model, line))
    this.#standsAlone.set(id, known)
    return known
  }

  /** What a cell holds as others look at it; found on a stack of its own, for a chain may be as long as the model is large. */
  #heldBy(start: Cell): Held {
    const visits: { readonly cell: Cell; readonly inputs: readonly Cell[]; next: number }[] = []
    const enter = (cell: Cell): void => {
      const mark = markOf(cell)
      if (this.#held.has(mark)) return
      this.#held.set(mark, null)
      visits.push({ cell, inputs: this.#isAlone(cell.line) ? [] : this.#inputsOf(cell), next: 0 })
    }
    enter(start)
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const input = visit.inputs[visit.next]
      visit.next += 1
      if (input !== undefined) enter(input)
      else {
        visits.pop()
        this.#held.set(markOf(visit.cell), this.#gathered(visit.cell, visit.inputs))
      }
    }
    return this.#held.get(markOf(start)) ?? nothing
  }

  #gathered(cell: Cell, inputs: readonly Cell[]): Held {
    const own = this.#own(cell)
    const held = together(inputs.map((input) => this.#held.get(markOf(input)) ?? nothing))
    if (own === nothing) return held
    return together([own, new Map([...held].filter(([line]) => line !== cell.line))])
  }
}

const known = new WeakMap<Results, Map<ScenarioId, Crossings>>()

/** The lines that break, once for each list of lines. */
const brokenOf = new WeakMap<readonly LineItem[], readonly LineItem[]>()

const brokenIn = (model: Model): readonly LineItem[] => {
  const lines = allLines(model)
  const broken = brokenOf.get(lines) ?? lines.filter(({ breaks }) => breaks.length > 0)
  brokenOf.set(lines, broken)
  return broken
}

/** The breaks that a cell crosses, in the order of lines and time; none where it has no value, or its number is typed. */
export const crossingsOf = (
  results: Results,
  scenario: ScenarioId,
  line: LineId,
  time: ComparedTime,
): readonly Crossing[] => {
  const broken = brokenIn(results.model)
  if (broken.length === 0) return []
  const byScenario = known.get(results) ?? new Map<ScenarioId, Crossings>()
  known.set(results, byScenario)
  const crossings = byScenario.get(scenario) ?? new Crossings(results, scenario, broken)
  byScenario.set(scenario, crossings)
  return crossings.of({ line, time })
}

/** The break of a line in a quarter, or null. */
export const breakAt = ({ breaks }: LineItem, quarter: Quarter): SeriesBreak | null =>
  breaks.find((each) => each.quarter === quarter) ?? null

/** `The series of Cloud revenue breaks in FY25 Q1: recast in Nov 2025.` */
export const breakSentence = ({ fiscalCalendar }: Model, { line, at }: Crossing): string =>
  `The series of ${line.label} breaks in ${fiscalName(at.quarter, fiscalCalendar)}: ${at.reason.replace(/\.$/, '')}.`

/** `Crosses the break of Cloud revenue in FY25 Q1: recast in Nov 2025`; null where it crosses none. */
export const crossingSentence = ({ fiscalCalendar }: Model, crossings: readonly Crossing[]): string | null => {
  if (crossings.length === 0) return null
  const named = crossings.map(
    ({ line, at }) => `the break of ${line.label} in ${fiscalName(at.quarter, fiscalCalendar)}: ${at.reason}`,
  )
  return `Crosses ${listed(named)}`
}
