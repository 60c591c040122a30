import { expect, test, vi } from 'vitest'
import { readDocument } from '#model/document.ts'
import { sizeOf, toJson, type EntryDraft } from '#store/journal.ts'
import type { Cursor } from '#store/store.ts'
import {
  commitAll,
  editing,
  enter,
  moment,
  openSample,
  openTab,
  redoing,
  refused,
  rowsIn,
  sample,
  settled,
  textOf,
  undoing,
} from './sample.ts'

const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'

test('[K5] a one-cell edit journals below 1 kB, with long ids and a label', async () => {
  const { name, store, opened } = await openSample()
  const line = { ...sample().lines[0], ...{ id: uuid, key: 'capex_total' } } as (typeof opened.model.lines)[number]
  const scenario = { id: `${uuid}2`, name: 'Bear', parent: 'base', colour: 'rose', formulas: new Map() } as const
  const grown = await commitAll(store, opened, [
    editing([
      { kind: 'insert line', line, at: 0 },
      { kind: 'insert scenario', scenario, at: 2 },
    ]),
    editing([enter(-12_345.678_901_234, '2026-06', uuid, scenario.id)]),
  ])
  const label = 'Capital expenditure incl. land FY27 Q1 in Bear: RMB -12,345.678901234 m → RMB 98,765.4321 m'
  await commitAll(store, grown, [editing([enter(98_765.432_109_876, '2026-06', uuid, scenario.id)], uuid, label)])
  const entry = (await rowsIn(name, 'journal')).at(-1)
  expect(entry).toMatchObject({ label, inverse: [enter(-12_345.678_901_234, '2026-06', uuid, scenario.id)] })
  expect(toJson(entry).length).toBeLessThan(1000)
})

test('an entry’s size is that of its JSON in UTF-8, maps as pairs', () => {
  const draft: EntryDraft = {
    modelId: 'm',
    act: 'undo',
    edits: [],
    inverse: [],
    label: '亿',
    at: '',
    tab: '',
    of: null,
    under: null,
  }
  // {"modelId":"m","act":"undo","edits":[],"inverse":[],"label":"亿","at":"","tab":"","of":null,"under":null}
  expect(sizeOf(draft)).toBe(106)
  expect(sizeOf({ ...draft, seq: 12_345 })).toBe(106)
  expect(toJson(new Map([['a', 1]]))).toBe('[["a",1]]')
})

test('[K1] writing waits for the disk: strict durability', async () => {
  const open = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const { store, opened } = await openSample()
  open.mockClear()
  await commitAll(store, opened, [editing([enter(1)])])
  const writing = open.mock.calls.filter(([, mode]) => mode === 'readwrite')
  open.mockRestore()
  expect(writing).toHaveLength(1)
  expect(writing[0]?.[2]).toEqual({ durability: 'strict' })
})

const cursorIn = async (name: string): Promise<Cursor> =>
  ((await rowsIn(name, 'models'))[0] as { cursor: Cursor }).cursor

test('[K5] past the limit the oldest entries fold into a snapshot of the model as it was before those kept', async () => {
  const { name, store, opened } = await openSample({ entries: 8, bytes: 1e6 })
  const eight = await commitAll(
    store,
    opened,
    [1, 2, 3, 4, 5, 6, 7, 8].map((value) => editing([enter(value)])),
  )
  expect(eight.cursor).toMatchObject({ count: 8, folded: 0 })
  expect(await rowsIn(name, 'snapshots')).toEqual([])
  const nine = await commitAll(store, eight, [editing([enter(9)])])
  // Three quarters of eight stay: 4 to 9.
  expect(nine.cursor).toMatchObject({ head: 9, undo: 9, count: 6, folded: 3 })
  expect(await cursorIn(name)).toEqual(nine.cursor)
  expect((await rowsIn(name, 'journal')).map((entry) => (entry as { seq: number }).seq)).toEqual([4, 5, 6, 7, 8, 9])
  const [snapshot] = (await rowsIn(name, 'snapshots')) as { modelId: string; at: string; document: unknown }[]
  expect(snapshot).toMatchObject({ modelId: 'm1', at: moment })
  const old = settled(readDocument(snapshot?.document, 'm1'))
  expect(old.rows.get('base')?.get('2026-03')?.entries.get('growth')).toBe(3)

  const undone = await commitAll(store, nine, [undoing(), undoing()])
  expect(undone.cursor).toMatchObject({ count: 8, folded: 3 })
  // 12 undoes 7 and passes the limit again: 7 to 12 stay, and what came before 7 can no longer be undone.
  const further = await commitAll(store, undone, [undoing()])
  expect(further.cursor).toMatchObject({ head: 12, undo: null, redo: 12, count: 6, folded: 6 })
  expect(await rowsIn(name, 'snapshots')).toHaveLength(1)
  const [moved] = (await rowsIn(name, 'snapshots')) as { document: unknown }[]
  const later = settled(readDocument(moved?.document, 'm1'))
  expect(later.rows.get('base')?.get('2026-03')?.entries.get('growth')).toBe(6)
})

test('[K5] what is folded away can no longer be undone, and that is the end of it', async () => {
  const { store, opened } = await openSample({ entries: 4, bytes: 1e6 })
  const edited = await commitAll(
    store,
    opened,
    [1, 2, 3, 4, 5].map((value) => editing([enter(value)])),
  )
  expect(edited.cursor).toMatchObject({ folded: 2, count: 3 })
  const undone = await commitAll(store, edited, [undoing()])
  const reloaded = settled(await store.openModel('m1'))
  expect(textOf(reloaded.model)).toBe(textOf(undone.model))
  // 3 and 4 are left to undo; the second undo passes the limit again and folds them away with 5.
  const rest = await commitAll(store, undone, [undoing()])
  expect(refused(await store.commit(rest, undoing())).sentence).toBe('There is nothing to undo.')
  expect(rest.model.rows.get('base')?.get('2026-03')?.entries.get('growth')).toBe(3)
  expect(
    settled(await store.commit(rest, redoing()))
      .model.rows.get('base')
      ?.get('2026-03')
      ?.entries.get('growth'),
  ).toBe(4)
})

test('what is folded away can no longer be redone either', async () => {
  const { store, opened } = await openSample({ entries: 4, bytes: 1e6 })
  // 3 undoes 2, 4 undoes 1, 5 redoes 4; the second fold keeps 5 to 7, so that 3 is gone when 7 would lead to it.
  const back = await commitAll(store, opened, [
    editing([enter(1)]),
    editing([enter(2)]),
    undoing(),
    undoing(),
    redoing(),
  ])
  expect(back.cursor).toMatchObject({ folded: 2, redo: 3 })
  const rest = await commitAll(store, back, [undoing(), redoing()])
  expect(rest.cursor).toMatchObject({ folded: 4, undo: 7, redo: null })
  expect(refused(await store.commit(rest, redoing())).sentence).toBe('There is nothing to redo.')
})

test('the size folds as the count does, but the newest entry always stays', async () => {
  const { store, opened } = await openSample({ entries: 1000, bytes: 600 })
  const one = await commitAll(store, opened, [editing([enter(1)])])
  expect(one.cursor).toMatchObject({ count: 1, folded: 0 })
  const long = await commitAll(store, one, [editing([enter(2)], 'tab', 'x'.repeat(1000))])
  expect(long.cursor).toMatchObject({ count: 1, folded: 1, undo: 2 })
  expect(textOf((await commitAll(store, long, [undoing()])).model)).toBe(textOf(one.model))
})

test('a tab whose head was folded away reads the rows instead', async () => {
  const limits = { entries: 4, bytes: 1e6 }
  const { name, store, opened } = await openSample(limits)
  const other = await openTab(name, limits)
  const known = settled(await other.openModel('m1'))
  const edited = await commitAll(
    store,
    opened,
    [1, 2, 3, 4, 5].map((value) => editing([enter(value)], 'A')),
  )
  const caughtUp = settled(await other.catchUp(known))
  expect(textOf(caughtUp.model)).toBe(textOf(edited.model))
  const mine = settled(await other.commit(known, editing([enter(6, '2026-06')], 'B')))
  expect(mine.foreign.map(({ seq }) => seq)).toEqual([3, 4, 5])
  expect(textOf(settled(await store.catchUp(edited)).model)).toBe(textOf(mine.model))
})
