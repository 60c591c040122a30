// How the columns of one line, or of the lines of one loop, are computed. A Task is columns computed together in one pass
// over all rows; a Unit is the tasks of a line or a loop, in order. A unit whose columns need each other quarter by quarter
// and are too many for one task is marched: its tasks run one quarter at a time.

import { present } from '#base/assert.ts'
import { partsOf, type Column, type Helper, type Value } from '#formula/ir.ts'
import { connectedGroups } from './graph.ts'
import type { Output } from './wasm/signature.ts'

export type Task = {
  readonly outputs: readonly Output[]
  /** In a march: whether it runs over all quarters each time, and not the one at hand. */
  readonly isWhole: boolean
}

export type Unit = {
  /** Done first, each over all quarters. */
  readonly before: readonly Task[]
  readonly tasks: readonly Task[]
  readonly isMarch: boolean
  /** Columns to empty first: a line that looks at a fixed quarter of its own has no value there before its time. */
  readonly clears: readonly Column[]
}

/** What a unit is made for: a line's column, and the formula it is computed by. */
export type Target = {
  readonly output: Output
  readonly helpers: readonly Helper[]
  /** Targets of the same unit that it looks at in the row's own quarter, all lags added up. */
  readonly here: readonly number[]
}

/** One place where a value looks: at a lag, at the last of a window, or at a fixed quarter. */
type Look = {
  readonly column: Column
  /** The newest place looked at, from the row's own; Infinity for a fixed one. */
  readonly newest: number
}

/** All that a value reads, what is used twice perhaps twice; and how many operands there are in it. */
type Survey = { readonly looks: readonly Look[]; readonly operands: number }

const surveys = new WeakMap<Value, Survey>()

const surveyOf = (value: Value): Survey => {
  const known = surveys.get(value)
  if (known !== undefined) return known
  const looks: Look[] = []
  const seen = new Set<Value>()
  const waiting = [value]
  let operands = 1
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (seen.has(each)) continue
    seen.add(each)
    if (each.kind === 'column') looks.push({ column: each.column, newest: each.lag })
    else if (each.kind === 'fixed') looks.push({ column: each.column, newest: Infinity })
    else if (each.kind === 'window')
      looks.push({ column: each.column, newest: 'lag' in each.to ? each.to.lag : Infinity })
    else {
      const parts = partsOf(each)
      operands += parts.length
      for (const part of parts) waiting.push(part)
    }
  }
  const survey = { looks, operands }
  surveys.set(value, survey)
  return survey
}

const looksOf = (value: Value): readonly Look[] => surveyOf(value).looks

/** Larger loops are marched: a kernel of so many columns outgrows the processor's registers many times over. */
export const mostFused = 64

/** A function may have 50,000 locals, and each operand takes one or two for every pair of lanes: long formulas stay apart. */
const mostOperands = 3000

/** Whether so many columns, and formulas so long, may be one task. */
const isSmallEnough = (outputs: readonly Output[], most: number): boolean =>
  outputs.length <= most && outputs.reduce((total, { value }) => total + surveyOf(value).operands, 0) <= mostOperands

const helperOutput = (helper: Helper): Output => ({
  column: helper,
  value: helper.value,
  isFinished: false,
  isInLoop: false,
  typed: null,
})

const whole = (output: Output): Task => ({ outputs: [output], isWhole: true })

/** A column's mark: the same line's column is another object in another formula. */
export type MarkOf = (column: Column) => number

/** Whether columns can be computed together in the order given: none is looked at ahead of its time. */
const isInOrder = (outputs: readonly Output[], markOf: MarkOf): boolean => {
  const places = new Map(outputs.map(({ column }, at) => [markOf(column), at]))
  return outputs.every(({ value }, at) =>
    looksOf(value).every(({ column, newest }) => {
      const place = places.get(markOf(column))
      return place === undefined || newest < 0 || (newest === 0 && place < at)
    }),
  )
}

/** The unit of a line outside every loop. */
export const sweepOf = ({ output, helpers }: Target, markOf: MarkOf): Unit => {
  const outputs = [...helpers.map(helperOutput), output]
  const isFused = outputs.length === 1 || (isSmallEnough(outputs, mostFused) && isInOrder(outputs, markOf))
  return {
    before: [],
    tasks: isFused ? [{ outputs, isWhole: true }] : outputs.map(whole),
    isMarch: false,
    clears: [],
  }
}

/** Whether all a unit does is one task over all quarters. */
const isPlain = ({ before, tasks, isMarch, clears }: Unit): boolean =>
  before.length === 0 && tasks.length === 1 && !isMarch && clears.length === 0

/**
 * How many columns are joined in one task at most. The columns of a small model are joined as they come, which saves
 * runs, but with many lanes, where runs are long, only as many as the processor's registers serve. In a large model those
 * are joined that depend on each other, so that segments alike share kernels and stay in the cache.
 */
const mostJoined = { small: mostFused, 'small, many lanes': 5, large: 12 } as const

export type Joining = keyof typeof mostJoined

/** Two units as one, where the second never looks at the first's columns ahead of the row at hand; else null. */
export const joinedUnit = (first: Unit, second: Unit, joining: Joining, markOf: MarkOf): Unit | null => {
  const [before, after] = [first.tasks[0]?.outputs ?? [], second.tasks[0]?.outputs ?? []]
  if (!isPlain(first) || !isPlain(second) || !isSmallEnough([...before, ...after], mostJoined[joining])) return null
  const marks = new Set(before.map(({ column }) => markOf(column)))
  const looks = after.flatMap(({ value }) => looksOf(value).filter(({ column }) => marks.has(markOf(column))))
  if ((joining === 'large' && looks.length === 0) || looks.some(({ newest }) => newest > 0)) return null
  return { ...first, tasks: [{ outputs: [...before, ...after], isWhole: true }] }
}

/** Whether a column's formula looks at one quarter of its own, whatever the row. */
const looksAtFixedSelf = ({ column, value }: Output, markOf: MarkOf): boolean =>
  looksOf(value).some((look) => look.newest === Infinity && markOf(look.column) === markOf(column))

/** The unit of the lines of one loop. */
export const marchOf = (targets: readonly Target[], markOf: MarkOf): Unit => {
  const [only] = targets
  // The commonest loop: a line that looks back at itself, as it is.
  if (targets.length === 1 && only?.helpers.length === 0)
    return { ...sweepOf(only, markOf), clears: looksAtFixedSelf(only.output, markOf) ? [only.output.column] : [] }
  /** Columns that depend on the loop. */
  const inside = new Set(targets.map(({ output }) => markOf(output.column)))
  const before: Task[] = []
  const clears = targets.map(({ output }) => output.column)
  const nodes: { readonly outputs: readonly Output[]; readonly here: readonly number[] }[] = []
  let doesClear = false
  for (const { output: target, helpers, here } of targets) {
    const own: Output[] = []
    for (const helper of helpers) {
      const output = helperOutput(helper)
      const dependsOnLoop = looksOf(helper.value).some(
        (look) => look.column !== helper && inside.has(markOf(look.column)),
      )
      if (dependsOnLoop) {
        inside.add(markOf(helper))
        own.push(output)
      } else before.push(whole(output))
    }
    const isAhead = (output: Output): boolean =>
      looksOf(output.value).some(
        (look) =>
          inside.has(markOf(look.column)) &&
          look.newest > 0 &&
          !(output === target && markOf(look.column) === markOf(target.column)),
      )
    doesClear ||= looksAtFixedSelf(target, markOf)
    // What looks ahead inside the loop is right only as seen from the quarter at hand: it is computed anew for each.
    if ([...own, target].some(isAhead)) {
      doesClear = true
      nodes.push({
        outputs: [...own, target],
        here: here.map((at) => markOf(present(targets[at], 'a target').output.column)),
      })
    } else for (const output of [...own, target]) nodes.push({ outputs: [output], here: herePlaces(output, markOf) })
  }
  const ordered = inOrder(nodes, markOf)
  const outputs = ordered.flatMap((node) => node.outputs)
  const isFused = ordered.every((node) => node.outputs.length === 1) && isSmallEnough(outputs, mostFused)
  const tasks = ordered.flatMap((node): readonly Task[] =>
    node.outputs.map((output, at) => ({
      outputs: [output],
      isWhole: at < node.outputs.length - 1,
    })),
  )
  // Rows that are computed again find in a column what was computed there, and no emptiness: where one must be, once it is.
  const isInLoop = outputs.length > 1 && !doesClear
  return {
    before,
    tasks: isFused ? [{ outputs: outputs.map((output) => ({ ...output, isInLoop })), isWhole: true }] : tasks,
    isMarch: !isFused,
    clears: doesClear ? clears : [],
  }
}

const herePlaces = ({ value }: Output, markOf: MarkOf): readonly number[] =>
  looksOf(value).flatMap(({ column, newest }) => (newest === 0 ? [markOf(column)] : []))

/** The nodes so that each comes after those it looks at in the row's own quarter. */
const inOrder = <Node extends { readonly outputs: readonly Output[]; readonly here: readonly number[] }>(
  nodes: readonly Node[],
  markOf: MarkOf,
): readonly Node[] => {
  const nodeOf = new Map(nodes.flatMap(({ outputs }, at) => outputs.map(({ column }) => [markOf(column), at] as const)))
  const graph = nodes.map(({ here }, at) =>
    here.flatMap((mark) => {
      const node = nodeOf.get(mark)
      return node === undefined || node === at ? [] : [node]
    }),
  )
  return connectedGroups(graph).map((group) => present(nodes[group[0] ?? -1], 'a node'))
}
