// The checks of a model: lines with a tolerance, looked at in every scenario and quarter. Quarters without a value are not
// checked, a fault fails; one light tells whether all others hold, and which check has no value at all.

import { counted, listed } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import { plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, baseOf } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'
import { unitName } from '#model/unit.ts'

export type FailedCheck = {
  readonly scenario: ScenarioId
  readonly line: LineId
  readonly quarter: Quarter
  readonly sentence: string
}

/** The failures of one check, over all scenarios, in one sentence; it stands at the first of them. */
type FailedLine = FailedCheck & {
  readonly cells: readonly FailedCheck[]
}

export type Checks = {
  /** Cells that were checked, over all scenarios. */
  readonly count: number
  readonly failed: readonly FailedCheck[]
  readonly failedLines: readonly FailedLine[]
  /** Checks that have no value in any quarter of any scenario: they check nothing. */
  readonly silent: readonly FailedCheck[]
}

/** What a check found in one cell: what is wrong, or nothing. Null where there is nothing to check. */
type Found = { readonly fault: null } | { readonly fault: string; readonly isOff: boolean }

type Failure = {
  readonly scenario: Scenario
  readonly quarter: Quarter
  readonly fault: string
  readonly isOff: boolean
}

const foundIn = (results: Results, scenario: Scenario, line: LineItem, quarter: Quarter): Found | null => {
  const value = results.valueOf(scenario.id, line.id, quarter)
  if (Number.isNaN(value)) {
    const reason = results.reasonOf(scenario.id, line.id, quarter)
    return reason === null || reason.kind === 'missing' ? null : { fault: reason.sentence, isOff: false }
  }
  if (line.tolerance === null || Math.abs(value) <= line.tolerance) return { fault: null }
  const off = plainFigure(shownValue(value, line.unit, null), Math.max(line.decimals, 1))
  return { fault: `off by ${off} ${unitName(line.unit)}`, isOff: true }
}

/** `Total is off by 1.5 RMB m in FY25 Q3 of Base.` */
const cellSentence = (name: (quarter: Quarter) => string, line: LineItem, failure: Failure): string => {
  const where = `${name(failure.quarter)} of ${failure.scenario.name}`
  return failure.isOff
    ? `${line.label} is ${failure.fault} in ${where}.`
    : `${line.label} cannot be checked in ${where}: ${failure.fault}.`
}

/** `Total fails in 16 quarters of Base and Bull, first in FY24 Q1: off by 1.5 RMB m.` */
const lineSentence = (name: (quarter: Quarter) => string, line: LineItem, failures: readonly Failure[]): string => {
  const [first] = failures
  if (first === undefined) return ''
  if (failures.length === 1) return cellSentence(name, line, first)
  const quarters = new Set(failures.map(({ quarter }) => quarter)).size
  const scenarios = [...new Set(failures.map(({ scenario }) => scenario.name))]
  const where = quarters === 1 ? name(first.quarter) : counted(quarters, 'quarter')
  return `${line.label} fails in ${where} of ${listed(scenarios)}${quarters === 1 ? '' : `, first in ${name(first.quarter)}`}: ${first.fault}.`
}

const silence = (results: Results, line: LineItem, quarters: readonly Quarter[]): readonly FailedCheck[] => {
  const base = baseOf(results.model).id
  const [first] = quarters
  if (first === undefined) return []
  const why = results.reasonOf(base, line.id, first)?.sentence ?? ''
  const sentence = `${line.label} has no value in any of ${counted(quarters.length, 'quarter')}, so it checks nothing${why === '' ? '' : `: ${why}`}.`
  return [{ scenario: base, line: line.id, quarter: first, sentence }]
}

export const checksOf = (results: Results): Checks => {
  const { model } = results
  const quarters = quartersOf(model.timeline)
  const name = (quarter: Quarter): string => fiscalName(quarter, model.fiscalCalendar)
  const failed: FailedCheck[] = []
  const failedLines: FailedLine[] = []
  const silent: FailedCheck[] = []
  let count = 0
  for (const line of allLines(model)) {
    if (line.tolerance === null) continue
    const looks = model.scenarios.flatMap((scenario) =>
      quarters.flatMap((quarter) => {
        const found = foundIn(results, scenario, line, quarter)
        return found === null ? [] : [{ scenario, quarter, ...found }]
      }),
    )
    count += looks.length
    if (looks.length === 0) silent.push(...silence(results, line, quarters))
    const failures = looks.flatMap((look) => (look.fault === null ? [] : [look]))
    const cells = failures.map((failure) => ({
      ...{ scenario: failure.scenario.id, line: line.id, quarter: failure.quarter },
      sentence: cellSentence(name, line, failure),
    }))
    failed.push(...cells)
    const [first] = cells
    if (first !== undefined) failedLines.push({ ...first, cells, sentence: lineSentence(name, line, failures) })
  }
  return { count, failed, failedLines, silent }
}
