// The history of a cell, as the journal has it, on the example; figures are those of example.md and what is typed here.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import type { Edit } from '#model/edit.ts'
import type { JournalEntry } from '#store/journal.ts'
import { cellEvents } from '#session/trace/cellEvents.ts'
import { exampleBench } from '../../support/workbench.ts'

type Bench = Awaited<ReturnType<typeof exampleBench>>

const eventsAt = async ({ open }: Bench, line: string, column: string, shown = 'base') => {
  await open.ledger.whenSaved()
  await open.history.withEdits.refresh()
  open.look({ scenario: shown })
  open.select({ line, column })
  return cellEvents(open.model, present(open.target, 'a cell'), open.history.withEdits.entries ?? [], open.history.tab)
}

const type = (
  { open }: Bench,
  line: string,
  quarter: `${number}-${number}`,
  entry: number,
  scenario = 'base',
): void => {
  open.dispatch([{ kind: 'enter', scenario, quarter, line, entry }], `${line} typed`)
}

describe('the history of a cell', () => {
  test('[TR6] tells what was typed over what, newest first', async () => {
    const bench = await exampleBench()
    // 32,000 in Base, as the example has it.
    type(bench, 'capex_run_rate', '2025-12', 33_000)
    type(bench, 'capex_run_rate', '2025-12', 34_000)
    type(bench, 'capex_run_rate', '2026-03', 35_000)
    expect((await eventsAt(bench, 'capex_run_rate', '2025-12')).map(({ what }) => what)).toEqual([
      '33,000 RMB m → 34,000 RMB m',
      '32,000 RMB m → 33,000 RMB m',
    ])
  })

  test('[TR6] an undo says so, and both stand', async () => {
    const bench = await exampleBench()
    type(bench, 'capex_run_rate', '2025-12', 33_000)
    await bench.open.ledger.whenSaved()
    bench.open.undo()
    expect((await eventsAt(bench, 'capex_run_rate', '2025-12')).map(({ what, how }) => [what, how])).toEqual([
      ['33,000 RMB m → 32,000 RMB m', 'undone'],
      ['32,000 RMB m → 33,000 RMB m', ''],
    ])
  })

  test('[TR6] a child scenario’s cell has its own edits and its parent’s, each with whose it is', async () => {
    const bench = await exampleBench()
    type(bench, 'capex_run_rate', '2025-12', 33_000)
    type(bench, 'capex_run_rate', '2025-12', 37_000, 'bull')
    type(bench, 'capex_run_rate', '2025-12', 29_000, 'bear')
    // Bull 36,000 and Bear 28,000 as in example.md; Bear’s is none of Bull’s.
    expect((await eventsAt(bench, 'capex_run_rate', '2025-12', 'bull')).map(({ what }) => what)).toEqual([
      '36,000 RMB m → 37,000 RMB m, in Bull',
      '32,000 RMB m → 33,000 RMB m, in Base',
    ])
  })

  test('[TR6] the line’s formula is part of it, in every quarter; of a year all four quarters are', async () => {
    const bench = await exampleBench()
    bench.open.dispatch(
      [{ kind: 'formula', scenario: 'base', line: 'capex', formula: 'capex_run_rate * 2' }],
      'Formula',
    )
    type(bench, 'capex', '2026-03', 30_000)
    expect((await eventsAt(bench, 'capex', '2026-06')).map(({ what }) => what)).toEqual([
      'formula: capex_run_rate → capex_run_rate * 2',
    ])
    expect((await eventsAt(bench, 'capex', 'FY2026')).map(({ what }) => what)).toEqual([
      'nothing → 30,000 RMB m, FY26 Q4',
      'formula: capex_run_rate → capex_run_rate * 2',
    ])
  })

  test('[TR6] a constant’s numbers, and notes, checks and restatements, have words', async () => {
    const bench = await exampleBench()
    const { open } = bench
    open.dispatch([{ kind: 'formula', scenario: 'base', line: 'capex_growth', formula: '0.03' }], 'Growth')
    expect((await eventsAt(bench, 'capex_growth', 'constant')).map(({ what }) => what)).toEqual(['2.0 % → 3.0 %'])
    const cell = { scenario: 'base', quarter: '2025-12', line: 'operating_income' } as const
    const note = { text: 'a note', source: null }
    open.dispatch([{ kind: 'note', ...cell, note }], 'Note')
    const checked = { value: 1, by: 'Mei', at: '2025-11-25T12:00:00.000Z' }
    open.dispatch([{ kind: 'note', ...cell, note: { ...note, checked } }], 'Checked')
    const earlier = [{ value: 2, until: '2025-11-25T12:00:00.000Z', reason: 'recast' }]
    open.dispatch([{ kind: 'note', ...cell, note: { ...note, earlier } }], 'Restated')
    expect((await eventsAt(bench, 'operating_income', '2025-12')).map(({ what }) => what)).toEqual([
      'check mark taken off, restated: recast',
      'checked by Mei',
      'note added',
    ])
  })

  test('[TR6] a step that did more names itself', async () => {
    const bench = await exampleBench()
    bench.open.dispatch(
      [
        { kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'capex_run_rate', entry: 33_000 },
        { kind: 'enter', scenario: 'base', quarter: '2026-03', line: 'capex_run_rate', entry: 34_000 },
      ],
      'Pasted 2 numbers',
    )
    expect((await eventsAt(bench, 'capex_run_rate', '2025-12'))[0]?.with).toBe('Pasted 2 numbers')
  })

  test('what is written later is put before what was read', async () => {
    const bench = await exampleBench()
    type(bench, 'capex', '2026-03', 30_000)
    expect(await eventsAt(bench, 'capex', '2026-03')).toHaveLength(1)
    type(bench, 'capex', '2026-03', 31_000)
    const events = await eventsAt(bench, 'capex', '2026-03')
    expect(events.map(({ what }) => what)).toEqual(['30,000 RMB m → 31,000 RMB m', 'nothing → 30,000 RMB m'])
    expect(bench.open.history.withEdits.isComplete).toBe(true)
  })

  test('[TR6] of an entry of many cells only the inverse of this one is looked for', async () => {
    const { open } = await exampleBench()
    open.select({ line: 'capex_run_rate', column: '2025-12' })
    const numbers = (entryOf: (at: number) => number): readonly Edit[] =>
      Array.from({ length: 400 }, (_, at) => ({
        kind: 'enter',
        scenario: 'base',
        quarter: at === 200 ? '2025-12' : `${2100 + at}-03`,
        line: 'capex_run_rate',
        entry: entryOf(at),
      }))
    let reads = 0
    const inverse = new Proxy(
      numbers((at) => at),
      {
        get: (edits, key, receiver): unknown => {
          reads += 1
          return Reflect.get(edits, key, receiver) as unknown
        },
      },
    )
    const of = { seq: 1, modelId: open.model.id, act: 'edit', of: null, under: null } as const
    const told = { label: 'Pasted', at: '2025-11-25T12:00:00.000Z', tab: 'here' }
    const entry: JournalEntry = { ...of, ...told, edits: numbers((at) => 1000 + at), inverse }
    const [event] = cellEvents(open.model, present(open.target, 'a cell'), [entry], entry.tab)
    expect(event?.what).toBe('200 RMB m → 1,200 RMB m')
    // Once through 400 at the most, not once for each of 400.
    expect(reads).toBeLessThan(2 * 400)
  })
})
