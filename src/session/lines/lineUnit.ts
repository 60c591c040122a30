// Another unit of a line: at once, or as a question where its numbers could be converted or only called otherwise. The
// question tells by the line's own last value what either comes to.

import { counted } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import { numberWithPointMoved, plainDecimal } from '#exchange/decimal.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { scopeOf } from '#formula/scope.ts'
import type { Edit } from '#model/edit.ts'
import { figureWithUnit } from '#model/figure.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isReported, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'
import { decimalsFor, isFraction, unitName, type Unit } from '#model/unit.ts'
import type { EditDeed } from '../editDeed.ts'
import { refuse } from '../proposal.ts'
import { kindOf } from '../table/tableUnit.ts'
import { formulaPlaces } from './formulaPlace.ts'
import { heldOn } from './heldText.ts'
import { changing, type LineChange } from './lineField.ts'
import { expandedProblem } from './lineName.ts'
import { placesTo, rescalingEdits } from './rescaling.ts'

/** Another unit: at once, or as a question where the numbers typed could be converted or only called otherwise. */
export type UnitProposal =
  | { readonly kind: 'deed'; readonly deed: EditDeed }
  | {
      readonly kind: 'question'
      readonly sentence: string
      readonly converted: EditDeed | Problem
      readonly relabelled: EditDeed
      /** Whether a formula of its own gives the numbers, and would be rewritten. */
      readonly isRelabelUsual: boolean
    }

const isLookedAt = (model: Model, line: LineItem): boolean => {
  const scope = scopeOf(model)
  return formulaPlaces(model).some(({ formula, line: owner }) => {
    if (owner === line.id) return formula.trim() !== ''
    const checked = checkFormula(formula, scope)
    return !isFormulaProblem(checked) && checked.references.some((each) => each.line === line.id)
  })
}

/** What comes along with a unit of another kind: the kind and the digits usual for it, where the line had those usual for its own. */
const broughtBy = (line: LineItem, unit: Unit): LineChange => {
  if (unit.kind === line.unit.kind) return {}
  const [was, is] = [kindOf(line.label, line.unit.kind), kindOf(line.label, unit.kind)]
  const isRateTurned = (was === 'rate') !== (is === 'rate') && line.kind !== 'constant'
  const areUsualDigits = line.decimals === decimalsFor(line.unit.kind)
  return { ...(isRateTurned ? { kind: is } : {}), ...(areUsualDigits ? { decimals: decimalsFor(unit.kind) } : {}) }
}

export type LastFigure = { readonly quarter: Quarter; readonly value: number }

/** A line’s value in the last reported quarter, else in the last one that has a value; null where none has. */
export const lastFigure = ({ model, valueOf }: Results, shown: ScenarioId, { id }: LineItem): LastFigure | null => {
  const quarters = quartersOf(model.timeline)
  const reported = quarters.filter((quarter) => isReported(model, quarter))
  const found = [...reported.toReversed(), ...quarters.toReversed()].find(
    (quarter) => !Number.isNaN(valueOf(shown, id, quarter)),
  )
  return found === undefined ? null : { quarter: found, value: valueOf(shown, id, found) }
}

const mostDigits = 6 // of a figure that is only an example

const figure = (value: number, unit: Unit): string => {
  const shortened = plainDecimal(Number(value.toPrecision(mostDigits)))
  return figureWithUnit(value, unit, shortened.split('.')[1]?.length ?? 0)
}

/** What each choice does, told by the line’s own last value: `FY26 Q2: 0.48 USD m becomes 480,000 USD`. */
const exampleText = (
  model: Model,
  from: Unit,
  to: Unit,
  last: LastFigure | null,
): { converted: string; relabelled: string } => {
  const places = placesTo(from, to)
  const value = last?.value ?? Math.max(1, 10 ** -places)
  const place = last === null ? '' : `${plainName(last.quarter, model.fiscalCalendar)}: `
  const became = numberWithPointMoved(String(value), places)
  return {
    converted: `${place}${figure(value, from)} becomes ${figure(became, to)}`,
    relabelled: last === null ? 'the numbers stay as they are' : `it reads ${figure(value, to)}`,
  }
}

/** Which formulas a conversion rewrites, in a sentence; empty where none. */
const rewritingText = (line: LineItem, edits: readonly Edit[]): string => {
  const formulas = edits.flatMap((edit) => (edit.kind === 'formula' ? [edit] : []))
  const own = formulas.find((edit) => edit.line === line.id)
  const others = formulas.filter((edit) => edit.line !== line.id).length
  return [
    ...(own === undefined ? [] : [` Its own formula is rewritten to ${own.formula ?? ''}.`]),
    ...(others === 0 ? [] : [` ${counted(others, 'formula')} with it ${others === 1 ? 'is' : 'are'} rewritten.`]),
  ].join('')
}

export const proposeUnit = (
  model: Model,
  line: LineItem,
  unit: Unit,
  last: LastFigure | null = null,
): UnitProposal | Problem => {
  const fixed = expandedProblem(model, line)
  if (fixed !== null) return fixed
  const codes = unit.kind === 'exchange' ? [unit.currency, unit.per] : unit.kind === 'currency' ? [unit.currency] : []
  const badCode = codes.find((each) => !/^[A-Z]{3}$/.test(each))
  if (badCode !== undefined) return refuse(`“${badCode}” is not a currency: write its three letters, such as USD.`)
  if (unit.kind === 'exchange' && unit.currency === unit.per)
    return refuse('An exchange rate is between two currencies.')
  const { numbers } = heldOn(model, new Set([line.id]))
  const brought = broughtBy(line, unit)
  const asKind = brought.kind === undefined || brought.kind === line.kind ? '' : `, and a ${brought.kind}`
  const plain = changing(line, { unit, ...brought }, `in ${unitName(unit)} now${asKind}`)
  const places = placesTo(line.unit, unit)
  if (places === 0 || (numbers === 0 && !isLookedAt(model, line))) {
    const isOther = numbers > 0 && plain.edits.length > 0 && isFraction(line.unit) !== isFraction(unit)
    const kept = isOther
      ? ` ${counted(numbers, 'number')} typed stay as they are: 0.5 reads as 50 where per cents are shown.`
      : ''
    return { kind: 'deed', deed: { ...plain, said: plain.said + kept } }
  }
  const converted = rescalingEdits(model, line, unit)
  const [from, to] = [unitName(line.unit), unitName(unit)]
  const example = exampleText(model, line.unit, unit, last)
  const rewritten = isProblem(converted) ? '' : rewritingText(line, converted)
  const isOwnRewritten =
    !isProblem(converted) && converted.some((edit) => edit.kind === 'formula' && edit.line === line.id)
  return {
    kind: 'question',
    sentence: `${line.label} goes from ${from} to ${to}. Converted, everything keeps its meaning in every scenario: ${example.converted}.${rewritten} Relabelled, ${example.relabelled}.`,
    isRelabelUsual: numbers === 0 && line.kind !== 'constant' && isOwnRewritten,
    converted: isProblem(converted)
      ? converted
      : {
          edits: converted,
          label: `${line.label} converted to ${to}`,
          said: `${line.label} is converted to ${to}.`,
        },
    relabelled: plain,
  }
}
