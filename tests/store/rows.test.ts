import { expect, test, vi } from 'vitest'
import {
  commitAll,
  editing,
  enter,
  everything,
  line,
  moment,
  newName,
  openSample,
  openTab,
  refused,
  rowsIn,
  sample,
  settled,
  textOf,
  view,
} from './sample.ts'

test('a model comes back as it was added, in another tab too', async () => {
  const { name, store } = await openSample()
  for (const tab of [store, await openTab(name)]) {
    const opened = settled(await tab.openModel('m1'))
    expect(opened.model).toEqual(sample())
    expect(textOf(opened.model)).toBe(textOf(sample()))
    expect(opened).toMatchObject({ view, changedAt: moment, backedUpAt: null })
    expect(opened.cursor).toEqual({ head: 0, undo: null, redo: null, folded: 0, count: 0, bytes: 0 })
  }
})

test('the rows are plain: lists of cells by line, whatever the line is called', async () => {
  const { name } = await openSample()
  expect(await rowsIn(name, 'quarters')).toEqual([
    {
      modelId: 'm1',
      scenarioId: 'base',
      quarter: '2025-06',
      cells: [
        { line: 'revenue', value: 247_652 },
        { line: '__proto__', value: 0 },
      ],
    },
    {
      modelId: 'm1',
      scenarioId: 'base',
      quarter: '2025-09',
      cells: [
        { line: 'revenue', value: 247_795 },
        { line: 'growth', note: { text: 'why', source: null } },
      ],
    },
    { modelId: 'm1', scenarioId: 'base', quarter: '2026-03', cells: [{ line: 'growth', value: 0.35 }] },
    { modelId: 'm1', scenarioId: 'bull', quarter: '2026-03', cells: [{ line: 'growth', release: true }] },
  ])
  expect(await rowsIn(name, 'scenarios')).toEqual([
    { modelId: 'm1', id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: [] },
    {
      modelId: 'm1',
      id: 'bull',
      name: 'Bull',
      parent: 'base',
      colour: 'green',
      formulas: [
        { line: '__proto__', formula: '' },
        { line: 'revenue', formula: '2' },
      ],
    },
  ])
  expect(await rowsIn(name, 'models')).toMatchObject([{ id: 'm1', name: 'Sample', scenarios: ['base', 'bull'], view }])
})

test('[K1] a commit writes the rows that changed and no other', async () => {
  const { name, store, opened } = await openSample()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  const committed = settled(
    await store.commit(opened, editing([enter(0.4)], 'tab', 'Growth FY26 Q4 in Base: 35 % → 40 %')),
  )
  const written = put.mock.calls.map(([row]: unknown[]) => row)
  put.mockRestore()
  expect(written).toHaveLength(2)
  expect(written[0]).toMatchObject({ id: 'm1', cursor: committed.cursor })
  expect(written[1]).toEqual({
    modelId: 'm1',
    scenarioId: 'base',
    quarter: '2026-03',
    cells: [{ line: 'growth', value: 0.4 }],
  })
  expect(committed.cursor).toMatchObject({ head: 1, undo: 1, redo: null, count: 1 })
  expect(await rowsIn(name, 'journal')).toEqual([
    {
      seq: 1,
      modelId: 'm1',
      act: 'edit',
      edits: [enter(0.4)],
      inverse: [enter(0.35)],
      label: 'Growth FY26 Q4 in Base: 35 % → 40 %',
      at: moment,
      tab: 'tab',
      of: null,
      under: null,
    },
  ])
})

test('rows that become empty, and scenarios that go, are deleted', async () => {
  const { name, store, opened } = await openSample()
  await commitAll(store, opened, [
    editing([enter(null, '2026-03', 'growth', 'bull')]),
    editing([{ kind: 'remove scenario', scenario: 'bull' }]),
  ])
  const { quarters, scenarios } = await everything(name)
  expect(quarters).toHaveLength(3)
  expect(scenarios).toMatchObject([{ id: 'base' }])
  expect(settled(await store.openModel('m1')).model.scenarios).toHaveLength(1)
})

test('[K2] an edit that makes the model unsound is refused, and nothing is written', async () => {
  const { name, store, opened } = await openSample()
  const before = await everything(name)
  const twice = editing([{ kind: 'insert line', line: line('revenue', { key: 'other' }), at: 0 }])
  expect(refused(await store.commit(opened, twice))).toMatchObject({
    kind: 'edit',
    sentence: 'The change does not fit the model: “revenue” stands for two things.',
  })
  expect(await everything(name)).toEqual(before)
})

test('[M5] the view and the backup are kept beside the model, and a commit leaves them alone', async () => {
  const { store, opened } = await openSample()
  const drafts = { releases: view.release.drafts, formulas: view.formulaDrafts }
  expect(await store.saveView('m1', { ...view, foldedYears: [] }, drafts)).toEqual(drafts)
  expect(await store.markBackedUp('m1', '2026-02-02T00:00:00.000Z')).toBeNull()
  await commitAll(store, opened, [{ ...editing([enter(1)]), at: '2026-02-03T00:00:00.000Z' }])
  expect(settled(await store.openModel('m1'))).toMatchObject({
    view: { ...view, foldedYears: [] },
    backedUpAt: '2026-02-02T00:00:00.000Z',
    changedAt: '2026-02-03T00:00:00.000Z',
  })
  expect(refused(await store.saveView('none', view, drafts)).kind).toBe('storage')
})

test('[M5] a view of a scenario that is gone shows Base', async () => {
  const { store, opened } = await openSample()
  await commitAll(store, opened, [
    editing([enter(null, '2026-03', 'growth', 'bull'), { kind: 'remove scenario', scenario: 'bull' }]),
  ])
  expect(settled(await store.openModel('m1')).view).toEqual({ ...view, scenario: 'base' })
})

test('[K9] models are listed, the newest change first; adding never overwrites', async () => {
  const store = await openTab(newName())
  settled(await store.addModel(sample('m1', 'Older'), view, '2026-01-01T00:00:00.000Z'))
  settled(await store.addModel(sample('m2', 'Newer'), view, '2026-01-02T00:00:00.000Z'))
  expect(refused(await store.addModel(sample('m1', 'Other'), view, moment)).sentence).toContain('left as it is')
  // Three lines, June 2025 to December 2026.
  const rest = { backedUpAt: null, edits: 0, size: { lines: 3, quarters: 7 } }
  expect(await store.listModels()).toEqual([
    { id: 'm2', name: 'Newer', changedAt: '2026-01-02T00:00:00.000Z', ...rest },
    { id: 'm1', name: 'Older', changedAt: '2026-01-01T00:00:00.000Z', ...rest },
  ])
})

test('a removed model leaves nothing behind and comes back with its journal; others stay', async () => {
  const { name, store, opened } = await openSample({ entries: 4, bytes: 1e6 })
  settled(await store.addModel(sample('m2', 'Other'), view, moment))
  const committed = await commitAll(
    store,
    opened,
    [1, 2, 3, 4, 5, 6].map((value) => editing([enter(value)])),
  )
  const before = await everything(name)
  const removed = settled(await store.removeModel('m1'))
  const left = await everything(name)
  expect(left['models']).toMatchObject([{ id: 'm2' }])
  expect(left['scenarios']).toHaveLength(2)
  expect(left['quarters']).toHaveLength(4)
  expect(left['journal']).toEqual([])
  expect(left['snapshots']).toEqual([])
  expect(refused(await store.openModel('m1')).kind).toBe('storage')
  expect(refused(await store.commit(committed, editing([enter(1)]))).sentence).toContain(
    'no longer in the browser’s storage',
  )
  expect(refused(await store.catchUp(committed)).kind).toBe('storage')
  expect(await store.restoreModel(removed)).toBeNull()
  expect(await everything(name)).toEqual(before)
  expect(refused(await store.restoreModel(removed)).sentence).toContain('left as it is')
})
