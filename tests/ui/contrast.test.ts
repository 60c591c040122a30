// The colours of theme.css against each other, by the formula of WCAG 2: text on every tint has 4.5 : 1, also under a
// selection, and what marks a selection 3 : 1.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Colour = readonly [red: number, green: number, blue: number, share: number]

const colourOf = (text: string): Colour => {
  const hex = /^#(..)(..)(..)$/.exec(text)
  if (hex !== null) return [...hex.slice(1).map((pair) => parseInt(pair, 16)), 1] as unknown as Colour
  const [red = NaN, green = NaN, blue = NaN, percent = NaN] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue, percent / 100]
}

const css = readFileSync('src/ui/theme.css', 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

const tokens = (text: string): ReadonlyMap<string, Colour> =>
  new Map(
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6}|rgb\([^)]*%\))/g)].map(([, name = '', colour = '']) => [
      name,
      colourOf(colour),
    ]),
  )

const over = ([red, green, blue, share]: Colour, under: Colour): Colour => {
  const mixed = [red, green, blue].map((each, at) => each * share + (under[at] ?? 0) * (1 - share))
  return [...mixed, 1] as unknown as Colour
}

const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((each) => {
    const part = each / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: Colour, other: Colour): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

test('the formula is WCAG’s: black on white is 21 : 1, #767676 on white just 4.5', () => {
  expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21, 9)
  expect(contrast(colourOf('#767676'), [255, 255, 255, 1])).toBeCloseTo(4.54, 2)
})

const tints = ['surface', 'forecast', 'year', 'section', 'hover']

for (const [theme, names] of [
  ['light', tokens(light)],
  ['dark', tokens(dark)],
] as const) {
  const named = (name: string): Colour => {
    const colour = names.get(name)
    if (colour === undefined) throw new Error(`no colour ${name}`)
    return colour
  }

  test.each(['typed', 'warning', 'good'])(`[NS9] ${theme}: %s is read on a number that lacks a check`, (text) => {
    for (const veil of ['selected', 'found-faint', null]) {
      const tint = named('warning-faint')
      const ground = veil === null ? tint : over(named(veil), tint)
      expect([veil, contrast(named(text), ground) >= 4.5]).toEqual([veil, true])
    }
  })

  test.each(['text', 'muted', 'typed', 'problem', 'warning', 'good'])(
    `[G7] ${theme}: %s is read on every tint, selected or found or neither`,
    (text) => {
      for (const tint of tints)
        for (const veil of [null, 'selected', 'found-faint']) {
          const ground = veil === null ? named(tint) : over(named(veil), named(tint))
          expect([tint, veil, contrast(named(text), ground) >= 4.5]).toEqual([tint, veil, true])
        }
    },
  )

  test(`[J7] ${theme}: what is marked as differing is read on its tint, whatever its own colour`, () => {
    for (const tint of ['good-faint', 'problem-faint', 'section'])
      for (const text of ['text', 'muted', 'typed', 'problem', 'good'])
        expect([tint, text, contrast(named(text), named(tint)) >= 4.5]).toEqual([tint, text, true])
  })

  test.each(['text', 'function', 'calendar', 'typed', 'good', 'muted', 'problem'])(
    `[FB1] ${theme}: %s of a formula is read wherever one is shown`,
    (text) => {
      for (const ground of ['surface', 'canvas', 'raised', 'section', 'year', 'hover'])
        expect([ground, contrast(named(text), named(ground)) >= 4.5]).toEqual([ground, true])
    },
  )

  test.each(['blue', 'green', 'orange', 'purple', 'teal', 'rose'])(
    `[FB6] ${theme}: a reference in %s is read on its tint in the bar`,
    (tint) => {
      const [red, green, blue] = named(tint)
      const ground = over([red, green, blue, 0.1], named('surface'))
      expect(contrast(named(tint), ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each(['text', 'muted', 'function', 'calendar', 'good'])(
    `[FB3] ${theme}: %s is read in the list of completions`,
    (text) => {
      expect(contrast(named(text), named('raised'))).toBeGreaterThanOrEqual(4.5)
    },
  )

  test(`[FB3] ${theme}: what is chosen in the list is read`, () => {
    expect(contrast(named('accent-text'), named('accent'))).toBeGreaterThanOrEqual(4.5)
  })

  test(`[G7] ${theme}: the edge of a selection, and of what was found, stands out from every tint`, () => {
    for (const tint of tints)
      for (const edge of ['accent', 'found'])
        expect([tint, edge, contrast(named(edge), named(tint)) >= 3]).toEqual([tint, edge, true])
  })
}
