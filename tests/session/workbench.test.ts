// What opens at the start, and that a model stays open while its changes cannot be saved.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { toJson } from '#exchange/json.ts'
import { problem } from '#model/problem.ts'
import { sample } from '../model/sample.ts'
import { at, benchOver, failingStore, keep } from './bench.ts'

describe('the start', () => {
  test('[M7] on a first visit the example opens by itself, as a model of one’s own', async () => {
    const { workbench, addresses } = benchOver(await failingStore(), { isFirstVisit: true })
    await workbench.start(null)
    expect(workbench.isStarted).toBe(true)
    expect(workbench.open?.model.name).toBe('The example')
    expect(workbench.models.map(({ name }) => name)).toEqual(['The example'])
    expect(addresses).toEqual([workbench.open?.model.id])
  })

  test('[M7] later none opens where all were deleted', async () => {
    const { workbench } = benchOver(await failingStore())
    await workbench.start(null)
    expect(workbench.isStarted).toBe(true)
    expect(workbench.open).toBeNull()
    expect(workbench.models).toEqual([])
  })

  test('[M7] an example that cannot be had says so', async () => {
    const unreachable = problem('document', { at: 'model' }, 'It could not be loaded: check the network and try again.')
    const { workbench } = benchOver(await failingStore(), {
      isFirstVisit: true,
      readExample: () => Promise.resolve(unreachable),
    })
    await workbench.start(null)
    expect(workbench.message?.sentence).toBe(
      'The built-in example cannot be opened. It could not be loaded: check the network and try again.',
    )
  })

  test('[M7] the model of the address opens, else the one last changed; a model that is gone is told', async () => {
    const store = await failingStore()
    await keep(store, sample({ id: 'old', name: 'Old' }))
    const { workbench } = benchOver(store, { isFirstVisit: true, now: () => '2026-11-24T10:00:00.000Z' })
    await workbench.openFile('new.json', toJson(sample({ name: 'New' }), at))

    const named = benchOver(store).workbench
    await named.start('old')
    expect(named.open?.model.name).toBe('Old')
    expect(named.open?.message).toBeNull()

    const latest = benchOver(store).workbench
    await latest.start(null)
    expect(latest.open?.model.name).toBe('New')
    expect(latest.open?.message).toBeNull()

    const gone = benchOver(store)
    await gone.workbench.start('gone')
    expect(gone.workbench.open?.message?.sentence).toBe(
      'The model of this address is not kept here. New is open instead.',
    )
    expect(gone.addresses).toEqual([gone.workbench.open?.model.id])
  })
})

describe('while changes cannot be saved', () => {
  const stuck = async () => {
    const store = await failingStore()
    await keep(store, sample({ id: 'one', name: 'One' }))
    await keep(store, sample({ id: 'two', name: 'Two' }))
    const { workbench } = benchOver(store)
    await workbench.start('one')
    store.isFull = true
    const open = present(workbench.open, 'the model')
    open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'costs', entry: 1 }], 'one')
    return { store, workbench, open }
  }

  test('[K12] the model stays open and says why', async () => {
    const { workbench, open } = await stuck()
    await workbench.openModel('two')
    expect(workbench.open).toBe(open)
    expect(open.message).toMatchObject({
      tone: 'problem',
      sentence: 'The last changes are not saved yet, so this model stays open. Save it to a file first.',
    })
    await workbench.openExample()
    expect(workbench.open).toBe(open)
    expect(open.results.valueOf('base', 'costs', '2025-12')).toBe(1)
  })

  test('[K12] once they are, another opens', async () => {
    const { store, workbench, open } = await stuck()
    await open.ledger.whenSaved()
    store.isFull = false
    open.ledger.retry()
    await workbench.openModel('two')
    expect(workbench.open?.model.name).toBe('Two')
    expect(store.written).toEqual(['one'])
  })
})

test('[K9] copies of the example and files opened again have names of their own', async () => {
  const { workbench } = benchOver(await failingStore())
  await workbench.start(null)
  await workbench.openExample()
  await workbench.openExample()
  await workbench.openFile('sample.json', toJson(sample({ name: 'The example' }), at))
  expect(workbench.models.map(({ name }) => name).sort()).toEqual(['The example', 'The example (2)', 'The example (3)'])
  expect(workbench.open?.model.name).toBe('The example (3)')
})
