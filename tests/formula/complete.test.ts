import { expect, test } from 'vitest'
import { completionsAt } from '#formula/complete.ts'

const keys = ['revenue', 'cloud_revenue', 'yoy_target', 'capex']

const textsAt = (marked: string): readonly string[] | null => {
  const caret = marked.indexOf('|')
  return completionsAt(marked.replace('|', ''), caret, keys)?.choices.map(({ text }) => text) ?? null
}

test('names that begin so come first, then names that contain it, lines before functions', () => {
  expect(textsAt('1 + rev|')).toEqual(['revenue', 'cloud_revenue'])
  expect(textsAt('yo|')).toEqual(['yoy_target', 'yoy('])
  expect(textsAt('CAP|')).toEqual(['capex'])
  expect(textsAt('max(fiscal|, 1)')).toEqual(['fiscal_year', 'fiscal_quarter'])
})

test('the whole name under the caret is replaced', () => {
  expect(completionsAt('1 + reven * 2', 7, keys)?.span).toEqual({ start: 4, end: 9 })
})

test('a function brings its signature, its units and what it does', () => {
  expect(completionsAt('ttm', 3, keys)?.choices[0]).toEqual({
    text: 'ttm(',
    kind: 'function',
    signature: 'ttm(x)',
    units: 'that of x; over quarters only flows add up',
    sentence: 'The last four quarters added up (trailing twelve months).',
  })
})

test('numbers, quarters and blanks complete to nothing', () => {
  for (const marked of ['12|', '1.5e|', '"FY|', 'rev |', '|']) expect(textsAt(marked)).toBeNull()
})
