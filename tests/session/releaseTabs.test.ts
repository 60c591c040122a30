// Two tabs with the release of a night: what is typed in either is in both, and nothing of one is lost by the other.

import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { waitFor } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { isProblem } from '#model/problem.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { cellsOf } from '#session/release.ts'
import { releaseNow } from '#session/releaseNow.ts'
import { Workbench } from '#session/workbench.svelte.ts'
import { openStore } from '#store/store.ts'
import { typeOn } from './releaseBench.ts'

const tabOver = async (name: string, tab: string, model: string | null): Promise<OpenModel> => {
  const store = await openStore(name, () => undefined)
  if (isProblem(store)) throw new Error(store.sentence)
  let ids = 0
  const workbench = new Workbench({
    store,
    tab,
    now: () => '2025-11-25T12:00:00.000Z',
    newId: () => `${tab} ${(ids += 1)}`,
    isFirstVisit: model === null,
    readExample: () => Promise.resolve(readFileSync('public/examples/alibaba.json', 'utf8')),
    giveFile: () => undefined,
    nameInAddress: () => undefined,
  })
  await workbench.start(model)
  return present(workbench.open, 'an open model')
}

const textOn = (open: OpenModel, line: string): string =>
  releaseNow(open)
    .rows.flatMap(cellsOf)
    .find((cell) => cell.line.id === line)?.text ?? ''

test('[I11] two tabs type into one draft: each has what the other typed, also after a reload', async () => {
  const one = await tabOver('two tabs', 'one', null)
  const other = await tabOver('two tabs', 'other', one.model.id)
  typeOn(one, 'revenue', '284843')
  await waitFor(() => {
    expect(textOn(other, 'revenue')).toBe('284843')
  })
  typeOn(other, 'cloud_revenue', '43284')
  typeOn(one, 'adjusted_ebita', '23433')
  await waitFor(() => {
    for (const open of [one, other])
      expect(['revenue', 'cloud_revenue', 'adjusted_ebita'].map((line) => textOn(open, line))).toEqual([
        '284843',
        '43284',
        '23433',
      ])
  })
  expect(other.message?.sentence).toContain('in another tab')
  const again = await tabOver('two tabs', 'again', one.model.id)
  expect(textOn(again, 'cloud_revenue')).toBe('43284')
})
