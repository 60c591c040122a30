import { beforeEach, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { lineOf } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { kindGuessed, proposeInsertion } from '#session/lines/insertion.ts'
import { addMissing, askForMissing, guessMissing, labelFromKey, missingKey } from '#session/lines/missingLine.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { exampleBench } from '../../support/workbench.ts'

let open: OpenModel

beforeEach(async () => {
  open = (await exampleBench()).open
})

const lacking = (text: string): string | null => {
  open.formula.write(text)
  return missingKey(open.model, open.formula.fault)
}

test('[FB5] what a formula lacks can be made where it can be a key, and is no function', () => {
  open.select({ line: 'capex', column: '2026-09' })
  expect(lacking('revenue * capex_intensity_target')).toBe('capex_intensity_target')
  expect(lacking('revenue * target(2)')).toBeNull()
  expect(lacking('revenue * Target')).toBeNull()
  expect(lacking('revenue * normal')).toBeNull()
  expect(lacking('revenue * ')).toBeNull()
  expect(lacking('revenue * 2')).toBeNull()
})

test('[FB5] it is taken for what its words say, a per cent for a driver, else for what its neighbour is', () => {
  const beside = { is: 'line', line: lineOf(open.model, 'capex'), side: 'below' } as const
  expect(labelFromKey('gross_margin_target')).toBe('Gross margin target')
  expect(guessMissing(open.model, 'gross_margin', beside)).toEqual({
    ...{ section: 'Drivers', unit: 'percent', kind: 'rate', driver: true },
  })
  expect(guessMissing(open.model, 'stores', beside)).toEqual({
    ...{ section: 'Reported', unit: 'count', kind: 'balance', driver: false },
  })
  expect(guessMissing(open.model, 'other_income', beside)).toEqual({
    ...{ section: 'Reported', unit: 'currency', kind: 'flow', driver: false },
  })
  expect(kindGuessed({ unit: 'currency', kind: 'flow' }, 'percent', 'Tax rate')).toBe('rate')
})

const make = (key: string): void => {
  const asked = present(open.lines.dialog?.kind === 'new' ? open.lines.dialog : null, 'the dialog')
  const guess = guessMissing(open.model, key, asked.neighbour)
  const wish = { ...guess, key, label: labelFromKey(key), formula: '' }
  const insertion = proposeInsertion(open.model, wish, asked.neighbour, () => `new ${key}`)
  if (isProblem(insertion)) throw new Error(insertion.sentence)
  expect(addMissing(open, insertion.edits, present(asked.missing, 'what is missing'), `Line ${key} added`)).toBeNull()
}

test('[FB5] the text waits as a draft and is the formula once the line is there, in one step of undo', () => {
  open.select({ line: 'capex', column: '2026-09' })
  const before = open.model
  open.formula.write('revenue * capex_share + base_capex')
  askForMissing(open)
  expect(open.view.formulaDrafts).toMatchObject([{ line: 'capex', text: 'revenue * capex_share + base_capex' }])
  expect(open.lines.dialog).toMatchObject({
    ...{ kind: 'new', missing: { key: 'base_capex', draft: open.view.formulaDrafts[0] } },
  })
  make('base_capex')
  // Another line is missing still.
  expect(lineOf(open.model, 'capex').formula).toBe(lineOf(before, 'capex').formula)
  open.select({ line: 'capex', column: '2026-09' })
  askForMissing(open)
  make('capex_share')
  expect(lineOf(open.model, 'capex').formula).toBe('revenue * capex_share + base_capex')
  expect(open.view.formulaDrafts).toEqual([])
  open.undo()
  expect(lineOf(open.model, 'capex').formula).toBe(lineOf(before, 'capex').formula)
  expect(open.model.lines.map(({ key }) => key)).not.toContain('capex_share')
})

test('[FB5] in a scenario the text waits for the scenario it was written for', () => {
  open.look({ scenario: 'bull' })
  open.select({ line: 'capex', column: '2026-09' })
  open.formula.write('revenue * capex_share')
  open.formula.landOnlyHere(true)
  askForMissing(open)
  make('capex_share')
  expect(open.model.scenarios.find(({ id }) => id === 'bull')?.formulas.get('capex')).toBe('revenue * capex_share')
})
