// A workbench over a store in memory with the example open, for component and session tests. Time stands at release night.

import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { isProblem } from '#model/problem.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { FileText } from '#session/models/surroundings.ts'
import { Workbench } from '#session/workbench.svelte.ts'
import { openStore } from '#store/store.ts'

export type TestBench = {
  readonly workbench: Workbench
  readonly open: OpenModel
  /** The files given to the user, oldest first. */
  readonly files: readonly FileText[]
}

let count = 0

export const exampleBench = async (): Promise<TestBench> => {
  const store = await openStore(`test ${(count += 1)}`, (problem) => {
    throw new Error(problem.sentence)
  })
  if (isProblem(store)) throw new Error(store.sentence)
  const files: FileText[] = []
  let ids = 0
  const workbench = new Workbench({
    store,
    now: () => '2025-11-25T12:00:00.000Z',
    newId: () => `id ${(ids += 1)}`,
    tab: 'tab 1',
    isFirstVisit: true,
    readExample: () => Promise.resolve(readFileSync('public/examples/alibaba.json', 'utf8')),
    giveFile: (file) => files.push(file),
    initials: { kept: null, keep: () => undefined },
    nameInAddress: () => undefined,
  })
  await workbench.start(null)
  if (workbench.open === null) throw new Error('the example did not open')
  return { workbench, open: workbench.open, files }
}
