// A store whose commits and catching up can be made to fail as a full disk does, and a workbench over it.

import 'fake-indexeddb/auto'
import type { Model } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import { firstView } from '#model/view.ts'
import type { Surroundings } from '#session/models/surroundings.ts'
import { Workbench } from '#session/workbench.svelte.ts'
import { openStore, type Store } from '#store/store.ts'
import { toJson } from '#exchange/json.ts'
import { sample, settled } from '../model/sample.ts'

export type FailingStore = Store & {
  /** While true, every commit and catching up ends in a Problem of kind 'storage', and nothing is written. */
  isFull: boolean
  /** Labels of the edits written, oldest first, and `undo` or `redo`. */
  readonly written: readonly string[]
}

export const full: Problem = problem('storage', { at: 'model' }, 'The disk is full.')

let count = 0

export const newStoreName = (): string => `bench ${(count += 1)}`

export const failingStore = async (name = newStoreName()): Promise<FailingStore> => {
  const store = settled(await openStore(name, () => undefined))
  const written: string[] = []
  const failing: FailingStore = {
    ...store,
    isFull: false,
    written,
    commit: async (opened, change) => {
      if (failing.isFull) return full
      const result = await store.commit(opened, change)
      if (!isProblem(result)) written.push(change.act === 'edit' ? change.label : change.act)
      return result
    },
    catchUp: (opened) => (failing.isFull ? Promise.resolve(full) : store.catchUp(opened)),
  }
  return failing
}

export const at = '2026-11-23T10:00:00.000Z'

export const keep = async (store: Store, model: Model): Promise<void> => {
  settled(await store.addModel(model, firstView(model), at))
}

let ids = 0

export type Bench = { readonly workbench: Workbench; readonly addresses: readonly (string | null)[] }

export const benchOver = (store: Store, more: Partial<Surroundings> = {}): Bench => {
  const addresses: (string | null)[] = []
  const workbench = new Workbench({
    store,
    now: () => at,
    newId: () => `id ${(ids += 1)}`,
    tab: 'tab 1',
    isFirstVisit: false,
    readExample: () => Promise.resolve(toJson(sample({ name: 'The example' }), at)),
    giveFile: () => undefined,
    initials: { kept: null, keep: () => undefined },
    nameInAddress: (id) => addresses.push(id),
    ...more,
  })
  return { workbench, addresses }
}
