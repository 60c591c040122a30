// The settings of a model: names of quarters follow, and what is typed and computed stays.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import { allLines, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { modelFault } from '#model/soundness.ts'
import { quartersOf } from '#model/timeline.ts'
import { proposeSettings, settingsOf, type SettingsDeed, type SettingsWish } from '#session/models/settings.ts'
import { sentenceOf, settled, textOf } from '../../model/sample.ts'
import { promise, withCapex } from '../../support/commitmentModel.ts'
import { idOf, modelText } from '../../support/modelText.ts'

const deedOf = (model: Model, change: Partial<SettingsWish>): SettingsDeed => {
  const deed = proposeSettings(model, { ...settingsOf(model), ...change }, [])
  if (deed === null || isProblem(deed)) throw new Error(`no deed: ${JSON.stringify(deed)}`)
  return deed
}

const after = (model: Model, change: Partial<SettingsWish>): Model => {
  const next = settled(applyEdits(model, deedOf(model, change).edits))
  expect(modelFault(next)).toBeNull()
  return next
}

/** Every value of every scenario, quarter by quarter. */
const figuresOf = (model: Model): readonly number[] => {
  const results = calculate(model)
  return model.scenarios.flatMap(({ id }) =>
    allLines(model).flatMap((line) =>
      quartersOf(model.timeline).map((quarter) => results.valueOf(id, line.id, quarter)),
    ),
  )
}

const model = modelText(`FY25 Q1 to FY26 Q4, actual to FY25 Q4
 revenue 100 110 120 130 = revenue["FY25 Q4"] + revenue["2025-03"]
 index rate = revenue / revenue["FY25 Q1"]
 bull:
 revenue = 2 * revenue["FY25 Q3"]`)

describe('the fiscal year', () => {
  test('[MD14] ends in another month by whole quarters: names in formulas follow, figures stay', () => {
    const moved = after(model, { yearEndMonth: 12 })
    // FY25 Q4 by March is the quarter to March 2025; with December as the end that is FY25 Q1, and June 2024 is FY24 Q2.
    expect(moved.lines.map(({ formula }) => formula)).toEqual([
      'revenue["FY25 Q1"] + revenue["2025-03"]',
      'revenue / revenue["FY24 Q2"]',
    ])
    // FY25 Q3 by March is December 2024, FY24 Q4.
    expect(moved.scenarios[1]?.formulas.get(idOf('revenue'))).toBe('2 * revenue["FY24 Q4"]')
    expect(moved.timeline).toEqual(model.timeline)
    expect(figuresOf(moved)).toEqual(figuresOf(model))
    expect(deedOf(model, { yearEndMonth: 12 })).toMatchObject({
      label: 'Model settings: fiscal year ends in December',
      said: 'FY25 Q4 becomes FY25 Q1. The quarters’ new names stand in 3 formulas.',
    })
  })

  test('[MD14] named by the year it starts in, the same quarters go by another year', () => {
    const moved = after(model, { yearNamedBy: 'start' })
    expect(moved.lines.map(({ formula }) => formula)).toEqual([
      'revenue["FY24 Q4"] + revenue["2025-03"]',
      'revenue / revenue["FY24 Q1"]',
    ])
    expect(figuresOf(moved)).toEqual(figuresOf(model))
    expect(deedOf(model, { yearNamedBy: 'start' }).label).toBe(
      'Model settings: fiscal year ends in March, named by the year it starts in',
    )
  })

  test('[MD14] all of it is one step, taken back to the letter', () => {
    const { edits } = deedOf(model, { yearEndMonth: 12, currency: 'usd', name: 'Other' })
    const applied = settled(applyReversibly(model, edits))
    expect(textOf(settled(applyEdits(applied.model, applied.inverse)))).toBe(textOf(model))
  })

  test('[MD15] does not end in a month where none of the quarters typed into does', () => {
    expect(sentenceOf(proposeSettings(model, { ...settingsOf(model), yearEndMonth: 1 }, []))).toBe(
      'Numbers are typed in quarters that end in March, June, September and December, so the fiscal year can end in one of these months only, not in January. It can end in any month while nothing is typed.',
    )
  })

  test('[MD15] ends in any month while nothing is typed: every quarter keeps its fiscal name', () => {
    const blank = {
      ...modelText('FY25 Q1 to FY26 Q4, actual to FY25 Q4\n a = b["FY25 Q2"] + b["2024-09"]\n b = 1'),
      rows: new Map(),
    }
    const moved = after(blank, { yearEndMonth: 1 })
    // FY25 with January as its end runs from February 2024: Q1 ends in April 2024, Q2 in July, Q4 in January 2025.
    expect(moved.timeline).toEqual({ first: '2024-04', last: '2026-01' })
    expect(moved.lastActual).toBe('2025-01')
    expect(moved.lines[0]?.formula).toBe('b["FY25 Q2"] + b["FY25 Q2"]')
  })
})

describe('readings of a commitment', () => {
  const paced = withCapex('10 20', {
    otherReadings: [
      {
        id: 'half',
        name: '50 % of capex from FY26 Q2',
        counts: '50% * capex',
        first: '2025-09',
        delay: 0,
        quarters: 4,
      },
      {
        id: 'own',
        name: 'As told in May',
        counts: 'if(capex["FY26 Q1"] > 1, capex, 0)',
        first: '2025-06',
        delay: 1,
        quarters: 4,
      },
    ],
  })

  test('[MD16] their names follow where they name the quarter the window begins in, and what they count does', () => {
    // FY26 Q2 by March is September 2025, FY25 Q3 by December; June 2025 is FY25 Q2.
    const [commitment] = after(paced, { yearEndMonth: 12 }).commitments
    expect(commitment?.otherReadings.map(({ name, counts, first }) => [name, counts, first])).toEqual([
      ['50 % of capex from FY25 Q3', '50% * capex', '2025-09'],
      ['As told in May', 'if(capex["FY25 Q2"] > 1, capex, 0)', '2025-06'],
    ])
    expect(figuresOf(after(paced, { yearEndMonth: 12 }))).toEqual(figuresOf(paced))
    expect(deedOf(paced, { yearEndMonth: 12 }).said).toContain('stand in 1 reading.')
  })

  test('[MD16] windows keep their fiscal names where the months change', () => {
    const blank = { ...paced, commitments: [promise()], rows: new Map() }
    // FY26 Q1 with April as the end ends in July 2025.
    expect(after(blank, { yearEndMonth: 4 }).commitments[0]?.reading.first).toBe('2025-07')
  })
})

describe('name, currency and scale', () => {
  test('[MD13] another currency and scale is that of new lines only', () => {
    const moved = after(model, { currency: ' usd ', scale: 'bn' })
    expect([moved.currency, moved.scale]).toEqual(['USD', 'bn'])
    expect(moved.lines).toEqual(model.lines)
    expect(deedOf(model, { currency: 'usd', scale: 'bn' }).label).toBe('Model settings: new lines in US$ bn')
  })

  test.each([
    [{ name: ' ' }, 'Give the model a name, such as the company’s.'],
    [{ name: 'OTHER' }, 'There is a model “OTHER” already: choose another name.'],
    [{ name: 'x'.repeat(121) }, 'A model’s name has at most 120 characters.'],
    [{ currency: 'yuan' }, '“yuan” is not a currency: write its three letters, such as USD.'],
  ])('[MD13] %o is refused', (change, sentence) => {
    const kept = [
      { id: 'other', name: 'Other' },
      { id: model.id, name: model.name },
    ]
    expect(sentenceOf(proposeSettings(model, { ...settingsOf(model), ...change }, kept))).toBe(sentence)
  })

  test('[MD13] left as they are nothing is done', () => {
    expect(proposeSettings(model, settingsOf(model), [])).toBeNull()
  })
})
