// Which dialog about lines or sections is open, and what it is about.

import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Neighbour } from './insertion.ts'
import type { MissingLine } from './missingLine.ts'

export type LineDialog =
  /** `missing`: the line a formula being written lacks. */
  | { readonly kind: 'new'; readonly neighbour: Neighbour; readonly missing: MissingLine | null }
  | { readonly kind: 'duplicate'; readonly line: LineItem }
  | { readonly kind: 'delete'; readonly lines: readonly LineId[] }
  | { readonly kind: 'to section'; readonly lines: readonly LineItem[] }
  | { readonly kind: 'lift'; readonly line: LineItem }
  /** null: a new section, behind `after`. */
  | { readonly kind: 'section'; readonly section: string | null; readonly after: string | null }
  | { readonly kind: 'delete section'; readonly section: string }
