// Texts for the fuzz: formulas, formulas gone wrong, tokens thrown together, what other languages allow, and texts as deep
// or as long as the limits and beyond.

import { Chance, type Weighted } from '../support/chance.ts'
import { someFormula } from '../laws/random/formula.ts'
import type { LineSketch, Sketch } from '../laws/random/sketch.ts'
import { addQuarters } from '#model/quarter.ts'
import { foreign } from './foreign.ts'
import { mutated } from './mutation.ts'

export const keys = ['a', 'b', 'c', 'x', 'capex', 'revenue', 'constructor', 'hasownproperty', 'fy26', 'line_2'] as const

export const calendar = { yearEndMonth: 3, yearNamedBy: 'end' } as const

const sketchWith = (chance: Chance): Sketch => ({
  chance,
  calendar,
  quarters: Array.from({ length: 8 }, (_, at) => addQuarters('2024-06', at)),
  lines: keys.map((key, at): LineSketch => ({ id: key, key, kind: 'flow', driver: false, group: at, rank: at })),
  commitment: null,
})

type Maker = (chance: Chance) => string

const formula: Maker = (chance) => {
  const sketch = sketchWith(chance)
  return someFormula(sketch, chance.pick(sketch.lines.slice(2)))
}

const wrongFormula: Maker = (chance) => mutated(chance, formula(chance))

const pieces = [
  ...keys,
  ...'a b x capex 1 2.5 .5 10% 1e3 0 00 ( ) ( ) [ ] , : ? + - * / ^ == != < <= > >= = and or not [-1] [+1] [0]'.split(
    ' ',
  ),
  ...'[-3:0] sum( ttm( round( lag( if( coalesce( ramp( spread( cumulative( count( abs( min( -1 -3:0 % e to # mod'.split(
    ' ',
  ),
  ...['["FY26 Q2"]', '"FY26 Q1"', '"2025-09"', '["FY25 Q4":0]', '"FY28 Q4"', ' ', 'not ', 'actual', 'fiscal_year'],
] as const

const thrownTogether: Maker = (chance) =>
  Array.from({ length: chance.between(1, 12) }, () => chance.pick(pieces)).join(chance.pick(['', ' ', ' ']))

const fromElsewhere: Maker = (chance) => {
  const text = chance.pick(foreign)
  switch (chance.below(5)) {
    case 0:
      return text
    case 1:
      return `${formula(chance)} + ${text}`
    case 2:
      return formula(chance).replace(/[a-z][a-z0-9_]*/, () => text)
    case 3:
      return `${chance.pick(['abs', 'sum', 'coalesce', 'if', 'round'])}(${text}, ${text})`
    default:
      return mutated(chance, text)
  }
}

/** Ways into and out of a level, and two things between which a chain may go on. */
const nests = [
  ['(', ')'],
  ['abs(', ')'],
  ['-', ''],
  ['not ', ''],
  ['a^', ''],
  ['a ? 1 : ', ''],
  ['a ? ', ' : 2'],
  ['max(1, ', ')'],
  ['sum((', ')[-1:0])'],
  ['ttm(', ')'],
  ['(', ')[-1]'],
  ['yoy(cumulative(', '))'],
] as const

const deep: Maker = (chance) => {
  const most = chance.pick([8, 30, 62, 64, 66, 90, 400])
  const chosen = chance.happens(0.5) ? [chance.pick(nests)] : nests
  let text = chance.pick(['a', '1', 'x[-1]', 'a + b'])
  for (let level = chance.between(most - 8, most); level > 0; level -= 1) {
    const [before, after] = chance.pick(chosen)
    text = before + text + after
  }
  return text
}

const longest = 4000

const long: Maker = (chance) => {
  const [link, first] = [
    chance.pick(['+', '-', '*', ' and ', ' or ', '<', '==', '/', '^', ',', ' ', '+-', '[-1]+']),
    'a',
  ]
  const length = chance.pick([500, longest - 8, longest - 1, longest, longest + 1, longest + 400])
  const chain = first + `${link}${chance.pick(['a', 'x', '1'])}`.repeat(Math.ceil(length / 2))
  const cut = chain.slice(0, length)
  const blanks = ' '.repeat(Math.max(0, chance.pick([0, longest - cut.length])))
  return chance.happens(0.3) ? `max(${cut.slice(6)}, 1)` : cut + blanks
}

const makers: Weighted<Maker> = [
  [24, formula],
  [44, wrongFormula],
  [18, thrownTogether],
  [11, fromElsewhere],
  [2, deep],
  [0.6, long],
]

/** The text of a number in the run. */
export const someText = (seed: number): string => {
  const chance = new Chance(seed)
  return chance.weighted(makers)(chance)
}
