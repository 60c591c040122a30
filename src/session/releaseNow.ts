// The release as the open model stands: read for its screen and for the commands that enter it.

import { reportingOf, type Reporting } from '#analysis/reported.ts'
import type { Results } from '#engine/results.ts'
import { isReported } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import type { OpenModel } from './openModel.svelte.ts'
import { countingSnapshots } from './recording.ts'
import type { Scale } from '#model/unit.ts'
import { releaseOf, type Release, type ReleaseRows } from './release.ts'

type Shown = Pick<OpenModel, 'results' | 'view' | 'shown'>

type Known = Pick<Shown, 'shown'> & {
  readonly scale: Scale | null
  readonly frozen: Results | null
  readonly reporting: Reporting
  readonly rows: ReleaseRows
}

const known = new WeakMap<Results, Known>()

/** What was read of the same results before, while they are looked at alike. */
const knownOf = ({ results, shown, view: { scale } }: Shown, frozen: Results | null): Known => {
  const last = known.get(results)
  if (last?.shown === shown && last.scale === scale && last.frozen === frozen) return last
  const next = { shown, scale, frozen, reporting: last?.reporting ?? reportingOf(results), rows: new Map() }
  known.set(results, next)
  return next
}

/** `frozen` is the version that was kept before the quarter became an actual; null where there is none. */
export const releaseNow = (open: Shown, frozen: Results | null = null): Release => {
  const { results, view, shown } = open
  const { reporting, rows } = knownOf(open, frozen)
  return releaseOf({
    reporting,
    known: rows,
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
}

/** The forecast of a quarter that is reported by now, as the snapshot of its roll has it; null where there is none. */
export const frozenFor = async ({ model, snapshots }: OpenModel, release: Release): Promise<Results | null> => {
  if (release.rolls) return null
  const before = addQuarters(release.quarter, -1)
  const kept = countingSnapshots(snapshots.list ?? [], model).find(({ lastActual }) => lastActual === before)
  const read = kept === undefined ? null : await snapshots.results(kept.id)
  return isProblem(read) ? null : read
}
