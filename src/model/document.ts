// The plain, versioned form of a model: what file, store and worker carry. It is JSON, dated, in one fixed order (lines as
// listed, quarters oldest first), so that equal models are equal text and a diff shows what changed.

import * as v from 'valibot'
import { documentForm, documentVersion, type ModelDocument } from './documentForm.ts'
import type { LineId } from './lineItem.ts'
import { allLines, type Model, type ModelId } from './model.ts'
import { problem, type Problem } from './problem.ts'
import type { Quarter } from './quarter.ts'
import type { Note, QuarterRow } from './quarterRow.ts'
import { modelFault } from './soundness.ts'

export { documentVersion, type ModelDocument }

type DocumentCell = ModelDocument['quarters'][number]['cells'][number]

/** What a row holds for a line as one cell of a document; null where it holds nothing. */
export const documentCell = (line: LineId, { entries, notes }: QuarterRow): DocumentCell | null => {
  const entry = entries.get(line)
  const note = notes.get(line)
  if (entry === undefined && note === undefined) return null
  return {
    line,
    ...(typeof entry === 'number' ? { value: entry } : entry === 'release' ? { release: true as const } : {}),
    ...(note === undefined ? {} : { note }),
  }
}

/** A document with its fields in the order of the form: how each came about must not show in the text. */
const inOrder = (document: ModelDocument): ModelDocument => {
  const parsed = v.safeParse(documentForm, document)
  return parsed.success ? { ...document, ...parsed.output } : document // to be read by whoever can, rather than lost
}

/** The model as a document; `savedAt` is the moment as an ISO 8601 text. The model's id stays behind: a file is a copy. */
export const toDocument = (model: Model, savedAt: string): ModelDocument => {
  const lines = allLines(model)
  return inOrder({
    format: 'paceline model',
    version: documentVersion,
    savedAt,
    name: model.name,
    fiscalCalendar: model.fiscalCalendar,
    timeline: model.timeline,
    lastActual: model.lastActual,
    currency: model.currency,
    scale: model.scale,
    sections: [...model.sections],
    lines: [...model.lines],
    scenarios: model.scenarios.map((scenario) => ({
      ...scenario,
      formulas: lines.flatMap(({ id }) => {
        const formula = scenario.formulas.get(id)
        return formula === undefined ? [] : [{ line: id, formula }]
      }),
    })),
    commitments: model.commitments.map((commitment) => ({
      ...commitment,
      otherReadings: [...commitment.otherReadings],
    })),
    quarters: model.scenarios.flatMap((scenario) =>
      [...(model.rows.get(scenario.id) ?? [])]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([quarter, row]) => ({
          scenario: scenario.id,
          quarter,
          cells: lines.flatMap((line) => documentCell(line.id, row) ?? []),
        }))
        .filter(({ cells }) => cells.length > 0),
    ),
    waivers: [...model.waivers],
  })
}

const rowsOf = (document: ModelDocument): Model['rows'] => {
  const rows = new Map<string, Map<Quarter, QuarterRow>>()
  for (const { scenario, quarter, cells } of document.quarters) {
    const entries = new Map<string, number | 'release'>()
    const notes = new Map<string, Note>()
    for (const { line, value, release, note } of cells) {
      if (value !== undefined) entries.set(line, value)
      else if (release !== undefined) entries.set(line, 'release')
      if (note !== undefined) notes.set(line, note)
    }
    if (entries.size === 0 && notes.size === 0) continue // no edit would leave it so
    const ofScenario = rows.get(scenario) ?? new Map<Quarter, QuarterRow>()
    rows.set(scenario, ofScenario.set(quarter, { entries, notes }))
  }
  return rows
}

const firstRepeated = (names: readonly string[]): string | null => {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return name
    seen.add(name)
  }
  return null
}

/** What stands in a document twice though one of the two would be lost: a row, a cell of a row, a scenario's formula. */
const lostTwin = ({ quarters, scenarios }: ModelDocument): string | null => {
  const twice = firstRepeated(quarters.map(({ scenario, quarter }) => `${quarter} of “${scenario}”`))
  if (twice !== null) return `${twice} stands in it twice.`
  for (const { scenario, quarter, cells } of quarters) {
    const line = firstRepeated(cells.map((each) => each.line))
    if (line !== null) return `the line “${line}” stands twice in ${quarter} of “${scenario}”.`
  }
  for (const { name, formulas } of scenarios) {
    const line = firstRepeated(formulas.map((each) => each.line))
    if (line !== null) return `the scenario “${name}” has two formulas for the line “${line}”.`
  }
  return null
}

/** `lines[3].kind`, the way people write a path. */
const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

const refuse = (sentence: string): Problem => problem('document', { at: 'model' }, sentence)

/** What a value that claims to be a document says of itself, looked at before the schema is. */
const preamble = v.object({ format: v.literal('paceline model'), version: v.number() })

/** Reads a document into a model with the id given, or says what is wrong with it and where. */
export const readDocument = (value: unknown, modelId: ModelId): Model | Problem => {
  const claimed = v.safeParse(preamble, value)
  if (!claimed.success)
    return refuse('This is not a Paceline model: it lacks "format": "paceline model" and a version.')
  if (claimed.output.version > documentVersion)
    return refuse(
      `This model was saved by a newer Paceline (version ${claimed.output.version}). Reload to update, then open it again.`,
    )
  const parsed = v.safeParse(documentForm, value, { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    return refuse(
      `The model cannot be read: ${pathOf(issue) || 'it'} is ${issue.received}, but should be ${issue.expected ?? issue.message}.`,
    )
  }
  const {
    format: _format,
    version: _version,
    savedAt: _savedAt,
    quarters: _quarters,
    snapshots: _snapshots,
    charts: _charts,
    ...rest
  } = parsed.output
  const model: Model = {
    ...rest,
    id: modelId,
    scenarios: rest.scenarios.map((scenario) => ({
      ...scenario,
      formulas: new Map(scenario.formulas.map(({ line, formula }) => [line, formula])),
    })),
    rows: rowsOf(parsed.output),
  }
  const fault = lostTwin(parsed.output) ?? modelFault(model)
  return fault === null ? model : refuse(`The model cannot be read: ${fault}`)
}
