// Mutations: a text with tokens or characters put in, taken out, doubled, swapped or replaced.

import type { Chance } from '../support/chance.ts'

const tokenForm = /\s+|[A-Za-z_]\w*|\d+(?:\.\d+)?|"[^"]*"|[=!<>]=|./gsu

const tokens =
  '( ) [ ] , : ? + - * / ^ == != < <= > >= = and or not % ! & | ; # \' " . .. { } @ $ ~ \\ ` 0 1 000 2.5 1e3 1e400 -1 abs sum lag round ttm to mod e end true'.split(
    ' ',
  )

const characters = [
  ...Array.from('abcxyzQFY0123456789.%+-*/^()[]{}<>=!?:;,\'"`#@$&|~\\_ \t\n'),
  '−',
  '×',
  'é',
  '²',
  '\u00a0',
  '\u200b',
  '😀',
  '\ud83d',
]

type Change = (chance: Chance, parts: readonly string[], pool: readonly string[]) => readonly string[]

const changes: readonly Change[] = [
  (chance, parts, pool) => parts.toSpliced(chance.below(parts.length + 1), 0, chance.pick(pool)),
  (chance, parts) => parts.toSpliced(chance.below(parts.length), 1),
  (chance, parts) => {
    const at = chance.below(parts.length)
    return parts.toSpliced(at, 0, parts[at] ?? '')
  },
  (chance, parts) => {
    const [one, other] = [chance.below(parts.length), chance.below(parts.length)]
    return parts.with(one, parts[other] ?? '').with(other, parts[one] ?? '')
  },
  (chance, parts, pool) => parts.with(chance.below(parts.length), chance.pick(pool)),
  (chance, parts) => {
    const start = chance.below(parts.length)
    return [...parts, ...parts.slice(start, start + chance.between(1, 4))]
  },
  (chance, parts) => parts.slice(0, chance.between(1, parts.length)),
]

/** The text with one to three changes. */
export const mutated = (chance: Chance, text: string): string => {
  let current = text
  for (let left = chance.pick([1, 1, 1, 2, 3]); left > 0; left -= 1) {
    const byToken = chance.happens(0.6)
    const parts = byToken ? (current.match(tokenForm) ?? []) : Array.from(current)
    if (parts.length === 0) return chance.pick(tokens)
    current = chance
      .pick(changes)(chance, parts, byToken ? tokens : characters)
      .join('')
  }
  return current
}
