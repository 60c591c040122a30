// The marks of a formula's text as it is edited: each stretch of it with the names of the styles it is shown in. What a piece
// is in the language, the colour of a reference, and what is wrong or doubtful.

import type { KnownKeys } from '#formula/piece.ts'
import { piecesOf } from '#formula/piece.ts'
import type { ReferenceColours } from '#session/formula/colours.ts'
import type { FormulaFault } from '#session/formulaEdit.ts'

export type FormulaMark = { readonly from: number; readonly to: number; readonly name: string }

/** The stretch to underline: where nothing is written, as at the end, the sign before it. */
const faultMark = ({ before, wrong }: FormulaFault, name: string): FormulaMark => {
  const from = before.length
  return wrong === '' ? { from: Math.max(from - 1, 0), to: from, name } : { from, to: from + wrong.length, name }
}

export const formulaMarks = (
  text: string,
  keys: KnownKeys,
  { marks }: ReferenceColours,
  faults: { readonly list: readonly FormulaFault[]; readonly tone: 'problem' | 'warning' },
): readonly FormulaMark[] =>
  [
    ...piecesOf(text, keys).flatMap(({ kind, start, text: piece }): readonly FormulaMark[] =>
      kind === 'blank' ? [] : [{ from: start, to: start + piece.length, name: `piece-${kind}` }],
    ),
    ...marks.map(({ span, tone }): FormulaMark => ({
      from: span.start,
      to: span.end,
      name: `reference reference-${tone}`,
    })),
    ...faults.list.map((fault) => faultMark(fault, `wrong wrong-${faults.tone}`)),
  ].filter(({ from, to }) => from < to)
