// Numbers as typed: mostly ordinary ones, and those on which arithmetic goes wrong first.

import type { Chance } from '../../support/chance.ts'

const edges = [
  0,
  0,
  -0,
  1e308,
  -1e308,
  1.7976931348623157e308,
  1e-320,
  -5e-324,
  1e15 + 1,
  0.1,
  2 ** 53 + 2,
  1e-8,
] as const

export type Character = 'growing' | 'small' | 'signed' | 'odd'

export const someCharacter = (chance: Chance): Character =>
  chance.weighted([
    [50, 'growing'],
    [25, 'small'],
    [17, 'signed'],
    [8, 'odd'],
  ] as const)

const edgeShare = 0.04

/** A number of a line of this character, in the quarter at a place. */
export const someTyped = (chance: Chance, character: Character, at: number): number => {
  if (chance.happens(character === 'odd' ? 0.6 : edgeShare)) return chance.pick(edges)
  switch (character) {
    case 'growing':
      return Math.round(100 * (100 + 5 * at + 20 * chance.fraction())) / 100
    case 'small':
      return chance.between(-20, 60) / 100
    case 'signed':
      return chance.between(-300, 300) / 8
    case 'odd':
      return chance.between(-3, 3)
  }
}
