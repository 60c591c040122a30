// A Stand is where one engine is measured: a process of its own, or a worker in the browser. It answers one command at a
// time, so that a contest can let engines take turns while each keeps its warmth, its heap and its caches to itself.

import type { BenchModel, NumberEdit } from '../models/benchModel.ts'
import { companyModel } from '../models/company.ts'
import { blockModel, fourCellEdit, halfEdit, tenBlockModel } from '../models/conglomerate.ts'
import { referenceValues } from './byHand.ts'
import type { Contestant, Task } from './contestant.ts'

export type ModelName = 'A' | 'B' | 'C'

export const engineNames = ['paceline', 'byHand', 'hyperFormula', 'ironCalc'] as const

export type EngineName = (typeof engineNames)[number]

export type Command =
  /** Opens a model, cold if it is the first command; `milliseconds` says how long it took. */
  | { readonly command: 'open'; readonly model: ModelName }
  /** Compares every value with the reference. */
  | { readonly command: 'check' }
  /** Makes an edit and takes it back, and compares values and lists of changes with the reference. */
  | { readonly command: 'check edit'; readonly task: EditTask }
  /** Repeats a task for so long at least; `milliseconds` is one turn's. */
  | { readonly command: 'time'; readonly task: Task; readonly leastMilliseconds: number }
  /** Computes all lanes; `outcomes` are theirs. */
  | { readonly command: 'lanes' }

type EditTask = 'half edit' | 'four-cell edit'

export type Answer = {
  readonly milliseconds?: number
  /** By how much a value is off at most, relative to it. */
  readonly worst?: number
  /** How many cells changed. */
  readonly cells?: number
  readonly outcomes?: Float64Array
  /** What the heap, and what lies outside it, grew by in opening; where it can be told. */
  readonly heapBytes?: number
  readonly valueBytes?: number
}

export type Enter = (engine: EngineName, model: BenchModel) => Promise<Contestant>

/** What the process can tell of its memory after a collection. */
export type HeapBytes = (() => number) | null

const modelOf: Readonly<Record<ModelName, () => BenchModel>> = { A: companyModel, B: blockModel, C: tenBlockModel }

const editOf: Readonly<Record<EditTask, (model: BenchModel) => NumberEdit>> = {
  'half edit': halfEdit,
  'four-cell edit': fourCellEdit,
}

/** By how much values are off at most, relative to what they must be; infinite where one is missing. */
export const worstDifference = (values: Float64Array, expected: Float64Array): number => {
  let worst = values.length === expected.length ? 0 : Infinity
  for (const [at, right] of expected.entries()) {
    const off = Math.abs((values[at] ?? NaN) - right)
    if (off !== 0) worst = Math.max(worst, Number.isNaN(off) ? Infinity : off / Math.abs(right))
  }
  return worst
}

const edited = (model: BenchModel, { line, quarter, other }: NumberEdit): BenchModel => ({
  ...model,
  lines: model.lines.map((each) => (each.key === line ? { ...each, typed: each.typed.with(quarter, other) } : each)),
})

export class Stand {
  readonly #engine: EngineName
  readonly #enter: Enter
  readonly #heapBytes: HeapBytes
  #entered: { readonly model: BenchModel; readonly contestant: Contestant } | null = null
  readonly #tasks = new Map<Task, () => unknown>()
  #lanes: ReturnType<NonNullable<Contestant['lanes']>> | null = null

  constructor(engine: EngineName, enter: Enter, heapBytes: HeapBytes = null) {
    this.#engine = engine
    this.#enter = enter
    this.#heapBytes = heapBytes
  }

  async answer(command: Command): Promise<Answer> {
    switch (command.command) {
      case 'open':
        return this.#open(modelOf[command.model]())
      case 'check':
        return { worst: worstDifference(this.#contestant.values(), referenceValues(this.#model)) }
      case 'check edit':
        return this.#checkEdit(command.task)
      case 'time':
        return { milliseconds: this.#time(command.task, command.leastMilliseconds) }
      case 'lanes':
        this.#manyLanes.run()
        return { outcomes: this.#manyLanes.outcomes() }
    }
  }

  get #model(): BenchModel {
    if (this.#entered === null) throw new Error('No model is open.')
    return this.#entered.model
  }

  get #contestant(): Contestant {
    if (this.#entered === null) throw new Error('No model is open.')
    return this.#entered.contestant
  }

  get #manyLanes(): ReturnType<NonNullable<Contestant['lanes']>> {
    const { lanes } = this.#contestant
    if (lanes === undefined) throw new Error(`${this.#engine} has no lanes.`)
    this.#lanes ??= lanes()
    return this.#lanes
  }

  async #open(model: BenchModel): Promise<Answer> {
    const contestant = await this.#enter(this.#engine, model)
    this.#entered = { model, contestant }
    const before = this.#heapBytes?.() ?? 0
    const start = performance.now()
    contestant.open()
    const milliseconds = performance.now() - start
    const valueBytes = contestant.valueBytes?.()
    return {
      milliseconds,
      ...(this.#heapBytes === null ? {} : { heapBytes: this.#heapBytes() - before }),
      ...(valueBytes === undefined ? {} : { valueBytes }),
    }
  }

  #taskOf(task: Task): () => unknown {
    const { recalculate, rebuild, edit } = this.#contestant
    switch (task) {
      case 'recalculate':
        return recalculate
      case 'rebuild':
        if (rebuild === undefined) break
        return rebuild
      case 'lanes':
        return this.#manyLanes.run
      case 'half edit':
      case 'four-cell edit': {
        const known = this.#tasks.get(task)
        if (known !== undefined) return known
        if (edit === undefined) break
        const made = edit(editOf[task](this.#model))
        this.#tasks.set(task, made)
        return made
      }
    }
    throw new Error(`${this.#engine} has no task “${task}”.`)
  }

  /** An even number of turns, so that every edit is taken back. */
  #time(task: Task, leastMilliseconds: number): number {
    const run = this.#taskOf(task)
    const isEdit = task.endsWith('edit')
    let turns = isEdit ? 2 : 1
    for (;;) {
      const start = performance.now()
      for (let turn = 0; turn < turns; turn += 1) run()
      const milliseconds = performance.now() - start
      if (milliseconds >= leastMilliseconds) return milliseconds / turns
      const wanted = (leastMilliseconds / Math.max(milliseconds, leastMilliseconds / 100)) * 1.2
      turns = 2 * Math.ceil((turns * wanted) / 2)
    }
  }

  #checkEdit(task: EditTask): Answer {
    const { changedCells } = this.#contestant
    const edit = editOf[task](this.#model)
    const before = referenceValues(this.#model)
    const after = referenceValues(edited(this.#model, edit))
    const moved = [...after.keys()].filter((at) => after[at] !== before[at])
    const run = this.#taskOf(task)
    let worst = 0
    let cells = 0
    for (const expected of [after, before]) {
      const told = new Set(changedCells?.(run()))
      worst = Math.max(worst, worstDifference(this.#contestant.values(), expected))
      // The last bits may differ between engines, so that a cell moved by less need not be told by all.
      const untold = moved.filter((at) => !told.has(at) && Math.abs((after[at] ?? 0) / (before[at] ?? 0) - 1) > 1e-9)
      if (untold.length > 0 || told.size > moved.length * 1.01) worst = Infinity
      cells = told.size
    }
    return { worst, cells }
  }
}
