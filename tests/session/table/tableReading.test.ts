// Pasted tables of the kinds that analysts have, each with the model it means, written by hand.

import { describe, expect, test } from 'vitest'
import { shapeOf } from '#session/table/tableShape.ts'
import { tableOfText } from '#session/table/tableText.ts'
import { readAs, written } from './readAs.ts'

const rows = (...lines: readonly string[]): string => lines.map((line) => line.split(/ ?\| ?/).join('\t')).join('\n')

describe('a wide table', () => {
  const wide = readAs(
    rows(
      'Alibaba Group (RMB m)',
      ' | FY26 Q1 | FY26 Q2 | FY26 Q3E',
      'Revenue | 247,652 | 247,795 | 284,843',
      '  Cloud revenue | 33,398 | 39,824 | ',
      'Adjusted EBITA | 38,844 | (9,073) | –',
      'Margin | 15.7% | (3.7)% | n.a.',
    ),
    { calendar: { yearEndMonth: 3, yearNamedBy: 'end' } },
  )

  test('[MD5] gives a line for each row, the scale of its title, negatives in parentheses and a dash as zero', () => {
    expect(wide.quarters).toEqual(['2025-06', '2025-09', '2025-12'])
    expect(written(wide)).toEqual([
      'Reported | revenue | Revenue | RMB m | flow | 247652, 247795, 284843',
      'Reported | cloud_revenue | Cloud revenue | RMB m | flow | 33398, 39824, –',
      'Reported | adjusted_ebita | Adjusted EBITA | RMB m | flow | 38844, -9073, 0',
      'Reported | adjusted_ebita_margin | Adjusted EBITA margin | % | rate | 0.157, -0.037, –',
    ])
    expect(wide.unread).toEqual([])
  })

  test('[MD7] marks of forecast tell the last actual', () => {
    expect(wide.lastActual).toBe('2025-09')
  })
})

test('[MD5] a tall table is turned', () => {
  const tall = readAs(
    rows(
      'Quarter | Revenue (US$ bn) | Gross margin | Users (m)',
      'Mar-25 | 1.5 | 40.5% | 12',
      'Jun-25 | 1.75 | 41% | 13.5',
    ),
  )
  expect(written(tall)).toEqual([
    'Reported | revenue | Revenue | US$ bn | flow | 1.5, 1.75',
    'Reported | gross_margin | Gross margin | % | rate | 0.405, 0.41',
    'Reported | users | Users | count | balance | 12000000, 13500000',
  ])
})

test('[MD5] headings without numbers are sections, and a unit under the title is the table’s', () => {
  const read = readAs(
    rows(
      'EUR m | 1Q25 | 2Q25',
      'Income statement | | ',
      'Sales | 100 | 110',
      'Costs | (60) | (65)',
      ' | | ',
      'Balance sheet: | | ',
      'Cash | 50 | 55',
      'Key figures (%) | | ',
      'Return on equity | 12.5 | 13',
    ),
  )
  expect(read.sections).toEqual(['Income statement', 'Balance sheet', 'Key figures'])
  expect(written(read)).toEqual([
    'Income statement | sales | Sales | EUR m | flow | 100, 110',
    'Income statement | costs | Costs | EUR m | flow | -60, -65',
    'Balance sheet | cash | Cash | EUR m | balance | 50, 55',
    'Key figures | return_on_equity | Return on equity | % | rate | 0.125, 0.13',
  ])
})

test('[MD5] labels in Chinese give keys, with 亿元 as the unit', () => {
  const read = readAs(
    rows(
      '单位：亿元 | 2025年第一季度 | 2025年第二季度',
      '营业收入 | 2,364.5 | 2,476.5',
      '云收入 | 301.3 | 334',
      '毛利率 | 38.4% | 40%',
      '员工人数 | 124,320 | 123,711',
      '其他 | 1 | 2',
    ),
  )
  expect(written(read)).toEqual([
    'Reported | revenue | 营业收入 | RMB 亿 | flow | 2364.5, 2476.5',
    'Reported | cloud_revenue | 云收入 | RMB 亿 | flow | 301.3, 334',
    'Reported | gross_margin | 毛利率 | % | rate | 0.384, 0.4',
    'Reported | line_4 | 员工人数 | count | balance | 124320, 123711',
    'Reported | line_5 | 其他 | RMB 亿 | flow | 1, 2',
  ])
})

test('[MD5] decimal commas are told from the whole table', () => {
  const read = readAs(rows(' | Q1 2025 | Q2 2025', 'Umsatz (EUR m) | 1.234,5 | 1.301', 'Marge | 12,5% | 13%'))
  expect(read.style).toBe('comma')
  expect(written(read)).toEqual([
    'Reported | umsatz | Umsatz | EUR m | flow | 1234.5, 1301',
    'Reported | marge | Marge | % | rate | 0.125, 0.13',
  ])
})

describe('years in a table', () => {
  const years = readAs(
    rows(
      'USD m | Q1 2024 | Q2 2024 | Q3 2024 | Q4 2024 | FY2024 | Q1 2025',
      'Revenue | 10 | 20 | 30 | 40 | 100 | 15',
      'Contract position | 5 | 6 | 7 | 8 | 8 | 9',
      'Capex | 1 | 1 | 1 | 1 | 7 | 1',
    ),
  )

  test('[MD6] are not taken, tell flows from balances, and check what was read', () => {
    expect(written(years)).toEqual([
      'Reported | revenue | Revenue | US$ m | flow | 10, 20, 30, 40, 15',
      'Reported | contract_position | Contract position | US$ m | balance | 5, 6, 7, 8, 9',
      'Reported | capex | Capex | US$ m | flow | 1, 1, 1, 1, 1',
    ])
    // 10 + 20 + 30 + 40 = 100 and the balance's last is 8; capex adds up to 4, not 7, which is more than rounding
    // five whole numbers can make.
    expect(years.remarks).toEqual([
      'Years are computed from their quarters: FY24 was not taken. 2 of 3 figures there agree with what the quarters come to.',
      'Capex FY24: the table has 7 US$ m, its quarters add up to 4 US$ m.',
    ])
  })

  test('[MD6] spans and columns without a time are named', () => {
    const { remarks } = readAs(rows(' | Q1 2025 | Q2 2025 | H1 2025 | Change', 'Revenue | 1 | 2 | 3 | 5'))
    expect(remarks).toEqual([
      'Of more than a quarter, and not taken: “H1 2025”.',
      'No time heads column “Change”: its figures were not taken.',
    ])
  })

  test('[MD5] a year right behind a month tells when the fiscal year ends', () => {
    const shape = shapeOf(tableOfText(rows(' | Dec-24 | Mar-25 | FY25 | Jun-25', 'Revenue | 1 | 2 | 3 | 4')))
    expect(shape?.calendar).toEqual({ yearEndMonth: 3, yearNamedBy: 'end' })
  })
})

test('[MD5] years over quarters, and fiscal names over months', () => {
  const merged = readAs(rows('RMB m | 2024 | | 2025 | ', ' | Q3 | Q4 | Q1 | Q2', 'Revenue | 1 | 2 | 3 | 4'))
  expect(merged.quarters).toEqual(['2024-09', '2024-12', '2025-03', '2025-06'])
  const shape = shapeOf(
    tableOfText(rows(' | FY26 Q1 | FY26 Q2', ' | Jun 2025 | Sep 2025', ' | A | E', 'Revenue | 1 | 2')),
  )
  expect(shape?.calendar).toEqual({ yearEndMonth: 3, yearNamedBy: 'end' })
  expect(shape?.first).toBe(3)
  expect(shape?.columns.map(({ time }) => time.mark)).toEqual(['actual', 'forecast'])
})

describe('what cannot be read', () => {
  const read = readAs(
    rows(
      'USD m | Q1 2025 | Q2 2025 | Q2 2025 | Q4 2025',
      'Revenue | 12..5 | 20* | 21 | 30',
      'Headcount | 100 | 5% | 110 | RMB 5',
      ' | 7 | 8 | 9 | 10',
      'Source: company reports',
    ),
  )

  test('[MD8] is named by line, quarter and place, and becomes the cell’s note', () => {
    expect(read.unread).toEqual([
      '“Q2 2025” is FY25 Q2 again: the first of the two was taken.',
      'Revenue in FY25 Q1 (row 2, column 2): “12..5” is not a number.',
      'Headcount in FY25 Q2 (row 3, column 3): “5%” is a per cent, but this line is a plain count.',
      'Headcount in FY25 Q4 (row 3, column 5): “RMB 5” is an amount, but this line is a plain count.',
    ])
    expect(read.lines[0]?.notes).toEqual(new Map([['2025-03', '12..5']]))
  })

  test('[MD8] a row without a name is a line all the same, a quarter left out stays empty, prose is passed over', () => {
    expect(written(read)).toEqual([
      'Reported | revenue | Revenue | US$ m | flow | –, 20, 30',
      'Reported | headcount | Headcount | count | balance | 100, –, –',
      'Reported | line_4 | Line 4 | US$ m | flow | 7, 8, 10',
    ])
    expect(read.remarks).toEqual([
      'The table leaves out FY25 Q3: it stays empty.',
      'Passed over: “Source: company reports”.',
    ])
  })

  test('[MD8] months that are no quarters of the year’s end are told', () => {
    expect(
      readAs(rows(' | Mar-25 | Apr-25', 'Revenue | 1 | 2'), { calendar: { yearEndMonth: 12, yearNamedBy: 'end' } })
        .unread,
    ).toEqual(['“Apr-25” is no quarter of a fiscal year that ends in December: choose another month.'])
  })

  test('[MD8] a text without quarters is no such table', () => {
    expect(shapeOf(tableOfText('Revenue\t1\t2\nCosts\t3\t4'))).toBeNull()
    expect(shapeOf(tableOfText('Nothing of the kind.'))).toBeNull()
    expect(shapeOf(tableOfText(''))).toBeNull()
  })
})

describe('rows that repeat others', () => {
  const read = readAs(
    rows(
      'USD m | Q1 2024 | Q2 2024 | Q3 2024 | Q4 2024 | Q1 2025 | Q2 2025',
      'Revenue | 100 | 110 | 120 | 130 | 125 | 121',
      'YoY | 8.0% | 9.1% | 7.5% | 6.2% | 25.0% | 10.0%',
      'Operating income | 20 | 22 | 30 | 26 | 25 | 30.25',
      'Operating margin | 20.0% | 20.0% | 25.0% | 20.0% | 20.0% | 25.0%',
      'Guessed growth | 1% | 2% | 3% | 4% | 5% | 6%',
    ),
  )

  test('[MD9] growth is offered as a formula where it gives every number that has a base; the others stay typed', () => {
    // 125 / 100 − 1 = 25 %, 121 / 110 − 1 = 10 %.
    expect(read.lines[1]?.label).toBe('Revenue YoY')
    expect(read.lines[1]?.found).toEqual({ formula: 'yoy(revenue)', quarters: new Set(['2025-03', '2025-06']) })
  })

  test('[MD9] a margin is one line over another, in every quarter', () => {
    // 20 / 100, 22 / 110, 30 / 120, 26 / 130, 25 / 125 and 30.25 / 121.
    expect(read.lines[3]?.found?.formula).toBe('operating_income / revenue')
    expect(read.lines[3]?.found?.quarters.size).toBe(6)
  })

  test('[MD9] what no line gives stays typed', () => {
    expect(read.lines[4]?.found).toBeNull()
  })
})
