// What is assumed, held against the other scenarios and against the quarters around it: a sign, a size, a per cent that nothing else has.

import { isFraction } from '#model/unit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { rowOf } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import { finding, type Finding } from './finding.ts'
import { grows, isMarginLike } from './lineWords.ts'
import { timesText } from './misses.ts'
import { middle } from './series.ts'
import type { Survey } from './survey.ts'

const oddAssumption = (value: number, others: readonly number[]): string | null => {
  const sizes = others.filter((each) => each !== 0)
  if (sizes.length === 0 || value === 0) return null
  if (
    sizes.every((each) => Math.sign(each) !== Math.sign(value)) &&
    Math.abs(value) > 0.3 * middle(sizes.map(Math.abs)) &&
    (sizes.length > 1 || Math.abs(value) > 0.1)
  )
    return 'has another sign than'
  const ratios = sizes.map((each) => Math.abs(value / each))
  if (ratios.every((ratio) => ratio >= 6) || ratios.every((ratio) => ratio <= 1 / 6))
    return `is ${timesText(middle(ratios))}`
  return null
}

/** Whether Base lies outside what two or more other scenarios span, by as much as they span or more. */
const isBeyond = (value: number, others: readonly number[]): boolean => {
  if (others.length < 2) return false
  const [low, high] = [Math.min(...others), Math.max(...others)]
  const room = high - low
  return room > 0 && (value > high + room * 0.9 || value < low - room * 0.9)
}

/** Whether a typed number is far from the quarters beside it, and close to them with the other sign. */
const isTurned = (survey: Survey, scenario: string, line: LineItem, quarter: Quarter): boolean => {
  const typed = survey.quarters.flatMap((each) => {
    const entry = rowOf(survey.model, scenario, each).entries.get(line.id)
    return typeof entry === 'number' ? [{ quarter: each, value: entry }] : []
  })
  const at = typed.findIndex((each) => each.quarter === quarter)
  const value = typed[at]?.value ?? 0
  const others = typed.filter((each) => each.quarter !== quarter).map((each) => each.value)
  if (others.length < 3 || value === 0 || others.some((each) => each * value > 0)) return false
  const beside = [typed[at - 1]?.value, typed[at + 1]?.value].filter((each) => each !== undefined)
  const off = (turned: number): number => beside.reduce((sum, each) => sum + Math.abs(each - turned), 0)
  // At an end a path may cross zero; there the others must be level.
  const steps = others.slice(1).map((each, before) => Math.abs(each - (others[before] ?? NaN)))
  const isLevel = Math.max(...steps) <= 0.3 * Math.abs(value)
  return off(value) > 3 * off(-value) && (beside.length === 2 || isLevel)
}

const isBeyondMeasure = (line: LineItem, value: number): boolean =>
  line.unit.kind === 'percent' && Math.abs(value) > (grows(line) || isMarginLike(line) ? 1 : 3)

/** Assumptions, typed or constant, that no other scenario and no other quarter has anything like. */
export const assumptionsOf = (survey: Survey, line: LineItem): readonly Finding[] => {
  if (!line.driver && line.kind !== 'constant') return []
  const { model } = survey
  const told = (scenario: string, quarter: Quarter | null, value: number, what: string): Finding =>
    finding({
      kind: what.startsWith('has') ? 'sign' : 'scale',
      rule: 'assumed',
      severity: 'warning',
      place: { scenario, line: line.id, quarter },
      sentence: `${line.label}${quarter === null ? '' : ` ${survey.nameAt(survey.quarters.indexOf(quarter))}`} in ${model.scenarios.find(({ id }) => id === scenario)?.name ?? ''}: ${survey.figure(line, value)} ${what}.`,
      about: String(value),
    })
  if (line.kind === 'constant') {
    const own = model.scenarios.filter(({ id }) => id === survey.base || formulaOf(model, id, line)?.scenario === id)
    const values = own.map(({ id }) => survey.results.constantOf(id, line.id))
    return own.flatMap(({ id }, at) => {
      const value = values[at] ?? NaN
      const odd = oddAssumption(
        value,
        values.filter((_, each) => each !== at),
      )
      const others = values.filter((_, each) => each !== at)
      if (id === survey.base && isBeyond(value, others))
        return [told(id, null, value, 'lies outside what the other scenarios have')]
      // A single other is no majority; and a bear's growth may well be below zero.
      if (odd !== null && others.length > 1 && (odd.startsWith('is') || Math.abs(value) > 0.1))
        return [told(id, null, value, `${odd} what the other scenarios have`)]
      return isBeyondMeasure(line, value) ? [told(id, null, value, 'is beyond what a per cent usually is')] : []
    })
  }
  return survey.quarters.flatMap((quarter) => {
    const typed = model.scenarios.flatMap(({ id }) => {
      const entry = rowOf(model, id, quarter).entries.get(line.id)
      return typeof entry === 'number' ? [{ id, value: entry }] : []
    })
    return typed.flatMap(({ id, value }) => {
      const rest = typed.filter((each) => each.id !== id).map((each) => each.value)
      const odd = rest.length >= 2 ? oddAssumption(value, rest) : null
      if (id === survey.base && isBeyond(value, rest))
        return [told(id, quarter, value, 'lies outside what the other scenarios have')]
      if (odd !== null) return [told(id, quarter, value, `${odd} what the other scenarios have`)]
      const own = survey.quarters.flatMap((each) => {
        const entry = each === quarter ? undefined : rowOf(model, id, each).entries.get(line.id)
        return typeof entry === 'number' ? [entry] : []
      })
      const lone = own.length >= 3 ? oddAssumption(value, own) : null
      if (own.length >= 3 && own.every((each) => each * value <= 0) && isTurned(survey, id, line, quarter))
        return [told(id, quarter, value, 'has another sign than the quarters around it, and fits them with theirs')]
      if (lone?.startsWith('is') === true) return [told(id, quarter, value, `${lone} what other quarters have`)]
      if (lone !== null && !isFraction(line.unit)) return [told(id, quarter, value, `${lone} what other quarters have`)]
      return isBeyondMeasure(line, value) ? [told(id, quarter, value, 'is beyond what a per cent usually is')] : []
    })
  })
}
