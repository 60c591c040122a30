// Aggregates: over windows of every form (short, long, by name at one end or both, empty, reaching outside), or of plain
// values.

import { addQuarters, type Quarter } from '#model/quarter.ts'
import { quoted, someQuarter } from './quarterText.ts'
import { fixed, later, ranks, type Reach, type Writer, type Writing } from './writing.ts'

const aggregates = ['sum', 'mean', 'min', 'max', 'count', 'median', 'stdev'] as const

type Inner = (writer: Writer, reach: Reach, depth: number) => string

/** The two ends as written, and how the expression between them is reached. */
type WindowWriting = { readonly ends: string; readonly reach: Reach }

const lagEnds = (reach: Reach, from: number, to: number): WindowWriting => ({
  ends: `${from}:${to > 0 ? '+' : ''}${to}`,
  reach: later(reach, to),
})

type Ends = readonly [from: number, to: number]

const shortEnds: readonly Ends[] = [
  [-3, 0],
  [-3, 0],
  [-1, 0],
  [-1, 0],
  [-2, -1],
  [-4, -1],
  [-1, 1],
  [0, 2],
  [1, 3],
  [0, 0],
  [-5, -2],
]

const longEnds: readonly Ends[] = [
  [-11, 0],
  [-12, 0],
  [-13, -1],
  [-19, -1],
  [-40, -1],
  [-1000000000, 0],
  [-1000000000, -1],
  [-8, 8],
  [0, 1000000000],
]

/** Beyond the end of most timelines, all of them. */
const farEnds: readonly Ends[] = [
  [-35, -31],
  [-9, -6],
  [31, 45],
  [5, 8],
  [-1000000000, -999999999],
]

const emptyEnds: readonly Ends[] = [
  [0, -1],
  [3, 1],
  [-2, -4],
]

const laterBy = ({ sketch, chance }: Writer, quarter: Quarter, least: number): Quarter =>
  addQuarters(quarter, chance.between(least, Math.max(least, Math.min(8, sketch.quarters.length))))

const someWindow = (writer: Writer, reach: Reach): WindowWriting => {
  const { chance, sketch } = writer
  const form = chance.weighted([
    [40, 'short'],
    [15, 'long'],
    [4, 'far'],
    [14, 'named'],
    [14, 'from a name'],
    [13, 'to a name'],
    [5, 'empty'],
    [2, 'named, empty'],
  ] as const)
  switch (form) {
    case 'short':
      return lagEnds(reach, ...chance.pick(shortEnds))
    case 'long':
      return lagEnds(reach, ...chance.pick(longEnds))
    case 'far':
      return lagEnds(reach, ...chance.pick(farEnds))
    case 'empty':
      return lagEnds(reach, ...chance.pick(emptyEnds))
    case 'named': {
      const first = someQuarter(sketch)
      return { ends: `${quoted(sketch, first)}:${quoted(sketch, laterBy(writer, first, 0))}`, reach: fixed }
    }
    case 'named, empty': {
      const first = someQuarter(sketch)
      return { ends: `${quoted(sketch, laterBy(writer, first, 1))}:${quoted(sketch, first)}`, reach: fixed }
    }
    case 'from a name': {
      const to = chance.pick([0, 0, 0, -1, -1, 1, -4, -12, -1000000000, 40])
      return {
        ends: `${quoted(sketch, someQuarter(sketch))}:${to > 0 ? '+' : ''}${to}`,
        reach: { latest: reach.latest + to, isFixed: true },
      }
    }
    case 'to a name': {
      const from = chance.pick([0, 0, -1, -3, -7, 1, 12, -1000000000, 40])
      return {
        ends: `${from}:${quoted(sketch, someQuarter(sketch))}`,
        reach: { latest: reach.latest + from, isFixed: true },
      }
    }
  }
}

export const someAggregate =
  (inner: Inner) =>
  (writer: Writer, reach: Reach, depth: number): Writing => {
    const { chance } = writer
    const window = someWindow(writer, reach)
    const of = inner(writer, window.reach, chance.happens(0.5) ? 1 : depth)
    const operand = /^[a-z][a-z0-9_]*$/.test(of) && isKey(writer, of) && chance.happens(0.9) ? of : `(${of})`
    return { text: `${chance.pick(aggregates)}(${operand}[${window.ends}])`, rank: ranks.whole }
  }

const isKey = ({ sketch, free }: Writer, word: string): boolean =>
  free.includes(word) || sketch.lines.some(({ key }) => key === word)

export const somePlainAggregate =
  (inner: Inner) =>
  (writer: Writer, reach: Reach, depth: number): Writing => {
    const { chance } = writer
    const isLong = chance.happens(0.02)
    const count = chance.pick(isLong ? [12, 30] : [2, 2, 2, 3, 4, 5])
    const given = Array.from({ length: count }, () => inner(writer, reach, isLong ? 0 : depth))
    return { text: `${chance.pick(aggregates)}(${given.join(', ')})`, rank: ranks.whole }
  }
