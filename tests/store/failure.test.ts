import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openStore } from '#store/store.ts'
import { commitAll, editing, enter, everything, newName, openSample, refused, textOf } from './sample.ts'

afterEach(() => vi.restoreAllMocks())

test('[K6] a full disk is a Problem that says what to do, and nothing is half written', async () => {
  const { name, store, opened } = await openSample()
  const before = await everything(name)
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError')
  })
  const problem = refused(await store.commit(opened, editing([enter(1)])))
  expect(problem.kind).toBe('storage')
  expect(problem.sentence).toMatch(/^The browser’s storage is full, so nothing was saved\. Save the model to a file/)
  vi.restoreAllMocks()
  expect(await everything(name)).toEqual(before)
  // Room again: the same change goes in.
  const after = await commitAll(store, opened, [editing([enter(1)])])
  expect(textOf(after.model)).not.toBe(textOf(opened.model))
})

const isQuarter = (row: unknown): boolean => typeof row === 'object' && row !== null && 'cells' in row

type Put = () => IDBRequest<IDBValidKey>

/** Lets a put of a quarter's row go through `instead`; every other put is as it was. */
const meddle = (instead: (put: Put, add: Put) => IDBRequest<IDBValidKey>): void => {
  const put: IDBObjectStore['put'] = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put')
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
    return isQuarter(row)
      ? instead(
          () => put.call(this, row),
          () => this.add(row),
        )
      : put.call(this, row)
  })
}

test('a full disk found late, by the transaction as a whole, is said to be one', async () => {
  const { name, store, opened } = await openSample()
  const before = await everything(name)
  meddle((put) => {
    const request = put()
    request.addEventListener('success', () => {
      const { transaction } = request
      if (transaction === null) throw new Error('The request has no transaction.')
      Object.defineProperty(transaction, 'error', { get: () => new DOMException('No room', 'QuotaExceededError') })
      // After Dexie has heard of the success: nothing is asked any more, the transaction only has to complete.
      queueMicrotask(() => queueMicrotask(() => transaction.abort()))
    })
    return request
  })
  expect(refused(await store.commit(opened, editing([enter(1)]))).sentence).toMatch(/storage is full/)
  vi.restoreAllMocks()
  expect(await everything(name)).toEqual(before)
})

test('a full disk found among many rows is said to be one, and nothing is half written', async () => {
  const { name, store, opened } = await openSample()
  const before = await everything(name)
  meddle((_, add) => {
    const request = add() // refused later, by an event: the row is there already
    const error = new DOMException('No room', 'QuotaExceededError')
    Object.defineProperty(request, 'error', { get: () => error, set: () => undefined })
    return request
  })
  const many = editing([enter(1, '2025-06'), enter(1, '2025-09')])
  expect(refused(await store.commit(opened, many)).sentence).toMatch(/storage is full/)
  vi.restoreAllMocks()
  expect(await everything(name)).toEqual(before)
})

test.each([
  ['SecurityError', 'This browser lets Paceline store nothing'],
  ['UnknownError', 'The browser’s storage failed (UnknownError: refused)'],
  ['QuotaExceededError', 'The browser’s storage is full'],
])('a browser that refuses to open (%s) gives a Problem', async (error, sentence) => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', error)
  })
  const problem = refused(await openStore(newName(), () => undefined))
  expect(problem.kind).toBe('storage')
  expect(problem.sentence).toContain(sentence)
})

test('a fault of Paceline’s own is thrown, not told as the browser’s', async () => {
  const { name, store, opened } = await openSample()
  const before = await everything(name)
  const uncloneable = editing([{ kind: 'change model', change: { name: (() => 'x') as unknown as string } }])
  await expect(store.commit(opened, uncloneable)).rejects.toThrow()
  expect(await everything(name)).toEqual(before)
})
