// Each kind of finding on a model small enough to be worked out by hand.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { findingsOf } from '#analysis/finding/findings.ts'
import { example } from '../examples/alibaba.ts'
import { commitment } from '../model/sample.ts'
import { modelText } from '../support/modelText.ts'
import { changed, enter, formula, found, kinds } from './found.ts'

const header = 'FY24 Q1 to FY26 Q4, actual to FY25 Q4'
const history = '100 120 110 140 105 126 116 147'

describe('what is wrong', () => {
  test('[PB1] a formula that cannot be read, a failed check and a draft are problems', () => {
    const model = modelText(`${header}\nrevenue ${history}\nwrong = revenu * 2`)
    expect(found(model, 'wrong')).toMatchObject([{ kind: 'formula', severity: 'problem' }])
    // The year’s capex is 85,972: with 24,613 for 24,612 in its last quarter it is off by 1.
    const off = found(changed(example, enter('capex', '2025-03', 24_613)), 'capex_check')
    expect(off).toMatchObject([{ kind: 'check', severity: 'problem', place: { quarter: '2025-03' } }])
    const drafts = [{ line: 'fcf_margin', scenario: 'base', text: 'free_cash_flow /' }]
    expect(findingsOf(calculate(example), drafts)[0]).toMatchObject({ kind: 'draft', about: 'free_cash_flow /' })
  })

  test('[PB1] a check that fails is one finding, in however many quarters and scenarios, at the first of them', () => {
    const short = 'FY26 Q1 to FY26 Q2'
    const written = modelText(`${short}\noff = 5\nbull:\noff = 10\nbear:\noff = 10\nmild:\noff = 5`)
    const model = changed(written, { kind: 'change line', line: 'id of off', change: { tolerance: 1 } })
    expect(found(model, 'off')).toMatchObject([
      {
        ...{ kind: 'check', severity: 'problem', place: { scenario: 'base', quarter: '2025-06' } },
        sentence: 'off fails in 2 quarters of Base, bull, bear and mild, first in FY26 Q1: off by 5.0 count.',
      },
    ])
  })

  test('[PB1] a check that fails names what may be behind it', () => {
    const lines = 'one 60 71 66 85 62 77 70 88\ntwo 40 49 44 55 43 49 46 59\ntotal 100 120 110 140 105 126 116 147'
    const written = modelText(`${header}\n${lines} = one - two\ncheck = total - one - two\nsum = one - two`)
    const model = changed(
      changed(written, enter('id of total', '2025-03', 147_000)),
      formula('id of total', 'one + two'),
      { kind: 'change line', line: 'id of check', change: { tolerance: 1 } },
    )
    const [check] = found(model, 'check')
    expect(check?.sentence).toMatch(
      /^check is off by 146,853\.0 count in FY25 Q4 of Base\. It may come from this: total FY25 Q4: /,
    )
  })

  test('[PB3] [PB7] a number typed a thousand times too large is told once, and not of what is calculated from it', () => {
    const model = modelText(`${header}
      one 60 71 66 85 62 77 70 88 = one[-4] * (1 + growth)
      two 40 49 44 55 43 49 46 59 = two[-4] * (1 + growth)
      total 100 120 110 140 105 126 116 147 = one + two
      cost 50 60 55 70 52 63 58 74 = total * cost_ratio
      cost_ratio constant = 50%
      profit = total - cost
      growth rate driver . . . . . . . . 0.05 0.05 0.05 0.05
      bull:
      growth . . . . . . . . 0.1 0.1 0.1 0.1`)
    const before = found(model).length
    const wrong = found(changed(model, enter('id of one', '2025-03', 88_000)))
    expect(wrong.filter(({ severity }) => severity !== 'remark')).toMatchObject([
      { kind: 'scale', place: { line: 'id of one', quarter: '2025-03' } },
    ])
    expect(wrong).toHaveLength(before + 1)
  })

  test('[PB1] a doubt of units is a warning, with its suggestion as the mending', () => {
    const [warning] = found(changed(example, formula('fcf_margin', 'ttm(fcf_margin[-1])')), 'fcf_margin')
    expect(warning).toMatchObject({ kind: 'units', severity: 'warning' })
  })
})

describe('what is typed', () => {
  test('[PB2] over a formula in the forecast, in Base and in a scenario; the mending takes it out', () => {
    const model = changed(
      example,
      enter('revenue', '2025-12', 310_000),
      enter('revenue', '2026-03', 290_000),
      enter('capex', '2026-06', 40_000, 'bull'),
    )
    expect(found(model).filter(({ kind }) => kind === 'override')).toMatchObject([
      { place: { line: 'revenue', scenario: 'base', quarter: '2025-12' }, about: '310000 290000' },
      { place: { line: 'capex', scenario: 'bull', quarter: '2026-06' } },
    ])
    const mending = found(model, 'revenue').find(({ kind }) => kind === 'override')?.mending
    if (mending?.by !== 'edits') throw new Error('it is mended by edits')
    expect(kinds(changed(model, ...mending.edits), 'revenue')).toEqual([])
  })

  test('[PB2] over a formula in the past of a line that is calculated', () => {
    const model = changed(example, enter('revenue_usd', '2024-09', 33_000))
    expect(found(model, 'revenue_usd')).toMatchObject([{ kind: 'override', place: { quarter: '2024-09' } }])
    // Revenue 236,503 over 7.0176: 33,701 in the release.
    expect(found(model, 'revenue_usd')[0]?.sentence).toContain('which gives 33,701 US$ m')
  })

  test.each([
    ['another sign', -147, 'sign', 147],
    ['thousands for units', 147_000, 'scale', 147],
    ['a tenth', 14.7, 'scale', 147],
  ])('[PB3] %s is told beside the others, and mended', (_, value, kind, right) => {
    const model = modelText(`${header}\nrevenue ${history.replace('147', String(value))}`)
    const [slip, ...others] = found(model, 'revenue')
    expect(others).toEqual([])
    expect(slip).toMatchObject({ kind, severity: 'warning', place: { quarter: '2025-03' } })
    if (slip?.mending?.by !== 'edits') throw new Error('it is mended by edits')
    expect(slip.mending.edits).toMatchObject([{ kind: 'enter', entry: right }])
  })

  test('[PB3] a number repeated, and a gap in the middle', () => {
    const repeated = modelText(`${header}\nrevenue 10000 12011 11023 14137 10519 12602 12602 14704`)
    expect(found(repeated, 'revenue')).toMatchObject([{ kind: 'repeat', place: { quarter: '2024-12' } }])
    const gap = modelText(`${header}\nrevenue 10000 12011 11023 14137 . 12602 11604 14704`)
    expect(found(gap, 'revenue')).toMatchObject([{ kind: 'gap', place: { quarter: '2024-06' } }])
  })

  test('[PB3] a line that was reported with both signs has no wrong one', () => {
    const model = modelText(`${header}\nprofit 30 -20 25 -31 28 -22 27 -30`)
    expect(kinds(model, 'profit')).toEqual([])
  })
})

describe('formulas', () => {
  test('[PB4] a sign is found by the past: the formula with the other sign fits', () => {
    const lines = `${header}\nrevenue ${history}\ncost 60 71 66 85 62 77 70 88\nprofit 40 49 44 55 43 49 46 59`
    expect(kinds(modelText(`${lines} = revenue - cost`), 'profit')).toEqual([])
    const [slip] = found(modelText(`${lines} = revenue + cost`), 'profit')
    expect(slip?.kind).toBe('sign')
    if (slip?.mending?.by !== 'edits') throw new Error('it is mended by edits')
    expect(slip.mending.edits).toEqual([formula('id of profit', 'revenue - cost')])
  })

  test('[PB4] one number that misses where the formula fits all others is named', () => {
    const model = modelText(
      `${header}\na 40 49 44 55 43 49 46 59\nb 60 71 66 85 62 77 70 88\nboth 100 120 110 140 115 126 116 147 = a + b`,
    )
    // 43 + 62 = 105
    expect(found(model, 'both')).toMatchObject([{ kind: 'total', place: { quarter: '2024-06' } }])
    expect(found(model, 'both')[0]?.sentence).toContain('gives 105')
  })

  test('[PB4] a series typed a quarter late is told, and moved back', () => {
    const model = modelText(
      `${header}\na 40 49 44 55 43 49 46 59\nb 60 71 66 85 62 77 70 88\nboth . 100 120 110 140 105 126 116 = a + b`,
    )
    const slip = found(model, 'both').find(({ kind }) => kind === 'shift')
    if (slip?.mending?.by !== 'edits') throw new Error('it is mended by edits')
    expect(slip.mending.edits.slice(0, 2)).toMatchObject([{ entry: 100 }, { entry: 120 }])
  })

  test.each([
    ['yoy with an odd lag', 'revenue_yoy', 'revenue / revenue[-3] - 1', 'lag'],
    ['a window of three quarters', 'capex_ttm', 'sum(capex[-2:0])', 'lag'],
    ['another quarter beside the own', 'capex_intensity', 'capex / revenue[-1]', 'shift'],
    ['a part added to its whole', 'rest_revenue', 'revenue + cloud_revenue', 'sign'],
    ['growth taken off', 'cloud_revenue', 'cloud_revenue[-4] * (1 - cloud_growth)', 'sign'],
    ['a number in the formula', 'free_cash_flow', 'adjusted_ebita * 0.93 - capex_fcf', 'constant'],
    ['a power of ten', 'capex_fcf', 'capex * fcf_share * 1000', 'scale'],
    ['per cents of different bases', 'fcf_margin', 'revenue_yoy + cloud_yoy', 'per cent'],
    ['rates of two quarters added', 'cloud_acceleration', 'cloud_yoy + cloud_yoy[-1]', 'per cent'],
  ])('[PB5] %s', (_, line, text, kind) => {
    expect(kinds(changed(example, formula(line, text)), line)).toContain(kind)
  })

  test('[PB5] an odd lag is mended in its own bracket, whatever numbers stand before it', () => {
    const model = modelText(`${header}\nrevenue ${history}\nstep = revenue - (revenue-3)[-3] + revenue[0]`)
    const lag = found(model, 'step').find(({ kind }) => kind === 'lag')
    expect(lag?.sentence).toContain('Is (revenue-3)[-4] meant?')
    if (lag?.mending?.by !== 'edits') throw new Error('it is mended by edits')
    expect(lag.mending.edits).toEqual([formula('id of step', 'revenue - (revenue-3)[-4] + revenue[0]')])
  })

  test('[PB5] a total that leaves one of its kind out', () => {
    const lines = 'a_revenue 10 11 12 13\nb_revenue 20 21 22 23\nc_revenue 30 31 32 33'
    const model = modelText(`FY25 Q1 to FY26 Q4, actual to FY25 Q4\n${lines}\ntotal = a_revenue + b_revenue`)
    expect(found(model, 'total')[0]).toMatchObject({ kind: 'total' })
    expect(found(model, 'total')[0]?.sentence).toContain('leaves out c_revenue')
  })
})

describe('lines', () => {
  test('[PB6] a driver that nothing reads is told; a line that is only shown is not', () => {
    const model = modelText(`${header}\nrevenue ${history}\nspare rate driver . . . . . . . . 0.1`)
    expect(kinds(model, 'spare')).toEqual(['unused', 'reason'])
    expect(kinds(model, 'revenue')).toEqual([])
  })

  test('[PB6] a driver that only goes on from itself is read by nothing', () => {
    const driver = 'rate driver . . . . . . . . 0.1'
    const lines = `${header}\nrevenue ${history} = revenue[-4] * (1 + growth)\ngrowth ${driver} = growth[-1]`
    expect(kinds(modelText(lines), 'growth')).not.toContain('unused')
    expect(kinds(modelText(`${lines}\nspare ${driver} = spare[-1]`), 'spare')).toContain('unused')
    // A scenario's formula reads it, or would if it could be read.
    const bull = `${lines}\nspare ${driver} = spare[-1]\nbull:\nrevenue = revenue[-4] * (1 + spare)`
    expect(kinds(modelText(bull), 'spare')).not.toContain('unused')
    expect(kinds(modelText(`${lines}\nspare ${driver} = spare[-1]\nbroken = spare * revenu`), 'spare')).not.toContain(
      'unused',
    )
  })

  test('[PB6] a driver that a commitment counts is read', () => {
    const written = modelText(`${header}\nrevenue ${history}\nspare rate driver . . . . . . . . 0.1`)
    const reading = { ...commitment().reading, counts: 'spare * revenue' }
    const plan = commitment({ section: 'All', reading, otherReadings: [] })
    const model = changed(written, { kind: 'insert commitment', commitment: plan, at: 0 })
    expect(kinds(written, 'spare')).toContain('unused')
    expect(kinds(model, 'spare')).not.toContain('unused')
  })

  test('[PB6] an assumption without a note on a line without a description is a remark', () => {
    const model = modelText(
      `${header}\nrevenue ${history} = revenue[-4] * (1 + growth)\ngrowth rate driver . . . . . . . . 0.05`,
    )
    expect(found(model, 'growth')).toMatchObject([{ kind: 'reason', severity: 'remark', mending: { by: 'note' } }])
  })

  test('[PB7] an odd assumption is told once, and not again in what only follows from it', () => {
    const model = changed(example, enter('cloud_growth', '2026-03', 9))
    expect(findingsOf(calculate(model)).filter(({ severity }) => severity !== 'remark')).toMatchObject([
      { kind: 'scale', place: { line: 'cloud_growth', quarter: '2026-03', scenario: 'base' } },
    ])
  })

  test('[PB7] a forecast with a sign that no quarter of the past has is told, in its scenario', () => {
    const model = changed(example, enter('rest_growth', '2025-12', -2.5, 'bear'))
    const slip = found(model, 'revenue').find(({ kind }) => kind === 'sign')
    expect(slip).toMatchObject({ severity: 'warning', place: { scenario: 'bear', quarter: '2025-12' } })
    expect(slip?.sentence).toContain('rest_growth')
  })

  test('[PB7] a number typed over a formula is told once, and is not said to be calculated', () => {
    // 428,520 over 31,742 a year before: 13.5 times; Bull and Bear inherit the same number.
    const steps = found(changed(example, enter('cloud_revenue', '2025-12', 428_520)), 'cloud_revenue').filter(
      ({ kind }) => kind === 'outlier',
    )
    expect(steps).toMatchObject([{ place: { scenario: 'base', quarter: '2025-12' } }])
    expect(steps[0]?.sentence).toContain('13.5 times')
    expect(steps[0]?.sentence).not.toContain('calculated')
  })

  test('[PB7] a per cent typed as a plain number is told', () => {
    expect(kinds(changed(example, enter('cloud_growth', '2025-12', 35)), 'cloud_growth')).toContain('scale')
    expect(kinds(changed(example, formula('cash_conversion', '95')), 'cash_conversion')).toContain('scale')
  })
})
