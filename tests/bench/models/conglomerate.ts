// Models B and C: a group of companies by 100 quarters. A block is a hundred segments of ten lines and three totals; B is
// one block (1,003 lines), C ten of them side by side (10,030 lines).
//
// A segment: growth, price, unit_cost (inputs), volume, revenue, revenue_year, cost, profit, tax, and cash in every second
// segment or peak_revenue in the others. The cost of every segment follows the block's first unit cost, so that one number
// there reaches half of the block's computed cells: cost, profit, tax and cash from its quarter on.

import { lineNumber, type BenchLine, type BenchModel, type NumberEdit } from './benchModel.ts'
import { seededNumbers, type SeededNumbers } from './seededNumbers.ts'

const quarters = 100
export const segmentsPerBlock = 100
export const linesPerSegment = 10
export const linesPerBlock = segmentsPerBlock * linesPerSegment + 3

const keepsCash = (segment: number): boolean => segment % 2 === 1

const padded = (number: number): string => String(number).padStart(3, '0')

/** The names of a block's lines begin with it. */
const blockPrefix = (block: number): string => `b${padded(block + 1)}_`

/** The lines of one segment, counted from 0. */
const segmentLines = (block: number, segment: number, numbers: SeededNumbers): readonly BenchLine[] => {
  const section = `${blockPrefix(block)}s${padded(segment + 1)}`
  const own = `${section}_`
  const blockCost = `${blockPrefix(block)}s001_unit_cost`
  const drawn = (count: number, low: number, high: number): readonly number[] =>
    Array.from({ length: count }, () => numbers.between(low, high))
  const costLevel = segment === 0 ? 1 : numbers.between(1, 2.4) // some segments make a loss in some quarters
  const line = (name: string, formula: string | null, typed: readonly number[], kind: BenchLine['kind'] = 'flow') => ({
    key: own + name,
    section,
    kind,
    formula,
    typed,
  })
  return [
    line('growth', null, drawn(quarters, -0.02, 0.08), 'rate'),
    line('price', null, drawn(quarters, 1.5, 2.5), 'rate'),
    line('unit_cost', null, drawn(quarters, 0.8 * costLevel, 1.1 * costLevel), 'rate'),
    line('volume', `${own}volume[-4] * (1 + ${own}growth)`, drawn(4, 100, 1000)),
    line('revenue', `${own}volume * ${own}price`, []),
    line('revenue_year', `sum(${own}revenue[-3:0])`, drawn(3, 1000, 4000), 'balance'),
    line('cost', `${own}cost[-1] * 0.9 + ${own}volume * ${own}unit_cost * ${blockCost} * 0.1`, drawn(1, 200, 900)),
    line('profit', `${own}revenue - ${own}cost`, []),
    line('tax', `if(${own}profit > 0, ${own}profit * 25%, 0)`, []),
    keepsCash(segment)
      ? line('cash', `${own}cash[-1] + ${own}profit - ${own}tax`, drawn(1, 100, 500), 'balance')
      : line('peak_revenue', `max(${own}revenue[-3:0])`, drawn(3, 500, 2000), 'balance'),
  ]
}

const blockLines = (block: number, numbers: SeededNumbers): readonly BenchLine[] => {
  const own = blockPrefix(block)
  const segments = Array.from({ length: segmentsPerBlock }, (_, segment) => segment)
  const typed = (count: number): readonly number[] => Array.from({ length: count }, () => numbers.between(1e5, 2e5))
  const total = (name: string, kind: BenchLine['kind'], formula: string, count: number): BenchLine => ({
    key: own + name,
    section: `${own}total`,
    kind,
    formula,
    typed: typed(count),
  })
  return [
    ...segments.flatMap((segment) => segmentLines(block, segment, numbers)),
    total('total', 'flow', segments.map((segment) => `${own}s${padded(segment + 1)}_revenue`).join(' + '), 0),
    total('total_year', 'balance', `sum(${own}total[-3:0])`, 3),
    total('total_four_years', 'balance', `sum(${own}total[-15:0])`, 15),
  ]
}

const conglomerate = (name: string, blocks: number): BenchModel => {
  const numbers = seededNumbers(1003)
  return {
    name,
    quarters,
    linesPerSheet: linesPerBlock,
    lines: Array.from({ length: blocks }, (_, block) => blockLines(block, numbers)).flat(),
  }
}

export const blockModel = (): BenchModel => conglomerate('B', 1)

export const tenBlockModel = (): BenchModel => conglomerate('C', 10)

const editOf = (model: BenchModel, line: string, quarter: number): NumberEdit => {
  const original = model.lines[lineNumber(model, line)]?.typed[quarter]
  if (original === undefined) throw new Error(`Nothing is typed on ${line} in quarter ${quarter}.`)
  return { line, quarter, original, other: original + 0.01 }
}

/** Reaches half of model B: the block's unit cost in the second quarter. */
export const halfEdit = (model: BenchModel): NumberEdit => editOf(model, 'b001_s001_unit_cost', 1)

/** Reaches four cells of model B, those of one segment in the last quarter: cost, profit, tax and cash. */
export const fourCellEdit = (model: BenchModel): NumberEdit => editOf(model, 'b001_s002_unit_cost', quarters - 1)
