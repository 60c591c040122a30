// The editor of a formula: CodeMirror with the keys of the formula bar. It knows no formula: it is given the marks of its text
// and what completes it, and tells what is typed. This module is loaded when a formula is first edited.

import { completionStatus } from '@codemirror/autocomplete'
import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { Compartment, EditorState, Prec, Transaction } from '@codemirror/state'
import { EditorView, keymap, placeholder, type KeyBinding } from '@codemirror/view'
import type { Span } from '#base/span.ts'
import type { CompletionScope } from '#formula/complete.ts'
import type { FormulaMark } from '../formulaMarks.ts'
import { completion } from './completion.ts'
import { marking, showMarks } from './marking.ts'
import './formulaEditor.css'

export type EditorDoor = {
  readonly text: string
  readonly selection: Span
  /** The marks of the text: were they drawn after the keyboard came, the caret would be lost with the letters they replace. */
  readonly marks: readonly FormulaMark[]
  readonly placeholder: string
  /** Null where there is nothing to complete. */
  readonly scope: () => CompletionScope | null
  readonly onText: (text: string) => void
  readonly onLook: (look: EditorLook) => void
  readonly onEnter: () => void
  /** A line is to be broken. */
  readonly onBreak: () => void
  readonly onEscape: () => void
  /** The suggestion is wanted in the place of what is wrong. */
  readonly onFix: () => void
}

/** What else shows of the editor: where the caret is, and whether the list of completions covers what is under the field. */
export type EditorLook = { readonly caret: number; readonly isListOpen: boolean }

/** What a screen reader is told of the field. */
export type FieldWords = {
  readonly label: string
  readonly isInvalid: boolean
  readonly describedBy: string | null
}

export type FormulaEditor = {
  readonly selection: () => Span
  readonly replace: (span: Span, text: string) => void
  /** Shows another text, which is not typed. */
  readonly show: (text: string) => void
  readonly mark: (marks: readonly FormulaMark[]) => void
  readonly name: (words: FieldWords) => void
  readonly focus: () => void
  /** The pointer went down on what stood in the editor's place. */
  readonly press: (event: MouseEvent) => void
  readonly destroy: () => void
}

export type MakeEditor = (parent: HTMLElement, door: EditorDoor) => FormulaEditor

const attributesOf = ({ label, isInvalid, describedBy }: FieldWords): Record<string, string> => ({
  'aria-label': label,
  'aria-invalid': String(isInvalid),
  ...(describedBy === null ? {} : { 'aria-describedby': describedBy }),
})

const keysOf = ({ onEnter, onBreak, onEscape, onFix }: EditorDoor): readonly KeyBinding[] => {
  const run = (act: () => void) => (): boolean => {
    act()
    return true
  }
  return [
    { key: 'Enter', run: run(onEnter) },
    { key: 'Mod-Enter', run: run(onEnter) },
    { key: 'Alt-Enter', run: run(onBreak) },
    { key: 'Shift-Enter', run: run(onBreak) },
    { key: 'Escape', run: run(onEscape) },
    { key: 'Mod-.', run: run(onFix) },
  ]
}

export const createFormulaEditor: MakeEditor = (parent, door) => {
  const words = new Compartment()
  /** Text that is shown is not typed, and nothing to undo. */
  let isShowing = false
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: door.text,
      selection: { anchor: door.selection.start, head: door.selection.end },
      extensions: [
        history(),
        completion(door.scope),
        // Behind the list's own keys, which close it first.
        Prec.high(keymap.of(keysOf(door))),
        keymap.of([...historyKeymap, ...standardKeymap]),
        EditorView.lineWrapping,
        placeholder(door.placeholder),
        marking(door.text, door.marks),
        words.of([]),
        EditorView.updateListener.of(({ docChanged, selectionSet, state, startState }) => {
          if (docChanged && !isShowing) door.onText(state.doc.toString())
          const isListOpen = completionStatus(state) === 'active'
          if (docChanged || selectionSet || isListOpen !== (completionStatus(startState) === 'active'))
            door.onLook({ caret: state.selection.main.head, isListOpen })
        }),
      ],
    }),
  })
  return {
    selection: () => {
      const { from, to } = view.state.selection.main
      return { start: from, end: to }
    },
    replace: ({ start, end }, text) => {
      view.dispatch({
        changes: { from: start, to: end, insert: text },
        selection: { anchor: start + text.length },
        userEvent: 'input.complete',
        scrollIntoView: true,
      })
    },
    show: (text) => {
      if (text === view.state.doc.toString()) return
      isShowing = true
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: text.length },
        annotations: Transaction.addToHistory.of(false),
      })
      isShowing = false
    },
    mark: (marks) => {
      showMarks(view, marks)
    },
    name: (named) => {
      view.dispatch({ effects: words.reconfigure(EditorView.contentAttributes.of(attributesOf(named))) })
    },
    focus: () => {
      view.focus()
    },
    press: ({ clientX, clientY, detail, button, shiftKey }) => {
      view.contentDOM.dispatchEvent(
        new MouseEvent('mousedown', { bubbles: true, cancelable: true, clientX, clientY, detail, button, shiftKey }),
      )
      view.focus()
    },
    destroy: () => {
      view.destroy()
    },
  }
}
