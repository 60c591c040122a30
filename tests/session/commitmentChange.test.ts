// Changing a commitment, in Base and in other scenarios: 500 m over four quarters from FY26 Q1 on capex of 100 a quarter.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { proposeCommitmentChange, type ChangeStart } from '#session/commitmentChange.ts'
import { dialogStart, proposeDialog, shownReadingName, typingCell } from '#session/commitmentDialog.ts'
import { wishOf, type CommitmentWish } from '#session/commitmentWish.ts'
import { inputPlace, landingChoices } from '#session/inputLanding.ts'
import { example } from '../examples/alibaba.ts'
import { line, sentenceOf, settled, textOf } from '../model/sample.ts'
import { promise, rmbM, withCapex } from '../support/commitmentModel.ts'

/** 500 m over four quarters from FY26 Q1 on capex of 100 a quarter; Bull under Base, Bear under Bull. */
const inMoney = (of: Model): Model => ({ ...of, lines: of.lines.map((each) => ({ ...each, unit: rmbM })) })

const model = inMoney(withCapex('100 100 100 100 100 100', {}, 'bull:\nbear under bull:'))
const [plan] = model.commitments
if (plan === undefined) throw new Error('no commitment')

const startIn = (shown: string, of: Model = model): ChangeStart => {
  const [commitment = plan] = of.commitments
  return { commitment, shown, scale: null, wish: wishOf(of, commitment, shown, null) }
}

const change = (shown: string, wish: Partial<CommitmentWish>, of: Model = model) => {
  const start = startIn(shown, of)
  return proposeCommitmentChange(of, start, { ...start.wish, ...wish })
}

const changed = (shown: string, wish: Partial<CommitmentWish>, of: Model = model): Model => {
  const { edits } = settled(change(shown, wish, of))
  const done = settled(applyReversibly(of, edits))
  expect(textOf(settled(applySoundly(done.model, done.inverse)))).toBe(textOf(of))
  return settled(applySoundly(of, edits))
}

const own = (of: Model, scenario: string): Record<string, string> =>
  Object.fromEntries(of.scenarios.find(({ id }) => id === scenario)?.formulas ?? [])

describe('a commitment that is changed', () => {
  test('[P24] as it was opened it changes nothing', () => {
    expect(settled(change('base', {})).edits).toEqual([])
    expect(settled(change('bear', {})).edits).toEqual([])
    expect(startIn('base').wish).toMatchObject({
      amount: '500',
      first: 'FY26 Q1',
      quarters: 4,
      note: 'said in February',
    })
    expect(wishOf(example, example.commitments[0] ?? plan, 'base', null).amount).toBe('380bn')
  })

  test('[P24] name, kind and note are the commitment’s, whatever scenario is shown; its key stays', () => {
    const after = changed('bull', { name: 'Less', kind: 'cap', note: 'said in May', source: 'example.com' })
    expect(after.commitments).toEqual([
      { ...plan, name: 'Less', kind: 'cap', note: { text: 'said in May', source: 'https://example.com' } },
    ])
    expect(settled(change('bull', { name: 'Less' })).label).toBe('Commitment Less: name changed')
  })

  test('[P24] in Base its inputs are the commitment’s own', () => {
    const after = changed('base', { amount: '0.6bn', plan: 'S-curve', quarters: 5, first: 'FY26 Q2' })
    expect(after.commitments).toEqual([
      {
        ...plan,
        ...{ amount: 600, plan: 'S-curve' },
        reading: { ...plan.reading, first: '2025-09', quarters: 5 },
      },
    ])
  })

  test('[P24] in another scenario they are its own, a constant at once and a formula where it is asked', () => {
    const after = changed('bull', { amount: '600', plan: 'back-loaded', first: 'FY26 Q3', quarters: 3 })
    expect(after.commitments).toEqual([plan])
    expect(own(after, 'bull')).toEqual({
      'plan.amount': '600',
      'plan.plan': '3',
      'plan.delay': '2',
      'plan.quarters': '3',
    })
    expect(settled(change('bull', { amount: '600', quarters: 3 })).label).toBe(
      'Commitment Plan: amount and length in bull changed',
    )
    expect(changed('bull', { counts: '2 * capex' }).commitments[0]?.reading.counts).toBe('2 * capex')
    const asked = changed('bull', { counts: '2 * capex', landings: { counting: 'own' } })
    expect([asked.commitments[0], own(asked, 'bull')]).toEqual([plan, { 'plan.counting': '2 * capex' }])
  })

  test('[P24] what lands above gives up the scenario’s own; what follows is as above', () => {
    const bold = changed('bull', { amount: '600' })
    const above = changed('bull', { amount: '700', landings: { amount: 'above' } }, bold)
    expect([above.commitments[0]?.amount, own(above, 'bull')]).toEqual([700, {}])
    // Bear inherits from Bull, whose own stands between it and Base.
    const inBull = changed('bear', { amount: '800', landings: { amount: 'above' } }, bold)
    expect([inBull.commitments[0]?.amount, own(inBull, 'bull'), own(inBull, 'bear')]).toEqual([
      500,
      { 'plan.amount': '800' },
      {},
    ])
    const followed = changed('bull', { landings: { amount: 'follow' } }, bold)
    expect([followed.commitments[0]?.amount, own(followed, 'bull')]).toEqual([500, {}])
    const place = (shown: string) => inputPlace(bold, plan, 'amount', shown)
    expect(landingChoices(bold, place('base'))).toEqual([])
    expect(landingChoices(bold, place('bull')).map(({ text }) => text)).toEqual([
      'only in bull',
      'in Base',
      'as in Base',
    ])
    expect(landingChoices(bold, place('bear')).map(({ text }) => text)).toEqual(['only in bear', 'in bull'])
  })

  test('[P24] starts that scenarios have of their own stay the quarters they were', () => {
    const late = changed('bull', { first: 'FY26 Q3' }) // two quarters after FY26 Q1
    const { said } = settled(change('base', { first: 'FY25 Q4' }, late))
    expect(said).toContain('bull keeps its own start, FY26 Q3.')
    const after = changed('base', { first: 'FY25 Q4' }, late)
    expect([after.commitments[0]?.reading.first, own(after, 'bull')]).toEqual(['2025-03', { 'plan.delay': '3' }])
    expect(calculate(after).valueOf('bull', 'plan.number', '2025-12')).toBe(1)
  })

  test('[P24] a delay that Base has ends with a new first quarter', () => {
    const delayed = settled(
      applySoundly(model, [{ kind: 'formula', scenario: 'base', line: 'plan.delay', formula: '1' } satisfies Edit]),
    )
    expect(startIn('base', delayed).wish.first).toBe('FY26 Q2')
    expect(changed('base', { first: 'FY26 Q3' }, delayed).commitments[0]?.reading).toMatchObject({
      first: '2025-12',
      delay: 0,
    })
  })

  test('[P24] another scale of the same money moves all that is typed along', () => {
    const inBn = {
      ...model,
      lines: [...model.lines, { ...line('capex_bn'), section: 'All', unit: { ...rmbM, scale: 'bn' as const } }],
    }
    const bold = settled(
      applySoundly(changed('bull', { amount: '600' }, inBn), [
        { kind: 'enter', scenario: 'base', quarter: '2025-06', line: 'plan.typed', entry: 150 },
      ]),
    )
    const after = changed('base', { counts: 'capex_bn' }, bold)
    expect(after.commitments[0]).toMatchObject({ unit: { scale: 'bn' }, amount: 0.5 })
    expect(own(after, 'bull')).toEqual({ 'plan.amount': '0.6' })
    expect(after.rows.get('base')?.get('2025-06')?.entries.get('plan.typed')).toBe(0.15)
  })

  test('[P24] a reading’s name follows its start and what it counts, as far as nothing else was said', () => {
    const named = inMoney(withCapex('100 100', { reading: { ...promise().reading, name: 'Total capex from FY26 Q1' } }))
    expect(changed('base', { first: 'FY26 Q2' }, named).commitments[0]?.reading.name).toBe('Total capex from FY26 Q2')
    expect(changed('base', { counts: '90% * capex' }, named).commitments[0]?.reading.name).toBe(
      '90 % of capex from FY26 Q1',
    )
    expect(changed('base', { readingName: 'Mine', first: 'FY26 Q2' }, named).commitments[0]?.reading.name).toBe('Mine')
  })

  test('[P24] it cannot count itself, and what cannot be is refused', () => {
    expect(sentenceOf(change('base', { counts: 'plan_counted' }))).toBe(
      '“plan_counted” is a line of this commitment: it cannot count itself. Choose another line.',
    )
    expect(sentenceOf(change('bull', { amount: 'much' }))).toContain('“much” is not a number.')
    const gone = { ...model, commitments: [] }
    expect(sentenceOf(proposeCommitmentChange(gone, startIn('base'), startIn('base').wish))).toContain('is gone')
  })

  test('[P25] a plan typed by quarter is filled with the plan there was, where it lands', () => {
    const filled = changed('bull', { plan: 'typed', isPlanFilled: true, quarters: 2 })
    expect(own(filled, 'bull')).toEqual({ 'plan.plan': '5', 'plan.quarters': '2' })
    const typed = (quarter: '2025-06' | '2025-09') => filled.rows.get('bull')?.get(quarter)?.entries.get('plan.typed')
    expect([
      typed('2025-06'),
      typed('2025-09'),
      filled.rows.get('base')?.get('2025-12')?.entries.has('plan.typed'),
    ]).toEqual([250, 250, false])
    const results = calculate(filled)
    expect(results.valueOf('bull', 'plan.planned', '2025-09')).toBe(500)
    expect(results.valueOf('base', 'plan.planned', '2025-09')).toBe(250)
    expect(changed('base', { plan: 'typed' }).rows).toBe(model.rows)
    expect(typingCell(model, 'plan')).toEqual({ line: 'plan.typed', column: '2025-06' })
  })
})

test('[P24] what nobody typed stands as it is, also where it could not be chosen', () => {
  const odd = withCapex('100 100') // capex counts pieces here
  expect(settled(change('base', { name: 'Pieces', amount: '7' }, odd)).edits).toEqual([
    { kind: 'change commitment', commitment: 'plan', change: { name: 'Pieces', amount: 7 } },
  ])
  expect(sentenceOf(change('base', { landings: { counting: 'own' } }, odd))).toContain('choose a line of money')
})

test('[P24] the dialog names what it would do as things are typed', () => {
  const fresh = settledStart(dialogStart(model, null, 'base', null))
  expect(shownReadingName(model, fresh, { ...fresh.wish, counts: '95% * capex', first: 'FY25 Q4' })).toBe(
    '95 % of capex from FY25 Q4',
  )
  expect(dialogStart(model, 'gone', 'base', null)).toBeNull()
  const start = settledStart(dialogStart(model, 'plan', 'bull', 'bn'))
  expect(start.wish.amount).toBe('0.5')
  const deed = settled(proposeDialog(model, start, { ...start.wish, amount: '0.7' }, () => 'new'))
  expect(deed).toMatchObject({ id: 'plan', edits: [{ scenario: 'bull', line: 'plan.amount', formula: '700' }] })
})

function settledStart<Start>(start: Start | null): Start {
  if (start === null) throw new Error('no start')
  return start
}
