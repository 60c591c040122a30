// Words for what differs between two versions: each field of a model, line, scenario and commitment as people say it.

import { readingsOf, windowEnd, windowStart, type Commitment, type Reading } from '#model/commitment.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { figureWithUnit, shownValue } from '#model/figure.ts'
import type { Expected, LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { AttributeName, commitmentFields, lineFields, scenarioFields } from '#model/modelDifference.ts'
import { monthName } from '#model/quarter.ts'
import type { Note } from '#model/quarterRow.ts'
import type { Scenario } from '#model/scenario.ts'
import { isFraction, unitName } from '#model/unit.ts'

type Words<Item> = { readonly name: string; readonly tell: (item: Item, model: Model) => string }

export const attributeWords: Readonly<Record<AttributeName, Words<Model>>> = {
  name: { name: 'Name', tell: ({ name }) => name },
  fiscalCalendar: {
    name: 'Fiscal year',
    tell: ({ fiscalCalendar: { yearEndMonth, yearNamedBy } }) =>
      `ends in ${monthName(yearEndMonth)}, named by the year it ${yearNamedBy === 'end' ? 'ends' : 'starts'} in`,
  },
  timeline: {
    name: 'Timeline',
    tell: ({ timeline, fiscalCalendar }) =>
      `${plainName(timeline.first, fiscalCalendar)} to ${plainName(timeline.last, fiscalCalendar)}`,
  },
  lastActual: {
    name: 'Last actual',
    tell: ({ lastActual, fiscalCalendar }) => (lastActual === null ? 'none' : plainName(lastActual, fiscalCalendar)),
  },
  currency: { name: 'Currency of new lines', tell: ({ currency }) => currency },
  scale: { name: 'Scale of new lines', tell: ({ scale }) => (scale === '' ? 'units' : scale) },
  sections: { name: 'Sections', tell: ({ sections }) => sections.join(' · ') },
}

const polarityWords = { moreIsBetter: 'more is better', lessIsBetter: 'less is better', neutral: 'neither' } as const

/** Digits after the point that a number is written with: what is told of it has to be all of it. */
const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0

const amountWords = (amount: number, unit: LineItem['unit']): string =>
  figureWithUnit(amount, unit, decimalsOf(shownValue(amount, unit, null)))

const unitWords = ({ unit }: { readonly unit: LineItem['unit'] }): string => unitName(unit)

/** `consensus Polled revenue, guidance from Low end to High end, in line within 2 %`. */
const expectedWords = ({ consensus, low, high, tolerance }: Expected, unit: LineItem['unit'], model: Model): string => {
  const label = (line: LineId): string => model.lines.find(({ id }) => id === line)?.label ?? line
  const within = tolerance === null ? null : amountWords(tolerance, { kind: isFraction(unit) ? 'points' : 'percent' })
  return [
    ...(consensus === null ? [] : [`consensus ${label(consensus)}`]),
    ...(low === null ? [] : [`guidance from ${label(low)}`]),
    ...(high === null ? [] : [low === null ? `guidance to ${label(high)}` : `to ${label(high)}`]),
    ...(within === null ? [] : [`in line within ${within}`]),
  ].join(', ')
}

export const lineWords: Readonly<Record<(typeof lineFields)[number], Words<LineItem>>> = {
  key: { name: 'key', tell: ({ key }) => key },
  label: { name: 'label', tell: ({ label }) => label },
  section: { name: 'section', tell: ({ section }) => section },
  unit: { name: 'unit', tell: unitWords },
  kind: { name: 'kind', tell: ({ kind }) => kind },
  decimals: { name: 'decimals', tell: ({ decimals }) => String(decimals) },
  polarity: { name: 'good news', tell: ({ polarity }) => polarityWords[polarity] },
  driver: { name: 'driver', tell: ({ driver }) => (driver ? 'yes' : 'no') },
  description: { name: 'description', tell: ({ description }) => description },
  tolerance: {
    name: 'check tolerance',
    tell: ({ tolerance, unit }) => (tolerance === null ? 'no check' : amountWords(tolerance, unit)),
  },
  source: { name: 'source', tell: ({ source }) => source },
  breaks: {
    name: 'breaks in its series',
    tell: ({ breaks }, { fiscalCalendar }) =>
      breaks
        .map(({ quarter, reason }) => `${plainName(quarter, fiscalCalendar)}${reason === '' ? '' : `: ${reason}`}`)
        .join(' · ') || 'none',
  },
  expected: {
    name: 'held against',
    tell: ({ expected, unit }, model) => (expected === null ? 'nothing' : expectedWords(expected, unit, model)),
  },
}

export const scenarioWords: Readonly<Record<(typeof scenarioFields)[number], Words<Scenario>>> = {
  name: { name: 'name', tell: ({ name }) => name },
  parent: {
    name: 'inherits from',
    tell: ({ parent }, { scenarios }) => scenarios.find(({ id }) => id === parent)?.name ?? 'none',
  },
  colour: { name: 'colour', tell: ({ colour }) => colour },
}

/** `95% * capex, FY26 Q1 to FY28 Q4`. */
const readingWords = (reading: Reading, { fiscalCalendar }: Model): string =>
  `${reading.counts}, ${plainName(windowStart(reading), fiscalCalendar)} to ${plainName(windowEnd(reading), fiscalCalendar)}`

/** The note’s text, with the source it has. */
export const noteWords = ({ text, source }: Note): string => (source === null ? text : `${text} (${source})`)

export const commitmentWords: Readonly<Record<(typeof commitmentFields)[number], Words<Commitment>>> = {
  key: { name: 'key', tell: ({ key }) => key },
  name: { name: 'name', tell: ({ name }) => name },
  section: { name: 'section', tell: ({ section }) => section },
  kind: { name: 'kind', tell: ({ kind }) => kind },
  amount: { name: 'amount', tell: ({ amount, unit }) => amountWords(amount, unit) },
  unit: { name: 'unit', tell: unitWords },
  plan: { name: 'plan', tell: ({ plan }) => (plan === 'typed' ? 'typed by quarter' : plan) },
  note: { name: 'note', tell: ({ note }) => noteWords(note) },
  reading: { name: 'counts', tell: ({ reading }, model) => readingWords(reading, model) },
  otherReadings: {
    name: 'other readings',
    tell: (commitment, model) =>
      readingsOf(commitment)
        .slice(1)
        .map((reading) => `${reading.name}: ${readingWords(reading, model)}`)
        .join(' · ') || 'none',
  },
}
