// Totals: those kept by hand, and why one of reported lines may not add up.

import { expect, test, vi } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { culpritFindings } from '#analysis/finding/culpritFindings.ts'
import { Survey } from '#analysis/finding/survey.ts'
import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { pastedModel } from '#session/table/tableModel.ts'
import { settled } from '../model/sample.ts'
import { readAs } from '../session/table/readAs.ts'
import { modelText } from '../support/modelText.ts'
import { changed, formula, found, kinds } from './found.ts'

const header = 'FY24 Q1 to FY26 Q4, actual to FY25 Q4'
const history = '100 120 110 140 105 126 116 147'

test('[PB4] a sum and a difference kept by hand in every quarter are offered as formulas, which then holds', () => {
  const series = [
    `shop ${history}`,
    'cloud 31 33 35 38 42 41 45 47',
    'revenue 131 153 145 178 147 167 161 194',
    'costs 90 101 99 120 95 108 101 122',
    'profit 41 52 46 58 52 59 60 72',
  ]
  const model = modelText([header, ...series].join('\n'))
  const kept = found(model).filter(({ id }) => id.startsWith('total kept'))
  expect(kept.map(({ about, place, severity }) => [place.line, about, severity])).toEqual([
    ['id of revenue', 'shop + cloud', 'remark'],
    ['id of profit', 'revenue - costs', 'remark'],
  ])
  const mended = changed(model, ...kept.flatMap(({ mending }) => (mending?.by === 'edits' ? mending.edits : [])))
  expect(found(mended).filter(({ kind }) => kind === 'total')).toEqual([])
  // What is calculated from the sum cannot give it.
  const turned = changed(model, formula('id of cloud', 'revenue - shop'))
  expect(kinds(turned, 'revenue')).not.toContain('total')
})

const shops = [100_303, 120_701, 110_204, 140_908, 105_406, 126_107, 116_802, 147_603]
const clouds = [31_104, 33_406, 35_903, 38_301, 42_602, 41_207, 45_706, 47_509]
/** The same figures to so many decimals, their total off by some of the last digit. */
const summed = (decimals: number, off: readonly number[]): Model => {
  const row = (digits: readonly number[]) => digits.map((each) => each / 10 ** decimals).join(' ')
  const totals = shops.map((shop, at) => shop + (clouds[at] ?? NaN) + (off[at] ?? 0))
  return modelText(`${header}\nshop ${row(shops)}\ncloud ${row(clouds)}\nrevenue ${row(totals)}`)
}

test.each([0, 1, 3])(
  '[PB4] a total kept by hand is told by the digits typed, whatever the scale: %i decimals',
  (decimals) => {
    const kept = (off: readonly number[]) => found(summed(decimals, off)).map(({ id }) => id.split(' base')[0])
    expect(kept([])).toEqual(['total kept'])
    // Of two parts rounding may leave one of the last digit.
    expect(kept([0, 1, 0, -1])).toEqual(['total kept'])
    expect(found(summed(decimals, [0, 0, 2]), 'revenue')).toMatchObject([
      { kind: 'total', severity: 'warning', place: { quarter: '2023-12' } },
    ])
  },
)

test.each([0, 1, 3])('[PB4] a number off its formula is told whatever the scale: %i decimals', (decimals) => {
  // 8 of 1,480 last digits: more than one in 250, and more than rounding.
  const row = (digits: readonly number[]) => digits.map((each) => each / 10 ** decimals).join(' ')
  const [parts, others] = [
    [1003, 1207, 1102, 1409, 1054, 1261, 1168, 1476],
    [311, 334, 359, 383, 426, 412, 457, 475],
  ]
  const totals = parts.map((part, at) => part + (others[at] ?? NaN) + (at === 4 ? 8 : 0))
  const model = modelText(`${header}\na ${row(parts)}\nb ${row(others)}\nboth ${row(totals)} = a + b`)
  expect(found(model, 'both')).toMatchObject([{ kind: 'total', place: { quarter: '2024-06' } }])
})

test('[PB4] numbers of a few last digits add up by chance', () => {
  const model = modelText(`${header}\na 1 2 1 2 3 2 1 2\nb 2 1 3 1 2 3 2 1\nc 3 3 4 3 5 5 3 3`)
  expect(found(model).filter(({ kind }) => kind === 'total')).toEqual([])
})

test('[PB1] a total of many lines over ten years is looked at some trials at a time', () => {
  const quarters = Array.from({ length: 40 }, (_, at) => at)
  // Whole numbers that rise and fall, of each line in its own way.
  const lines = Array.from({ length: 12 }, (_, line) =>
    quarters.map((at) => 500 + line * 37 + at * 11 + ((at * (line + 3)) % 17)),
  )
  // Every third quarter is off by another number: no single one, and no series a quarter late, makes it right.
  const totals = quarters.map((at) => lines.reduce((sum, each) => sum + (each[at] ?? 0), at % 3 === 0 ? 40 + at : 0))
  const rows = lines.map((each, line) => `part_${line} ${each.join(' ')}`)
  const keys = lines.map((_, line) => `part_${line}`).join(' + ')
  const model = modelText(
    ['FY16 Q1 to FY25 Q4, actual to FY25 Q4', ...rows, `total ${totals.join(' ')} = ${keys}`].join('\n'),
  )
  const survey = new Survey(calculate(model))
  const retest = vi.spyOn(survey, 'retest')
  const trials: number[] = []
  for (const _ of culpritFindings(survey)) {
    trials.push(retest.mock.calls.length)
    retest.mockClear()
  }
  expect(Math.max(...trials)).toBeLessThanOrEqual(3)
  expect(trials.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(300)
  // What is calculated from a line is gone through once.
  expect(survey.readersOf('id of part_0')).toBe(survey.readersOf('id of part_0'))
})

test('[PB4] a table pasted with two segments and their total offers the sum, a year of it too', () => {
  const numbers = [
    'Net sales\t1,000\t1,120\t1,085\t1,240\t1,310\t1,402',
    'Data center\t610\t702\t668\t781\t842\t915',
    'Client\t390\t418\t417\t459\t468\t487',
    'EBIT\t150\t171\t165\t190\t201\t215',
    'EBIT / Net sales\t15.0%\t15.3%\t15.2%\t15.3%\t15.3%\t15.3%',
  ]
  const quarters = ['Q1 2024', 'Q2 2024', 'Q3 2024', 'Q4 2024', 'Q1 2025', 'Q2 2025']
  const offered = (count: number, lastActual: Quarter) => {
    const table = [['USD m', ...quarters].join('\t'), ...numbers].map((row) =>
      row
        .split('\t')
        .slice(0, count + 1)
        .join('\t'),
    )
    let ids = 0
    const wish = {
      ...({ name: 'Pasted', yearEndMonth: 12, yearNamedBy: 'end', currency: 'usd', scale: 'm' } as const),
      ...{ lastActual, forecastQuarters: 4, areFormulasTaken: true },
    }
    const model = settled(pastedModel(readAs(table.join('\n')), wish, 'm', () => `id${(ids += 1)}`))
    return found(model).flatMap(({ kind, severity, mending }) => (kind === 'total' ? [[severity, mending?.words]] : []))
  }
  const sum = [['remark', 'Make data_center + client its formula']]
  expect(offered(6, '2025-06')).toEqual(sum)
  expect(offered(4, '2024-12')).toEqual(sum)
})
