// An evaluator of model files written elsewhere: from the design's sections 1 to 4 and docs/model-file.md, sharing no code
// with the app. Each cell of a scenario is worked out when it is asked for, and kept.

import { Expression, sumOf, type Outcome, type Sight, type World } from './expression.ts'
import { aggregates, numberIn, Reader, Refusal } from './formulaText.ts'
import { asItIs, type Rough } from './functions.ts'
import { loopProblems } from './loops.ts'
import type { FileLine, ModelFile } from './modelFile.ts'
import { partsOf, wholeIn, type Node } from './node.ts'
import { fiscalQuarterOf, fiscalYearOf, monthNamed, monthOf } from './quarters.ts'

type Formula = Node | 'problem' | null

const yearlyFunctions: ReadonlySet<string> = new Set([
  ...['yoy', 'cagr', 'ttm', 'lag', 'lead', 'if', 'coalesce', 'isblank', ...aggregates],
  ...['abs', 'round', 'floor', 'ceil', 'sqrt', 'exp', 'log', 'log10', 'sign', 'clamp', 'mod'],
])

/** Whether a formula means something on the values of years. */
const isYearly = (node: Node): boolean => {
  if (node.is === 'calendar' || node.is === 'window') return false
  if (node.is === 'moved' && !('lag' in node.to && node.to.lag % 4 === 0)) return false
  if (node.is === 'call') {
    if (!yearlyFunctions.has(node.name)) return false
    if ((node.name === 'lag' || node.name === 'lead') && (wholeIn(node.given[1]) ?? 0) % 4 !== 0) return false
  }
  return partsOf(node).every(isYearly)
}

/** A constant's number as text, with an optional sign. */
const constantForm = /^(?:=\s*\+?|\+)?\s*(?<sign>[-+]?)\s*(?<digits>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?%?)$/

/** A line's value is finite. */
const finished = (outcome: Outcome): Outcome =>
  typeof outcome === 'number' && !Number.isFinite(outcome) ? 'fault' : outcome

/** One scenario of a model file. */
export class ScenarioElsewhere {
  readonly #file: ModelFile
  readonly #chain: readonly string[]
  readonly #lines: ReadonlyMap<string, FileLine>
  readonly #formulas: ReadonlyMap<string, Formula>
  readonly #cells = new Map<string, Outcome>()
  readonly #first: number
  readonly #length: number
  readonly #sight: Sight

  constructor(file: ModelFile, scenario: string, rough: Rough = asItIs) {
    this.#file = file
    this.#chain = file.ancestry(scenario)
    this.#lines = new Map(file.lines.map((line) => [line.key, line]))
    this.#first = monthOf(file.timeline.first)
    this.#length = (monthOf(file.timeline.last) - this.#first) / 3 + 1
    this.#formulas = this.#readAll()
    this.#sight = {
      holds: (world, place) => this.#holds(world, place),
      cell: (world, key, place) => this.#cell(world, key, place),
      calendar: (name, place) => this.#calendar(name, place),
      placeOf: (month) => (month - this.#first) / 3,
      rough,
    }
  }

  get length(): number {
    return this.#length
  }

  isProblem(key: string): boolean {
    return this.#formulas.get(key) === 'problem'
  }

  /** A line's value in the quarter at a place of the timeline, from 0; of a constant in any. */
  quarter(key: string, place: number): Outcome {
    return this.#cell('quarters', key, place)
  }

  /** A line's value in the fiscal year whose last quarter lies at a place; null where that ends no whole year. */
  year(key: string, place: number): Outcome | null {
    return this.#holds('years', place) ? this.#cell('years', key, place) : null
  }

  fiscalYear(place: number): number {
    return fiscalYearOf(this.#month(place), this.#file.calendar)
  }

  #readAll(): ReadonlyMap<string, Formula> {
    const formulas = new Map(this.#file.lines.map((line) => [line.key, this.#read(line)]))
    const sound = new Map<string, Node>()
    for (const { key, kind } of this.#file.lines) {
      const formula = formulas.get(key) ?? null
      if (kind !== 'constant' && formula !== null && formula !== 'problem') sound.set(key, formula)
    }
    for (const key of loopProblems(sound)) formulas.set(key, 'problem')
    return formulas
  }

  /** The nearest formula from the scenario up to Base. */
  #text(line: FileLine): string {
    for (const scenario of this.#chain) {
      const text = this.#file.formulaOf(scenario, line)
      if (text !== null) return text.trim()
    }
    return ''
  }

  #read(line: FileLine): Formula {
    const text = this.#text(line)
    if (text === '') return null
    try {
      if (line.kind === 'constant' && !constantForm.test(text)) return 'problem'
      const node = new Reader(text, (name) => monthNamed(name, this.#file.calendar)).whole()
      const isKnown = (each: Node): boolean =>
        (each.is !== 'key' || this.#lines.has(each.name)) && partsOf(each).every(isKnown)
      return isKnown(node) ? node : 'problem'
    } catch (caught) {
      if (caught instanceof Refusal) return 'problem'
      throw caught
    }
  }

  #month(place: number): number {
    return this.#first + 3 * place
  }

  #holds(world: World, place: number): boolean {
    if (place < 0 || place >= this.#length) return false
    return world === 'quarters' || (place >= 3 && fiscalQuarterOf(this.#month(place), this.#file.calendar) === 4)
  }

  #isActual(place: number): boolean {
    const { lastActual } = this.#file
    return lastActual !== null && this.#month(place) <= monthOf(lastActual)
  }

  #calendar(name: string, place: number): number {
    switch (name) {
      case 'actual':
        return Number(this.#isActual(place))
      case 'fiscal_year':
        return this.fiscalYear(place)
      case 'fiscal_quarter':
        return fiscalQuarterOf(this.#month(place), this.#file.calendar)
      default:
        return place + 1
    }
  }

  #cell(world: World, key: string, place: number): Outcome {
    const line = this.#lines.get(key)
    if (line === undefined) throw new Error(`no line ${key}`)
    if (!this.#holds(world, place)) return 'missing'
    const mark = `${world} ${place} ${key}`
    const known = this.#cells.get(mark)
    if (known !== undefined) return known
    const outcome = finished(this.#worked(line, world, place))
    this.#cells.set(mark, outcome)
    return outcome
  }

  #worked(line: FileLine, world: World, place: number): Outcome {
    if (line.kind === 'constant') return this.#constant(line)
    if (world === 'quarters') return this.#typed(line, place) ?? this.#computed(line, world, place)
    if (line.kind === 'flow') return sumOf([3, 2, 1, 0].map((back) => this.quarter(line.key, place - back)))
    return line.kind === 'balance' ? this.quarter(line.key, place) : this.#computed(line, world, place)
  }

  #constant(line: FileLine): Outcome {
    const text = this.#text(line)
    if (text === '') return 'missing'
    const { sign, digits } = constantForm.exec(text)?.groups ?? {}
    if (digits === undefined || this.isProblem(line.key)) return 'fault'
    return sign === '-' ? -numberIn(digits) : numberIn(digits)
  }

  /** Typed beats formula, the nearest scenario wins, the past is Base's; null where the formula holds. */
  #typed(line: FileLine, place: number): number | null {
    const month = this.#month(place)
    const reported = this.#file.entryOf(this.#chain.at(-1) ?? '', month, line)
    if (this.#isActual(place) && !line.driver && typeof reported === 'number') return reported
    let isReleased = false
    for (const scenario of this.#chain) {
      const entry = this.#file.entryOf(scenario, month, line)
      if (entry === 'release') isReleased = true
      else if (entry !== null && !isReleased) return entry
      if (this.#file.formulaOf(scenario, line) !== null) return null
    }
    return null
  }

  #computed(line: FileLine, world: World, place: number): Outcome {
    const formula = this.#formulas.get(line.key) ?? null
    if (formula === 'problem') return 'fault'
    if (formula === null || (world === 'years' && !isYearly(formula))) return 'missing'
    return new Expression(this.#sight, { world, key: line.key, place }).value(formula, world, place)
  }
}
