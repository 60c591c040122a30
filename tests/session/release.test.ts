// What the screen of a release reads from model and draft. Figures worked out by hand from data/alibaba.csv.

import { expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { cellsOf, progressOf, standing, type ReleaseRow } from '#session/release.ts'
import { frozenFor, releaseNow } from '#session/releaseNow.ts'
import { againstExpected, againstForecast, askedText, cellText, entryText, onTheYear } from '#session/releaseText.ts'
import { keepDraft } from '#session/releaseTyping.ts'
import { freezeAndRoll } from '#session/rolling.ts'
import { beforeTheNight, night, typeOn } from './releaseBench.ts'

const row = (open: OpenModel, line: string): ReleaseRow =>
  present(
    releaseNow(open).rows.find((each) => each.line.id === line),
    line,
  )

const texts = (open: OpenModel, line: string): readonly (string | null)[] => {
  const each = row(open, line)
  const expected = againstExpected(each)
  return [expected.text, expected.word, onTheYear(each).text]
}

test('[I3] surprise, its word and growth come from what is typed, digit by digit', async () => {
  const { open } = await beforeTheNight()
  expect(row(open, 'revenue')).toMatchObject({ yearAgo: 236_503, quarterAgo: 247_652 })
  expect(texts(open, 'revenue')).toEqual(['', null, ''])
  typeOn(open, 'revenue', '247795')
  // (247,795 − 242,650) / 242,650 = 2.12 %; 247,795 / 236,503 − 1 = 4.77 %
  expect(texts(open, 'revenue')).toEqual(['+2.12 %', 'beat', '+4.8 %'])
  typeOn(open, 'revenue', '240000')
  // 240,000 / 242,650 − 1 = −1.09 %; 240,000 / 236,503 − 1 = 1.48 %
  expect(texts(open, 'revenue')).toEqual(['(1.09) %', 'miss', '+1.5 %'])
  typeOn(open, 'consensus_revenue', '241bn')
  // 240,000 / 241,000 − 1 = −0.41 %: within 1 %
  expect(texts(open, 'revenue')).toEqual(['(0.41) %', 'in line', '+1.5 %'])
  // 13,735 a year ago
  typeOn(open, 'free_cash_flow', '-21840')
  expect(texts(open, 'free_cash_flow')).toEqual(['', null, 'n.m. (to loss)'])
  // 7 % quoted a year ago, 34 % now: points
  typeOn(open, 'cloud_yoy_quoted', '34')
  expect(texts(open, 'cloud_yoy_quoted')).toEqual(['', null, '+27 pts'])
})

test('[I3] the place in the guidance is told beside it, and margins differ in basis points', async () => {
  const { open } = await beforeTheNight()
  const expected = { consensus: null, low: 'capex_fcf', high: 'sales_marketing', tolerance: null }
  open.dispatch([{ kind: 'change line', line: 'capex', change: { expected } }], 'Guided')
  open.look({ release: { ...open.view.release, areAllShown: true } })
  typeOn(open, 'capex_fcf', '30bn')
  typeOn(open, 'sales_marketing', '33bn')
  const place = (text: string) => {
    typeOn(open, 'capex', text)
    return againstExpected(row(open, 'capex')).word
  }
  expect(['29000', '31501', '33000', '33001'].map(place)).toEqual([
    'below guidance',
    'inside guidance',
    'inside guidance',
    'above guidance',
  ])
  // 40,561 / 236,503 = 17.150 % a year ago, 3.7 % now: −1,345.0 bps
  typeOn(open, 'ebita_margin', '3.7')
  expect(onTheYear(row(open, 'ebita_margin')).text).toBe('(1,345) bps')
})

test('[I3] the forecast is that of the scenario shown; once reported, the one its roll has frozen', async () => {
  const { open } = await beforeTheNight()
  const forecast = open.results.valueOf('bull', 'revenue', night)
  expect(row(open, 'revenue').forecast).toBe(open.results.valueOf('base', 'revenue', night))
  open.look({ scenario: 'bull' })
  expect(row(open, 'revenue').forecast).toBe(forecast)
  expect(againstForecast(row(open, 'revenue')).text).toBe('')
  open.look({ release: { ...open.view.release, quarter: night } })
  await freezeAndRoll(open)
  expect(row(open, 'revenue').forecast).toBeNaN()
  const frozen = await frozenFor(open, releaseNow(open))
  const found = releaseNow(open, frozen).rows.find(({ line }) => line.id === 'revenue')
  expect(found?.forecast).toBe(forecast)
})

test('[I2] figures are read as in the sheet, in the scale their row showed when they were typed', async () => {
  const { open } = await beforeTheNight()
  const value = (line: string): number => standing(row(open, line).cells.reported)
  open.look({ scale: 'bn' })
  typeOn(open, 'revenue', '247.795')
  typeOn(open, 'capex', '=30+1.501')
  typeOn(open, 'cloud_revenue', '398.24亿')
  typeOn(open, 'usd_rate', '7.119')
  typeOn(open, 'cloud_yoy_quoted', '34%')
  expect(['revenue', 'capex', 'cloud_revenue', 'usd_rate', 'cloud_yoy_quoted'].map(value)).toEqual([
    247_795, 31_501, 39_824, 7.119, 0.34,
  ])
  const [cell] = cellsOf(row(open, 'revenue')).slice(-1)
  expect(cellText(present(cell, 'a cell'), 'bn')).toBe('247.795')
  open.look({ scale: null })
  // The same figure, under the caret too.
  expect(row(open, 'revenue').cells.reported).toMatchObject({ text: '247795', typed: 247_795 })
})

test('[I2] what cannot be read and what looks like a slip is asked in its row, and counted above', async () => {
  const { open } = await beforeTheNight()
  const asked = (line: string) => {
    const { reported } = row(open, line).cells
    return reported?.fault ?? reported?.doubt
  }
  expect(askedText(releaseNow(open))).toBeNull()
  typeOn(open, 'revenue', '248')
  typeOn(open, 'capex', 'capex[-1]')
  typeOn(open, 'cloud_revenue', '-')
  expect(asked('revenue')).toMatch(
    /^Revenue FY26 Q2: 248 RMB m is less than a hundredth of its neighbours, 247,652 RMB m and /,
  )
  expect(asked('capex')).toMatch(/^“capex\[-1\]” is not a number\./)
  expect(asked('cloud_revenue')).toBe('“-” is not a number yet. Type 0 for zero.')
  typeOn(open, 'adjusted_ebita', '=revenue*2')
  expect(asked('adjusted_ebita')).toBe('“=revenue*2” has names in it. Type the figure, or a sum such as =85972-61360.')
  expect(askedText(releaseNow(open))).toBe('3 figures cannot be read, 1 figure looks like a slip: see the rows below.')
})

test('[I4] how far it is, what entering does and what is left open is said beforehand', async () => {
  const { open } = await beforeTheNight()
  const { due } = progressOf(releaseNow(open))
  typeOn(open, 'revenue', '247795')
  typeOn(open, 'capex', '31501')
  expect(progressOf(releaseNow(open))).toEqual({ done: 2, due })
  expect(entryText(open.model, releaseNow(open))).toBe(
    'Entering makes FY26 Q2 the last actual and takes the timeline to FY29 Q1; the forecast is frozen in “Before roll ' +
      `forward to FY26 Q2”. ${due - 2} lines are left open for now. No source is named yet.`,
  )
  keepDraft(open, { ...releaseNow(open).draft, source: 'The release' })
  expect(entryText(open.model, releaseNow(open))).not.toContain('No source')
  open.dispatch([{ kind: 'enter', scenario: 'bull', quarter: night, line: 'capex', entry: 1 }], 'Capex')
  expect(entryText(open.model, releaseNow(open))).toContain(
    '“Before roll forward to FY26 Q2”, with 1 typed forecast of FY26 Q2.',
  )
})

test('[I2] the draft is kept with how the model is looked at, and changes nothing of the model', async () => {
  const { open, workbench } = await beforeTheNight()
  const { model } = open
  typeOn(open, 'revenue', '247795')
  keepDraft(open, { ...releaseNow(open).draft, source: 'The release' })
  expect(open.model).toBe(model)
  await vi.waitFor(() => expect(open.saveState.kind).toBe('saved'))
  await workbench.openModel(model.id)
  expect(workbench.open).not.toBe(open)
  expect(workbench.open?.view.release.drafts).toEqual(open.view.release.drafts)
})
