// Holding a call against the function table: how many arguments, and of which kind. `lag`, `lead` and `if` are other ways
// to write a lag and `? :`, and become those.

import { present } from '#base/assert.ts'
import type { Span } from '#base/span.ts'
import type { Quarter } from '#model/quarter.ts'
import { refuse } from './formulaProblem.ts'
import { leastArguments, parameterSentence, signatureOf, type FunctionEntry, type Parameter } from './function.ts'
import type { FunctionName } from './functionTable.ts'
import { isCalendarName } from './reserved.ts'
import type { Call, End, Tree } from './tree.ts'

/** One argument as written, to be read as what the function takes. */
export type Argument = {
  readonly span: Span
  readonly text: string
  readonly expression: () => Tree
  /** The text of the argument with the one window it has inside behind all of it; null where it has none. */
  readonly windowMoved: () => string | null
  /** The window it is, with the expression looked at; null for anything else. */
  readonly window: () => { readonly of: Tree; readonly from: End; readonly to: End } | null
  /** The quarter in quotes it is, or null. */
  readonly quarter: () => Quarter | null
  /** The whole number in digits it is, or null. */
  readonly whole: number | null
}

type Entry = FunctionEntry<FunctionName>

const counted = (count: number): string => (count === 1 ? '1 argument' : `${count} arguments`)

const checkCount = (entry: Entry, given: readonly Argument[], span: Span): void => {
  const least = leastArguments(entry)
  const most = entry.repeats ? Infinity : entry.parameters.length
  if (given.length >= least && given.length <= most) return
  const wanted =
    most === Infinity ? `${least} or more arguments` : least === most ? counted(least) : `${least} or ${counted(most)}`
  refuse('arguments', span, `${entry.name} takes ${wanted}, not ${given.length}: ${signatureOf(entry)}.`)
}

const isBareNumber = (tree: Tree): boolean =>
  tree.kind === 'number' || (tree.kind === 'negate' && isBareNumber(tree.of))

const aggregateCall = (entry: Entry, given: readonly Argument[], span: Span): Call => {
  const call = { kind: 'call', name: entry.name, quarters: [], whole: null, span } as const
  const [first, ...others] = given
  if (first === undefined)
    return refuse(
      'arguments',
      span,
      `${entry.name} takes a window, such as ${entry.name}(revenue[-3:0]), or two or more values.`,
    )
  const window = first.window()
  if (window !== null && others.length === 0)
    return { ...call, expressions: [window.of], window: { from: window.from, to: window.to } }
  const stray = given.find((each) => each.window() !== null)
  if (stray !== undefined)
    return refuse(
      'window',
      stray.span,
      `${entry.name} takes one window and nothing else, or two or more values without windows.`,
    )
  if (others.length > 0) return { ...call, expressions: given.map((each) => each.expression()), window: null }
  const moved = first.windowMoved()
  if (moved !== null)
    return refuse(
      'window',
      first.span,
      `The window of ${entry.name} stands behind all that it looks at: write ${moved}.`,
      moved,
    )
  if (isBareNumber(first.expression()))
    return refuse(
      'window',
      span,
      `${entry.name} of one number says nothing: give it two or more values, or a line over a window, such as ${entry.name}(revenue[-3:0]).`,
    )
  const isKey = /^[a-z][a-z0-9_]*$/.test(first.text) && !isCalendarName(first.text)
  const windowed = isKey ? `${first.text}[-3:0]` : `(${first.text})[-3:0]`
  const instead = entry.name === 'sum' ? `ttm(${first.text})` : `${entry.name}(${windowed})`
  return refuse(
    'window',
    span,
    `${entry.name} of one value says nothing: write ${instead} for the last four quarters, or give a window or two or more values.`,
    instead,
  )
}

/** A function that adds up over quarters of its own takes no window beside. */
const refuseWindow = ({ name }: Entry, argument: Argument): void => {
  const window = argument.window()
  if (window === null) return
  const { start, end } = window.of.span
  const instead = argument.text.slice(start - argument.span.start, end - argument.span.start)
  refuse('window', argument.span, `${name} looks at its own quarters and takes no window: write ${instead}.`, instead)
}

/** The whole number meant by `1.0`, or by a lag with a sign that its function has already. */
const wholeInstead = ({ takes, least }: Parameter, text: string): string | null => {
  const whole = least === undefined ? Number(text) : Math.abs(Number(text))
  return takes === 'whole' && Number.isSafeInteger(whole) && whole >= (least ?? -Infinity) ? String(whole) : null
}

const plainCall = (entry: Entry, given: readonly Argument[], span: Span): Call => {
  checkCount(entry, given, span)
  const expressions: Tree[] = []
  const quarters: Quarter[] = []
  let whole: number | null = null
  for (const [at, argument] of given.entries()) {
    const parameter = present(entry.parameters[Math.min(at, entry.parameters.length - 1)], 'a parameter')
    const wrong = (): never =>
      refuse(
        'arguments',
        argument.span,
        `In ${signatureOf(entry)}, ${parameterSentence(parameter)}.`,
        wholeInstead(parameter, argument.text),
      )
    switch (parameter.takes) {
      case 'expression':
        if (argument.quarter() !== null) wrong()
        if (entry.unit === 'summed') refuseWindow(entry, argument)
        expressions.push(argument.expression())
        break
      case 'quarter':
        quarters.push(argument.quarter() ?? wrong())
        break
      case 'whole':
        whole = argument.whole ?? wrong()
        if (whole < (parameter.least ?? -Infinity)) wrong()
        break
    }
  }
  return { kind: 'call', name: entry.name, expressions, window: null, quarters, whole, span }
}

export const checkCall = (entry: Entry, given: readonly Argument[], span: Span): Tree => {
  if (entry.group === 'aggregate') return aggregateCall(entry, given, span)
  const call = plainCall(entry, given, span)
  const [first, second, third] = call.expressions
  const of = present(first, 'an expression')
  switch (call.name) {
    case 'lag':
      return { kind: 'lag', of, quarters: 0 - (call.whole ?? 0), span }
    case 'lead':
      return { kind: 'lag', of, quarters: call.whole ?? 0, span }
    case 'if':
      return { kind: 'choice', condition: of, yes: present(second, 'a'), no: present(third, 'b'), span }
    case 'ramp':
      if (present(call.quarters[0], 'a quarter') >= present(call.quarters[1], 'a quarter'))
        return refuse(
          'arguments',
          span,
          'A ramp ends after it starts: the second quarter must be later than the first.',
        )
      return call
    default:
      return call
  }
}
