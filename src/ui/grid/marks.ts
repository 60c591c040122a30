// Marks lie over the cells: the selected ranges, the frame round what was copied, the preview of a fill, what was found. They
// are drawn in two layers, one that scrolls with the cells and one that stays with the frozen columns, so that dragging a
// selection touches no cell and scrolling touches no mark.

import type { GridApi } from 'ag-grid-community'
import type { Layout } from '#session/layout.ts'
import type { Block } from '#session/range.ts'
import type { TintTone } from '#session/tint.ts'
import { drawnAt, type SheetRow } from './row.ts'

export type Mark = {
  readonly kind: 'range' | 'copied' | 'fill' | 'found' | 'ghost' | `tint-${TintTone}`
  readonly block: Block
  /** What a ghost shows: the number a fill would put there. */
  readonly text?: string
  /** Whether it is the cursor's cell and nothing more, which its outline shows. */
  readonly isSingle?: boolean
  /** Whether the mark has the handle that fills. */
  readonly hasHandle?: boolean
}

type Column = { readonly left: number; readonly width: number; readonly isPinned: boolean }

type Drawn = { readonly element: HTMLElement; style: string; name: string; text: string }

export const rowHeight = 25

export class Marks {
  readonly #api: GridApi<SheetRow>
  readonly #layers: { readonly scrolling: HTMLElement; readonly frozen: HTMLElement }
  readonly #drawn: Readonly<Record<'scrolling' | 'frozen', Drawn[]>> = { scrolling: [], frozen: [] }
  readonly #handle = document.createElement('div')
  #columns: ReadonlyMap<string, Column> | null = null
  #marks: readonly Mark[] = []
  #layout: Layout | null = null

  constructor(api: GridApi<SheetRow>, element: HTMLElement) {
    this.#api = api
    const container = element.querySelector('.ag-grid-scrolling-container')
    const layer = (name: string): HTMLElement => {
      const made = document.createElement('div')
      made.className = `marks ${name}`
      made.setAttribute('aria-hidden', 'true')
      container?.append(made)
      return made
    }
    this.#layers = { scrolling: layer('marks-scrolling'), frozen: layer('marks-frozen') }
    this.#handle.className = 'fill-handle'
  }

  /** Columns moved, or got another width: what is drawn is laid anew. */
  relay(): void {
    this.#columns = null
    if (this.#layout !== null) this.draw(this.#layout, this.#marks)
  }

  #geometry(): ReadonlyMap<string, Column> {
    if (this.#columns !== null) return this.#columns
    const columns = this.#api.getAllDisplayedColumns()
    const frozenWidth = columns
      .filter((column) => column.isPinnedLeft())
      .reduce((width, column) => width + column.getActualWidth(), 0)
    this.#columns = new Map(
      columns.map((column) => {
        const isPinned = column.isPinnedLeft()
        const left = (column.getLeft() ?? 0) + (isPinned ? 0 : frozenWidth)
        return [column.getColId(), { left, width: column.getActualWidth(), isPinned }]
      }),
    )
    return this.#columns
  }

  draw(layout: Layout, marks: readonly Mark[]): void {
    this.#layout = layout
    this.#marks = marks
    const used = { scrolling: 0, frozen: 0 }
    let handleIn: HTMLElement | null = null
    for (const mark of marks)
      for (const layer of ['frozen', 'scrolling'] as const) {
        const box = this.#box(layout, mark.block, layer === 'frozen')
        if (box === null) continue
        const element = this.#put(layer, used[layer], mark, box)
        used[layer] += 1
        if (mark.hasHandle === true) handleIn = element
      }
    for (const layer of ['frozen', 'scrolling'] as const)
      for (const { element } of this.#drawn[layer].splice(used[layer])) element.remove()
    if (handleIn === null) this.#handle.remove()
    else if (this.#handle.parentElement !== handleIn) handleIn.append(this.#handle)
  }

  /** The rectangle of the part of a block that lies in frozen columns, or in the others; null where there is none. */
  #box(layout: Layout, block: Block, isFrozen: boolean): string | null {
    const first = drawnAt(layout, { line: block.firstLine, time: block.firstTime })
    const last = drawnAt(layout, { line: block.lastLine, time: block.lastTime })
    const columns = this.#geometry()
    const [from, to] =
      layout.orientation === 'across' ? [block.firstTime, block.lastTime] : [block.firstLine, block.lastLine]
    let [left, right] = [Infinity, -Infinity]
    for (let at = from; at <= to; at += 1) {
      const place =
        layout.orientation === 'across' ? { line: block.firstLine, time: at } : { line: at, time: block.firstTime }
      const column = columns.get(drawnAt(layout, place).colId)
      if (column?.isPinned !== isFrozen) continue
      left = Math.min(left, column.left)
      right = Math.max(right, column.left + column.width)
    }
    if (left === Infinity) return null
    const [top, height] = [first.rowIndex * rowHeight, (last.rowIndex - first.rowIndex + 1) * rowHeight]
    return `transform:translate(${left}px,${top}px);width:${right - left}px;height:${height - 1}px`
  }

  #put(layer: 'scrolling' | 'frozen', at: number, { kind, text = '', isSingle }: Mark, style: string): HTMLElement {
    const known = this.#drawn[layer][at]
    const drawn = known ?? { element: document.createElement('div'), style: '', name: '', text: '' }
    if (known === undefined) {
      this.#layers[layer].append(drawn.element)
      this.#drawn[layer].push(drawn)
    }
    const { element } = drawn
    if (drawn.style !== style) element.style.cssText = drawn.style = style
    const name = isSingle === true ? `${kind} is-single` : kind
    if (drawn.name !== name) element.className = `mark mark-${(drawn.name = name)}`
    if (drawn.text !== text) element.textContent = drawn.text = text
    return element
  }
}
