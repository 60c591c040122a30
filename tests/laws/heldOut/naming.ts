// Whether the list of problems names what was seeded: a problem or warning that was not there before, about the line (and, of a cell, its
// quarter or the whole line), or about another line in a sentence that calls the seeded one by its name.

import { findingsOf } from '#analysis/finding/findings.ts'
import type { Finding } from '#analysis/finding/finding.ts'
import { calculate } from '#engine/calculate.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import type { Seeded } from './faults.ts'

export const graveIn = (model: Model): readonly Finding[] =>
  findingsOf(calculate(model)).filter(({ severity }) => severity !== 'remark')

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^a-z0-9_]+/g, ' ')} `

const namesIt = (found: Finding, { model, line: id, quarters }: Seeded): boolean => {
  const line = model.lines.find((each) => each.id === id)
  if (line === undefined) return false
  const says = words(found.sentence)
  if (found.place.line !== id && !says.includes(words(line.label)) && !says.includes(words(line.key))) return false
  const { quarter } = found.place
  return (
    quarters.length === 0 ||
    quarter === null ||
    quarters.includes(quarter) ||
    quarters.some((each) => found.sentence.includes(fiscalName(each, model.fiscalCalendar)))
  )
}

export const isNamed = (seeded: Seeded, before: ReadonlySet<string>): boolean =>
  graveIn(seeded.model).some((found) => !before.has(`${found.id} ${found.about}`) && namesIt(found, seeded))
