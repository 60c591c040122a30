// A SheetFinding is how many times as long the sheet takes for a gesture as a peer in the same rounds; a target what it may
// come to at the most.

import { timesOf, type Round, type Times } from '../measures/ratio.ts'
import { markdownTable, shortNumber } from '../measures/table.ts'
import type { SubjectName } from './subject.ts'

const gestures = ['edit to paint', 'edit, all its work', 'drag, small', 'drag, large', 'scroll by a screen'] as const

type Gesture = (typeof gestures)[number]

type SheetPeer = 'an empty frame' | 'bare AG Grid' | 'Paceline on the example'

export type SheetFinding = { readonly gesture: Gesture; readonly model: SubjectName; readonly peer: SheetPeer } & Times

/** One gesture's milliseconds of one round, in our sheets and in the bare grids, by model; and an empty frame's. */
export type SheetRound = Readonly<Record<SubjectName, Readonly<Record<'ours' | 'bare', Sample>>>>

export type Sample = Readonly<Record<Gesture, number>> & { readonly frame: number }

/** At the most so many times as long. A frame is what the screen's pace leaves; three are half of what feels like at once. */
const targets: Readonly<Record<SheetPeer, Partial<Record<Gesture, number>>>> = {
  'an empty frame': { 'edit to paint': 3, 'drag, small': 1, 'drag, large': 1 },
  'bare AG Grid': {
    'edit to paint': 3,
    'edit, all its work': 2,
    'drag, small': 2,
    'drag, large': 2,
    'scroll by a screen': 1.5,
  },
  'Paceline on the example': {
    'edit to paint': 3,
    'edit, all its work': 2,
    'drag, small': 1.5,
    'drag, large': 1.5,
    'scroll by a screen': 1.5,
  },
}

const models = ['example', 'large'] as const

/** What the rounds come to. */
export const findingsOf = (rounds: readonly SheetRound[]): readonly SheetFinding[] => {
  const finding = (
    gesture: Gesture,
    model: SubjectName,
    peer: SheetPeer,
    pair: (round: SheetRound) => Round,
  ): SheetFinding => ({ gesture, model, peer, ...timesOf(rounds.map(pair)) })
  const beside = (gesture: Gesture, model: SubjectName): readonly SheetFinding[] => [
    finding(gesture, model, 'an empty frame', (round) => ({
      ours: round[model].ours[gesture],
      theirs: round[model].ours.frame,
    })),
    finding(gesture, model, 'bare AG Grid', (round) => ({
      ours: round[model].ours[gesture],
      theirs: round[model].bare[gesture],
    })),
  ]
  const growth = (gesture: Gesture): SheetFinding =>
    finding(gesture, 'large', 'Paceline on the example', (round) => ({
      ours: round.large.ours[gesture],
      theirs: round.example.ours[gesture],
    }))
  return gestures
    .flatMap((gesture) => [...models.flatMap((model) => beside(gesture, model)), growth(gesture)])
    .filter(({ gesture, peer }) => gesture !== 'edit, all its work' || peer !== 'an empty frame')
}

const targetOf = ({ peer, gesture }: SheetFinding): number | null => targets[peer][gesture] ?? null

const isMissed = (finding: SheetFinding): boolean => finding.ratio > (targetOf(finding) ?? Infinity)

const heads = ['gesture', 'model', 'against', 'times', 'low', 'high', 'at most', '']

export const sheetTable = (findings: readonly SheetFinding[]): string =>
  markdownTable([
    heads,
    ...findings.map((finding) => {
      const { gesture, model, peer, ratio, low, high } = finding
      const target = targetOf(finding)
      const word = target === null ? '' : isMissed(finding) ? 'MISSED' : 'reached'
      const asked = target === null ? '–' : shortNumber(target)
      return [gesture, model, peer, shortNumber(ratio), shortNumber(low), shortNumber(high), asked, word]
    }),
  ])

export const missedSentence = (findings: readonly SheetFinding[]): string =>
  `${findings.filter(isMissed).length} of the targets missed.`

export const sheetJson = (findings: readonly SheetFinding[]): string =>
  `${JSON.stringify(
    findings.map(({ gesture, ...rest }) => ({ measure: gesture, ...rest })),
    null,
    2,
  )}\n`
