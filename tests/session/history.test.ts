// The history over the ledger: pages, other tabs, and what waits.

import { expect, test, vi } from 'vitest'
import type { Edit } from '#model/edit.ts'
import type { Quarter } from '#model/quarter.ts'
import { OpenModel } from '#session/openModel.svelte.ts'
import { byDay, dayText, pointText, wentText } from '#session/history/historyText.ts'
import { isSought, stepFrom } from '#session/history/step.ts'
import { sample, settled, textOf } from '../model/sample.ts'
import { at, failingStore, keep, newStoreName, type FailingStore } from './bench.ts'

const openOver = async (store: FailingStore, tab = 'tab 1'): Promise<OpenModel> =>
  new OpenModel({
    ...{ store, opened: settled(await store.openModel('m')), tab },
    ...{ now: () => at, newId: () => 'new', onGone: () => undefined },
  })

const openSample = async (name?: string) => {
  const store = await failingStore(name)
  await keep(store, sample())
  return { store, open: await openOver(store) }
}

const typing = (entry: number): readonly Edit[] => [
  { kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'costs', entry },
]

const costs = (open: OpenModel): number => open.results.valueOf('base', 'costs', '2025-12')

const typed = async (open: OpenModel, entries: readonly number[]): Promise<void> => {
  for (const entry of entries) open.dispatch(typing(entry), `costs ${entry}`)
  await open.ledger.whenSaved()
}

const stepNamed = (open: OpenModel, label: string) => {
  const step = open.history.steps?.find((each) => each.label === label && each.act === 'edit')
  if (step === undefined) throw new Error(`no step is called ${label}`)
  return step
}

test('[HS7] a journal is read by the page, and on to its oldest entry when asked', async () => {
  const { open } = await openSample()
  await typed(open, [...Array(450).keys()])
  const { history } = open
  await history.read()
  expect([history.steps?.length, history.isWhole]).toEqual([200, false])
  await typed(open, [1000, 1001])
  await history.read()
  expect(history.steps?.slice(0, 3).map(({ label }) => label)).toEqual(['costs 1001', 'costs 1000', 'costs 449'])
  expect(history.steps).toHaveLength(202)
  await history.readOlder()
  await Promise.all([history.readOlder(), history.readOlder()])
  expect([history.steps?.length, history.isWhole]).toEqual([452, true])
  expect(new Set(history.steps?.map(({ seq }) => seq)).size).toBe(452)
})

test('[HS8] what undo would take back is read by its key, not by the page', async () => {
  const { store, open } = await openSample()
  await typed(open, [1, 2])
  vi.spyOn(store, 'readJournal')
  await open.history.readUndone()
  expect(open.history.undoLabel).toBe('costs 2')
  expect(store.readJournal).not.toHaveBeenCalled()
})

test('[HS4] another tab follows, and says so', async () => {
  const name = newStoreName()
  const { open } = await openSample(name)
  const other = await openOver(await failingStore(name), 'tab 2')
  await typed(open, [1, 2, 3])
  await vi.waitFor(() => expect(costs(other)).toBe(3))
  await other.history.read()
  other.history.go(stepNamed(other, 'costs 1'))
  await other.ledger.whenSaved()
  expect(other.message?.sentence).toMatch(/^2 changes taken back, to /)
  await vi.waitFor(() => expect(costs(open)).toBe(1))
  expect(open.message?.sentence).toMatch(/^Another tab changed this model: Back to /)
  expect(textOf(open.model)).toBe(textOf(other.model))
})

test('[HS4] what waits to be written is written first, and is then taken back too', async () => {
  const { open } = await openSample()
  await typed(open, [1])
  await open.history.read()
  open.dispatch(typing(7), 'costs 7')
  open.history.go(stepNamed(open, 'costs 1'))
  await open.ledger.whenSaved()
  expect(costs(open)).toBe(1)
  expect(open.message?.sentence).toMatch(/^1 change taken back, to /)
  open.undo()
  await open.ledger.whenSaved()
  expect(costs(open)).toBe(7)
})

test('[HS4] going back, its undo and its redo stay in the scenario shown, whatever scenarios they change', async () => {
  const { open } = await openSample()
  const inBull = (quarter: Quarter, line: string, entry: number): Edit => ({
    ...{ kind: 'enter', scenario: 'bull', quarter, line, entry },
  })
  await typed(open, [1])
  open.dispatch([inBull('2026-03', 'costs', 5)], 'bull 5')
  open.dispatch([inBull('2026-03', 'costs', 6), ...typing(2)], 'both')
  await open.ledger.whenSaved()
  await open.history.read()
  open.history.go(stepNamed(open, 'costs 1'))
  await open.ledger.whenSaved()
  expect(open.shown).toBe('base')
  open.undo()
  await open.ledger.whenSaved()
  expect([open.shown, costs(open)]).toEqual(['base', 2])
  open.redo()
  await open.ledger.whenSaved()
  expect([open.shown, costs(open)]).toEqual(['base', 1])
  // What only Bull has changed leads there, unless it is a going.
  open.undo()
  open.undo()
  open.undo()
  await open.ledger.whenSaved()
  expect(open.shown).toBe('bull')
})

test('[HS9] nothing is gone back to while changes cannot be written', async () => {
  const { store, open } = await openSample()
  await typed(open, [1, 2])
  await open.history.read()
  store.isFull = true
  await typed(open, [3])
  open.history.go(stepNamed(open, 'costs 1'))
  expect(open.message).toMatchObject({ tone: 'problem' })
  expect(open.message?.sentence).toMatch(/^The last changes are not saved yet, so there is no going back/)
  expect(costs(open)).toBe(3)
  store.isFull = false
  open.ledger.retry()
  await open.ledger.whenSaved()
  open.history.go(stepNamed(open, 'costs 1'))
  await open.ledger.whenSaved()
  expect(costs(open)).toBe(1)
})

test('[HS2] days are named as one would, and times of other days carry the day', () => {
  const now = new Date(2025, 10, 25, 9, 30).toISOString()
  const at = (day: number, hour: number): string => new Date(2025, 10, day, hour, 2).toISOString()
  expect(dayText(at(25, 8), now)).toBe('Today')
  expect(dayText(at(24, 23), now)).toBe('Yesterday')
  expect(dayText(at(20, 14), now)).toBe('Thursday 20 November 2025')
  expect(pointText(at(25, 8), now)).toBe('08:02')
  expect(pointText(at(20, 14), now)).toBe('20 Nov 2025, 14:02')
  expect(wentText({ taken: 14, made: 0 }, at(25, 8), now)).toBe('14 changes taken back, to 08:02.')
  expect(wentText({ taken: 1, made: 2 }, null, now)).toBe(
    '1 change taken back and 2 changes made again, to the oldest state kept.',
  )
  const entry = {
    seq: 1,
    modelId: 'm',
    act: 'edit',
    edits: [],
    inverse: [],
    label: '',
    tab: '',
    of: null,
    under: null,
  } as const
  const steps = [at(25, 9), at(25, 8), at(24, 8)].map((moment) => stepFrom({ ...entry, at: moment }))
  expect(byDay(steps, now).map(({ name, steps: of }) => [name, of.length])).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
  ])
})

test('[HS7] words are looked for in any order, whatever their capitals', () => {
  const entry = {
    modelId: 'm',
    act: 'edit',
    edits: typing(1),
    inverse: [],
    tab: '',
    of: null,
    under: null,
    at,
  } as const
  const step = stepFrom({ ...entry, seq: 1, label: 'Cloud growth FY26 Q3 in Base: 35.0 → 40.0 %' })
  const all = { isLineOnly: false, isEveryStep: false }
  expect(isSought(step, { ...all, text: 'base CLOUD' }, null)).toBe(true)
  expect(isSought(step, { ...all, text: 'bull cloud' }, null)).toBe(false)
  expect(isSought(step, { ...all, text: '', isLineOnly: true }, 'costs')).toBe(true)
  expect(isSought(step, { ...all, text: '', isLineOnly: true }, 'revenue')).toBe(false)
})
