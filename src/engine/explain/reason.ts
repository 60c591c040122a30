// The reason a cell has no value, found on demand: from the cell back through the cells without a value it looked at, to
// the nearest of the heaviest kind. A fault outranks n.m., n.m. outranks missing. What was found for a cell is kept: asking
// for every cell of a model takes each one's formula apart once.

import { present } from '#base/assert.ts'
import { plainName, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { plainNameOfYear } from '#model/year.ts'
import { yearObstacle } from '#formula/yearly.ts'
import type { Own } from '../oracle/definition.ts'
import type { Lane } from '../oracle/lane.ts'
import type { LinePlan } from '../plan.ts'
import type { PathStep, Reason, ReasonPath } from '../results.ts'
import { sourcesOf, type Cell, type Sources } from './source.ts'

/** Something that happened in a cell; `isBlank` where nothing is there at all. */
type Cause = Own & { readonly cell: Cell; readonly isBlank: boolean }

const ranks = ['fault', 'n.m.', 'missing'] as const

const nothing: Own = { kind: 'missing', sentence: 'nothing is typed here and there is no formula' }

const tooLarge: Own = { kind: 'fault', sentence: 'the number is too large' }

const own = (each: Own): Sources => ({ cells: [], owns: [each], share: null })

const quarterSources = (lane: Lane, planned: LinePlan, at: number): Sources => {
  if (planned.problem !== null) return own({ kind: 'fault', sentence: planned.problem.sentence })
  const { formula } = planned
  if (formula === null) return own(nothing)
  const raw = lane.raw(planned, at)
  if (!Number.isNaN(raw)) return own(tooLarge)
  return lane.within(planned, at, () =>
    sourcesOf(formula.tree, { line: planned.line.id, at, isYearly: false }, lane.quarterly),
  )
}

const yearSources = (lane: Lane, planned: LinePlan, at: number): Sources => {
  const { line, formula, problem } = planned
  const quarters = line.kind === 'flow' ? [at - 3, at - 2, at - 1, at] : line.kind === 'balance' ? [at] : []
  const lacking = quarters.filter((each) => Number.isNaN(lane.valueAt(line.id, each)))
  if (lacking.length > 0)
    return {
      cells: lacking.map((each) => ({ line: line.id, at: each, isYearly: false })),
      owns: [],
      share: line.kind === 'flow' ? `${4 - lacking.length} of 4 quarters` : null,
    }
  if (problem !== null) return own({ kind: 'fault', sentence: problem.sentence })
  if (line.kind === 'flow') return own(tooLarge)
  if (formula === null)
    return own({
      kind: 'missing',
      sentence:
        line.kind === 'rate'
          ? 'a year of a rate is its formula on the year’s values, and it has none'
          : nothing.sentence,
    })
  const obstacle = yearObstacle(formula.tree)
  if (obstacle !== null) return own({ kind: 'missing', sentence: `no value for a year: ${obstacle.sentence}` })
  return Number.isNaN(lane.rawYear(planned, at))
    ? sourcesOf(formula.tree, { line: line.id, at, isYearly: true }, lane.yearly)
    : own(tooLarge)
}

const sourcesOfCell = (lane: Lane, { line, at, isYearly }: Cell): Sources => {
  const planned = present(lane.plan.byId.get(line), 'the line of a cell')
  const holds = isYearly ? lane.yearly.holds(at) : lane.quarterly.holds(at)
  if (!holds)
    return own({
      kind: 'missing',
      sentence: isYearly ? 'the timeline does not hold all of this year’s quarters' : 'it lies outside the timeline',
    })
  return isYearly ? yearSources(lane, planned, at) : quarterSources(lane, planned, at)
}

const isBlankCell = (lane: Lane, { line, at, isYearly }: Cell): boolean => {
  const planned = lane.plan.byId.get(line)
  if (isYearly) return !lane.yearly.holds(at)
  return !lane.quarterly.holds(at) || (planned?.formula === null && planned.problem === null)
}

const nameOfTime = ({ at, isYearly }: Cell, lane: Lane, calendar: FiscalCalendar): string => {
  const { places } = lane
  return isYearly ? plainNameOfYear(places.yearAt(at)) : plainName(places.quarterAt(at), calendar)
}

const sentenceOf = (start: Cell, first: Cause, lane: Lane, calendar: FiscalCalendar): string => {
  const { cell } = first
  if (cell.line === start.line && cell.at === start.at && cell.isYearly === start.isYearly) return first.sentence
  const { line } = present(lane.plan.byId.get(cell.line), 'the line of a cell')
  const name = line.kind === 'constant' ? line.key : `${line.key} in ${nameOfTime(cell, lane, calendar)}`
  if (first.isBlank && !cell.isYearly && !lane.quarterly.holds(cell.at))
    return `needs ${name}, ${cell.at < 0 ? 'before' : 'after'} the timeline`
  if (first.isBlank) return `needs ${name}`
  if (first.sentence === '÷0' || first.kind === 'n.m.')
    return `depends on ${name}, which is ${first.kind === 'n.m.' ? 'n.m.' : '÷0'}`
  return `depends on ${name}: ${first.sentence}`
}

/** The nearest cause of a kind, how many cells it lies back, and the next of them; of two as near the one looked at first. */
type Found = { readonly distance: number; readonly cause: Cause; readonly via: Cell | null }

type Nearest = Readonly<Partial<Record<Own['kind'], Found>>>

/** A cell on the way back, and which of its sources is next. */
type Visit = { readonly cell: Cell; readonly sources: Sources; next: number }

const markOf = ({ line, at, isYearly }: Cell): string => `${at} ${String(isYearly)} ${line}`

/** The reasons of one lane's cells, each found when first asked for and kept. */
export class Reasons {
  readonly #lane: Lane
  readonly #calendar: FiscalCalendar
  readonly #known = new Map<string, { readonly nearest: Nearest; readonly share: string | null }>()

  constructor(lane: Lane, calendar: FiscalCalendar) {
    this.#lane = lane
    this.#calendar = calendar
  }

  /** Why a cell that has no value has none. */
  of(cell: Cell): Reason {
    const { kind, share } = this.#heaviest(cell)
    const { cause } = this.#found(cell, kind)
    const sentence = sentenceOf(cell, cause, this.#lane, this.#calendar)
    return {
      kind,
      sentence: share !== null && kind === 'missing' ? `${share}: ${sentence}` : sentence,
      root: { line: cause.cell.line, quarter: rootQuarter(this.#lane, cause.cell) },
    }
  }

  /** The cells from one that has no value to where its reason begins, both included, and what happened there. */
  pathOf(cell: Cell): ReasonPath {
    const { kind } = this.#heaviest(cell)
    const steps: PathStep[] = []
    for (let each: Cell | null = cell; each !== null; each = this.#found(each, kind).via)
      steps.push(stepOf(each, this.#known.get(markOf(each))?.share ?? null, this.#lane))
    const { sentence, isBlank, cell: root } = this.#found(cell, kind).cause
    const isOutside = root.isYearly ? !this.#lane.yearly.holds(root.at) : !this.#lane.quarterly.holds(root.at)
    return { kind, steps, sentence, isBlank, isOutside }
  }

  #heaviest(cell: Cell): { readonly kind: Own['kind']; readonly share: string | null } {
    this.#goBack(cell)
    const { nearest, share } = present(this.#known.get(markOf(cell)), 'a cell gone back from')
    const kind = ranks.find((rank) => nearest[rank] !== undefined)
    return { kind: present(kind, 'a cause'), share }
  }

  #found(cell: Cell, kind: Own['kind']): Found {
    return present(this.#known.get(markOf(cell))?.nearest[kind], 'a cause')
  }

  /** Goes back through all cells that count, on a stack of its own: a chain of them may be as long as the model is large. */
  #goBack(start: Cell): void {
    const visits: Visit[] = []
    const enter = (cell: Cell): void => {
      if (!this.#known.has(markOf(cell))) visits.push({ cell, sources: sourcesOfCell(this.#lane, cell), next: 0 })
    }
    enter(start)
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const source = visit.sources.cells[visit.next]
      visit.next += 1
      if (source !== undefined) enter(source)
      else {
        visits.pop()
        this.#known.set(markOf(visit.cell), { nearest: this.#gathered(visit), share: visit.sources.share })
      }
    }
  }

  #gathered({ cell, sources }: Visit): Nearest {
    const nearest: Partial<Record<Own['kind'], Found>> = {}
    for (const each of sources.owns)
      nearest[each.kind] ??= {
        distance: 0,
        cause: { ...each, cell, isBlank: isBlankCell(this.#lane, cell) },
        via: null,
      }
    for (const source of sources.cells)
      for (const kind of ranks) {
        const found = this.#known.get(markOf(source))?.nearest[kind]
        if (found !== undefined && found.distance + 1 < (nearest[kind]?.distance ?? Infinity))
          nearest[kind] = { distance: found.distance + 1, cause: found.cause, via: source }
      }
    return nearest
  }
}

const rootQuarter = (lane: Lane, { line, at, isYearly }: Cell) =>
  isYearly || lane.plan.byId.get(line)?.line.kind === 'constant' ? null : lane.places.quarterAt(at)

const stepOf = (cell: Cell, share: string | null, lane: Lane): PathStep => ({
  line: cell.line,
  quarter: rootQuarter(lane, cell),
  year: cell.isYearly ? lane.places.yearAt(cell.at) : null,
  share,
})
