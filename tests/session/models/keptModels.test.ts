// Whole models: renamed, copied, deleted and brought back, open or not, and told of from tab to tab.

import { describe, expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import type { FileText } from '#session/models/surroundings.ts'
import { sample, settled } from '../../model/sample.ts'
import { at, benchOver, failingStore, keep, newStoreName } from '../bench.ts'

const twoModels = async () => {
  const name = newStoreName()
  const store = await failingStore(name)
  await keep(store, sample({ id: 'one', name: 'One' }))
  await keep(store, sample({ id: 'two', name: 'Two' }))
  const files: FileText[] = []
  const bench = benchOver(store, { giveFile: (file) => files.push(file) })
  await bench.workbench.start('one')
  return { name, store, files, ...bench }
}

const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name).sort()

describe('renaming', () => {
  test('[MD11] the open model is an edit: window, list and file follow, and undo takes it back', async () => {
    const { workbench, files } = await twoModels()
    expect(await workbench.kept.rename('one', ' Uno ')).toBeNull()
    const open = present(workbench.open, 'one')
    expect([open.model.name, names(workbench.models)]).toEqual(['Uno', ['Two', 'Uno']])
    await workbench.saveFile()
    expect(files.at(-1)?.name).toBe('Uno 2026-11-23.json')
    open.undo()
    await open.ledger.whenSaved()
    expect(open.model.name).toBe('One')
  })

  test('[MD11] another model is renamed where it lies, with the way back on offer', async () => {
    const { workbench, store } = await twoModels()
    expect(await workbench.kept.rename('two', 'Due')).toBeNull()
    expect(workbench.messageNow?.sentence).toBe('“Two” is renamed “Due”.')
    expect(settled(await store.openModel('two')).model.name).toBe('Due')
    workbench.messageNow?.action?.run()
    await vi.waitFor(() => {
      expect(names(workbench.models)).toEqual(['One', 'Two'])
    })
  })

  test('[MD11] the way back says why where the old name has been taken since', async () => {
    const { workbench, store } = await twoModels()
    await workbench.kept.rename('two', 'Due')
    const back = workbench.messageNow?.action
    await keep(store, sample({ id: 'three', name: 'Two' }))
    back?.run()
    await vi.waitFor(() => {
      expect([workbench.messageNow?.tone, workbench.messageNow?.sentence]).toEqual([
        'problem',
        'There is a model “Two” already: choose another name.',
      ])
    })
  })

  test('[MD11] a name that another has, or none, is refused; the same is nothing', async () => {
    const { workbench, store } = await twoModels()
    expect(await workbench.kept.rename('two', 'ONE')).toBe('There is a model “ONE” already: choose another name.')
    expect(await workbench.kept.rename('two', ' ')).toBe('Give the model a name, such as the company’s.')
    expect(await workbench.kept.rename('two', 'Two')).toBeNull()
    expect(store.written).toEqual([])
  })
})

describe('a copy', () => {
  test('[MD11] has scenarios, numbers, snapshots and charts under a free name, and leaves the original alone', async () => {
    const { workbench, store } = await twoModels()
    const open = present(workbench.open, 'one')
    await open.snapshots.takeNamed('As sent')
    open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'costs', entry: 7 }], 'seven')
    open.look({ charts: { ...open.view.charts, charts: [] } })
    const id = present(await workbench.kept.duplicate('one'), 'the copy')
    const copy = settled(await store.openModel(id))
    expect(copy.model).toEqual({ ...open.model, id, name: 'One (2)' })
    expect(copy.view.charts.charts).toEqual([])
    expect(settled(await store.keptSnapshots(id)).map(({ name }) => name)).toEqual(['As sent'])
    expect(settled(await store.keptSnapshots('one'))).toHaveLength(1)
    expect(workbench.open).toBe(open)
    expect(workbench.messageNow?.sentence).toBe('“One (2)” is a copy of “One”, with 1 snapshot.')
  })

  test('[MD11] of a model that cannot be read is refused in a sentence', async () => {
    const { workbench } = await twoModels()
    expect(await workbench.kept.duplicate('gone')).toBeNull()
    expect(workbench.messageNow?.tone).toBe('problem')
  })
})

describe('deleting', () => {
  test('[MD11] the open model opens another, and undo brings it back open, with its snapshots', async () => {
    const { workbench, store } = await twoModels()
    await workbench.open?.snapshots.takeNamed('As sent')
    await workbench.kept.remove('one')
    expect(workbench.open?.model.name).toBe('Two')
    expect(workbench.messageNow?.sentence).toBe('One is deleted. It can be brought back until you leave the page.')
    workbench.messageNow?.action?.run()
    await vi.waitFor(() => {
      expect(workbench.open?.model.name).toBe('One')
    })
    expect(settled(await store.keptSnapshots('one'))).toHaveLength(1)
    expect(workbench.kept.deleted).toEqual([])
  })

  test('[MD11] another leaves the open one open; all that was deleted stays at hand, the last one included', async () => {
    const { workbench, addresses } = await twoModels()
    await workbench.kept.remove('two')
    expect(workbench.open?.model.name).toBe('One')
    await workbench.kept.remove('one')
    expect([workbench.open, workbench.models, addresses.at(-1)]).toEqual([null, [], null])
    expect(workbench.kept.deleted.map(({ model }) => model.name)).toEqual(['One', 'Two'])
    await workbench.kept.restore('two')
    expect(workbench.open?.model.name).toBe('Two')
  })
})

test('[MD12] a backup of any model is a file, and the list knows when it was made', async () => {
  const { workbench, files } = await twoModels()
  await workbench.kept.saveFile('two')
  expect(files.map(({ name }) => name)).toEqual(['Two 2026-11-23.json'])
  expect(workbench.models.find(({ id }) => id === 'two')?.backedUpAt).toBe(at)
  expect(workbench.open?.backedUpAt).toBeNull()
})

describe('two tabs', () => {
  const twoTabs = async () => {
    const bench = await twoModels()
    const other = benchOver(await failingStore(bench.name), { tab: 'tab 2' }).workbench
    await other.start('one')
    return { ...bench, other }
  }

  test('[MD17] a model deleted in one is told in the other, which can keep what it shows', async () => {
    const { workbench, other } = await twoTabs()
    const shown = present(other.open, 'one').model
    await workbench.kept.remove('one')
    await vi.waitFor(() => {
      expect(other.messageNow?.sentence).toBe(
        '“One” was deleted in another tab. What is on screen here is not kept any more.',
      )
    })
    other.messageNow?.action?.run()
    await vi.waitFor(() => {
      expect(other.messageNow?.sentence).toContain('“One” is kept.')
    })
    const kept = present(other.open, 'the copy').model
    expect({ ...kept, id: 'one' }).toEqual(shown)
    expect(kept.id).not.toBe('one')
    await workbench.kept.restore('one')
    expect(names(workbench.models)).toEqual(['One', 'One', 'Two'])
  })

  test('[MD17] another model opens as usual after that', async () => {
    const { workbench, other } = await twoTabs()
    await workbench.kept.remove('one')
    await vi.waitFor(() => {
      expect(other.messageNow?.tone).toBe('problem')
    })
    await other.openModel('two')
    expect(other.open?.model.name).toBe('Two')
  })

  test('[MD17] a model renamed in one is so in the other, and said', async () => {
    const { workbench, other } = await twoTabs()
    await workbench.kept.rename('one', 'Uno')
    await vi.waitFor(() => {
      expect(other.open?.model.name).toBe('Uno')
    })
    expect(other.messageNow?.sentence).toBe('Another tab changed this model: Model renamed: “One” → “Uno”.')
  })

  test('[MD10] the list follows every tab while it is watched', async () => {
    const { workbench, other } = await twoTabs()
    const stop = other.kept.watch()
    await workbench.kept.rename('two', 'Due')
    await vi.waitFor(() => {
      expect(names(other.models)).toEqual(['Due', 'One'])
    })
    stop()
  })
})
