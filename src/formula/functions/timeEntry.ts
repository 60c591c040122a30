// What the entries of functions of time have in common.

import { expression, type FunctionEntry } from '../function.ts'

export const x = expression('x')

export const time = <const Name extends string>(
  own: Pick<FunctionEntry<Name>, 'name' | 'unit' | 'sentence' | 'examples'> & Partial<FunctionEntry>,
): FunctionEntry<Name> => ({ parameters: [x], ...own, group: 'time', repeats: false })
