import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placements } from '#model/arrangement.ts'

const letters = (text: string): readonly string[] => Array.from(text)

const applied = (now: readonly string[], then: readonly string[]): readonly string[] => {
  const order = now.filter((id) => then.includes(id))
  for (const { id, at, isNew } of placements(now, then)) {
    expect(order.includes(id)).toBe(!isNew)
    if (!isNew) order.splice(order.indexOf(id), 1)
    order.splice(at, 0, id)
  }
  return order
}

test('the first that goes to the end is one move', () => {
  expect(placements(letters('abcd'), letters('bcda'))).toEqual([{ id: 'a', at: 3, isNew: false }])
  expect(placements(letters('abcd'), letters('dabc'))).toEqual([{ id: 'd', at: 0, isNew: false }])
  expect(placements(letters('abcd'), letters('abcd'))).toEqual([])
  expect(placements(letters('abcd'), letters('axd'))).toEqual([{ id: 'x', at: 1, isNew: true }])
})

/** The longest common run of two orders, by the textbook's table: a second way of counting what stays. */
const commonLength = (one: readonly string[], other: readonly string[]): number => {
  const rows = one.map(() => other.map(() => 0))
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (const [row, left] of one.entries())
    for (const [column, right] of other.entries()) {
      const longest = left === right ? at(row - 1, column - 1) + 1 : Math.max(at(row - 1, column), at(row, column - 1))
      const line = rows[row]
      if (line !== undefined) line[column] = longest
    }
  return at(one.length - 1, other.length - 1)
}

test('any order becomes any other, with no move too many', () => {
  const order = fc.uniqueArray(fc.constantFrom(...letters('abcdefghij')), { maxLength: 10 })
  fc.assert(
    fc.property(order, order, (now, then) => {
      expect(applied(now, then)).toEqual(then)
      const moved = placements(now, then).filter(({ isNew }) => !isNew)
      expect(moved.length).toBe(then.filter((id) => now.includes(id)).length - commonLength(now, then))
    }),
    { seed: 7, numRuns: 2000 },
  )
})
