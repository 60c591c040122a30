// Whether a model's checks hold, in one sentence, for whatever leaves the app: a number taken out of a model whose checks fail is to say so.

import { checksOf } from '#analysis/checks.ts'
import { counted } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'

export type ChecksText = { readonly fails: number; readonly short: string; readonly sentence: string }

/** Null where the model has no check, or none that could be checked. */
export const checksText = (results: Results): ChecksText | null => {
  const { count, failed } = checksOf(results)
  const [first] = failed
  if (count === 0) return null
  const all = `All ${counted(count, 'check')} hold.`
  if (first === undefined) return { fails: 0, short: all, sentence: all }
  const short = `${failed.length} of ${counted(count, 'check')} ${failed.length === 1 ? 'fails' : 'fail'}`
  return { fails: failed.length, short: `${short}.`, sentence: `${short}: ${first.sentence}` }
}

/** The foot of a picture or a card; it speaks of checks only where one fails. */
export const withFailedChecks = (foot: string, results: Results): string => {
  const checks = checksText(results)
  return checks === null || checks.fails === 0 ? foot : `${foot} ${checks.short}`
}
