// The release as the open model stands: read for its screen and for the commands that enter it.

import { reportingOf, type Reporting } from '#analysis/reported.ts'
import type { Results } from '#engine/results.ts'
import { isReported } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import type { OpenModel } from './openModel.svelte.ts'
import { countingSnapshots } from './recording.ts'
import { releaseOf, type Release } from './release.ts'

type Shown = Pick<OpenModel, 'results' | 'view' | 'shown'>

const reportings = new WeakMap<Results, Reporting>()

const reportingIn = (results: Results): Reporting => {
  const known = reportings.get(results) ?? reportingOf(results)
  reportings.set(results, known)
  return known
}

/** `frozen` is the version that was kept before the quarter became an actual; null where there is none. */
export const releaseNow = ({ results, view, shown }: Shown, frozen: Results | null = null): Release =>
  releaseOf({
    reporting: reportingIn(results),
    view: view.release,
    shown,
    scale: view.scale,
    forecastOf: ({ id }, quarter) => {
      const version = isReported(results.model, quarter) ? frozen : results
      const isThere =
        version !== null &&
        contains(version.model.timeline, quarter) &&
        version.model.scenarios.some((scenario) => scenario.id === shown) &&
        version.model.lines.some((line) => line.id === id)
      return isThere ? version.valueOf(shown, id, quarter) : NaN
    },
  })

/** The forecast of a quarter that is reported by now, as the snapshot of its roll has it; null where there is none. */
export const frozenFor = async ({ model, snapshots }: OpenModel, release: Release): Promise<Results | null> => {
  if (release.rolls) return null
  const before = addQuarters(release.quarter, -1)
  const kept = countingSnapshots(snapshots.list ?? [], model).find(({ lastActual }) => lastActual === before)
  const read = kept === undefined ? null : await snapshots.results(kept.id)
  return isProblem(read) ? null : read
}
