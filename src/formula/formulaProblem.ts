// A FormulaProblem is what is wrong with a formula's text: the characters concerned, a sentence that says what to do, and
// text to put in their place where there is one. The engine gives it a line and a scenario and makes a Problem of it.

import type { Span } from '#base/span.ts'
import type { ProblemKind } from '#model/problem.ts'

export type FormulaProblem = {
  readonly kind: ProblemKind
  readonly span: Span
  readonly sentence: string
  readonly suggestion: string | null
}

/** How a Problem travels from the depth of a tree walk to `checkFormula`, which alone catches it. */
export class FormulaRefusal extends Error {
  readonly problem: FormulaProblem

  constructor(problem: FormulaProblem) {
    super(problem.sentence)
    this.problem = problem
  }
}

export const refuse = (kind: ProblemKind, span: Span, sentence: string, suggestion: string | null = null): never => {
  throw new FormulaRefusal({ kind, span, sentence, suggestion })
}
