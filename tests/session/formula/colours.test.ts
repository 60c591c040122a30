import { expect, test } from 'vitest'
import type { Column } from '#session/column.ts'
import { referenceColours } from '#session/formula/colours.ts'
import { exampleBench } from '../../support/workbench.ts'

const { open } = await exampleBench()

const december: Column = { kind: 'quarter', quarter: '2025-12' }

const coloured = (text: string, column: Column | null = december) => {
  const { marks, tints } = referenceColours(open.model, text, column)
  return {
    text: marks.map(({ span, tone }) => `${tone} ${text.slice(span.start, span.end)}`),
    cells: tints.map(({ cell, tone }) => `${tone} ${cell.line} ${cell.column}`),
  }
}

test('[FB6] each reference has a colour of its own, and so have the cells it looks at from the selected quarter', () => {
  expect(coloured('cloud_revenue + rest_revenue[-4] * (1 + rest_growth)')).toEqual({
    text: ['1 cloud_revenue', '2 rest_revenue[-4]', '3 rest_growth'],
    cells: ['1 cloud_revenue 2025-12', '2 rest_revenue 2024-12', '3 rest_growth 2025-12'],
  })
  expect(coloured('ttm(capex) / cloud_fade').cells).toEqual([
    '1 capex 2025-03',
    '1 capex 2025-06',
    '1 capex 2025-09',
    '1 capex 2025-12',
    '2 cloud_fade constant',
  ])
})

test('[FB6] references to the same cells share a colour; the same line in another quarter has another', () => {
  expect(coloured('capex / capex[-4] + capex').text).toEqual(['1 capex', '2 capex[-4]', '1 capex'])
  expect(coloured('capex / capex[-4] + capex').cells).toEqual(['1 capex 2025-12', '2 capex 2024-12'])
})

test('[FB6] beyond six the colours go round', () => {
  const text = 'revenue + capex + capex_fcf + cloud_revenue + adjusted_ebita + free_cash_flow + usd_rate + revenue'
  expect(coloured(text).text.map((each) => each[0])).toEqual(['1', '2', '3', '4', '5', '6', '1', '1'])
})

test('[FB6] a text half written has its colours, and a name of nothing none', () => {
  expect(coloured('capex[-4] * (growht + revenue').cells).toEqual(['1 capex 2024-12', '2 revenue 2025-12'])
})

test('[FB6] where no quarter is selected it looks from a year’s last, else from the last actual', () => {
  // Fiscal 2026 ends in March 2026; the last actual is September 2025.
  expect(coloured('capex', { kind: 'year', year: 2026 }).cells).toEqual(['1 capex 2026-03'])
  expect(coloured('capex', null).cells).toEqual(['1 capex 2025-09'])
})
