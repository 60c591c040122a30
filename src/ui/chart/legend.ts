// A key of a legend: how something is drawn, and its name. On screen it is an SVG, in a picture it is drawn on the canvas;
// both take their outlines from here.

import type { Token } from './palette.ts'
import { shapeAt } from './shapes.ts'

export type LegendKey = {
  readonly name: string
  readonly colour: Token
  readonly mark: 'solid' | 'dashed' | 'dotted' | 'points' | 'ring' | 'box' | 'hatched'
  /** The shape of the line's points. */
  readonly shape?: number
}

/** In pixels; outlines lie round the middle of it. */
export const keySize = { width: 22, height: 12 } as const

type Stroke = {
  readonly path: string
  readonly isFilled: boolean
  /** Shows the ground through it. */
  readonly isHollow?: boolean
  /** Drawn in the colour of the ground, over the colour. */
  readonly isInverse?: boolean
  readonly dash?: readonly number[]
}

const line = 'M-11 0H11'
const box = 'M-8 -5.5H8V5.5H-8Z'
const hatching = 'M-8 0L-3 -5.5M-8 5.5L2 -5.5M-3 5.5L7 -5.5M2 5.5L8 -1'
const ring = 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z'

const lineStrokes = (mark: LegendKey['mark']): readonly Stroke[] => {
  switch (mark) {
    case 'solid':
      return [{ path: line, isFilled: false }]
    case 'dashed':
      return [{ path: line, isFilled: false, dash: [4, 3] }]
    case 'dotted':
      return [{ path: line, isFilled: false, dash: [1.5, 3] }]
    case 'ring':
      return [{ path: ring, isFilled: false, isHollow: true }]
    case 'box':
      return [{ path: box, isFilled: true }]
    case 'hatched':
      return [
        { path: box, isFilled: false, dash: [3, 2] },
        { path: hatching, isFilled: false },
      ]
    case 'points':
      return []
  }
}

export const strokesOf = ({ mark, shape }: LegendKey): readonly Stroke[] => {
  if (shape === undefined) return lineStrokes(mark)
  const { path, isFilled } = shapeAt(shape)
  if (mark === 'box') return [...lineStrokes(mark), { path, isFilled, isInverse: true }]
  return [...lineStrokes(mark), { path, isFilled, isHollow: !isFilled }]
}

/** Draws a key with its middle at a point. */
export const drawKey = (
  pen: CanvasRenderingContext2D,
  key: LegendKey,
  middle: { readonly x: number; readonly y: number },
  { colour, ground }: { readonly colour: string; readonly ground: string },
): void => {
  for (const { path, isFilled, isHollow = false, isInverse = false, dash = [] } of strokesOf(key)) {
    const outline = new Path2D(path)
    pen.save()
    pen.translate(middle.x, middle.y)
    pen.lineWidth = 1.5
    pen.strokeStyle = isInverse ? ground : colour
    pen.fillStyle = isFilled && !isInverse ? colour : ground
    pen.setLineDash([...dash])
    if (isFilled || isHollow) pen.fill(outline)
    pen.stroke(outline)
    pen.restore()
  }
}
