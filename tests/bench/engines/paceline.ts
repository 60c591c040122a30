// Paceline's engine as a contestant: the only file here that knows its interface.

import { Engine } from '#engine/engine.ts'
import { lineNumber, type BenchModel } from '../models/benchModel.ts'
import { drawnDrivers } from '../models/company.ts'
import { laneCount, laneDraws } from '../models/draws.ts'
import { baseScenario, pacelineModel, quarterAt, withNumber } from '../models/pacelineModel.ts'
import type { Contestant } from './contestant.ts'

type Changes = ReturnType<Engine['update']>

// Measured from 8 to 1,000: with fewer, calls weigh; with more, a block's columns leave the nearer caches.
const lanesPerBlock = 200

/** Every lane of model A, a block at a time: its draws are copied in, all its cells computed, its outcomes taken out. */
const allLanes = (engine: Engine, quarters: number): ReturnType<NonNullable<Contestant['lanes']>> => {
  const batch = engine.batch(baseScenario, lanesPerBlock)
  const columnLength = quarters * lanesPerBlock
  const blockLength = drawnDrivers.length * columnLength
  const draws = laneDraws((driver, quarter, lane) => {
    const block = Math.floor(lane / lanesPerBlock)
    return block * blockLength + driver * columnLength + quarter * lanesPerBlock + (lane % lanesPerBlock)
  })
  const outcomes = new Float64Array(2 * laneCount)
  const runBlock = (block: number): void => {
    for (const [at, key] of drawnDrivers.entries()) {
      const start = block * blockLength + at * columnLength
      batch.typed(key).set(draws.subarray(start, start + columnLength))
    }
    batch.run()
    const first = block * lanesPerBlock
    outcomes.set(batch.values('debt').subarray(columnLength - lanesPerBlock), first)
    const cashFlow = batch.values('free_cash_flow')
    // Four lanes at a time: their sums do not wait for each other.
    for (let lane = 0; lane < lanesPerBlock; lane += 4) {
      let [one, two, three, four] = [0, 0, 0, 0]
      for (let at = lane; at < columnLength; at += lanesPerBlock) {
        one += cashFlow[at] ?? NaN
        two += cashFlow[at + 1] ?? NaN
        three += cashFlow[at + 2] ?? NaN
        four += cashFlow[at + 3] ?? NaN
      }
      const start = laneCount + first + lane
      outcomes[start] = one
      outcomes[start + 1] = two
      outcomes[start + 2] = three
      outcomes[start + 3] = four
    }
  }
  return {
    run: () => {
      for (let block = 0; block < laneCount / lanesPerBlock; block += 1) runBlock(block)
    },
    outcomes: () => outcomes,
  }
}

export const paceline = (bench: BenchModel): Contestant => {
  const model = pacelineModel(bench)
  let opened: Engine | null = null
  const engine = (): Engine => (opened ??= new Engine(model))
  return {
    open: () => void engine(),
    recalculate: () => engine().recalculate(),
    values: () =>
      Float64Array.from({ length: bench.lines.length * bench.quarters }, (_, at) => {
        const line = bench.lines[Math.floor(at / bench.quarters)]
        return engine().valueOf(baseScenario, line?.key ?? '', quarterAt(at % bench.quarters))
      }),
    edit: ({ line, quarter, other }) => {
      const edited = withNumber(model, line, quarter, other)
      let isOther = false
      return () => {
        isOther = !isOther
        return engine().update(isOther ? edited : model)
      }
    },
    changedCells: (changes) =>
      (changes as Changes).flatMap(({ line, cells }) => {
        const start = lineNumber(bench, line) * bench.quarters
        return [...cells].map((cell) => start + cell)
      }),
    valueBytes: () => engine().valueBytes,
    lanes: () => allLanes(engine(), bench.quarters),
  }
}
