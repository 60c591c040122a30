// Which loops a model has, found here without the engine's help: from what the formulas of each scenario look at. A line
// counts once for each kind of loop it is in.

import type { CheckedFormula } from '#formula/check.ts'
import type { Reference } from '#formula/references.ts'
import { partsOf, type Tree } from '#formula/tree.ts'
import type { Results } from '#engine/results.ts'
import type { LineId } from '#model/lineItem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Tally } from './tally.ts'

export const loopNames = [
  'a line and its own past',
  'several lines',
  'through an expression in a function of time or lag',
  'in one scenario and not in another',
  'of all scenarios together, of none alone',
  'a quarter of its own by name, bare',
  'a quarter of its own by name, in an expression',
  'a quarter of its own by name, under a lag or function',
  'Problem: inside one quarter',
  'Problem: looks ahead',
  'Problem: another line’s quarter by name',
  'a look ahead outside loops',
] as const

type LoopName = (typeof loopNames)[number]

/** A line with the formula that holds for it; null where there is none or it is a Problem. */
export type Looking = { readonly line: LineId; readonly formula: CheckedFormula | null }

type Targets = ReadonlyMap<LineId, ReadonlySet<LineId>>

const isEmpty = ({ from, to }: Reference): boolean => 'lag' in from && 'lag' in to && from.lag > to.lag

const looksAhead = ({ from, to }: Reference): boolean => ('lag' in from && from.lag > 0) || ('lag' in to && to.lag > 0)

const targetsOf = (lines: readonly Looking[], counts: (reference: Reference) => boolean): Targets =>
  new Map(
    lines.map(({ line, formula }) => [
      line,
      new Set(formula?.references.filter((each) => !isEmpty(each) && counts(each)).map((each) => each.line)),
    ]),
  )

/** Every line that one can be got to from a line, in one step or more. */
const reachable = (targets: Targets, start: LineId): ReadonlySet<LineId> => {
  const seen = new Set<LineId>()
  const waiting = [...(targets.get(start) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(targets.get(next) ?? []))
  }
  return seen
}

const isOfTime = (tree: Tree): boolean =>
  tree.kind === 'lag' ||
  (tree.kind === 'call' &&
    (tree.window !== null ||
      ['yoy', 'qoq', 'ttm', 'ytd', 'cumulative', 'decumulate', 'cagr', 'hold', 'streak', 'earned'].includes(tree.name)))

const some = (tree: Tree, holds: (each: Tree) => boolean): boolean =>
  holds(tree) || partsOf(tree).some((each) => some(each, holds))

const looksAtOne = (tree: Tree, lines: ReadonlySet<LineId>): boolean =>
  some(tree, (each) => each.kind === 'line' && lines.has(each.line))

/** Whether a quarter by name of the line itself stands somewhere in the tree. */
const namesOwnQuarter = (tree: Tree, line: LineId): boolean =>
  some(tree, (each) => each.kind === 'at' && looksAtOne(each.of, new Set([line])))

const ownQuarterName = (tree: Tree, line: LineId): LoopName | null => {
  if (!namesOwnQuarter(tree, line)) return null
  if (tree.kind === 'at') return 'a quarter of its own by name, bare'
  const isUnderTime = some(tree, (each) => isOfTime(each) && partsOf(each).some((part) => namesOwnQuarter(part, line)))
  return isUnderTime
    ? 'a quarter of its own by name, under a lag or function'
    : 'a quarter of its own by name, in an expression'
}

const soundLoopNames = (
  { line, formula }: Looking,
  reached: ReadonlySet<LineId>,
  targets: Targets,
): readonly LoopName[] => {
  if (formula === null || !reached.has(line)) return []
  const loop = new Set([...reached].filter((each) => each === line || reachable(targets, each).has(line)))
  const names: LoopName[] = []
  if (formula.references.some((each) => each.line === line && 'lag' in each.to && each.to.lag < 0))
    names.push('a line and its own past')
  if (loop.size > 1) names.push('several lines')
  const isThrough = some(
    formula.tree,
    (each) => isOfTime(each) && partsOf(each).some((part) => part.kind !== 'line' && looksAtOne(part, loop)),
  )
  if (isThrough) names.push('through an expression in a function of time or lag')
  const own = ownQuarterName(formula.tree, line)
  return own === null ? names : [...names, own]
}

const problemName = (sentence: string): LoopName =>
  sentence.includes('looks ahead')
    ? 'Problem: looks ahead'
    : sentence.includes('fixed quarter')
      ? 'Problem: another line’s quarter by name'
      : 'Problem: inside one quarter'

/** Lines on a way round inside one quarter that takes formulas of several scenarios. */
const loopingTogether = (lookings: ReadonlyMap<ScenarioId, readonly Looking[]>): number => {
  const looksNow = ({ from, to }: Reference): boolean => 'lag' in from && 'lag' in to && from.lag <= 0 && to.lag >= 0
  const each = [...lookings.values()].map((lines) => targetsOf(lines, looksNow))
  const together = new Map<LineId, Set<LineId>>()
  for (const targets of each)
    for (const [line, others] of targets) together.set(line, new Set([...(together.get(line) ?? []), ...others]))
  return [...together.keys()].filter(
    (line) => reachable(together, line).has(line) && !each.some((targets) => reachable(targets, line).has(line)),
  ).length
}

/** Takes the loops of a model's scenarios into a census. */
export const countLoops = (
  tally: Tally,
  lookings: ReadonlyMap<ScenarioId, readonly Looking[]>,
  results: Results,
): void => {
  const counted = new Set<string>()
  const inLoop = new Map<LineId, number>()
  const count = (name: LoopName, line: LineId): void => {
    if (counted.has(`${name} ${line}`)) return
    counted.add(`${name} ${line}`)
    tally.count('loops and looks', name)
  }
  for (const [scenario, lines] of lookings) {
    const targets = targetsOf(lines, () => true)
    for (const looking of lines) {
      const { line, formula } = looking
      if (formula === null) continue
      const problem = results.problemOf(scenario, line)
      if (problem !== null) {
        count(problemName(problem.sentence), line)
        continue
      }
      const reached = reachable(targets, line)
      for (const name of soundLoopNames(looking, reached, targets)) count(name, line)
      if (reached.has(line)) inLoop.set(line, (inLoop.get(line) ?? 0) + 1)
      else if (formula.references.some(looksAhead)) count('a look ahead outside loops', line)
    }
  }
  for (const [line, scenarios] of inLoop)
    if (scenarios < lookings.size) count('in one scenario and not in another', line)
  tally.count('loops and looks', 'of all scenarios together, of none alone', loopingTogether(lookings))
}
