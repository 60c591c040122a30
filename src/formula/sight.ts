// A Sight is one place where a formula looks at a line, with the very quarters it looks at from a given one: growth on the
// year at two, none between. Quarters outside the timeline are none. A text that cannot be read, being half written, has the
// sights its keys and brackets tell of.

import type { Span } from '#base/span.ts'
import { unreachable } from '#base/assert.ts'
import { fiscalQuarterOf, readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { addQuarters, isQuarter, type Quarter } from '#model/quarter.ts'
import { contains, quartersOf, type Timeline } from '#model/timeline.ts'
import { checkFormula, isFormulaProblem, type FormulaScope } from './check.ts'
import { looseTokensOf } from './lexer.ts'
import type { Call, End, Tree } from './tree.ts'

export type Sight = {
  readonly line: LineId
  /** The key with the bracket behind it. */
  readonly span: Span
  /** Oldest first, each once. */
  readonly quarters: readonly Quarter[]
}

type Quarters = ReadonlySet<Quarter>

type Found = { readonly line: LineId; readonly span: Span; readonly quarters: Quarters }

/** Where a formula stands, and what it is written in. */
type Standpoint = FormulaScope & { readonly timeline: Timeline; readonly quarter: Quarter }

class Looking {
  readonly #from: Standpoint
  readonly #all: readonly Quarter[]
  readonly found: Found[] = []

  constructor(from: Standpoint) {
    this.#from = from
    this.#all = quartersOf(from.timeline)
  }

  /** What each of some quarters leads to. */
  #each(quarters: Quarters, lead: (quarter: Quarter) => readonly Quarter[]): Quarters {
    return new Set([...quarters].flatMap(lead).filter((each) => contains(this.#from.timeline, each)))
  }

  #shifted(quarters: Quarters, ...by: readonly number[]): Quarters {
    return this.#each(quarters, (quarter) => by.map((count) => addQuarters(quarter, count)))
  }

  /** From the first quarter, or a later one, to each. */
  #through(quarters: Quarters, from: (quarter: Quarter) => Quarter, to: (quarter: Quarter) => Quarter): Quarters {
    return this.#each(quarters, (quarter) => {
      const [first, last] = [from(quarter), to(quarter)]
      return this.#all.filter((each) => each >= first && each <= last)
    })
  }

  #inCall(call: Call, at: number, quarters: Quarters): Quarters {
    const own = (quarter: Quarter): Quarter => quarter
    const { timeline, calendar } = this.#from
    const fiscal = (quarter: Quarter): number => fiscalQuarterOf(quarter, calendar).quarter
    if (call.window !== null) {
      const { from, to } = call.window
      return this.#through(quarters, endFrom(from), endFrom(to))
    }
    switch (call.name) {
      case 'yoy':
        return this.#shifted(quarters, -4, 0)
      case 'qoq':
        return this.#shifted(quarters, -1, 0)
      case 'cagr':
        return this.#shifted(quarters, -4 * (call.whole ?? 1), 0)
      case 'ttm':
        return this.#shifted(quarters, -3, -2, -1, 0)
      case 'ytd':
        return this.#through(quarters, (quarter) => addQuarters(quarter, 1 - fiscal(quarter)), own)
      case 'decumulate':
        return this.#each(quarters, (quarter) =>
          fiscal(quarter) === 1 ? [quarter] : [addQuarters(quarter, -1), quarter],
        )
      case 'cumulative':
        return this.#through(quarters, () => call.quarters[0] ?? timeline.first, own)
      case 'hold':
      case 'streak':
        return this.#through(quarters, () => timeline.first, own)
      case 'earned':
        return at === 1 || at === 2 ? new Set(this.#all) : quarters
      default:
        return quarters
    }
  }

  look(tree: Tree, quarters: Quarters): void {
    switch (tree.kind) {
      case 'number':
      case 'calendar':
        return
      case 'line':
        this.found.push({ line: tree.line, span: tree.span, quarters })
        return
      case 'negate':
      case 'not':
        this.look(tree.of, quarters)
        return
      case 'chain':
      case 'comparison':
        for (const part of [tree.first, ...tree.rest.map(({ operand }) => operand)]) this.look(part, quarters)
        return
      case 'and':
      case 'or':
        for (const part of tree.operands) this.look(part, quarters)
        return
      case 'power':
        for (const part of [tree.base, tree.exponent]) this.look(part, quarters)
        return
      case 'choice':
        for (const part of [tree.condition, tree.yes, tree.no]) this.look(part, quarters)
        return
      case 'lag':
        this.look(tree.of, this.#shifted(quarters, tree.quarters))
        return
      case 'at':
        this.look(
          tree.of,
          this.#each(quarters, () => [tree.quarter]),
        )
        return
      case 'call':
        for (const [at, part] of tree.expressions.entries()) this.look(part, this.#inCall(tree, at, quarters))
        return
      default:
        unreachable(tree)
    }
  }
}

const endFrom =
  (end: End): ((quarter: Quarter) => Quarter) =>
  (quarter) =>
    'lag' in end ? addQuarters(quarter, end.lag) : end.quarter

/** A key's bracket, once it is closed. */
const bracketForm = /^\s*\[[^\][]*\]/

const readEnd = (text: string, calendar: FiscalCalendar): End | null => {
  const trimmed = text.trim()
  if (/^[+-]?\d{1,4}$/.test(trimmed)) return { lag: Number(trimmed) }
  const named = /^"([^"]*)"$/.exec(trimmed)?.[1]
  const quarter = named === undefined ? null : readQuarter(named, calendar)
  return quarter !== null && isQuarter(quarter) ? { quarter } : null
}

/** The quarters a bracket's text means from one; those of the row itself where it cannot be told. */
const bracketQuarters = (bracket: string, { quarter, calendar, timeline }: Standpoint): readonly Quarter[] => {
  const ends = bracket.replace(/^\s*\[|\]$/g, '').split(':')
  const [from = null, to = from] = ends.map((each) => readEnd(each, calendar))
  if (from === null || to === null) return [quarter]
  const [first, last] = [endFrom(from)(quarter), endFrom(to)(quarter)]
  return quartersOf(timeline).filter((each) => each >= first && each <= last)
}

const roughSights = (text: string, from: Standpoint): readonly Sight[] =>
  looseTokensOf(text).flatMap(({ kind, span, text: key }): readonly Sight[] => {
    const line = kind === 'name' ? from.keys.get(key) : undefined
    if (line === undefined) return []
    const bracket = bracketForm.exec(text.slice(span.end))?.[0] ?? ''
    const quarters = bracket === '' ? [from.quarter] : bracketQuarters(bracket, from)
    return [{ line, span: { start: span.start, end: span.end + bracket.length }, quarters }]
  })

/** The sights of a formula's text from a quarter, in the order they stand in it. */
export const sightsOf = (text: string, from: Standpoint): readonly Sight[] => {
  const checked = checkFormula(text, from)
  if (isFormulaProblem(checked)) return roughSights(text, from)
  const looking = new Looking(from)
  looking.look(checked.tree, new Set([from.quarter]))
  return looking.found
    .map(({ line, span, quarters }) => {
      const bracket = bracketForm.exec(text.slice(span.end))?.[0] ?? ''
      const order = [...quarters].sort()
      return { line, span: { start: span.start, end: span.end + bracket.length }, quarters: order }
    })
    .sort((one, other) => one.span.start - other.span.start)
}
