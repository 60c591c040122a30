import { expect, test } from 'vitest'
import { askToPersist, storageState, type BrowserStorage } from '#store/quota.ts'

const refuse = (): Promise<never> => Promise.reject(new TypeError('not here'))

test('the state is what the browser says', async () => {
  const storage: BrowserStorage = {
    persisted: () => Promise.resolve(true),
    estimate: () => Promise.resolve({ usage: 12, quota: 1000 }),
  }
  expect(await storageState(storage)).toEqual({ persisted: true, usage: 12, quota: 1000 })
})

test('what the browser lacks or refuses to tell is not known', async () => {
  const nothing = { persisted: false, usage: null, quota: null }
  expect(await storageState(undefined)).toEqual(nothing)
  expect(await storageState({})).toEqual(nothing)
  expect(await storageState({ persisted: refuse, estimate: refuse })).toEqual(nothing)
  expect(await storageState({ estimate: () => Promise.resolve({ usage: 5 }) })).toEqual({ ...nothing, usage: 5 })
  expect(await askToPersist(undefined)).toEqual(nothing)
  expect(await askToPersist({ persist: refuse })).toEqual(nothing)
})

test('asking gives the state it led to', async () => {
  let isPersisted = false
  const storage: BrowserStorage = {
    persisted: () => Promise.resolve(isPersisted),
    persist: () => Promise.resolve((isPersisted = true)),
  }
  expect((await storageState(storage)).persisted).toBe(false)
  expect((await askToPersist(storage)).persisted).toBe(true)
})
