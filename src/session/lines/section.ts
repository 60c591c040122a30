// Sections: added, renamed, moved and deleted. Commitments stand in a section as lines do and go with it.

import { counted } from '#base/listing.ts'
import { otherReadingsSection, workingSection } from '#model/commitment.ts'
import type { Edit } from '#model/edit.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import { isProblem } from '#model/problem.ts'
import type { EditDeed } from '../editDeed.ts'
import { sectionEdits } from '../creation.ts'
import { refuse } from '../proposal.ts'
import { expandedProblem } from './lineName.ts'
import { linesIn, placingEdits, type NewPlace } from './placing.ts'

/** Why a name cannot be a section's, or null. `except` is the section that may have it already. */
const nameProblem = (model: Model, name: string, except: string | null): Problem | null => {
  if (name === '') return refuse('Give the section a name, such as “Segments”.')
  const taken = model.sections.flatMap((section) => [
    section,
    workingSection({ section }),
    otherReadingsSection({ section }),
  ])
  const isTaken = taken.some((each) => each !== except && each.toLowerCase() === name.toLowerCase())
  return isTaken ? refuse(`There is a section “${name}” already: choose another name.`) : null
}

/** A section of this name behind another; null: behind all. */
export const proposeSection = (model: Model, text: string, after: string | null): EditDeed | Problem => {
  const name = text.trim()
  const wrong = nameProblem(model, name, null)
  if (wrong !== null) return wrong
  const at = after === null ? -1 : model.sections.indexOf(after)
  const sections = model.sections.toSpliced(at < 0 ? model.sections.length : at + 1, 0, name)
  return {
    edits: [{ kind: 'change model', change: { sections } }],
    label: `Section ${name} added`,
    said: `The section ${name} is there, with no line yet.`,
  }
}

const linesResettled = (model: Model, from: string, to: string): readonly Edit[] =>
  linesIn(model, from).map(({ id }) => ({ kind: 'change line', line: id, change: { section: to } }))

const commitmentsResettled = (model: Model, from: string, to: string): readonly Edit[] =>
  model.commitments
    .filter(({ section }) => section === from)
    .map(({ id }) => ({ kind: 'change commitment', commitment: id, change: { section: to } }))

export const proposeSectionName = (model: Model, section: string, text: string): EditDeed | Problem => {
  const name = text.trim()
  const wrong = nameProblem(model, name, section)
  if (wrong !== null) return wrong
  const sections = model.sections.map((each) => (each === section ? name : each))
  return {
    edits:
      name === section
        ? []
        : [
            { kind: 'change model', change: { sections } },
            ...linesResettled(model, section, name),
            ...commitmentsResettled(model, section, name),
          ],
    label: `Section ${section} renamed ${name}`,
    said: `${section} is now called ${name}.`,
  }
}

export const proposeSectionMove = (model: Model, section: string, by: -1 | 1): EditDeed | Problem => {
  const at = model.sections.indexOf(section)
  if (at < 0) return refuse(`${section} belongs to a commitment and stands right behind its section.`)
  const other = model.sections[at + by]
  if (other === undefined) return refuse(`${section} is the ${by < 0 ? 'first' : 'last'} section already.`)
  const sections = model.sections.toSpliced(at, 1).toSpliced(at + by, 0, section)
  return {
    edits: [{ kind: 'change model', change: { sections } }],
    label: `Section ${section} moved ${by < 0 ? 'before' : 'behind'} ${other}`,
    said: `${section} stands ${by < 0 ? 'before' : 'behind'} ${other} now.`,
  }
}

/** How much stands in a section: `3 lines and 1 commitment`; empty for nothing. */
export const contentsText = (model: Model, section: string): string => {
  const lines = linesIn(model, section).length
  const commitments = model.commitments.filter((each) => each.section === section).length
  return [
    ...(lines === 0 ? [] : [counted(lines, 'line')]),
    ...(commitments === 0 ? [] : [counted(commitments, 'commitment')]),
  ].join(' and ')
}

/** Takes a section away; what stands in it goes to another. */
export const proposeSectionRemoval = (model: Model, section: string, to: string | null): EditDeed | Problem => {
  if (!model.sections.includes(section)) return refuse(`${section} belongs to a commitment and goes with it.`)
  if (model.sections.length === 1) return refuse('A model keeps one section at least: rename this one instead.')
  const contents = contentsText(model, section)
  if (contents !== '' && (to === null || to === section || !model.sections.includes(to)))
    return refuse(`${section} has ${contents}: choose the section they go to.`)
  const moving = to === null ? [] : placesIn(model, to, linesIn(model, section))
  return {
    edits: [
      ...placingEdits(model, moving),
      ...(to === null ? [] : commitmentsResettled(model, section, to)),
      { kind: 'change model', change: { sections: model.sections.filter((each) => each !== section) } },
    ],
    label: `Section ${section} deleted`,
    said: `${section} is deleted.${contents === '' ? '' : ` ${contents} moved to ${to ?? ''}.`}`,
  }
}

/** Behind the last line of a section, one after the other. */
const placesIn = (model: Model, section: string, lines: readonly LineItem[]): readonly NewPlace[] => {
  const moving = new Set(lines.map(({ id }) => id))
  let after: LineId | null = linesIn(model, section).findLast(({ id }) => !moving.has(id))?.id ?? null
  return lines.map(({ id }) => {
    const place = { line: id, section, after }
    after = id
    return place
  })
}

/** Lines go to the end of a section, in their order; a section not yet there comes with them. */
export const proposeMoveToSection = (model: Model, lines: readonly LineItem[], name: string): EditDeed | Problem => {
  const section = name.trim()
  for (const line of lines) {
    const fixed = expandedProblem(model, line)
    if (fixed !== null) return fixed
  }
  const wrong = model.sections.includes(section) ? null : nameProblem(model, section, null)
  if (isProblem(wrong)) return wrong
  const moving = lines.filter((line) => line.section !== section)
  const [first] = moving
  const names = moving.length === 1 && first !== undefined ? first.label : counted(moving.length, 'line')
  return {
    edits:
      first === undefined
        ? []
        : [...sectionEdits(model, section), ...placingEdits(model, placesIn(model, section, moving))],
    label: `${names} moved to ${section}`,
    said: `${names} ${moving.length === 1 ? 'stands' : 'stand'} in ${section} now.`,
  }
}
