// Law: a lane's bits depend on no other lane and on no number of lanes: a lane with numbers of its own gives in a batch of
// 1, 2, 7 or 64 what the oracle gives for a scenario in which they are typed.

import { expect, test } from 'vitest'
import { Engine } from '#engine/engine.ts'
import type { Batch } from '#engine/batch.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, isReported, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { withRow, emptyRow, type QuarterRows } from '#model/quarterRow.ts'
import { quartersOf } from '#model/timeline.ts'
import { Chance } from '../support/chance.ts'
import { oracle } from './evaluators.ts'
import { someCharacter, someTyped } from './random/numbers.ts'
import { randomModel } from './random/randomModel.ts'
import { inWords, smallest } from './smallest.ts'

const seeds = 150
const sizes = [1, 2, 7, 64]
const lanesLookedAt = 7 // of the largest batch too: the others are there to disturb
const testLimitMs = 120_000 // 5 s on two idle cores

/** Numbers of a lane's own: what is typed over a cell, and what constants are. */
type Own = {
  readonly typed: readonly {
    readonly line: LineItem
    readonly quarter: Quarter
    readonly at: number
    readonly value: number
  }[]
  readonly constants: readonly { readonly line: LineItem; readonly value: number }[]
}

/** What lane number `lane` types: only where a child scenario's number would count. */
const ownOf = (model: Model, lane: number): Own => {
  const chance = new Chance(lane + 1000 * model.lines.length)
  const quarters = quartersOf(model.timeline)
  const lines = allLines(model)
  const isOpen = (line: LineItem, quarter: Quarter): boolean =>
    line.kind !== 'constant' && (line.driver || !isReported(model, quarter))
  const typed = lines.flatMap((line) =>
    quarters.flatMap((quarter, at) =>
      isOpen(line, quarter) && chance.happens(0.15)
        ? [{ line, quarter, at, value: someTyped(chance, someCharacter(chance), at) }]
        : [],
    ),
  )
  const constants = lines
    .filter(({ kind, id }) => kind === 'constant' && !id.startsWith('pledge.') && chance.happens(0.5))
    .map((line) => ({ line, value: chance.between(-40, 400) / 16 }))
  return { typed, constants }
}

const lastScenario = (model: Model): string => model.scenarios.at(-1)?.id ?? ''

/** The model with a child of its last scenario in which a lane's numbers are typed. */
const withChild = (model: Model, { typed, constants }: Own): Model => {
  let rows: QuarterRows = model.rows
  for (const { line, quarter, value } of typed) {
    const row = rows.get('child')?.get(quarter) ?? emptyRow
    rows = withRow(rows, 'child', quarter, { ...row, entries: new Map(row.entries).set(line.id, value) })
  }
  const formulas = new Map(constants.map(({ line, value }) => [line.id, String(value)]))
  const child = { id: 'child', name: 'child', parent: lastScenario(model), colour: 'rose', formulas } as const
  return { ...model, rows, scenarios: [...model.scenarios, child] }
}

const fillLane = (batch: Batch, model: Model, lane: number, { typed, constants }: Own): void => {
  const { length } = quartersOf(model.timeline)
  for (const { line, at, value } of typed) batch.typed(line.id)[at * batch.lanes + lane] = value
  for (const { line, value } of constants)
    for (let at = 0; at < length; at += 1) batch.typed(line.id)[at * batch.lanes + lane] = value
}

const batchDifference = (model: Model): string | null => {
  const engine = new Engine(model)
  const quarters = quartersOf(model.timeline)
  const expected = Array.from({ length: lanesLookedAt }, (_, lane) =>
    oracle.calculate(withChild(model, ownOf(model, lane))),
  )
  for (const size of sizes) {
    const batch = engine.batch(lastScenario(model), size)
    for (let lane = 0; lane < size; lane += 1) fillLane(batch, model, lane, ownOf(model, lane))
    batch.run()
    for (const { id, key } of allLines(model)) {
      const values = batch.values(id)
      for (const [at, quarter] of quarters.entries())
        for (let lane = 0; lane < Math.min(size, lanesLookedAt); lane += 1) {
          const [one, other] = [expected[lane]?.valueOf('child', id, quarter), values[at * batch.lanes + lane]]
          if (!Object.is(one, other)) return `${key} ${quarter}, lane ${lane} of ${size}, is ${other}, not ${one}`
        }
    }
  }
  return null
}

test(`[R3] a lane’s bits depend on no other lane, seeds 0 to ${seeds - 1}`, { timeout: testLimitMs }, () => {
  for (let seed = 0; seed < seeds; seed += 1) {
    const model = randomModel(seed)
    if (batchDifference(model) === null) continue
    const least = smallest(model, (each) => batchDifference(each) !== null)
    expect.fail(`seed ${seed}: ${batchDifference(least) ?? ''}\n${inWords(least)}`)
  }
})
