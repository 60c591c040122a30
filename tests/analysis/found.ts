// What is found in a model, and models changed by edits.

import { calculate } from '#engine/calculate.ts'
import { findingsOf } from '#analysis/finding/findings.ts'
import type { Finding } from '#analysis/finding/finding.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'

export const changed = (model: Model, ...edits: readonly Edit[]): Model => {
  const next = applyEdits(model, edits)
  if (isProblem(next)) throw new Error(next.sentence)
  return next
}

/** The findings of a model, or of one of its lines. */
export const found = (model: Model, key?: string): readonly Finding[] =>
  findingsOf(calculate(model)).filter(
    ({ place }) => key === undefined || place.line === key || place.line === `id of ${key}`,
  )

export const kinds = (model: Model, key: string): readonly string[] => found(model, key).map(({ kind }) => kind)

export const formula = (line: string, text: string): Edit => ({
  kind: 'formula',
  scenario: 'base',
  line,
  formula: text,
})

export const enter = (line: string, quarter: `${number}-${number}`, entry: number | null, scenario = 'base'): Edit => ({
  ...{ kind: 'enter', scenario, quarter, line, entry },
})
