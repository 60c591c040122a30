// What is reported: numbers typed in Base up to the last actual, and what is calculated from nothing but such numbers. An
// assumption or an estimate anywhere under a value makes it a guess. Inputs are followed down with a stack of our own, each
// cell once: a sum over four hundred quarters is four hundred cells deep.

import type { Results } from '#engine/results.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, baseOf, isReported } from '#model/model.ts'
import { isBaseActual, originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import { hasActuals } from '#model/status.ts'

/** What a value rests on; the heaviest of its inputs counts. `fixed` is on constants, the calendar, or nothing at all. */
type Ground = 'fixed' | 'reported' | 'assumed'

type Cell = { readonly line: LineItem; readonly quarter: Quarter }

const heaviest = (grounds: readonly Ground[]): Ground =>
  grounds.includes('assumed') ? 'assumed' : grounds.includes('reported') ? 'reported' : 'fixed'

const markOf = ({ line, quarter }: Cell): string => `${quarter} ${line.id}`

class Grounds {
  readonly #results: Results
  readonly #base: string
  readonly #lines: ReadonlyMap<LineId, LineItem>
  readonly #known = new Map<string, Ground>()
  readonly #everReported = new Map<LineId, boolean>()

  constructor(results: Results) {
    this.#results = results
    this.#base = baseOf(results.model).id
    this.#lines = new Map(allLines(results.model).map((line) => [line.id, line]))
  }

  #hasActuals(line: LineItem): boolean {
    const found = this.#everReported.get(line.id) ?? hasActuals(this.#results.model, line)
    this.#everReported.set(line.id, found)
    return found
  }

  /** The ground of a cell that can be told without its inputs; null where they decide. */
  #ownGround({ line, quarter }: Cell): Ground | null {
    const { model } = this.#results
    if (line.driver) return 'assumed'
    if (line.kind === 'constant') return 'fixed'
    if (isBaseActual(model, line, quarter)) return 'reported'
    // A formula that goes on without a value rests on nothing there.
    if (Number.isNaN(this.#results.valueOf(this.#base, line.id, quarter))) return 'fixed'
    const isGuess = originOf(model, this.#base, line, quarter).from === 'typed' || this.#hasActuals(line)
    return isGuess ? 'assumed' : null
  }

  #inputsOf({ line, quarter }: Cell): readonly Cell[] {
    return this.#results.explain(this.#base, line.id, quarter).inputs.flatMap((input) => {
      const each = this.#lines.get(input.line)
      return each === undefined ? [] : [{ line: each, quarter: input.quarter ?? quarter }]
    })
  }

  of(asked: Cell): Ground {
    const stack: Cell[] = [asked]
    /** Cells whose inputs lie above them on the stack. */
    const begun = new Map<string, readonly Cell[]>()
    for (let cell = stack.at(-1); cell !== undefined; cell = stack.at(-1)) {
      const mark = markOf(cell)
      const inputs = begun.get(mark)
      const own = this.#known.get(mark) ?? (inputs === undefined ? this.#ownGround(cell) : null)
      if (own === null && inputs === undefined) {
        const found = this.#inputsOf(cell)
        begun.set(mark, found)
        // One that is begun is looked at from below: what a cell reads of its own future is no value.
        stack.push(...found.filter((each) => !begun.has(markOf(each))))
        continue
      }
      this.#known.set(mark, own ?? heaviest((inputs ?? []).map((each) => this.#known.get(markOf(each)) ?? 'fixed')))
      stack.pop()
    }
    return this.#known.get(markOf(asked)) ?? 'fixed'
  }
}

export type Reporting = {
  readonly results: Results
  /** The reported value of a line in a quarter; NaN where there is none. */
  readonly valueOf: (line: LineItem, quarter: Quarter) => number
}

/** What is reported in some results; each cell is followed down once. */
export const reportingOf = (results: Results): Reporting => {
  const { model } = results
  const grounds = new Grounds(results)
  const base = baseOf(model).id
  return {
    results,
    valueOf: (line, quarter) => {
      if (!isReported(model, quarter) || line.kind === 'constant') return NaN
      return grounds.of({ line, quarter }) === 'reported' ? results.valueOf(base, line.id, quarter) : NaN
    },
  }
}
