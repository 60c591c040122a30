// How many numbers a change of scenarios would move, by scenario: worked out on the changed model before it is made.

import { counted } from '#base/listing.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { allLines } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'

export type ScenarioMovement = {
  readonly scenario: ScenarioId
  readonly name: string
  /** Quarters of lines, and constants, whose value becomes another. */
  readonly numbers: number
  readonly lines: number
}

/** A row for each scenario that is there now, in their order; none where the edits cannot be applied. */
export const movementBy = (results: Results, edits: readonly Edit[]): readonly ScenarioMovement[] => {
  const { model } = results
  const next = applyEdits(model, edits)
  if (isProblem(next)) return []
  const after = calculate(next, results)
  const quarters = quartersOf(model.timeline)
  return model.scenarios.map(({ id, name }) => {
    const moved = allLines(model).map((line) =>
      line.kind === 'constant'
        ? Number(!Object.is(results.constantOf(id, line.id), after.constantOf(id, line.id)))
        : quarters.filter(
            (quarter) => !Object.is(results.valueOf(id, line.id, quarter), after.valueOf(id, line.id, quarter)),
          ).length,
    )
    return {
      scenario: id,
      name,
      numbers: moved.reduce((sum, each) => sum + each, 0),
      lines: moved.filter((each) => each > 0).length,
    }
  })
}

/** `Base: 212 numbers in 31 lines`, `Bear: no number moves`. */
export const movementText = ({ name, numbers, lines }: ScenarioMovement): string =>
  numbers === 0 ? `${name}: no number moves` : `${name}: ${counted(numbers, 'number')} in ${counted(lines, 'line')}`
