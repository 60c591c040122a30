// What is asked before a number is typed: it is a hundred times off its neighbours, or of the other sign.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { shownUnit } from '#model/figure.ts'
import { lineOf, type Model } from '#model/model.ts'
import { readColumnId } from '#session/column.ts'
import { proposeNumber, type Proposal, type Target } from '#session/proposal.ts'
import { settled } from '../model/sample.ts'
import { typed as model } from './typed.ts'

const targetOf = (line: string, column: string, shown = 'base', of: Model = model): Target => {
  const read = readColumnId(column)
  if (read === null) throw new Error(`no column ${column}`)
  return { shown, line: lineOf(of, line), column: read, unit: lineOf(of, line).unit }
}

const typing = (text: string, line: string, column: string, shown = 'base'): Proposal => {
  const proposal = settled(proposeNumber(calculate(model), targetOf(line, column, shown), text))
  if ('opensFormula' in proposal) throw new Error('opens the formula')
  return proposal
}

describe('doubts', () => {
  // The neighbours of costs FY26 Q3 are 240 and 250; those of growth are 10 % and 12 %.
  test.each([
    ['24000', 'costs', null],
    [
      '25000',
      'costs',
      'Costs FY26 Q3: 25,000 RMB m is more than a hundred times its neighbours, 240 RMB m and 250 RMB m. Is that what you mean?',
    ],
    [
      '2.4',
      'costs',
      'Costs FY26 Q3: 2.4 RMB m is less than a hundredth of its neighbours, 240 RMB m and 250 RMB m. Is that what you mean?',
    ],
    ['2.5', 'costs', null],
    [
      '-245',
      'costs',
      'Costs FY26 Q3: −245 RMB m has the other sign than its neighbours, 240 RMB m and 250 RMB m. Is that what you mean?',
    ],
    ['0', 'costs', null],
    [
      '-5',
      'growth',
      'Growth FY26 Q3: −5.0 % has the other sign than its neighbours, 10.0 % and 12.0 %. Is that what you mean?',
    ],
    ['0.11', 'growth', null],
    [
      '0.1',
      'growth',
      'Growth FY26 Q3: 0.1 % is less than a hundredth of its neighbours, 10.0 % and 12.0 %. Is that what you mean?',
    ],
    [
      '1200',
      'growth',
      'Growth FY26 Q3: 1,200.0 % is more than a hundred times its neighbours, 10.0 % and 12.0 %. Is that what you mean?',
    ],
  ])('[N8] %s on %s: %s', (text, line, doubt) => {
    expect(typing(text, line, '2025-12').doubt).toBe(doubt)
  })

  test('[N8] in bn, the question is in bn', () => {
    const of = (line: string, column: string, text: string) => {
      const target = targetOf(line, column)
      return proposeNumber(calculate(model), { ...target, unit: shownUnit(target.unit, 'bn') }, text)
    }
    expect(of('costs', '2025-12', '245')).toMatchObject({
      doubt:
        'Costs FY26 Q3: 245.000 RMB bn is more than a hundred times its neighbours, 0.240 RMB bn and 0.250 RMB bn. Is that what you mean?',
    })
    expect(of('plan.amount', 'constant', '0.0035')).toMatchObject({
      doubt: 'Plan: 0.0035 RMB bn is less than a hundredth of what it was, 0.380 RMB bn. Is that what you mean?',
    })
  })

  test('[N8] where the neighbours disagree, or there are none, nothing is asked', () => {
    // mixed stands at 1 before and 1,000 after; alone has no neighbour with a value.
    expect(typing('50000', 'mixed', '2025-12').doubt).toBeNull()
    expect(typing('200000', 'mixed', '2025-12').doubt).toContain('more than a hundred times')
    expect(typing('-1', 'mixed', '2025-12').doubt).toContain('has the other sign')
    expect(typing('5000000', 'alone', '2025-12').doubt).toBeNull()
  })

  test('[N8] at an end of the timeline one neighbour decides', () => {
    expect(typing('100000', 'revenue', '2025-06').doubt).toBeNull()
    expect(typing('1000', 'revenue', '2025-06').doubt).toContain(
      'less than a hundredth of its neighbours, 110,000 RMB m.',
    )
  })

  // Fade is 1 point, the amount 380 m.
  test.each([
    ['99', 'fade', null],
    ['150', 'fade', 'Fade: 150.0 points is more than a hundred times what it was, 1.0 points. Is that what you mean?'],
    ['0.01', 'fade', 'Fade: 0.01 points is less than a hundredth of what it was, 1.0 points. Is that what you mean?'],
    ['-1', 'fade', 'Fade: −1.0 points has the other sign than what it was, 1.0 points. Is that what you mean?'],
    ['0', 'fade', null],
    ['1', 'fade', null],
    [
      '500bn',
      'plan.amount',
      'Plan: 500,000 RMB m is more than a hundred times what it was, 380 RMB m. Is that what you mean?',
    ],
  ])('[N8] %s on %s, a constant, is held against what it was', (text, line, doubt) => {
    expect(typing(text, line, 'constant').doubt).toBe(doubt)
    expect(typing(text, line, 'constant', 'bull').doubt).toBe(doubt)
  })

  test('[N8] a constant that had no number is not asked about', () => {
    const lines = model.lines.map((line) => (line.id === 'fade' ? { ...line, formula: null } : line))
    const empty: Model = { ...model, lines }
    const target = targetOf('fade', 'constant', 'base', empty)
    expect(proposeNumber(calculate(empty), target, '-9000')).toMatchObject({ doubt: null })
  })

  test('[L2] the number a constant has, written otherwise, is no edit', () => {
    const lines = model.lines.map((line) => (line.id === 'fade' ? { ...line, formula: '0.015' } : line))
    const same: Model = { ...model, lines }
    const target = targetOf('fade', 'constant', 'base', same)
    expect(proposeNumber(calculate(same), target, '1.5')).toMatchObject({ edits: [] })
    expect(proposeNumber(calculate(same), target, '1.6')).toMatchObject({ edits: [{ formula: '1.6%' }] })
  })
})
