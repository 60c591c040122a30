// A Definition says what a function means. Most need a value from everything they look at and then compute; a few look
// past no value. Which expressions a function looks at, and where, is told apart from what it does with them, so that the
// explainer can ask the same question as the evaluator.

import type { Call, End, Tree } from '#formula/tree.ts'
import type { World } from './world.ts'

/** An expression at a place. */
export type Look = { readonly tree: Tree; readonly at: number; readonly world: World }

export type Own = { readonly kind: 'fault' | 'n.m.' | 'missing'; readonly sentence: string }

export type Needing = {
  readonly needs: 'all'
  readonly looks: (call: Call, at: number, world: World) => readonly Look[]
  /** NaN for no value. */
  readonly value: (values: readonly number[], call: Call, at: number, world: World) => number
  /** Why there is no value though all it looks at has one. */
  readonly own: (values: readonly number[], call: Call) => Own
}

type LookingPast = {
  readonly needs: 'not all'
  readonly value: (call: Call, at: number, world: World, evaluate: (look: Look) => number) => number
  /** What it passed over when it has no value. */
  readonly passed: (call: Call, at: number, world: World) => readonly Look[]
}

export type Definition = Needing | LookingPast

/** All expressions at the row's own place. */
export const here = (call: Call, at: number, world: World): readonly Look[] =>
  call.expressions.map((tree) => ({ tree, at, world }))

/** The first expression from one place to another, oldest first. */
export const between = (call: Call, from: number, to: number, world: World): readonly Look[] => {
  const [tree] = call.expressions
  return tree === undefined || to < from
    ? []
    : Array.from({ length: to - from + 1 }, (_, offset) => ({ tree, at: from + offset, world }))
}

const placeOfEnd = (end: End, at: number, world: World): number =>
  'lag' in end ? at + end.lag : world.placeOf(end.quarter)

/** A window, oldest first, or the expressions listed. Beyond the timeline one place on each side stands for all. */
export const windowOrHere = (call: Call, at: number, world: World): readonly Look[] => {
  if (call.window === null) return here(call, at, world)
  const from = placeOfEnd(call.window.from, at, world)
  const to = placeOfEnd(call.window.to, at, world)
  return to < from
    ? []
    : between(call, Math.min(Math.max(from, -1), world.length), Math.min(Math.max(to, -1), world.length), world)
}

export const fault = (sentence: string) => (): Own => ({ kind: 'fault', sentence })

export const needing = (
  looks: Needing['looks'],
  value: Needing['value'],
  own: Needing['own'] = fault('this is not a number'),
): Needing => ({ needs: 'all', looks, value, own })
