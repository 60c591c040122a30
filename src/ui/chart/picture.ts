// A picture of a chart that stands alone: its title, unit and legend, the chart, and whose figures they are, on the theme's
// ground, at twice the size of the screen.

import { pictureScale, type ChartMaker } from './drawnChart.ts'
import { drawKey, keySize, type LegendKey } from './legend.ts'
import { palette } from './palette.ts'

export type Caption = {
  readonly title: string
  /** Beside the title: `RMB bn`. */
  readonly unit: string
  readonly keys: readonly LegendKey[]
  /** Below the chart: the model, and up to when it is reported. */
  readonly foot: string
}

/** In pixels of the page, as are all lengths here. */
export type Size = { readonly width: number; readonly height: number }

const margin = 16
const [titleHeight, legendHeight, footHeight] = [22, 18, 20] as const
const keyGap = 14

const family = (): string => getComputedStyle(document.body).fontFamily

/** Words as they fit side by side, in rows. */
const rowsThatFit = <Item>(
  items: readonly Item[],
  widthOf: (item: Item) => number,
  width: number,
): readonly (readonly Item[])[] => {
  const rows: Item[][] = []
  let left = 0
  for (const item of items) {
    const needed = widthOf(item)
    const row = rows.at(-1)
    if (row === undefined || needed > left) {
      rows.push([item])
      left = width - needed
    } else {
      row.push(item)
      left -= needed
    }
  }
  return rows
}

const chartAlone = <Drawing>(make: ChartMaker<Drawing>, drawing: Drawing, { width, height }: Size) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return { canvas, chart: make(canvas, drawing, 'picture') }
}

const blobOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the browser made no picture of it'))
      else resolve(blob)
    }, 'image/png')
  })

/** A PNG of a chart, which is drawn anew for it in the size given. */
export const pictureOf = async <Drawing>(
  make: ChartMaker<Drawing>,
  drawing: Drawing,
  { title, unit, keys, foot }: Caption,
  size: Size,
): Promise<Blob> => {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('the browser draws no pictures')
  const colours = palette()
  const small = `11px ${family()}`
  const bold = `600 14px ${family()}`
  pen.font = small
  const widthOf = ({ name }: LegendKey): number => keySize.width + 5 + pen.measureText(name).width + keyGap
  const rows = rowsThatFit(keys, widthOf, size.width)
  pen.font = bold
  const titleRows = rowsThatFit(title.split(' '), (word) => pen.measureText(`${word} `).width, size.width)
  const head = margin + (titleRows.length + 1) * titleHeight - 6 + rows.length * legendHeight + 6
  canvas.width = (size.width + 2 * margin) * pictureScale
  canvas.height = (head + size.height + footHeight + margin) * pictureScale
  pen.scale(pictureScale, pictureScale)
  pen.fillStyle = colours.of('surface')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.textBaseline = 'middle'
  pen.fillStyle = colours.of('text')
  pen.font = bold
  let y = margin + titleHeight / 2
  for (const words of titleRows) {
    pen.fillText(words.join(' '), margin, y)
    y += titleHeight
  }
  pen.font = small
  pen.fillStyle = colours.of('muted')
  pen.fillText(unit, margin, y - 3)
  y += titleHeight - 6
  for (const row of rows) {
    let x = margin
    for (const key of row) {
      const look = { colour: colours.of(key.colour), ground: colours.of('surface') }
      drawKey(pen, key, { x: x + keySize.width / 2, y }, look)
      pen.fillStyle = colours.of('muted')
      pen.fillText(key.name, x + keySize.width + 5, y)
      x += widthOf(key)
    }
    y += legendHeight
  }
  const { canvas: drawn, chart } = chartAlone(make, drawing, size)
  pen.drawImage(drawn, margin, head, size.width, size.height)
  chart.destroy()
  pen.fillStyle = colours.of('muted')
  pen.fillText(foot, margin, head + size.height + footHeight - 4)
  return blobOf(canvas)
}
