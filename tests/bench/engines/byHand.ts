// The hand-written programs as a contestant, and as the reference that every engine's values are checked against.

import { computeBlock, type Block } from '../byHand/conglomerate.mjs'
import { computeCompany, computedCount, computeLanes, drawnCount, fixedCount } from '../byHand/company.mjs'
import { lineNumber, typedValues, type BenchModel } from '../models/benchModel.ts'
import { drawnDrivers, drivers } from '../models/company.ts'
import { linesPerBlock, linesPerSegment, segmentsPerBlock } from '../models/conglomerate.ts'
import { laneCount, laneDraws } from '../models/draws.ts'
import type { Contestant } from './contestant.ts'

/** The numbers of some lines, laid out quarter after quarter. */
const byQuarter = (values: Float64Array, quarters: number, lines: readonly number[]): Float64Array => {
  const turned = new Float64Array(lines.length * quarters)
  for (const [column, line] of lines.entries())
    for (let quarter = 0; quarter < quarters; quarter += 1)
      turned[quarter * lines.length + column] = values[line * quarters + quarter] ?? NaN
  return turned
}

/** Puts numbers that lie quarter after quarter back into the rows of their lines. */
const putBack = (turned: Float64Array, values: Float64Array, quarters: number, lines: readonly number[]): void => {
  for (const [column, line] of lines.entries())
    for (let quarter = 0; quarter < quarters; quarter += 1)
      values[line * quarters + quarter] = turned[quarter * lines.length + column] ?? NaN
}

const company = (model: BenchModel): Contestant => {
  const { quarters } = model
  const typed = typedValues(model)
  const drawn = drawnDrivers.map((key) => lineNumber(model, key))
  const fixed = drivers.map(([key]) => lineNumber(model, key)).filter((line) => !drawn.includes(line))
  const computed = model.lines.flatMap(({ formula }, line) => (formula === null ? [] : [line]))
  if (drawn.length !== drawnCount || fixed.length !== fixedCount || computed.length !== computedCount)
    throw new Error('Model A has other lines than the program written for it.')
  const x = byQuarter(typed, quarters, fixed)
  const y = byQuarter(typed, quarters, drawn)
  const v = byQuarter(typed, quarters, computed)
  const recalculate = (): void => computeCompany(x, y, 0, v)
  return {
    open: recalculate,
    recalculate,
    values: () => {
      const values = typed.slice()
      putBack(v, values, quarters, computed)
      return values
    },
    lanes: () => {
      const draws = laneDraws((driver, quarter, lane) => (lane * quarters + quarter) * drawnCount + driver)
      const outcomes = new Float64Array(2 * laneCount)
      const [debts, cashFlows] = [outcomes.subarray(0, laneCount), outcomes.subarray(laneCount)]
      const scratch = v.slice()
      return { run: () => computeLanes(x, draws, scratch, debts, cashFlows), outcomes: () => outcomes }
    },
  }
}

const segmentLines = Array.from({ length: linesPerSegment }, (_, line) => line)

/** Segment by segment, each laid out quarter after quarter. */
const blockOf = (values: Float64Array, quarters: number): Block => {
  const segments = new Float64Array(segmentsPerBlock * linesPerSegment * quarters)
  const segmentLength = linesPerSegment * quarters
  for (let start = 0; start < segments.length; start += segmentLength)
    segments.set(byQuarter(values.subarray(start, start + segmentLength), quarters, segmentLines), start)
  const row = (line: number): Float64Array => values.slice(line * quarters, (line + 1) * quarters)
  const firstTotal = segmentsPerBlock * linesPerSegment
  return {
    segments,
    unitCost: row(2),
    total: row(firstTotal),
    totalYear: row(firstTotal + 1),
    totalFourYears: row(firstTotal + 2),
  }
}

const writeBlock = ({ segments, total, totalYear, totalFourYears }: Block, values: Float64Array): void => {
  const quarters = total.length
  const segmentLength = linesPerSegment * quarters
  for (let start = 0; start < segments.length; start += segmentLength)
    putBack(segments.subarray(start), values.subarray(start, start + segmentLength), quarters, segmentLines)
  for (const [at, row] of [total, totalYear, totalFourYears].entries()) values.set(row, segments.length + at * quarters)
}

const conglomerate = (model: BenchModel): Contestant => {
  const typed = typedValues(model)
  const blockLength = linesPerBlock * model.quarters
  const blocks = Array.from({ length: typed.length / blockLength }, (_, block) =>
    blockOf(typed.subarray(block * blockLength, (block + 1) * blockLength), model.quarters),
  )
  const recalculate = (): void => {
    for (const block of blocks) computeBlock(block)
  }
  return {
    open: recalculate,
    recalculate,
    values: () => {
      const values = typed.slice()
      for (const [at, block] of blocks.entries())
        writeBlock(block, values.subarray(at * blockLength, (at + 1) * blockLength))
      return values
    },
  }
}

export const byHand = (model: BenchModel): Contestant => (model.name === 'A' ? company(model) : conglomerate(model))

/** What every cell must come to. */
export const referenceValues = (model: BenchModel): Float64Array => {
  const reference = byHand(model)
  reference.recalculate()
  return reference.values()
}
