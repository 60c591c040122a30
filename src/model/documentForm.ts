// The form of a document: every field checked before it is trusted. What a person who writes one by hand would leave out may
// be missing where its absence can mean one thing only; it is filled in here, so that a document read is always whole. Entries
// stand in the order in which they are written.

import * as v from 'valibot'
import { planShapes } from './commitment.ts'
import { keyForm } from './lineItem.ts'
import { isQuarter, type Quarter } from './quarter.ts'
import { scenarioColours } from './scenario.ts'
import { decimalsFor, scaleExponents, type Scale } from './unit.ts'

export const documentVersion = 1

/** Where lines stand that name no section, while the document lists none. */
const onlySection = 'Lines'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const key = v.pipe(v.string(), v.regex(keyForm, 'a key such as "cloud_revenue"'))
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
/** JSON can write numbers that no double holds: `1e999` is read as infinity. */
const number = v.pipe(v.number(), v.finite('a number that is not too large'))
const whole = v.pipe(v.number(), v.integer())
const note = v.object({
  text: v.string(),
  source: v.optional(v.nullable(v.string()), null),
  checked: v.exactOptional(v.object({ value: number, by: v.string(), at: v.string() })),
  earlier: v.exactOptional(
    v.pipe(v.array(v.object({ value: number, until: v.string(), reason: v.string() })), v.readonly()),
  ),
})

const expected = v.object({
  consensus: v.nullable(id),
  low: v.optional(v.nullable(id), null),
  high: v.optional(v.nullable(id), null),
  tolerance: v.optional(
    v.nullable(v.pipe(v.number(), v.finite('a number that is not too large'), v.minValue(0))),
    null,
  ),
})

const line = v.pipe(
  v.object({
    id: v.optional(id),
    key,
    label: v.optional(v.string()),
    section: v.optional(v.string()),
    unit,
    kind: v.picklist(['flow', 'balance', 'rate', 'constant']),
    decimals: v.optional(v.pipe(whole, v.minValue(0), v.maxValue(10))),
    polarity: v.optional(v.picklist(['moreIsBetter', 'lessIsBetter', 'neutral']), 'neutral'),
    driver: v.optional(v.boolean(), false),
    formula: v.optional(v.nullable(v.string()), null),
    description: v.optional(v.string(), ''),
    tolerance: v.optional(v.nullable(number), null),
    expected: v.optional(v.nullable(expected), null),
    source: v.optional(v.string(), ''),
    breaks: v.optional(v.pipe(v.array(v.object({ quarter, reason: v.optional(v.string(), '') })), v.readonly()), []),
  }),
  v.transform(({ id: own, key: name, label, section, unit: counted, kind, decimals, ...rest }) => ({
    id: own ?? name,
    key: name,
    label: label ?? name,
    section,
    unit: counted,
    kind,
    decimals: decimals ?? decimalsFor(counted.kind),
    ...rest,
  })),
)

const scenario = v.object({
  id,
  name: v.string(),
  parent: v.nullable(id),
  colour: v.optional(v.picklist(scenarioColours)),
  formulas: v.optional(v.array(v.object({ line: id, formula: v.string() })), []),
})

/** Colours in turn for scenarios that name none. */
const colourAt = (at: number) => scenarioColours[at % scenarioColours.length] ?? scenarioColours[0]

const reading = v.object({
  id,
  name: v.string(),
  counts: v.string(),
  first: quarter,
  delay: v.optional(whole, 0),
  quarters: v.pipe(whole, v.minValue(1)),
})

const commitment = v.object({
  id,
  key: v.pipe(v.string(), v.regex(keyForm)),
  name: v.string(),
  section: v.optional(v.string()),
  kind: v.picklist(['floor', 'target', 'cap']),
  amount: number,
  unit,
  plan: v.optional(v.picklist(planShapes), 'straight'),
  note: v.optional(note, { text: '' }),
  reading,
  otherReadings: v.optional(v.array(reading), []),
})

/** A record is read through its entries into a Map: a name may be `constructor` or `__proto__`. */
const cell = v.object({
  line: id,
  value: v.optional(number),
  release: v.optional(v.literal(true)),
  note: v.optional(note),
})

/** What a document may look like. */
const writtenForm = v.object({
  format: v.literal('paceline model'),
  version: v.literal(documentVersion),
  savedAt: v.optional(v.string(), ''),
  name: v.string(),
  fiscalCalendar: v.object({
    yearEndMonth: v.pipe(whole, v.minValue(1), v.maxValue(12)),
    yearNamedBy: v.optional(v.picklist(['end', 'start']), 'end'),
  }),
  timeline: v.object({ first: quarter, last: quarter }),
  lastActual: v.nullable(quarter),
  currency: v.string(),
  scale,
  sections: v.optional(v.array(v.string())),
  lines: v.array(line),
  scenarios: v.pipe(
    v.array(scenario),
    v.minLength(1),
    v.transform((scenarios) =>
      scenarios.map(({ colour, formulas, ...rest }, at) => ({ ...rest, colour: colour ?? colourAt(at), formulas })),
    ),
  ),
  commitments: v.optional(v.array(commitment), []),
  /** What each scenario has typed, one entry for each cell. */
  quarters: v.optional(v.array(v.object({ scenario: id, quarter, cells: v.array(cell) })), []),
  waivers: v.optional(v.array(v.object({ id: v.string(), about: v.string(), reason: v.string(), at: v.string() })), []),
  /** Versions kept beside the model, in a file. Each is read by itself (snapshot.ts): a damaged one keeps no model shut. */
  snapshots: v.optional(v.array(v.unknown())),
  /** The charts chosen for it, in a file. Each is read by itself (chartChoice.ts). */
  charts: v.optional(v.array(v.unknown())),
})

/** A document as it is once it has been read: sections listed, and every line and commitment in one. */
export const documentForm = v.pipe(
  writtenForm,
  v.transform(({ sections, lines, commitments, ...rest }) => {
    const home = sections?.[0] ?? onlySection
    const placed = lines.map((each) => ({ ...each, section: each.section ?? home }))
    const promised = commitments.map(({ id: own, key: stem, name, section, ...others }) => ({
      ...{ id: own, key: stem, name, section: section ?? home },
      ...others,
    }))
    return {
      ...rest,
      sections: sections ?? [...new Set([...placed, ...promised].map(({ section }) => section))],
      lines: placed,
      commitments: promised,
    }
  }),
)

export type ModelDocument = v.InferOutput<typeof documentForm>
