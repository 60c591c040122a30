// Texts held against the language, for tests of what it refuses.

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
