// A Tint colours a cell of the sheet for what it has to do with the formula at hand: a reference of the formula being edited,
// each in the colour its text has, or a cell that the selected one is made of or goes into.

import type { Cell } from './layout.ts'

/** `1` to `6` are the colours of references, in the order they first stand in the formula. */
export type TintTone = '1' | '2' | '3' | '4' | '5' | '6' | 'precedent' | 'dependent'

export type Tint = { readonly cell: Cell; readonly tone: TintTone }
