import { expect, test } from 'vitest'
import { commitAll, editing, enter, openSample, refused, sample, settled, undoing, view, moment } from './sample.ts'

test('[HS1] a journal is read newest first, in pages that meet, whatever other models wrote in between', async () => {
  const { store, opened } = await openSample()
  const other = settled(await store.addModel(sample('m2', 'Other'), view, moment))
  const first = await commitAll(store, opened, [editing([enter(1)], 'tab', 'first')])
  await commitAll(store, other, [editing([enter(5)], 'tab', 'elsewhere')])
  await commitAll(store, first, [editing([enter(2)], 'tab', 'second'), undoing('other tab')])

  const newest = settled(await store.readJournal('m1', { before: null, limit: 2 }))
  expect(newest).toMatchObject({
    entries: [
      { seq: 4, act: 'undo', of: 3, label: 'second', tab: 'other tab', edits: [enter(1)] },
      { seq: 3, act: 'edit', of: null, label: 'second', edits: [enter(2)], inverse: [enter(1)] },
    ],
    isLast: false,
    folded: 0,
  })
  const older = settled(await store.readJournal('m1', { before: 3, limit: 2 }))
  expect(older).toMatchObject({ entries: [{ seq: 1, label: 'first' }], isLast: true })
  expect(settled(await store.readJournal('m1', { before: 1, limit: 2 })).entries).toEqual([])
})

test('[HS1] a journal that was folded says up to where it is gone', async () => {
  const { store, opened } = await openSample({ entries: 4, bytes: 1_000_000 })
  // Past four entries the oldest fold until three quarters of four are left: the fifth leaves 3, 4 and 5.
  await commitAll(
    store,
    opened,
    [1, 2, 3, 4, 5].map((value) => editing([enter(value)])),
  )
  const page = settled(await store.readJournal('m1', { before: null, limit: 100 }))
  expect(page.entries.map(({ seq }) => seq)).toEqual([5, 4, 3])
  expect(page).toMatchObject({ isLast: true, folded: 2 })
})

test('[HS1] one entry is read by its number, if it is the model’s and not folded away', async () => {
  const { store, opened } = await openSample({ entries: 4, bytes: 1_000_000 })
  const other = settled(await store.addModel(sample('m2', 'Other'), view, moment))
  const first = await commitAll(store, opened, [editing([enter(1)], 'tab', 'first')])
  await commitAll(store, other, [editing([enter(5)], 'tab', 'elsewhere')])
  expect(settled(await store.readEntry('m1', 1))).toMatchObject({ seq: 1, label: 'first', edits: [enter(1)] })
  expect([await store.readEntry('m1', 2), await store.readEntry('m1', 3)]).toEqual([null, null])
  await commitAll(
    store,
    first,
    [1, 2, 3, 4].map((value) => editing([enter(value)])),
  )
  expect(await store.readEntry('m1', 1)).toBeNull()
})

test('a journal of a model that was deleted is a Problem', async () => {
  const { store } = await openSample()
  await store.removeModel('m1')
  expect(refused(await store.readJournal('m1', { before: null, limit: 1 })).kind).toBe('storage')
})
