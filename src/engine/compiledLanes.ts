// The lanes of an engine as they stand: copies that later edits leave alone. Years are computed when one is first asked
// for; once the engine has gone on to another model, by the oracle, from the quarters copied.

import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Engine } from './engine.ts'
import { Lane, type LaneValues } from './oracle/lane.ts'
import type { LaneGroup } from './laneGroup.ts'
import { oracleYears } from './oracle/oracle.ts'

/** The years of a group, computed once; null where the engine has gone on. */
const yearsOf = (engine: Engine, group: LaneGroup): (() => Float64Array | null) => {
  const { model, frame } = engine
  let years: Float64Array | null | undefined
  return () => {
    years ??= engine.model === model && engine.frame === frame ? group.years() : null
    return years
  }
}

export const compiledLanes = (engine: Engine): readonly Lane[] => {
  const { model, frame } = engine
  const { places } = frame
  const years = new Map(frame.groups.map((group) => [group, yearsOf(engine, group)]))
  return model.scenarios.map(({ id }) => {
    const { group, lane } = frame.laneOf(id)
    const { columns, sheet } = group
    const plan = present(group.plans[lane], 'a lane’s plan')
    const valueAt = (line: LineId, at: number): number =>
      places.holds(at) ? (columns[frame.numberOf(line)]?.[at * sheet.lanes + lane] ?? NaN) : NaN
    const byOracle = oracleYears(model, plan, places, valueAt)
    const yearAt: LaneValues['yearAt'] = (line, at) => {
      const year = places.yearEnds.indexOf(at)
      if (year < 0) return NaN
      const known = years.get(group)?.() ?? null
      if (known === null) return byOracle(line, at)
      return known[(frame.numberOf(line) * places.yearEnds.length + year) * sheet.lanes + lane] ?? NaN
    }
    return new Lane(model, plan, places, { valueAt, yearAt })
  })
}
