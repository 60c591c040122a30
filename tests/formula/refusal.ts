// Texts held against the language, for tests of what it refuses.

import { expect } from 'vitest'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { FormulaProblem } from '#formula/formulaProblem.ts'

const keys = new Map(['cloud_revenue', 'revenue', 'capex', 'g', 'constructor'].map((key) => [key, `id of ${key}`]))
const scope = { keys, calendar: { yearEndMonth: 3, yearNamedBy: 'end' } } as const

export const problemIn = (text: string): FormulaProblem => {
  const result = checkFormula(text, scope)
  if (!isFormulaProblem(result)) throw new Error(`“${text}” is a formula`)
  return result
}

export const accepts = (text: string): boolean => !isFormulaProblem(checkFormula(text, scope))

/** A formula with its wrong part between ‹ and ›, the kind and the sentence of its Problem, and the suggestion. */
export type Case = readonly [marked: string, kind: string, sentence: string, suggestion?: string]

/** Holds a text's Problem against a case; and following suggestions comes to an end. */
export const expectProblem = ([marked, kind, sentence, suggestion]: Case): void => {
  const text = marked.replace(/[‹›]/g, '')
  const span = { start: marked.indexOf('‹'), end: marked.indexOf('›') - 1 }
  expect(problemIn(text)).toEqual({ kind, span, sentence, suggestion: suggestion ?? null })
  expect(followed(text, 6), `suggestions for ${text} lead nowhere`).not.toBeNull()
}

/** The text after so many suggestions at the most are taken; null where there are still more. */
const followed = (text: string, most: number): string | null => {
  const result = checkFormula(text, scope)
  if (!isFormulaProblem(result) || result.suggestion === null) return text
  const { start, end } = result.span
  return most === 0 ? null : followed(text.slice(0, start) + result.suggestion + text.slice(end), most - 1)
}
