import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Opened, Store } from '#store/store.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { editFrom, editKinds, type Seed } from '../model/randomEdits.ts'
import { editsFrom, seedOf } from './randomEdits.ts'
import {
  commitAll,
  editing,
  enter,
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

test('[K3] undo and redo walk the log, and a new edit ends what could be redone', async () => {
  const { store, opened } = await openSample()
  const edited = await commitAll(store, opened, [editing([enter(1)]), editing([enter(2)]), editing([enter(3)])])
  const steps = [
    undoing(),
    undoing(),
    redoing(),
    undoing(),
    undoing(),
    redoing(),
    editing([enter(9)]),
    undoing(),
    undoing(),
  ]
  const seen: unknown[] = []
  let current: Opened = edited
  for (const step of steps) {
    current = await commitAll(store, current, [step])
    seen.push(growth(current))
  }
  expect(seen).toEqual([2, 1, 2, 1, 0.35, 1, 9, 1, 0.35])
  expect(refused(await store.commit(current, undoing())).sentence).toBe('There is nothing to undo.')
  expect(growth(await commitAll(store, current, [redoing(), redoing()]))).toBe(9)
})

test('[K3] after a new edit there is nothing to redo', async () => {
  const { store, opened } = await openSample()
  const edited = await commitAll(store, opened, [editing([enter(1)]), undoing(), editing([enter(2)])])
  expect(edited.cursor.redo).toBeNull()
  expect(refused(await store.commit(edited, redoing()))).toMatchObject({
    kind: 'edit',
    sentence: 'There is nothing to redo.',
  })
})

test('undo and redo are entries of their own, linked to what they take back', async () => {
  const { name, store, opened } = await openSample()
  await commitAll(store, opened, [
    editing([enter(1)], 'tab', 'first'),
    editing([enter(2)], 'tab', 'second'),
    undoing(),
    undoing(),
    redoing(),
    redoing(),
  ])
  expect(await rowsIn(name, 'journal')).toMatchObject([
    { seq: 1, act: 'edit', of: null, under: null, label: 'first', inverse: [enter(0.35)] },
    { seq: 2, act: 'edit', of: null, under: 1, label: 'second', inverse: [enter(1)] },
    { seq: 3, act: 'undo', of: 2, under: null, label: 'second', edits: [enter(1)], inverse: [enter(2)] },
    { seq: 4, act: 'undo', of: 1, under: 3, label: 'first', edits: [enter(0.35)], inverse: [enter(1)] },
    { seq: 5, act: 'redo', of: 4, under: null, label: 'first', edits: [enter(1)], inverse: [enter(0.35)] },
    { seq: 6, act: 'redo', of: 3, under: 5, label: 'second', edits: [enter(2)], inverse: [enter(1)] },
  ])
})

/** Repeats an act until there is nothing left, reloading now and then; gives the text after each step. */
const walk = async (name: string, store: Store, act: 'undo' | 'redo', steps: number): Promise<readonly string[]> => {
  const texts: string[] = []
  let current: Opened = settled(await store.openModel('m1'))
  for (let step = 0; step < steps; step += 1) {
    if (step % 7 === 3) current = settled(await (await openTab(name)).openModel('m1'))
    current = await commitAll(store, current, [act === 'undo' ? undoing() : redoing()])
    texts.push(textOf(current.model))
  }
  expect(isProblem(await store.commit(current, act === 'undo' ? undoing() : redoing()))).toBe(true)
  return texts
}

test('[K3] undoing all gives the first document to the byte, redoing all the last, across reloads (seed 20260201)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(seedOf, { minLength: 10, maxLength: 40 }), async (seeds) => {
      const { name, store, opened } = await openSample()
      const texts = [textOf(opened.model)]
      let current: Opened = opened
      for (const [at, seed] of seeds.entries()) {
        if (at % 5 === 4) current = settled(await store.openModel('m1'))
        const next = await store.commit(current, editing(editsFrom(current.model, seed)))
        if (isProblem(next)) continue
        current = next
        texts.push(textOf(current.model))
      }
      const steps = texts.length - 1
      expect(textOf(settled(await store.openModel('m1')).model)).toBe(texts.at(-1))
      expect(await walk(name, store, 'undo', steps)).toEqual(texts.slice(0, -1).reverse())
      expect(textOf(settled(await store.openModel('m1')).model)).toBe(texts[0])
      expect(await walk(name, store, 'redo', steps)).toEqual(texts.slice(1))
      expect(textOf(settled(await store.openModel('m1')).model)).toBe(texts.at(-1))
    }),
    { seed: 20_260_201, numRuns: 12 },
  )
}, 60_000)

const someDeeds = fc.array(
  fc.array(
    fc.record({
      kind: fc.nat(editKinds.length - 1),
      place: fc.nat(9999),
      value: fc.integer({ min: -40, max: 40 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 12, maxLength: 40 },
)

/** The edits of one deed, each made for the model the ones before lead to; those that do not apply are left out. */
const deedFrom = (model: Model, seeds: readonly Omit<Seed, 'fresh'>[], at: number): readonly Edit[] => {
  const edits: Edit[] = []
  let current = model
  for (const [index, seed] of seeds.entries()) {
    const edit = editFrom(current, { ...seed, fresh: `new${at}of${index}` })
    const next = applyEdits(current, [edit])
    if (isProblem(next)) continue
    current = next
    edits.push(edit)
  }
  return edits
}

test('[K3] deeds of every kind of edit undo and redo in one step each, to the byte, with reloads between (seed 20260203)', async () => {
  await fc.assert(
    fc.asyncProperty(someDeeds, async (deeds) => {
      const { name, store, opened } = await openSample()
      const texts = [textOf(opened.model)]
      let current: Opened = opened
      for (const [at, seeds] of deeds.entries()) {
        if (at % 5 === 4) current = settled(await (await openTab(name)).openModel('m1'))
        const next = await store.commit(current, editing(deedFrom(current.model, seeds, at)))
        if (isProblem(next)) continue
        current = next
        texts.push(textOf(current.model))
      }
      const steps = texts.length - 1
      expect(await walk(name, store, 'undo', steps)).toEqual(texts.slice(0, -1).reverse())
      expect(await walk(name, store, 'redo', steps)).toEqual(texts.slice(1))
    }),
    { seed: 20_260_203, numRuns: 8 },
  )
}, 60_000)
