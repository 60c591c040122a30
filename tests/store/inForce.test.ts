import { expect, test } from 'vitest'
import { distance, inForce } from '#store/inForce.ts'
import type { JournalEntry } from '#store/journal.ts'

type Link = Pick<JournalEntry, 'seq' | 'act' | 'of' | 'to'>

const edit = (seq: number): Link => ({ seq, act: 'edit', of: null })
const undo = (seq: number, of: number): Link => ({ seq, act: 'undo', of })
const redo = (seq: number, of: number): Link => ({ seq, act: 'redo', of })
const go = (seq: number, to: number): Link => ({ seq, act: 'edit', of: null, to })

/** Three edits, the last two undone, one of them redone, a new edit; numbers leave gaps for other models' entries. */
const log = [edit(1), edit(3), edit(4), undo(6, 4), undo(7, 3), redo(9, 7), edit(10)].toReversed()

const after = (at: number): readonly number[] => [...inForce(log, at)].sort((left, right) => left - right)

test('[HS3] an edit is in force until it is undone, and again once it is redone', () => {
  expect(after(10)).toEqual([1, 3, 10])
  expect(after(9)).toEqual([1, 3])
  expect(after(7)).toEqual([1])
  expect(after(6)).toEqual([1, 3])
  expect(after(4)).toEqual([1, 3, 4])
  expect(after(0)).toEqual([])
})

test('[HS3] after going to a point, what was in force there is; undone, what was before', () => {
  const longer = [go(12, 4), edit(13), undo(14, 13), undo(15, 12)].toReversed()
  const seen = [12, 13, 14, 15].map((at) => [...inForce([...longer, ...log], at)].reverse())
  expect(seen).toEqual([
    [1, 3, 4],
    [1, 3, 4, 13],
    [1, 3, 4],
    [1, 3, 10],
  ])
})

test('[HS4] the way between two points counts what it takes back and what it makes again', () => {
  expect(distance(log, 10, 1)).toEqual({ taken: 2, made: 0 }) // 3 and 10
  expect(distance(log, 10, 4)).toEqual({ taken: 1, made: 1 }) // 10 for 4
  expect(distance(log, 7, 4)).toEqual({ taken: 0, made: 2 }) // 3 and 4
})
