import { expect, test } from 'vitest'
import { completionsAt, isComplete, type CompletionScope } from '#formula/complete.ts'

const line = (key: string, label: string) => ({ key, label, unit: 'RMB m' })

const scope: CompletionScope = {
  lines: [
    line('revenue', 'Revenue'),
    line('cloud_revenue', 'Cloud revenue (recast)'),
    line('yoy_target', 'Target'),
    line('capex', 'Capital expenditure, total'),
  ],
  // The fiscal year ends in March: December 2025 is the third quarter of fiscal 2026.
  quarters: ['2025-06', '2025-09', '2025-12', '2026-03', '2026-06'],
  calendar: { yearEndMonth: 3, yearNamedBy: 'end' },
}

const at = (marked: string, isAsked = false) => {
  const caret = marked.indexOf('|')
  return completionsAt(marked.replace('|', ''), caret, scope, isAsked)
}

const textsAt = (marked: string, isAsked = false): readonly string[] | null =>
  at(marked, isAsked)?.choices.map(({ text }) => text) ?? null

test('[FB3] names that begin so come first, then names that contain it, lines before functions', () => {
  expect(textsAt('1 + rev|')).toEqual(['revenue', 'cloud_revenue'])
  expect(textsAt('yo|')).toEqual(['yoy_target', 'yoy('])
  expect(textsAt('CAP|')).toEqual(['capex'])
  expect(textsAt('max(fiscal|, 1)')).toEqual(['fiscal_year', 'fiscal_quarter'])
})

test('[FB3] a line is found by a word of its label, too, and a function by what other tools call it', () => {
  expect(textsAt('expen|')).toEqual(['capex'])
  expect(textsAt('recast|')).toEqual(['cloud_revenue'])
  expect(textsAt('ltm|')).toEqual(['ttm('])
  expect(textsAt('avera|')).toEqual(['mean('])
})

test('[FB3] the whole name under the caret is replaced', () => {
  expect(at('1 + reven|ue * 2')?.span).toEqual({ start: 4, end: 11 })
})

test('[FB3] a line brings its label and unit, a function its signature, its units and what it does', () => {
  expect(at('cape|')?.choices[0]).toMatchObject({ label: 'Capital expenditure, total', unit: 'RMB m', sentence: null })
  expect(at('ttm|')?.choices[0]).toEqual({
    text: 'ttm(',
    kind: 'function',
    label: null,
    unit: null,
    signature: 'ttm(x)',
    units: 'that of x; over quarters only flows add up',
    sentence: 'The last four quarters added up (trailing twelve months).',
  })
})

test('[FB3] inside quotes stand quarters, by any of their names, each with its quotes', () => {
  expect(textsAt('capex["FY27|')).toEqual(['"FY27 Q1"'])
  expect(textsAt('capex["fy26q|"]')).toEqual(['"FY26 Q1"', '"FY26 Q2"', '"FY26 Q3"', '"FY26 Q4"'])
  expect(textsAt('capex["Dec|')).toEqual(['"FY26 Q3"'])
  expect(textsAt('capex["2QFY26|')).toEqual(['"FY26 Q2"'])
  expect(textsAt('capex["|')).toHaveLength(5)
  expect(textsAt('capex["FY31|')).toEqual([])
  expect(at('capex["FY26 Q2|"] + revenue["FY26 Q1"]')?.span).toEqual({ start: 6, end: 15 })
  expect(at('ramp(0, 1, "FY26|, "FY26 Q4")')?.span).toEqual({ start: 11, end: 16 })
  expect(at('capex["FY26 Q2|"]')?.choices[0]?.label).toBe('Sep 2025')
})

test('[FB3] numbers and blanks complete to nothing; asked for, every line is there where a name can begin', () => {
  for (const marked of ['12|', '1.5e|', 'rev |', '|', 'capex[|']) expect(textsAt(marked)).toBeNull()
  expect(textsAt('revenue + |', true)?.slice(0, 4)).toEqual(['revenue', 'cloud_revenue', 'yoy_target', 'capex'])
  expect(textsAt('revenue + |', true)).toContain('quarter_index')
  for (const marked of ['12|', '1.|']) expect(textsAt(marked, true)).toBeNull()
})

test('[FB3] a name written out is complete, though others contain it', () => {
  const isCompleteAt = (marked: string): boolean => {
    const found = at(marked)
    return found !== null && isComplete(marked.replace('|', ''), found)
  }
  expect(isCompleteAt('1 + revenue|')).toBe(true)
  expect(isCompleteAt('1 + revenu|')).toBe(false)
  expect(isCompleteAt('capex["FY26 Q2"|')).toBe(false)
  expect(isCompleteAt('capex["FY26 Q2|"')).toBe(true)
})
