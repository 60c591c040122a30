// The formula bar: where an edit lands, and the edit a text becomes.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { lineOf, type Model } from '#model/model.ts'
import type { Scale } from '#model/unit.ts'
import { faultIn } from '#session/formula/fault.ts'
import { constantCell, constantProblem, formulaStart, proposeFollowing, proposeFormula } from '#session/formulaEdit.ts'
import { sample, settled } from '../model/sample.ts'

const start = (line: string, shown: string, model: Model = sample(), scale: Scale | null = null) =>
  formulaStart(model, shown, lineOf(model, line), scale)

const withOwn = (line: string, formula: string): Model =>
  settled(applyEdits(sample(), [{ kind: 'formula', scenario: 'bull', line, formula }]))

describe('where a formula lands', () => {
  test.each([
    ['[L8] in Base, where its formula is Base’s', 'revenue', 'bear', 'base', true, false],
    ['[L8] in Base, shown Base', 'revenue', 'base', 'base', false, false],
    ['[L8] in Base where nobody has one', 'growth', 'bull', 'base', true, false],
    ['[L8] in the shown scenario where it has one of its own, an empty one too', 'costs', 'bear', 'bear', false, true],
    ['[L8] in Base where only a child has one', 'costs', 'bull', 'base', true, false],
    ['[L2] a constant’s in the shown scenario, though a parent holds it', 'fade', 'bear', 'bear', false, false],
    ['[L2] a constant’s in the shown scenario that has its own', 'fade', 'bull', 'bull', false, true],
    ['[L2] a constant’s in Base, shown Base', 'fade', 'base', 'base', false, false],
    ['[L2] a commitment’s amount likewise', 'plan.amount', 'bull', 'bull', false, false],
  ])('%s', (_, line, shown, landing, canBeOwn, isOwn) => {
    expect(start(line, shown)).toMatchObject({ landing, canBeOwn, isOwn, isLocked: false })
  })

  test('[L8] with the parent whose formula is shown', () => {
    const model = withOwn('revenue', 'costs')
    expect(start('revenue', 'bear', model)).toMatchObject({
      formula: 'costs',
      landing: 'bull',
      canBeOwn: true,
      isOwn: false,
    })
  })

  test('[L8] the bar starts from the formula that holds', () => {
    expect(start('revenue', 'bear').formula).toBe('revenue[-1] * (1 + growth)')
    expect(start('fade', 'bear').formula).toBe('2%')
    expect(start('growth', 'base').formula).toBe('')
  })

  test('[P1] a commitment’s other lines are locked', () => {
    expect(start('plan.ahead', 'base')).toMatchObject({ formula: 'plan_counted - plan_planned', isLocked: true })
    expect(start('plan.ahead', 'bull').isLocked).toBe(true)
  })
})

describe('the edit', () => {
  const propose = (line: string, text: string, landing: string) =>
    proposeFormula(sample(), lineOf(sample(), line), text, landing)

  test('[F11] a formula is kept as it was typed, never in another form', () => {
    const text = 'lag( costs,4 )*(1+.5)'
    expect(propose('revenue', text, 'base')?.edits).toEqual([
      { kind: 'formula', scenario: 'base', line: 'revenue', formula: text },
    ])
  })

  test.each(['costs * 2', ' costs * 2 ', '=costs * 2', '= costs * 2', '+costs * 2', '=+costs * 2', ' = + costs * 2'])(
    '[F1] “%s” is kept without what hands type first',
    (text) => {
      expect(propose('revenue', text, 'base')).toEqual({
        edits: [{ kind: 'formula', scenario: 'base', line: 'revenue', formula: 'costs * 2' }],
        label: 'Formula of Line revenue in Base: revenue[-1] * (1 + growth) → costs * 2',
      })
    },
  )

  test('[HS2] a change of a formula is called by what it was and is, each cut where it is long', () => {
    const long = Array.from({ length: 30 }, () => 'costs').join(' + ')
    // 60 signs at the most, the last of them the mark of what is cut.
    const cut = `${'costs + costs + costs + costs + costs + costs + costs + costs + '.slice(0, 59)}…`
    expect(propose('revenue', long, 'base')?.label).toBe(
      `Formula of Line revenue in Base: revenue[-1] * (1 + growth) → ${cut}`,
    )
  })

  test.each(['', ' ', '='])('[E5] an empty text, “%s”, takes Base’s formula away', (text) => {
    expect(propose('revenue', text, 'base')).toEqual({
      edits: [{ kind: 'formula', scenario: 'base', line: 'revenue', formula: null }],
      label: 'Formula of Line revenue in Base removed',
    })
  })

  test('[E5] elsewhere it is a formula of its own that gives no value', () => {
    expect(propose('revenue', '', 'bull')).toEqual({
      edits: [{ kind: 'formula', scenario: 'bull', line: 'revenue', formula: '' }],
      label: 'Formula of Line revenue in Bull: no value',
    })
    const results = calculate(withOwn('revenue', ''))
    // 110 in FY26 Q2 and growth of 10 %.
    expect(results.valueOf('base', 'revenue', '2025-12')).toBeCloseTo(121, 12)
    expect(results.valueOf('bull', 'revenue', '2025-12')).toBeNaN()
    expect(start('revenue', 'bull', results.model)).toMatchObject({ formula: '', landing: 'bull', isOwn: true })
  })

  test('[E5] a formula of its own can be given up for its parent’s', () => {
    const model = withOwn('revenue', '7')
    const { edits, label } = proposeFollowing(model, lineOf(model, 'revenue'), 'bull')
    expect(edits).toEqual([{ kind: 'formula', scenario: 'bull', line: 'revenue', formula: null }])
    expect(label).toBe('Line revenue in Bull follows its parent’s formula')
    const followed = settled(applyEdits(model, edits))
    expect(start('revenue', 'bull', followed)).toMatchObject({ landing: 'base', isOwn: false })
  })

  test('[E5] the same text is no edit, nor is removing what is not there', () => {
    expect(propose('revenue', '= revenue[-1] * (1 + growth)', 'base')).toBeNull()
    expect(propose('growth', ' ', 'base')).toBeNull()
    expect(propose('costs', '', 'bear')).toBeNull()
  })
})

test('[F2] a wrong text is cut into before, wrong and after, with a suggestion', () => {
  const model = sample()
  const faultOf = (text: string) =>
    faultIn(calculate(model), { line: lineOf(model, 'revenue'), scenario: 'base', text, scale: null })
  expect(faultOf('growht * 2')).toEqual({
    kind: 'unknown name',
    before: '',
    wrong: 'growht',
    after: ' * 2',
    sentence: 'There is no line “growht”. Did you mean “growth”?',
    suggestion: 'growth',
  })
  expect(faultOf('growth * 2')).toBeNull()
  expect(faultOf(' ')).toBeNull()
})

describe('a constant’s text is its cell’s', () => {
  const model = sample()
  const cellOf = (line: string, scale: Scale | null = null) => constantCell('bull', lineOf(model, line), scale)
  const wrongIn = (line: string, text: string, scale: Scale | null = null) =>
    constantProblem(calculate(model), present(cellOf(line, scale), 'a constant'), text)
  const sentence = (line: string, text: string, scale: Scale | null = null) =>
    wrongIn(line, text, scale)?.sentence ?? null

  test('[L2] the bar shows it in the unit its row shows', () => {
    expect(start('fade', 'base').formula).toBe('1%')
    expect(start('plan.amount', 'base').formula).toBe('380')
    expect(start('plan.amount', 'base', model, 'bn').formula).toBe('0.38')
    expect(cellOf('revenue')).toBeNull()
  })

  test('[L2] one that cannot be read is shown as it stands', () => {
    expect(start('fade', 'bull', withOwn('fade', 'revenue * 2')).formula).toBe('revenue * 2')
  })

  test('[L2] what its cell takes, the bar takes', () => {
    for (const text of ['1.5', '1.5%', '150bps', '=3-1.5', ' ', '']) expect(sentence('fade', text)).toBeNull()
    for (const text of ['400', '0.4bn', '=300+100', '=400m']) expect(sentence('plan.amount', text)).toBeNull()
  })

  test('[L2] [N4] what its cell refuses is refused in the same words', () => {
    expect(wrongIn('fade', 'abc')).toEqual({
      kind: null,
      before: '',
      wrong: 'abc',
      after: '',
      sentence: '“abc” is not a number. Type a number such as 8.7 or 870bps.',
      suggestion: null,
    })
    expect(sentence('plan.amount', '5%', 'bn')).toContain(
      'this line is in RMB bn. Type a number such as 39.8 or 39,800m.',
    )
    expect(sentence('plan.amount', '0')).toBe('“0” is not an amount: type a number above 0.')
    expect(sentence('fade', '=costs*2')).toBe(
      '“=costs*2” has names in it, but Line fade is one number for all quarters. Type a number, or a sum such as =35-1.',
    )
    expect(sentence('fade', '=')).toBe('“=” is not a number yet. Type a number, or a sum such as =35-1.')
  })
})
