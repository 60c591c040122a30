// The list of findings as it is shown: those that are open, the gravest first, those that are waived, and the words for their kinds.

import { counted } from '#base/listing.ts'
import { severities, type Finding, type FindingKind, type Severity } from '#analysis/finding/finding.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { baseOf, type Model } from '#model/model.ts'
import type { Waiver } from '#model/waiver.ts'

export const kindNames: Record<FindingKind, string> = {
  formula: 'Formula problem',
  draft: 'Unfinished formula',
  check: 'Failed check',
  units: 'Units and kinds',
  override: 'Hidden override',
  constant: 'Number in a formula',
  sign: 'Sign',
  scale: 'Scale or currency',
  shift: 'Shifted quarter',
  outlier: 'Outlier',
  repeat: 'Repeated number',
  gap: 'Gap',
  fit: 'Misfit',
  total: 'Total',
  lag: 'Odd quarters',
  'per cent': 'Per cents',
  unused: 'Unused driver',
  reason: 'No reason given',
}

export const severityNames: Record<Severity, string> = { problem: 'Problems', warning: 'Warnings', remark: 'Remarks' }

export type WaivedFinding = { readonly finding: Finding; readonly waiver: Waiver }

export type FindingList = { readonly open: readonly Finding[]; readonly waived: readonly WaivedFinding[] }

/** A waiver speaks of what was found: where that is something else by now, the finding is open again. */
export const listOf = (all: readonly Finding[], { waivers }: Model): FindingList => {
  const byId = new Map(waivers.map((waiver) => [waiver.id, waiver]))
  const waived = all.flatMap((finding) => {
    const waiver = byId.get(finding.id)
    return waiver?.about === finding.about ? [{ finding, waiver }] : []
  })
  const settled = new Set(waived.map(({ finding }) => finding))
  return { open: all.filter((finding) => !settled.has(finding)), waived }
}

export type FindingGroup = { readonly severity: Severity; readonly findings: readonly Finding[] }

/** The open findings of one kind, or of all, by how grave they are. */
export const groupsOf = (open: readonly Finding[], kind: FindingKind | null): readonly FindingGroup[] =>
  severities
    .map((severity) => ({
      severity,
      findings: open.filter((each) => each.severity === severity && (kind === null || each.kind === kind)),
    }))
    .filter(({ findings }) => findings.length > 0)

/** The kinds there are, with how many of each. */
export const kindsIn = (open: readonly Finding[]): readonly { readonly kind: FindingKind; readonly count: number }[] =>
  (Object.keys(kindNames) as FindingKind[])
    .map((kind) => ({ kind, count: open.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)

export const countOf = (open: readonly Finding[], severity: Severity): number =>
  open.filter((each) => each.severity === severity).length

/** `2 problems, 1 warning`; `nothing` where there is neither. */
export const countText = (open: readonly Finding[]): string =>
  severities
    .map((severity) => [countOf(open, severity), severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => counted(count, severity))
    .join(', ') || 'Nothing found'

/** `Sign · FY26 Q2 · Bull`: what and where, under a sentence that may have said the place already. */
export const placeText = (model: Model, { kind, place }: Finding): string => {
  const scenario = model.scenarios.find(({ id }) => id === place.scenario)
  const isElsewhere = scenario !== undefined && scenario.id !== baseOf(model).id
  return [
    kindNames[kind],
    ...(place.quarter === null ? [] : [fiscalName(place.quarter, model.fiscalCalendar)]),
    ...(isElsewhere ? [scenario.name] : []),
  ].join(' · ')
}
