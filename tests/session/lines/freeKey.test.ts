import { expect, test } from 'vitest'
import { freeKey } from '#session/lines/freeKey.ts'

const longest = 'a'.repeat(64)

test('[LN7] a free key is the one wanted, to its last letter', () => {
  expect(freeKey(longest, new Set())).toBe(longest)
  expect(freeKey('', new Set())).toBe('line')
})

test('[LN7] a key that is taken or a word of the language gets a number, and loses only what the number needs', () => {
  expect(freeKey('cloud', new Set(['cloud', 'cloud_2']))).toBe('cloud_3')
  expect(freeKey('sum', new Set())).toBe('sum_2')
  const taken = new Set([longest])
  for (let copy = 2; copy <= 120; copy += 1) {
    const key = freeKey(longest, taken)
    const number = `_${copy}`
    expect(key).toBe(`${'a'.repeat(64 - number.length)}${number}`)
    taken.add(key)
  }
})
