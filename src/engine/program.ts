// A Program is what the scenarios that share one set of formulas are computed by: units in the order of work, each with
// the kernels of its tasks, first for quarters, then for years. It knows columns by number and no address, so it holds
// for any number of lanes and any numbers typed.

import { assert, present, unreachable } from '#base/assert.ts'
import type { CheckedFormula } from '#formula/check.ts'
import type { Column } from '#formula/ir.ts'
import { lower, lowerYear, lowerYearOf, type Lowered, type LoweringScope } from '#formula/lower.ts'
import { yearObstacle } from '#formula/yearly.ts'
import type { LineId } from '#model/lineItem.ts'
import { ColumnNumbers } from './columnNumbers.ts'
import type { LinePlan, Plan } from './plan.ts'
import { looksHere } from './schedule.ts'
import { joinedUnit, marchOf, mostFused, sweepOf, type Joining, type Target, type Task, type Unit } from './task.ts'
import { kernelsOf, type Kernel } from './wasm/kernel.ts'

export type ProgramTask = {
  /** Takes no account of typed numbers: for the rows after the last that has any. */
  readonly plain: Kernel
  /** Takes account of them; null where none of the columns is a line's. */
  readonly typed: Kernel | null
  /** Numbers of the columns that are lines. */
  readonly lines: readonly number[]
  readonly isWhole: boolean
}

export type ProgramUnit = {
  readonly before: readonly ProgramTask[]
  readonly tasks: readonly ProgramTask[]
  readonly isMarch: boolean
  /** Numbers of the columns to empty first. */
  readonly clears: readonly number[]
  /** Places in the plan of the lines computed. */
  readonly lines: readonly number[]
  /** Places in the plan of the lines looked at, in quarters. */
  readonly reads: readonly number[]
}

/** Formulas in the IR, each rewritten once; they hold for one timeline. */
export class Lowerings {
  readonly scope: LoweringScope
  readonly #quarters = new Map<CheckedFormula, Lowered>()

  constructor(scope: LoweringScope) {
    this.scope = scope
  }

  quartersOf(formula: CheckedFormula): Lowered {
    const known = this.#quarters.get(formula) ?? lower(formula.tree, this.scope)
    this.#quarters.set(formula, known)
    return known
  }

  /** A line's years; null where it has none. */
  yearsOf({ line, formula }: LinePlan): Lowered | null {
    switch (line.kind) {
      case 'flow':
        return lowerYearOf(line.id, 'flow', this.scope)
      case 'balance':
      case 'constant':
        return lowerYearOf(line.id, 'balance', this.scope)
      case 'rate':
        return formula === null || yearObstacle(formula.tree) !== null ? null : lowerYear(formula.tree, this.scope)
      default:
        return unreachable(line.kind)
    }
  }
}

/** Years add up four quarters, so three empty ones are always there. */
const leastPad = 3

export class Program {
  readonly plan: Plan
  readonly length: number
  readonly numbers: ColumnNumbers
  readonly quarters: readonly ProgramUnit[]
  readonly #lowerings: Lowerings
  readonly #joining: Joining
  #forManyLanes: Program | null = null
  readonly #placeOf: ReadonlyMap<LineId, number>
  #pad = leastPad
  #years: readonly ProgramUnit[] | null = null

  constructor(plan: Plan, lowerings: Lowerings, lanes: 'few' | 'many' = 'few') {
    const isSmall = plan.lines.filter(({ formula }) => formula !== null).length <= mostFused
    this.#joining = !isSmall ? 'large' : lanes === 'few' ? 'small' : 'small, many lanes'
    this.plan = plan
    this.length = lowerings.scope.length
    this.numbers = new ColumnNumbers(plan.lines.map(({ line }) => line.id))
    this.#lowerings = lowerings
    this.#placeOf = new Map(plan.lines.map(({ line }, at) => [line.id, at]))
    this.quarters = this.#units(({ line, formula }, here) => {
      if (formula === null) return null
      const { helpers, value } = lowerings.quartersOf(formula)
      const column: Column = { kind: 'line', line: line.id, holds: 'quarters' }
      return {
        output: {
          column,
          value,
          isFinished: true,
          isInLoop: false,
          typed: { kind: 'line', line: line.id, holds: 'typed' },
        },
        helpers,
        here,
      }
    })
  }

  /** How many empty quarters lie between columns: as far as any formula looks either way. */
  get pad(): number {
    return this.#pad
  }

  /** The same for so many lanes that runs are long; made when first asked for. */
  get forManyLanes(): Program {
    if (this.#joining !== 'small') return this
    this.#forManyLanes ??= new Program(this.plan, this.#lowerings, 'many')
    return this.#forManyLanes
  }

  /** Made when first asked for; years look no farther than their quarters. */
  get years(): readonly ProgramUnit[] {
    this.#years ??= this.#yearUnits()
    return this.#years
  }

  #yearUnits(): readonly ProgramUnit[] {
    const { numbers, pad } = this
    numbers.beginYears()
    const lowered = new Map(this.plan.lines.map((planned) => [planned, this.#lowerings.yearsOf(planned)]))
    for (const [{ line }, years] of lowered) if (years !== null) numbers.addYear(line.id)
    const units = this.#units((planned, here) => {
      const years = lowered.get(planned)
      const column: Column = { kind: 'line', line: planned.line.id, holds: 'years' }
      if (years === null || years === undefined) return null
      return {
        output: { column, value: years.value, isFinished: true, isInLoop: false, typed: null },
        helpers: years.helpers,
        here,
      }
    })
    assert(this.#pad === pad, 'years look no farther than quarters')
    return units
  }

  /** The units of one evaluation; `targetFor` gives a line's column and formula, null where it is not computed. */
  #units(targetFor: (planned: LinePlan, here: readonly number[]) => Target | null): readonly ProgramUnit[] {
    const { numberOf } = this.numbers
    const units: { unit: Unit; lines: readonly number[] }[] = []
    for (const { lines, isMarch } of this.plan.schedule.steps) {
      const computed = lines.filter((line) => targetFor(this.#planned(line), []) !== null)
      const targets = computed.flatMap((line) => targetFor(this.#planned(line), this.#here(line, computed)) ?? [])
      const [first] = targets
      if (first === undefined) continue
      const unit = isMarch ? marchOf(targets, numberOf) : sweepOf(first, numberOf)
      const last = units.at(-1)
      const joined = last === undefined ? null : joinedUnit(last.unit, unit, this.#joining, numberOf)
      if (last === undefined || joined === null) units.push({ unit, lines: computed })
      else units[units.length - 1] = { unit: joined, lines: [...last.lines, ...computed] }
    }
    return units.map(({ unit, lines }) => this.#emitted(unit, lines))
  }

  #planned(line: number): LinePlan {
    return present(this.plan.lines[line], 'a line')
  }

  /** Which of the lines of its unit a line looks at in its own quarter. */
  #here(line: number, unit: readonly number[]): readonly number[] {
    if (unit.length === 1) return []
    const references = this.#planned(line).formula?.references ?? []
    return references.filter(looksHere).flatMap((reference) => {
      const at = unit.indexOf(this.#placeOf.get(reference.line) ?? -1)
      return at < 0 ? [] : [at]
    })
  }

  #emitted({ before, tasks, isMarch, clears }: Unit, lines: readonly number[]): ProgramUnit {
    const { numberOf } = this.numbers
    const reads = new Set<number>()
    const emitted = ({ outputs, isWhole }: Task): ProgramTask => {
      const { plain, typed } = kernelsOf(outputs, numberOf)
      this.#pad = Math.max(this.#pad, plain.farthest)
      for (const slot of plain.slots) {
        const line = slot.holds === 'address' ? this.numbers.lineAt(slot.column) : null
        if (line !== null) reads.add(line)
      }
      const lines = outputs.flatMap((output) => (output.typed === null ? [] : [numberOf(output.column)]))
      return { plain, typed, lines, isWhole }
    }
    return {
      before: before.map(emitted),
      tasks: tasks.map(emitted),
      isMarch,
      clears: clears.map(numberOf),
      lines,
      reads: [...reads],
    }
  }
}
