import { beforeEach, expect, test, vi } from 'vitest'
import { lineOf } from '#model/model.ts'
import { draftSentence } from '#session/formula/draft.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { exampleBench } from '../../support/workbench.ts'

let open: OpenModel

/** Types a whole text into the bar, with the caret at its end. */
const type = (text: string): void => {
  open.formula.hasKeyboard = true
  open.formula.write(text)
}

/** A field with its caret at the end of the text, which tells what is put into it. */
const giveField = (): void => {
  open.formula.field = {
    selection: () => ({ start: open.formula.text.length, end: open.formula.text.length }),
    replace: ({ start, end }, put) => {
      const { text } = open.formula
      open.formula.write(text.slice(0, start) + put + text.slice(end))
    },
    focus: () => undefined,
  }
}

const formulaOf = (line: string): string | null => lineOf(open.model, line).formula

const draftTexts = (): readonly string[] =>
  open.view.formulaDrafts.map(({ line, scenario, text }) => `${line} in ${scenario}: ${text}`)

beforeEach(async () => {
  open = (await exampleBench()).open
  open.select({ line: 'rest_growth', column: '2026-09' })
})

test('[FB8] Enter on a text that cannot be used says why and what still holds, and keeps it as a draft', () => {
  type('rest_growht[-1]')
  open.formula.enter()
  expect(open.message).toMatchObject({
    tone: 'problem',
    sentence:
      'There is no line “rest_growht”. Did you mean “rest_growth”? It is kept as a draft. Base’s formula, rest_growth[-1], still holds.',
  })
  expect(draftTexts()).toEqual(['rest_growth in base: rest_growht[-1]'])
  expect(formulaOf('rest_growth')).toBe('rest_growth[-1]')
  expect(open.formula.isTyping).toBe(true)
  // Base typed 7 % in FY27 Q1 and repeats it.
  expect(open.results.valueOf('base', 'rest_growth', '2026-09')).toBe(0.07)
})

test('[FB8] left for another cell it is a draft, which the bar of its line shows until it is thrown away', () => {
  type('rest_growth[-1] +')
  open.formula.leave()
  open.select({ line: 'capex', column: '2026-09' })
  expect(open.formula.text).toBe('capex_run_rate')
  open.select({ line: 'rest_growth', column: '2026-12' })
  expect(open.formula.text).toBe('rest_growth[-1] +')
  expect(open.formula.isTyping).toBe(false)
  expect(open.formula.fault?.sentence).toBe('The formula ends after “+”: something is missing behind it.')
  open.formula.throwAway()
  expect(open.formula.text).toBe('rest_growth[-1]')
  expect(draftTexts()).toEqual([])
})

test('[FB8] another scenario or line shown under the keys leaves what was typed as a draft of its own place', () => {
  type('rest_growth[-1] +')
  open.look({ scenario: 'bull' })
  expect(open.formula.isAstray).toBe(true)
  open.formula.leave()
  expect(draftTexts()).toEqual(['rest_growth in base: rest_growth[-1] +'])
  // Base’s formula holds in Bull, and Base’s draft is shown there.
  expect(open.formula.text).toBe('rest_growth[-1] +')
  expect(open.formula.landing?.name).toBe('Base')
})

test('[FB8] a draft mended and entered is the formula, and a draft no more', () => {
  type('rest_growht[-1]')
  open.formula.leave()
  type('rest_growth[-1] * 2')
  open.formula.enter()
  expect(formulaOf('rest_growth')).toBe('rest_growth[-1] * 2')
  expect(draftTexts()).toEqual([])
  expect(open.formula.isTyping).toBe(false)
})

test('[FB8] Escape leaves all as it was before the first key, an older draft too', () => {
  type('rest_growht[-1]')
  open.formula.leave()
  type('nonsense +')
  open.formula.enter()
  expect(draftTexts()).toEqual(['rest_growth in base: nonsense +'])
  open.formula.giveUp()
  expect(draftTexts()).toEqual(['rest_growth in base: rest_growht[-1]'])
  open.formula.throwAway()
  type('nonsense +')
  open.formula.enter()
  open.formula.giveUp()
  expect(draftTexts()).toEqual([])
  expect(open.formula.text).toBe('rest_growth[-1]')
})

test('[FB8] “only in Bull” leaves a draft of Bull’s, and none in Base', () => {
  open.look({ scenario: 'bull' })
  type('5% +')
  open.formula.landOnlyHere(true)
  open.formula.enter()
  expect(open.message?.sentence).toContain('Base’s formula, rest_growth[-1], still holds.')
  open.formula.leave()
  expect(draftTexts()).toEqual(['rest_growth in bull: 5% +'])
  expect(open.formula.isOnlyHere).toBe(true)
  expect(open.formula.landing?.name).toBe('Bull')
  open.look({ scenario: 'base' })
  expect(open.formula.text).toBe('rest_growth[-1]')
})

test('[FB8] a loop inside one quarter cannot be used: it takes no results away', () => {
  // revenue is made of rest_growth.
  type('yoy(revenue)')
  open.formula.enter()
  expect(open.message?.sentence).toBe(
    'rest_growth → revenue → rest_growth is a loop inside one quarter. Let one of them look at an earlier quarter. It is kept as a draft. Base’s formula, rest_growth[-1], still holds.',
  )
  expect(open.results.valueOf('base', 'rest_growth', '2026-09')).toBe(0.07)
  type('yoy(revenue)[-1]')
  open.formula.enter()
  expect(formulaOf('rest_growth')).toBe('yoy(revenue)[-1]')
})

test('[FB8] a constant keeps its number; a line without a formula still has none', () => {
  open.select({ line: 'cloud_fade', column: 'constant' })
  type('abc')
  open.formula.enter()
  expect(open.message?.sentence).toBe(
    '“abc” is not a number. Type a number such as 8.7 or 870bps. It is kept as a draft. The number stays as it was.',
  )
  open.formula.giveUp()
  open.select({ line: 'operating_income', column: '2026-09' })
  type('revenue *')
  open.formula.enter()
  expect(open.message?.sentence).toContain('It is kept as a draft. Income from operations still has no formula.')
})

test('[FB8] a draft that names a line yet to be made can be used once it is there', () => {
  open.look({ formulaDrafts: [{ line: 'rest_growth', scenario: 'base', text: 'new_line * 2' }] })
  const line = lineOf(open.model, 'rest_growth')
  const sentence = () => draftSentence(open.results, open.view, 'base', line)
  expect(sentence()).toBe('There is no line “new_line”.')
  expect(draftSentence(open.results, open.view, 'base', lineOf(open.model, 'revenue'))).toBeNull()
  const usd = lineOf(open.model, 'usd_rate')
  open.dispatch([{ kind: 'insert line', line: { ...usd, id: 'new', key: 'new_line', label: 'New' }, at: 0 }], 'insert')
  expect(sentence()).toBe('it can be used now.')
})

test('[FB8] a draft that can be used by now is taken by Enter', () => {
  open.look({ formulaDrafts: [{ line: 'rest_growth', scenario: 'base', text: '6%' }] })
  expect(open.formula.fault).toBeNull()
  open.formula.enter()
  expect(formulaOf('rest_growth')).toBe('6%')
  expect(draftTexts()).toEqual([])
})

test('[FB7] lines pressed in the sheet go into the formula at the caret, one in the place of the other until a key', () => {
  giveField()
  open.select({ line: 'rest_growth', column: '2025-12' })
  expect(open.sheet.pointing?.takesLines).toBe(false)
  type('revenue - ')
  expect(open.sheet.pointing?.takesLines).toBe(true)
  const capex = lineOf(open.model, 'capex')
  const september = { kind: 'quarter', quarter: '2025-09' } as const
  open.formula.point({ line: capex, from: september, to: september })
  expect(open.formula.text).toBe('revenue - capex[-1]')
  open.formula.point({ line: lineOf(open.model, 'cloud_fade'), from: null, to: null })
  expect(open.formula.text).toBe('revenue - cloud_fade')
  open.formula.write('revenue - cloud_fade*')
  open.formula.point({ line: capex, from: null, to: null })
  expect(open.formula.text).toBe('revenue - cloud_fade* capex')
})

test('[FB7] a constant’s number, a locked line and a bar without the keyboard take no lines', () => {
  giveField()
  open.select({ line: 'cloud_fade', column: 'constant' })
  type('1')
  expect(open.sheet.pointing?.takesLines).toBe(false)
  open.formula.giveUp()
  open.select({ line: 'ai_capex.counted', column: '2026-09' })
  type('1')
  expect(open.formula.isTyping).toBe(false)
  expect(open.sheet.pointing?.takesLines).toBe(false)
  open.select({ line: 'rest_growth', column: '2025-12' })
  type('1 +')
  open.formula.hasKeyboard = false
  expect(open.sheet.pointing?.takesLines).toBe(false)
})

test('[FB5] the suggestion takes the place of what is wrong by one key', () => {
  giveField()
  type('2 * rest_growht[-1]')
  open.formula.fix()
  expect(open.formula.text).toBe('2 * rest_growth[-1]')
  open.formula.fix()
  expect(open.formula.text).toBe('2 * rest_growth[-1]')
})

test('[FB9] a line break is a blank of the formula; a number has none', () => {
  giveField()
  type('rest_growth[-1] +')
  open.formula.break()
  type(`${open.formula.text}1%`)
  open.formula.enter()
  expect(formulaOf('rest_growth')).toBe('rest_growth[-1] +\n1%')
  // 7 % and one more.
  expect(open.results.valueOf('base', 'rest_growth', '2026-09')).toBeCloseTo(0.08, 12)
  open.select({ line: 'cloud_fade', column: 'constant' })
  type('1')
  open.formula.break()
  expect(open.formula.text).toBe('1')
})

test('[L2] a constant’s text is typed into its cell a turn later', async () => {
  open.select({ line: 'cloud_fade', column: 'constant' })
  type('1.5')
  open.formula.enter()
  await vi.waitFor(() => {
    expect(open.results.constantOf('base', 'cloud_fade')).toBe(0.015)
  })
})
