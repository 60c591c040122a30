// A drawn chart: Chart.js on a canvas, redrawn when what it shows or the theme changes; or drawn once, for a picture.

import { Chart, type ChartConfiguration, type ChartType } from 'chart.js'
import { palette, type Palette } from './palette.ts'

export type DrawnChart<Drawing> = { readonly draw: (drawing: Drawing) => void; readonly destroy: () => void }

/** Draws on a canvas: on screen, or at the canvas's own size and twice its pixels, for a picture. */
export type ChartMaker<Drawing> = (
  canvas: HTMLCanvasElement,
  first: Drawing,
  use?: 'screen' | 'picture',
) => DrawnChart<Drawing>

/** So many pixels of a picture lie side by side in one of the page's. */
export const pictureScale = 2

/** Gives what makes a chart anew for each drawing, or, where `update` says it did, changes it in place. */
export const chartMaker =
  <Type extends ChartType, Points, Drawing>(
    configurationOf: (drawing: Drawing, palette: Palette) => ChartConfiguration<Type, Points, string>,
    update: (chart: Chart<Type, Points, string>, before: Drawing, now: Drawing, palette: Palette) => boolean = () =>
      false,
  ): ChartMaker<Drawing> =>
  (canvas, first, use = 'screen') => {
    let drawing = first
    // The canvas knows no style sheet: its words take the page's typeface by hand.
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily
    const made = (): Chart<Type, Points, string> => {
      const configuration = configurationOf(drawing, palette())
      if (use === 'picture')
        configuration.options = Object.assign({}, configuration.options, {
          responsive: false,
          devicePixelRatio: pictureScale,
        })
      return new Chart(canvas, configuration)
    }
    let chart = made()
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const redrawAll = (): void => {
      chart.destroy()
      chart = made()
    }
    scheme.addEventListener('change', redrawAll)
    return {
      draw: (next) => {
        const before = drawing
        drawing = next
        if (update(chart, before, next, palette())) chart.update('none')
        else redrawAll()
      },
      destroy: () => {
        scheme.removeEventListener('change', redrawAll)
        chart.destroy()
      },
    }
  }
