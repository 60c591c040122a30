// A database as version 1 of the schema wrote it, through plain IndexedDB. It stays as it is: whatever the schema becomes,
// Paceline opens it.

import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { firstView } from '#model/view.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { openStore } from '#store/store.ts'
import {
  commitAll,
  editing,
  enter,
  newName,
  openSample,
  openTab,
  refused,
  settled,
  undoing,
  redoing,
  moment,
  sample,
  view,
} from './sample.ts'

const writeVersion1 = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 10)
    request.onupgradeneeded = () => {
      const { result: database } = request
      const models = database.createObjectStore('models', { keyPath: 'id' })
      const scenarios = database.createObjectStore('scenarios', { keyPath: ['modelId', 'id'] })
      const quarters = database.createObjectStore('quarters', { keyPath: ['modelId', 'scenarioId', 'quarter'] })
      const journal = database.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true })
      const snapshots = database.createObjectStore('snapshots', { keyPath: 'id' })
      for (const table of [scenarios, quarters, journal, snapshots]) table.createIndex('modelId', 'modelId')
      models.add({
        id: 'old',
        name: 'From version 1',
        fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
        timeline: { first: '2025-06', last: '2025-12' },
        lastActual: '2025-06',
        currency: 'RMB',
        scale: 'm',
        sections: ['Reported'],
        lines: [
          {
            id: 'l1',
            key: 'revenue',
            label: 'Revenue',
            section: 'Reported',
            unit: { kind: 'currency', currency: 'RMB', scale: 'm' },
            kind: 'flow',
            decimals: 0,
            polarity: 'moreIsBetter',
            driver: false,
            formula: 'revenue[-1]',
            description: '',
            tolerance: null,
          },
        ],
        scenarios: ['s0', 's1'],
        commitments: [],
        view: {
          scenario: 's1',
          foldedYears: [],
          foldedSections: [],
          scale: null,
          isHintDismissed: false,
          isPanelHidden: false,
        },
        cursor: { head: 2, undo: 1, redo: null, folded: 0, count: 2, bytes: 500 },
        createdAt: '2026-01-01T00:00:00.000Z',
        changedAt: '2026-01-02T00:00:00.000Z',
        backedUpAt: null,
      })
      scenarios.add({ modelId: 'old', id: 's0', name: 'Base', parent: null, colour: 'blue', formulas: [] })
      scenarios.add({
        modelId: 'old',
        id: 's1',
        name: 'Bull',
        parent: 's0',
        colour: 'green',
        formulas: [{ line: 'l1', formula: '7' }],
      })
      const note = { text: 'The filing', source: null }
      quarters.add({ modelId: 'old', scenarioId: 's0', quarter: '2025-06', cells: [{ line: 'l1', value: 11, note }] })
      quarters.add({ modelId: 'old', scenarioId: 's1', quarter: '2025-12', cells: [{ line: 'l1', release: true }] })
      const cell = { kind: 'enter', scenario: 's0', quarter: '2025-06', line: 'l1' }
      const entry = {
        modelId: 'old',
        label: 'Revenue',
        at: '2026-01-02T00:00:00.000Z',
        tab: 't',
        of: null,
        under: null,
      }
      journal.add({ ...entry, act: 'edit', edits: [{ ...cell, entry: 11 }], inverse: [{ ...cell, entry: 10 }] })
      // Of another model: entries of all models share their numbers.
      journal.add({ ...entry, modelId: 'other', act: 'edit', edits: [], inverse: [] })
    }
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => reject(request.error ?? new Error('The fixture was not written.'))
  })

test('[K8] a database of version 1 opens, and its journal goes on', async () => {
  const name = newName()
  await writeVersion1(name)
  const store = await openTab(name)
  expect(await store.listModels()).toEqual([
    {
      ...{ id: 'old', name: 'From version 1', changedAt: '2026-01-02T00:00:00.000Z', backedUpAt: null },
      ...{ edits: 2, size: { lines: 1, quarters: 3 } },
    },
  ])
  const opened = settled(await store.openModel('old'))
  // What a view has gained since is as in a new model.
  expect(opened.view).toEqual({
    ...firstView(opened.model),
    screen: 'sheet',
    comparison: { shape: 'table', lines: null, hidden: [], reference: null, beside: null, time: null },
    why: { line: null, time: null, from: null, to: null },
    record: { line: null },
    scenario: 's1',
    foldedYears: [],
    foldedSections: [],
    scale: null,
    isHintDismissed: false,
    isPanelHidden: false,
    orientation: 'across',
    areFormulasShown: false,
  })
  expect(opened.model.lines.map(({ key, formula }) => [key, formula])).toEqual([['revenue', 'revenue[-1]']])
  expect(opened.model.scenarios.map(({ name, formulas }) => [name, [...formulas]])).toEqual([
    ['Base', []],
    ['Bull', [['l1', '7']]],
  ])
  expect(opened.model.rows.get('s0')?.get('2025-06')).toEqual({
    entries: new Map([['l1', 11]]),
    notes: new Map([['l1', { text: 'The filing', source: null }]]),
  })
  expect(opened.model.rows.get('s1')?.get('2025-12')?.entries.get('l1')).toBe('release')

  const undone = await commitAll(store, opened, [undoing()])
  expect(undone.model.rows.get('s0')?.get('2025-06')?.entries.get('l1')).toBe(10)
  expect(undone.cursor).toMatchObject({ undo: null, redo: 3 })
  const redone = await commitAll(store, undone, [redoing()])
  expect(redone.model.rows.get('s0')?.get('2025-06')?.entries.get('l1')).toBe(11)
})

const openNative = (name: string, version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('It did not open.'))
  })

test('a newer schema in another tab closes this one with a Problem, and what is typed then is not lost silently', async () => {
  const name = newName()
  const heard: Problem[] = []
  const store = settled(await openStore(name, (problem) => heard.push(problem)))
  const opened = settled(await store.addModel(sample(), view, moment))
  const newer = await openNative(name, 20)
  expect(heard.map(({ kind, sentence }) => [kind, sentence])).toEqual([
    [
      'storage',
      'Paceline was updated in another tab. Save the model to a file if it has unsaved changes, then reload this page.',
    ],
  ])
  expect(refused(await store.commit(opened, editing([enter(1)])))).toMatchObject({
    kind: 'storage',
    sentence: 'The browser closed its storage, so nothing was saved. Save the model to a file, then reload this page.',
  })
  newer.close()
  const later = await openStore(name, () => undefined)
  expect(refused(later).sentence).toBe('These models were saved by a newer Paceline. Reload this page to update it.')
})

test('a deleted database is said to be deleted', async () => {
  const name = newName()
  const heard: Problem[] = []
  settled(await openStore(name, (problem) => heard.push(problem)))
  indexedDB.deleteDatabase(name)
  await vi.waitFor(() => expect(heard[0]?.sentence).toContain('All of Paceline’s storage was deleted.'))
})

test('a store that was closed gives Problems', async () => {
  const { store, opened } = await openSample()
  store.close()
  for (const answer of [await store.listModels(), await store.openModel('m1'), await store.catchUp(opened)])
    expect(isProblem(answer) && answer.kind).toBe('storage')
})
