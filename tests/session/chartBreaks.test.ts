// Where breaks stand in a chart.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { allLines, baseOf, type Model } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { chartBreaks } from '#session/chartBreaks.ts'
import { idOf, modelText } from '../support/modelText.ts'

const plain = modelText(`
  FY24 Q1 to FY25 Q4, actual to FY25 Q4
  sales        1 2 3 4 5 6 7 8
  other        1 1 1 1 1 1 1 1
  growth rate  = yoy(sales)`)

const model: Model = {
  ...plain,
  lines: plain.lines.map((line) =>
    line.key === 'sales'
      ? {
          ...line,
          breaks: [
            { quarter: '2023-06', reason: 'before anything shown' },
            { quarter: '2024-09', reason: 'recast.' },
          ],
        }
      : line,
  ),
}
const results = calculate(model)
const seriesOf = (key: string) =>
  allLines(model)
    .filter(({ id }) => id === idOf(key))
    .map((line) => ({ line, scenario: baseOf(model) }))
const quarters = quartersOf(model.timeline).map((quarter) => ({ kind: 'quarter', quarter }) as const)
const sentence = 'The series of sales breaks in FY25 Q2: recast.'

test('[QT12] a break stands before its quarter, or the year it lies in, also for growth that crosses it', () => {
  // FY25 Q2 is the sixth quarter.
  expect(chartBreaks(results, seriesOf('sales'), quarters)).toEqual([{ sentence, at: 5 }])
  expect(chartBreaks(results, seriesOf('growth'), quarters)).toEqual([{ sentence, at: 5 }])
  const years = [2024, 2025].map((year) => ({ kind: 'year', year }) as const)
  expect(chartBreaks(results, seriesOf('sales'), years)).toEqual([{ sentence, at: 1 }])
})

test('[QT12] none where nothing drawn has one, or the times begin with it', () => {
  expect(chartBreaks(results, seriesOf('other'), quarters)).toEqual([])
  expect(chartBreaks(results, seriesOf('sales'), quarters.slice(5))).toEqual([])
  expect(chartBreaks(results, seriesOf('sales'), quarters.slice(0, 5))).toEqual([])
})
