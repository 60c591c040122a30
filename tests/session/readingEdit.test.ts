// Readings and what is taken away: added, changed, made the one that holds, removed. Every step is taken back to the letter.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Commitment, Reading } from '#model/commitment.ts'
import type { Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import { allLines, type Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { proposeCommitmentRemoval, proposeReadingRemoval } from '#session/commitmentRemoval.ts'
import { usersOf } from '#session/formulaUsers.ts'
import { proposeReading, readingWish, readingWishName, type ReadingWish } from '#session/readingEdit.ts'
import { freeReadingId } from '#session/readingId.ts'
import { proposeHolding } from '#session/readingSwap.ts'
import { example } from '../examples/alibaba.ts'
import { line, sentenceOf, settled, textOf } from '../model/sample.ts'
import { promise, rmbM, withCapex } from '../support/commitmentModel.ts'

/** What edits make of a model; undone, it is what it was. */
const after = (model: Model, edits: readonly Edit[]): Model => {
  const done = settled(applyReversibly(model, edits))
  expect(textOf(settled(applySoundly(done.model, done.inverse)))).toBe(textOf(model))
  return settled(applySoundly(model, edits))
}

const first = ({ commitments: [commitment] }: Model): Commitment => {
  if (commitment === undefined) throw new Error('no commitment')
  return commitment
}

const other = (model: Model, id: string): Reading => {
  const found = first(model).otherReadings.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no reading ${id}`)
  return found
}

const promised = first(example)

const propose = (wish: Partial<ReadingWish>, reading: Reading | null = null, model: Model = example) =>
  proposeReading(model, first(model), reading, { ...readingWish(model, first(model), reading), ...wish })

describe('a reading', () => {
  test('[P27] is named after what it counts and where it begins', () => {
    const name = (wish: Partial<ReadingWish>): string =>
      readingWishName(example, null, { ...readingWish(example, promised, null), ...wish })
    expect(name({ counts: '95% * capex', first: 'FY25 Q4' })).toBe('95 % of capex from FY25 Q4')
    expect(name({ counts: 'capex_fcf' })).toBe('Capex fcf from FY26 Q1')
    expect(name({ counts: 'capex - 1000' })).toBe('capex - 1000 from FY26 Q1')
    expect(name({ name: 'Mine', counts: 'capex' })).toBe('Mine')
  })

  test('[P27] is added beside the others, under an id of its own', () => {
    const deed = settled(propose({ counts: '90% * capex', first: 'FY25 Q3', quarters: 13 }))
    const model = after(example, deed.edits)
    expect(first(model).otherReadings.at(-1)).toEqual({
      ...{ id: deed.id, name: '90 % of capex from FY25 Q3', counts: '90% * capex' },
      ...{ first: '2024-12', delay: 0, quarters: 13 },
    })
    expect(deed.id).toBe('share_90_from_fy25_q3_over_13')
    // 90 % of the four quarters to FY26 Q2 of data/alibaba.csv: 31,775 + 24,612 + 38,676 + 31,501.
    expect(calculate(model).valueOf('base', `ai_capex.${deed.id}.counted`, '2025-09')).toBeCloseTo(113_907.6, 6)
  })

  test('[P27] takes no key and no id that there is', () => {
    const reading = { name: '', counts: '50% * capex', first: '2025-06', delay: 0, quarters: 12 } as const
    expect(freeReadingId(example, promised, reading)).toBe('share_50')
    const taken = { ...example, lines: [...example.lines, line('ai_capex_share_50_mean_total')] }
    expect(freeReadingId(taken, promised, reading)).toBe('share_50_2')
    const long = { ...promised, key: 'x'.repeat(40) }
    const id = freeReadingId({ ...example, commitments: [long] }, long, { ...reading, first: '2024-06' })
    expect(`${long.key}_${id}_required_multiple`.length).toBeLessThanOrEqual(64)
    expect(freeReadingId(example, promised, { ...reading, counts: 'a + b' })).toBe('reading')
  })

  test('[P27] what is counted over the same window already is refused', () => {
    expect(sentenceOf(propose({}))).toBe(
      '“Total capex from FY26 Q1” counts capex from FY26 Q1 to FY28 Q4 already: change what counts, the first quarter or the length.',
    )
    expect(sentenceOf(propose({ counts: '95%*capex', first: 'Mar 2025' }))).toContain('“95 % of capex from FY25 Q4”')
  })

  test.each([
    [{ counts: 'capexx' }, 'There is no line “capexx”.'],
    [{ counts: 'cloud_yoy' }, 'choose a line of money'],
    [{ counts: 'ai_capex_counted' }, 'it cannot count itself'],
    [{ first: 'soon' }, '“soon” is not a quarter'],
    [{ quarters: null }, 'The window takes a whole number of quarters'],
    [{ name: ' ' }, 'Give the reading a name'],
  ])('[P27] with %o is refused', (wish, sentence) => {
    expect(sentenceOf(propose(wish))).toContain(sentence)
  })

  test('[P27] is changed where it stands; its own words stay as far as they hold', () => {
    const share = other(example, 'share_95')
    expect(settled(propose({}, share)).edits).toEqual([])
    const model = after(example, settled(propose({ first: 'FY26 Q2' }, share)).edits)
    expect(first(model).otherReadings.map(({ id }) => id)).toEqual(promised.otherReadings.map(({ id }) => id))
    expect(other(model, 'share_95')).toEqual({ ...share, name: '95 % of capex from FY26 Q2', first: '2025-09' })
    // The one that holds is changed likewise.
    const main = after(example, settled(propose({ quarters: 16 }, promised.reading)).edits)
    expect(first(main).reading).toEqual({ ...promised.reading, quarters: 16 })
    expect(main.timeline.last).toBe('2029-03')
  })

  test('[P27] starts that scenarios have of their own stay the quarters they were', () => {
    const own: Edit = { kind: 'formula', scenario: 'bear', line: 'ai_capex.share_95.delay', formula: '2' }
    const late = settled(applySoundly(example, [own]))
    const deed = settled(propose({ first: 'FY25 Q4', counts: '94% * capex' }, other(late, 'share_95'), late))
    expect(deed.said).toContain('Bear keeps its own start, FY26 Q3.')
    expect(
      after(late, deed.edits)
        .scenarios.find(({ id }) => id === 'bear')
        ?.formulas.get(own.line),
    ).toBe('3')
  })
})

describe('the reading that holds', () => {
  const half: Reading = {
    id: 'half',
    name: 'Half of it',
    counts: '50% * capex',
    first: '2025-09',
    delay: 0,
    quarters: 2,
  }
  const bare = withCapex('100 100 100 100 100 100', { otherReadings: [half] }, 'bull:')
  const model = settled(
    applySoundly(
      {
        ...bare,
        lines: [
          ...bare.lines.map((each) => ({ ...each, unit: rmbM })),
          { ...line('cover'), section: 'All', label: 'Cover', formula: 'plan_counted * 2', unit: rmbM },
          { ...line('share'), section: 'All', label: 'Share', formula: 'plan_half_counted / plan_counted' },
        ],
      },
      [
        { kind: 'formula', scenario: 'bull', line: 'plan.quarters', formula: '3' },
        { kind: 'formula', scenario: 'bull', line: 'plan.half.delay', formula: '1' },
        { kind: 'formula', scenario: 'bull', line: 'plan.amount', formula: '600' },
        { kind: 'enter', scenario: 'base', quarter: '2025-06', line: 'plan.typed', entry: 7 },
        { kind: 'enter', scenario: 'bull', quarter: '2025-09', line: 'plan.half.typed', entry: 8 },
        { kind: 'note', scenario: 'base', quarter: '2025-06', line: 'plan.typed', note: { text: 'why', source: null } },
      ],
    ),
  )
  const deed = proposeHolding(model, first(model), half)
  const swapped = after(model, deed.edits)
  const left = first(swapped).otherReadings[0]?.id ?? ''

  test('[P27] changes places with the one that held, in one step', () => {
    expect(first(swapped).reading).toEqual(half)
    expect(first(swapped).otherReadings).toEqual([{ ...promise().reading, id: left }])
    expect(left).toBe('capex_from_fy26_q1_over_4')
  })

  test('[P27] figures of both are what they were, under their new keys', () => {
    const [was, is] = [calculate(model), calculate(swapped)]
    for (const scenario of ['base', 'bull'])
      for (const part of ['counted', 'planned', 'ahead', 'required', 'completion', 'earned'])
        for (const quarter of ['2025-06', '2025-09', '2026-03'] as const) {
          expect(is.valueOf(scenario, `plan.${part}`, quarter)).toEqual(
            was.valueOf(scenario, `plan.half.${part}`, quarter),
          )
          expect(is.valueOf(scenario, `plan.${left}.${part}`, quarter)).toEqual(
            was.valueOf(scenario, `plan.${part}`, quarter),
          )
        }
  })

  test('[P27] what scenarios say and what is typed moves along; what is the commitment’s own stays', () => {
    expect(Object.fromEntries(swapped.scenarios[1]?.formulas ?? [])).toMatchObject({
      'plan.amount': '600',
      'plan.delay': '1',
      [`plan.${left}.quarters`]: '3',
    })
    expect(swapped.rows.get('base')?.get('2025-06')?.entries.get(`plan.${left}.typed`)).toBe(7)
    expect(swapped.rows.get('base')?.get('2025-06')?.notes.get(`plan.${left}.typed`)?.text).toBe('why')
    expect(swapped.rows.get('bull')?.get('2025-09')?.entries.get('plan.typed')).toBe(8)
  })

  test('[P27] a formula that names the reading follows it; one that names the commitment means the new one, which is said', () => {
    const formulaOf = (of: Model, id: string) => allLines(of).find((each) => each.id === id)?.formula
    expect(formulaOf(swapped, 'cover')).toBe('plan_counted * 2')
    expect(formulaOf(swapped, 'share')).toBe('plan_counted / plan_counted')
    expect(deed.said).toContain('Half of it is the reading that holds; All of it stands beside it.')
    expect(deed.said).toContain('“Cover” and “Share” use the commitment’s lines and now mean Half of it.')
    expect(deed.said).toContain('“Share” follow')
    expect(calculate(swapped).problems).toEqual([])
  })

  test('[P27] in the example every reading can hold, and the one before comes back', () => {
    for (const reading of promised.otherReadings) {
      const held = after(example, proposeHolding(example, promised, reading).edits)
      const [was, is] = [calculate(example), calculate(held)]
      expect(is.valueOf('base', 'ai_capex.ahead', '2025-09')).toBe(
        was.valueOf('base', `ai_capex.${reading.id}.ahead`, '2025-09'),
      )
      expect(is.problems).toEqual([])
    }
  })
})

describe('taken away', () => {
  const model: Model = {
    ...example,
    lines: [
      ...example.lines,
      ...['one', 'two', 'three', 'four', 'five'].map((key) => ({
        ...{ ...line(key), section: 'Drivers', label: key, kind: 'balance' as const },
        formula: key === 'one' ? 'ai_capex_share_95_counted' : 'ai_capex_counted',
      })),
    ],
  }

  test('[P26] a commitment says what goes with it, and comes back', () => {
    const removal = proposeCommitmentRemoval(model, promised)
    // Amount and plan, and 21 lines for each of four readings.
    expect(removal.question).toBe(
      '“380 bn for AI and cloud” goes, with its 4 readings: 86 lines of the sheet. 5 formulas use them and will have Problems: “one”, “two”, “three” and 2 more. Undo brings all of it back.',
    )
    const gone = after(model, removal.edits)
    expect(gone.commitments).toEqual([])
    expect(calculate(gone).problems.map(({ place }) => 'line' in place && place.line)).toEqual(
      expect.arrayContaining(['one', 'two', 'three', 'four', 'five']),
    )
  })

  test('[P26] a reading likewise, with what is typed on its lines', () => {
    const typed = settled(
      applySoundly(model, [
        { kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'ai_capex.share_95.typed', entry: 5 },
        { kind: 'formula', scenario: 'bull', line: 'ai_capex.share_95.quarters', formula: '8' },
      ]),
    )
    const removal = proposeReadingRemoval(typed, promised, other(typed, 'share_95'))
    expect(removal.question).toBe(
      '“95 % of capex from FY26 Q1” goes: 21 lines of the sheet, with 1 number and 1 formula of a scenario. 1 formula uses them and will have a Problem: “one”. Undo brings all of it back.',
    )
    expect(first(after(typed, removal.edits)).otherReadings).toHaveLength(2)
  })

  test('[P26] where nothing uses it, that is said', () => {
    expect(proposeReadingRemoval(example, promised, other(example, 'from_fy25_q4')).question).toContain(
      'No formula of another line uses them.',
    )
    expect(usersOf(example, new Set(['nothing']))).toEqual([])
  })
})
