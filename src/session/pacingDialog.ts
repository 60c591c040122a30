// Which dialog about commitments is open, and what it is about.

import type { CommitmentId } from '#model/commitment.ts'

export type PacingDialog =
  /** null: a new one. */
  | { readonly kind: 'commitment'; readonly commitment: CommitmentId | null }
  | { readonly kind: 'reading'; readonly commitment: CommitmentId; readonly reading: string | null }
