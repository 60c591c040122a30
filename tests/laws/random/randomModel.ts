// A whole model from a seed, the same on every machine: calendar, timeline, lines, scenarios, commitments and what is typed.
// It has every construct of the language in it before long, most formulas sound and most cells with a value.

import { planShapes, type Commitment } from '#model/commitment.ts'
import { fiscalQuarterOf } from '#model/fiscalCalendar.ts'
import type { Expected, Kind, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { addQuarters, quarterEnding } from '#model/quarter.ts'
import { present } from '#base/assert.ts'
import { Chance } from '../../support/chance.ts'
import { someConstant, someFormula } from './formula.ts'
import { someRows } from './rows.ts'
import { someScenarios } from './scenarios.ts'
import type { LineSketch, Sketch } from './sketch.ts'

/** Names of the trade's shape, and some that are something else to JavaScript. */
const keys = [
  ...'a b c d f g h j k m n p q r s t u v w x y z'.split(' '),
  ...['constructor', 'tostring', 'valueof', 'hasownproperty', 'length', 'name', 'cloud_revenue', 'capex_2', 'fy26'],
  ...Array.from({ length: 50 }, (_, at) => `line_${at}`),
]

const kinds: readonly (readonly [number, Kind])[] = [
  [46, 'flow'],
  [14, 'balance'],
  [30, 'rate'],
  [10, 'constant'],
]

/** Lines in groups of one to four, or of so many. */
const someLines = (chance: Chance, count: number, groupSize: number | null): readonly LineSketch[] => {
  const names = chance.shuffled(keys.slice(0, Math.max(31, count)))
  let group = 0
  let left = 0
  return Array.from({ length: count }, (_, rank) => {
    if (left === 0) {
      group += 1
      left = groupSize ?? chance.pick([1, 1, 1, 1, 2, 2, 3, 4])
    }
    left -= 1
    const kind = chance.weighted(kinds)
    return { id: `id ${rank}`, key: present(names[rank], 'a key'), kind, driver: chance.happens(0.22), group, rank }
  })
}

const lineItem = (sketch: Sketch, { id, key, kind, driver }: LineSketch, formula: string | null): LineItem => ({
  id,
  key,
  label: key,
  section: sketch.chance.pick(['First', 'Second']),
  unit: { kind: 'count' },
  kind,
  decimals: 2,
  polarity: 'neutral',
  driver,
  formula,
  description: '',
  tolerance: null,
  expected: null,
  source: '',
  breaks: [],
})

/** What a line that is no constant is held against, of lines that it may name. */
export const someExpected = (
  chance: Chance,
  id: string,
  lines: readonly { readonly id: string; readonly kind: Kind }[],
): Expected | null => {
  const others = lines.filter((each) => each.kind !== 'constant' && each.id !== id)
  if (others.length === 0) return null
  const some = (share: number): string | null => (chance.happens(share) ? chance.pick(others).id : null)
  const expected = {
    consensus: some(0.8),
    low: some(0.4),
    high: some(0.4),
    tolerance: chance.happens(0.5) ? 0.02 : null,
  }
  return (expected.consensus ?? expected.low ?? expected.high) === null ? null : expected
}

/** Lines of which some name what they are held against, by a chance of its own: all else stays as its seed has it. */
const withExpected = (seed: number, lines: readonly LineItem[]): readonly LineItem[] => {
  const chance = new Chance(seed + 1_000_003)
  return lines.map((line) =>
    line.kind !== 'constant' && chance.happens(0.2)
      ? { ...line, expected: someExpected(chance, line.id, lines) }
      : line,
  )
}

const commitmentKey = 'pledge'

const someCommitment = (sketch: Sketch): Commitment | null => {
  const { chance, lines, quarters } = sketch
  const counted = lines.find(({ kind, group }) => kind === 'flow' && group === sketch.commitment?.group)
  if (counted === undefined) return null
  const first = addQuarters(chance.pick(quarters), chance.between(-2, 2))
  const reading = {
    id: 'main',
    name: counted.key,
    counts: counted.key,
    first,
    delay: 0,
    quarters: chance.between(1, 9),
  }
  return {
    id: 'pledge',
    key: commitmentKey,
    name: 'Pledge',
    section: 'Second',
    kind: chance.pick(['floor', 'target', 'cap']),
    amount: chance.pick([1, 500, 1200.5, 1e6]),
    unit: { kind: 'count' },
    plan: 'straight',
    note: { text: '', source: null },
    reading,
    otherReadings: chance.happens(0.4)
      ? [{ ...reading, id: 'half', name: 'Half', counts: `50% * ${counted.key}` }]
      : [],
  }
}

/** Another plan and start, by a chance of its own: all else stays as its seed has it. */
const withPlan = (seed: number, commitment: Commitment): Commitment => {
  const chance = new Chance(seed + 2_000_003)
  const reading = { ...commitment.reading, delay: chance.pick([0, 0, 0, -1, 2]) }
  return { ...commitment, plan: chance.pick(planShapes), reading }
}

const readingParts = ['elapsed', 'counted', 'planned', 'ahead', 'required', 'completion'] as const

type Size = {
  readonly lines: number
  /** null: groups of all sizes. */
  readonly groupSize: number | null
  readonly quarters: number
  readonly scenarios: number
}

/** How many lines, quarters and scenarios: mostly what a keystroke would meet, now and then far more. */
const someSize = (chance: Chance): Size => {
  const usual = { groupSize: null, scenarios: 2 }
  if (chance.happens(0.015)) return { ...usual, lines: chance.between(40, 60), quarters: chance.between(4, 12) }
  if (chance.happens(0.015)) return { ...usual, lines: chance.between(3, 6), quarters: 60 }
  if (chance.happens(0.004)) return { ...usual, lines: 70, groupSize: 66, quarters: chance.between(4, 8) }
  if (chance.happens(0.004)) return { ...usual, lines: 4, quarters: 6, scenarios: 20 }
  return {
    ...usual,
    lines: chance.between(2, 14),
    quarters: chance.weighted([
      [8, chance.between(1, 5)],
      [60, chance.between(6, 20)],
      [10, chance.between(20, 30)],
    ]),
    scenarios: chance.pick([1, 2, 2, 3, 3, 4, 5, 6]),
  }
}

const someSketch = (chance: Chance, { lines, groupSize, quarters: length }: Size): Sketch => {
  const yearEndMonth = chance.between(1, 12)
  const first = quarterEnding(chance.pick([1969, 1999, 2023, 2024, 2025, 2068]), yearEndMonth)
  const start = addQuarters(first, chance.below(4))
  const ranked = someLines(chance, lines, groupSize)
  const countable = ranked.filter(({ kind, group }) => kind === 'flow' && group <= 3)
  return {
    chance,
    calendar: { yearEndMonth, yearNamedBy: chance.pick(['end', 'start']) },
    quarters: Array.from({ length }, (_, at) => addQuarters(start, at)),
    lines: ranked,
    commitment:
      countable.length > 0 && chance.happens(0.15)
        ? {
            keys: readingParts.map((part) => `${commitmentKey}_${part}`),
            group: chance.pick(countable).group,
          }
        : null,
  }
}

const formulaShare = 0.85
const groundShare = 0.3 // of lines below which there is nothing to look at

/** A model with the sketch it was made from, for edits that fit it. */
export type Workbook = { readonly model: Model; readonly sketch: Sketch }

export const randomWorkbook = (seed: number): Workbook => {
  const chance = new Chance(seed)
  const size = someSize(chance)
  const sketch = someSketch(chance, size)
  const { calendar, quarters, lines } = sketch
  const [first, last] = [present(quarters[0], 'a quarter'), present(quarters.at(-1), 'a quarter')]
  const reported = chance.happens(0.15) ? 0 : chance.between(1, quarters.length)
  const items = lines.map((line) => {
    if (line.kind === 'constant') return lineItem(sketch, line, someConstant(sketch))
    return lineItem(
      sketch,
      line,
      chance.happens(line.group === 1 ? groundShare : formulaShare) ? someFormula(sketch, line) : null,
    )
  })
  const commitment = someCommitment(sketch)
  const scenarios = someScenarios(sketch, new Map(items.map(({ id, formula }) => [id, formula])), size.scenarios)
  const model: Model = {
    id: `model ${seed}`,
    name: `Model ${seed}, from fiscal ${fiscalQuarterOf(first, calendar).year}`,
    fiscalCalendar: calendar,
    timeline: { first, last },
    lastActual: quarters[reported - 1] ?? null,
    currency: 'RMB',
    scale: 'm',
    sections: ['First', 'Second'],
    lines: withExpected(seed, chance.shuffled(items)),
    scenarios,
    waivers: [],
    commitments: commitment === null ? [] : [withPlan(seed, commitment)],
    rows: someRows(sketch, scenarios, reported),
  }
  return { model, sketch }
}

export const randomModel = (seed: number): Model => randomWorkbook(seed).model
