import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { liftableConstants, sameElsewhere } from '#analysis/literal.ts'
import { proposeLift, suggestedLift } from '#session/lines/lift.ts'
import { columnOf, idOf, modelText } from '../../support/modelText.ts'
import { sentenceOf, settled } from '../../model/sample.ts'

const header = 'FY25 Q1 to FY25 Q4, actual to FY25 Q1'

/** The numbers found in one formula, as written. */
const found = (formula: string): readonly string[] => {
  const model = modelText(`${header}\ncapex 1 2 3 4\nrevenue 1 2 3 4\nx rate = ${formula}`)
  return liftableConstants(model, lineOf(model, idOf('x'))).map(({ text }) => text)
}

describe('numbers that could be lines', () => {
  test.each([
    ['capex * 0.95', ['0.95']],
    ['capex * (1 + 5%)', ['5%']],
    ['capex[-1] + 500', ['500']],
    ['-1 * capex - 0', []],
    ['round(capex / revenue, 2)', []],
    ['lag(capex, 2) + capex[-4]', []],
    ['cagr(revenue, 3)', []],
    ['sum(capex[-3:0]) / 4', []],
    ['revenue / 1000', []],
    ['capex ^ 2', []],
    ['if(fiscal_quarter == 4, capex * 1.2, capex)', ['1.2']],
    ['clamp(capex / revenue, 0, 0.3)', ['0.3']],
    ['0.95 * capex + 0.95 * revenue', ['0.95']],
    ['capex * 0.9 - revenue * .9', ['0.9', '.9']],
    ['(0.95) * capex', ['0.95']],
    ['capex *', []],
  ])('[LN9] in %s: %j', (formula, expected) => {
    expect(found(formula)).toEqual(expected)
  })

  test('[LN9] a constant line has none, and a scenario’s own formula is looked through too', () => {
    const model = modelText(`${header}\nshare constant = 0.95\ncapex 1 2 3 4\nx = capex\nbull:\nx = capex * 1.1`)
    expect(liftableConstants(model, lineOf(model, idOf('share')))).toEqual([])
    expect(liftableConstants(model, lineOf(model, idOf('x'))).map(({ text, scenario }) => [text, scenario])).toEqual([
      ['1.1', 'bull'],
    ])
  })
})

describe('lifting', () => {
  const model = modelText(
    `${header}\ncapex 100 200 . .\nx = capex * 0.95\ny = 0.95 * capex + 0.950 * capex\nbull:\nx = capex * 0.95 * 2`,
  )
  const [literal] = liftableConstants(model, lineOf(model, idOf('x')))
  if (literal === undefined) throw new Error('no literal')
  const wish = { ...suggestedLift(model, literal), label: 'Share of capex', key: 'capex_share' }

  test('[LN9] the number becomes a constant of the same text, and values stay to the last bit', () => {
    expect(suggestedLift(model, literal)).toMatchObject({
      ...{ label: 'Share of capex', key: 'capex_share', unit: { kind: 'percent' } },
    })
    const lift = settled(proposeLift(model, literal, wish, () => 'new'))
    const next = settled(applySoundly(model, lift.edits))
    expect(lineOf(next, 'new')).toMatchObject({ kind: 'constant', formula: '0.95', driver: true, key: 'capex_share' })
    expect(lineOf(next, idOf('x')).formula).toBe('capex * capex_share')
    // 100 · 0.95 and 200 · 0.95, in doubles.
    expect(columnOf(calculate(next), 'x').slice(0, 2)).toEqual([100 * 0.95, 200 * 0.95])
    expect(columnOf(calculate(next), 'x', 'bull')).toEqual(columnOf(calculate(model), 'x', 'bull'))
    expect(next.scenarios[1]?.formulas.get(idOf('x'))).toBe('capex * 0.95 * 2')
  })

  test('[LN9] everywhere: the same number is replaced however it is written, in every scenario', () => {
    expect(sameElsewhere(model, literal).map(({ text }) => text)).toEqual(['0.95', '0.95', '0.950'])
    const lift = settled(proposeLift(model, literal, { ...wish, everywhere: true }, () => 'new'))
    const next = settled(applySoundly(model, lift.edits))
    expect(lineOf(next, idOf('y')).formula).toBe('capex_share * capex + capex_share * capex')
    expect(next.scenarios[1]?.formulas.get(idOf('x'))).toBe('capex * capex_share * 2')
    expect(lift.formulas).toBe(3)
  })

  test('[LN9] a key that cannot be, or is another line’s, is refused', () => {
    expect(sentenceOf(proposeLift(model, literal, { ...wish, key: 'capex' }, () => 'new'))).toContain('already that of')
    expect(sentenceOf(proposeLift(model, literal, { ...wish, key: 'sum' }, () => 'new'))).toContain('formula language')
    expect(sentenceOf(proposeLift(model, literal, { ...wish, label: ' ' }, () => 'new'))).toContain('a label')
  })
})
