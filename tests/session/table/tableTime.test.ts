import { describe, expect, test } from 'vitest'
import { calendarTold, markOf, quarterAt, rawTime } from '#session/table/tableTime.ts'

const december = { yearEndMonth: 12, yearNamedBy: 'end' } as const
const march = { yearEndMonth: 3, yearNamedBy: 'end' } as const

describe('names of quarters', () => {
  // With December as the year's end the first quarter of 2025 ends in March 2025.
  test.each([
    ...[
      'Q1 2025',
      '1Q25',
      '1Q2025',
      "Q1'25",
      '2025 Q1',
      '2025Q1',
      'FY25 Q1',
      'FY2025-Q1',
      'Q1 FY25',
      '1QFY25',
      '25Q1',
      'CY25 Q1',
    ],
    ...[
      'Mar-25',
      'Mar 2025',
      'March 2025',
      '2025-03',
      '2025-03-31',
      '31/03/2025',
      '3/31/2025',
      '31.03.2025',
      '31 Mar 2025',
    ],
    ...[
      'March 31, 2025',
      'Three months ended March 31, 2025',
      'First quarter 2025',
      '2025年3月',
      '2025年第一季度',
      '2025年1季度',
    ],
    ...['2025/03', '03/2025', 'Ｑ１ ２０２５'],
  ])('[MD5] “%s” is the quarter to March 2025', (text) => {
    const time = rawTime(text)
    expect(time === null ? null : quarterAt(time, december)).toBe('2025-03')
  })

  test('[MD5] a fiscal name follows the year’s end, a month does not', () => {
    const at = (text: string): string | null => {
      const time = rawTime(text)
      return time === null ? null : quarterAt(time, march)
    }
    // With March as the end, FY26 runs from April 2025: its first quarter ends in June 2025.
    expect([at('FY26 Q1'), at('1Q26'), at('Jun-25'), at('Jan-25')]).toEqual(['2025-06', '2025-06', '2025-06', null])
  })

  test('[MD5] A, E and words beside a time say what is reported and what is forecast', () => {
    expect(['1Q26E', 'Q1 2026 (A)', 'FY26 Q1 forecast', 'Mar-25A', '2025E'].map((text) => rawTime(text)?.mark)).toEqual(
      [...['forecast', 'actual', 'forecast', 'actual', 'forecast']],
    )
    expect(['A', 'Actual', 'E', 'est.', 'Revenue'].map(markOf)).toEqual([
      'actual',
      'actual',
      'forecast',
      'forecast',
      null,
    ])
  })

  test.each(['FY2025', 'FY25', '2025', '2025A', '2025年', 'Full year 2025', 'Total 2025'])(
    '[MD6] “%s” is a year',
    (text) => {
      expect(rawTime(text)).toMatchObject({ of: 'year', year: 2025 })
    },
  )

  test.each(['Revenue', '', 'YoY', '1,234', '12.5', '35%', 'May', 'Note 1', 'Junk 2025', 'Cash 25'])(
    '“%s” names no time',
    (text) => {
      expect(rawTime(text)).toBeNull()
    },
  )

  test.each(['H1 2025', '9M25', 'Nine months ended Dec 31, 2025', 'YTD 2025'])(
    '[MD6] “%s” is of more than a quarter',
    (text) => {
      expect(rawTime(text)?.of).toBe('longer')
    },
  )
})

test('[MD5] two names of one quarter tell when the fiscal year ends', () => {
  const named = { mark: null, of: 'fiscal', year: 2026, quarter: 1 } as const
  const dated = { mark: null, of: 'month', year: 2025, month: 6 } as const
  expect(calendarTold(named, dated)).toEqual({ yearEndMonth: 3, yearNamedBy: 'end' })
  // By the year it starts in, the year from April 2025 is FY25.
  expect(calendarTold({ ...named, year: 2025 }, dated)).toEqual({ yearEndMonth: 3, yearNamedBy: 'start' })
  expect(calendarTold({ ...named, year: 2020 }, dated)).toBeNull()
})
