import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { allLines, lineOf, type Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import type { Unit } from '#model/unit.ts'
import { proposeDrop, proposeStep } from '#session/lines/lineMove.ts'
import { proposeKey, proposeLabel, renamedDrafts } from '#session/lines/lineName.ts'
import { isGrave, lineRemovalOf, proposeLineRemoval, removalSentences } from '#session/lines/lineRemoval.ts'
import { proposeDecimals, proposeDriver, proposeKind, proposeTolerance, proposeUnit } from '#session/lines/lineField.ts'
import type { LineDeed } from '#session/lines/lineDeed.ts'
import {
  proposeMoveToSection,
  proposeSection,
  proposeSectionMove,
  proposeSectionName,
  proposeSectionRemoval,
} from '#session/lines/section.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { example } from '../../examples/alibaba.ts'
import { commitment, line, rmbM, sample, sentenceOf, settled } from '../../model/sample.ts'
import { columnOf, idOf, modelText } from '../../support/modelText.ts'

const done = (model: Model, deed: LineDeed | Problem): Model => settled(applySoundly(model, settled(deed).edits))

/** Sections with the keys of their own lines: `Reported: revenue costs · Drivers: growth`. */
const shown = (model: Model): string =>
  model.sections
    .map(
      (section) =>
        `${section}: ${model.lines
          .filter((each) => each.section === section)
          .map(({ key }) => key)
          .join(' ')}`,
    )
    .join(' · ')

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
    const drafts = [{ line: 'costs', scenario: 'base', text: 'revenue * (' }]
    expect(renamedDrafts(drafts, 'revenue', 'sales')[0]?.text).toBe('sales * (')
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

describe('deleting', () => {
  test('[LN5] who looks at it, what counts it, what is held against it and what is typed is said first', () => {
    const base = sample({ commitments: [commitment()] })
    const held = { consensus: 'revenue', low: null, high: null, tolerance: null }
    const model: Model = {
      ...base,
      lines: [...base.lines, line('margin', { formula: 'revenue - costs' }), line('beat', { expected: held })],
    }
    const removal = settled(lineRemovalOf(model, ['revenue']))
    expect(isGrave(removal)).toBe(true)
    expect(removalSentences(removal)).toEqual([
      '1 line looks at it: “Line margin”.',
      '“Revenue” of Plan and “Half of it” of Plan count it.',
      '“Line beat” would no longer be held against it.',
      '2 numbers and 1 note typed on it go too.',
    ])
    const next = settled(applySoundly(model, settled(proposeLineRemoval(model, removal, false)).edits))
    expect(next.lines.some(({ id }) => id === 'revenue')).toBe(false)
    expect(lineOf(next, 'margin').formula).toBe('revenue - costs')
    expect(lineOf(next, 'beat').expected).toBeNull()
    expect(calculate(next).problems.length).toBeGreaterThan(0)
  })

  test('[LN5] two partners of one line go in one step', () => {
    const base = sample()
    const expected = { consensus: 'a', low: 'b', high: 'b', tolerance: null }
    const model: Model = { ...base, lines: [...base.lines, line('a'), line('b'), line('c', { expected })] }
    const removal = settled(lineRemovalOf(model, ['a', 'b']))
    const next = settled(applySoundly(model, settled(proposeLineRemoval(model, removal, false)).edits))
    expect(lineOf(next, 'c').expected).toBeNull()
  })

  test('[LN5] a line that nothing looks at and that holds nothing goes without a question', () => {
    const model = modelText('FY25 Q1 to FY25 Q4\na 1\nb = a')
    expect(isGrave(settled(lineRemovalOf(model, [idOf('b')])))).toBe(false)
    expect(isGrave(settled(lineRemovalOf(model, [idOf('a')])))).toBe(true)
    expect(sentenceOf(lineRemovalOf(sample(), ['plan.amount']))).toContain('goes with the commitment')
  })

  test('[LN5] where its formula can stand for it, that is offered, and no value of a quarter moves', () => {
    const model = modelText(`FY25 Q1 to FY26 Q4
      a 1 2 3 4 5 6 7 8
      b 2 2 2 2 2 2 2 2
      gap = a - b
      half = gap / 2
      d = gap[-1] * 3 - half + yoy(gap) + sum(gap[-1:0])
      bull:
      d = -gap`)
    const removal = settled(lineRemovalOf(model, [idOf('gap'), idOf('half')]))
    expect(removal.canInline).toBe(true)
    const next = settled(applySoundly(model, settled(proposeLineRemoval(model, removal, true)).edits))
    expect(lineOf(next, idOf('d')).formula).toBe('(a - b)[-1] * 3 - ((a - b) / 2) + yoy((a - b)) + sum((a - b)[-1:0])')
    const [before, after] = [calculate(model), calculate(next)]
    expect(after.problems).toEqual([])
    for (const scenario of ['base', 'bull'])
      expect(columnOf(after, 'd', scenario)).toEqual(columnOf(before, 'd', scenario))
  })

  test.each([
    ['numbers are typed on it', 'gap 5 = a\nd = gap'],
    ['a scenario has another formula', 'gap = a\nd = gap\nbull:\ngap = 2 * a'],
    ['it looks at itself', 'gap = gap[-1] + a\nd = gap'],
    ['it has no formula', 'gap\nd = gap'],
    ['nothing looks at it', 'gap = a\nd = a'],
  ])('[LN5] that is not offered where %s', (_, lines) => {
    const model = modelText(`FY25 Q1 to FY25 Q4\na 1 2 3 4\n${lines}`)
    expect(settled(lineRemovalOf(model, [idOf('gap')])).canInline).toBe(false)
  })
})

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

  test('[LN11] a formula of other lines is divided, and per cents are no other numbers as ratios', () => {
    const base = sample()
    const model: Model = { ...base, lines: [...base.lines, line('net', { formula: 'revenue - costs' })] }
    const change = settled(proposeUnit(model, lineOf(model, 'net'), bn))
    if (change.kind !== 'question') throw new Error('no question')
    expect(lineOf(done(model, change.converted), 'net').formula).toBe('(revenue - costs) / 1000')
    const ratio = settled(proposeUnit(model, lineOf(model, 'growth'), { kind: 'ratio' }))
    expect(ratio.kind === 'deed' && ratio.deed.edits).toEqual([
      { kind: 'change line', line: 'growth', change: { unit: { kind: 'ratio' } } },
    ])
    expect(ratio.kind === 'deed' && ratio.deed.said).toContain('stay as they are')
  })
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
