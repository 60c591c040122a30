// The age of the last file backup, in words.

const dayInMilliseconds = 86_400_000

/** `never`, `today`, `yesterday`, `5 days`; both moments ISO 8601. */
export const backupAge = (backedUpAt: string | null, now: string): string => {
  if (backedUpAt === null) return 'never'
  const days = Math.floor((Date.parse(now) - Date.parse(backedUpAt)) / dayInMilliseconds)
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days`
}
