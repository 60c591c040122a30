import { expect, test } from 'vitest'
import { renameKey, renameQuarters } from '#formula/rename.ts'

test('a key is renamed wherever it stands, and nothing that looks like it', () => {
  expect(renameKey('rev[-4] * (1 + rev_yoy) - prev + rev', 'rev', 'sales')).toBe(
    'sales[-4] * (1 + rev_yoy) - prev + sales',
  )
  expect(renameKey('fy26["FY26 Q1"] + 1e5 + e5', 'e5', 'x')).toBe('fy26["FY26 Q1"] + 1e5 + x')
  expect(renameKey('q1["q1"]', 'q1', 'x')).toBe('x["q1"]')
})

test('a formula that is a Problem is renamed as well', () => {
  expect(renameKey('rev + # rev "', 'rev', 'sales')).toBe('sales + # sales "')
})

test('a key such as constructor is a name like any other', () => {
  expect(renameKey('constructor + $1', 'constructor', '$&')).toBe('$& + $1')
})

test('quarters keep their place in the calendar when the year end moves', () => {
  const march = { yearEndMonth: 3, yearNamedBy: 'end' } as const
  const december = { yearEndMonth: 12, yearNamedBy: 'end' } as const
  expect(renameQuarters('x["FY26 Q2"] + y["2025-09"] + z["not one"]', march, december)).toBe(
    'x["FY25 Q3"] + y["2025-09"] + z["not one"]',
  )
})
