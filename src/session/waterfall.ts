// A Waterfall leads from one figure to another, a step for each line, the largest first; what is small beyond so many steps is
// one step together.

import type { Attribution } from '#analysis/attribution.ts'
import type { LineId } from '#model/lineItem.ts'
import { bySize, playerName } from './whyText.ts'

export type WaterfallStep = {
  readonly name: string
  /** What the bar goes from and to; a figure's bar begins at 0. */
  readonly from: number
  readonly to: number
  readonly kind: 'figure' | 'up' | 'down'
  /** Where a click on it goes; null for a figure, and for several lines together. */
  readonly line: LineId | null
}

const mostSteps = 12

export const waterfallOf = (
  { from, to, contributions }: Attribution,
  fromName: string,
  toName: string,
): readonly WaterfallStep[] => {
  const moving = bySize(contributions).filter(({ amount }) => amount !== 0)
  const told = moving.length > mostSteps ? moving.slice(0, mostSteps - 1) : moving
  const rest = moving.slice(told.length)
  const steps = [
    ...told.map(({ player, amount }) => ({
      name: playerName(player),
      amount,
      line: player.of === 'line' ? player.line.id : null,
    })),
    ...(rest.length === 0
      ? []
      : [{ name: `${rest.length} more`, amount: rest.reduce((sum, { amount }) => sum + amount, 0), line: null }]),
  ]
  let level = from
  const bars = steps.map(({ name, amount, line }): WaterfallStep => {
    const start = level
    level += amount
    return { name, from: start, to: level, kind: amount > 0 ? 'up' : 'down', line }
  })
  return [
    { name: fromName, from: 0, to: from, kind: 'figure', line: null },
    ...bars,
    { name: toName, from: 0, to, kind: 'figure', line: null },
  ]
}
