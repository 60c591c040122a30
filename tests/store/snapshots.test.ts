// Snapshots in the store: listed, kept, renamed, deleted and read, and those of an older Paceline.

import { expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { toDocument } from '#model/document.ts'
import type { SnapshotRow } from '#store/store.ts'
import { inTable, moment, openSample, refused, sample, settled, textOf, view } from './sample.ts'

const snapshot = (id: string, more: Partial<SnapshotRow> = {}): SnapshotRow => ({
  id,
  modelId: 'm1',
  name: `Version ${id}`,
  at: moment,
  kind: 'named',
  document: toDocument(sample('m1', 'As it was'), moment),
  ...more,
})

test('[Z1] snapshots are listed newest first, with why they were made and the last actual then', async () => {
  const { store } = await openSample()
  settled(await store.addSnapshot(snapshot('a', { at: '2026-01-02T00:00:00.000Z' })))
  settled(await store.addSnapshot(snapshot('b', { at: '2026-01-03T00:00:00.000Z', kind: 'before restore' })))
  const document = { ...toDocument(sample(), moment), lastActual: null }
  settled(await store.addSnapshot(snapshot('c', { at: '2026-01-01T00:00:00.000Z', document })))
  expect(settled(await store.listSnapshots('m1'))).toEqual([
    {
      ...{ id: 'b', name: 'Version b', at: '2026-01-03T00:00:00.000Z' },
      ...{ kind: 'before restore', lastActual: '2025-09' },
    },
    { id: 'a', name: 'Version a', at: '2026-01-02T00:00:00.000Z', kind: 'named', lastActual: '2025-09' },
    { id: 'c', name: 'Version c', at: '2026-01-01T00:00:00.000Z', kind: 'named', lastActual: null },
  ])
  expect(settled(await store.listSnapshots('m2'))).toEqual([])
  expect(settled(await store.keptSnapshots('m1')).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('[Z1] one is read as the model it was, under the id of the model', async () => {
  const { store } = await openSample()
  settled(await store.addSnapshot(snapshot('a')))
  const read = settled(await store.readSnapshot('a'))
  expect([read.id, read.name]).toEqual(['m1', 'As it was'])
  expect(textOf(read)).toBe(textOf(sample('m1', 'As it was')))
})

test('[Z2] renamed and deleted, it is so in every tab; what was deleted comes back as it was', async () => {
  const { store } = await openSample()
  settled(await store.addSnapshot(snapshot('a')))
  expect(await store.renameSnapshot('a', 'Q3 as sent')).toBeNull()
  expect(settled(await store.listSnapshots('m1'))[0]?.name).toBe('Q3 as sent')
  const removed = settled(await store.removeSnapshot('a'))
  expect(settled(await store.listSnapshots('m1'))).toEqual([])
  for (const answer of [
    await store.renameSnapshot('a', 'x'),
    await store.removeSnapshot('a'),
    await store.readSnapshot('a'),
  ])
    expect(refused(answer).sentence).toBe('This snapshot is no longer kept: it was deleted in another tab.')
  expect(await store.addSnapshot(removed)).toBeNull()
  expect(settled(await store.listSnapshots('m1'))[0]?.name).toBe('Q3 as sent')
})

test('[Z1] none is kept of a model that is gone; a deleted model takes them along and brings them back', async () => {
  const { store } = await openSample()
  settled(await store.addSnapshot(snapshot('a')))
  const removed = settled(await store.removeModel('m1'))
  expect(settled(await store.listSnapshots('m1'))).toEqual([])
  expect(refused(await store.addSnapshot(snapshot('b'))).sentence).toContain('deleted')
  expect(await store.restoreModel(removed)).toBeNull()
  expect(settled(await store.listSnapshots('m1')).map(({ id }) => id)).toEqual(['a'])
})

test('[Z8] a new model is kept together with the snapshots that came along, or not at all', async () => {
  const { store } = await openSample()
  const { modelId: _, ...came } = snapshot('a')
  settled(await store.addModel(sample('m2', 'Other'), view, moment, [came, { ...came, id: 'b' }]))
  expect(settled(await store.listSnapshots('m2')).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(settled(await store.readSnapshot('a')).id).toBe('m2')
  await expect(store.addModel(sample('m3', 'Third'), view, moment, [came])).rejects.toThrow()
  expect(settled(await store.listModels()).map(({ id }) => id)).not.toContain('m3')
})

test('[Z2] a snapshot without a kind, of an older Paceline, is one that the journal was folded into', async () => {
  const { name, store } = await openSample()
  const { kind: _, ...old } = snapshot('m1.folded')
  await inTable(name, 'snapshots', (table) => table.add(old))
  expect(settled(await store.listSnapshots('m1'))).toMatchObject([{ id: 'm1.folded', kind: 'folded' }])
})

test('[Z2] a damaged one is listed, says so when it is read, and can be deleted', async () => {
  const { name, store } = await openSample()
  const damaged = { id: 'x', modelId: 'm1', name: 'Torn', at: moment, kind: 'named', document: { format: 'x' } }
  await inTable(name, 'snapshots', (table) => table.add(damaged))
  expect(present(settled(await store.listSnapshots('m1'))[0], 'one')).toMatchObject({ name: 'Torn', lastActual: null })
  expect(refused(await store.readSnapshot('x')).sentence).toMatch(/^The snapshot “Torn” is damaged\. /)
  settled(await store.removeSnapshot('x'))
  expect(settled(await store.listSnapshots('m1'))).toEqual([])
})
