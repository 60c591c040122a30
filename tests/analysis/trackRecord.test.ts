import { describe, expect, test } from 'vitest'
import {
  countingVersions,
  lineRecord,
  nearestAt,
  recordedLines,
  recordedQuarters,
  type LineRecord,
} from '#analysis/trackRecord.ts'
import { calculate } from '#engine/calculate.ts'
import { reportingOf } from '#analysis/reported.ts'
import type { LineItem } from '#model/lineItem.ts'
import { lineOf, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { idOf } from '../support/modelText.ts'
import { errorsIn, expectNear, fourth, historyOf, recordIn, rolledOn, start, third, versionOf } from './rolledModel.ts'

const history = historyOf(start())

describe('errors', () => {
  test('[H5] a forecast is as many quarters ahead as lie from the last actual it was made at; its error is reported less forecast', () => {
    // Base: 100 · 1.1 = 110 and 121; after 125, 137.5. Reported 125 and 130.
    const base = recordIn(history, 'sales')
    expect(base.quarters.map(({ quarter, reported }) => [quarter, reported])).toEqual([
      [third, 125],
      [fourth, 130],
    ])
    expectNear(errorsIn(base, third), [[1, 110, 15]])
    expectNear(errorsIn(base, fourth), [
      [1, 137.5, -7.5],
      [2, 121, 9],
    ])
  })

  test('[H5] each scenario has its own', () => {
    // Bull: 120 and 144; after 125, 150. Bear: 100 and 100; after 125, 125.
    expectNear(errorsIn(recordIn(history, 'sales', 'bull'), fourth), [
      [1, 150, -20],
      [2, 144, -14],
    ])
    expectNear(errorsIn(recordIn(history, 'sales', 'bear'), fourth), [
      [1, 125, 5],
      [2, 100, 30],
    ])
  })

  test('[H5] per cents are of the forecast: 15 of 110, −7.5 of 137.5; per cents themselves differ in points', () => {
    const shares = recordIn(history, 'sales').quarters.map(({ forecasts }) =>
      forecasts.map(({ error }) => (error?.in === 'amount' ? (error.share ?? NaN) : NaN)),
    )
    expectNear(shares, [[15 / 110], [-7.5 / 137.5, 9 / 121]])
    // Growth came out at 25 % and 4 %, forecast 10 % each time: 15 points and −6.
    const growth = recordIn(history, 'sales_growth')
    expectNear(errorsIn(growth, third), [[1, 0.1, 0.15]])
    expectNear(errorsIn(growth, fourth), [
      [1, 0.1, -0.06],
      [2, 0.1, -0.06],
    ])
    expect(growth.quarters[0]?.forecasts[0]?.error?.in).toBe('points')
  })

  test('[H5] of a forecast that is not above 0 there is no per cent, but an amount; polarity says what is better', () => {
    const loss = { ...start('flow_of_cash 5 5 -20 0 . .\n') }
    const better = (line: LineItem): LineItem => ({ ...line, polarity: 'moreIsBetter' })
    const first: Model = {
      ...loss,
      lines: loss.lines.map((each) => (each.key === 'flow_of_cash' ? better(each) : each)),
    }
    const second = rolledOn(first, 125)
    const entered = new Map(second.rows.get('base')?.get(third)?.entries ?? []).set(idOf('flow_of_cash'), -15)
    const base = new Map(second.rows.get('base')).set(third, { entries: entered, notes: new Map() })
    const now = { ...second, rows: new Map(second.rows).set('base', base) }
    const record = lineRecord(
      reportingOf(calculate(now)),
      [versionOf(first, '2024-11-20')],
      lineOf(now, idOf('flow_of_cash')),
      'base',
    )
    expect(record.quarters[0]?.forecasts[0]?.error).toEqual({ in: 'amount', amount: 5, share: null, tone: 'good' })
    expect(record.errors[0]).toMatchObject({ count: 1, mean: 5, meanShare: NaN, shareCount: 0 })
  })

  test('[H6] by horizon: mean error, mean absolute error and how many quarters', () => {
    const means = ({ errors }: LineRecord) =>
      errors.map((each) => [
        each.horizon,
        each.count,
        each.mean,
        each.meanAbsolute,
        each.meanShare,
        each.meanAbsoluteShare,
      ])
    // 15 and −7.5: 3.75 and 11.25; 15/110 and −6/110: 9/220 and 21/220.
    expectNear(means(recordIn(history, 'sales')), [
      [1, 2, 3.75, 11.25, 9 / 220, 21 / 220],
      [2, 1, 9, 9, 9 / 121, 9 / 121],
    ])
    // 15 and −6 points.
    expectNear(means(recordIn(history, 'sales_growth')), [
      [1, 2, 0.045, 0.105, NaN, NaN],
      [2, 1, -0.06, 0.06, NaN, NaN],
    ])
  })

  test('[H6] the nearest scenario is the one with the least mean absolute error, among those with as many quarters', () => {
    // At 1: Base 11.25, Bull (5 + 20) / 2 = 12.5, Bear (25 + 5) / 2 = 15. At 2: 9, 14, 30.
    const records = ['base', 'bull', 'bear'].map((scenario) => recordIn(history, 'sales', scenario))
    expect([1, 2, 3].map((horizon) => [...nearestAt(records, horizon)])).toEqual([['base'], ['base'], []])
    // One that was made later has fewer quarters and is not held against the others.
    const [base, bull, bear] = records as [LineRecord, LineRecord, LineRecord]
    const late = { ...bear, errors: bear.errors.map((each) => ({ ...each, count: 1, meanAbsolute: 1 })) }
    expect([...nearestAt([base, bull, late], 1)]).toEqual(['base'])
    expect([...nearestAt([base, { ...base, scenario: 'bull' }], 1)]).toEqual([])
  })
})

describe('versions', () => {
  const kept = (at: string, lastActual: Quarter | null, kind = 'before roll forward') => ({ kind, at, lastActual })

  test('[H4] only what a roll froze counts, the oldest first', () => {
    const [first, second] = [kept('2025-01', '2024-09'), kept('2025-04', '2024-12')]
    const named = kept('2025-02', '2024-09', 'named')
    expect(countingVersions([second, named, first], '2025-03')).toEqual([first, second])
    expect(countingVersions([kept('2025-01', null), first], '2024-12')).toEqual([kept('2025-01', null), first])
    expect(countingVersions([first], null)).toEqual([])
  })

  test('[H4] a roll that was taken back does not count, and of two rolls from one last actual the newer does', () => {
    const [first, again] = [kept('2025-01', '2024-09'), kept('2025-02', '2024-09')]
    expect(countingVersions([first], '2024-09')).toEqual([])
    expect(countingVersions([first, again], '2024-12')).toEqual([again])
    expect(countingVersions([again, first], '2024-12')).toEqual([again])
  })

  test('[H4] a quarter after the last actual has no record, whatever was frozen', () => {
    const undone = { ...history.now, lastActual: third }
    expect(recordedQuarters(undone, history.versions)).toEqual([third])
    expect(recordedQuarters({ ...history.now, lastActual: null }, history.versions)).toEqual([])
    expect(recordedQuarters(history.now, [])).toEqual([])
  })
})

describe('what changed since', () => {
  const lackOf = (first: Model, change: (now: Model) => Model = (now) => now) => {
    const { now, versions } = historyOf(first)
    const changed = change(now)
    const record = lineRecord(reportingOf(calculate(changed)), versions, lineOf(changed, idOf('sales')), 'base')
    return record.quarters.map(({ forecasts }) => forecasts.map(({ value, lack }) => lack ?? value))
  }

  test('[H7] a scenario or a line that did not exist yet has no forecast, and says so', () => {
    const { versions, reporting, now } = history
    const record = lineRecord(reporting, versions, lineOf(now, idOf('sales')), 'new')
    expect(record.quarters[0]?.forecasts[0]).toMatchObject({ lack: 'the scenario did not exist yet', error: null })
    const stranger = { ...lineOf(now, idOf('sales')), id: 'new' }
    const added = { ...now, lines: [...now.lines, { ...stranger, key: 'new' }] }
    expect(lineRecord(reportingOf(calculate(added)), versions, stranger, 'base').quarters[0]?.forecasts[0]?.lack).toBe(
      'the line did not exist yet',
    )
  })

  test('[H7] one without a value then says why, and is never 0', () => {
    const blank = start('', '\n bull:\n sales = ')
    expect(recordIn(historyOf(blank), 'sales', 'bull').quarters[0]?.forecasts[0]).toMatchObject({
      value: NaN,
      error: null,
    })
    expect(recordIn(historyOf(blank), 'sales', 'bull').errors).toEqual([])
  })

  test('[H7] a timeline that was shorter, and a calendar that moved, leave forecasts out and break nothing', () => {
    expect(lackOf({ ...start(), timeline: { first: '2024-06', last: '2024-12' } })).toEqual([
      [110.00000000000001],
      [137.5, 'the timeline did not reach this quarter'],
    ])
    // By whole quarters nothing is lost; by a month no quarter is the same.
    const yearEnding = (yearEndMonth: number) => (now: Model) => ({
      ...now,
      fiscalCalendar: { yearEndMonth, yearNamedBy: 'end' as const },
    })
    expect(lackOf(start(), yearEnding(12))[1]).toHaveLength(2)
    const { versions } = history
    const moved: Model = {
      ...start(),
      ...yearEnding(4)(start()),
      rows: new Map(),
      timeline: { first: '2024-07', last: '2025-10' },
      lastActual: '2025-04',
    }
    const record = lineRecord(reportingOf(calculate(moved)), versions, lineOf(moved, idOf('sales')), 'base')
    expect(record.quarters.flatMap(({ forecasts }) => forecasts)).toEqual([])
  })

  test('[H7] money in another scale then is brought into today’s; another unit has no forecast', () => {
    const inUnit = (unit: LineItem['unit']) => (model: Model) => ({
      ...model,
      lines: model.lines.map((line) => (line.key === 'sales' ? { ...line, unit } : line)),
    })
    const money = (scale: 'm' | 'bn') => ({ kind: 'currency', currency: 'RMB', scale }) as const
    expect(lackOf(inUnit(money('bn'))(start()), inUnit(money('m')))[0]?.[0]).toBeCloseTo(110_000, 6)
    expect(lackOf(inUnit({ kind: 'percent' })(start()), inUnit(money('m')))[0]).toEqual(['the line was in %'])
  })
})

test('[H8] lines that can have a record are reported of late and were forecast; drivers, constants and checks are none', () => {
  const keys = recordedLines(history.reporting, history.versions).map(({ key }) => key)
  // costs and what hangs on them were reported in the year before.
  expect(keys).toEqual(['sales', 'costs', 'profit', 'sales_growth', 'in_euro', 'total'])
  const silent = historyOf(start('headcount 3 4\n'))
  expect(recordedLines(silent.reporting, silent.versions).map(({ key }) => key)).toEqual(keys)
})
