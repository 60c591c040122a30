// Expressions: every operator and function of the language over smaller expressions, down to the leaves. What is written
// most often is what analysts write most often; nothing is left out.

import type { Weighted } from '../../support/chance.ts'
import { someAggregate, somePlainAggregate } from './aggregate.ts'
import { someLeaf, someReference } from './leaf.ts'
import { quoted, someQuarterText, someStretch } from './quarterText.ts'
import { atLeast, fixed, later, ranks, spaced, type Reach, type Writer, type Writing } from './writing.ts'

type Maker = (writer: Writer, reach: Reach, depth: number) => Writing

const part = (writer: Writer, reach: Reach, depth: number): Writing => someExpression(writer, reach, depth - 1)

const text = (writer: Writer, reach: Reach, depth: number): string => part(writer, reach, depth).text

const whole = (written: string): Writing => ({ text: written, rank: ranks.whole })

const call = (name: string, given: readonly (string | number)[]): Writing => whole(`${name}(${given.join(', ')})`)

/** A run of operators of one rank. */
const run = (
  writer: Writer,
  reach: Reach,
  depth: number,
  operators: readonly string[],
  rank: Writing['rank'],
): Writing => {
  const { chance } = writer
  let written = atLeast(writer, part(writer, reach, depth), rank)
  for (let more = chance.pick([1, 1, 1, 2, 3]); more > 0; more -= 1) {
    const operand = atLeast(writer, part(writer, reach, depth), (rank + 1) as Writing['rank'])
    written += spaced(writer, chance.pick(operators)) + operand
  }
  return { text: written, rank }
}

const power: Maker = (writer, reach, depth) => {
  const { chance } = writer
  const base = atLeast(writer, part(writer, reach, depth), ranks.word)
  const exponent = chance.weighted<() => string>([
    [12, () => chance.pick(['2', '2', '3', '3', '4', '4', '0', '0', '0.5', '0.5', '-1', '-1', '1', '1.5', '(1/3)'])],
    [2, () => atLeast(writer, part(writer, reach, depth), ranks.negate)],
  ])()
  return { text: `${base}${spaced(writer, '^')}${exponent}`, rank: ranks.power }
}

const choice: Maker = (writer, reach, depth) => {
  const [condition, yes, no] = [0, 1, 2].map(() => part(writer, reach, depth)) as [Writing, Writing, Writing]
  if (writer.chance.happens(0.5)) return call('if', [condition.text, yes.text, no.text])
  return { text: `${atLeast(writer, condition, ranks.or)} ? ${yes.text} : ${no.text}`, rank: ranks.choice }
}

const composite: Maker = (writer, reach, depth) => {
  const { chance, sketch, isYearly } = writer
  if (isYearly) return whole(`(${text(writer, later(reach, -4), depth)})[-4]`)
  if (chance.happens(0.2)) return whole(`(${text(writer, fixed, depth)})[${someQuarterText(sketch)}]`)
  const lag = chance.pick([-1, -1, -1, -2, -4, 1, 1, 2, 0])
  return whole(`(${text(writer, later(reach, lag), depth)})[${lag > 0 ? '+' : ''}${lag}]`)
}

const laggedCall: Maker = (writer, reach, depth) => {
  const lag = writer.isYearly ? 4 : writer.chance.pick([1, 1, 2, 3, 4])
  const isLag = writer.isYearly || writer.chance.happens(0.5)
  return call(isLag ? 'lag' : 'lead', [text(writer, later(reach, isLag ? -lag : lag), depth), lag])
}

const ofOne =
  (...names: readonly string[]): Maker =>
  (writer, reach, depth) =>
    call(writer.chance.pick(names), [text(writer, reach, depth)])

const cumulative: Maker = (writer, reach, depth) =>
  call('cumulative', [
    text(writer, reach, depth),
    ...(writer.chance.happens(0.4) ? [someQuarterText(writer.sketch)] : []),
  ])

const cagr: Maker = (writer, reach, depth) =>
  call('cagr', [text(writer, reach, depth), writer.chance.pick([1, 1, 1, 2, 3])])

const ramp: Maker = (writer, reach, depth) => {
  const [first, last] = someStretch(writer.sketch).map((each) => quoted(writer.sketch, each))
  return call('ramp', [text(writer, reach, depth), text(writer, reach, depth), first ?? '', last ?? ''])
}

const spread: Maker = (writer, reach, depth) =>
  call('spread', [text(writer, reach, depth), someQuarterText(writer.sketch), writer.chance.between(1, 8)])

/** A plan and its time are looked at in every quarter, so no line of a loop may stand in them; most often there is a plan. */
const earned: Maker = (writer, reach, depth) => {
  const { chance } = writer
  const outside = { ...writer, loopShare: 0 }
  const [any, other] = [0, 1].map(() => text(outside, reach, Math.min(depth, 2)))
  const plan = chance.pick([
    `cumulative(abs(coalesce(${any}, 1)))`,
    `cumulative(coalesce(${any}, 10))`,
    'quarter_index * 10',
    any ?? '1',
  ])
  const last = chance.between(1, 12)
  const time = chance.pick([
    `clamp(quarter_index - ${chance.between(0, 4)}, 0, ${last})`,
    'quarter_index',
    `coalesce(${other}, 0)`,
    other ?? '1',
  ])
  const length = chance.pick([String(last), String(last), text(writer, reach, depth)])
  return call('earned', [text(writer, reach, depth), plan, time, length])
}

const round: Maker = (writer, reach, depth) =>
  call('round', [
    text(writer, reach, depth),
    ...(writer.chance.happens(0.6) ? [writer.chance.pick([0, 1, 2, 2, 3, -1, -2, -0])] : []),
  ])

const several =
  (name: string, least: number, most: number): Maker =>
  (writer, reach, depth) =>
    call(
      name,
      Array.from({ length: writer.chance.between(least, most) }, () => text(writer, reach, depth)),
    )

const negate: Maker = (writer, reach, depth) => ({
  text: `-${atLeast(writer, part(writer, reach, depth), ranks.negate)}`,
  rank: ranks.negate,
})

const not: Maker = (writer, reach, depth) => ({
  text: `not ${atLeast(writer, part(writer, reach, depth), ranks.not)}`,
  rank: ranks.not,
})

const sums: Maker = (writer, reach, depth) => run(writer, reach, depth, ['+', '+', '-'], ranks.sum)
const products: Maker = (writer, reach, depth) => run(writer, reach, depth, ['*', '*', '/'], ranks.product)
const comparisons: Maker = (writer, reach, depth) =>
  run(writer, reach, depth, ['==', '!=', '<', '<=', '>', '>='], ranks.comparison)
const ands: Maker = (writer, reach, depth) => run(writer, reach, depth, [' and '], ranks.and)
const ors: Maker = (writer, reach, depth) => run(writer, reach, depth, [' or '], ranks.or)

/** What a year column can be made of. */
const yearlyMakers: Weighted<Maker> = [
  [14, sums],
  [14, products],
  [5, composite],
  [3, laggedCall],
  [6, ofOne('yoy', 'ttm', 'ttm')],
  [3, cagr],
  [6, somePlainAggregate(text)],
  [17, power],
  [21, ofOne('abs', 'abs', 'floor', 'ceil', 'sqrt', 'exp', 'log', 'log10', 'sign', 'isblank')],
  [3, round],
  [3, several('clamp', 3, 3)],
  [3, several('mod', 2, 2)],
  [5, several('coalesce', 2, 3)],
  [6, choice],
  [6, comparisons],
  [3, ands],
  [3, ors],
  [3, negate],
  [3, not],
]

const makers: Weighted<Maker> = [
  ...yearlyMakers,
  [18, someAggregate(text)],
  [3, laggedCall],
  [15, ofOne('qoq', 'ytd', 'decumulate', 'hold', 'hold', 'streak', 'yoy')],
  [5, cumulative],
  [3, ramp],
  [4, spread],
  [6, earned],
]

const leafShare = 0.15 // an expression that could go deeper ends early so often

export const someExpression = (writer: Writer, reach: Reach, depth: number): Writing =>
  depth <= 0 || writer.chance.happens(leafShare)
    ? someLeaf(writer, reach)
    : writer.chance.weighted(writer.isYearly ? yearlyMakers : makers)(writer, reach, depth)

const towers = ['yoy', 'qoq', 'ttm', 'ytd', 'cumulative', 'cumulative', 'decumulate', 'hold', 'streak'] as const

/** Functions of time one inside the other: yoy(yoy(ttm(x))), cumulative(cumulative(x)); and windows inside windows. */
export const someTower = (writer: Writer, reach: Reach): Writing => {
  const { chance } = writer
  if (chance.happens(0.3)) return someAggregate(() => someAggregate(text)(writer, reach, 1).text)(writer, reach, 1)
  let written = someReference(writer, reach).text
  if (chance.happens(0.7))
    return whole(
      chance.pick([
        `yoy(yoy(ttm(${written})))`,
        `yoy(yoy(${written}))`,
        `cumulative(cumulative(${written}))`,
        `cumulative(cumulative(${written}))`,
      ]),
    )
  for (let floor = chance.between(2, 4); floor > 0; floor -= 1) written = `${chance.pick(towers)}(${written})`
  return whole(written)
}
