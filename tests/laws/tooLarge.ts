// A loop of two lines in which one grows too large: the other finds no value there, though 1 over infinity would be 0. Random
// models hardly ever come to this, and compiled loops compute such rows twice.

import { modelText } from '../support/modelText.ts'

export const tooLargeInLoop = modelText(`
  FY25 Q1 to FY26 Q1
  a 1e308 . . 7 = a[-1] * 10 + b[-1] * 0
  b = coalesce(1 / a, 5)`)
