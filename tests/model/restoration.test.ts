// The edits that restore an earlier version, case by case; tests/laws/restoration.test.ts has them at random.

import { describe, expect, test } from 'vitest'
import type { Edit } from '#model/edit.ts'
import { readDocument } from '#model/document.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { applyEdits } from '#model/edit.ts'
import { editsBetween } from '#model/restoration.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import { commitment, line, rowsWith, sample, settled, textOf } from './sample.ts'

/** Restores one from the other, both ways, and takes each back. */
const holds = (now: Model, then: Model): void => {
  for (const [from, to] of [
    [now, then],
    [then, now],
  ] as const) {
    expect(modelFault(from)).toBeNull()
    const edits = editsBetween(from, to)
    expect(textOf(settled(applySoundly(from, edits)))).toBe(textOf(to))
    const { model, inverse } = settled(applyReversibly(from, edits))
    expect(textOf(settled(applyEdits(model, inverse)))).toBe(textOf(from))
  }
}

const keyed = (keys: readonly string[]): Model =>
  sample({ lines: keys.map((key, at) => line(`l${at}`, { key })), rows: new Map(), commitments: [], scenarios: bare })

const bare = sample().scenarios.map((scenario) => ({ ...scenario, formulas: new Map() }))

const withoutDelay = (reading: unknown): unknown => ({ ...(reading as object), delay: undefined })

describe('[Z3] what is restored', () => {
  test('[Z3] nothing where nothing differs, not even a moment of writing', () => {
    expect(editsBetween(sample(), sample())).toEqual([])
  })

  test('[Z3] one number is one edit', () => {
    const then = sample()
    const typed: Edit = { kind: 'enter', scenario: 'base', quarter: '2026-03', line: 'costs', entry: 5 }
    const now = settled(applyEdits(then, [typed]))
    expect(editsBetween(now, then)).toEqual([{ ...typed, entry: null }])
    holds(now, then)
  })

  test('[Z3] keys that change places, go round, and come free', () => {
    holds(keyed(['a', 'b']), keyed(['b', 'a']))
    holds(keyed(['a', 'b', 'c', 'd']), keyed(['b', 'c', 'a', 'd']))
    holds(keyed(['a', 'b', 'renamed_1']), keyed(['b', 'c', 'a']))
    const swapped = editsBetween(keyed(['a', 'b']), keyed(['b', 'a']))
    expect(swapped.every(({ kind }) => kind === 'change line')).toBe(true)
  })

  test('[Z3] a key goes over to a new line, or to a commitment’s', () => {
    holds(keyed(['a', 'b']), sample({ ...keyed(['b']), lines: [line('other', { key: 'a' })] }))
    holds(keyed(['plan_amount', 'revenue']), sample({ ...keyed(['amount', 'revenue']), commitments: [commitment()] }))
  })

  test('[Z3] lines that go with what they hold, in every scenario, and come back in their place', () => {
    const then = sample()
    const without = sample({
      lines: then.lines.filter(({ id }) => id === 'revenue'),
      scenarios: bare,
      rows: rowsWith([['base', '2025-06', 'revenue', 100]]),
    })
    holds(without, then)
  })

  test('[Z3] a line of its own that was a commitment’s, with a number that stays', () => {
    const own = sample({
      commitments: [],
      scenarios: bare,
      lines: [...sample().lines, line('plan.counted', { key: 'own', section: 'Pacing' })],
      rows: rowsWith([['bull', '2025-12', 'plan.counted', 5]]),
    })
    holds(own, sample({ scenarios: bare, rows: own.rows }))
  })

  test('[Z3] timelines that shrink, move, and move off their quarters', () => {
    const then = sample()
    const short = sample({
      timeline: { first: '2025-12', last: '2026-03' },
      lastActual: null,
      rows: rowsWith([['base', '2025-12', 'growth', 0.3]]),
    })
    holds(short, then)
    const elsewhere = sample({
      fiscalCalendar: { yearEndMonth: 4, yearNamedBy: 'start' },
      timeline: { first: '2030-01', last: '2031-04' },
      lastActual: '2030-01',
      commitments: [],
      rows: rowsWith([['base', '2030-04', 'growth', 0.3]]),
    })
    holds(elsewhere, then)
  })

  test('[Z3] scenarios that hang elsewhere, in another order, gone and new', () => {
    const then = sample()
    const [base, bull, bear] = then.scenarios
    if (base === undefined || bull === undefined || bear === undefined) throw new Error('three scenarios')
    const mixed = sample({
      scenarios: [
        base,
        { ...bear, parent: 'base', name: 'Grizzly' },
        { ...bull, id: 'calf', parent: 'bear' },
        { ...bull, parent: 'calf', colour: 'rose' },
      ],
    })
    holds(mixed, then)
    holds(sample({ scenarios: [base], rows: new Map() }), then)
  })

  test('[Z3] another Base, and one that another scenario becomes', () => {
    const then = sample()
    const [base, bull] = then.scenarios
    if (base === undefined || bull === undefined) throw new Error('two scenarios')
    const other = sample({
      scenarios: [
        { ...bull, parent: null, formulas: new Map() },
        { ...base, parent: 'bull', formulas: new Map([['costs', '7']]) },
      ],
      rows: rowsWith([
        ['bull', '2025-12', 'growth', 0.5],
        ['base', '2025-12', 'growth', 'release'],
      ]),
    })
    holds(other, then)
    holds(sample({ scenarios: [{ ...base, id: 'root' }], rows: rowsWith([['root', '2025-06', 'revenue', 1]]) }), then)
  })

  test('[Z3] commitments that are others, stand elsewhere, and have other readings', () => {
    const one = commitment()
    const two = commitment({ id: 'two', key: 'two', name: 'Two', otherReadings: [] })
    const three = commitment({ id: 'three', key: 'three', name: 'Three', otherReadings: [] })
    const then = sample({ commitments: [one, two, three] })
    holds(sample({ commitments: [three, { ...two, amount: 12.5 }, one] }), then)
    holds(sample({ commitments: [{ ...one, otherReadings: [] }, two] }), then)
    const scenarios = then.scenarios.map((each, at) =>
      at === 1 ? { ...each, formulas: new Map([['plan.amount', '400']]) } : each,
    )
    holds(sample({ commitments: [], scenarios: bare }), sample({ scenarios }))
  })

  test('[Z3] sections gone, new, and in another order, with lines that change theirs', () => {
    const then = sample()
    holds(
      sample({
        sections: ['New', 'Pacing', 'Reported'],
        lines: then.lines.map((each, at) => ({ ...each, section: at < 2 ? 'New' : 'Reported' })),
        commitments: [commitment({ section: 'New' })],
      }),
      then,
    )
  })

  test('[Z3] every field of a line, every attribute of the model, and notes', () => {
    const then = sample()
    holds(
      sample({
        name: 'Other',
        currency: 'USD',
        scale: 'bn',
        lastActual: '2025-06',
        lines: then.lines
          .map((each) => ({
            ...each,
            ...{ label: 'x', decimals: 3, polarity: 'lessIsBetter' as const, driver: !each.driver },
            ...{ description: 'd', tolerance: 1, unit: { kind: 'count' as const } },
            formula: each.kind === 'constant' ? '3%' : each.formula === null ? '1' : null,
          }))
          .reverse(),
        rows: rowsWith([['base', '2025-06', 'revenue', 100, { text: 'Other', source: null }]]),
      }),
      then,
    )
  })
})

test('[Z3] a version from before plans and starts restores as straight and without delay', () => {
  const now = sample({
    commitments: [{ ...commitment(), plan: 'S-curve', reading: { ...commitment().reading, delay: 2 } }],
  })
  const document = JSON.parse(textOf(sample())) as { commitments: Record<string, unknown>[] }
  const before = document.commitments.map(({ plan: _, reading, otherReadings, ...rest }) => ({
    ...rest,
    reading: withoutDelay(reading),
    otherReadings: (otherReadings as unknown[]).map(withoutDelay),
  }))
  const then = settled(readDocument({ ...document, commitments: before }, 'then'))
  expect(then.commitments[0]).toMatchObject({ plan: 'straight', reading: { delay: 0 } })
  holds(now, then)
})
