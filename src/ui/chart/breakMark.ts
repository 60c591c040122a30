// Upright dashed lines where the series of what is drawn breaks: between the last time before and the first after.

import type { Plugin } from 'chart.js'
import { smallWords } from './overTime.ts'
import type { Palette } from './palette.ts'

const words = 'break'
const gap = 4

/** `at` are the positions of the first times after a break, from 1. */
export const breakMark = (at: readonly number[], palette: Palette): Plugin<'line' | 'bar'> => ({
  id: 'break',
  afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
    const across = scales['x']
    if (across === undefined) return
    ctx.save()
    ctx.strokeStyle = palette.of('warning')
    ctx.fillStyle = palette.of('warning')
    ctx.font = smallWords()
    ctx.lineWidth = 1
    ctx.setLineDash([3, 3])
    for (const index of new Set(at)) {
      const x = (across.getPixelForValue(index - 1) + across.getPixelForValue(index)) / 2
      ctx.beginPath()
      ctx.moveTo(x, chartArea.top)
      ctx.lineTo(x, chartArea.bottom)
      ctx.stroke()
      ctx.fillText(words, x - gap - ctx.measureText(words).width, chartArea.top + 9)
    }
    ctx.restore()
  },
})
