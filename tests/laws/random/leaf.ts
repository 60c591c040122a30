// The ends of a formula: references to lines, numbers, per cents and calendar names.

import { ranks, type Reach, type Writer, type Writing } from './writing.ts'
import { someQuarterText } from './quarterText.ts'
import type { Weighted } from '../../support/chance.ts'

const numbers: Weighted<string> = [
  [10, '1'],
  [8, '2'],
  [4, '0'],
  [4, '100'],
  [4, '0.5'],
  [3, '.25'],
  [3, '1.1'],
  [2, '3'],
  [2, '10'],
  [2, '1.5e3'],
  [1, '0.1'],
  [1, '1e-3'],
  [1, '1e308'],
  [0.5, '1e-320'],
  [0.3, '9007199254740993'],
]

const percents = ['5%', '10%', '12.5%', '0.57%', '110%', '1.5e1%', '.5%'] as const

const calendarNames = ['actual', 'fiscal_year', 'fiscal_quarter', 'quarter_index', 'quarter_index'] as const

export const someNumber = ({ chance }: Writer): Writing => ({
  text: chance.happens(0.2) ? chance.pick(percents) : chance.weighted(numbers),
  rank: ranks.word,
})

const lagText = ({ chance }: Writer, quarters: number): string => {
  if (quarters < 0) return `[${quarters}]`
  return quarters === 0 || chance.happens(0.3) ? `[${quarters}]` : `[+${quarters}]`
}

/** A key in brackets or bare: most often the quarter itself or one not far. */
const freeReference = (writer: Writer, key: string): string => {
  const { chance, sketch, isYearly } = writer
  if (isYearly) return key + (chance.happens(0.25) ? lagText(writer, 4 * chance.between(-2, 1)) : '')
  switch (
    chance.weighted([
      [52, 'bare'],
      [24, 'back'],
      [7, 'ahead'],
      [10, 'fixed'],
      [3, 'own'],
      [2, 'twice'],
      [2, 'far'],
    ] as const)
  ) {
    case 'bare':
      return key
    case 'back':
      return key + lagText(writer, -chance.pick([1, 1, 1, 2, 3, 4, 4, 4, 5, 8]))
    case 'ahead':
      return key + lagText(writer, chance.pick([1, 1, 1, 2, 4]))
    case 'fixed':
      return `${key}[${someQuarterText(sketch)}]`
    case 'own':
      return `${key}[0]`
    case 'twice':
      return key + lagText(writer, chance.between(-3, 3)) + lagText(writer, chance.between(-3, 3))
    case 'far':
      return key + lagText(writer, chance.pick([-1000000000, -41, -19, 17, 1000000000]))
  }
}

/** A reference to the line's own group that goes back in time, or in the same quarter to a lower rank. */
const loopReference = (writer: Writer, { latest, isFixed }: Reach): string => {
  const { chance, line, group, sketch, isYearly } = writer
  const other = isFixed ? line : chance.pick(group)
  if (other === line && !isYearly && chance.happens(isFixed ? 0.4 : 0.1))
    return `${line.key}[${someQuarterText(sketch)}]`
  if (latest === -Infinity) return other.key + (chance.happens(0.3) ? lagText(writer, chance.between(-2, 2)) : '')
  const most = (other.rank < line.rank ? 0 : -1) - latest
  if (isYearly) return other.key + lagText(writer, 4 * Math.floor(most / 4))
  const lag = most - chance.pick([0, 0, 0, 0, 1, 3])
  return lag === 0 ? other.key : other.key + lagText(writer, lag)
}

export const someReference = (writer: Writer, reach: Reach): Writing => {
  const { chance, free, group, loopShare } = writer
  const isLoop = group.length > 0 && chance.happens(free.length === 0 ? Math.min(1, 2 * loopShare) : loopShare)
  if (isLoop) return { text: loopReference(writer, reach), rank: ranks.whole }
  return free.length === 0 ? someNumber(writer) : { text: freeReference(writer, chance.pick(free)), rank: ranks.whole }
}

export const someLeaf = (writer: Writer, reach: Reach): Writing => {
  const { chance, isYearly } = writer
  const share = chance.fraction()
  if (share < 0.7) return someReference(writer, reach)
  if (share < 0.9 || isYearly) return someNumber(writer)
  return { text: chance.pick(calendarNames), rank: ranks.word }
}
