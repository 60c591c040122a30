// The age of the last file backup, in words.

import { daysBetween } from './day.ts'

/** `never`, `today`, `yesterday`, `5 days`; both moments ISO 8601. */
export const backupAge = (backedUpAt: string | null, now: string): string => {
  if (backedUpAt === null) return 'never'
  const days = daysBetween(backedUpAt, now)
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days`
}
