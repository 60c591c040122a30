// A Schedule is the order in which the lines of one scenario are computed so that everything a formula reads is there.
// Lines outside every loop are swept, a whole line at a time; the lines of a loop that goes back in time are marched
// together, quarter by quarter. Loops are judged here, by what formulas look at; what is typed never decides.

import type { Reference } from '#formula/references.ts'
import { connectedGroups, isCyclic, shortestCycle, type Graph } from './graph.ts'

/** What a scenario's line looks at; nothing where it has no formula or a Problem for one. */
export type Looker = {
  readonly key: string
  readonly references: readonly Reference[]
  readonly targets: readonly number[]
}

type Step = {
  /** Numbers of lines, in the order to compute them. */
  readonly lines: readonly number[]
  readonly isMarch: boolean
}

type LoopProblem = { readonly reference: Reference; readonly sentence: string }

export type Schedule = { readonly steps: readonly Step[]; readonly problems: ReadonlyMap<number, LoopProblem> }

type Edge = { readonly from: number; readonly to: number; readonly reference: Reference }

const looksForward = ({ from, to }: Reference): boolean =>
  ('lag' in from && from.lag > 0) || ('lag' in to && to.lag > 0)

const hasQuarter = ({ from, to }: Reference): boolean => 'quarter' in from || 'quarter' in to

/** Whether it may look at the row's own quarter. */
export const looksHere = ({ from, to }: Reference): boolean =>
  'lag' in from && 'lag' in to
    ? from.lag <= 0 && to.lag >= 0
    : ('lag' in from && from.lag === 0) || ('lag' in to && to.lag === 0)

/** A window that ends before it starts looks at nothing. */
const isEmpty = ({ from, to }: Reference): boolean => 'lag' in from && 'lag' in to && from.lag > to.lag

const edgesOf = (lookers: readonly Looker[]): readonly Edge[] =>
  lookers.flatMap(({ references, targets }, from) =>
    references.flatMap((reference, at) => {
      const to = targets[at]
      return to === undefined || isEmpty(reference) ? [] : [{ from, to, reference }]
    }),
  )

const graphOf = (count: number, edges: readonly Edge[]): Graph => {
  const graph = Array.from({ length: count }, () => new Set<number>())
  for (const { from, to } of edges) graph[from]?.add(to)
  return graph.map((targets) => [...targets])
}

/** What is wrong with an edge between two lines of one loop. */
const judge = ({ from, to, reference }: Edge, lookers: readonly Looker[]): LoopProblem | null => {
  const [looker, looked] = [lookers[from]?.key ?? '', lookers[to]?.key ?? '']
  const why = from === to ? '' : `, which depends on “${looker}” in turn`
  if (looksForward(reference))
    return {
      reference,
      sentence: `“${looker}” looks ahead at ${from === to ? 'itself' : `“${looked}”`}${why}: inside a loop a formula may only look back.`,
    }
  if (hasQuarter(reference) && from !== to)
    return {
      reference,
      sentence: `“${looker}” looks at a fixed quarter of “${looked}”${why}: inside a loop only a line itself may be looked at so.`,
    }
  return null
}

const looksEverywhere = ({ to }: Reference): boolean => 'lag' in to && to.lag === Infinity

const loopSentence = (keys: readonly string[]): string =>
  keys.length === 1
    ? `“${keys[0] ?? ''}” needs itself in the same quarter. Look at an earlier one, such as ${keys[0] ?? ''}[-1].`
    : `${[...keys, keys[0] ?? ''].join(' → ')} is a loop inside one quarter. Let one of them look at an earlier quarter.`

export const scheduleOf = (lookers: readonly Looker[]): Schedule => {
  const edges = edgesOf(lookers)
  const graph = graphOf(lookers.length, edges)
  const groups = connectedGroups(graph)
  const groupOf = new Array<number>(lookers.length).fill(-1)
  for (const [at, group] of groups.entries()) for (const line of group) groupOf[line] = at
  const inner = edges.filter(({ from, to }) => groupOf[from] === groupOf[to])
  const hereEdges = inner.filter(({ reference }) => looksHere(reference))
  const hereGraph = graphOf(lookers.length, hereEdges)

  const problems = new Map<number, LoopProblem>()
  const place = new Array<number>(lookers.length).fill(0)
  for (const [at, group] of connectedGroups(hereGraph).entries()) {
    for (const line of group) place[line] = at
    if (!isCyclic(hereGraph, group)) continue
    for (const line of group) {
      const cycle = shortestCycle(hereGraph, line)
      const next = cycle[1] ?? line
      const edge = hereEdges.find(({ from, to }) => from === line && to === next)
      // To look at its own plan in every quarter is no matter of one quarter.
      if (edge !== undefined && !(next === line && looksEverywhere(edge.reference)))
        problems.set(line, {
          reference: edge.reference,
          sentence: loopSentence(cycle.map((each) => lookers[each]?.key ?? '')),
        })
    }
  }
  for (const edge of inner) {
    const wrong = problems.has(edge.from) ? null : judge(edge, lookers)
    if (wrong !== null) problems.set(edge.from, wrong)
  }
  const steps = groups.map((group) => ({
    lines: [...group].sort((left, right) => (place[left] ?? 0) - (place[right] ?? 0)),
    isMarch: isCyclic(graph, group),
  }))
  return { steps, problems }
}
