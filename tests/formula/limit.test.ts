// How long and how deep a formula may be.

import { describe, expect, test } from 'vitest'
import { accepts, problemIn } from './refusal.ts'

describe('limits', () => {
  const levels: readonly (readonly [what: string, nested: (depth: number) => string])[] = [
    ['parentheses', (depth) => '('.repeat(depth) + 'g' + ')'.repeat(depth)],
    ['arguments', (depth) => 'abs('.repeat(depth) + 'g' + ')'.repeat(depth)],
    ['minus signs', (depth) => '-'.repeat(depth) + 'g'],
    ['nots', (depth) => 'not '.repeat(depth) + 'g'],
    ['right sides of ^', (depth) => 'g' + '^g'.repeat(depth)],
    ['else arms', (depth) => 'g ? 1 : '.repeat(depth) + '2'],
    ['then arms', (depth) => 'g ? '.repeat(depth) + '1' + ' : 2'.repeat(depth)],
    ['all of them', (depth) => 'abs(-(g ? not g^'.repeat(depth / 4) + 'g' + ' : 1))'.repeat(depth / 4)],
  ]

  test.each(levels.slice(0, 7))('64 levels of %s are a formula, 65 are not', (_, nested) => {
    expect(accepts(nested(64))).toBe(true)
    expect(problemIn(nested(65))).toMatchObject({
      kind: 'limit',
      sentence: 'A formula is at most 64 levels deep. Move the inner part to a line of its own.',
    })
  })

  test('a thousand levels overflow nothing', () => {
    for (const [, nested] of levels) expect(problemIn(nested(400)).kind).toBe('limit')
  })

  test('a chain of operators is one level', () => {
    for (const operator of ['+', '*', '-', '<', ' and ', ' or '])
      expect(accepts(Array(500).fill('g').join(operator))).toBe(true)
    expect(accepts(Array(500).fill('-g').join('*'))).toBe(true)
    expect(accepts(Array(300).fill('not g').join(' and '))).toBe(true)
  })

  test('4,000 characters are a formula, 4,001 are not', () => {
    expect(accepts('g' + '+g'.repeat(1999) + ' ')).toBe(true)
    expect(problemIn('g' + '+g'.repeat(2000))).toMatchObject({
      kind: 'limit',
      span: { start: 4000, end: 4001 },
      sentence: 'A formula has at most 4000 characters; this one has 4001. Move a part of it to a line of its own.',
    })
  })
})
