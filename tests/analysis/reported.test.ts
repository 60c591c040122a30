import { expect, test } from 'vitest'
import { reportingOf } from '#analysis/reported.ts'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { idOf, modelText, resultsOf } from '../support/modelText.ts'
import { historyOf, start, third } from './rolledModel.ts'

const history = historyOf(start())

const reportedIn = (key: string): number => history.reporting.valueOf(lineOf(history.now, idOf(key)), third)

test('[H8] reported is what is typed in Base up to the last actual, and what is calculated from nothing else but constants', () => {
  expect(reportedIn('sales')).toBe(125)
  expect(reportedIn('sales_growth')).toBe(0.25)
  expect(reportedIn('in_euro')).toBe(25)
  // 80 + 100 + 125
  expect(reportedIn('total')).toBe(305)
})

test('[H8] an estimate or a driver anywhere under a value makes it none, and so does nothing reported at all', () => {
  expect(reportedIn('costs')).toBeNaN() // filled by its formula
  expect(reportedIn('profit')).toBeNaN()
  expect(reportedIn('hoped')).toBeNaN()
  expect(reportedIn('growth')).toBeNaN()
  expect(reportedIn('euro_rate')).toBeNaN()
  expect(reportedIn('place')).toBeNaN()
})

const column = (text: string, key: string): readonly number[] => {
  const results = resultsOf(text)
  const { valueOf } = reportingOf(results)
  return quartersOf(results.model.timeline).map((quarter) => valueOf(lineOf(results.model, idOf(key)), quarter))
}

test('[H8] what a formula goes around, and the branch it does not take, are no inputs', () => {
  const text = `FY25 Q1 to FY25 Q4, actual to FY25 Q4
    sales  10 20 30 40
    guess  1 . . .        = sales
    either                = if(sales > 15, sales, guess)
    found                 = coalesce(late[-1], sales)
    late   . . 7 .`
  // In Q1 the guess is typed: reported.
  expect(column(text, 'either')).toEqual([1, 20, 30, 40])
  expect(column(text, 'found')).toEqual([10, 20, 30, 7])
})

test('[H8] what another scenario says leaves Base’s reported value alone; a number that is only its own is none', () => {
  const text = `FY25 Q1 to FY25 Q4, actual to FY25 Q2
    sales 10 . 30 .
    twice             = sales * 2
    bull:
    sales . 25
    twice             = sales * 3`
  expect(column(text, 'twice')).toEqual([20, NaN, NaN, NaN])
})

test('[H8] a chain of 400 quarters, and sums over all of them, are followed to their end', () => {
  const typed = Array.from({ length: 400 }, () => '1').join(' ')
  // From June 1950 on: the last of 400 is March 2050.
  const model = modelText(`1950-06 to 2050-03, actual to 2050-03
    sales ${typed}
    share constant = 50%
    run  balance = coalesce(run[-1], 0) + sales * share
    sums balance = cumulative(run)`)
  const { valueOf } = reportingOf(calculate(model))
  // Half of 400; half of 1 + 2 + … + 400 = 40,100.
  expect(valueOf(lineOf(model, idOf('sums')), '2050-03')).toBe(40_100)
  expect(valueOf(lineOf(model, idOf('run')), '2050-03')).toBe(200)
})
