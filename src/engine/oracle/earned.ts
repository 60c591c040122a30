// The earned schedule: at which elapsed time a cumulative plan stood at a level, linear within a quarter. Its window may
// have begun before the timeline, where plan and time count from 0, and may end after it, where nothing is known.

import { largest, smallest, sum } from '#numeric/statistic.ts'
import { needing, type Look, type Own } from './definition.ts'

const inEveryQuarter = ({ tree, world }: Look): readonly Look[] =>
  Array.from({ length: world.length }, (_, at) => ({ tree, at, world }))

type Given = {
  readonly level: number
  readonly length: number
  readonly planned: readonly number[]
  readonly elapsed: readonly number[]
}

const givenOf = ([level = NaN, length = NaN, ...columns]: readonly number[]): Given => ({
  level,
  length,
  planned: columns.slice(0, columns.length / 2),
  elapsed: columns.slice(columns.length / 2),
})

/** How much of the way through a quarter the plan was when it stood at the level. */
const shareOf = (level: number, before: number, now: number): number => {
  if (level >= now) return 1
  return level <= before ? 0 : (level - before) / (now - before)
}

const isBeyond = ({ level, length, planned, elapsed }: Given): boolean =>
  level > (planned.at(-1) ?? NaN) && !((elapsed.at(-1) ?? NaN) >= length)

const timeOf = (given: Given): number => {
  const { level, length, planned, elapsed } = given
  const total = sum(
    elapsed.map((time, at) => {
      const rise = largest([time - (elapsed[at - 1] ?? 0), 0])
      return rise * shareOf(level, planned[at - 1] ?? 0, planned[at] ?? NaN)
    }),
  )
  if (Number.isNaN(total) || isBeyond(given)) return NaN
  const time = level >= (planned.at(-1) ?? NaN) ? (elapsed.at(-1) ?? NaN) : total
  return smallest([time, length])
}

const runsOn: Own = {
  kind: 'missing',
  sentence: 'the plan runs on past the timeline, and the level lies beyond what it plans by then',
}

export const earned = needing(
  (call, at, world) => {
    const [level, planned, elapsed, length] = call.expressions.map((tree) => ({ tree, at, world }))
    if (level === undefined || planned === undefined || elapsed === undefined || length === undefined) return []
    return [level, length, ...inEveryQuarter(planned), ...inEveryQuarter(elapsed)]
  },
  (values) => timeOf(givenOf(values)),
  (values) => (isBeyond(givenOf(values)) ? runsOn : { kind: 'fault', sentence: 'this is not a number' }),
)
