import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf, type Model } from '#model/model.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Scale, Unit } from '#model/unit.ts'
import { proposeDecimals, proposeDriver, proposeKind, proposeTolerance } from '#session/lines/lineField.ts'
import { lastFigure, proposeUnit } from '#session/lines/lineUnit.ts'
import {
  proposeSection,
  proposeSectionMove,
  proposeSectionName,
  proposeSectionRemoval,
} from '#session/lines/section.ts'
import { isProblem } from '#model/problem.ts'
import { line, rmbM, sample, sentenceOf, settled } from '../../model/sample.ts'
import { idOf, modelText } from '../../support/modelText.ts'
import { done, shown } from './deeds.ts'

describe('the fields of a line', () => {
  const model = sample()
  const bn: Unit = { kind: 'currency', currency: 'RMB', scale: 'bn' }

  test('[LN10] what cannot be is refused in a sentence', () => {
    const revenue = lineOf(model, 'revenue')
    expect(sentenceOf(proposeDecimals(revenue, '2.5'))).toContain('whole number')
    expect(sentenceOf(proposeDecimals(revenue, ''))).toContain('whole number')
    expect(sentenceOf(proposeTolerance(revenue, '-1'))).toContain('0 or more')
    expect(sentenceOf(proposeTolerance(revenue, 'x'))).toContain('not a number')
    expect(sentenceOf(proposeUnit(model, revenue, { ...rmbM, currency: 'Yuan' } as Unit))).toContain('three letters')
    expect(sentenceOf(proposeUnit(model, revenue, { kind: 'exchange', currency: 'USD', per: 'USD' }))).toContain(
      'two currencies',
    )
    expect(lineOf(done(model, proposeTolerance(lineOf(model, 'growth'), '0.5')), 'growth').tolerance).toBe(0.005)
    expect(lineOf(done(model, proposeDecimals(revenue, '2')), 'revenue').decimals).toBe(2)
  })

  test('[LN12] a line with numbers, another formula or partners cannot be a constant, and says why', () => {
    expect(sentenceOf(proposeKind(model, lineOf(model, 'growth'), 'constant'))).toContain('2 numbers typed')
    const bare = modelText('FY25 Q1 to FY25 Q4\na = 1 + 1\nb = 2\nbull:\nb = a')
    expect(sentenceOf(proposeKind(bare, lineOf(bare, idOf('a')), 'constant'))).toContain('1 + 1')
    expect(sentenceOf(proposeKind(bare, lineOf(bare, idOf('b')), 'constant'))).toContain('the formula a')
    expect(lineOf(done(model, proposeKind(model, lineOf(model, 'fade'), 'rate')), 'fade').kind).toBe('rate')
  })

  test('[LN12] a driver that becomes none says whose numbers give way', () => {
    const driven = modelText('FY25 Q1 to FY25 Q4, actual to FY25 Q2\na rate driver 1 2 3 4\nbull:\na 5 6 7 8')
    expect(proposeDriver(driven, lineOf(driven, idOf('a')), false).said).toContain('2 numbers typed by scenarios')
  })

  test('[LN11] from m to bn numbers keep their meaning in every scenario, and every other figure stays', () => {
    const money = (key: string, formula: string | null, scale: 'm' | 'bn' = 'm') =>
      line(key, { formula, unit: { kind: 'currency', currency: 'RMB', scale } })
    const base = sample()
    const scaled: Model = {
      ...base,
      lines: [
        ...base.lines,
        money('net', 'revenue - 5'),
        line('again', { formula: 'yoy(revenue)', unit: { kind: 'percent' }, kind: 'rate' }),
        money('floor', '1000'),
      ],
    }
    const change = settled(proposeUnit(scaled, lineOf(scaled, 'revenue'), bn))
    if (change.kind !== 'question') throw new Error('no question')
    expect(change.sentence).toContain('1,000 RMB m becomes 1 RMB bn')
    const next = done(scaled, change.converted)
    expect(lineOf(next, 'revenue')).toMatchObject({ unit: bn, decimals: 3, formula: 'revenue[-1] * (1 + growth)' })
    expect(lineOf(next, 'net').formula).toBe('(revenue * 1000) - 5')
    expect(lineOf(next, 'again').formula).toBe('yoy(revenue)')
    expect(next.commitments[0]?.reading.counts).toBe('(revenue * 1000)')
    const [before, after] = [calculate(scaled), calculate(next)]
    // 100 m is 0.1 bn, 110 m is 0.11 bn, and 10 % more is 0.121 bn in Base, 20 % more 0.132 bn in Bull.
    expect(after.valueOf('base', 'revenue', '2025-06')).toBe(0.1)
    expect(after.valueOf('base', 'revenue', '2025-12')).toBeCloseTo(0.121, 12)
    expect(after.valueOf('bull', 'revenue', '2025-12')).toBeCloseTo(0.132, 12)
    expect(after.valueOf('base', 'net', '2025-12')).toBeCloseTo(before.valueOf('base', 'net', '2025-12'), 9)
    // Counted in RMB m: 100 + 110 + 121.
    expect(before.valueOf('base', 'plan.counted', '2025-12')).toBeCloseTo(331, 9)
    expect(after.valueOf('base', 'plan.counted', '2025-12')).toBeCloseTo(331, 9)
    expect(done(scaled, change.relabelled).rows).toBe(scaled.rows)
  })

  test('[LN11] the question tells by the line’s own last value what either choice comes to, and what is rewritten', () => {
    const usd = (scale: Scale): Unit => ({ kind: 'currency', currency: 'USD', scale })
    const company = modelText(`FY26 Q1 to FY26 Q4, actual to FY26 Q2
      net_income 100 120
      shares 200 250
      eps = net_income / shares
      twice = 2 * eps`)
    const model = { ...company, lines: company.lines.map((each) => ({ ...each, unit: usd('m') })) }
    const ask = (key: string) => {
      const of = lineOf(model, idOf(key))
      const change = settled(proposeUnit(model, of, usd(''), lastFigure(calculate(model), 'base', of)))
      if (change.kind !== 'question') throw new Error('no question')
      return change
    }
    // 120 / 250 = 0.48
    expect(ask('eps')).toMatchObject({
      isRelabelUsual: true,
      sentence:
        'eps goes from US$ m to US$. Converted, everything keeps its meaning in every scenario: FY26 Q2: 0.48 US$ m becomes 480,000 US$. Its own formula is rewritten to (net_income / shares) * 1000000. 1 formula with it is rewritten. Relabelled, it reads 0.48 US$.',
    })
    expect(ask('net_income')).toMatchObject({ isRelabelUsual: false })
    expect(ask('net_income').sentence).toContain('FY26 Q2: 120 US$ m becomes 120,000,000 US$. 1 formula with it')
  })

  test('[LN11] a formula of other lines is divided, and per cents are no other numbers as ratios', () => {
    const base = sample()
    const model: Model = { ...base, lines: [...base.lines, line('net', { formula: 'revenue - costs' })] }
    const change = settled(proposeUnit(model, lineOf(model, 'net'), bn))
    if (change.kind !== 'question') throw new Error('no question')
    expect(lineOf(done(model, change.converted), 'net').formula).toBe('(revenue - costs) / 1000')
    const ratio = settled(proposeUnit(model, lineOf(model, 'growth'), { kind: 'ratio' }))
    expect(ratio.kind === 'deed' && ratio.deed.edits).toEqual([
      { kind: 'change line', line: 'growth', change: { unit: { kind: 'ratio' }, decimals: 2 } },
    ])
    expect(ratio.kind === 'deed' && ratio.deed.said).toContain('stay as they are')
  })
})

test('[LN11] another kind of unit brings its kind and digits along where the line had the usual ones', () => {
  const base = sample()
  const margin = line('margin', { label: 'EBIT margin', unit: rmbM, kind: 'flow', decimals: 0 })
  const model: Model = { ...base, lines: [...base.lines, margin, { ...margin, id: 'own', key: 'own', decimals: 3 }] }
  const changed = (id: string, unit: Unit): LineItem => {
    const change = settled(proposeUnit(model, lineOf(model, id), unit))
    if (change.kind !== 'deed') throw new Error('a question')
    return lineOf(done(model, change.deed), id)
  }
  expect(changed('margin', { kind: 'percent' })).toMatchObject({ kind: 'rate', decimals: 1 })
  expect(changed('own', { kind: 'percent' })).toMatchObject({ kind: 'rate', decimals: 3 })
  expect(changed('margin', { kind: 'count' })).toMatchObject({ kind: 'flow', decimals: 0 })
  // A constant stays one.
  expect(changed('fade', { kind: 'percent' }).kind).toBe('constant')
})

describe('sections', () => {
  const model = sample()

  test('[LN13] one is added behind another, renamed with all that stands in it, and moved', () => {
    const added = done(model, proposeSection(model, ' Segments ', 'Reported'))
    expect(added.sections).toEqual(['Reported', 'Segments', 'Drivers', 'Pacing'])
    const renamed = done(model, proposeSectionName(model, 'Pacing', 'Pledges'))
    expect(renamed.sections).toEqual(['Reported', 'Drivers', 'Pledges'])
    expect(renamed.commitments[0]?.section).toBe('Pledges')
    expect(lineOf(renamed, 'plan.amount').section).toBe('Pledges')
    const lines = done(model, proposeSectionName(model, 'Drivers', 'Assumptions'))
    expect(shown(lines)).toBe('Reported: revenue costs · Assumptions: growth fade · Pacing: ')
    expect(done(model, proposeSectionMove(model, 'Drivers', -1)).sections).toEqual(['Drivers', 'Reported', 'Pacing'])
    expect(sentenceOf(proposeSectionMove(model, 'Reported', -1))).toContain('the first section already')
    expect(sentenceOf(proposeSectionMove(model, 'Pacing: workings', 1))).toContain('belongs to a commitment')
  })

  test.each(['', 'drivers', 'Pacing: workings'])('[LN13] the name “%s” is refused', (name) => {
    expect(isProblem(proposeSection(model, name, null))).toBe(true)
  })

  test('[LN13] an empty one is deleted; else its lines and commitments go to the section named', () => {
    const added = done(model, proposeSection(model, 'Segments', null))
    expect(done(added, proposeSectionRemoval(added, 'Segments', null)).sections).toEqual(model.sections)
    expect(sentenceOf(proposeSectionRemoval(model, 'Reported', null))).toBe(
      'Reported has 2 lines: choose the section they go to.',
    )
    expect(shown(done(model, proposeSectionRemoval(model, 'Reported', 'Drivers')))).toBe(
      'Drivers: growth fade revenue costs · Pacing: ',
    )
    const moved = done(model, proposeSectionRemoval(model, 'Pacing', 'Reported'))
    expect(moved.commitments[0]?.section).toBe('Reported')
  })
})
