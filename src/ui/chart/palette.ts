// The colours of the theme that holds now, for what is drawn on a canvas, where no style sheet reaches.

import type { ScenarioColour } from '#model/scenario.ts'

export type Token =
  ScenarioColour | 'text' | 'muted' | 'rule' | 'raised' | 'surface' | 'good' | 'problem' | 'warning' | 'accent'

export type Palette = { readonly of: (token: Token) => string }

export const palette = (): Palette => {
  const style = getComputedStyle(document.documentElement)
  return { of: (token) => style.getPropertyValue(`--${token}`).trim() }
}
