// The upright line at the last actual, with a word, so that it needs no legend.

import type { Plugin } from 'chart.js'
import { smallWords } from './overTime.ts'
import type { Palette } from './palette.ts'

/** Marks the category with an index; below 0 none. */
export const lastActualMark = (index: number, palette: Palette): Plugin<'line' | 'bar'> => ({
  id: 'lastActual',
  afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
    const x = scales['x']?.getPixelForValue(index)
    if (index < 0 || x === undefined) return
    ctx.save()
    ctx.strokeStyle = palette.of('text')
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.moveTo(x, chartArea.top)
    ctx.lineTo(x, chartArea.bottom)
    ctx.stroke()
    ctx.fillStyle = palette.of('muted')
    ctx.font = smallWords()
    ctx.fillText('last actual', x + 4, chartArea.top + 9)
    ctx.restore()
  },
})
