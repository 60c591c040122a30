// The search for findings behind the screen's back, and what is done about those found while the model goes on.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import type { Finding } from '#analysis/finding/finding.ts'
import type { Edit } from '#model/edit.ts'
import { rowOf } from '#model/model.ts'
import type { Note } from '#model/quarterRow.ts'
import { lineRemoval } from '#model/removal.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { exampleBench } from '../../support/workbench.ts'

let open: OpenModel

beforeEach(async () => {
  ;({ open } = await exampleBench())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const follow = () => open.findings.follow(open.results, open.view.formulaDrafts)

const search = (): void => {
  follow()
  vi.runAllTimers()
}

const formula = (line: string, text: string): Edit => ({ kind: 'formula', scenario: 'base', line, formula: text })

const found = (line: string): Finding =>
  present(
    open.findings.list.open.find(({ place }) => place.line === line),
    'a finding',
  )

const mend = (finding: Finding): void => {
  open.findings.mend(finding, () => undefined)
}

const baseFormula = (line: string): string | null | undefined => open.model.lines.find(({ id }) => id === line)?.formula

test('[PB1] the search waits for a pause, and goes on some milliseconds at a time', () => {
  let now = 0
  // Each look at the clock finds it 4 ms on: a slice of 6 ms has two steps.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 4))
  follow()
  vi.advanceTimersByTime(149)
  expect(now).toBe(0)
  vi.advanceTimersByTime(1)
  // The slice's beginning, and a look after each step.
  expect(now).toBe(12)
  expect(open.findings.all).toBeNull()
  vi.runAllTimers()
  expect(open.findings.isFresh).toBe(true)
})

test('[PB1] a change in the midst of a search begins it anew, and the one begun before finds nothing any more', () => {
  search()
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 4))
  open.dispatch([formula('revenue_yoy', 'revenue / revenue[-3] - 1')], 'Revenue yoy')
  expect(open.findings.isFresh).toBe(false)
  follow()
  vi.advanceTimersByTime(155)
  open.dispatch([formula('revenue_yoy', 'revenue / revenue[-4] - 1')], 'Revenue yoy')
  follow()
  vi.runAllTimers()
  expect(open.findings.isFresh).toBe(true)
  expect(open.findings.list.open.map(({ place }) => place.line)).toEqual(['adjusted_ebita'])
})

test('[PB12] what is waived is found no other way: no new search begins, and the next mending need not wait', () => {
  open.dispatch([formula('revenue_yoy', 'revenue / revenue[-3] - 1')], 'Revenue yoy')
  search()
  const steps = open.findings.all
  open.findings.waive(found('adjusted_ebita'), 'As reported', '2025-11-25T12:00:00.000Z')
  follow()
  expect(vi.getTimerCount()).toBe(0)
  expect(open.findings.all).toBe(steps)
  mend(found('revenue_yoy'))
  expect(baseFormula('revenue_yoy')).toBe('revenue / revenue[-4] - 1')
})

test('[PB1] a search that is left off finds nothing', () => {
  follow()()
  vi.runAllTimers()
  expect(open.findings.all).toBeNull()
})

const sum: Note = {
  text: '=-200000-47795',
  source: null,
  checked: { by: 'LW', at: '2025-11-25T10:00:00.000Z', value: -247_795 },
}

const mendTurned = (): void => {
  const cell = { scenario: 'base', quarter: '2025-09', line: 'revenue' } as const
  open.dispatch(
    [
      { kind: 'enter', ...cell, entry: -247_795 },
      { kind: 'note', ...cell, note: sum },
    ],
    'Revenue',
  )
  search()
  mend(found('revenue'))
}

const revenue = () => {
  const { entries, notes } = rowOf(open.model, 'base', '2025-09')
  return { entry: entries.get('revenue'), note: notes.get('revenue') }
}

test('[PB11] the mending of a reported number is asked about: restated, its old number stays', () => {
  mendTurned()
  expect(open.gestures.restating.asked?.restatements).toMatchObject([{ was: -247_795, is: 247_795 }])
  expect(revenue()).toEqual({ entry: -247_795, note: sum })
  open.gestures.restating.restate('Recast')
  expect(revenue()).toEqual({
    entry: 247_795,
    note: {
      text: '',
      source: null,
      earlier: [{ value: -247_795, until: '2025-11-25T12:00:00.000Z', reason: 'Recast' }],
    },
  })
})

test('[PB11] the mending of a reported number that was a slip takes its sum and its check along; left, nothing changes', () => {
  mendTurned()
  open.gestures.restating.leave()
  expect(revenue()).toEqual({ entry: -247_795, note: sum })
  mend(found('revenue'))
  open.gestures.restating.correct(false)
  expect(revenue()).toEqual({ entry: 247_795, note: undefined })
  open.undo()
  expect(revenue()).toEqual({ entry: -247_795, note: sum })
})

test('[PB11] the mending of an override takes its note along, as deleting it does', () => {
  const cell = { scenario: 'base', quarter: '2025-12', line: 'cloud_share' } as const
  open.dispatch(
    [
      { kind: 'enter', ...cell, entry: 0.14 },
      { kind: 'note', ...cell, note: { text: 'Guided', source: null } },
    ],
    'Cloud share',
  )
  search()
  mend(found('cloud_share'))
  const { entries, notes } = rowOf(open.model, 'base', '2025-12')
  expect([entries.get('cloud_share'), notes.get('cloud_share')]).toEqual([undefined, undefined])
})

test('[PB11] a mending of an earlier model overwrites nothing: it waits until the list is of the model again', () => {
  open.dispatch([formula('revenue_yoy', 'revenue / revenue[-3] - 1')], 'Revenue yoy')
  search()
  const stale = found('revenue_yoy')
  open.dispatch([formula('revenue_yoy', 'revenue / revenue[-5] - 1')], 'Revenue yoy')
  mend(stale)
  expect(baseFormula('revenue_yoy')).toBe('revenue / revenue[-5] - 1')
  expect(open.message?.sentence).toContain('looked through again')
  search()
  // What was found before is no longer in the list.
  mend(stale)
  expect(baseFormula('revenue_yoy')).toBe('revenue / revenue[-5] - 1')
  mend(found('revenue_yoy'))
  expect(baseFormula('revenue_yoy')).toBe('revenue / revenue[-4] - 1')
})

test('[PB11] the mending of a line that has gone is refused in a sentence', () => {
  open.dispatch([formula('free_cash_flow', 'adjusted_ebita * 0.93 - capex_fcf')], 'Free cash flow')
  search()
  const lift = found('free_cash_flow')
  expect(lift.mending?.by).toBe('lift')
  open.dispatch(lineRemoval(open.model, 'free_cash_flow'), 'Free cash flow deleted')
  mend(lift)
  expect(open.lines.dialog).toBeNull()
  expect(open.message?.sentence).toContain('looked through again')
})

test('[PB11] a line made what a warning advises is one step of undo', () => {
  open.dispatch([formula('free_cash_flow', 'ttm(adjusted_ebita)')], 'Free cash flow')
  search()
  const kind = () => open.model.lines.find(({ id }) => id === 'free_cash_flow')?.kind
  const advised = present(
    open.findings.list.open.find(({ kind, place }) => kind === 'units' && place.line === 'free_cash_flow'),
    'a warning of kinds',
  )
  expect(advised.mending?.words).toBe('Make it a balance')
  mend(advised)
  expect(kind()).toBe('balance')
  open.undo()
  expect(kind()).toBe('flow')
})
