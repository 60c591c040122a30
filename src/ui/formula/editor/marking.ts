// Marks in the text of the editor: those it is given, which move along with the text until the next are, and the brackets at
// the caret, which it finds itself.

import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { bracketPairAt } from '#formula/bracketPair.ts'
import type { FormulaMark } from '../formulaMarks.ts'

const newMarks = StateEffect.define<readonly FormulaMark[]>()

const drawn = (marks: readonly FormulaMark[], length: number): DecorationSet =>
  Decoration.set(
    marks
      .filter(({ to }) => to <= length)
      .map(({ from, to, name }) => Decoration.mark({ class: name }).range(from, to)),
    true,
  )

const givenMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) =>
    transaction.effects.reduce(
      (now, effect) => (effect.is(newMarks) ? drawn(effect.value, transaction.newDoc.length) : now),
      marks.map(transaction.changes),
    ),
  provide: (field) => EditorView.decorations.from(field),
})

const bracketMarks = ({ doc, selection }: EditorState): DecorationSet => {
  const { head, empty } = selection.main
  const pair = empty ? bracketPairAt(doc.toString(), head) : null
  if (pair === null) return Decoration.none
  const { at, other } = pair
  // One that is not closed may be yet.
  if (other === null && '(['.includes(doc.sliceString(at, at + 1))) return Decoration.none
  const name = other === null ? 'bracket-alone' : 'bracket-matched'
  const places = other === null ? [at] : [at, other]
  return drawn(
    places.map((from) => ({ from, to: from + 1, name })),
    doc.length,
  )
}

/** Marks, beginning with those given. */
export const marking = (text: string, marks: readonly FormulaMark[]): Extension => [
  givenMarks.init(() => drawn(marks, text.length)),
  EditorView.decorations.compute(['doc', 'selection'], bracketMarks),
]

export const showMarks = (view: EditorView, marks: readonly FormulaMark[]): void => {
  view.dispatch({ effects: newMarks.of(marks) })
}
