// A Finding is something in a model that is wrong or looks like a slip, as data: what, where, how grave, one plain sentence that says what to
// do, and where there is one the mending. Its id is its kind and place, so that it stays the same finding while it stands; what it is
// about is the content found there, so that a waiver of it lapses when that changes.

import type { Edit } from '#model/edit.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { placeInId } from '#model/waiver.ts'

/** A problem is wrong; a warning may well be; a remark is worth a look. */
export type Severity = 'problem' | 'warning' | 'remark'

export type FindingKind =
  | 'formula'
  | 'draft'
  | 'check'
  | 'units'
  | 'override'
  | 'constant'
  | 'sign'
  | 'scale'
  | 'shift'
  | 'outlier'
  | 'repeat'
  | 'gap'
  | 'fit'
  | 'total'
  | 'lag'
  | 'per cent'
  | 'unused'
  | 'reason'

/** A quarter of a line in a scenario; the whole line where the quarter is null. */
export type FindingPlace = {
  readonly scenario: ScenarioId
  readonly line: LineId
  readonly quarter: Quarter | null
}

/** How a finding is mended: by edits, or by something only the user can say. */
export type Mending =
  | { readonly by: 'edits'; readonly words: string; readonly edits: readonly Edit[] }
  | { readonly by: 'note' | 'lift' | 'description'; readonly words: string }

export type Finding = {
  readonly id: string
  readonly kind: FindingKind
  readonly severity: Severity
  readonly place: FindingPlace
  readonly sentence: string
  readonly about: string
  readonly mending: Mending | null
}

/** Findings as they are found, some at a time. */
export type Steps = Generator<readonly Finding[], void>

type Found = Omit<Finding, 'id' | 'mending'> & {
  /** Tells findings of one kind at one place apart. */
  readonly rule: string
  /** Whether it is of the whole line, though there is a quarter to go to: it stays the same in whatever quarter that is. */
  readonly isOfLine?: boolean
  readonly mending?: Mending | null
}

export const finding = ({ rule, isOfLine = false, mending = null, ...found }: Found): Finding => {
  const { scenario, line, quarter } = found.place
  return { ...found, mending, id: [found.kind, rule, placeInId(scenario, line, isOfLine ? null : quarter)].join(' ') }
}

export const severities: readonly Severity[] = ['problem', 'warning', 'remark']

export const edits = (words: string, ...given: readonly Edit[]): Mending => ({ by: 'edits', words, edits: given })
