import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isProblem } from '#model/problem.ts'
import type { Change, Opened } from '#store/store.ts'
import { editFrom, editKinds } from '../model/randomEdits.ts'
import {
  commitAll,
  editing,
  enter,
  going,
  openSample,
  openTab,
  redoing,
  refused,
  rowsIn,
  settled,
  textOf,
  undoing,
} from './sample.ts'

const growth = (opened: Opened): unknown => opened.model.rows.get('base')?.get('2026-03')?.entries.get('growth')

test('[HS4] going back is one edit, which one undo takes back and one redo makes again, across a reload', async () => {
  const { name, store, opened } = await openSample()
  const edited = await commitAll(
    store,
    opened,
    [1, 2, 3].map((value) => editing([enter(value)])),
  )
  const back = settled(await store.commit(edited, going(1)))
  expect(growth(back)).toBe(1)
  expect(back).toMatchObject({
    went: { taken: 2, made: 0 },
    entry: { seq: 4, act: 'edit', to: 1, edits: [enter(1)], inverse: [enter(3)], label: 'Back' },
  })
  const reloaded = await openTab(name)
  const forward = settled(await reloaded.commit(settled(await reloaded.openModel('m1')), undoing()))
  expect(growth(forward)).toBe(3)
  expect(growth(settled(await reloaded.commit(forward, redoing())))).toBe(1)
})

test('[HS4] one goes forward again as far as one was, and to what a new edit had ended for redo', async () => {
  const { store, opened } = await openSample()
  const edited = await commitAll(store, opened, [
    ...[1, 2, 3].map((value) => editing([enter(value)])),
    undoing(),
    undoing(),
    editing([enter(9, '2026-06')]),
  ])
  // 1 and the new edit hold; 2 and 3 were undone, and the new edit ended their redo.
  const branch = settled(await store.commit(edited, going(3)))
  expect([growth(branch), branch.model.rows.get('base')?.get('2026-06')]).toEqual([3, undefined])
  expect(branch.went).toEqual({ taken: 1, made: 2 })
  const there = settled(await store.commit(branch, going(6)))
  expect(textOf(there.model)).toBe(textOf(edited.model))
  expect(there.went).toEqual({ taken: 2, made: 1 })
})

test('[HS4] before the first change is a point like any other', async () => {
  const { store, opened } = await openSample()
  const edited = await commitAll(store, opened, [editing([enter(1)]), editing([enter(2)])])
  expect(textOf(settled(await store.commit(edited, going(0))).model)).toBe(textOf(opened.model))
})

test('[HS4] a tab that is behind goes to the point itself: what another did meanwhile is taken back too', async () => {
  const { name, store, opened } = await openSample()
  const first = await commitAll(store, opened, [editing([enter(1)], 'A')])
  const other = await openTab(name)
  const late = settled(await other.openModel('m1'))
  await commitAll(store, first, [editing([enter(5, '2026-06')], 'A'), editing([enter(6, '2026-09')], 'A')])
  const back = settled(await other.commit(late, going(1, 'B')))
  expect(textOf(back.model)).toBe(textOf(first.model))
  expect(back).toMatchObject({ went: { taken: 2, made: 0 }, foreign: [{ seq: 2 }, { seq: 3 }] })
  const followed = settled(await store.catchUp(first))
  expect(followed.foreign.at(-1)).toMatchObject({ act: 'edit', to: 1, tab: 'B' })
  expect(textOf(followed.model)).toBe(textOf(first.model))
})

test('[HS4] where the model is as it was then already, nothing is written', async () => {
  const { name, store, opened } = await openSample()
  const edited = await commitAll(store, opened, [editing([enter(1)]), editing([enter(2)]), editing([enter(1)])])
  expect(refused(await store.commit(edited, going(1))).sentence).toBe(
    'The model is already as it was then: there is nothing to take back.',
  )
  expect(await rowsIn(name, 'journal')).toHaveLength(3)
})

test('[HS5] what was folded away cannot be gone back to, but the oldest state kept can', async () => {
  const { store, opened } = await openSample({ entries: 4, bytes: 1_000_000 })
  const edited = await commitAll(
    store,
    opened,
    [1, 2, 3, 4, 5].map((value) => editing([enter(value)])),
  )
  // As in the journal's own test, entries 1 and 2 are folded away.
  expect(refused(await store.commit(edited, going(1))).sentence).toMatch(/^This change was folded away/)
  const oldest = settled(await store.commit(edited, going(2)))
  expect(growth(oldest)).toBe(2)
  expect(oldest.went).toEqual({ taken: 3, made: 0 })
})

test('[HS6] a point can be read without going there', async () => {
  const { name, store, opened } = await openSample()
  const edited = await commitAll(store, opened, [editing([enter(1)]), editing([enter(2)]), undoing()])
  const then = settled(await store.readPoint(edited, 2))
  expect(growth({ ...edited, model: then })).toBe(2)
  expect(await rowsIn(name, 'journal')).toHaveLength(3)
})

const someSteps = fc.array(
  fc.record({
    act: fc.nat(9),
    kind: fc.nat(editKinds.length - 1),
    place: fc.nat(9999),
    value: fc.integer({ min: -40, max: 40 }),
  }),
  { minLength: 12, maxLength: 40 },
)

type Step = { readonly act: number; readonly kind: number; readonly place: number; readonly value: number }

const changeFrom = (current: Opened, { act, ...seed }: Step, at: number): Change => {
  if (act === 0) return undoing()
  if (act === 1) return redoing()
  if (act === 2) return going(seed.place % (current.cursor.head + 1))
  return editing([editFrom(current.model, { ...seed, fresh: `new${at}` })])
}

test('[HS4] every point of a journal of edits of every kind, undoes, redoes and goings is reached to the byte (seed 20260202)', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, async (steps) => {
      const { name, store, opened } = await openSample()
      const texts = new Map([[0, textOf(opened.model)]])
      let current: Opened = opened
      for (const [at, step] of steps.entries()) {
        if (at % 6 === 5) current = settled(await (await openTab(name)).openModel('m1'))
        const next = await store.commit(current, changeFrom(current, step, at))
        if (isProblem(next)) continue
        current = next
        texts.set(current.cursor.head, textOf(current.model))
      }
      const last = textOf(current.model)
      for (const [seq, text] of [...texts]) {
        expect(textOf(settled(await store.readPoint(current, seq)))).toBe(text)
        const there = await store.commit(current, going(seq))
        if (isProblem(there)) {
          expect(text).toBe(last)
          continue
        }
        expect(textOf(settled(await store.openModel('m1')).model)).toBe(text)
        current = settled(await store.commit(there, undoing()))
        expect(textOf(current.model)).toBe(last)
      }
    }),
    { seed: 20_260_202, numRuns: 10 },
  )
}, 60_000)
