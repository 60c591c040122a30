import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { allLines, lineOf, type Model } from '#model/model.ts'
import { proposeDrop, proposeStep } from '#session/lines/lineMove.ts'
import { proposeKey, proposeLabel } from '#session/lines/lineName.ts'
import { proposeMoveToSection } from '#session/lines/section.ts'
import { example } from '../../examples/alibaba.ts'
import { line, sample, sentenceOf, settled } from '../../model/sample.ts'
import { done, shown } from './deeds.ts'

describe('moving', () => {
  const model = sample({ sections: ['Reported', 'Empty', 'Drivers', 'Pacing'] })
  test.each([
    [['costs'], -1, 'Reported: costs revenue · Empty:  · Drivers: growth fade · Pacing: '],
    [['revenue'], 1, 'Reported: costs revenue · Empty:  · Drivers: growth fade · Pacing: '],
    [['costs'], 1, 'Reported: revenue · Empty: costs · Drivers: growth fade · Pacing: '],
    [['growth'], -1, 'Reported: revenue costs · Empty: growth · Drivers: fade · Pacing: '],
    [['fade'], 1, 'Reported: revenue costs · Empty:  · Drivers: growth · Pacing: fade'],
    [['revenue', 'costs'], 1, 'Reported:  · Empty: revenue costs · Drivers: growth fade · Pacing: '],
    [['growth', 'fade'], -1, 'Reported: revenue costs · Empty: growth fade · Drivers:  · Pacing: '],
    [['costs', 'fade'], -1, 'Reported: costs revenue · Empty:  · Drivers: fade growth · Pacing: '],
  ] as const)('[LN2] %j by %i', (ids, by, expected) => {
    expect(shown(done(model, proposeStep(model, ids, by)))).toBe(expected)
  })

  test('[LN2] the first line says that it is the first, and a commitment’s that it stays', () => {
    expect(sentenceOf(proposeStep(model, ['revenue'], -1))).toContain('the first of the sheet already')
    expect(sentenceOf(proposeStep(model, ['plan.amount'], 1))).toContain('comes from a commitment')
    expect(sentenceOf(proposeMoveToSection(model, [lineOf(model, 'plan.amount')], 'Drivers'))).toContain('commitment')
  })

  test('[LN3] dropped under a heading a line is first there, behind a line right behind it', () => {
    const drop = (ids: readonly string[], section: string, after: string | null) =>
      shown(done(model, proposeDrop(model, ids, { section, after })))
    expect(drop(['costs'], 'Drivers', null)).toBe('Reported: revenue · Empty:  · Drivers: costs growth fade · Pacing: ')
    expect(drop(['fade'], 'Reported', 'revenue')).toBe(
      'Reported: revenue fade costs · Empty:  · Drivers: growth · Pacing: ',
    )
    expect(drop(['revenue', 'costs'], 'Drivers', 'growth')).toBe(
      'Reported:  · Empty:  · Drivers: growth revenue costs fade · Pacing: ',
    )
    expect(settled(proposeDrop(model, ['costs'], { section: 'Reported', after: 'revenue' })).edits).toEqual([])
    expect(settled(proposeDrop(model, ['costs'], { section: 'Reported', after: 'costs' })).edits).toEqual([])
  })

  test('[LN3] to a section by name: to its end, in their order, and a new one comes with them', () => {
    const both = [lineOf(model, 'revenue'), lineOf(model, 'costs')]
    expect(shown(done(model, proposeMoveToSection(model, both, 'Drivers')))).toBe(
      'Reported:  · Empty:  · Drivers: growth fade revenue costs · Pacing: ',
    )
    expect(shown(done(model, proposeMoveToSection(model, both, 'Fresh')))).toBe(
      'Reported:  · Empty:  · Drivers: growth fade · Pacing:  · Fresh: revenue costs',
    )
    expect(sentenceOf(proposeMoveToSection(model, both, ' '))).toContain('a name')
  })
})

describe('renaming', () => {
  test('[LN4] a key goes into every formula: lines’, scenarios’, what commitments count, and nothing else', () => {
    const base = sample()
    const model: Model = {
      ...base,
      scenarios: base.scenarios.map((each) =>
        each.id === 'bull' ? { ...each, formulas: new Map([['costs', 'revenue * 2 + revenue_x']]) } : each,
      ),
      lines: [...base.lines, line('revenue_x'), line('own', { formula: 'revenue["FY26 Q1"] + sum(revenue[-3:0])' })],
    }
    const next = done(model, proposeKey(model, lineOf(model, 'revenue'), ' sales '))
    expect(lineOf(next, 'revenue')).toMatchObject({ key: 'sales', formula: 'sales[-1] * (1 + growth)' })
    expect(lineOf(next, 'own').formula).toBe('sales["FY26 Q1"] + sum(sales[-3:0])')
    expect(next.scenarios[1]?.formulas.get('costs')).toBe('sales * 2 + revenue_x')
    expect(next.commitments[0]?.reading.counts).toBe('sales')
    expect(next.commitments[0]?.otherReadings[0]?.counts).toBe('50% * sales')
  })

  test('[LN4] in the example no figure moves, whichever line gets another key', () => {
    const before = calculate(example)
    for (const key of ['cloud_revenue', 'capex', 'cloud_growth', 'usd_rate']) {
      const next = calculate(done(example, proposeKey(example, lineOf(example, key), `${key}_renamed`)))
      expect(next.problems).toEqual([])
      for (const { id } of allLines(example))
        expect(next.valueOf('bear', id, '2028-03')).toEqual(before.valueOf('bear', id, '2028-03'))
    }
  })

  test.each([
    ['costs', 'already that of “Line costs”'],
    ['Sales', 'small letters'],
    ['', 'small letters'],
    ['mean', 'formula language'],
    ['plan_amount', 'already that of'],
  ])('[LN4] the key %s is refused', (key, sentence) => {
    const model = sample()
    expect(sentenceOf(proposeKey(model, lineOf(model, 'revenue'), key))).toContain(sentence)
  })

  test('[LN4] a label is changed alone, never to nothing, and a commitment’s not at all', () => {
    const model = sample()
    expect(lineOf(done(model, proposeLabel(model, lineOf(model, 'costs'), ' Cost ')), 'costs').label).toBe('Cost')
    expect(sentenceOf(proposeLabel(model, lineOf(model, 'costs'), ' '))).toContain('a label')
    expect(sentenceOf(proposeLabel(model, lineOf(model, 'plan.amount'), 'x'))).toContain('commitment')
  })
})
