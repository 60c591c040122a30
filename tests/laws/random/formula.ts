// A line's formula: most often any expression, else what analysts write every day (a line rolled forward), towers of time
// functions, a line that looks at a quarter of its own by name, and now and then a Problem.

import type { Weighted } from '../../support/chance.ts'
import { someExpression, someTower } from './expression.ts'
import { someLeaf, someNumber, someReference } from './leaf.ts'
import { someQuarterText, someStretch, quoted } from './quarterText.ts'
import { freeKeysOf, groupOf, type LineSketch, type Sketch } from './sketch.ts'
import { fixed, here, type Writer } from './writing.ts'

type Style = (writer: Writer) => string

const depths: Weighted<number> = [
  [10, 1],
  [34, 2],
  [38, 3],
  [16, 4],
  [2, 5],
]

const plain: Style = (writer) => someExpression(writer, here, writer.chance.weighted(depths)).text

const rolledForward: Style = (writer) => {
  const { chance, line } = writer
  const lag = chance.pick([-1, -1, -1, -4])
  const other = someLeaf({ ...writer, loopShare: 0 }, here).text
  const more = someLeaf({ ...writer, loopShare: 0.5 }, here).text
  return chance.pick([
    `${line.key}[${lag}] * (1 + ${other})`,
    `${line.key}[${lag}] + ${other} - ${more}`,
    `${more} + ${line.key}[${lag}] * ${someNumber(writer).text}`,
    `coalesce(${line.key}[${lag}], 100) * 1.05 + ${other} * 0`,
    `(${line.key} + ${more === line.key ? '1' : other})[${lag}]`,
    `0.5 * lag(${line.key}, ${-lag}) + sum(${line.key}[-4:-1]) / 8`,
  ])
}

const tower: Style = (writer) => someTower(writer, here).text

/** A line that looks at itself in a quarter by name: directly, inside other things, and under lags and running sums. */
const ownQuarter: Style = (writer) => {
  const { chance, line, sketch } = writer
  const own = `${line.key}[${someQuarterText(sketch)}]`
  const [first = '', last = ''] = someStretch(sketch).map((each) => quoted(sketch, each))
  const inner = chance.pick([own, own, `(${own} + 1)`, someExpression(writer, fixed, 1).text, `coalesce(${own}, 2)`])
  const other = someLeaf({ ...writer, loopShare: 0 }, here).text
  return chance.pick([
    ...Array.from({ length: 14 }, () => own),
    `${own} + ${other}`,
    `${own} * 1.5`,
    `cumulative(${own} + 1)`,
    `cumulative(${inner}, ${first})`,
    `((${own}) + 1)[+1]`,
    `((${own}) + 1)[-1]`,
    `lead(${own} + 1, 1)`,
    `lag(${own}, 1) + ${other}`,
    `hold(${inner})`,
    `streak(${own} > 0)`,
    `ttm(coalesce(${own}, 1))`,
    `ytd(${own})`,
    `yoy(cumulative(${own} + 1))`,
    `qoq(coalesce(${own}, quarter_index))`,
    `count(${line.key}[${first}:${last}])`,
    `sum(${line.key}[${first}:-1])`,
    `count(${line.key}[-2:${last}])`,
    `count((max(${own}, 0))[-1:1])`,
    `mean((coalesce(${own}, 3))[-3:0])`,
    `if(isblank(${own}), 10, ${own} / 2)`,
    `coalesce(${own}, ${other})`,
    `max(${own}, ${other})`,
    `${own} > ${other} ? ${own} : 1`,
    `-${own}^2`,
    `round(${own} / 7, 2)`,
  ])
}

/** A run of so many looks at other quarters that they are too many to compute together. */
const longRun: Style = (writer) =>
  Array.from({ length: writer.chance.between(60, 80) }, (_, at) => {
    const { text } = someLeaf(writer, { latest: -1 - (at % 3), isFixed: false })
    return `(${text} + ${at})[${-1 - (at % 3)}]`
  }).join(' + ')

/** Lines of one group that look at each other: at the next one round, a quarter or more back. */
const mutual: Style = (writer) => {
  const { chance, line, group } = writer
  const at = group.findIndex(({ id }) => id === line.id)
  const next = (group[at + 1] ?? group[0] ?? line).key
  const other = someLeaf({ ...writer, loopShare: 0 }, here).text
  const more = someLeaf({ ...writer, loopShare: 1 }, here).text
  return chance.pick([
    `${next}[-1] + ${other}`,
    `0.9 * ${next}[-1] + ${more} / 10`,
    `coalesce(${next}[-1], ${other}, 1)`,
    `(${next} + ${other})[-1]`,
    `ttm(${next}[-1]) / 4`,
    `mean(${next}[-3:-1]) + ${more} * 0`,
    `cumulative(coalesce(${next}[-1], 0))`,
    `if(${other} > 50, ${next}[-2], ${more})`,
    `hold((${next} * 2)[-1])`,
  ])
}

/** Where arithmetic ends: division by nothing, roots and logarithms of the negative, numbers too large, no growth. */
const edge: Style = (writer) => {
  const { chance } = writer
  const [x, y] = [0, 1].map(() => someReference({ ...writer, loopShare: 0 }, here).text) as [string, string]
  return chance.pick([
    `${x} / (${y} - ${y})`,
    `${x} / floor(${y} / 1000)`,
    `${x} / (${y} * 0)`,
    `${y} / (${x} != ${x})`,
    `mod(${x}, 0 * ${y})`,
    `log(${x} - 100)`,
    `log10(0 - ${x})`,
    `sqrt(-${x})`,
    `(0 - ${x})^0.5`,
    `stdev(${x}[0:0])`,
    `exp(${x} * 100)`,
    `${x} * 1e308`,
    `(1000 + ${x})^${chance.between(100, 400)}`,
    `1e308 * 10 + ${x}`,
    `min(1e308 * ${x}, 7)`,
    `1 / (1e308 * 10 * ${x})`,
    `1e308 * 10 - 1e308 * ${x}`,
    `yoy(${x} - 100)`,
    `qoq(0 - ${x})`,
    `cagr(${x} - 105, 1)`,
    `1e-320 * ${x} / 3`,
    `-0 * ${x}`,
    `round(-0.4 * ${x}, ${chance.between(-2, 3)})`,
  ])
}

/** What checking refuses. */
const misspelt: Style = (writer) => {
  const { chance, line } = writer
  const leaf = someLeaf({ ...writer, loopShare: 0 }, here).text
  return chance.pick([
    `${leaf} +`,
    `${leaf} * unknown_line`,
    `sum(${leaf})`,
    `${line.key}[-1.5]`,
    `${line.key}[-3:0]`,
    `round(${leaf}, ${leaf}) (`,
    `${leaf} ${leaf}`,
  ])
}

/** What the judgement of loops refuses; a quarter of another line by name only where that line looks back in turn. */
const unsound: Style = (writer) => {
  const { chance, line, group, sketch } = writer
  const { key } = line
  const other = chance.pick(group.length > 1 ? group.filter(({ id }) => id !== line.id) : group).key
  const leaf = someLeaf({ ...writer, loopShare: 0 }, here).text
  return chance.pick([
    `${key} + ${leaf}`,
    `ttm(${key})`,
    `sum(${key}[${someQuarterText(sketch)}:0])`,
    `${key}[+1] * 2`,
    `lead(${key}, 2) + ${leaf}`,
    `earned(${leaf}, ${key}[-1], quarter_index, 8)`,
    `earned(${leaf}, quarter_index, ${other}, 8) + ${other}[-1]`,
    `${other} + ${leaf}`,
    `${other}[+1] + ${other}[-1]`,
    ...Array.from({ length: group.length > 1 ? 40 : 0 }, () => `${other}[${someQuarterText(sketch)}] + ${other}[-1]`),
  ])
}

const styles: Weighted<Style> = [
  [46, plain],
  [0.3, longRun],
  [6, rolledForward],
  [14, tower],
  [12, ownQuarter],
  [12, edge],
  [2, misspelt],
  [15, unsound],
]

/** In a group of several lines most look at the next one, so that many groups are loops. */
const mutualShare = 0.35

/** Formulas that a rate's year can be made of, as often as any other. */
const yearlyShare = 0.5

export const someFormula = (sketch: Sketch, line: LineSketch): string => {
  const { chance } = sketch
  const isYearly = line.kind === 'rate' && chance.happens(yearlyShare)
  const writer: Writer = {
    sketch,
    chance,
    line,
    free: freeKeysOf(sketch, line),
    group: groupOf(sketch, line),
    loopShare: chance.happens(0.45) ? 0 : 0.35,
    isYearly,
  }
  const isMutual = writer.group.length > 1 && chance.happens(mutualShare)
  const style = isYearly ? plain : chance.weighted(styles)
  const text = (isMutual && style !== unsound ? mutual : style)(writer)
  return chance.happens(0.06) ? `=${text}` : text
}

/** A formula that looks only at lines of lower groups: it ends every loop through its line. */
export const someSettledFormula = (sketch: Sketch, line: LineSketch): string => {
  const { chance } = sketch
  const writer: Writer = {
    sketch,
    chance,
    line,
    free: freeKeysOf(sketch, line),
    group: [],
    loopShare: 0,
    isYearly: false,
  }
  return plain(writer)
}

/** A constant's number; now and then what is none. */
export const someConstant = ({ chance }: Sketch): string =>
  chance.weighted([
    [10, '1.1'],
    [8, '2'],
    [6, '5%'],
    [5, '-0.5'],
    [3, '0'],
    [2, '-0'],
    [1, '1e308'],
    [1, '1e-320'],
    [1, '1 + 1'],
    [1, ''],
  ])
