// Naming what a line is held against: the lines of its consensus and guidance, chosen among those that count the same or
// made in the same step, and how far from the consensus is still in line.

import type { NewId } from '#base/id.ts'
import { readNumber } from '#exchange/number.ts'
import { toleranceOf } from '#analysis/surprise.ts'
import type { Edit } from '#model/edit.ts'
import { areAlike, partnersOf } from '#model/expected.ts'
import { plainFigure, shownValue } from '#model/figure.ts'
import type { Expected, LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { isFraction, type Unit } from '#model/unit.ts'
import { freeKey, keysOf } from './lines/freeKey.ts'
import { refuse } from './proposal.ts'

/** A line of the model, one to be made, or none. */
export type PartnerChoice = { readonly is: 'line'; readonly line: LineId } | { readonly is: 'new' | 'none' }

export const partnerParts = ['consensus', 'low', 'high'] as const

export type PartnerPart = (typeof partnerParts)[number]

export type PartnerWish = Readonly<Record<PartnerPart, PartnerChoice>> & {
  /** As typed: `2`, `2 %`, `0.5 points`; empty for what is usual. */
  readonly tolerance: string
}

/** The lines that can be held against others: the model's own that differ by quarter, and are themselves no partner. */
export const nameable = ({ lines }: Model): readonly LineItem[] => {
  const partners = new Set(lines.flatMap(({ expected }) => (expected === null ? [] : partnersOf(expected))))
  return lines.filter(({ id, kind, tolerance }) => kind !== 'constant' && tolerance === null && !partners.has(id))
}

/** The lines that one can be held against. */
export const candidates = ({ lines }: Model, line: LineItem): readonly LineItem[] =>
  lines.filter(({ id, kind, unit }) => id !== line.id && kind !== 'constant' && areAlike(unit, line.unit))

/** What a tolerance is told in: points where differences are, else per cent. */
const toleranceUnit = ({ unit }: LineItem): Unit => ({ kind: isFraction(unit) ? 'points' : 'percent' })

/** `1 %`, `0.5 points`. */
const toleranceWords = (line: LineItem, tolerance: number): string => {
  const unit = toleranceUnit(line)
  const shown = shownValue(tolerance, unit, null)
  return `${plainFigure(shown, /\.(\d+)$/.exec(String(shown))?.[1]?.length ?? 0)} ${unit.kind === 'points' ? 'points' : '%'}`
}

/** What holds where nothing is typed: `1 %`. */
export const usualTolerance = (line: LineItem): string => toleranceWords(line, toleranceOf({ ...line, expected: null }))

/** The wish that changes nothing. */
export const wishOf = (line: LineItem): PartnerWish => {
  const { expected } = line
  const choice = (id: LineId | null | undefined): PartnerChoice =>
    id === null || id === undefined ? { is: 'none' } : { is: 'line', line: id }
  return {
    consensus: choice(expected?.consensus),
    low: choice(expected?.low),
    high: choice(expected?.high),
    tolerance: expected === null || expected.tolerance === null ? '' : toleranceWords(line, expected.tolerance),
  }
}

const newNames: Readonly<Record<PartnerPart, { readonly key: string; readonly label: string }>> = {
  consensus: { key: 'consensus', label: 'consensus' },
  low: { key: 'guidance_low', label: 'guidance, low end' },
  high: { key: 'guidance_high', label: 'guidance, high end' },
}

/** What the line is called that would be made. */
export const newLabel = (line: LineItem, part: PartnerPart): string => `${line.label}, ${newNames[part].label}`

/** Where the lines stand that are made here. */
const section = 'Consensus'

const newPartner = (model: Model, line: LineItem, part: PartnerPart, id: LineId): LineItem => ({
  ...{ id, key: freeKey(`${newNames[part].key}_${line.key}`, keysOf(model)), label: newLabel(line, part), section },
  ...{ unit: line.unit, kind: line.kind, decimals: line.decimals, polarity: 'neutral', driver: false, formula: null },
  ...{ description: '', tolerance: null, expected: null, source: '', breaks: [] },
})

/** A new section stands after that of the line it is for. */
const sectionEdits = ({ sections }: Model, line: LineItem): readonly Edit[] =>
  sections.includes(section)
    ? []
    : [
        {
          kind: 'change model',
          change: { sections: sections.toSpliced(sections.indexOf(line.section) + 1, 0, section) },
        },
      ]

const toleranceFrom = (line: LineItem, text: string): number | null | Problem => {
  if (text.trim() === '') return null
  const read = readNumber(text, toleranceUnit(line))
  if (isProblem(read)) return read
  if ('value' in read && read.value >= 0) return read.value
  return refuse(`“${text.trim()}” is no distance from a consensus: type 0 or more, such as ${usualTolerance(line)}.`)
}

export type PartnerProposal = {
  readonly edits: readonly Edit[]
  readonly label: string
  /** The first line that is made, to be typed into; null where none is. */
  readonly made: LineId | null
}

/** The edits that have a line held against what is wished; nothing chosen means against nothing any more. */
export const proposePartners = (
  model: Model,
  line: LineItem,
  wish: PartnerWish,
  newId: NewId,
): PartnerProposal | Problem => {
  const tolerance = toleranceFrom(line, wish.tolerance)
  if (isProblem(tolerance)) return tolerance
  const made: LineItem[] = []
  const idOf = (part: PartnerPart): LineId | null => {
    const choice = wish[part]
    if (choice.is === 'none') return null
    if (choice.is === 'line') return choice.line
    const partner = newPartner(model, line, part, newId())
    made.push(partner)
    return partner.id
  }
  const named: Expected = { consensus: idOf('consensus'), low: idOf('low'), high: idOf('high'), tolerance }
  const isNothing = partnersOf(named).length === 0
  if (isNothing && line.expected === null)
    return refuse(`Choose the line that holds the consensus or the guidance of ${line.label}, or have one made.`)
  return {
    edits: [
      ...(made.length === 0 ? [] : sectionEdits(model, line)),
      ...made.map((partner, at): Edit => ({ kind: 'insert line', line: partner, at: model.lines.length + at })),
      { kind: 'change line', line: line.id, change: { expected: isNothing ? null : named } },
    ],
    label: isNothing ? `${line.label}: held against nothing` : `${line.label}: consensus and guidance chosen`,
    made: made[0]?.id ?? null,
  }
}
