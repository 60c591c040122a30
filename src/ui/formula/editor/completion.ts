// The list of completions in the editor: lines with label and unit, functions with signature and what they do, quarters.

import {
  acceptCompletion,
  autocompletion,
  type Completion as Option,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { Prec, type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { completionsAt, isComplete, type Completion, type CompletionScope } from '#formula/complete.ts'

/** More than these nobody reads through. */
const mostShown = 200

const detailOf = ({ kind, label, unit, sentence }: Completion): string =>
  kind === 'line' ? [label, unit].filter((part) => part !== '').join(' · ') : (label ?? sentence ?? '')

const optionOf = (choice: Completion, more: string): Option => ({
  label: choice.text,
  displayLabel: choice.signature ?? choice.text.replaceAll('"', ''),
  detail: detailOf(choice),
  type: choice.kind,
  apply: choice.text + more,
  ...(choice.units === null ? {} : { info: `${choice.sentence ?? ''} Unit: ${choice.units}.` }),
})

const source =
  (scope: () => CompletionScope | null) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const known = scope()
    const text = state.doc.toString()
    const found = known === null ? null : completionsAt(text, pos, known, explicit)
    if (found === null || (!explicit && isComplete(text, found))) return null
    const { span, choices } = found
    const [before, after] = [text[span.start - 1], text[span.end]]
    const typed = text.slice(span.start, pos).toLowerCase()
    return {
      from: span.start,
      // A function's parenthesis may be there already, and a quarter's bracket has yet to be closed.
      to: span.end + (after === '(' && choices.every(({ kind }) => kind === 'function') ? 1 : 0),
      options: choices
        .slice(0, mostShown)
        .map((choice) => optionOf(choice, choice.kind === 'quarter' && before === '[' && after !== ']' ? ']' : '')),
      filter: false,
      getMatch: ({ displayLabel = '' }) => {
        const at = typed === '' ? -1 : displayLabel.toLowerCase().indexOf(typed)
        return at < 0 ? [] : [at, at + typed.length]
      },
    }
  }

/** Completion as one types, and with Ctrl+Space; `scope` gives null where there is nothing to complete. */
export const completion = (scope: () => CompletionScope | null): Extension => [
  autocompletion({
    override: [source(scope)],
    icons: false,
    activateOnTypingDelay: 20, // choices are at hand: this only joins keys that come at once
    optionClass: ({ type = '' }) => `completes-${type}`,
    maxRenderedOptions: mostShown,
  }),
  Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
]
