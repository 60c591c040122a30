// What a line is held against: the lines it names as its consensus and as the ends of its guidance. They are lines of the
// model itself, never constants, and count what the line counts.

import type { Edit } from './edit.ts'
import type { Expected, LineId, LineItem } from './lineItem.ts'
import type { Model } from './model.ts'
import { isSame } from '#base/same.ts'
import { unitName, type Unit } from './unit.ts'

const parts = ['consensus', 'low', 'high'] as const

/** The lines named, each once. */
export const partnersOf = (expected: Expected): readonly LineId[] => [
  ...new Set(parts.flatMap((part) => expected[part] ?? [])),
]

/** Whether numbers of both units can be held against each other: money of one currency in any scale, else the same unit. */
export const areAlike = (one: Unit, other: Unit): boolean =>
  one.kind === 'currency' && other.kind === 'currency' ? one.currency === other.currency : isSame(one, other)

const partnerFault = (line: LineItem, partner: LineItem | undefined, id: LineId): string | null => {
  if (id === line.id) return `“${line.label}” is held against itself.`
  if (partner === undefined) return `“${line.label}” is held against “${id}”, which is no line of the model’s own.`
  if (partner.kind === 'constant') return `“${line.label}” is held against “${partner.label}”, which is a constant.`
  if (areAlike(line.unit, partner.unit)) return null
  return `“${line.label}” is in ${unitName(line.unit)}, but “${partner.label}”, which it is held against, is in ${unitName(partner.unit)}.`
}

/** The first thing that does not hold of what lines are held against, as the end of a sentence, or null. */
export const expectedFault = ({ lines }: Pick<Model, 'lines'>): string | null => {
  const byId = new Map(lines.map((line) => [line.id, line]))
  for (const line of lines) {
    if (line.expected === null) continue
    const partners = partnersOf(line.expected)
    if (partners.length === 0) return `“${line.label}” is to be held against something, but names no line.`
    if (line.kind === 'constant') return `“${line.label}” is a constant, and is held against another line.`
    for (const id of partners) {
      const fault = partnerFault(line, byId.get(id), id)
      if (fault !== null) return fault
    }
  }
  return null
}

/** What is left of it without a line; null where nothing is. */
const withoutPartner = (expected: Expected, gone: LineId): Expected | null => {
  const kept = (id: LineId | null): LineId | null => (id === gone ? null : id)
  const { consensus, low, high, tolerance } = expected
  const left = { consensus: kept(consensus), low: kept(low), high: kept(high), tolerance }
  return partnersOf(left).length === 0 ? null : left
}

/** Has no other line name one that is about to be gone. */
export const partnerRemoval = ({ lines }: Pick<Model, 'lines'>, gone: LineId): readonly Edit[] =>
  lines.flatMap(({ id, expected }): readonly Edit[] =>
    expected !== null && id !== gone && partnersOf(expected).includes(gone)
      ? [{ kind: 'change line', line: id, change: { expected: withoutPartner(expected, gone) } }]
      : [],
  )
