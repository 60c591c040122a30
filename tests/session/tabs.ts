// Tabs over one store in memory, each with the example open.

import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { present } from '#base/assert.ts'
import { isProblem } from '#model/problem.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { Workbench } from '#session/workbench.svelte.ts'
import { openStore } from '#store/store.ts'

export const openTab = async (name: string, tab: string): Promise<OpenModel> => {
  const store = await openStore(name, (problem) => {
    throw new Error(problem.sentence)
  })
  if (isProblem(store)) throw new Error(store.sentence)
  let ids = 0
  const workbench = new Workbench({
    store,
    now: () => '2026-02-19T12:00:00.000Z',
    newId: () => `${tab} ${(ids += 1)}`,
    tab,
    isFirstVisit: true,
    readExample: () => Promise.resolve(readFileSync('public/examples/alibaba.json', 'utf8')),
    giveFile: () => undefined,
    initials: { kept: null, keep: () => undefined },
    nameInAddress: () => undefined,
  })
  await workbench.start(null)
  return present(workbench.open, 'the example')
}

export const twoTabs = async (name: string) => [await openTab(name, 'A'), await openTab(name, 'B')] as const
