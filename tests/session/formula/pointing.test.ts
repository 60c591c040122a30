import { expect, test } from 'vitest'
import type { Quarter } from '#model/quarter.ts'
import type { Column } from '#session/column.ts'
import { insertion, pointedText } from '#session/formula/pointing.ts'
import { sample } from '../../model/sample.ts'

const [line] = sample().lines
if (line === undefined) throw new Error('the sample has a line')
const revenue = { ...line, key: 'revenue', kind: 'flow' as const }
const fade = { ...line, key: 'fade', kind: 'constant' as const }

const in_ = (quarter: Quarter): Column => ({ kind: 'quarter', quarter })
const selected = in_('2025-12')

test('[FB7] a line stands by its key, in another quarter by the lag from the selected one', () => {
  const at = (from: Column | null, to = from): string => pointedText({ line: revenue, from, to }, selected)
  expect(at(null)).toBe('revenue')
  expect(at(in_('2025-12'))).toBe('revenue')
  expect(at(in_('2024-12'))).toBe('revenue[-4]')
  expect(at(in_('2026-06'))).toBe('revenue[+2]')
  expect(at({ kind: 'year', year: 2025 })).toBe('revenue')
})

test('[FB7] dragged over, several quarters are a window, whichever end it began at', () => {
  const at = (from: Quarter, to: Quarter): string =>
    pointedText({ line: revenue, from: in_(from), to: in_(to) }, selected)
  expect(at('2025-03', '2025-12')).toBe('revenue[-3:0]')
  expect(at('2025-12', '2025-03')).toBe('revenue[-3:0]')
  expect(at('2026-03', '2026-06')).toBe('revenue[+1:+2]')
})

test('[FB7] a constant stands by its key; so does any line where no quarter is selected', () => {
  expect(pointedText({ line: fade, from: { kind: 'constant' }, to: { kind: 'constant' } }, selected)).toBe('fade')
  expect(pointedText({ line: fade, from: in_('2024-12'), to: in_('2024-12') }, selected)).toBe('fade')
  const year: Column = { kind: 'year', year: 2026 }
  expect(pointedText({ line: revenue, from: in_('2024-12'), to: in_('2024-12') }, year)).toBe('revenue')
})

const keys = new Set(['revenue', 'capex', 'growth'])

/** The text after pointing at capex; `|` is the caret before, or the two ends of what is selected; braces hold the reference. */
const pointed = (marked: string, anew = false): string => {
  const [start, end = start] = [...marked.matchAll(/\|/g)].map(({ index }, at) => index - at)
  if (start === undefined || end === undefined) throw new Error('no caret')
  const text = marked.replaceAll('|', '')
  const before = anew ? { start: text.lastIndexOf(' ', start - 1) + 1, end: start } : null
  const put = insertion(text, { start, end }, 'capex', before, keys)
  const whole = text.slice(0, put.span.start) + put.text + text.slice(put.span.end)
  const { start: from, end: to } = put.reference
  return `${whole.slice(0, from)}{${whole.slice(from, to)}}${whole.slice(to)}`
}

test('[FB7] where a value is wanted it is put in, apart from what it would run into', () => {
  expect(pointed('|')).toBe('{capex}')
  expect(pointed('=|')).toBe('={capex}')
  expect(pointed('revenue - |')).toBe('revenue - {capex}')
  expect(pointed('revenue -|')).toBe('revenue - {capex}')
  expect(pointed('-|')).toBe('-{capex}')
  expect(pointed('revenue * (|')).toBe('revenue * ({capex}')
  expect(pointed('max(revenue,|')).toBe('max(revenue, {capex}')
  expect(pointed('not|')).toBe('not {capex}')
  expect(pointed('|revenue')).toBe('{capex} revenue')
})

test('[FB7] behind a value a plus comes first, behind a function its parenthesis', () => {
  expect(pointed('revenue|')).toBe('revenue + {capex}')
  expect(pointed('revenue[-4] |')).toBe('revenue[-4] + {capex}')
  expect(pointed('(1 + growth)|')).toBe('(1 + growth) + {capex}')
  expect(pointed('2|')).toBe('2 + {capex}')
  expect(pointed('ttm|')).toBe('ttm({capex}')
})

test('[FB7] what is selected gives way, and so does a name not yet written out, or one the caret is inside of', () => {
  expect(pointed('revenue - |growth|')).toBe('revenue - {capex}')
  expect(pointed('revenue - cap|')).toBe('revenue - {capex}')
  expect(pointed('rev|enue - growth')).toBe('{capex} - growth')
})

test('[FB7] the next line pointed at takes the place of the one before', () => {
  expect(pointed('revenue - growth[-4]|', true)).toBe('revenue - {capex}')
})
