import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdit, applyEdits, type Edit } from '#model/edit.ts'
import { partnersOf } from '#model/expected.ts'
import { applyReversibly } from '#model/inverse.ts'
import { allLines, isReported, rowOf, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { firstReported, rollForward, type RollForward } from '#model/rollForward.ts'
import { modelFault } from '#model/soundness.ts'
import { quartersOf } from '#model/timeline.ts'
import { idOf, modelText } from '../support/modelText.ts'
import { editFrom, someSeeds } from './randomEdits.ts'
import { rowsWith, sample, sentenceOf, settled, textOf } from './sample.ts'

const rolled = (model: Model): RollForward => settled(rollForward(model))

const after = (model: Model): Model => settled(applyEdits(model, rolled(model).edits))

const threeWorlds = modelText(`FY25 Q1 to FY26 Q2, actual to FY25 Q2
  sales              80 100 110 . . .       = sales[-1] * (1 + growth)
  growth rate driver . . 0.1                = growth[-1]
  bull:
  sales              . . 120 130
  growth             . . 0.2
  bear under bull:
  sales              . . release`)

const third: Quarter = '2024-12'

test('[H1] what is typed in the newly actual quarter goes in every scenario, releases too; drivers keep theirs', () => {
  const { quarter, numbers, releases, timeline } = rolled(threeWorlds)
  expect([quarter, numbers, releases, timeline]).toEqual([third, 2, 1, { first: '2024-06', last: '2025-12' }])
  const model = after(threeWorlds)
  expect([model.lastActual, model.timeline.last]).toEqual([third, '2025-12'])
  const typed = (scenario: string, at: Quarter) => Object.fromEntries(rowOf(model, scenario, at).entries)
  expect(typed('base', third)).toEqual({ [idOf('growth')]: 0.1 })
  expect(typed('bull', third)).toEqual({ [idOf('growth')]: 0.2 })
  expect(typed('bear', third)).toEqual({})
  // The quarter after it is forecast still.
  expect(typed('bull', '2025-03')).toEqual({ [idOf('sales')]: 130 })
})

test('[H1] consensus and guidance typed ahead stay, in every scenario, with their notes: they are no forecast of ours', () => {
  const named = modelText(`FY25 Q1 to FY26 Q2, actual to FY25 Q2
  sales              80 100 110
  polled             78 99 108
  low                . . 105
  bull:
  polled             . . 109
  low                . . release`)
  const expected = { consensus: idOf('polled'), low: idOf('low'), high: null, tolerance: null }
  const lines = named.lines.map((line) => (line.key === 'sales' ? { ...line, expected } : line))
  const note = {
    kind: 'note',
    scenario: 'base',
    quarter: third,
    line: idOf('polled'),
    note: { text: 'LSEG', source: null },
  } as const
  const model = settled(applyEdits({ ...named, lines }, [note]))
  expect(rolled(model)).toMatchObject({ numbers: 1, releases: 0, polls: 3 })
  const next = after(model)
  const typed = (scenario: string) => Object.fromEntries(rowOf(next, scenario, third).entries)
  expect(typed('base')).toEqual({ [idOf('polled')]: 108, [idOf('low')]: 105 })
  expect(typed('bull')).toEqual({ [idOf('polled')]: 109, [idOf('low')]: 'release' })
  expect(rowOf(next, 'base', third).notes.get(idOf('polled'))?.text).toBe('LSEG')
})

test('[H1] a number takes its note along; a note of a driver, or of a quarter without a number, stays', () => {
  const note = (text: string) => ({ text, source: null })
  const model = sample({
    rows: rowsWith([
      ['base', '2025-12', 'revenue', 120, note('guided')],
      ['base', '2025-12', 'costs', null, note('a strike')],
      ['bull', '2025-12', 'growth', 0.2, note('hopes')],
      ['bear', '2025-12', 'plan.counted', 5, note('typed in a file')],
    ]),
  })
  const next = after(model)
  const texts = (scenario: string) => [...rowOf(next, scenario, '2025-12').notes.values()].map(({ text }) => text)
  expect([texts('base'), texts('bull'), texts('bear')]).toEqual([['a strike'], ['hopes'], []])
  expect(rolled(model).numbers).toBe(2)
})

test('[H1] where nothing is reported the first quarter becomes the last actual; where all is, the timeline follows', () => {
  const nothing = modelText('FY25 Q1 to FY25 Q4\n sales 1 2')
  expect(after(nothing)).toMatchObject({ lastActual: '2024-06', timeline: { first: '2024-06', last: '2025-06' } })
  expect(after(nothing).rows.get('base')?.has('2024-06')).toBe(false)
  const all = modelText('FY25 Q1 to FY25 Q4, actual to FY25 Q4\n sales 1 2 3 4')
  expect(after(all)).toMatchObject({ lastActual: '2025-06', timeline: { last: '2025-06' } })
})

test('[H1] a timeline of 400 quarters can grow no more, and says so', () => {
  // 400 quarters from March 1950 end in December 2049.
  const model = { ...sample({ rows: new Map() }), timeline: { first: '1950-03', last: '2049-12' } } as const
  expect(sentenceOf(rollForward(model))).toBe(
    'The last actual cannot move to FY26 Q3: the timeline moves on with it, and has 400 quarters already, the most a model can have.',
  )
  expect(isProblem(rollForward({ ...model, timeline: { first: '1950-06', last: '2049-12' } }))).toBe(false)
})

test('[H3] a release begins on the first line with an actual, else on the first that can have one', () => {
  const costsOnly = rowsWith([
    ['base', '2025-06', 'growth', 0.1],
    ['base', '2025-06', 'costs', 5],
  ])
  expect(firstReported(sample({ rows: costsOnly }))?.id).toBe('costs')
  expect(firstReported(sample({ rows: new Map() }))?.id).toBe('revenue')
  const lines = sample().lines.filter(({ driver }) => driver)
  expect(firstReported(sample({ lines, rows: new Map() }))).toBeNull()
})

/** The sample after some random edits; those that cannot be are passed over. */
const edited = (edits: readonly ((model: Model) => Edit)[]): Model =>
  edits.reduce((model, edit) => {
    const next = applyEdit(model, edit(model))
    return isProblem(next) || modelFault(next) !== null ? model : next
  }, sample())

const anyModel = someSeeds.map((seeds) => edited(seeds.map((seed) => (model: Model) => editFrom(model, seed))))

test('[H2] rolling forward is sound, and taking it back gives the same text', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const { model: next, inverse } = settled(applyReversibly(model, rolled(model).edits))
      expect(modelFault(next)).toBeNull()
      expect(textOf(settled(applyEdits(next, inverse)))).toBe(textOf(model))
    }),
    { numRuns: 200 },
  )
})

const looksAhead = /\.(earned|ahead_quarters|spi_t)$/

test('[H2] no number before the new last actual changes, no driver’s does, and only drivers and what was expected keep what is typed in it', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const next = after(model)
      const quarter = next.lastActual ?? '0000-00'
      const [then, now] = [calculate(model), calculate(next)]
      const expected = new Set(model.lines.flatMap((line) => (line.expected === null ? [] : partnersOf(line.expected))))
      for (const { id: scenario } of model.scenarios)
        for (const line of allLines(model)) {
          // The earned schedule looks at all of the plan, ahead too.
          if (line.kind === 'constant' || looksAhead.test(line.id)) continue
          for (const each of quartersOf(model.timeline))
            if (isReported(next, each) && (each < quarter || line.driver))
              expect(now.valueOf(scenario, line.id, each)).toBe(then.valueOf(scenario, line.id, each))
          const left = rowOf(next, scenario, quarter).entries.has(line.id)
          expect(left).toBe(
            (line.driver || expected.has(line.id)) && rowOf(model, scenario, quarter).entries.has(line.id),
          )
        }
    }),
    { numRuns: 60 },
  )
})

test('[H2] every quarter later than the new last actual keeps what is typed in it', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const next = after(model)
      const quarter = addQuarters(next.lastActual ?? model.timeline.first, 1)
      for (const { id } of model.scenarios)
        for (const each of quartersOf(next.timeline))
          if (each >= quarter) expect(rowOf(next, id, each)).toEqual(rowOf(model, id, each))
    }),
  )
})
