// A Waiver says of a finding, something in the model that looks like a slip, that it needs no mending, and why. It speaks of what was found: where the
// finding comes to be about something else, it is open again.

export type Waiver = {
  /** The finding's id: its kind and place. */
  readonly id: string
  /** What it was about when it was waived, a formula's text or a number, as text. */
  readonly about: string
  readonly reason: string
  /** ISO 8601. */
  readonly at: string
}
