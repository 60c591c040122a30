// A Unit says what a number counts. Money is stored in its scale (247,795 on a line in RMB m); per cents and points are
// stored as fractions (34.5 % is 0.345, 8.7 points are 0.087), so that formulas need no hundredths.

/** The words for a scale on screen and in typed numbers, with the power of ten each stands for. */
export const scaleExponents = { '': 0, k: 3, m: 6, bn: 9, 万: 4, 亿: 8 } as const

export type Scale = keyof typeof scaleExponents

export type Unit =
  | { readonly kind: 'currency'; readonly currency: string; readonly scale: Scale }
  /** How many of `currency` one `per` costs: 7.119 RMB per US$. */
  | { readonly kind: 'exchange'; readonly currency: string; readonly per: string }
  | { readonly kind: 'percent' | 'points' | 'ratio' | 'count' | 'quarters' }

const currencySigns = new Map([['USD', 'US$']])

/** `US$` for USD, otherwise the code itself. */
export const currencyName = (currency: string): string => currencySigns.get(currency) ?? currency

/** The unit as a row shows it: `RMB m`, `%`, `points`. */
export const unitName = (unit: Unit): string => {
  switch (unit.kind) {
    case 'currency':
      return `${currencyName(unit.currency)} ${unit.scale}`.trim()
    case 'exchange':
      return `${currencyName(unit.currency)} per ${currencyName(unit.per)}`
    case 'percent':
      return '%'
    case 'ratio':
      return '×'
    case 'points':
    case 'count':
    case 'quarters':
      return unit.kind
  }
}

/** Whether numbers of the unit are fractions that the screen shows a hundred times larger. */
export const isFraction = (unit: Unit): boolean => unit.kind === 'percent' || unit.kind === 'points'

/** Digits after the point that suit a unit. */
export const decimalsFor = (kind: Unit['kind']): number =>
  kind === 'percent' || kind === 'points' ? 1 : kind === 'ratio' ? 2 : kind === 'exchange' ? 4 : 0
