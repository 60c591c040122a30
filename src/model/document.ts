// The plain, versioned form of a model: what file, store and worker carry. It is JSON, dated, in one fixed order (lines as
// listed, quarters oldest first), so that equal models are equal text and a diff shows what changed.

import * as v from 'valibot'
import { keyForm, type LineId } from './lineItem.ts'
import { allLines, type Model, type ModelId } from './model.ts'
import { problem, type Problem } from './problem.ts'
import { isQuarter, type Quarter } from './quarter.ts'
import type { Note, QuarterRow } from './quarterRow.ts'
import { scenarioColours } from './scenario.ts'
import { scaleExponents, type Scale } from './unit.ts'
import { modelFault } from './soundness.ts'

export const documentVersion = 1

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const quarter = v.pipe(
  v.string(),
  v.check(isQuarter, 'a quarter such as "2025-09"'),
  v.transform((text) => text as Quarter),
)
const scale = v.picklist(Object.keys(scaleExponents) as Scale[])
const unit = v.variant('kind', [
  v.object({ kind: v.literal('currency'), currency: v.string(), scale }),
  v.object({ kind: v.literal('exchange'), currency: v.string(), per: v.string() }),
  v.object({ kind: v.picklist(['percent', 'points', 'ratio', 'count', 'quarters']) }),
])
const note = v.object({ text: v.string(), source: v.nullable(v.string()) })
/** JSON can write numbers that no double holds: `1e999` is read as infinity. */
const number = v.pipe(v.number(), v.finite('a number that is not too large'))
const whole = v.pipe(v.number(), v.integer())

const line = v.object({
  id,
  key: v.pipe(v.string(), v.regex(keyForm, 'a key such as "cloud_revenue"')),
  label: v.string(),
  section: v.string(),
  unit,
  kind: v.picklist(['flow', 'balance', 'rate', 'constant']),
  decimals: v.pipe(whole, v.minValue(0), v.maxValue(10)),
  polarity: v.picklist(['moreIsBetter', 'lessIsBetter', 'neutral']),
  driver: v.boolean(),
  formula: v.nullable(v.string()),
  description: v.string(),
  tolerance: v.nullable(number),
})

const reading = v.object({
  id,
  name: v.string(),
  counts: v.string(),
  first: quarter,
  quarters: v.pipe(whole, v.minValue(1)),
})

/** A record is read through its entries into a Map: a name may be `constructor` or `__proto__`. */
const cell = v.object({
  value: v.optional(number),
  release: v.optional(v.literal(true)),
  note: v.optional(note),
})

const documentSchema = v.object({
  format: v.literal('paceline model'),
  version: v.literal(documentVersion),
  savedAt: v.string(),
  name: v.string(),
  fiscalCalendar: v.object({
    yearEndMonth: v.pipe(whole, v.minValue(1), v.maxValue(12)),
    yearNamedBy: v.picklist(['end', 'start']),
  }),
  timeline: v.object({ first: quarter, last: quarter }),
  lastActual: v.nullable(quarter),
  currency: v.string(),
  scale,
  sections: v.array(v.string()),
  lines: v.array(line),
  scenarios: v.pipe(
    v.array(
      v.object({
        id,
        name: v.string(),
        parent: v.nullable(id),
        colour: v.picklist(scenarioColours),
        formulas: v.array(v.object({ line: id, formula: v.string() })),
      }),
    ),
    v.minLength(1),
  ),
  commitments: v.array(
    v.object({
      id,
      key: v.pipe(v.string(), v.regex(keyForm)),
      name: v.string(),
      section: v.string(),
      kind: v.picklist(['floor', 'target', 'cap']),
      amount: number,
      unit,
      plan: v.literal('straight'),
      note,
      reading,
      otherReadings: v.array(reading),
    }),
  ),
  /** What each scenario has typed, one entry for each cell. */
  quarters: v.array(v.object({ scenario: id, quarter, cells: v.array(v.object({ line: id, ...cell.entries })) })),
})

export type ModelDocument = v.InferOutput<typeof documentSchema>

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

/** The model as a document; `savedAt` is the moment as an ISO 8601 text. The model's id stays behind: a file is a copy. */
export const toDocument = (model: Model, savedAt: string): ModelDocument => {
  const lines = allLines(model)
  return {
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
        })),
    ),
  }
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
    const ofScenario = rows.get(scenario) ?? new Map<Quarter, QuarterRow>()
    rows.set(scenario, ofScenario.set(quarter, { entries, notes }))
  }
  return rows
}

/** Two rows for one scenario and quarter: one of them would be lost. */
const rowTwice = ({ quarters }: ModelDocument): string | null => {
  const names = quarters.map(({ scenario, quarter }) => `${quarter} of “${scenario}”`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  return twice === undefined ? null : `${twice} stands in it twice.`
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
  const parsed = v.safeParse(documentSchema, value, { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    return refuse(
      `The model cannot be read: ${pathOf(issue) || 'it'} is ${issue.received}, but should be ${issue.expected ?? issue.message}.`,
    )
  }
  const { format: _format, version: _version, savedAt: _savedAt, quarters: _quarters, ...rest } = parsed.output
  const model: Model = {
    ...rest,
    id: modelId,
    scenarios: rest.scenarios.map((scenario) => ({
      ...scenario,
      formulas: new Map(scenario.formulas.map(({ line, formula }) => [line, formula])),
    })),
    rows: rowsOf(parsed.output),
  }
  const fault = rowTwice(parsed.output) ?? modelFault(model)
  return fault === null ? model : refuse(`The model cannot be read: ${fault}`)
}
