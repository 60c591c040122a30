// Loops for the evaluator elsewhere: which lines look at which, and at which quarters; and which of them break a rule of
// section 3's paragraph on loops. What is typed plays no part.

import { partsOf, wholeIn, type End, type Node } from './node.ts'

/** A line looked at, from one end to the other. */
type Look = { readonly key: string; readonly from: End; readonly to: End }

const moved = (end: End, lag: number): End => ('lag' in end ? { lag: end.lag + lag } : { month: end.month + 3 * lag })

const from = (origin: End, end: End): End => ('lag' in end ? moved(origin, end.lag) : end)

/** How far back a function looks at its arguments, in quarters. */
const reachOf = (name: string, given: readonly Node[]): number => {
  switch (name) {
    case 'qoq':
    case 'decumulate':
      return 1
    case 'ttm':
    case 'ytd':
      return 3
    case 'yoy':
      return 4
    case 'cagr':
      return 4 * (wholeIn(given[1]) ?? 0)
    case 'cumulative':
    case 'hold':
    case 'streak':
      return Infinity
    default:
      return 0
  }
}

const looksOf = (node: Node, first: End, last: End): readonly Look[] => {
  switch (node.is) {
    case 'key':
      return [{ key: node.name, from: first, to: last }]
    case 'moved':
      return looksOf(node.of, from(first, node.to), from(last, node.to))
    case 'window':
      return looksOf(node.of, from(first, node.from), from(last, node.to))
    case 'call': {
      if (node.name === 'lag' || node.name === 'lead') {
        const by = (wholeIn(node.given[1]) ?? 0) * (node.name === 'lag' ? -1 : 1)
        return node.given.slice(0, 1).flatMap((each) => looksOf(each, moved(first, by), moved(last, by)))
      }
      if (node.name === 'earned')
        return node.given.flatMap((each, n) =>
          n === 1 || n === 2 ? looksOf(each, { lag: -Infinity }, { lag: Infinity }) : looksOf(each, first, last),
        )
      const back = reachOf(node.name, node.given)
      const start: End = back === Infinity ? { lag: -Infinity } : moved(first, -back)
      return node.given.flatMap((each) => looksOf(each, start, last))
    }
    default:
      return partsOf(node).flatMap((each) => looksOf(each, first, last))
  }
}

/** A window that ends before it starts looks at nothing. */
const isEmpty = ({ from: first, to }: Look): boolean => 'lag' in first && 'lag' in to && to.lag < first.lag

const isAhead = ({ from: first, to }: Look): boolean => ('lag' in first && first.lag > 0) || ('lag' in to && to.lag > 0)

const isNow = ({ from: first, to }: Look): boolean =>
  'lag' in first && 'lag' in to
    ? first.lag <= 0 && to.lag >= 0
    : ('lag' in first && first.lag === 0) || ('lag' in to && to.lag === 0)

const namesQuarter = ({ from: first, to }: Look): boolean => 'month' in first || 'month' in to

type Arrows = ReadonlyMap<string, ReadonlySet<string>>

/** What can be got to from each key in one step or more. */
const closureOf = (arrows: Arrows): Arrows => {
  const closure = new Map([...arrows].map(([key, targets]) => [key, new Set(targets)]))
  for (const through of closure.keys())
    for (const targets of closure.values())
      if (targets.has(through)) for (const target of closure.get(through) ?? []) targets.add(target)
  return closure
}

/** The keys whose formulas make a loop that may not be. */
export const loopProblems = (formulas: ReadonlyMap<string, Node>): ReadonlySet<string> => {
  const looks = new Map(
    [...formulas].map(([key, node]) => [key, looksOf(node, { lag: 0 }, { lag: 0 }).filter((each) => !isEmpty(each))]),
  )
  const arrows = (counts: (look: Look, key: string) => boolean): Arrows =>
    closureOf(
      new Map(
        [...looks].map(([key, each]) => [key, new Set(each.filter((one) => counts(one, key)).map((one) => one.key))]),
      ),
    )
  const reached = arrows(() => true)
  const isInner = (key: string, other: string): boolean =>
    reached.get(key)?.has(other) === true && reached.get(other)?.has(key) === true
  const now = arrows((look, key) => isNow(look) && isInner(key, look.key))
  const broken = new Set([...formulas.keys()].filter((key) => now.get(key)?.has(key) === true))
  for (const [key, each] of looks)
    if (each.some((look) => isInner(key, look.key) && (isAhead(look) || (namesQuarter(look) && look.key !== key))))
      broken.add(key)
  return broken
}
