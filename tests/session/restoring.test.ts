// Restoring a snapshot through the session: asked, kept first, one step of undo; and what happens where it cannot be.

import { expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import type { Edit } from '#model/edit.ts'
import { lineRemoval } from '#model/removal.ts'
import { problem } from '#model/problem.ts'
import { command } from '#session/commands.ts'
import { askToRestore } from '#session/restoring.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { momentText } from '#session/snapshotText.ts'
import type { FileText } from '#session/models/surroundings.ts'
import { sample, settled, textOf } from '../model/sample.ts'
import { exampleBench } from '../support/workbench.ts'
import { benchOver, failingStore, full, keep } from './bench.ts'

const growth: Edit = { kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'cloud_growth', entry: 0.4 }

/** The clock stands still here, so that none is the newest. */
const newest = async (open: OpenModel, name?: string) => {
  await open.snapshots.read()
  const list = present(open.snapshots.list, 'the list')
  return present(name === undefined ? list[0] : list.find((each) => each.name === name), 'a snapshot')
}

/** The example with a snapshot, and something of every sort changed since. */
const changed = async () => {
  const bench = await exampleBench()
  const { open } = bench
  await open.snapshots.takeNamed('  As sent ')
  const then = textOf(open.model)
  open.dispatch(
    [
      growth,
      { kind: 'change line', line: 'revenue', change: { key: 'turnover' } },
      { kind: 'change scenario', scenario: 'bull', change: { name: 'Taurus' } },
      { kind: 'formula', scenario: 'bear', line: 'capex', formula: '1' },
    ],
    'Much',
  )
  await open.ledger.whenSaved()
  return { ...bench, then, now: textOf(open.model), snapshot: await newest(open) }
}

const answer = (open: OpenModel): void => {
  const question = present(open.gestures.question, 'a question')
  open.gestures.question = null
  question.confirm()
}

test('[Z4] it asks first, and says how much would change', async () => {
  const { open, now, snapshot } = await changed()
  expect(snapshot.name).toBe('As sent')
  await askToRestore(open, snapshot)
  expect(open.gestures.question).toMatchObject({
    title: 'Restore “As sent”?',
    sentence:
      'This changes 1 typed number, 1 formula, 1 line and 1 scenario. The model as it is now is kept first, as “Before restoring As sent”, and one undo takes the restore back.',
  })
  expect(textOf(open.model)).toBe(now)
})

test('[Z3] [Z4] restored to the letter in one step; one undo takes it back, and redo does it again', async () => {
  const { open, then, now, snapshot } = await changed()
  await askToRestore(open, snapshot)
  answer(open)
  await vi.waitFor(() => expect(textOf(open.model)).toBe(then))
  expect(open.message?.sentence).toMatch(/^“As sent” is restored; what it replaced is kept beside it\. /)
  const kept = await newest(open, 'Before restoring As sent')
  expect(kept.kind).toBe('before restore')
  expect(textOf(settled(await open.snapshots.results(kept.id)).model)).toBe(now)
  await open.ledger.whenSaved()
  for (const [act, text] of [
    ['undo', now],
    ['redo', then],
  ] as const) {
    open[act]()
    await open.ledger.whenSaved()
    await vi.waitFor(() => expect(textOf(open.model)).toBe(text))
  }
})

test('[Z4] what equals the present is not restored, and it says so', async () => {
  const { open } = await exampleBench()
  await open.snapshots.takeNamed('As sent')
  await askToRestore(open, await newest(open))
  expect(open.gestures.question).toBeNull()
  expect(open.message?.sentence).toBe('The model is as it was in “As sent”: there is nothing to restore.')
})

test('[Z4] where the present cannot be kept, or changes meanwhile, nothing is restored', async () => {
  const { open, now, snapshot } = await changed()
  await askToRestore(open, snapshot)
  const take = vi.spyOn(open.snapshots, 'take')
  take.mockResolvedValueOnce(problem('storage', { at: 'model' }, 'The disk is full.'))
  answer(open)
  await vi.waitFor(() => expect(take).toHaveBeenCalledOnce())
  expect(textOf(open.model)).toBe(now)
  await askToRestore(open, snapshot)
  answer(open)
  open.dispatch([{ ...growth, entry: 0.5 }], 'Growth')
  await vi.waitFor(() =>
    expect(open.message?.sentence).toBe(
      'The model changed while it was being kept, so “As sent” is not restored. Restore it again.',
    ),
  )
})

test('[Z4] a snapshot that was deleted in another tab says so', async () => {
  const { open, snapshot } = await changed()
  await askToRestore(open, { ...snapshot, id: 'gone' })
  expect(open.message?.sentence).toBe('This snapshot is no longer kept: it was deleted in another tab.')
})

test('[Z4] lines that are gone come back with all they held', async () => {
  const { open } = await exampleBench()
  await open.snapshots.takeNamed('Whole')
  const then = textOf(open.model)
  open.dispatch(lineRemoval(open.model, 'cloud_growth'), 'Line deleted')
  await askToRestore(open, await newest(open))
  answer(open)
  await vi.waitFor(() => expect(textOf(open.model)).toBe(then))
})

test('[Z1] the palette takes one under the name of the moment, and no two are called alike', async () => {
  const { open, workbench } = await exampleBench()
  const moment = momentText('2025-11-25T12:00:00.000Z')
  const take = command('snapshot.take')
  for (const name of [moment, `${moment} (2)`]) {
    expect(take.nameNow?.(workbench)).toBe(`Take a snapshot “${name}”`)
    take.run(workbench)
    await vi.waitFor(() => expect(open.snapshots.list?.map((each) => each.name)).toContain(name))
    expect(open.message?.sentence).toBe(`The model as it is now is kept as “${name}”.`)
  }
})

test('[Z2] a new name is kept without blanks around it, and an empty one is none', async () => {
  const { open } = await exampleBench()
  await open.snapshots.takeNamed('One')
  const { id } = await newest(open)
  await open.snapshots.rename(id, '  Two ')
  expect((await newest(open)).name).toBe('Two')
  await open.snapshots.rename(id, '  ')
  expect((await newest(open)).name).toBe('Two')
})

test('[Z2] what is deleted is offered back', async () => {
  const { open } = await exampleBench()
  await open.snapshots.takeNamed('One')
  await open.snapshots.remove((await newest(open)).id)
  expect(open.snapshots.list).toEqual([])
  expect(open.message?.sentence).toBe('The snapshot “One” is deleted.')
  open.message?.action?.run()
  await vi.waitFor(() => expect(open.snapshots.list).toHaveLength(1))
  expect(open.message?.sentence).toBe('The snapshot “One” is back.')
})

test('[Z8] a saved file carries the snapshots, and opens with them as those of the new model', async () => {
  const { open, workbench, files, snapshot } = await changed()
  await workbench.saveFile()
  const [file] = files
  expect(open.message?.sentence).toMatch(/^Saved as .*\.json, with 1 snapshot\.$/)
  await workbench.openFile('copy.json', file?.text ?? '')
  const copy = present(workbench.open, 'the copy')
  expect(copy.message?.sentence).toBe('copy.json is open as a model of its own, with 1 snapshot.')
  expect(copy.model.id).not.toBe(open.model.id)
  const came = await newest(copy)
  expect(came).toEqual({ ...snapshot, id: came.id })
  expect(came.id).not.toBe(snapshot.id)
  // The copy goes by another name, in its snapshots too: restored, it would take the first one’s again.
  const before = settled(await open.snapshots.results(snapshot.id)).model
  expect(copy.model.name).toBe(`${before.name} (2)`)
  expect(textOf(settled(await copy.snapshots.results(came.id)).model)).toBe(
    textOf({ ...before, name: copy.model.name }),
  )
})

test('[Z8] where the snapshots cannot be read the model is saved all the same, and it says what is missing', async () => {
  const store = await failingStore()
  await keep(store, sample({ id: 'one', name: 'One' }))
  const files: FileText[] = []
  const { workbench } = benchOver(
    { ...store, keptSnapshots: () => Promise.resolve(full) },
    { giveFile: (file) => files.push(file) },
  )
  await workbench.start('one')
  await workbench.saveFile()
  expect(workbench.open?.message).toMatchObject({
    tone: 'problem',
    sentence: 'Saved as One 2026-11-23.json, without its snapshots. The disk is full.',
  })
  expect(files).toHaveLength(1)
})

test('[Z8] a damaged snapshot in a file is left out by name, and the model opens', async () => {
  const { workbench, files } = await changed()
  await workbench.saveFile()
  const document = JSON.parse(files[0]?.text ?? '') as { snapshots: object[] }
  document.snapshots.push({ ...document.snapshots[0], name: 'Torn', document: {} })
  await workbench.openFile('copy.json', JSON.stringify(document))
  expect(workbench.open?.message?.sentence).toBe(
    'copy.json is open as a model of its own, with 1 snapshot. 1 snapshot in it cannot be read and was left out: “Torn”.',
  )
})

test('moments are told where the reader is', () => {
  const here = new Date(2026, 8, 5, 7, 4)
  expect(momentText(here.toISOString())).toBe('5 Sep 2026, 07:04')
  expect(momentText('long ago')).toBe('long ago')
})
