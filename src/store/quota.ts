// The quota is what the browser allows this site to store, and whether it may clear it by itself when space runs short. It
// may not once storage is persisted. Browsers lack parts of this, or refuse to tell: then the answer is "not known".

export type StorageState = {
  /** Whether only the user clears what is stored; false also where the browser does not say. */
  readonly persisted: boolean
  /** Bytes; null: not known. */
  readonly usage: number | null
  readonly quota: number | null
}

/** The browser's `navigator.storage`, as far as it has one. */
export type BrowserStorage = Partial<Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>>

const orNull = async <Answer>(asked: Promise<Answer> | undefined): Promise<Answer | null> => {
  try {
    return (await asked) ?? null
  } catch {
    return null // refused: the screen says "not known", and storing itself shows its own Problems
  }
}

export const storageState = async (storage: BrowserStorage | undefined): Promise<StorageState> => {
  const [persisted, estimate] = await Promise.all([orNull(storage?.persisted?.()), orNull(storage?.estimate?.())])
  return { persisted: persisted === true, usage: estimate?.usage ?? null, quota: estimate?.quota ?? null }
}

/** Asks the browser, and in some of them the user, to keep what is stored; gives the state then. */
export const askToPersist = async (storage: BrowserStorage | undefined): Promise<StorageState> => {
  await orNull(storage?.persist?.())
  return storageState(storage)
}
