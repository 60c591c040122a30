// The quarter's card as a picture: the items of the card on screen, drawn in the colours of the theme that holds, at twice
// the size of the screen. Its height follows from what stands on it.

import { verdictSigns, verdictTone } from '#session/surpriseText.ts'
import type { CardItem, QuarterCard } from '#session/quarterCard.ts'
import { palette, type Token } from '../chart/palette.ts'

/** So many pixels of the picture lie side by side in one of the page's. */
const pictureScale = 2

/** In pixels of the page, as are all lengths here. */
const width = 520
const margin = 24
const inner = width - 2 * margin

type Style = { readonly weight: number; readonly size: number; readonly line: number; readonly colour: Token }

const styles = {
  title: { weight: 600, size: 17, line: 24, colour: 'text' },
  muted: { weight: 400, size: 12.5, line: 18, colour: 'muted' },
  figure: { weight: 600, size: 21, line: 29, colour: 'text' },
  fact: { weight: 400, size: 13, line: 19, colour: 'text' },
} as const satisfies Readonly<Record<string, Style>>

/** Between items, and above and below the rule between them. */
const gap = 11

/** What a line may be broken between: words, and Chinese characters. */
const piecesOf = (text: string): readonly string[] => text.split(/(?<= )|(?=[\u2e80-\u9fff])/)

/** Draws downwards, or only measures how far down it would go. */
class Pen {
  readonly #canvas: CanvasRenderingContext2D
  readonly #draws: boolean
  readonly #family: string
  readonly #colours = palette()
  y = margin

  constructor(canvas: CanvasRenderingContext2D, draws: boolean, family: string) {
    this.#canvas = canvas
    this.#draws = draws
    this.#family = family
  }

  #use({ weight, size, colour }: Style): void {
    this.#canvas.font = `${weight} ${size}px ${this.#family}`
    this.#canvas.fillStyle = this.#colours.of(colour)
  }

  #linesOf(text: string): readonly string[] {
    const lines: string[] = []
    for (const piece of piecesOf(text)) {
      const longer = (lines.at(-1) ?? '') + piece
      if (lines.length > 0 && this.#canvas.measureText(longer.trimEnd()).width <= inner)
        lines[lines.length - 1] = longer
      else lines.push(piece)
    }
    return lines.map((line) => line.trim())
  }

  write(text: string, style: Style): void {
    this.#use(style)
    for (const line of this.#linesOf(text)) {
      if (this.#draws) this.#canvas.fillText(line, margin, this.y + style.line / 2)
      this.y += style.line
    }
  }

  /** At the right end of the line just written. */
  writeAtEnd(text: string, style: Style, above: number): void {
    if (!this.#draws) return
    this.#use(style)
    this.#canvas.textAlign = 'right'
    this.#canvas.fillText(text, width - margin, this.y - above / 2)
    this.#canvas.textAlign = 'left'
  }

  rule(): void {
    this.y += gap
    if (this.#draws) {
      this.#canvas.fillStyle = this.#colours.of('rule')
      this.#canvas.fillRect(margin, this.y, inner, 1)
    }
    this.y += gap
  }

  clear(height: number): void {
    this.#canvas.fillStyle = this.#colours.of('surface')
    this.#canvas.fillRect(0, 0, width, height)
    this.#canvas.textBaseline = 'middle'
  }
}

const toneColours = { good: 'good', bad: 'problem', neutral: 'muted' } as const

const writeItem = (pen: Pen, { label, figure, verdict, facts }: CardItem): void => {
  pen.write(label, styles.muted)
  pen.write(figure, styles.figure)
  if (verdict !== null) {
    const style = { ...styles.fact, weight: 600, colour: toneColours[verdictTone(verdict)] }
    pen.writeAtEnd(`${verdictSigns[verdict]} ${verdict}`, style, styles.figure.line)
  }
  for (const fact of facts) pen.write(fact, styles.fact)
}

const write = (pen: Pen, { title, quarter, items, foot }: QuarterCard): number => {
  pen.write(title, styles.title)
  pen.write(quarter, styles.muted)
  for (const item of items) {
    pen.rule()
    writeItem(pen, item)
  }
  pen.rule()
  pen.write(foot, styles.muted)
  return Math.ceil(pen.y + margin)
}

const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('the browser draws no pictures')
  return context
}

/** A PNG of the card. */
export const cardPicture = (card: QuarterCard): Promise<Blob> => {
  const { fontFamily } = getComputedStyle(document.body)
  const height = write(new Pen(contextOf(document.createElement('canvas')), false, fontFamily), card)
  const canvas = document.createElement('canvas')
  canvas.width = width * pictureScale
  canvas.height = height * pictureScale
  const context = contextOf(canvas)
  context.scale(pictureScale, pictureScale)
  const pen = new Pen(context, true, fontFamily)
  pen.clear(height)
  write(pen, card)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the browser made no picture of it'))
      else resolve(blob)
    }, 'image/png')
  })
}
