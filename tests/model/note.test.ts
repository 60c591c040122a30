// Which note belongs to what a cell shows; Bear stands under Bull, Bull under Base.

import { expect, test } from 'vitest'
import { noteOf } from '#model/origin.ts'
import type { Note } from '#model/quarterRow.ts'
import { line, rowsWith, sample, type Typed } from './sample.ts'

const note = (text: string): Note => ({ text, source: null })

const textOf = (typed: readonly Typed[], scenario: string, formula: string | null = '1'): string | null =>
  noteOf(sample({ rows: rowsWith(typed) }), scenario, line('x', { formula }), '2025-12')?.text ?? null

test('[N10] a typed number has the note it was typed with, inherited along with it', () => {
  const typed: readonly Typed[] = [['base', '2025-12', 'x', 5, note('Base’s')]]
  expect(textOf(typed, 'base')).toBe('Base’s')
  expect(textOf(typed, 'bear')).toBe('Base’s')
  expect(textOf([...typed, ['bull', '2025-12', 'x', 6]], 'bear')).toBeNull()
})

test('[N10] a computed value has the nearest note written without a number', () => {
  const typed: readonly Typed[] = [['base', '2025-12', 'x', null, note('Base’s')]]
  expect(textOf(typed, 'bear')).toBe('Base’s')
  expect(textOf([...typed, ['bull', '2025-12', 'x', null, note('Bull’s')]], 'bear')).toBe('Bull’s')
})

test('[N10] what is released leaves its note behind', () => {
  const typed: readonly Typed[] = [
    ['base', '2025-12', 'x', 5, note('Base’s')],
    ['bull', '2025-12', 'x', 'release'],
  ]
  expect(textOf(typed, 'bear')).toBeNull()
  expect(textOf([['bull', '2025-12', 'x', 'release', note('Why')]], 'bear')).toBe('Why')
})
