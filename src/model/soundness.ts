// What must hold between the parts of a model, whatever file, store or edit it came from. Each function gives the first thing
// that does not hold as the end of a sentence, or null.

import { applyEdits, type Edit } from './edit.ts'
import { expectedFault } from './expected.ts'
import { readingsOf } from './commitment.ts'
import { inputFault, inputsOf } from './commitmentInput.ts'
import { fitsCalendar } from './fiscalCalendar.ts'
import { keyForm, type LineId } from './lineItem.ts'
import { allLines, baseOf, type Model } from './model.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { contains, lengthOf } from './timeline.ts'

/** Long enough for a century of quarters; beyond it a mistyped year would fill the memory. */
export const mostQuarters = 400

const repeated = (values: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return values.find((value) => seen.size === seen.add(value).size)
}

const timelineFault = ({ timeline, fiscalCalendar, lastActual }: Model): string | null => {
  if (!fitsCalendar(timeline.first, fiscalCalendar) || !Number.isInteger(lengthOf(timeline)))
    return 'its timeline does not begin and end with quarters of its fiscal calendar.'
  if (lengthOf(timeline) < 1 || lengthOf(timeline) > mostQuarters)
    return `its timeline has ${lengthOf(timeline)} quarters; from 1 to ${mostQuarters} are possible.`
  return lastActual === null || contains(timeline, lastActual) ? null : 'its last actual lies outside its timeline.'
}

const sectionFault = ({ sections, lines, commitments }: Model): string | null => {
  const twice = repeated(sections)
  if (twice !== undefined) return `“${twice}” stands for two things.`
  const placed = [...lines, ...commitments.map(({ name, section }) => ({ label: name, section }))]
  const lost = placed.find(({ section }) => !sections.includes(section))
  return lost === undefined ? null : `“${lost.label}” is in a section “${lost.section}” that the model does not list.`
}

const commitmentFault = ({ commitments, fiscalCalendar }: Model): string | null => {
  for (const commitment of commitments) {
    for (const reading of readingsOf(commitment)) {
      const { id, name, first } = reading
      if (!keyForm.test(id)) return `the reading “${name}” has an id “${id}” that cannot be part of a key.`
      if (!fitsCalendar(first, fiscalCalendar)) return `“${name}” begins in ${first}, which is no fiscal quarter.`
    }
    for (const { part, formula } of inputsOf(commitment)) {
      const fault = inputFault(part, formula)
      if (fault !== null) return `of the commitment “${commitment.name}” ${fault}`
    }
  }
  return null
}

/** What a scenario has of its own; what is no number at all is a Problem of its formula. */
const ownInputFault = ({ commitments, scenarios }: Model): string | null => {
  for (const commitment of commitments)
    for (const { line, part } of inputsOf(commitment))
      for (const { name, formulas } of scenarios) {
        const own = formulas.get(line)?.trim() ?? ''
        const fault = own === '' || Number.isNaN(Number(own)) ? null : inputFault(part, own)
        if (fault !== null) return `of the commitment “${commitment.name}” in ${name} ${fault}`
      }
  return null
}

const nameFault = (model: Model): string | null => {
  const lines = allLines(model)
  const twice =
    repeated(lines.map(({ key }) => key)) ??
    repeated(lines.map(({ id }) => id)) ??
    repeated(model.scenarios.map(({ id }) => id)) ??
    repeated(model.waivers.map(({ id }) => id))
  return twice === undefined ? null : `“${twice}” stands for two things.`
}

const breakFault = ({ lines }: Model): string | null => {
  for (const { label, breaks } of lines) {
    const twice = repeated(breaks.map(({ quarter }) => quarter))
    if (twice !== undefined) return `the series of “${label}” breaks twice in ${twice}.`
  }
  return null
}

const scenarioFault = ({ scenarios }: Model, lines: ReadonlySet<LineId>): string | null => {
  if (scenarios[0]?.parent !== null) return 'its first scenario is not a root.'
  if (scenarios[0].formulas.size > 0) return 'its root has formulas of its own; they belong to the lines.'
  for (const [at, { name, parent, formulas }] of scenarios.entries()) {
    if (at > 0 && !scenarios.slice(0, at).some(({ id }) => id === parent))
      return `the scenario “${name}” does not stand after its parent.`
    const lost = [...formulas.keys()].find((line) => !lines.has(line))
    if (lost !== undefined) return `the scenario “${name}” has a formula for a line “${lost}” that does not exist.`
  }
  return null
}

const rowFault = (model: Model, lines: ReadonlySet<LineId>): string | null => {
  const constants = new Set(allLines(model).flatMap(({ id, kind }) => (kind === 'constant' ? [id] : [])))
  for (const [scenario, quarters] of model.rows) {
    if (!model.scenarios.some(({ id }) => id === scenario))
      return `numbers are typed in a scenario “${scenario}” that does not exist.`
    for (const [quarter, { entries, notes }] of quarters) {
      if (!contains(model.timeline, quarter)) return `numbers are typed in ${quarter}, outside its timeline.`
      const lost = [...entries.keys(), ...notes.keys()].find((line) => !lines.has(line))
      if (lost !== undefined) return `something is typed in ${quarter} on a line “${lost}” that does not exist.`
      for (const [line, entry] of entries) {
        if (constants.has(line)) return `a number is typed in ${quarter} on the constant “${line}”.`
        if (entry === 'release' && scenario === baseOf(model).id) return `its root has a release in ${quarter}.`
      }
    }
  }
  return null
}

export const modelFault = (model: Model): string | null => {
  const early =
    timelineFault(model) ?? sectionFault(model) ?? commitmentFault(model) ?? ownInputFault(model) ?? nameFault(model)
  if (early !== null) return early
  const lines = new Set(allLines(model).map(({ id }) => id))
  return breakFault(model) ?? expectedFault(model) ?? scenarioFault(model, lines) ?? rowFault(model, lines)
}

/** Applies edits one after the other; refused too where the model would not be sound afterwards. */
export const applySoundly = (model: Model, edits: readonly Edit[]): Model | Problem => {
  const next = applyEdits(model, edits)
  if (isProblem(next)) return next
  const fault = modelFault(next)
  return fault === null ? next : problem('edit', { at: 'model' }, `This cannot be done: ${fault}`)
}
