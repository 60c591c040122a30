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

/** The kernel that computes columns together; each may read those before it, and any at earlier places. */
export const kernelOf = (outputs: readonly Output[], numberOf: (column: Column) => number): Kernel => {
  const signature = new Signature(outputs, numberOf)
  return {
    key: signature.key,
    slots: signature.slots,
    farthest: signature.farthest,
    write: (width) => new Emitter(outputs, signature, width).code.bytes,
  }
}
