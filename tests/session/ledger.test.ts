// Writing that fails: nothing typed is lost, the newest waiting edit can be taken back, and what waits is written later.

import { expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import type { Edit } from '#model/edit.ts'
import type { Quarter } from '#model/quarter.ts'
import { OpenModel } from '#session/openModel.svelte.ts'
import { sample, settled, textOf } from '../model/sample.ts'
import { at, failingStore, full, keep, newStoreName, type FailingStore } from './bench.ts'

const openOver = async (store: FailingStore, tab = 'tab 1'): Promise<OpenModel> =>
  new OpenModel({
    ...{ store, opened: settled(await store.openModel('m')), tab },
    ...{ now: () => at, newId: () => 'new', onGone: () => undefined },
  })

const openSample = async () => {
  const store = await failingStore()
  await keep(store, sample())
  return { store, open: await openOver(store) }
}

const typing = (entry: number, quarter: Quarter = '2025-12'): readonly Edit[] => [
  { kind: 'enter', scenario: 'base', quarter, line: 'costs', entry },
]

const costs = (open: OpenModel, quarter: Quarter = '2025-12'): number => open.results.valueOf('base', 'costs', quarter)

/** The model as the store has it. */
const kept = async (store: FailingStore): Promise<string> => textOf(settled(await store.openModel('m')).model)

test('[K1] what is typed is saved, and says so only then', async () => {
  const { store, open } = await openSample()
  open.dispatch(typing(1), 'one')
  expect(open.ledger.saveState).toEqual({ kind: 'saving' })
  expect(open.ledger.hasWaitingEdit).toBe(true)
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(open.ledger.saveState).toEqual({ kind: 'saved' })
  expect(open.ledger.hasWaitingEdit).toBe(false)
  expect(await kept(store)).toBe(textOf(open.model))
})

test('[K11] on a full disk what is typed stays on screen and waits; once there is room it is written in order', async () => {
  const { store, open } = await openSample()
  const before = await kept(store)
  store.isFull = true
  open.dispatch(typing(1), 'one')
  expect(await open.ledger.whenSaved()).toBe(false)
  open.dispatch(typing(2, '2026-03'), 'two')
  expect(await open.ledger.whenSaved()).toBe(false)
  expect(open.ledger.saveState).toEqual({ kind: 'failed', problem: full })
  expect([costs(open), costs(open, '2026-03')]).toEqual([1, 2])
  expect(await kept(store)).toBe(before)
  store.isFull = false
  open.ledger.retry()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(store.written).toEqual(['one', 'two'])
  expect(await kept(store)).toBe(textOf(open.model))
})

test('[K11] undo takes the newest waiting edit back, and only the rest is written', async () => {
  const { store, open } = await openSample()
  store.isFull = true
  for (const [entry, label] of [
    [1, 'one'],
    [2, 'two'],
    [3, 'three'],
  ] as const)
    open.dispatch(typing(entry), label)
  expect(await open.ledger.whenSaved()).toBe(false)
  expect(open.canUndo).toBe(true)
  open.undo()
  expect(costs(open)).toBe(2)
  expect(open.message?.sentence).toMatch(/^Undone: three\./)
  open.undo()
  expect(costs(open)).toBe(1)
  store.isFull = false
  open.ledger.retry()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(store.written).toEqual(['one'])
  expect(await kept(store)).toBe(textOf(open.model))
  // What is written is undone by the journal.
  open.undo()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(store.written).toEqual(['one', 'undo'])
  expect(costs(open)).toBeNaN()
})

test('[K11] an edit on its way to the disk is undone after it has arrived', async () => {
  const { store, open } = await openSample()
  open.dispatch(typing(1), 'one')
  expect(open.ledger.takeBack()).toBeNull()
  open.undo()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(store.written).toEqual(['one', 'undo'])
  expect(costs(open)).toBeNaN()
})

test('[K11] of edits in a row, the one that waits behind another is taken back before it is written', async () => {
  const { store, open } = await openSample()
  open.dispatch(typing(1), 'one')
  open.dispatch(typing(2), 'two')
  open.undo()
  expect(costs(open)).toBe(1)
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(store.written).toEqual(['one'])
  expect(costs(open)).toBe(1)
})

test('[K11] following another tab is tried again after it failed', async () => {
  const name = newStoreName()
  const [mine, other] = [await failingStore(name), await failingStore(name)]
  await keep(mine, sample())
  const [open, elsewhere] = [await openOver(mine), await openOver(other, 'tab 2')]
  mine.isFull = true
  elsewhere.dispatch(typing(7), 'seven')
  expect(await elsewhere.ledger.whenSaved()).toBe(true)
  await vi.waitFor(() => {
    expect(open.ledger.saveState.kind).toBe('failed')
  })
  expect(costs(open)).toBeNaN()
  mine.isFull = false
  open.ledger.retry()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(costs(open)).toBe(7)
  expect(open.message?.sentence).toMatch(/^Another tab changed this model: seven\./)
})

test('[K4] an undo made in another tab is told as an undo', async () => {
  const name = newStoreName()
  const [mine, other] = [await failingStore(name), await failingStore(name)]
  await keep(mine, sample())
  const [open, elsewhere] = [await openOver(mine), await openOver(other, 'tab 2')]
  elsewhere.dispatch(typing(7), 'seven')
  await vi.waitFor(() => {
    expect(costs(open)).toBe(7)
  })
  elsewhere.undo()
  await vi.waitFor(() => {
    expect(costs(open)).toBeNaN()
  })
  expect(open.message?.sentence).toMatch(/^Undone in another tab: seven\./)
})

test('[K3] where there is nothing to undo or redo, that is said and is no problem', async () => {
  const { open } = await openSample()
  open.undo()
  expect(open.message).toMatchObject({ tone: 'plain', sentence: 'There is nothing to undo.' })
  open.redo()
  expect(open.message).toMatchObject({ tone: 'plain', sentence: 'There is nothing to redo.' })
  open.dispatch(typing(1), 'one')
  open.undo()
  open.redo()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(open.message?.tone).toBe('plain')
})

test('[E6] a new problem is said before what moved', async () => {
  const { open } = await openSample()
  open.dispatch([{ kind: 'formula', scenario: 'base', line: 'costs', formula: 'costs' }], 'Formula of costs')
  expect(open.message).toMatchObject({ tone: 'problem' })
  expect(open.message?.sentence).toMatch(/^“costs” needs itself in the same quarter\./)
})

test('[L5] Delete offers the release anew once the cursor was elsewhere', async () => {
  const { open } = await openSample()
  open.dispatch(typing(1), 'one')
  open.look({ scenario: 'bull' })
  const press = (): void => {
    open.gestures.deleteAt(present(open.target, 'the selected cell'))
  }
  open.select({ line: 'costs', column: '2025-12' })
  press()
  open.select({ line: 'costs', column: '2026-03' })
  open.select({ line: 'costs', column: '2025-12' })
  const { model } = open
  press()
  expect(open.model).toBe(model)
  open.select({ line: 'costs', column: '2025-12' })
  press()
  expect(open.model).not.toBe(model)
})

test('[K2] an edit that another tab made impossible is refused when it is written', async () => {
  const name = newStoreName()
  const [mine, other] = [await failingStore(name), await failingStore(name)]
  await keep(mine, sample())
  const [open, elsewhere] = [await openOver(mine), await openOver(other, 'tab 2')]
  mine.isFull = true
  open.dispatch(typing(1, '2026-12'), 'one')
  expect(await open.ledger.whenSaved()).toBe(false)
  elsewhere.dispatch(
    [{ kind: 'change model', change: { timeline: { first: '2025-06', last: '2026-09' } } }],
    'a shorter timeline',
  )
  expect(await elsewhere.ledger.whenSaved()).toBe(true)
  mine.isFull = false
  open.ledger.retry()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(mine.written).toEqual([])
  expect(open.ledger.hasWaitingEdit).toBe(false)
  expect(textOf(open.model)).toBe(textOf(elsewhere.model))
})

test('[L9] [K3] undo of a deletion brings number and note back, as one', async () => {
  const { store, open } = await openSample()
  const before = textOf(open.model)
  open.select({ line: 'revenue', column: '2025-09' })
  open.gestures.deleteAt(present(open.target, 'the cell'))
  open.gestures.restating.correct(false)
  expect(open.results.valueOf('base', 'revenue', '2025-09')).toBeNaN() // growth has no value in FY26 Q2
  expect(await open.ledger.whenSaved()).toBe(true)
  open.undo()
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(textOf(open.model)).toBe(before)
  expect(store.written).toHaveLength(2)
})

test('[N9] the same number typed again is no edit', async () => {
  const { store, open } = await openSample()
  const before = open.model
  open.select({ line: 'revenue', column: '2025-09' })
  open.gestures.typeInto(present(open.target, 'the cell'), '110')
  expect(open.model).toBe(before)
  expect(open.message?.sentence).toMatch(/as it was\.$/)
  expect(await open.ledger.whenSaved()).toBe(true)
  expect(store.written).toEqual([])
})

test('[K1] how the model is looked at is saved too before it says so', async () => {
  const { store, open } = await openSample()
  open.look({ isHintDismissed: true })
  expect(open.saveState).toEqual({ kind: 'saving' })
  await vi.waitFor(() => {
    expect(open.saveState).toEqual({ kind: 'saved' })
  })
  expect(settled(await store.openModel('m')).view.isHintDismissed).toBe(true)
})
