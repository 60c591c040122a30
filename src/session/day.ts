// Days as the reader's calendar has them, where the reader is: what was late last evening was yesterday in the morning.

/** From one moment to another, both ISO 8601: 0 on the same day; NaN where either is no moment. */
export const daysBetween = (earlier: string, later: string): number => {
  const midnight = (at: string): number => new Date(at).setHours(0, 0, 0, 0)
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000) // a day of 23 or 25 hours is a day
}
