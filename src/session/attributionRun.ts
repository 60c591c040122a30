// One run of an attribution: it reads the versions it needs, then computes block after block, and lets the browser draw in
// between. What fits one block is there at once, so that the figures follow every keystroke.

import { attribute, type Attribution, type Figure } from '#analysis/attribution.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { WorldName } from '#model/view.ts'
import type { Versions } from './versions.ts'

export type AttributionOutcome =
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'done'; readonly attribution: Attribution }
  | { readonly kind: 'refused'; readonly sentence: string }

export type AttributionWish = {
  readonly model: Model
  readonly from: WorldName
  readonly to: WorldName
  readonly figure: Figure
}

const modelOf = async (model: Model, { snapshot }: WorldName, versions: Versions): Promise<Model | Problem> => {
  if (snapshot === null) return model
  const results = await versions(snapshot)
  return isProblem(results) ? results : results.model
}

const compute = (
  from: Model,
  to: Model,
  wish: AttributionWish,
  isStopped: () => boolean,
  tell: (outcome: AttributionOutcome) => void,
): void => {
  for (const [model, { scenario }] of [
    [from, wish.from],
    [to, wish.to],
  ] as const)
    if (!model.scenarios.some(({ id }) => id === scenario)) {
      tell({ kind: 'refused', sentence: 'The snapshot does not have this scenario yet. Choose another one.' })
      return
    }
  const work = attribute(
    { model: from, scenario: wish.from.scenario },
    { model: to, scenario: wish.to.scenario },
    wish.figure,
  )
  const step = (): void => {
    if (isStopped()) return
    const next = work.next()
    if (next.done !== true) {
      if (next.value < 1) tell({ kind: 'running', done: next.value })
      if (next.value < 1) setTimeout(step)
      else step()
    } else if (isProblem(next.value)) tell({ kind: 'refused', sentence: next.value.sentence })
    else tell({ kind: 'done', attribution: next.value })
  }
  step()
}

/** Begins a run and gives what stops it. */
export const runAttribution = (
  wish: AttributionWish,
  versions: Versions,
  tell: (outcome: AttributionOutcome) => void,
): (() => void) => {
  let isStopped = false
  const { model, from, to } = wish
  // What the run before came to is about something else.
  tell({ kind: 'running', done: 0 })
  if (from.snapshot === null && to.snapshot === null) compute(model, model, wish, () => isStopped, tell)
  else
    void Promise.all([modelOf(model, from, versions), modelOf(model, to, versions)]).then(([before, after]) => {
      if (isStopped) return
      if (isProblem(before)) tell({ kind: 'refused', sentence: before.sentence })
      else if (isProblem(after)) tell({ kind: 'refused', sentence: after.sentence })
      else compute(before, after, wish, () => isStopped, tell)
    })
  return () => {
    isStopped = true
  }
}
