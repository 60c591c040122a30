// The warnings of a model: formulas whose units or kinds do not go together. They keep no number from being computed.

import { unitWarnings } from '#formula/unit.ts'
import { allLines, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import { problem, type Problem } from '#model/problem.ts'
import type { Plan } from './plan.ts'

/** Each warning once, in the scenario whose formula it is. */
export const warningsOf = (model: Model, plans: readonly Plan[]): readonly Problem[] => {
  const lines = new Map(allLines(model).map((line) => [line.id, line]))
  const seen = new Set<string>()
  return plans.flatMap(({ scenario, lines: planned }) =>
    planned.flatMap(({ line, formula }) => {
      const holder = formula === null ? null : formulaOf(model, scenario, line)
      const mark = JSON.stringify([holder?.scenario, line.id])
      if (formula === null || holder === null || seen.has(mark)) return []
      seen.add(mark)
      return unitWarnings(formula, line, lines).map(({ kind, span, sentence, suggestion }) =>
        problem(kind, { at: 'formula', scenario: holder.scenario, line: line.id, span }, sentence, suggestion),
      )
    }),
  )
}
