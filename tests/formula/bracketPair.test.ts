import { expect, test } from 'vitest'
import { bracketPairAt } from '#formula/bracketPair.ts'

/** The text with the pair's brackets in braces; a lone one in exclamation marks. */
const paired = (marked: string): string => {
  const text = marked.replace('|', '')
  const pair = bracketPairAt(text, marked.indexOf('|'))
  return text.replace(/./g, (sign, at: number) =>
    pair === null || (at !== pair.at && at !== pair.other) ? sign : pair.other === null ? `!${sign}!` : `{${sign}}`,
  )
}

test('[FB1] the bracket before the caret is shown with its partner, else the one behind it', () => {
  expect(paired('a * (b + c)|')).toBe('a * {(}b + c{)}')
  expect(paired('a * |(b + c)')).toBe('a * {(}b + c{)}')
  expect(paired('ttm((a)|[-1])')).toBe('ttm({(}a{)}[-1])')
  expect(paired('ttm((a)[-1]|)')).toBe('ttm((a){[}-1{]})')
  expect(paired('a + b|')).toBe('a + b')
})

test('[FB1] one without a partner is told, and so is one that does not fit', () => {
  expect(paired('(|a + b')).toBe('!(!a + b')
  expect(paired('a)|')).toBe('a!)!')
  expect(paired('(a]|)')).toBe('(a!]!)')
  expect(paired('(|a])')).toBe('{(}a]{)}')
})

test('[FB1] brackets in a quarter’s name are none', () => {
  expect(paired('a["FY26 (Q2)|"]')).toBe('a["FY26 (Q2)"]')
  expect(paired('a["FY26 (Q2)"]|')).toBe('a{[}"FY26 (Q2)"{]}')
})
