import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { pastedModel, type PastedWish } from '#session/table/tableModel.ts'
import { sentenceOf, settled } from '../../model/sample.ts'
import { readAs } from './readAs.ts'

const table = [
  'USD m\tQ1 2024\tQ2 2024\tQ3 2024\tQ4 2024\tQ1 2025\tQ2 2025E',
  'P&L',
  'Revenue\t100\t110\t120\t130\t125\t121',
  'YoY\t8.0%\t9.1%\t7.5%\t6.2%\t25.0%\t10.0%',
  'Capex\t10\tsee note\t12\t13\t14\t15',
].join('\n')

const wish: PastedWish = {
  ...{ name: 'Pasted', yearEndMonth: 12, yearNamedBy: 'end', currency: 'usd', scale: 'm' },
  ...{ lastActual: '2025-03', forecastQuarters: 3, areFormulasTaken: true },
}

let ids = 0
const newId = (): string => `id${(ids += 1)}`

const made = (change: Partial<PastedWish> = {}) =>
  settled(pastedModel(readAs(table), { ...wish, ...change }, 'm', newId))

describe('a model from a pasted table', () => {
  test('[MD7] has the table’s sections, its numbers in Base, and a forecast as long as asked or as the table', () => {
    const model = made()
    expect(model).toMatchObject({
      ...{ name: 'Pasted', currency: 'USD', lastActual: '2025-03' },
      timeline: { first: '2024-03', last: '2025-12' },
      sections: ['P&L', 'Growth', 'Drivers', 'Checks'],
    })
    expect(made({ forecastQuarters: 0 }).timeline.last).toBe('2025-06')
    const results = calculate(model)
    const revenue = model.lines[0]?.id ?? ''
    expect([results.valueOf('base', revenue, '2024-03'), results.valueOf('base', revenue, '2025-06')]).toEqual([
      100, 121,
    ])
    expect(results.yearOf('base', revenue, 2024)).toBe(460) // 100 + 110 + 120 + 130
  })

  test('[MD9] growth is computed where it has a base, or typed throughout where that is not wanted', () => {
    const [, growth] = made().lines
    expect(growth?.formula).toBe('yoy(revenue)')
    const results = calculate(made())
    const id = results.model.lines[1]?.id ?? ''
    expect(results.valueOf('base', id, '2024-06')).toBe(0.091)
    expect(results.valueOf('base', id, '2025-06')).toBeCloseTo(0.1, 12)
    expect(results.model.rows.get('base')?.get('2025-06')?.entries.has(id)).toBe(false)
    const typed = made({ areFormulasTaken: false })
    expect(typed.lines[1]?.formula).toBeNull()
    expect(
      typed.rows
        .get('base')
        ?.get('2025-06')
        ?.entries.get(typed.lines[1]?.id ?? ''),
    ).toBe(0.1)
  })

  test('[MD8] what could not be read stands as a note in its cell', () => {
    const model = made()
    const capex = model.lines[2]?.id ?? ''
    const row = model.rows.get('base')?.get('2024-06')
    expect(row?.entries.has(capex)).toBe(false)
    expect(row?.notes.get(capex)).toEqual({ text: 'The pasted table has “see note” here.', source: null })
  })

  test('[MD7] with nothing reported all of it is forecast', () => {
    expect(made({ lastActual: null, forecastQuarters: 0 })).toMatchObject({
      lastActual: null,
      timeline: { first: '2024-03', last: '2025-06' },
    })
  })

  test.each([
    [{ name: ' ' }, 'Give the model a name, such as the company’s.'],
    [{ currency: 'dollars' }, '“dollars” is not a currency: write its three letters, such as USD.'],
    [{ forecastQuarters: null }, 'Quarters to forecast takes a whole number, 0 or more.'],
  ] as const)('[MD7] with %o is refused', (change, sentence) => {
    expect(sentenceOf(pastedModel(readAs(table), { ...wish, ...change }, 'm', newId))).toBe(sentence)
  })
})
