// What stands behind what: a slip makes checks fail and lines that are calculated from it odd. A check that fails names the slip, and what
// only follows from a number that is told as a slip is not told beside it.

import type { Reference } from '#formula/references.ts'
import type { End } from '#formula/tree.ts'
import type { LineId } from '#model/lineItem.ts'
import { originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Finding, FindingKind } from './finding.ts'
import type { Survey } from './survey.ts'

/** Kinds that say why a line is not what it should be. */
const causes: readonly FindingKind[] = ['total', 'fit', 'sign', 'scale', 'shift', 'units']

/** All lines that a line comes from in Base, whatever the quarter. */
const sourcesOf = (survey: Survey, line: LineId): ReadonlySet<LineId> => {
  const seen = new Set([line])
  for (const each of seen)
    for (const reference of survey.results.checkedOf(survey.base, each)?.references ?? []) seen.add(reference.line)
  return seen
}

const failsIn = ({ about }: Finding, quarter: Quarter): boolean => about.includes(`${quarter} `)

/** Findings with the likely cause named in those of checks that fail. */
export const withCauses = (survey: Survey, found: readonly Finding[]): readonly Finding[] =>
  found.map((check) => {
    if (check.kind !== 'check') return check
    const sources = sourcesOf(survey, check.place.line)
    const cause = found.find(
      ({ kind, severity, place: { line, quarter } }) =>
        causes.includes(kind) &&
        severity === 'warning' &&
        sources.has(line) &&
        (quarter === null || failsIn(check, quarter)),
    )
    return cause === undefined
      ? check
      : { ...check, sentence: `${check.sentence} It may come from this: ${cause.sentence}` }
  })

const cellName = (line: LineId, at: number): string => `${at} ${line}`

/** Before the timeline or behind it where an end lies outside. */
const placeOf = (survey: Survey, end: End, at: number): number =>
  'lag' in end ? at + end.lag : survey.quarters.indexOf(end.quarter)

/** The places of the timeline that a reference looks at from one. */
const placesOf = (survey: Survey, { from, to }: Pick<Reference, 'from' | 'to'>, at: number): readonly number[] => {
  const first = Math.max(placeOf(survey, from, at), 0)
  const last = Math.min(placeOf(survey, to, at), survey.quarters.length - 1)
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, step) => first + step)
}

type Traced = {
  readonly survey: Survey
  /** Names of cells whose number is wrong. */
  readonly wrong: ReadonlySet<string>
  /** By scenario, names of cells that are known to come from none of them. */
  readonly clean: Map<ScenarioId, Set<string>>
}

/** Whether what a line's formula gives in one of some quarters comes from a wrong number, through whatever is not typed. */
const comesFromWrong = (
  { survey, wrong, clean }: Traced,
  { scenario, line }: { readonly scenario: ScenarioId; readonly line: LineId },
  quarters: readonly number[],
): boolean => {
  const known = clean.get(scenario) ?? new Set<string>()
  clean.set(scenario, known)
  const cells = new Map(quarters.map((at) => [cellName(line, at), { line, at, isFirst: true }]))
  for (const cell of cells.values()) {
    const item = survey.itemOf(cell.line)
    if (item === undefined) continue
    const isTyped = originOf(survey.model, scenario, item, survey.quarterAt(cell.at)).from === 'typed'
    if (isTyped && !cell.isFirst) continue
    for (const reference of survey.results.checkedOf(scenario, cell.line)?.references ?? [])
      for (const at of placesOf(survey, reference, cell.at)) {
        const name = cellName(reference.line, at)
        if (wrong.has(name)) return true
        if (!known.has(name) && !cells.has(name)) cells.set(name, { line: reference.line, at, isFirst: false })
      }
  }
  for (const [name, { isFirst }] of cells) if (!isFirst) known.add(name)
  return false
}

const quartersAYear = 4

/** A number that is a slip: what should be typed instead is known. */
const isWrongNumber = ({ kind, mending, place }: Finding): boolean =>
  (kind === 'sign' || kind === 'scale') &&
  mending?.by === 'edits' &&
  mending.edits.some((edit) => edit.kind === 'enter' && edit.line === place.line && edit.quarter === place.quarter)

const isOdd = ({ kind, mending, place }: Finding): boolean =>
  place.quarter !== null &&
  mending === null &&
  (['total', 'fit', 'sign', 'scale', 'shift', 'outlier'] as FindingKind[]).includes(kind)

/**
 * Findings without those of cells that are odd because a wrong number is told of a cell they are calculated from, now or a year before; one
 * finding a step.
 */
export function* withoutEchoes(survey: Survey, found: readonly Finding[]): Generator<undefined, readonly Finding[]> {
  const atOf = (quarter: Quarter | null): number => (quarter === null ? -1 : survey.quarters.indexOf(quarter))
  const wrong = new Set(found.filter(isWrongNumber).map(({ place }) => cellName(place.line, atOf(place.quarter))))
  if (wrong.size === 0) return found
  const traced: Traced = { survey, wrong, clean: new Map() }
  const kept: Finding[] = []
  for (const each of found) {
    const at = atOf(each.place.quarter)
    const quarters = [at, at - quartersAYear].filter((quarter) => quarter >= 0)
    if (!isOdd(each) || !comesFromWrong(traced, each.place, quarters)) kept.push(each)
    yield
  }
  return kept
}
