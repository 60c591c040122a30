import { expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import { problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { command } from '#session/commands.ts'
import { askToRoll, freezeAndRoll } from '#session/rolling.ts'
import { textOf } from '../model/sample.ts'
import { exampleBench } from '../support/workbench.ts'

const third: Quarter = '2025-12'

const withTyped = async () => {
  const bench = await exampleBench()
  const { open } = bench
  const enter = (scenario: string, line: string, entry: number) =>
    ({ kind: 'enter', scenario, quarter: third, line, entry }) as const
  open.dispatch([enter('base', 'revenue', 290_000), enter('bull', 'revenue', 300_000)], 'Revenue')
  await open.ledger.whenSaved()
  return bench
}

test('[H3] it asks first, and names what moves where and how far the timeline runs', async () => {
  const { open, workbench } = await withTyped()
  const before = open.model
  command('record.roll').run(workbench)
  expect(open.gestures.question).toMatchObject({
    title: 'Roll the last actual forward to FY26 Q3?',
    sentence:
      'The forecast as it stands is frozen in a snapshot, “Before roll forward to FY26 Q3”. 2 typed forecasts of FY26 Q3 move there; drivers keep theirs. The timeline runs to FY29 Q1.',
  })
  expect(open.model).toBe(before)
  expect(command('record.roll').nameNow?.(workbench)).toBe('Roll the last actual forward to FY26 Q3 …')
})

test('[H3] the forecast is frozen as it was, the edits are one step of undo, and the cursor waits for the first number', async () => {
  const { open } = await withTyped()
  const before = textOf(open.model)
  await freezeAndRoll(open)
  expect(open.model.lastActual).toBe(third)
  expect(open.message?.sentence).toMatch(
    /^FY26 Q3 is the last actual; 2 typed forecasts are kept in “Before roll forward to FY26 Q3”\. /,
  )
  expect(open.sheet.selection.cursor).toEqual({ line: 'revenue', column: third })
  const [snapshot] = present(open.snapshots.list, 'the list')
  expect(snapshot).toMatchObject({
    name: 'Before roll forward to FY26 Q3',
    kind: 'before roll forward',
    lastActual: '2025-09',
  })
  const frozen = await open.snapshots.results(present(snapshot, 'a snapshot').id)
  if (!('model' in frozen)) throw new Error(frozen.sentence)
  expect(textOf(frozen.model)).toBe(before)
  await open.ledger.whenSaved()
  open.undo()
  await vi.waitFor(() => {
    expect(textOf(open.model)).toBe(before)
  })
})

test('[H3] where the forecast cannot be frozen nothing is rolled', async () => {
  const { open } = await withTyped()
  const before = open.model
  vi.spyOn(open.snapshots, 'take').mockResolvedValue(problem('storage', { at: 'model' }, 'The disk is full.'))
  await freezeAndRoll(open)
  expect(open.model).toBe(before)
})

test('[H3] what is typed while the forecast is being frozen is not rolled over', async () => {
  const { open } = await withTyped()
  const rolling = freezeAndRoll(open)
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: third, line: 'revenue', entry: 1 }], 'Revenue')
  await rolling
  expect(open.model.lastActual).toBe('2025-09')
  expect(open.message?.sentence).toBe(
    'The model changed while its forecast was being frozen, so FY26 Q3 is no actual yet. Roll again.',
  )
})

test('[H3] where the timeline can grow no more it is refused before anything is asked', async () => {
  const { open } = await exampleBench()
  // 400 quarters from June 1928 end in March 2028.
  open.dispatch([{ kind: 'change model', change: { timeline: { first: '1928-06', last: '2028-03' } } }], 'Timeline')
  askToRoll(open)
  expect(open.gestures.question).toBeNull()
  expect(open.message?.sentence).toMatch(/^The last actual cannot move to FY26 Q3: .* has 400 quarters already/)
})

test('[H3] nothing typed in the quarter is said too', async () => {
  const { open } = await exampleBench()
  askToRoll(open)
  expect(open.gestures.question?.sentence).toContain('Nothing typed leaves FY26 Q3: drivers keep theirs.')
})

test('[H3] consensus typed ahead is named among what stays', async () => {
  const { open } = await exampleBench()
  const consensus = {
    kind: 'enter',
    scenario: 'base',
    quarter: third,
    line: 'consensus_revenue',
    entry: 290_000,
  } as const
  open.dispatch([consensus], 'Consensus')
  askToRoll(open)
  expect(open.gestures.question?.sentence).toContain(
    'Nothing typed leaves FY26 Q3: drivers, consensus and guidance keep theirs.',
  )
})
