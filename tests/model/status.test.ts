// The status of a cell in the words of the trade.

import { describe, expect, test } from 'vitest'
import type { LineItem } from '#model/lineItem.ts'
import { hasActuals, statusOf, type Status } from '#model/status.ts'
import { line, rowsWith, sample, type Typed } from './sample.ts'

type Case = [
  title: string,
  item: Partial<LineItem>,
  typed: readonly Typed[],
  quarter: '2025-06' | '2025-09' | '2025-12',
  Status,
]

const reported: Typed = ['base', '2025-06', 'x', 100]

test.each<Case>([
  ['[T1] typed up to the last actual is actual', {}, [reported], '2025-06', 'actual'],
  ['[T1] a formula beside it changes nothing', { formula: 'x[-1]' }, [reported], '2025-06', 'actual'],
  [
    '[T2] a formula on a reported line where nothing is reported yet is an estimate',
    { formula: 'x[-1]' },
    [reported],
    '2025-09',
    'estimate',
  ],
  ['[T3] computed after the last actual is forecast', { formula: 'x[-1]' }, [reported], '2025-12', 'forecast'],
  [
    '[T3] typed after it where no formula stands is forecast too',
    {},
    [['base', '2025-12', 'x', 5]],
    '2025-12',
    'forecast',
  ],
  ['[T4] typed on a driver is an assumption', { driver: true }, [['base', '2025-12', 'x', 5]], '2025-12', 'assumption'],
  ['[T4] in a reported quarter as well', { driver: true }, [reported], '2025-06', 'assumption'],
  ['[T4] a constant with a number is an assumption', { kind: 'constant', formula: '5' }, [], '2025-12', 'assumption'],
  [
    '[T4] a driver computed after the last actual is forecast',
    { driver: true, formula: 'x[-1]' },
    [reported],
    '2025-12',
    'forecast',
  ],
  [
    '[T5] typed over a formula in the forecast is an override',
    { formula: 'x[-1]' },
    [['base', '2025-12', 'x', 5]],
    '2025-12',
    'override',
  ],
  ['[T6] computed on a line never reported is calculated', { formula: '7' }, [], '2025-09', 'calculated'],
  [
    '[T6] a number in the forecast makes no reported line',
    { formula: '7' },
    [['base', '2025-12', 'x', 5]],
    '2025-09',
    'calculated',
  ],
  [
    '[T6] a driver computed up to the last actual is calculated',
    { driver: true, formula: '7' },
    [reported],
    '2025-09',
    'calculated',
  ],
  ['[T7] nothing typed and no formula is none', {}, [reported], '2025-12', 'none'],
  ['[T7] a constant without a number is none', { kind: 'constant' }, [], '2025-12', 'none'],
  ['[T7] an empty constant likewise', { kind: 'constant', formula: ' ' }, [], '2025-12', 'none'],
])('%s', (_, item, typed, quarter, status) => {
  const model = sample({ lines: [line('x', item)], commitments: [], rows: rowsWith(typed) })
  expect(statusOf(model, 'base', line('x', item), quarter)).toBe(status)
})

test('[T5] a status is a scenario’s: typed in Bull it is an override there and computed in Base', () => {
  const item = line('x', { formula: '7' })
  const model = sample({ lines: [item], commitments: [], rows: rowsWith([['bull', '2025-12', 'x', 5]]) })
  expect(statusOf(model, 'bull', item, '2025-12')).toBe('override')
  expect(statusOf(model, 'bear', item, '2025-12')).toBe('override')
  expect(statusOf(model, 'base', item, '2025-12')).toBe('forecast')
})

describe('a reported quarter in another scenario', () => {
  const statusIn = (scenario: string, item: LineItem, typed: readonly Typed[]) =>
    statusOf(sample({ lines: [item], commitments: [], rows: rowsWith(typed) }), scenario, item, '2025-09')

  test('[T1] Base’s number is actual in every scenario', () => {
    const item = line('x', { formula: '7' })
    const both: readonly Typed[] = [
      ['base', '2025-09', 'x', 1],
      ['bull', '2025-09', 'x', 2],
    ]
    for (const scenario of ['base', 'bull', 'bear']) expect(statusIn(scenario, item, both)).toBe('actual')
  })

  test('[T5] a scenario’s own number over a formula is an override, not an actual', () => {
    const item = line('x', { formula: '7' })
    expect(statusIn('bull', item, [['bull', '2025-09', 'x', 2]])).toBe('override')
    expect(statusIn('bear', item, [['bull', '2025-09', 'x', 2]])).toBe('override')
    expect(statusIn('base', item, [['bull', '2025-09', 'x', 2]])).toBe('calculated')
  })

  test('[T2] where no formula stands it is an estimate', () => {
    expect(statusIn('bull', line('x'), [['bull', '2025-09', 'x', 2]])).toBe('estimate')
    expect(statusIn('base', line('x'), [['bull', '2025-09', 'x', 2]])).toBe('none')
  })
})

test('[T7] an empty formula of one’s own is none', () => {
  const item = line('costs', { formula: '7' })
  const model = sample({ lines: [item, line('fade', { kind: 'constant', formula: '1%' })], commitments: [] })
  const rows = rowsWith([])
  expect(statusOf({ ...model, rows }, 'bull', item, '2025-12')).toBe('forecast')
  expect(statusOf({ ...model, rows }, 'bear', item, '2025-12')).toBe('none')
  expect(statusOf({ ...model, rows }, 'bear', item, '2025-09')).toBe('none')
})

test('[T6] a line is reported once Base has a number up to the last actual, and only then', () => {
  const having = (typed: readonly Typed[]) => hasActuals(sample({ rows: rowsWith(typed) }), line('x'))
  expect(having([])).toBe(false)
  expect(having([['base', '2025-09', 'x', 0]])).toBe(true)
  expect(having([['base', '2025-12', 'x', 5]])).toBe(false)
  expect(having([['bull', '2025-09', 'x', 5]])).toBe(false)
})
