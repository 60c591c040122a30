// A new line beside one that is there: what it is taken for unless said otherwise, and where it goes.

import type { NewId } from '#base/id.ts'
import { formulaFault } from '#analysis/formulaFault.ts'
import { calculate } from '#engine/calculate.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import type { Kind, LineId, LineItem } from '#model/lineItem.ts'
import { allSections, baseOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Unit } from '#model/unit.ts'
import { proposeLine, type LineWish } from '../creation.ts'
import { refuse } from '../proposal.ts'
import { inUnitsIfPerShare, kindOf, unitOfWords } from '../table/tableUnit.ts'
import { insertionAt, insertionBefore, linesIn } from './placing.ts'

/** Above or below a line, or first in a section. */
export type Neighbour =
  | { readonly is: 'line'; readonly line: LineItem; readonly side: 'above' | 'below' }
  | { readonly is: 'heading'; readonly section: string }
  | { readonly is: 'none' }

/** The section of the model's own that a neighbour stands in; beside a commitment's workings, that of the commitment. */
const sectionBeside = (model: Model, neighbour: Neighbour): string => {
  const wanted =
    neighbour.is === 'line' ? neighbour.line.section : neighbour.is === 'heading' ? neighbour.section : null
  if (wanted === null) return model.sections[0] ?? 'Lines'
  const sections = allSections(model)
  const own = sections.slice(0, sections.indexOf(wanted) + 1).findLast((each) => model.sections.includes(each))
  return own ?? model.sections[0] ?? 'Lines'
}

export type LineGuess = {
  readonly section: string
  readonly unit: Unit['kind']
  readonly kind: Kind
  readonly driver: boolean
}

/** What a new line is taken for: what its neighbour is. */
export const guessBeside = (model: Model, neighbour: Neighbour): LineGuess => {
  const section = sectionBeside(model, neighbour)
  const like = neighbour.is === 'line' ? neighbour.line : linesIn(model, section)[0]
  return like === undefined
    ? { section, unit: 'currency', kind: 'flow', driver: false }
    : { section, unit: like.unit.kind, kind: like.kind, driver: like.driver }
}

/** The unit of a new line: what the words of its label say, else its neighbour’s. */
export const unitGuessed = (guess: Pick<LineGuess, 'unit'>, label: string): Unit['kind'] =>
  unitOfWords(label)?.kind ?? guess.unit

/** The kind of a new line: its neighbour’s while the unit is, else what its unit and label are mostly. */
export const kindGuessed = (guess: Pick<LineGuess, 'unit' | 'kind'>, unit: Unit['kind'], label: string): Kind =>
  unit === guess.unit ? guess.kind : kindOf(label, unit)

const placeFor = (model: Model, section: string, neighbour: Neighbour): number => {
  if (neighbour.is === 'line' && neighbour.line.section === section)
    return neighbour.side === 'above'
      ? insertionBefore(model, neighbour.line.id)
      : insertionAt(model, section, neighbour.line.id)
  const [first] = linesIn(model, section)
  const isUnderHeading = neighbour.is === 'heading' && neighbour.section === section
  return isUnderHeading && first !== undefined ? insertionBefore(model, first.id) : insertionAt(model, section, null)
}

export type Insertion = { readonly edits: readonly Edit[]; readonly made: LineId }

/** What is wrong with the formula of a line that edits add, which may look at the line itself; null where nothing is. */
const formulaFaultIn = (model: Model, adding: readonly Edit[], line: LineId, formula: string): string | null => {
  const next = formula.trim() === '' ? null : applyEdits(model, adding)
  if (next === null || isProblem(next)) return next?.sentence ?? null
  return formulaFault(calculate(next), { line, scenario: baseOf(next).id, text: formula })?.sentence ?? null
}

/** The edits that add a line beside another; in another section it goes to its end. */
export const proposeInsertion = (
  model: Model,
  wish: LineWish,
  neighbour: Neighbour,
  newId: NewId,
): Insertion | Problem => {
  const edits = proposeLine(model, wish, newId)
  if (isProblem(edits)) return edits
  const like = neighbour.is === 'line' && neighbour.line.unit.kind === wish.unit ? neighbour.line : null
  let made: LineId = ''
  const placed = edits.map((edit): Edit => {
    if (edit.kind !== 'insert line') return edit
    made = edit.line.id
    const { section } = edit.line
    const alike = like === null ? edit.line : { ...edit.line, unit: like.unit, decimals: like.decimals }
    const line = inUnitsIfPerShare(alike)
    return { ...edit, line, at: placeFor(model, section, neighbour) }
  })
  const wrong = formulaFaultIn(model, placed, made, wish.formula)
  return wrong === null ? { edits: placed, made } : refuse(`${wrong} Mend the formula, or leave it empty for now.`)
}
