import { render, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { OpenModel } from '#session/openModel.svelte.ts'
import HistoryStart from '#ui/history/HistoryStart.svelte'

const noon = '2025-11-20T12:00:00.000Z'

const show = (folded: number, list: readonly object[] | null): void => {
  const door = { history: { cursor: { folded } }, snapshots: { list, read: () => Promise.resolve() } }
  // What the start of the list looks at, and nothing else of an open model.
  const open = door as unknown as OpenModel
  render(HistoryStart, { open, now: '2025-11-25T12:00:00.000Z', isNow: false })
}

test('[HS5] at the end of the list stands what was folded away, and when', () => {
  show(12, [{ id: 'm.folded', kind: 'folded', name: 'Before', at: noon, lastActual: null }])
  expect(screen.getByText(/^Older changes were folded into a snapshot, on 20 Nov 2025, \d\d:\d\d\./)).toBeVisible()
})

test('[HS5] where its snapshot was deleted, it is said all the same', () => {
  show(12, [])
  expect(screen.getByText('Older changes were folded away. This is the oldest state kept.')).toBeVisible()
})

test('[HS5] while nothing was folded the list ends before the first change', () => {
  show(0, null)
  expect(screen.getByText('Before the first change.')).toBeVisible()
})
