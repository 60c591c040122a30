// What is said of a note, by hand.

import { expect, test } from 'vitest'
import type { Note } from '#model/quarterRow.ts'
import { hostOf, noteInLine, noteParts, partText, wholeFigure } from '#session/notes/noteWords.ts'
import { line } from '../../model/sample.ts'

const at = '2025-11-25T12:00:00.000Z'
const revenue = line('revenue', { source: '' })
const whole: Note = {
  text: 'Release, p. 3',
  source: 'https://www.example.com/q2.pdf',
  checked: { value: 115, by: 'LW', at },
  earlier: [
    { value: 100, until: '2025-08-29T12:00:00.000Z', reason: 'Recast' },
    { value: 110.5, until: at, reason: '' },
  ],
}

const said = (note: Note | null, entry?: number, source = ''): readonly string[] =>
  noteParts(note, { ...revenue, source }, entry).map(partText)

test('[NS10] all of it, the newest earlier value first', () => {
  expect(said(whole, 115)).toEqual([
    'Release, p. 3',
    'Source: example.com',
    'Checked by LW, 25 Nov 2025',
    'Earlier: 110.5 RMB m until 25 Nov 2025',
    'Earlier: 100 RMB m until 29 Aug 2025: Recast',
  ])
})

test('[NS8] [NS10] the check of another number is not said', () => {
  expect(said({ text: '', source: null, checked: { value: 115, by: 'LW', at } }, 116)).toEqual([])
})

test('[NS10] a typed number without a source of its own shows its line’s', () => {
  expect(said(null, 1, 'https://example.com/ir')).toEqual(['Source: example.com (from the line)'])
  expect(said({ text: 'p. 3', source: null }, 1, 'Annual report')).toEqual([
    'p. 3',
    'Source: Annual report (from the line)',
  ])
  // Its own comes first; a computed cell was read nowhere.
  expect(said(whole, 115, 'Annual report')).toContain('Source: example.com')
  expect(said(null, undefined, 'Annual report')).toEqual([])
})

test('[NS10] earlier values have all their digits', () => {
  const growth = { unit: { kind: 'percent' }, decimals: 1 } as const
  expect([0.3451, 0.3452, 0.3].map((value) => wholeFigure(value, growth))).toEqual(['34.51 %', '34.52 %', '30.0 %'])
})

test.each([
  ['https://www.example.com/a?b=c', 'example.com'],
  ['http://data.example.com', 'data.example.com'],
  ['file:///etc/passwd', null],
  ['javascript:alert(1)', null],
  ['20-F 2025', null],
  [null, null],
])('[NS10] the host of %j is %j', (source, host) => {
  expect(hostOf(source)).toBe(host)
})

test('[Z5] a note that is only checked or restated has words in a comparison of versions, too', () => {
  expect(noteInLine(whole, revenue)).toBe(
    'Release, p. 3 (https://www.example.com/q2.pdf) · 115 RMB m checked by LW, 25 Nov 2025 · earlier 100 RMB m until 29 Aug 2025: Recast · earlier 110.5 RMB m until 25 Nov 2025',
  )
  expect(noteInLine({ text: '', source: null, checked: { value: 115, by: 'LW', at } }, revenue)).toBe(
    '115 RMB m checked by LW, 25 Nov 2025',
  )
  expect(noteInLine({ text: '', source: 'https://example.com' }, revenue)).toBe('https://example.com')
})
