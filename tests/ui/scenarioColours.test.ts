// The colours of scenarios as eyes see them that lack one kind of cone: simulated by the matrices of Machado, Oliveira and
// Fernandes (2009, severity 1), distances in CIELAB (D65), where about 2.3 is just noticeable.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioColours } from '#model/scenario.ts'
import { shapeAt } from '#ui/chart/shapes.ts'

type Triple = readonly [number, number, number]

const product = (rows: readonly Triple[], [x, y, z]: Triple): Triple =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple

/** Applied to linear light. */
const eyes: Readonly<Record<string, readonly Triple[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as unknown as Triple

const seenBy = (eye: string, hex: string): Triple =>
  product(eyes[eye] ?? [], linear(hex)).map((part) => Math.min(Math.max(part, 0), 1)) as unknown as Triple

const lab = (light: Triple): Triple => {
  const [x, y, z] = product(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    light,
  )
  const part = (value: number): number => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116)
  const [fx, fy, fz] = [part(x / 0.95047), part(y), part(z / 1.08883)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

const distance = (one: Triple, other: Triple): number => Math.hypot(...one.map((part, at) => part - (other[at] ?? NaN)))

const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

const css = readFileSync('src/ui/theme.css', 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

const token = (theme: string, name: string): string => {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme)?.[1]
  if (found === undefined) throw new Error(`no colour ${name}`)
  return found
}

const pairs = scenarioColours.flatMap((one, at) => scenarioColours.slice(at + 1).map((other) => [one, other] as const))

test('white is L 100, black L 0, and who lacks a cone sees grey as grey', () => {
  expect(lab(linear('#ffffff'))[0]).toBeCloseTo(100, 2)
  expect(lab(linear('#000000'))[0]).toBeCloseTo(0, 9)
  for (const eye of Object.keys(eyes))
    expect(distance(lab(seenBy(eye, '#808080')), lab(linear('#808080')))).toBeLessThan(0.1)
})

for (const [name, theme] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test.each(Object.keys(eyes))(`[U4] ${name}: any two colours of scenarios are far apart for %s sight`, (eye) => {
    for (const [one, other] of pairs) {
      const apart = distance(lab(seenBy(eye, token(theme, one))), lab(seenBy(eye, token(theme, other))))
      expect([one, other, apart > 18]).toEqual([one, other, true])
    }
  })

  test(`[U4] ${name}: lines and names in the colours of scenarios stand out from the ground`, () => {
    for (const colour of scenarioColours)
      for (const ground of ['surface', 'canvas', 'raised', 'forecast', 'section'])
        expect([colour, ground, contrast(token(theme, colour), token(theme, ground)) >= 4.5]).toEqual([
          colour,
          ground,
          true,
        ])
  })
}

test('[U4] in print, without colours, the shape of its points tells each of ten lines', () => {
  const shapes = Array.from({ length: 10 }, (_, place) => {
    const { path, isFilled } = shapeAt(place)
    return `${path} ${String(isFilled)}`
  })
  expect(new Set(shapes).size).toBe(10)
})
