// Making a commitment: the edits that its dialog comes to, all of them one step of undo.

import type { NewId } from '#base/id.ts'
import type { Commitment } from '#model/commitment.ts'
import type { Edit } from '#model/edit.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { allLines, baseOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Scale } from '#model/unit.ts'
import { readingNameFor } from './countedFormula.ts'
import { keyFromLabel, sectionEdits } from './creation.ts'
import { timelineEdits, uncountedText } from './commitmentWindow.ts'
import { readWish, type CommitmentWish } from './commitmentWish.ts'
import { planFillEdits } from './planFill.ts'

/** What a dialog about a commitment would do. */
export type CommitmentDeed = {
  /** None where everything is so already. */
  readonly edits: readonly Edit[]
  /** Stands in the history. */
  readonly label: string
  /** What is told once it is done; null where what moved says enough. */
  readonly said: string | null
}

/** Where commitments stand; the section comes with the first. */
const pacingSection = 'Pacing'

const longestStem = 24 // of the 64 characters of a key; the rest is for the reading's and the part's

/** A stem whose keys no line has yet: `ai`, `ai_2`, … */
const freeStem = (model: Model, wanted: string): string => {
  const stem = wanted.slice(0, longestStem).replace(/_+$/, '') || 'commitment'
  const isTaken = (each: string): boolean => allLines(model).some(({ key }) => key.startsWith(`${each}_`))
  for (let count = 1; ; count += 1) {
    const each = count === 1 ? stem : `${stem}_${count}`
    if (!isTaken(each)) return each
  }
}

const joined = (sentences: readonly (string | null)[]): string | null =>
  sentences.filter((each) => each !== null).join(' ') || null

/** The edits that add a commitment, with its id. */
export const proposeCommitment = (
  model: Model,
  wish: CommitmentWish,
  scale: Scale | null,
  newId: NewId,
): (CommitmentDeed & { readonly id: string }) | Problem => {
  const read = readWish(model, wish, { unit: null, commitment: null, isTyped: true }, scale)
  if (isProblem(read)) return read
  const { name, amount, counts, unit, first, quarters, note } = read
  const readingName = wish.readingName?.trim() || readingNameFor(model, counts, first)
  const commitment: Commitment = {
    ...{ id: newId(), key: freeStem(model, keyFromLabel(name)), name, section: pacingSection, kind: wish.kind },
    ...{ amount, unit, plan: wish.plan, note },
    reading: { id: 'main', name: readingName, counts, first, delay: 0, quarters },
    otherReadings: [],
  }
  const grown = timelineEdits(model, read, wish.isTimelineGrown)
  const timeline = grown.length > 0 ? { ...model.timeline, last: read.last } : model.timeline
  const filled = wish.plan === 'typed' && wish.isPlanFilled
  return {
    id: commitment.id,
    edits: [
      ...grown,
      ...sectionEdits(model, pacingSection),
      { kind: 'insert commitment', commitment, at: model.commitments.length },
      ...(filled
        ? planFillEdits(commitment, baseOf(model).id, timeline, { plan: 'straight', amount, first, quarters })
        : []),
    ],
    label: `Commitment ${name} added`,
    said: joined([`${name} is added.`, grownText(model, grown, read.last), uncountedText(model, read)]),
  }
}

/** Said where the timeline grew along. */
export const grownText = (model: Model, grown: readonly Edit[], last: Commitment['reading']['first']): string | null =>
  grown.length === 0 ? null : `The timeline now runs to ${plainName(last, model.fiscalCalendar)}.`
