// What columns have beside their colour, for print and every eye: the shape of their series, and while they are forecast a
// hatching in a dashed outline.

import type { Plugin } from 'chart.js'
import type { ChartCourse } from '#session/chartCourse.ts'
import type { Palette } from './palette.ts'
import { shapeAt } from './shapes.ts'

/** In pixels. */
const [hatchSize, leastWidth, leastHeight] = [5, 9, 14] as const

type Bar = { readonly x: number; readonly y: number; readonly base: number; readonly width: number }

/** Slanting lines of a colour on the ground. */
export const hatched = (colour: string, ground: string): CanvasPattern | string => {
  const tile = document.createElement('canvas')
  tile.width = hatchSize * 2
  tile.height = hatchSize * 2
  const pen = tile.getContext('2d')
  if (pen === null) return ground
  pen.fillStyle = ground
  pen.fillRect(0, 0, tile.width, tile.height)
  pen.strokeStyle = colour
  pen.globalAlpha = 0.7
  pen.lineWidth = 2
  for (const shift of [-hatchSize * 2, 0, hatchSize * 2]) {
    pen.beginPath()
    pen.moveTo(shift, hatchSize * 2)
    pen.lineTo(shift + hatchSize * 2, 0)
    pen.stroke()
  }
  const pattern = pen.createPattern(tile, 'repeat')
  // Drawn at twice its size, so that it is sharp where a pixel of the page is two of the screen.
  pattern?.setTransform(new DOMMatrix().scale(0.5))
  return pattern ?? ground
}

export const columnMarks = (
  { series, lastActual, isStacked }: ChartCourse,
  palette: Palette,
): Plugin<'line' | 'bar'> => ({
  id: 'columnMarks',
  afterDatasetsDraw: (chart) => {
    const { ctx } = chart
    const several = series.filter(({ form }) => form === 'column').length > 1
    const ground = palette.of('surface')
    ctx.save()
    for (const [place, { form, colour, shape }] of series.entries()) {
      if (form !== 'column') continue
      const { path, isFilled } = shapeAt(shape)
      const outline = new Path2D(path)
      for (const [at, bar] of chart.getDatasetMeta(place).data.entries()) {
        if (Number.isNaN(chart.data.datasets[place]?.data[at] ?? NaN)) continue
        const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true) as Bar
        const isForecast = at > lastActual
        const [top, height] = [Math.min(y, base), Math.abs(base - y)]
        if (isForecast) {
          ctx.strokeStyle = palette.of(colour)
          ctx.lineWidth = 1
          ctx.setLineDash([3, 2])
          ctx.strokeRect(x - width / 2 + 0.5, top + 0.5, width - 1, height - 1)
        }
        if (!several || width < leastWidth || height < leastHeight) continue
        ctx.setLineDash([])
        ctx.save()
        ctx.translate(x, isStacked ? top + height / 2 : base + (y < base ? -8 : 8))
        ctx.scale(0.85, 0.85)
        const [own, under] = [palette.of(colour), ground]
        ctx.fillStyle = isForecast ? own : under
        ctx.strokeStyle = isForecast ? own : under
        ctx.lineWidth = 1.5
        if (isFilled) ctx.fill(outline)
        ctx.stroke(outline)
        ctx.restore()
      }
    }
    ctx.restore()
  },
})
