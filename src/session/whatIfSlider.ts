// The two sliders of a what-if as they stand: the one that was asked where it was put, the other where its answer puts it.

import { bareBillions, plainFigure } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import { addQuarters } from '#model/quarter.ts'
import type { Asked, Ground, Reach } from './whatIf.ts'
import type { Preview } from './whatIfLane.ts'
import { completionPlace, completionText, multipleText, reachedIn, spendText } from './whatIfText.ts'
import { readCompletion, readSpend } from './whatIfTyped.ts'

export type SliderState = {
  readonly label: string
  readonly reach: Reach
  readonly value: number
  /** The value in the field, and what stands behind it. */
  readonly text: string
  readonly unitText: string
  /** What a screen reader says of the value. */
  readonly valueText: string
  /** What the slider's ends are. */
  readonly ends: readonly [string, string]
  /** What the value means. */
  readonly meaning: string
  /** It was moved, it follows the other one, or nothing is asked yet. */
  readonly part: 'asked' | 'follows' | 'idle'
  /** Values to go to at once. */
  readonly places: readonly { readonly name: string; readonly value: number }[]
  readonly read: (text: string) => number | Problem
}

const partOf = (asked: Asked | null, of: Asked['of']): SliderState['part'] =>
  asked === null ? 'idle' : asked.of === of ? 'asked' : 'follows'

/** Where it stands before anything is asked: the mean of the last four quarters, else what is required. */
const usualRate = ({ mean, required }: Ground): number => (mean > 0 ? mean : required > 0 ? required : 0)

const usualMultiple = (ground: Ground, rate: number, isAsked: boolean): string =>
  !isAsked && rate === ground.mean ? 'the mean of the last four quarters' : multipleText(ground, rate)

export const spendSlider = (
  model: Model,
  ground: Ground,
  asked: Asked | null,
  preview: Preview | null,
): SliderState => {
  const { commitment, spend, mean, required, from } = ground
  const { unit } = commitment
  const rate = asked?.of === 'spend' ? asked.rate : (preview?.rate ?? usualRate(ground))
  const named = (name: string, value: number) =>
    value > 0 ? [{ name: `${name}, ${bareBillions(value, unit)}`, value }] : []
  return {
    label: 'Spend a quarter',
    reach: spend,
    value: rate,
    text: bareBillions(rate, unit),
    unitText: `bn, from ${fiscalName(from, model.fiscalCalendar)} on`,
    valueText: spendText(ground, rate),
    ends: ['0', `${bareBillions(spend.most, unit, 0)} bn`],
    meaning: usualMultiple(ground, rate, asked !== null),
    part: partOf(asked, 'spend'),
    places: [
      ...named('the last four quarters’ mean', mean),
      ...named(commitment.kind === 'cap' ? 'left for each' : 'required', required),
    ],
    read: (text) => readSpend(ground, text),
  }
}

/** Null where the amount is reached already. */
export const completionSlider = (
  model: Model,
  ground: Ground,
  asked: Asked | null,
  preview: Preview | null,
): SliderState | null => {
  const { commitment, completion, window, elapsed, meanCompletion } = ground
  if (completion === null) return null
  const follows = asked === null || preview === null ? meanCompletion : (reachedIn(preview)?.quarters ?? NaN)
  const quarters = asked?.of === 'completion' ? asked.quarters : follows
  const isNever = Number.isNaN(quarters)
  const name = (count: number): string => fiscalName(addQuarters(window.first, count - 1), model.fiscalCalendar)
  return {
    label: commitment.kind === 'cap' ? 'Cap used up after' : 'Complete after',
    reach: completion,
    value: isNever ? completion.most : quarters,
    text: isNever ? 'never' : plainFigure(quarters, 3),
    unitText: `of ${window.quarters} quarters`,
    valueText: isNever ? 'never' : completionText(model, ground, quarters),
    ends: [`end of ${name(completion.least)}`, `end of ${name(completion.most)}`],
    meaning: isNever
      ? 'never at that spend'
      : `${completionPlace(model, ground, quarters)}${asked === null ? ', at that mean' : ''}`,
    part: partOf(asked, 'completion'),
    places:
      elapsed < window.quarters
        ? [{ name: `the window’s last day, ${name(window.quarters)}`, value: window.quarters }]
        : [],
    read: (text) => readCompletion(model, ground, text),
  }
}
