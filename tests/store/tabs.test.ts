import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import { isProblem } from '#model/problem.ts'
import type { Change, Opened, Store } from '#store/store.ts'
import { editsFrom, seedOf, type Seed } from './randomEdits.ts'
import {
  commitAll,
  editing,
  enter,
  everything,
  moment,
  openSample,
  openTab,
  redoing,
  refused,
  sample,
  settled,
  textOf,
  undoing,
  view,
} from './sample.ts'

const twoTabs = async (limits?: { entries: number; bytes: number }) => {
  const { name, store, opened } = await openSample(limits)
  const other = await openTab(name, limits)
  return { name, store, other, opened, otherOpened: settled(await other.openModel('m1')) }
}

test('[K4] a tab that is behind gets the other’s edits first, then its own', async () => {
  const { store, other, opened, otherOpened } = await twoTabs()
  await commitAll(store, opened, [editing([enter(1)], 'A', 'one'), editing([enter(5, '2026-06')], 'A', 'five')])
  const late = settled(await other.commit(otherOpened, editing([enter(2)], 'B', 'two')))
  expect(late.foreign.map(({ label, tab }) => `${tab}: ${label}`)).toEqual(['A: one', 'A: five'])
  expect(late.entry).toMatchObject({ tab: 'B', inverse: [enter(1)] })
  expect(late.model.rows.get('base')?.get('2026-03')?.entries.get('growth')).toBe(2)
  expect(late.model.rows.get('base')?.get('2026-06')?.entries.get('growth')).toBe(5)
  expect(textOf(settled(await store.openModel('m1')).model)).toBe(textOf(late.model))
})

test('a tab catches up, keeping the objects of what did not change', async () => {
  const { store, other, opened, otherOpened } = await twoTabs()
  const edited = await commitAll(store, opened, [editing([enter(1)], 'A')])
  const caughtUp = settled(await other.catchUp(otherOpened))
  expect(caughtUp).toMatchObject({ cursor: edited.cursor, entry: null, madeBy: null, foreign: [{ tab: 'A' }] })
  expect(textOf(caughtUp.model)).toBe(textOf(edited.model))
  expect(caughtUp.model.rows.get('bull')).toBe(otherOpened.model.rows.get('bull'))
  expect(caughtUp.model.lines).toBe(otherOpened.model.lines)
  const again = settled(await other.catchUp(caughtUp))
  expect(again.model).toBe(caughtUp.model)
  expect(again.foreign).toEqual([])
})

test('a tab follows its own model only', async () => {
  const { store, other, otherOpened } = await twoTabs()
  const second = settled(await store.addModel(sample('m2', 'Other'), view, moment))
  await commitAll(store, second, [editing([enter(77)], 'A', 'elsewhere')])
  await commitAll(store, settled(await store.openModel('m1')), [editing([enter(5, '2026-06')], 'A', 'here')])
  const caughtUp = settled(await other.catchUp(otherOpened))
  expect(caughtUp.foreign.map(({ label }) => label)).toEqual(['here'])
  expect(caughtUp.model.rows.get('base')?.get('2026-03')?.entries.get('growth')).toBe(0.35)
})

test('a tab whose model was put in anew reads the rows', async () => {
  const { store, other, opened, otherOpened } = await twoTabs()
  const ahead = await commitAll(other, otherOpened, [editing([enter(1)])])
  settled(await store.removeModel('m1'))
  settled(await store.addModel(opened.model, view, moment))
  expect(textOf(settled(await other.catchUp(ahead)).model)).toBe(textOf(opened.model))
})

test('[K4] undo takes back the model’s last edit and says which tab made it', async () => {
  const { store, other, opened, otherOpened } = await twoTabs()
  await commitAll(store, opened, [editing([enter(1)], 'A', 'one')])
  const undone = settled(await other.commit(otherOpened, undoing('B')))
  expect(undone).toMatchObject({
    madeBy: 'A',
    entry: { act: 'undo', tab: 'B', label: 'one' },
    foreign: [{ label: 'one' }],
  })
  expect(textOf(undone.model)).toBe(textOf(opened.model))
  expect(settled(await other.commit(undone, redoing('B'))).madeBy).toBe('B')
})

test('[K2] an edit that no longer applies after another tab’s is refused, and nothing is written', async () => {
  const { name, store, other, opened, otherOpened } = await twoTabs()
  const line = { ...present(opened.model.lines[0], 'a line'), id: 'new', key: 'fresh' }
  await commitAll(store, opened, [editing([{ kind: 'insert line', line, at: 0 }], 'A')])
  const before = await everything(name)
  const clash = editing([enter(4), { kind: 'insert line', line: { ...line, id: 'new2' }, at: 0 }], 'B')
  expect(refused(await other.commit(otherOpened, clash))).toMatchObject({
    kind: 'edit',
    sentence: 'The key “fresh” is already that of “Line revenue”. Choose another.',
  })
  expect(await everything(name)).toEqual(before)
})

test('commits that do not wait for each other all arrive, in order', async () => {
  const { store, opened } = await openSample()
  const all = await Promise.all([1, 2, 3].map((value) => store.commit(opened, editing([enter(value)]))))
  expect(all.map((each) => settled(each).foreign.length)).toEqual([0, 1, 2])
  expect(
    settled(await store.catchUp(opened))
      .model.rows.get('base')
      ?.get('2026-03')
      ?.entries.get('growth'),
  ).toBe(3)
})

test('a watch tells the head at once and after each commit of any tab, until it is stopped', async () => {
  const { store, other, opened } = await twoTabs()
  const heads: (number | null)[] = []
  const stop = other.watch('m1', (head) => heads.push(head))
  await vi.waitFor(() => expect(heads).toEqual([0]))
  const first = await commitAll(store, opened, [editing([enter(1)])])
  await vi.waitFor(() => expect(heads).toEqual([0, 1]))
  await store.markBackedUp('m1', '2026-02-02T00:00:00.000Z')
  const second = await commitAll(other, first, [editing([enter(2)])])
  await vi.waitFor(() => expect(heads).toEqual([0, 1, 2]))
  stop()
  await commitAll(store, second, [editing([enter(3)])])
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(heads).toEqual([0, 1, 2])
})

const stepOf = fc.record({ tab: fc.boolean(), act: fc.nat(9), seed: seedOf })

const changeOf = (act: number, model: Opened['model'], seed: Seed, tab: string): Change =>
  act < 2 ? undoing(tab) : act < 4 ? redoing(tab) : editing(editsFrom(model, seed), tab)

const interleave = async (limits?: { entries: number; bytes: number }): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(stepOf, { minLength: 10, maxLength: 40 }), async (steps) => {
      const { store, other, opened, otherOpened } = await twoTabs(limits)
      const tabs: { A: Opened; B: Opened } = { A: opened, B: otherOpened }
      const stores: { A: Store; B: Store } = { A: store, B: other }
      // What the model reads after each edit still in force, and after each edit undone: the oracle of undo and redo.
      let past: readonly string[] = []
      let future: readonly string[] = []
      let now = textOf(opened.model)
      for (const { tab, act, seed } of steps) {
        const who = tab ? 'A' : 'B'
        const change = changeOf(act, tabs[who].model, seed, who)
        const result = await stores[who].commit(tabs[who], change)
        if (isProblem(result)) continue
        tabs[who] = result
        const is = textOf(result.model)
        if (change.act === 'edit') [past, future] = [[...past, now], []]
        if (change.act === 'undo') {
          expect(past.at(-1)).toBe(is)
          ;[past, future] = [past.slice(0, -1), [...future, now]]
        }
        if (change.act === 'redo') {
          expect(future.at(-1)).toBe(is)
          ;[past, future] = [[...past, now], future.slice(0, -1)]
        }
        now = is
      }
      for (const who of ['A', 'B'] as const)
        expect(textOf(settled(await stores[who].catchUp(tabs[who])).model)).toBe(now)
      expect(textOf(settled(await store.openModel('m1')).model)).toBe(now)
    }),
    { seed: 20_260_202, numRuns: 12 },
  )

test('two tabs that edit, undo and redo in turn end equal (seed 20260202)', () => interleave(), 60_000)

test(
  'so they do while the journal folds under them (seed 20260202)',
  () => interleave({ entries: 6, bytes: 1e6 }),
  60_000,
)

test('a watch tells that a model is deleted, and its head again once it is back', async () => {
  const { store, other } = await twoTabs()
  const heads: (number | null)[] = []
  const stop = other.watch('m1', (head) => heads.push(head))
  await vi.waitFor(() => expect(heads).toEqual([0]))
  const removed = settled(await store.removeModel('m1'))
  await vi.waitFor(() => expect(heads).toEqual([0, null]))
  expect(await store.restoreModel(removed)).toBeNull()
  await vi.waitFor(() => expect(heads).toEqual([0, null, 0]))
  stop()
})

test('the list of models is told to every tab that watches it, with how large each is', async () => {
  const { store, other, opened } = await twoTabs()
  const lists: string[] = []
  const stop = other.watchModels((models) =>
    lists.push(models.map(({ name, size, edits }) => `${name}: ${size?.lines} lines, ${edits} edits`).join(', ')),
  )
  const lines = opened.model.lines.length
  await vi.waitFor(() => expect(lists.at(-1)).toBe(`${opened.model.name}: ${lines} lines, 0 edits`))
  await commitAll(store, opened, [editing([{ kind: 'change model', change: { name: 'Renamed' } }])])
  await vi.waitFor(() => expect(lists.at(-1)).toBe(`Renamed: ${lines} lines, 1 edits`))
  await store.removeModel('m1')
  await vi.waitFor(() => expect(lists.at(-1)).toBe(''))
  stop()
})
