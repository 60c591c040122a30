// What typing into a cell would do: the edits, where they land, in which words, and what is asked first.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { shownUnit } from '#model/figure.ts'
import { isProblem } from '#model/problem.ts'
import type { Model } from '#model/model.ts'
import type { Scale } from '#model/unit.ts'
import { readColumnId } from '#session/column.ts'
import { proposeNumber, whyLocked, type Proposal, type Target } from '#session/proposal.ts'
import { lineOf } from '#model/model.ts'
import { settled } from '../model/sample.ts'
import { typed as model } from './typed.ts'

const targetOf = (
  line: string,
  column: string,
  shown = 'base',
  scale: Scale | null = null,
  of: Model = model,
): Target => {
  const read = readColumnId(column)
  if (read === null) throw new Error(`no column ${column}`)
  const { unit } = lineOf(of, line)
  return { shown, line: lineOf(of, line), column: read, unit: shownUnit(unit, scale) }
}

const typing = (text: string, line: string, column: string, shown = 'base', scale: Scale | null = null): Proposal => {
  const proposal = settled(proposeNumber(calculate(model), targetOf(line, column, shown, scale), text))
  if ('opensFormula' in proposal) throw new Error('opens the formula')
  return proposal
}

const refusal = (text: string, line: string, column: string, shown = 'base'): string => {
  const proposal = proposeNumber(calculate(model), targetOf(line, column, shown), text)
  return isProblem(proposal) ? proposal.sentence : 'not refused'
}

describe('where it lands', () => {
  test('[L1] typed on a reported quarter it is Base’s, and the remark says so', () => {
    expect(typing('250,000', 'revenue', '2025-09', 'bull')).toEqual({
      edits: [
        { kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'revenue', entry: 250000 },
        {
          kind: 'note',
          scenario: 'base',
          quarter: '2025-09',
          line: 'revenue',
          note: { text: 'Typed over 110,000 RMB m. It read: Release', source: null },
        },
      ],
      label: 'Revenue FY26 Q2 in Base: 110,000 → 250,000 RMB m',
      landing: 'base',
      remark: 'Landed in Base: reported numbers are Base’s.',
      doubt: null,
    })
    expect(typing('250,000', 'revenue', '2025-09', 'base').remark).toBeNull()
  })

  test('[L1] typed on the forecast or on a driver it is the shown scenario’s', () => {
    expect(typing('300bn', 'revenue', '2025-12', 'bull')).toMatchObject({
      edits: [{ kind: 'enter', scenario: 'bull', quarter: '2025-12', line: 'revenue', entry: 300000 }],
      label: 'Revenue FY26 Q3 in Bull: 300,000 RMB m',
      landing: 'bull',
      remark: null,
    })
    expect(typing('5', 'growth', '2025-09', 'bull')).toMatchObject({
      edits: [{ kind: 'enter', scenario: 'bull', quarter: '2025-09', line: 'growth', entry: 0.05 }],
      remark: null,
    })
  })

  test('[L2] a constant typed in a scenario is a formula of its own there', () => {
    expect(typing('4', 'fade', 'constant', 'bull')).toEqual({
      edits: [{ kind: 'formula', scenario: 'bull', line: 'fade', formula: '4%' }],
      label: 'Fade in Bull: 1.0 → 4.0 points',
      landing: 'bull',
      remark: null,
      doubt: null,
    })
    expect(typing('400bn', 'plan.amount', 'constant').edits).toEqual([
      { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: '400000' },
    ])
  })
})

describe('with the view in bn', () => {
  test('[N1] a plain number is in bn, in a cell and on a constant; what is kept is in the line’s own scale', () => {
    expect(typing('0.245', 'costs', '2025-12', 'base', 'bn')).toMatchObject({
      edits: [{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'costs', entry: 245 }],
      label: 'Costs FY26 Q3 in Base: 245 RMB m',
      doubt: null,
    })
    expect(typing('245m', 'costs', '2025-12', 'base', 'bn').edits[0]).toMatchObject({ entry: 245 })
    expect(typing('400', 'plan.amount', 'constant', 'bull', 'bn').edits).toEqual([
      { kind: 'formula', scenario: 'bull', line: 'plan.amount', formula: '400000' },
    ])
  })

  test('[N1] per cents are as ever', () => {
    expect(typing('12', 'growth', '2025-12', 'base', 'bn').edits[0]).toMatchObject({ entry: 0.12 })
  })
})

test('[E8] the label says what the number was and what it is now, the unit once', () => {
  expect(typing('40', 'growth', '2026-03').label).toBe('Growth FY26 Q4 in Base: 12.0 → 40.0 %')
  expect(typing('-3', 'costs', '2026-03').label).toBe('Costs FY26 Q4 in Base: 250 → −3 RMB m')
  expect(typing('40', 'growth', '2025-12').label).toBe('Growth FY26 Q3 in Base: 40.0 %')
  expect(typing('400', 'costs', '2026-06', 'bull').label).toBe('Costs FY27 Q1 in Bull: 300 → 400 RMB m')
})

test('[P2] a commitment’s amount is more than 0', () => {
  for (const text of ['0', '-5'])
    for (const shown of ['base', 'bull'])
      expect(refusal(text, 'plan.amount', 'constant', shown)).toContain('is not an amount: type a number above 0.')
})

test.each(['-', '–', '—', '−', ' - '])('[N1] a lone dash, “%s”, is no number yet', (text) => {
  expect(refusal(text, 'costs', '2025-12')).toBe(`“${text.trim()}” is not a number yet. Type 0 for zero.`)
})

test.each([
  ['12.3', 1],
  ['12.345', 2],
  ['-0.5', 1],
  ['999.95', 2],
  ['12', null],
  ['1234.5', null],
])('[N1] the small amount “%s” brings its digits after the point along: %s', (text, decimals) => {
  // Costs are money, shown without any.
  expect(typing(text, 'costs', '2025-12').edits.slice(1)).toEqual(
    decimals === null ? [] : [{ kind: 'change line', line: 'costs', change: { decimals } }],
  )
})

test('[N1] the step is called by the number as it is shown then', () => {
  expect(typing('12.3', 'costs', '2025-12').label).toBe('Costs FY26 Q3 in Base: 12.3 RMB m')
})

test('[N1] a rate and a constant keep the digits they have', () => {
  expect(typing('35.25%', 'growth', '2025-12').edits).toHaveLength(1)
  expect(typing('1.25', 'fade', 'constant').edits).toHaveLength(1)
})

describe('sums', () => {
  test('[N3] a sum is computed, and its text becomes the note, without a source', () => {
    expect(typing('=85972-61360', 'costs', '2025-12').edits).toEqual([
      { kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'costs', entry: 24612 },
      {
        kind: 'note',
        scenario: 'base',
        quarter: '2025-12',
        line: 'costs',
        note: { text: '=85972-61360', source: null },
      },
    ])
    expect(typing('=250000+1', 'revenue', '2025-09').edits[1]).toMatchObject({
      note: { text: '=250000+1', source: null },
    })
  })

  test('[N3] a text with names opens the formula', () => {
    expect(proposeNumber(calculate(model), targetOf('costs', '2025-12'), '=revenue*2')).toEqual({
      opensFormula: 'revenue*2',
    })
  })

  test('[N3] on a constant names are refused', () => {
    expect(refusal('=revenue*2', 'fade', 'constant')).toBe(
      '“=revenue*2” has names in it, but Fade is one number for all quarters. Type a number, or a sum such as =35-1.',
    )
  })

  test('[N4] a text that is no number is refused in words', () => {
    expect(refusal('abc', 'costs', '2025-12')).toBe('“abc” is not a number. Type a number such as 39,824 or 39.8bn.')
    expect(refusal('5%', 'costs', '2025-12')).toContain('is a per cent, but this line is in RMB m')
  })
})

test.each([
  ['revenue', 'FY2026', 'A year is computed from its quarters: type into one of them.'],
  ['fade', '2025-12', 'Fade is one number for all quarters: type it in the Constant column.'],
  ['revenue', 'constant', 'Revenue differs by quarter: type into one of its quarters.'],
  ['plan.counted', '2025-12', 'Counted is computed from the commitment.'],
])('[L3] %s %s is locked', (line, column, sentence) => {
  expect(whyLocked(model, targetOf(line, column))).toBe(sentence)
  expect(refusal('5', line, column)).toBe(sentence)
})

test.each([
  ['revenue', '2025-12'],
  ['fade', 'constant'],
  ['plan.amount', 'constant'],
])('[L3] %s %s is not', (line, column) => {
  expect(whyLocked(model, targetOf(line, column))).toBeNull()
})
