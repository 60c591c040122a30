// Shapes of points, so that lines are told apart in print and by every eye; the same for charts, legends and pictures.

import type { PointStyle } from 'chart.js'

type Shape = {
  readonly style: PointStyle
  /** Its outline round 0, 0, for legends. */
  readonly path: string
  readonly isFilled: boolean
}

const filled: readonly Pick<Shape, 'style' | 'path'>[] = [
  { style: 'circle', path: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z' },
  { style: 'rect', path: 'M-3 -3H3V3H-3Z' },
  { style: 'triangle', path: 'M0 -3.8L3.6 2.8H-3.6Z' },
  { style: 'rectRot', path: 'M0 -4L4 0L0 4L-4 0Z' },
]

/** The first six suit scenarios, the rest what a chart has more of. */
const shapes: readonly Shape[] = [
  ...filled.map((shape) => ({ ...shape, isFilled: true })),
  { style: 'crossRot', path: 'M-3 -3L3 3M3 -3L-3 3', isFilled: false },
  { style: 'star', path: 'M-3.5 0H3.5M0 -3.5V3.5M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5', isFilled: false },
  ...filled.map((shape) => ({ ...shape, isFilled: false })),
]

const [first] = shapes

export const shapeAt = (place: number): Shape => shapes[place % shapes.length] ?? (first as Shape)

/** Enough points to tell lines apart, few enough to see the lines: every fourth from the last back, or all of a few. */
const pointsAlong = (count: number, radius: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => (count <= 10 || (count - 1 - at) % 4 === 0 ? radius : 0))

/** A line's points in its colour; hollow ones show the ground. */
export const pointsOf = (place: number, count: number, colour: string, ground: string) => {
  const { style, isFilled } = shapeAt(place)
  return {
    pointStyle: style,
    pointRadius: [...pointsAlong(count, 3.5)],
    pointBackgroundColor: isFilled ? colour : ground,
    pointBorderColor: colour,
    pointBorderWidth: 1.25,
  }
}
