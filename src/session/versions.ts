// Versions never change: what was read of one and calculated holds for good. They are calculated when first asked for.

import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'

export type Versions = (id: string) => Promise<Results | Problem>

export const versionsFrom = (read: (id: string) => Promise<Model | Problem>): Versions => {
  const known = new Map<string, Promise<Results | Problem>>()
  const made = async (id: string): Promise<Results | Problem> => {
    const model = await read(id)
    if (!isProblem(model)) return calculate(model)
    known.delete(id) // it may be put back
    return model
  }
  return (id) => {
    const results = known.get(id) ?? made(id)
    known.set(id, results)
    return results
  }
}
