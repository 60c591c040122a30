// What must hold between the parts of a model, whatever file or store it came from.

import { fitsCalendar } from './fiscalCalendar.ts'
import { allLines, type Model } from './model.ts'
import { lengthOf, contains } from './timeline.ts'

/** Long enough for a century of quarters; beyond it a mistyped year would fill the memory. */
const longestTimeline = 400

const repeated = (values: readonly string[]): string | undefined =>
  values.find((value, at) => values.indexOf(value) !== at)

/** The first thing that does not hold, as the end of a sentence, or null. */
export const modelFault = (model: Model): string | null => {
  const { timeline, fiscalCalendar, scenarios, sections } = model
  if (!fitsCalendar(timeline.first, fiscalCalendar) || !Number.isInteger(lengthOf(timeline)))
    return 'its timeline does not begin and end with quarters of its fiscal calendar.'
  if (lengthOf(timeline) < 1 || lengthOf(timeline) > longestTimeline)
    return `its timeline has ${lengthOf(timeline)} quarters; from 1 to ${longestTimeline} are possible.`
  if (model.lastActual !== null && !contains(timeline, model.lastActual))
    return 'its last actual lies outside its timeline.'
  for (const { label, section } of [
    ...model.lines,
    ...model.commitments.map(({ name, section }) => ({ label: name, section })),
  ])
    if (!sections.includes(section)) return `“${label}” is in a section “${section}” that the model does not list.`
  const lines = allLines(model)
  const twice =
    repeated(sections) ?? // first: a section listed twice doubles its lines
    repeated(lines.map(({ key }) => key)) ??
    repeated(lines.map(({ id }) => id)) ??
    repeated(scenarios.map(({ id }) => id))
  if (twice !== undefined) return `“${twice}” stands for two things.`
  if (scenarios[0]?.parent !== null) return 'its first scenario is not a root.'
  for (const [at, { name, parent }] of scenarios.entries())
    if (at > 0 && !scenarios.slice(0, at).some(({ id }) => id === parent))
      return `the scenario “${name}” does not stand after its parent.`
  if (scenarios[0].formulas.size > 0) return 'its root has formulas of its own; they belong to the lines.'
  for (const [scenario, quarters] of model.rows) {
    if (!scenarios.some(({ id }) => id === scenario))
      return `numbers are typed in a scenario “${scenario}” that does not exist.`
    for (const quarter of quarters.keys())
      if (!contains(timeline, quarter)) return `numbers are typed in ${quarter}, outside its timeline.`
  }
  return null
}
