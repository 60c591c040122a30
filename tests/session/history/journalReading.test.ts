// Reading the journal back in stretches, from a store that counts.

import { expect, test } from 'vitest'
import { problem } from '#model/problem.ts'
import { JournalReading } from '#session/history/journalReading.svelte.ts'
import type { JournalEntry } from '#store/journal.ts'
import type { Store } from '#store/store.ts'

const entry = (seq: number): JournalEntry => ({
  ...({ seq, modelId: 'model', act: 'edit', edits: [], inverse: [], label: `step ${seq}`, tab: 'tab 1' } as const),
  ...{ at: '2025-11-25T12:00:00.000Z', of: null, under: null },
})

/** A store whose journal has so many entries, folded up to one of them. */
const storeOf = (state: { count: number; folded?: number; isBroken?: boolean }): Pick<Store, 'readJournal'> => ({
  readJournal: (_, { before, limit }) => {
    if (state.isBroken === true) return Promise.resolve(problem('storage', { at: 'model' }, 'The disk is gone.'))
    const folded = state.folded ?? 0
    const newest = Math.min((before ?? Infinity) - 1, state.count)
    const oldest = Math.max(newest - limit + 1, folded + 1)
    const entries = Array.from({ length: newest - oldest + 1 }, (_each, at) => entry(newest - at))
    return Promise.resolve({ entries, isLast: oldest === folded + 1, folded })
  },
})

const readingOf = (store: Pick<Store, 'readJournal'>): JournalReading<JournalEntry> =>
  new JournalReading({ store, model: 'model', hold: (each) => each, stretch: 300 })

const ends = ({ entries }: JournalReading<JournalEntry>): readonly (number | undefined)[] => [
  entries?.[0]?.seq,
  entries?.at(-1)?.seq,
  entries?.length,
]

test('[TR6] the journal is read a stretch at a time, from the newest entry, without a gap', async () => {
  const state = { count: 700 }
  const reading = readingOf(storeOf(state))
  await reading.refresh()
  expect(ends(reading)).toEqual([700, 401, 300])
  expect(reading.isComplete).toBe(false)
  await reading.readOlder()
  await reading.readOlder()
  expect(ends(reading)).toEqual([700, 1, 700])
  expect(reading.isComplete).toBe(true)
  // More than a stretch was written meanwhile.
  state.count = 1100
  await Promise.all([reading.refresh(), reading.refresh()])
  expect(ends(reading)).toEqual([1100, 1, 1100])
  expect(new Set(reading.entries?.map(({ seq }) => seq)).size).toBe(1100)
})

test('[TR6] it says where older entries were folded, and what keeps it from being read', async () => {
  const state = { count: 10, folded: 4, isBroken: true }
  const reading = readingOf(storeOf(state))
  await reading.refresh()
  expect(reading.problem?.sentence).toBe('The disk is gone.')
  state.isBroken = false
  await reading.refresh()
  expect(reading.problem).toBeNull()
  expect(ends(reading)).toEqual([10, 5, 6])
  expect([reading.isFolded, reading.isComplete]).toEqual([true, true])
})

test('[HS1] what was folded away since is forgotten', async () => {
  const state = { count: 10, folded: 0 }
  const reading = readingOf(storeOf(state))
  await reading.refresh()
  Object.assign(state, { count: 12, folded: 6 })
  await reading.refresh()
  expect(ends(reading)).toEqual([12, 7, 6])
  expect(reading.isFolded).toBe(true)
})

test('[HS1] a reading that goes wrong is told, and the next one reads on', async () => {
  const state = { count: 10 }
  const good = storeOf(state)
  let isWrong = true
  const reading = readingOf({
    readJournal: (...asked) => (isWrong ? Promise.reject(new Error('wrong')) : good.readJournal(...asked)),
  })
  await expect(reading.refresh()).rejects.toThrow('wrong')
  expect([reading.problem?.sentence, reading.entries]).toEqual([
    'Something went wrong here. Try again, or reload this page.',
    null,
  ])
  isWrong = false
  await reading.refresh()
  expect([reading.problem, ...ends(reading)]).toEqual([null, 10, 1, 10])
})
