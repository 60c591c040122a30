import { expect, test } from 'vitest'
import { mergedViewDrafts } from '#model/viewDrafts.ts'

const drafts = (...texts: readonly string[]) => ({
  releases: [],
  formulas: texts.map((each) => {
    const [line = '', text = ''] = each.split(': ')
    return { line, scenario: 'base', text }
  }),
})

const merged = (base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] =>
  mergedViewDrafts(drafts(...base), drafts(...mine), drafts(...theirs)).formulas.map(
    ({ line, text }) => `${line}: ${text}`,
  )

test('[FB8] drafts of two tabs are kept both', () => {
  expect(merged([], ['a: 1 +'], ['b: 2 +'])).toEqual(['a: 1 +', 'b: 2 +'])
  expect(merged(['a: 1 +'], ['a: 1 +', 'b: 2 +'], ['a: 3 +'])).toEqual(['a: 3 +', 'b: 2 +'])
})

test('[FB8] what one tab threw away or used stays so, unless the other changed it meanwhile', () => {
  expect(merged(['a: 1 +'], [], ['a: 1 +'])).toEqual([])
  expect(merged(['a: 1 +'], ['a: 1 +'], [])).toEqual([])
  expect(merged(['a: 1 +'], [], ['a: 1 + 2 +'])).toEqual(['a: 1 + 2 +'])
  expect(merged(['a: 1 +'], ['a: 1 + 2 +'], [])).toEqual(['a: 1 + 2 +'])
})

test('[FB8] where both changed one, this tab’s is kept', () => {
  expect(merged(['a: 1 +'], ['a: 2 +'], ['a: 3 +'])).toEqual(['a: 2 +'])
})
