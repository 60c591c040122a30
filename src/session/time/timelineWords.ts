// A change of the timeline in words: what is added and cut, and what goes with it.

import { counted, countedKinds, listed } from '#base/listing.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { movedTimeline } from '#model/removal.ts'
import { lengthOf, quartersOf } from '#model/timeline.ts'
import type { EditDeed } from '../editDeed.ts'
import { wishOf, type ScenarioLoss, type TimelineChange } from './timelineChange.ts'

/** `4 quarters are added at the end, FY29 Q1 to FY29 Q4`, a part for each end. */
const endText = (model: Model, change: TimelineChange, end: 'start' | 'end', tense: 'is' | 'was'): string | null => {
  const count = end === 'start' ? change.atStart : change.atEnd
  if (count === 0) return null
  const [longer, shorter] = count > 0 ? [change.timeline, model.timeline] : [model.timeline, change.timeline]
  const quarters = quartersOf(longer).filter((quarter) =>
    end === 'start' ? quarter < shorter.first : quarter > shorter.last,
  )
  const [first, last] = [quarters.at(0), quarters.at(-1)]
  if (first === undefined || last === undefined) return null
  const name = (quarter: Quarter): string => plainName(quarter, model.fiscalCalendar)
  const which = first === last ? name(first) : `${name(first)} to ${name(last)}`
  const verb = quarters.length === 1 ? tense : tense === 'is' ? 'are' : 'were'
  return `${counted(quarters.length, 'quarter')} ${verb} ${count > 0 ? 'added' : 'cut'} at the ${end}: ${which}.`
}

/** How the timeline would be another: `4 quarters are added at the end: FY29 Q1 to FY29 Q4.` */
export const changeText = (model: Model, change: TimelineChange, tense: 'is' | 'was' = 'is'): string =>
  (['start', 'end'] as const)
    .map((end) => endText(model, change, end, tense))
    .filter((text) => text !== null)
    .join(' ')

/** `24 quarters, FY23 Q1 to FY28 Q4: as it is.` */
export const lengthText = (model: Model): string => {
  const { first, last } = wishOf(model)
  return `${counted(lengthOf(model.timeline), 'quarter')}, ${first} to ${last}: as it is.`
}

const scenarioText = ({ name, numbers, releases, notes }: ScenarioLoss): string => {
  const kinds = countedKinds([numbers, 'number'], [releases, 'release'], [notes, 'note'])
  return `${name}: ${listed(kinds)}`
}

const mostListed = 6

/** The first of some sentences, and how many more there are. */
const some = (sentences: readonly string[]): readonly string[] =>
  sentences.length <= mostListed
    ? sentences
    : [...sentences.slice(0, mostListed), `and ${counted(sentences.length - mostListed, 'more', 'more')}`]

/** What a cut loses, in groups: a heading with a sentence for each thing. */
export const lossGroups = ({ loss }: TimelineChange): readonly { heading: string; items: readonly string[] }[] =>
  [
    { heading: 'Typed there, and gone with it', items: loss.typed.map(scenarioText) },
    { heading: 'Formulas that name a quarter which is cut', items: some(loss.formulas) },
    { heading: 'Commitments that reach beyond', items: some(loss.windows) },
  ].filter(({ items }) => items.length > 0)

export const timelineDeed = (model: Model, change: TimelineChange): EditDeed => {
  const { first, last } = wishOf({ timeline: change.timeline, fiscalCalendar: model.fiscalCalendar })
  const { typed } = change.loss
  const sum = (of: (loss: ScenarioLoss) => number): number => typed.reduce((total, each) => total + of(each), 0)
  const gone = countedKinds(
    [sum(({ numbers }) => numbers), 'number'],
    [sum(({ releases }) => releases), 'release'],
    [sum(({ notes }) => notes), 'note'],
  )
  const lost = gone.length === 0 ? '' : ` Gone with what was cut: ${listed(gone)}. Undo brings all back.`
  return {
    edits: movedTimeline(model, change.timeline),
    label: `Timeline ${first} to ${last}`,
    said: changeText(model, change, 'was') + lost,
  }
}
