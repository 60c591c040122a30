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
  readonly delay?: number
  readonly quarters: number
}

const plans = ['straight', 'front-loaded', 'back-loaded', 'S-curve', 'typed'] as const

type Commitment = {
  readonly id: string
  readonly key: string
  readonly amount: number
  readonly plan?: (typeof plans)[number]
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

/** A formula that never has a value. */
const none = 'mean((1)[0:-1])'

type Names = {
  readonly id: string
  readonly stem: string
  readonly amount: string
  readonly plan: string
  /** Where the plan is typed that this reading follows; null for the one that holds. */
  readonly typed: string | null
}

/** The lines of a reading: `stem` begins their keys and `id` their ids; `start` is the quarter_index of its `first`. */
const readingLines = (
  { id, stem, amount, plan, typed }: Names,
  reading: Reading,
  start: number,
): readonly FileLine[] => {
  const { counts, delay = 0, quarters } = reading
  const of = (part: string): string => `${stem}_${part}`
  const [number, elapsed, length, counted] = [of('number'), of('elapsed'), of('quarters'), of('counted')]
  const [planned, earned, mean, completion] = [of('planned'), of('earned'), of('mean'), of('completion')]
  const before = `coalesce(${counted}[-1], 0)`
  /** What is left of the window, for the weights that are still to come. */
  const left = `(${length} - ${elapsed})`
  const weights = `${length} * (${length} + 1)`
  const [share, x] = [of('shape'), `(${elapsed} / ${length})`]
  const constants = { delay: String(delay), quarters: String(quarters) }
  const flows = { counting: counts, typed }
  const balances = {
    number: `quarter_index - ${start - 1} - ${of('delay')}`,
    elapsed: `min(max(${number}, 0), ${length})`,
    shape:
      `${plan} == 4 ? 3 * (${x} * ${x}) - 2 * (${x} * ${x} * ${x}) : ` +
      `${plan} == 3 ? (${elapsed} + ${elapsed}^2) / (${weights}) : ` +
      `${plan} == 2 ? (${weights} - ${left} * (${left} + 1)) / (${weights}) : ` +
      `${plan} == 1 ? ${elapsed} / ${length} : ${none}`,
    counted: `${number} < 1 ? 0 : ${number} > 1 ? ${of('counting')} + ${counted}[-1] : ${of('counting')}`,
    planned:
      `${plan} == 5 ? (${number} < 1 ? 0 : (${number} == 1 ? 0 : ${planned}[-1]) + ` +
      `(${number} > ${length} ? 0 : ${of('typed')})) : ${share} * ${amount}`,
    ahead: `${counted} - ${planned}`,
    spi: `${planned} <= 0 ? ${none} : ${counted} / ${planned}`,
    earned: `earned(${counted}, ${planned}, ${elapsed}, ${length})`,
    ahead_quarters: `-(${elapsed} - ${earned})`,
    spi_t: `${elapsed} < 1 ? ${none} : ${earned} / ${elapsed}`,
    required: `${elapsed} >= ${length} ? ${none} : max(0, ${amount} - ${counted}) / ${left}`,
    mean: ['[-3]', '[-2]', '[-1]', ''].map((lag) => of('counting') + lag).join(' + '),
    required_multiple: `${mean} <= 0 ? ${none} : ${of('required')} / ${mean}`,
    completion:
      `${counted} < ${amount} ? ${none} : ${before} >= ${amount} ? ${completion}[-1] : ` +
      `${number} - 1 + (${amount} - ${before}) / (${counted} - ${before})`,
    late: `-(${length} - ${completion})`,
    mean_total: `${left} * ${mean} + ${counted}`,
    mean_completion:
      `${counted} >= ${amount} ? ${completion} : ${mean} <= 0 ? ${none} : ` +
      `(${amount} - ${counted}) / ${mean} + max(0, ${number})`,
  }
  balances.mean = `(${balances.mean}) / 4`
  const lines = (kind: FileLine['kind'], formulas: Readonly<Record<string, string | null>>): readonly FileLine[] =>
    Object.entries(formulas).map(([part, formula]) => {
      const driver = kind === 'constant' || part === 'typed'
      return { id: `${id}.${part}`, key: of(part), kind, driver, formula }
    })
  return [...lines('constant', constants), ...lines('flow', flows), ...lines('balance', balances)]
}

const commitmentLines = (commitment: Commitment, timelineStart: number): readonly FileLine[] => {
  const { id, key, amount, plan = 'straight', reading, otherReadings = [] } = commitment
  const startOf = ({ first }: Reading): number => (monthOf(first) - timelineStart) / 3 + 1
  const names = { amount: `${key}_amount`, plan: `${key}_plan` }
  const constant = { kind: 'constant', driver: true } as const
  return [
    { ...constant, id: `${id}.amount`, key: names.amount, formula: String(amount) },
    { ...constant, id: `${id}.plan`, key: names.plan, formula: String(plans.indexOf(plan) + 1) },
    ...readingLines({ ...names, id, stem: key, typed: null }, reading, startOf(reading)),
    ...otherReadings.flatMap((each) =>
      readingLines(
        { ...names, id: `${id}.${each.id}`, stem: `${key}_${each.id}`, typed: `${key}_typed` },
        each,
        startOf(each),
      ),
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
