// What differs by lane in 10,000 lanes of model A: each drawn driver has a number of its own in each lane and quarter.
// Every engine gets the same numbers in the order it likes best: the draw of (driver d, quarter q, lane l) lies where
// `placeOf(d, q, l)` says. A lane's outcome is its last quarter's debt and the sum of its free cash flow.

import { drawnDrivers, drivers, quarters } from './company.ts'
import { seededNumbers } from './seededNumbers.ts'

export const laneCount = 10_000

type PlaceOf = (driver: number, quarter: number, lane: number) => number

export const laneDraws = (placeOf: PlaceOf): Float64Array => {
  const numbers = seededNumbers(10_000)
  const draws = new Float64Array(drawnDrivers.length * quarters * laneCount)
  for (const [at, key] of drawnDrivers.entries()) {
    const [, low, high] = drivers.find(([name]) => name === key) ?? ['', 0, 0]
    for (let quarter = 0; quarter < quarters; quarter += 1)
      for (let lane = 0; lane < laneCount; lane += 1) draws[placeOf(at, quarter, lane)] = numbers.between(low, high)
  }
  return draws
}

/** Driver by driver, quarter by quarter, lanes side by side. */
export const lanesSideBySide: PlaceOf = (driver, quarter, lane) => (driver * quarters + quarter) * laneCount + lane
