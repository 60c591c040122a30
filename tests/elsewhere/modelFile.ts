// A model file as the evaluator elsewhere reads it, from docs/model-file.md alone: what it needs to know of lines, scenarios
// and what is typed. A commitment's lines are written here as formulas of its own, from what the page says of them.

import { monthOf, type Calendar } from './quarters.ts'

export type FileLine = {
  readonly id: string
  readonly key: string
  readonly kind: 'flow' | 'balance' | 'rate' | 'constant'
  readonly driver: boolean
  readonly formula: string | null
}

type Reading = {
  readonly id: string
  readonly counts: string
  readonly first: string
  readonly quarters: number
}

type Commitment = {
  readonly id: string
  readonly key: string
  readonly amount: number
  readonly reading: Reading
  readonly otherReadings?: readonly Reading[]
}

type Cell = { readonly line: string; readonly value?: number; readonly release?: true }

type Document = {
  readonly fiscalCalendar: { readonly yearEndMonth: number; readonly yearNamedBy?: 'end' | 'start' }
  readonly timeline: { readonly first: string; readonly last: string }
  readonly lastActual: string | null
  readonly lines: readonly (Partial<FileLine> & Pick<FileLine, 'key' | 'kind'>)[]
  readonly scenarios: readonly {
    readonly id: string
    readonly parent: string | null
    readonly formulas?: readonly { readonly line: string; readonly formula: string }[]
  }[]
  readonly commitments?: readonly Commitment[]
  readonly quarters?: readonly {
    readonly scenario: string
    readonly quarter: string
    readonly cells: readonly Cell[]
  }[]
}

/** The lines of a reading: `stem` begins their keys and `id` their ids; `start` is the window's first quarter, 1 the timeline's. */
const readingLines = (
  id: string,
  stem: string,
  amount: string,
  reading: Reading,
  start: number,
): readonly FileLine[] => {
  const { counts, first, quarters } = reading
  const [elapsed, counted, before] = [`${stem}_elapsed`, `${stem}_counted`, `coalesce(${stem}_counted[-1], 0)`]
  const none = 'mean((1)[0:-1])'
  const formulas = {
    elapsed: `min(max(quarter_index - ${start} + 1, 0), ${quarters})`,
    counted: `quarter_index < ${start} ? 0 : cumulative(${counts}, "${first}")`,
    planned: `${elapsed} == ${quarters} ? ${amount} : ${amount} * ${elapsed} / ${quarters}`,
    ahead: `${counted} - ${stem}_planned`,
    required: `${elapsed} < ${quarters} ? max(${amount} - ${counted}, 0) / (${quarters} - ${elapsed}) : ${none}`,
    completion:
      `${counted} < ${amount} ? ${none} : ${before} >= ${amount} ? ${stem}_completion[-1] : ` +
      `quarter_index - ${start} + (${amount} - ${before}) / (${counted} - ${before})`,
  }
  return Object.entries(formulas).map(([part, formula]) => ({
    ...{ id: `${id}.${part}`, key: `${stem}_${part}`, kind: 'balance', driver: false, formula },
  }))
}

const commitmentLines = (commitment: Commitment, timelineStart: number): readonly FileLine[] => {
  const { id, key, amount, reading, otherReadings = [] } = commitment
  const startOf = ({ first }: Reading): number => (monthOf(first) - timelineStart) / 3 + 1
  const name = `${key}_amount`
  return [
    { id: `${id}.amount`, key: name, kind: 'constant', driver: true, formula: String(amount) },
    ...readingLines(id, key, name, reading, startOf(reading)),
    ...otherReadings.flatMap((each) =>
      readingLines(`${id}.${each.id}`, `${key}_${each.id}`, name, each, startOf(each)),
    ),
  ]
}

export class ModelFile {
  readonly calendar: Calendar
  readonly timeline: Document['timeline']
  readonly lastActual: string | null
  readonly lines: readonly FileLine[]
  readonly scenarios: readonly string[]
  readonly #parents: ReadonlyMap<string, string | null>
  readonly #formulas = new Map<string, string>()
  readonly #entries = new Map<string, number | 'release'>()

  constructor(text: string) {
    const document = JSON.parse(text) as Document
    const { fiscalCalendar, timeline, lastActual, scenarios, quarters = [], commitments = [] } = document
    this.calendar = { yearNamedBy: 'end', ...fiscalCalendar }
    this.timeline = timeline
    this.lastActual = lastActual
    this.scenarios = scenarios.map(({ id }) => id)
    this.#parents = new Map(scenarios.map(({ id, parent }) => [id, parent]))
    this.lines = [
      ...document.lines.map(({ key, id = key, kind, driver = false, formula = null }) => ({
        id,
        key,
        kind,
        driver,
        formula,
      })),
      ...commitments.flatMap((each) => commitmentLines(each, monthOf(timeline.first))),
    ]
    for (const { id, formulas = [] } of scenarios)
      for (const { line, formula } of formulas) this.#formulas.set(JSON.stringify([id, line]), formula)
    for (const { scenario, quarter, cells } of quarters)
      for (const { line, value, release } of cells) {
        const entry = value ?? (release === true ? 'release' : null)
        if (entry !== null) this.#entries.set(JSON.stringify([scenario, monthOf(quarter), line]), entry)
      }
  }

  /** A scenario, its parent, and so on up to Base. */
  ancestry(scenario: string): readonly string[] {
    const parent = this.#parents.get(scenario) ?? null
    return parent === null ? [scenario] : [scenario, ...this.ancestry(parent)]
  }

  /** A scenario's own formula of a line; null where it has none. */
  formulaOf(scenario: string, { id, formula }: FileLine): string | null {
    return scenario === this.scenarios[0] ? formula : (this.#formulas.get(JSON.stringify([scenario, id])) ?? null)
  }

  /** What a scenario itself holds in a cell. */
  entryOf(scenario: string, month: number, { id }: FileLine): number | 'release' | null {
    return this.#entries.get(JSON.stringify([scenario, month, id])) ?? null
  }
}
