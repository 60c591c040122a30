// A drawn chart: Chart.js on a canvas, redrawn when what it shows or the theme changes. Parts that every chart shares.

import { Chart, type ChartConfiguration, type ChartType } from 'chart.js'
import type { ScenarioColour } from '#model/scenario.ts'

type Token = ScenarioColour | 'text' | 'muted' | 'rule' | 'raised' | 'surface' | 'good' | 'problem' | 'accent'

export type Palette = { readonly of: (token: Token) => string }

/** The colours of the theme that holds now. */
const paletteOf = (element: HTMLElement): Palette => {
  const style = getComputedStyle(element)
  return { of: (token) => style.getPropertyValue(`--${token}`).trim() }
}

const small = { size: 10.5 }

export const ticksIn = (palette: Palette) => ({ color: palette.of('muted'), font: small })

export const axisTitle = (text: string, palette: Palette) => ({
  display: true,
  text,
  color: palette.of('muted'),
  font: small,
})

export type DrawnChart<Drawing> = { readonly draw: (drawing: Drawing) => void; readonly destroy: () => void }

/** Gives a chart that is made anew for each drawing, or, where `update` says it did, changed in place. */
export const drawnChart = <Type extends ChartType, Points, Drawing>(
  canvas: HTMLCanvasElement,
  first: Drawing,
  configurationOf: (drawing: Drawing, palette: Palette) => ChartConfiguration<Type, Points, string>,
  update: (chart: Chart<Type, Points, string>, before: Drawing, now: Drawing, palette: Palette) => boolean = () =>
    false,
): DrawnChart<Drawing> => {
  let drawing = first
  // The canvas knows no style sheet: its words take the page's typeface by hand.
  Chart.defaults.font.family = getComputedStyle(canvas).fontFamily
  let chart = new Chart(canvas, configurationOf(drawing, paletteOf(canvas)))
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const redrawAll = (): void => {
    chart.destroy()
    chart = new Chart(canvas, configurationOf(drawing, paletteOf(canvas)))
  }
  scheme.addEventListener('change', redrawAll)
  return {
    draw: (next) => {
      const before = drawing
      drawing = next
      if (update(chart, before, next, paletteOf(canvas))) chart.update('none')
      else redrawAll()
    },
    destroy: () => {
      scheme.removeEventListener('change', redrawAll)
      chart.destroy()
    },
  }
}
