import { describe, expect, test } from 'vitest'
import { applyEdits } from '#model/edit.ts'
import { allLines, lineOf } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { scenarioColours } from '#model/scenario.ts'
import { keyFromLabel, proposeLine, proposeScenario, type LineWish } from '#session/creation.ts'
import { sample, sentenceOf, settled } from '../model/sample.ts'

const lineWish: LineWish = {
  label: 'Gross margin',
  key: 'gross_margin',
  section: 'Reported',
  unit: 'percent',
  kind: 'rate',
  driver: false,
  formula: '= 1 - costs / revenue',
}

let ids = 0
const newId = (): string => `id${(ids += 1)}`

describe('a new line', () => {
  const added = (change: Partial<LineWish>) => {
    const model = sample()
    const edits = settled(proposeLine(model, { ...lineWish, ...change }, () => 'new'))
    return settled(applyEdits(model, edits))
  }

  test('[M2] has what was asked, and digits that suit its unit', () => {
    expect(lineOf(added({}), 'new')).toMatchObject({
      key: 'gross_margin',
      label: 'Gross margin',
      kind: 'rate',
      unit: { kind: 'percent' },
      decimals: 1,
      formula: '1 - costs / revenue',
    })
    for (const formula of ['1 - costs', '=1 - costs', '= 1 - costs', '+1 - costs', ' =+ 1 - costs '])
      expect(lineOf(added({ formula }), 'new').formula).toBe('1 - costs')
    for (const formula of [' ', '=', '=+']) expect(lineOf(added({ formula }), 'new').formula).toBeNull()
    const decimals = (['currency', 'exchange', 'percent', 'points', 'ratio', 'count', 'quarters'] as const).map(
      (unit) => lineOf(added({ unit }), 'new').decimals,
    )
    expect(decimals).toEqual([0, 4, 1, 1, 2, 0, 0])
    expect(lineOf(added({ unit: 'currency' }), 'new').unit).toEqual({ kind: 'currency', currency: 'RMB', scale: 'm' })
  })

  test('[M2] in a new section brings the section', () => {
    const model = added({ section: 'Margins' })
    expect(model.sections).toEqual(['Reported', 'Drivers', 'Pacing', 'Margins'])
    expect(allLines(model).at(-1)?.id).toBe('new')
    expect(added({ section: '' }).sections).toContain('Lines')
  })

  test.each([
    [{ label: ' ' }, 'Give the line a label, such as “Revenue”.'],
    [{ key: '' }, 'Give the line a key, its name in formulas, such as revenue: small letters a to z.'],
    [{ key: 'sum' }, '“sum” is a word of the formula language: choose another key.'],
    [{ key: 'true' }, '“true” is a word of the formula language: choose another key.'],
    [
      { key: 'Gross' },
      '“Gross” cannot be a key: it takes small letters, digits and _, begins with a letter, and has at most 64.',
    ],
    [{ key: 'costs' }, 'The key “costs” is already that of “Line costs”. Choose another.'],
  ])('[M2] with %o is refused', (change, sentence) => {
    expect(sentenceOf(proposeLine(sample(), { ...lineWish, ...change }, newId))).toBe(sentence)
  })

  test.each([
    ['Cloud revenue (recast)', 'cloud_revenue_recast'],
    ['  R&D, net ', 'r_d_net'],
    ['2025 revenue', 'revenue'],
    ['US$ 阿里 revenue', 'us_revenue'],
    ['阿里', ''],
    ['Élan', 'elan'],
    ['Größe über Ø', 'gro_e_uber'],
    ['x'.repeat(80), 'x'.repeat(64)],
  ])('[M2] the label “%s” suggests the key “%s”', (label, key) => {
    expect(keyFromLabel(label)).toBe(key)
  })
})

describe('a new scenario', () => {
  test('[M3] says nothing of its own yet, so it equals its parent', () => {
    const model = sample()
    const { id, edits } = settled(proposeScenario(model, ' Wild ', 'bull', newId))
    const after = settled(applyEdits(model, edits))
    expect(after.scenarios.at(-1)).toEqual({ id, name: 'Wild', parent: 'bull', colour: 'purple', formulas: new Map() })
    expect(after.rows).toBe(model.rows)
  })

  test('[M3] takes a colour no other has, while there is one', () => {
    let model = sample()
    for (let at = 0; at < 5; at += 1)
      model = settled(applyEdits(model, settled(proposeScenario(model, `S${at}`, 'base', newId)).edits))
    expect(new Set(model.scenarios.map(({ colour }) => colour)).size).toBe(scenarioColours.length)
    expect(model.scenarios).toHaveLength(8)
  })

  test.each([
    [' ', 'Give the scenario a name.'],
    ['bull', 'There is a scenario “bull” already: choose another name.'],
    ['BASE', 'There is a scenario “BASE” already: choose another name.'],
    ['x'.repeat(41), 'A scenario’s name has at most 40 characters: it stands above the sheet and in the chart.'],
  ])('[M3] named “%s” is refused', (name, sentence) => {
    const proposed = proposeScenario(sample(), name, 'base', newId)
    expect(isProblem(proposed) && proposed.sentence).toBe(sentence)
  })
})
