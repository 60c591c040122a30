// A constant line's formula is one number with an optional sign: `0.5`, `-1.0%`, `=12`.

import { FormulaRefusal, type FormulaProblem } from './formulaProblem.ts'
import { tokensOf } from './lexer.ts'

/** The number a constant's formula is, or what is wrong with it. */
export const readConstant = (text: string): number | FormulaProblem => {
  const wrong: FormulaProblem = {
    kind: 'constant',
    span: { start: 0, end: text.length },
    sentence:
      'A constant’s formula is one number, such as 0.5 or 2%. To compute it, make the line a flow, a balance or a rate.',
    suggestion: null,
  }
  try {
    const tokens = tokensOf(text)
    const number = tokens.at(-1)
    const sign = tokens.length === 2 && tokens[0]?.kind === 'symbol' ? tokens[0].text : ''
    if (number?.kind !== 'number' || (tokens.length > 1 && sign !== '-' && sign !== '+')) return wrong
    return sign === '-' ? -number.value : number.value
  } catch (caught) {
    if (caught instanceof FormulaRefusal) return caught.problem.kind === 'limit' ? caught.problem : wrong
    throw caught
  }
}
