// What is wrong when two tokens stand side by side with no operator between them: a product left implicit, a number
// written with separators, or a word that is an operator elsewhere.

import { spanAround, type Span } from '#base/span.ts'
import { refuse } from './formulaProblem.ts'
import type { Token } from './lexer.ts'

/** Names that stand between their operands in other languages. */
const refuseInfix = (name: Token): void => {
  switch (name.text.toLowerCase()) {
    case 'and':
    case 'or':
    case 'not': {
      const small = name.text.toLowerCase()
      return refuse('syntax', name.span, `Write “${small}” in small letters.`, small)
    }
    case 'to':
      return refuse('syntax', name.span, `Intervals such as “a to b” come with simulation, which is not there yet.`)
    case 'mod':
      return refuse('syntax', name.span, 'Write mod(a, b): mod is a function.')
    case 'xor':
      return refuse('syntax', name.span, 'There is no “xor”: compare the two with != instead.', '!=')
    case 'in':
      return refuse('syntax', name.span, 'There is no “in”: numbers carry no unit here.')
  }
}

const grouped = (tokens: readonly Token[], first: number): { readonly span: Span; readonly digits: string } | null => {
  const start = tokens[first]
  if (start?.kind !== 'number' || !/^\d{1,3}$/.test(start.text)) return null
  let digits = start.text
  let last = start
  for (let at = first + 1; at < tokens.length;) {
    const separator = tokens[at]?.text === ',' ? 1 : 0
    const group = tokens[at + separator]
    if (group?.kind !== 'number' || !/^\d{3}(\.\d+)?%?$/.test(group.text)) break
    digits += group.text
    last = group
    at += separator + 1
  }
  return last === start ? null : { span: spanAround(start.span, last.span), digits }
}

/** Two words that name a quarter: `FY26 Q2`, `2QFY26`. */
const quarterForm = /^(fy(\d{2}){1,2} ?q[1-4]|q[1-4] ?fy(\d{2}){1,2}|[1-4]q ?fy(\d{2}){1,2})$/i

/** Whether a comma stands before digits that begin with 0 and go on a number: `max(1,000)` has one argument, not two. */
export const separatesThousands = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at + 1]?.text ?? '').startsWith('0') && grouped(tokens, at - 1) !== null

/** Refuses the token at `at`, which follows an operand without an operator between them. */
export const refuseNeighbours = (tokens: readonly Token[], at: number): never => {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || before === undefined)
    return refuse('syntax', { start: 0, end: 0 }, 'Something is missing here.')
  const number = grouped(tokens, at - 1)
  if (number !== null)
    return refuse('syntax', number.span, `Numbers take no separators: write ${number.digits}.`, number.digits)
  if (token.text === ',')
    return refuse('syntax', token.span, 'A comma stands only between the arguments of a function.')
  if (token.kind === 'name') refuseInfix(token)
  if (before.kind === 'name') refuseInfix(before)
  const span = spanAround(before.span, token.span)
  if (token.kind === 'quoted')
    return refuse(
      'quarter',
      span,
      `Put the quarter in brackets: ${before.text}["${token.text}"].`,
      `${before.text}["${token.text}"]`,
    )
  const words = before.text + (token.span.start > before.span.end ? ' ' : '') + token.text
  if (quarterForm.test(words))
    return refuse('quarter', span, `Put the quarter’s name in double quotes: "${words}".`, `"${words}"`)
  if (before.kind === 'number' && token.kind === 'number')
    return refuse('syntax', span, `There is no operator between “${before.text}” and “${token.text}”.`)
  const isReadable = token.kind !== 'symbol' || token.text === '('
  const product = `${before.text} * ${token.text}`
  return refuse(
    'syntax',
    span,
    `There is no operator between “${before.text}” and “${token.text}”. To multiply, write “${product}”.`,
    isReadable ? product : null,
  )
}
