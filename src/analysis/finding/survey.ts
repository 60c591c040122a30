// A Survey is a model laid out for those that look for slips: each line with what is typed on it, what it is worth, and its formula as a
// tree. Series are over the timeline, by place from 0; NaN is no value.

import { checkFormula, isFormulaProblem, type CheckedFormula } from '#formula/check.ts'
import type { Tree } from '#formula/tree.ts'
import type { Results } from '#engine/results.ts'
import { Places } from '#engine/places.ts'
import { evaluate } from '#engine/oracle/evaluate.ts'
import { Recall, type World } from '#engine/oracle/world.ts'
import { figureWithUnit } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, baseOf, isReported, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { scopeOf } from '#formula/scope.ts'

export type SurveyedLine = {
  readonly line: LineItem
  /** Numbers typed in Base. */
  readonly typed: Float64Array
  /** What the line is worth in Base. */
  readonly values: Float64Array
  /** Base's formula; null where there is none or it cannot be read. */
  readonly formula: CheckedFormula | null
  /** How many numbers are typed up to the last actual. */
  readonly reported: number
}

export class Survey {
  readonly results: Results
  readonly model: Model
  readonly base: ScenarioId
  readonly quarters: readonly Quarter[]
  /** How many quarters are reported: places below it are the past. */
  readonly past: number
  /** The model's own lines; those that a commitment makes cannot be wrong. */
  readonly lines: readonly SurveyedLine[]
  readonly byId: ReadonlyMap<LineId, SurveyedLine>
  readonly #places: Places
  /** All lines, a commitment's among them. */
  readonly items: ReadonlyMap<LineId, LineItem>
  readonly #constants = new Map<LineId, number>()
  readonly #readers = new Map<LineId, ReadonlySet<LineId>>()

  constructor(results: Results) {
    this.results = results
    this.model = results.model
    this.base = baseOf(this.model).id
    this.#places = new Places(this.model)
    this.quarters = this.#places.quarters
    this.past = this.quarters.filter((quarter) => isReported(this.model, quarter)).length
    this.items = new Map(allLines(this.model).map((line) => [line.id, line]))
    const typed = this.#typedByLine()
    this.lines = this.model.lines.map((line) => this.#surveyed(line, typed.get(line.id)))
    this.byId = new Map(this.lines.map((each) => [each.line.id, each]))
  }

  #typedByLine(): ReadonlyMap<LineId, Float64Array> {
    const byLine = new Map<LineId, Float64Array>()
    const rows = this.model.rows.get(this.base)
    for (const [at, quarter] of this.quarters.entries())
      for (const [line, entry] of rows?.get(quarter)?.entries ?? []) {
        if (typeof entry !== 'number') continue
        const series = byLine.get(line) ?? new Float64Array(this.quarters.length).fill(NaN)
        series[at] = entry
        byLine.set(line, series)
      }
    return byLine
  }

  #surveyed(line: LineItem, given: Float64Array | undefined): SurveyedLine {
    const typed = given ?? new Float64Array(this.quarters.length).fill(NaN)
    let reported = 0
    for (let at = 0; at < this.past; at += 1) if (!Number.isNaN(typed[at])) reported += 1
    return {
      ...{ line, typed, reported },
      values: this.valuesOf(this.base, line.id),
      formula: line.kind === 'constant' ? null : this.results.checkedOf(this.base, line.id),
    }
  }

  valuesOf(scenario: ScenarioId, line: LineId): Float64Array {
    return Float64Array.from(this.quarters, (quarter) => this.results.valueOf(scenario, line, quarter))
  }

  quarterAt(at: number): Quarter {
    return this.#places.quarterAt(at)
  }

  /** `FY26 Q2`. */
  nameAt(at: number): string {
    return fiscalName(this.quarterAt(at), this.model.fiscalCalendar)
  }

  itemOf(line: LineId): LineItem | undefined {
    return this.items.get(line)
  }

  keyOf(line: LineId): string {
    return this.items.get(line)?.key ?? ''
  }

  /** A text read as a formula of this model; null where it cannot be. */
  read(text: string): CheckedFormula | null {
    const checked = checkFormula(text, scopeOf(this.model))
    return isFormulaProblem(checked) ? null : checked
  }

  #valueAt(line: LineId, at: number): number {
    const surveyed = this.byId.get(line)
    if (surveyed !== undefined && surveyed.line.kind !== 'constant') return surveyed.values[at] ?? NaN
    const item = this.items.get(line)
    if (item?.kind !== 'constant') return this.results.valueOf(this.base, line, this.quarterAt(at))
    const known = this.#constants.get(line) ?? this.results.constantOf(this.base, line)
    this.#constants.set(line, known)
    return known
  }

  /** What a formula gives in each quarter of the past, one step ahead: its own line has no number from the quarter at hand on. */
  #given(of: LineId, tree: Tree, valueOf: (line: LineId, at: number, world: World) => number): Float64Array {
    let current = 0
    const world: World = {
      isYearly: false,
      length: this.#places.length,
      calendar: this.#places.calendar.bind(this.#places),
      placeOf: this.#places.placeOf.bind(this.#places),
      holds: this.#places.holds.bind(this.#places),
      valueOf: (line, at) => (line === of && at >= current ? NaN : valueOf(line, at, world)),
      get quarterly(): World {
        return this
      },
      recall: new Recall(),
    }
    return Float64Array.from({ length: this.past }, (_, at) => {
      current = at
      const value = evaluate(tree, at, world)
      return Number.isFinite(value) ? value : NaN
    })
  }

  /** What a formula gives in each quarter of the past, from what all lines are worth in Base. */
  backTest(of: LineId, tree: Tree): Float64Array {
    return this.#given(of, tree, (line, at) => this.#valueAt(line, at))
  }

  /** As `backTest`, if other numbers were typed on one line: what is calculated from them in the past is calculated anew. */
  retest(of: LineId, tree: Tree, input: LineId, typed: Float64Array): Float64Array {
    const recalled = new Map<LineId, Map<number, number>>()
    const affected = this.readersOf(input)
    return this.#given(of, tree, (line, at, world) => {
      const surveyed = this.byId.get(line)
      const own = (line === input ? typed : surveyed?.typed)?.[at] ?? NaN
      if (!affected.has(line) || surveyed?.formula === null || surveyed === undefined || !Number.isNaN(own))
        return line === input ? own : this.#valueAt(line, at)
      const known = recalled.get(line) ?? new Map<number, number>()
      recalled.set(line, known)
      const before = known.get(at)
      if (before !== undefined) return before
      known.set(at, NaN)
      const value = evaluate(surveyed.formula.tree, at, world)
      known.set(at, value)
      return value
    })
  }

  /** A line, and all that are calculated from it. */
  readersOf(line: LineId): ReadonlySet<LineId> {
    const known = this.#readers.get(line)
    if (known !== undefined) return known
    const found = new Set([line])
    let before = -1
    while (before !== found.size) {
      before = found.size
      for (const each of this.lines)
        if (each.formula?.references.some((reference) => found.has(reference.line)) === true) found.add(each.line.id)
    }
    this.#readers.set(line, found)
    return found
  }

  figure(line: LineItem, value: number, more = 0): string {
    return figureWithUnit(value, line.unit, line.decimals + more)
  }

  baseFormulaEdit(line: LineId, formula: string) {
    return { kind: 'formula', scenario: this.base, line, formula } as const
  }
}

/** Lines that hold what others are expected to be: a consensus, a guidance. */
export const expectedLines = ({ model }: Survey): ReadonlySet<LineId> =>
  new Set(
    model.lines
      .flatMap(({ expected }) => [expected?.consensus, expected?.low, expected?.high])
      .filter((id) => typeof id === 'string'),
  )
