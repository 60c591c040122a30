// The name meant by one that does not exist.

import { expect, test } from 'vitest'
import { nearestName } from '#formula/nearest.ts'

const names = ['revenue', 'cloud_growth', 'cloud_revenue', 'cloud_yoy', 'capex', 'capex_ttm', 'rest_growth']

test.each([
  ['[F2] few letters apart', 'revnue', 'revenue'],
  ['[F2] the shortest name that begins with the text', 'cloud', 'cloud_yoy'],
  ['[F2] whatever its case', 'CLOUD', 'cloud_yoy'],
  ['[F2] near by letters comes before longer names that begin with it', 'cape', 'capex'],
  ['[F2] else the shortest that has it inside', 'growth', 'rest_growth'],
  ['[F2] a few letters that only one name has', 'ttm', 'capex_ttm'],
  ['[F2] two letters begin a name', 're', 'revenue'],
  ['[F2] two letters inside are too few', 'yo', null],
  ['[F2] one letter is too few', 'c', null],
  ['[F2] nothing like it', 'zzz', null],
])('%s', (_, text, name) => {
  expect(nearestName(text, names)).toBe(name)
})

test('[F2] of names equally near or long the first by alphabet, whatever their order', () => {
  for (const names of [
    ['cloud_mix', 'cloud_yoy'],
    ['cloud_yoy', 'cloud_mix'],
  ])
    expect(nearestName('cloud', names)).toBe('cloud_mix')
  for (const names of [
    ['sum_m', 'sum_f'],
    ['sum_f', 'sum_m'],
  ])
    expect(nearestName('sum_z', names)).toBe('sum_f')
})
