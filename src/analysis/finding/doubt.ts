// A Doubt is what a formula's own shape makes one suspect, before it has a place among the findings.

import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import { finding, type Finding, type FindingKind } from './finding.ts'
import type { Survey } from './survey.ts'

export type Doubt = {
  readonly kind: FindingKind
  readonly rule: string
  readonly sentence: string
  readonly severity?: 'remark'
  /** What the formula would read without it. */
  readonly instead?: string
}

export type Shape = { readonly survey: Survey; readonly line: LineItem; readonly text: string; readonly tree: Tree }

/** A doubt where its formula is. */
export const doubtFinding = ({ survey, line, text }: Shape, scenario: string, doubt: Doubt): Finding =>
  finding({
    kind: doubt.kind,
    rule: doubt.rule,
    severity: doubt.severity ?? 'warning',
    place: { scenario, line: line.id, quarter: null },
    sentence: doubt.sentence,
    about: text,
    mending:
      doubt.instead === undefined || survey.read(doubt.instead) === null
        ? null
        : {
            by: 'edits',
            words: `Change the formula to ${doubt.instead}`,
            edits: [{ kind: 'formula', scenario, line: line.id, formula: doubt.instead }],
          },
  })
