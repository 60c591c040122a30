// Filling a plan that is typed by quarter with the plan there was, so that typing begins with figures and not with nothing.

import type { Commitment } from '#model/commitment.ts'
import { readingLineId } from '#model/commitmentLines.ts'
import type { Edit } from '#model/edit.ts'
import { rowOf, type Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains, type Timeline } from '#model/timeline.ts'
import { plannedByQuarter, type DrawnPlan } from './planPreview.ts'

export type PlanFill = {
  readonly plan: DrawnPlan
  readonly amount: number
  readonly first: Quarter
  readonly quarters: number
}

export const typedLineId = (commitment: Commitment): string => readingLineId(commitment, commitment.reading, 'typed')

/** The edits that type a plan's figures, in the quarters of the window that the timeline has. */
export const planFillEdits = (
  commitment: Commitment,
  scenario: ScenarioId,
  timeline: Timeline,
  { plan, amount, first, quarters }: PlanFill,
): readonly Edit[] =>
  plannedByQuarter(plan, amount, quarters).flatMap((entry, at): readonly Edit[] => {
    const quarter = addQuarters(first, at)
    return contains(timeline, quarter)
      ? [{ kind: 'enter', scenario, quarter, line: typedLineId(commitment), entry }]
      : []
  })

/** Whether a scenario has typed anything of the plan: filling it would then type over that. */
export const hasTypedPlan = (model: Model, commitment: Commitment, scenario: ScenarioId): boolean =>
  [...(model.rows.get(scenario)?.keys() ?? [])].some((quarter) =>
    rowOf(model, scenario, quarter).entries.has(typedLineId(commitment)),
  )
