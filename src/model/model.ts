// A Model is a company's workbook as immutable data: a change makes a new Model that shares what did not change, so
// "the same object" means "the same content" to store and screens. Order of lines: by section, then as listed.

import { otherReadingsSection, workingSection, type Commitment } from './commitment.ts'
import { commitmentLines, partOfLine } from './commitmentLines.ts'
import type { FiscalCalendar } from './fiscalCalendar.ts'
import type { LineId, LineItem } from './lineItem.ts'
import type { Quarter } from './quarter.ts'
import { emptyRow, type QuarterRow, type QuarterRows } from './quarterRow.ts'
import type { Scenario, ScenarioId } from './scenario.ts'
import type { Timeline } from './timeline.ts'
import type { Scale } from './unit.ts'
import type { Waiver } from './waiver.ts'
import { assert, present } from '#base/assert.ts'

export type ModelId = string

export type Model = {
  readonly id: ModelId
  readonly name: string
  readonly fiscalCalendar: FiscalCalendar
  readonly timeline: Timeline
  /** The newest reported quarter; null while nothing is reported. */
  readonly lastActual: Quarter | null
  readonly currency: string
  readonly scale: Scale
  /** Names of the sections in order. */
  readonly sections: readonly string[]
  readonly lines: readonly LineItem[]
  /** In the order shown; the first is Base, the root, and a parent stands before its children. */
  readonly scenarios: readonly Scenario[]
  readonly commitments: readonly Commitment[]
  readonly rows: QuarterRows
  /** Findings that need no mending, each with the reason, in the order they were waived. */
  readonly waivers: readonly Waiver[]
}

export const baseOf = (model: Model): Scenario => present(model.scenarios[0], 'Base')

export const isBase = (model: Model, scenario: ScenarioId): boolean => baseOf(model).id === scenario

export const scenarioOf = (model: Model, scenario: ScenarioId): Scenario =>
  present(
    model.scenarios.find((each) => each.id === scenario),
    `scenario ${scenario}`,
  )

/** A scenario, its parent, and so on up to Base. */
export const ancestry = (model: Model, scenario: ScenarioId): readonly Scenario[] => {
  const chain: Scenario[] = []
  for (let id: ScenarioId | null = scenario; id !== null;) {
    const each = scenarioOf(model, id)
    assert(!chain.includes(each), 'no scenario is its own ancestor')
    chain.push(each)
    id = each.parent
  }
  return chain
}

export const rowOf = (model: Model, scenario: ScenarioId, quarter: Quarter): QuarterRow =>
  model.rows.get(scenario)?.get(quarter) ?? emptyRow

export const isReported = (model: Model, quarter: Quarter): boolean =>
  model.lastActual !== null && quarter <= model.lastActual

/** What all lines of a model depend on. While these are the same objects, so are the lines. */
type LineSource = Pick<Model, 'lines' | 'commitments' | 'sections' | 'fiscalCalendar'>

const allLinesOf = new WeakMap<
  readonly LineItem[],
  { readonly source: LineSource; readonly lines: readonly LineItem[] }
>()

/** Every section in order: the model's own, and after one with commitments those of their workings and other readings. */
export const allSections = ({ sections, commitments }: Pick<Model, 'sections' | 'commitments'>): readonly string[] =>
  sections.flatMap((section) => {
    const here = commitments.filter((commitment) => commitment.section === section)
    const hasOthers = here.some(({ otherReadings }) => otherReadings.length > 0)
    return [
      section,
      ...(here.length > 0 ? [workingSection({ section })] : []),
      ...(hasOthers ? [otherReadingsSection({ section })] : []),
    ]
  })

/** Every line in order, those that commitments expand into included: each section's own lines, then its commitments'. */
export const allLines = (model: Model): readonly LineItem[] => {
  const { sections, commitments, fiscalCalendar } = model
  const known = allLinesOf.get(model.lines)
  if (
    known?.source.commitments === commitments &&
    known.source.sections === sections &&
    known.source.fiscalCalendar === fiscalCalendar
  )
    return known.lines
  const unordered = [
    ...model.lines,
    ...commitments.flatMap((commitment) => commitmentLines(commitment, fiscalCalendar)),
  ]
  const bySection = new Map<string, LineItem[]>(allSections(model).map((section) => [section, []]))
  for (const line of unordered) bySection.get(line.section)?.push(line)
  const lines = [...bySection.values()].flat()
  allLinesOf.set(model.lines, { source: { lines: model.lines, sections, commitments, fiscalCalendar }, lines })
  return lines
}

export const lineOf = (model: Model, line: LineId): LineItem =>
  present(
    allLines(model).find((each) => each.id === line),
    `line ${line}`,
  )

/** Whether a line comes from a commitment: what it is, is changed through the commitment only. */
export const isExpanded = (model: Model, line: LineId): boolean => !model.lines.some((each) => each.id === line)

/** Whether a commitment computes a line, so that nobody types into its quarters: all of its lines but the plan typed. */
export const isPaced = (model: Model, line: LineId): boolean =>
  isExpanded(model, line) && partOfLine(model.commitments, line)?.part !== 'typed'
