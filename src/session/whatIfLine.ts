// A preview in the burn-up: one more line after those of the scenarios.

import { burnUpOf, type BurnUp } from '#analysis/burnUp.ts'
import type { Commitment, Reading } from '#model/commitment.ts'
import type { Preview } from './whatIfLane.ts'

/** The burn-up with the preview's line, on the burn-up's own quarters. */
export const withPreview = (
  burnUp: BurnUp,
  preview: Preview | null,
  commitment: Commitment,
  reading: Reading,
): BurnUp => {
  if (preview === null) return burnUp
  const own = burnUpOf(preview.results, commitment, reading, preview.scenario)
  const line = own.series.find(({ scenario }) => scenario.id === preview.scenario)
  if (line === undefined) return burnUp
  const places = burnUp.quarters.map((quarter) => own.quarters.indexOf(quarter))
  const completesAt = line.completesAt === null ? -1 : places.indexOf(line.completesAt)
  return {
    ...burnUp,
    series: [
      ...burnUp.series,
      {
        scenario: line.scenario,
        counted: places.map((place) => line.counted[place] ?? NaN),
        completesAt: completesAt < 0 ? null : completesAt,
      },
    ],
  }
}
