// A Kernel is the function that computes the columns of one task, to be compiled once for all tasks of its key.

import type { Column } from '#formula/ir.ts'
import type { Width } from './code.ts'
import { Emitter } from './emit.ts'
import type { Bytes } from './encode.ts'
import { Signature, type Output, type Slot } from './signature.ts'

/** A function to be compiled, and the arguments it is called with. */
export type Kernel = {
  /** Kernels of one key have the same code for each width. */
  readonly key: string
  readonly slots: readonly Slot[]
  /** How many places away from the row's own it looks at most. */
  readonly farthest: number
  readonly write: (width: Width) => Bytes
}

/**
 * The kernels that compute columns together; each may read those before it, and any at earlier places. `plain` takes no
 * account of typed numbers; `typed` does, and is null where no column has any.
 */
export const kernelsOf = (
  outputs: readonly Output[],
  numberOf: (column: Column) => number,
): { readonly plain: Kernel; readonly typed: Kernel | null } => {
  const signature = new Signature(outputs, numberOf)
  const { key, typedKey, farthest, plainSlots, slots } = signature
  const write =
    (doesType: boolean) =>
    (width: Width): Bytes =>
      new Emitter(outputs, signature, width, doesType).code.bytes
  return {
    plain: { key, slots: plainSlots, farthest, write: write(false) },
    typed: outputs.some(({ typed }) => typed !== null)
      ? { key: `${key} ${typedKey}`, slots, farthest, write: write(true) }
      : null,
  }
}
