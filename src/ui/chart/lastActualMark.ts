// The upright line at the last actual, with a word, so that it needs no legend.

import type { Plugin } from 'chart.js'
import { smallWords } from './overTime.ts'
import type { Palette } from './palette.ts'

const words = 'last actual'
const gap = 4

/** Marks the category with an index, where columns stand its right edge; below 0, and behind the last, none. */
export const lastActualMark = (
  index: number,
  palette: Palette,
  { hasColumns = false, last = Infinity } = {},
): Plugin<'line' | 'bar'> => ({
  id: 'lastActual',
  afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
    const across = scales['x']
    if (index < 0 || index >= last || across === undefined) return
    const at = across.getPixelForValue(index)
    const x = hasColumns ? (at + across.getPixelForValue(index + 1)) / 2 : at
    ctx.save()
    ctx.strokeStyle = palette.of('text')
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.moveTo(x, chartArea.top)
    ctx.lineTo(x, chartArea.bottom)
    ctx.stroke()
    ctx.fillStyle = palette.of('muted')
    ctx.font = smallWords()
    const width = ctx.measureText(words).width + gap
    ctx.fillText(words, x + gap + width > chartArea.right ? x - width : x + gap, chartArea.top + 9)
    ctx.restore()
  },
})
