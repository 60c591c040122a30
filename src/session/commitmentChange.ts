// Changing a commitment: only what the dialog was made to say otherwise changes, each input where it lands, all of it one
// step of undo.

import { listed } from '#base/listing.ts'
import { isSame } from '#base/same.ts'
import { numberText } from '#exchange/number.ts'
import { planNumber, windowStart, type Commitment, type PlanShape } from '#model/commitment.ts'
import type { InputPart } from '#model/commitmentParts.ts'
import type { Edit } from '#model/edit.ts'
import { readQuarter } from '#model/fiscalCalendar.ts'
import { isBase, scenarioOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { quartersBetween } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Timeline } from '#model/timeline.ts'
import type { Scale } from '#model/unit.ts'
import { grownText, type CommitmentDeed } from './commitmentEdit.ts'
import { amountIn, rescalingEdits, unconvertedText } from './commitmentUnit.ts'
import { delaysKept, timelineEdits, uncountedText } from './commitmentWindow.ts'
import { readWish, type CommitmentWish, type ReadWish } from './commitmentWish.ts'
import { readingNameAfter } from './countedFormula.ts'
import { keptFormula } from './formulaEdit.ts'
import { inputPlace, landingEdits, landingScenario, type InputPlace, type Landing } from './inputLanding.ts'
import { planFillEdits } from './planFill.ts'
import { refuse } from './proposal.ts'

/** The dialog as it was opened, and the model then. */
export type ChangeStart = {
  readonly commitment: Commitment
  readonly shown: ScenarioId
  readonly scale: Scale | null
  readonly wish: CommitmentWish
}

const partWords: Readonly<Record<InputPart, string>> = {
  ...{ amount: 'amount', plan: 'plan', delay: 'first quarter', quarters: 'length', counting: 'what counts' },
}

const parts = Object.keys(partWords) as readonly InputPart[]

/** Whether a part was typed otherwise than it stood. */
const isOther = (part: InputPart, was: CommitmentWish, is: CommitmentWish): boolean => {
  switch (part) {
    case 'amount':
      return was.amount.trim() !== is.amount.trim()
    case 'plan':
      return was.plan !== is.plan
    case 'delay':
      return was.first.trim() !== is.first.trim()
    case 'quarters':
      return was.quarters !== is.quarters
    case 'counting':
      return keptFormula(was.counts) !== keptFormula(is.counts)
  }
}

type InputChange = { readonly part: InputPart; readonly place: InputPlace; readonly landing: Landing }

const landsInBase = (model: Model, { place, landing }: InputChange): boolean =>
  landing !== 'follow' && isBase(model, landingScenario(place, landing))

const changesOf = (
  model: Model,
  { commitment, shown, wish }: ChangeStart,
  is: CommitmentWish,
): readonly InputChange[] =>
  parts.flatMap((part) => {
    const place = inputPlace(model, commitment, part, shown)
    const chosen = is.landings[part]
    const landing = chosen ?? place.usual
    // What was neither typed nor told where to land stays whoever's it is.
    return isOther(part, wish, is) || chosen !== undefined ? [{ part, place, landing }] : []
  })

/** The formula that an input gets in a scenario. */
const formulaFor = (part: InputPart, commitment: Commitment, read: ReadWish, plan: PlanShape): string => {
  switch (part) {
    case 'amount':
      return numberText(read.amount, commitment.unit)
    case 'plan':
      return String(planNumber(plan))
    case 'delay':
      return String(quartersBetween(commitment.reading.first, read.first))
    case 'quarters':
      return String(read.quarters)
    case 'counting':
      return read.counts
  }
}

/** The commitment with all that lands in Base. */
const changedInBase = (
  { commitment }: ChangeStart,
  inBase: ReadonlySet<InputPart>,
  read: ReadWish,
  is: CommitmentWish,
  name: string,
): Commitment => {
  const { reading } = commitment
  const unit = inBase.has('counting') ? read.unit : commitment.unit
  return {
    ...{ ...commitment, unit, name: read.name, kind: is.kind, note: read.note },
    amount: inBase.has('amount') ? read.amount : amountIn(commitment.amount, commitment.unit, unit),
    plan: inBase.has('plan') ? is.plan : commitment.plan,
    reading: {
      ...reading,
      name,
      ...(inBase.has('counting') ? { counts: read.counts } : {}),
      ...(inBase.has('delay') ? { first: read.first, delay: 0 } : {}),
      ...(inBase.has('quarters') ? { quarters: read.quarters } : {}),
    },
  }
}

const fields = ['name', 'kind', 'amount', 'unit', 'plan', 'note', 'reading'] as const

/** One edit with the fields that differ; none where none does. */
const fieldEdits = (was: Commitment, is: Commitment): readonly Edit[] => {
  const change = Object.fromEntries(
    fields.flatMap((field) => (isSame(was[field], is[field]) ? [] : [[field, is[field]]])),
  )
  return Object.keys(change).length === 0 ? [] : [{ kind: 'change commitment', commitment: was.id, change }]
}

/** `amount and plan in Bull`, `first quarter`, `name`. */
const changedWords = (model: Model, changes: readonly InputChange[], was: Commitment, is: Commitment): string => {
  const inputs = new Map<ScenarioId, readonly string[]>()
  for (const { part, place, landing } of changes) {
    const scenario = landingScenario(place, landing)
    inputs.set(scenario, [...(inputs.get(scenario) ?? []), partWords[part]])
  }
  const own = (['name', 'kind', 'note'] as const).filter((field) => !isSame(was[field], is[field]))
  const others = is.reading.name !== was.reading.name && inputs.size === 0 ? ['name of its reading'] : []
  return listed([
    ...[...inputs].map(([scenario, names]) => `${listed(names)} in ${scenarioOf(model, scenario).name}`),
    ...own,
    ...others,
  ])
}

/** The figures of the plan there was, where it becomes one that is typed. */
const fillEdits = (
  { commitment, wish }: ChangeStart,
  change: InputChange | undefined,
  read: ReadWish,
  timeline: Timeline,
): readonly Edit[] => {
  if (change === undefined || change.landing === 'follow') return []
  const plan = wish.plan === 'typed' ? 'straight' : wish.plan
  const scenario = landingScenario(change.place, change.landing)
  return planFillEdits(commitment, scenario, timeline, { ...read, plan })
}

const partsInBase = (model: Model, changes: readonly InputChange[]): ReadonlySet<InputPart> =>
  new Set(changes.filter((each) => landsInBase(model, each)).map(({ part }) => part))

/** What the reading is called unless it is told: as before, but for what it counts and where it begins in Base. */
export const readingNameNow = (model: Model, start: ChangeStart, is: CommitmentWish): string => {
  const { reading } = start.commitment
  const inBase = partsInBase(model, changesOf(model, start, is))
  const before = { ...reading, first: windowStart(reading) }
  const first = inBase.has('delay') ? readQuarter(is.first, model.fiscalCalendar) : null
  return readingNameAfter(model, before, inBase.has('counting') ? is.counts : reading.counts, first ?? before.first)
}

/** What the dialog's wish would do to the commitment it was opened for. */
export const proposeCommitmentChange = (
  model: Model,
  start: ChangeStart,
  is: CommitmentWish,
): CommitmentDeed | Problem => {
  const { commitment, scale } = start
  if (!model.commitments.some(({ id }) => id === commitment.id))
    return refuse('This commitment is gone: another change took it away.')
  const changes = changesOf(model, start, is)
  const inBase = partsInBase(model, changes)
  const isTyped = changes.some(({ part, landing }) => part === 'counting' && landing !== 'follow')
  const unit = inBase.has('counting') ? null : commitment.unit
  const read = readWish(model, is, { unit, commitment: commitment.id, isTyped }, scale)
  if (isProblem(read)) return read
  const name = is.readingName?.trim() || readingNameNow(model, start, is)
  const next = changedInBase(start, inBase, read, is, name)
  const given = changes.find(({ part, landing }) => part === 'delay' && landing !== 'own')?.place.shown ?? null
  const kept = inBase.has('delay')
    ? delaysKept(model, commitment, commitment.reading, read.first, given)
    : { edits: [], said: [] }
  const isWindowTyped = changes.some(({ part }) => part === 'delay' || part === 'quarters')
  const grown = isWindowTyped ? timelineEdits(model, read, is.isTimelineGrown) : []
  const timeline = grown.length > 0 ? { ...model.timeline, last: read.last } : model.timeline
  const plan = changes.find(({ part }) => part === 'plan')
  const edits: readonly Edit[] = [
    ...grown,
    ...rescalingEdits(model, commitment, next.unit),
    ...kept.edits,
    ...changes.flatMap(({ part, place, landing }) =>
      landingEdits(model, place, landing, formulaFor(part, next, read, is.plan)),
    ),
    ...fieldEdits(commitment, next),
    ...(is.plan === 'typed' && is.isPlanFilled ? fillEdits(start, plan, read, timeline) : []),
  ]
  const said = [
    grownText(model, grown, read.last),
    isWindowTyped ? uncountedText(model, read) : null,
    unconvertedText(commitment.unit, next.unit),
    ...kept.said,
  ].filter((each) => each !== null)
  return {
    edits,
    label: `Commitment ${next.name}: ${changedWords(model, changes, commitment, next)} changed`,
    said: said.length === 0 ? null : said.join(' '),
  }
}
