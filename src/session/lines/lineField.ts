// The fields of a line, one by one: each change is a deed, or a Problem that refuses it in a sentence. Its unit: lineUnit.ts.

import { counted } from '#base/listing.ts'
import { numberText, readNumber } from '#exchange/number.ts'
import { readConstant } from '#formula/constant.ts'
import { plainDecimal } from '#exchange/decimal.ts'
import type { Edit } from '#model/edit.ts'
import { partnersOf } from '#model/expected.ts'
import type { Kind, LineItem, Polarity } from '#model/lineItem.ts'
import { isBase, isReported, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { isSame } from '#base/same.ts'
import { isFraction } from '#model/unit.ts'
import type { EditDeed } from '../editDeed.ts'
import { refuse } from '../proposal.ts'
import { formulaPlaces } from './formulaPlace.ts'
import { heldOn } from './heldText.ts'
import { expandedProblem } from './lineName.ts'

export type LineChange = Extract<Edit, { kind: 'change line' }>['change']

/** The deed that changes a line’s fields, and what is said of it. */
export const changing = (line: LineItem, change: LineChange, what: string): EditDeed => {
  const isSo = isSame({ ...line, ...change }, line)
  return {
    edits: isSo ? [] : [{ kind: 'change line', line: line.id, change }],
    label: `${line.label}: ${what}`,
    said: `${line.label}: ${what}.`,
  }
}

export const proposeDescription = (line: LineItem, text: string): EditDeed =>
  changing(line, { description: text.trim() }, text.trim() === '' ? 'description removed' : 'description changed')

export const proposeSource = (line: LineItem, text: string): EditDeed =>
  changing(line, { source: text.trim() }, text.trim() === '' ? 'source removed' : 'source changed')

const polarityWords: Readonly<Record<Polarity, string>> = {
  moreIsBetter: 'more is good news',
  lessIsBetter: 'more is bad news',
  neutral: 'more is neither good nor bad news',
}

export const polarityChoices: readonly (readonly [Polarity, string])[] = [
  ['moreIsBetter', 'More is good news'],
  ['lessIsBetter', 'More is bad news'],
  ['neutral', 'Neither good nor bad'],
]

export const proposePolarity = (line: LineItem, polarity: Polarity): EditDeed =>
  changing(line, { polarity }, polarityWords[polarity])

const mostDecimals = 10

export const proposeDecimals = (line: LineItem, text: string): EditDeed | Problem => {
  const decimals = Number(text.trim())
  if (text.trim() === '' || !Number.isInteger(decimals) || decimals < 0 || decimals > mostDecimals)
    return refuse(`“${text.trim()}” is no number of digits: type a whole number from 0 to ${mostDecimals}.`)
  return changing(line, { decimals }, `${counted(decimals, 'digit')} after the point`)
}

/** The tolerance as one would type it; empty for a line that is no check. */
export const toleranceText = ({ tolerance, unit }: LineItem): string =>
  tolerance === null ? '' : isFraction(unit) ? numberText(tolerance, unit) : plainDecimal(tolerance)

export const proposeTolerance = (line: LineItem, text: string): EditDeed | Problem => {
  if (text.trim() === '') return changing(line, { tolerance: null }, 'no longer a check')
  const read = readNumber(text, line.unit)
  if (isProblem(read)) return read
  if (!('value' in read) || read.value < 0)
    return refuse(`“${text.trim()}” is no tolerance: type 0 or more, or nothing for a line that is no check.`)
  return changing(line, { tolerance: read.value }, `a check that passes within ${text.trim()}`)
}

/** Numbers that other scenarios typed up to the last actual: on a line that is no driver Base's come first there. */
const overruled = (model: Model, line: LineItem): number =>
  [...model.rows].reduce(
    (count, [scenario, quarters]) =>
      isBase(model, scenario)
        ? count
        : count +
          [...quarters].filter(([quarter, { entries }]) => isReported(model, quarter) && entries.has(line.id)).length,
    0,
  )

export const proposeDriver = (model: Model, line: LineItem, driver: boolean): EditDeed => {
  const count = driver ? 0 : overruled(model, line)
  const said =
    count === 0 ? '' : ` ${counted(count, 'number')} typed by scenarios in reported quarters give way to Base’s.`
  const deed = changing(line, { driver }, driver ? 'a driver now' : 'no longer a driver')
  return { ...deed, said: deed.said + said }
}

const kindNames: Readonly<Record<Kind, string>> = {
  flow: 'a flow, which sums over a year',
  balance: 'a balance, the year’s last quarter',
  rate: 'a rate, its formula on the year’s values',
  constant: 'one number for all quarters',
}

/** Why a line cannot be one number for all quarters, or null. */
const constantProblem = (model: Model, line: LineItem): Problem | null => {
  const { numbers } = heldOn(model, new Set([line.id]))
  if (numbers > 0)
    return refuse(
      `${line.label} has ${counted(numbers, 'number')} typed in its quarters, which a constant cannot keep: delete them first.`,
    )
  const formulas = formulaPlaces(model).filter((place) => place.line === line.id && place.formula.trim() !== '')
  const wrong = formulas.find(({ formula }) => typeof readConstant(formula) !== 'number')
  if (wrong !== undefined)
    return refuse(
      `${line.label} has the formula ${wrong.formula}, and a constant is one number: change the formula first.`,
    )
  const partner = model.lines.find(({ expected }) => expected !== null && partnersOf(expected).includes(line.id))
  if (line.expected !== null || partner !== undefined)
    return refuse(`${line.label} is held against another line quarter by quarter, so it cannot be a constant.`)
  const released = [...model.rows.values()].some((quarters) =>
    [...quarters.values()].some(({ entries, notes }) => entries.has(line.id) || notes.has(line.id)),
  )
  return released
    ? refuse(`${line.label} has notes or releases in its quarters, which a constant cannot keep: delete them first.`)
    : null
}

export const proposeKind = (model: Model, line: LineItem, kind: Kind): EditDeed | Problem => {
  const fixed = expandedProblem(model, line)
  if (fixed !== null) return fixed
  const wrong = kind === 'constant' && line.kind !== 'constant' ? constantProblem(model, line) : null
  return wrong ?? changing(line, { kind }, kindNames[kind])
}
