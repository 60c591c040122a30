// Dragging lines by the handle before their labels: a rule shows between which rows they would come to stand. The selected
// lines go together where the one that is grasped is among them.

import type { Layout } from '#session/layout.ts'
import type { DropPlace } from '#session/lines/lineMove.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { rangeOf } from '#session/range.ts'

/** How wide the handle is, from the left of a label, in pixels. */
const handleWidth = 18

/** How far the pointer goes before a press is a drag. */
const leastDrag = 4

/** Pixels from the edge within which the sheet scrolls, and how far it goes a move. */
const edge = 28
const scrollStep = 12

type Drag = { readonly ids: readonly string[]; readonly fromY: number; isMoving: boolean; place: DropPlace | null }

type Row = { readonly element: HTMLElement; readonly id: string }

/** The handle's row under an event; null beside handles, and on headings. */
const handleAt = (event: MouseEvent): Row | null => {
  const cell = event.target instanceof Element ? event.target.closest('.ag-cell.label') : null
  const element = cell?.closest<HTMLElement>('.ag-row:not(.section-row)') ?? null
  const id = element?.getAttribute('row-id') ?? null
  if (cell === null || element === null || id === null) return null
  return event.clientX - cell.getBoundingClientRect().left < handleWidth ? { element, id } : null
}

/** Where lines come to stand behind a number of stops. */
const dropBehind = (layout: Layout, count: number, lastOf: (section: string) => string | null): DropPlace | null => {
  const stop = layout.lines[Math.max(count, 1) - 1]
  if (stop === undefined) return null
  if (stop.kind === 'line') return { section: stop.line.section, after: stop.id }
  const next = layout.lines[Math.max(count, 1)]
  // Under a folded heading nothing is seen: what is dropped there goes behind all that it hides.
  const isFolded = next === undefined || next.kind === 'heading'
  return { section: stop.section, after: isFolded ? lastOf(stop.section) : null }
}

export class LineDrag {
  readonly #element: HTMLElement
  readonly #open: OpenModel
  readonly #takeKeyboard: () => void
  readonly #rule = document.createElement('div')
  #drag: Drag | null = null

  constructor(element: HTMLElement, open: OpenModel, takeKeyboard: () => void, signal: AbortSignal) {
    this.#element = element
    this.#open = open
    this.#takeKeyboard = takeKeyboard
    this.#rule.className = 'drop-rule'
    const capture = { capture: true, signal }
    element.addEventListener('mousedown', this.#press, capture)
    element.addEventListener('pointerdown', this.#guard, capture)
    element.addEventListener('mousemove', this.#showHandle, { signal })
    addEventListener('mousemove', this.#move, { signal })
    addEventListener('mouseup', this.#drop, { signal })
    addEventListener('keydown', this.#escape, capture)
    addEventListener('blur', this.#leave, { signal })
  }

  /** The grid would focus the cell under the pointer. */
  readonly #guard = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button === 0 && handleAt(event) !== null) event.stopPropagation()
  }

  readonly #showHandle = (event: MouseEvent): void => {
    this.#element.classList.toggle('is-over-handle', this.#drag !== null || handleAt(event) !== null)
  }

  readonly #press = (event: MouseEvent): void => {
    const row = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey ? handleAt(event) : null
    // While a formula is written it takes the line.
    if (row === null || this.#open.sheet.pointing?.takesLines === true) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { selection } = this.#open.sheet
    const chosen = this.#open.lines.lines.map(({ id }) => id)
    const isAmong = chosen.includes(row.id) && selection.ranges.at(-1)?.isWholeLines === true
    if (!isAmong) {
      const cell = { line: row.id, column: selection.cursor?.column ?? 'constant' }
      selection.choose([{ ...rangeOf(cell), isWholeLines: true }])
    }
    this.#takeKeyboard()
    this.#drag = { ids: isAmong ? chosen : [row.id], fromY: event.clientY, isMoving: false, place: null }
  }

  readonly #move = (event: MouseEvent): void => {
    const drag = this.#drag
    if (drag === null) return
    drag.isMoving ||= Math.abs(event.clientY - drag.fromY) >= leastDrag
    if (!drag.isMoving) return
    this.#scroll(event.clientY)
    const box = this.#element.getBoundingClientRect()
    const at = document.elementFromPoint(box.left + 40, event.clientY)
    const row = at?.closest<HTMLElement>('.ag-row') ?? null
    const index = this.#open.sheet.layout.lineAt.get(row?.getAttribute('row-id') ?? '')
    if (row === null || index === undefined) return
    const { top, height } = row.getBoundingClientRect()
    const isLower = event.clientY > top + height / 2
    const { model, sheet } = this.#open
    drag.place = dropBehind(
      sheet.layout,
      index + (isLower ? 1 : 0),
      (section) => model.lines.findLast((line) => line.section === section)?.id ?? null,
    )
    this.#rule.style.top = `${(isLower || index === 0 ? top + height : top) - box.top - 1}px`
    if (!this.#rule.isConnected) this.#element.append(this.#rule)
  }

  #scroll(y: number): void {
    const scroller = this.#element.querySelector('.ag-grid-viewport')
    const box = scroller?.getBoundingClientRect()
    if (scroller === null || box === undefined) return
    const head = this.#element.querySelector('.ag-header')?.getBoundingClientRect().height ?? 0
    const down = y > box.bottom - edge ? scrollStep : y < box.top + head + edge ? -scrollStep : 0
    if (down !== 0) scroller.scrollBy(0, down)
  }

  readonly #drop = (): void => {
    const drag = this.#drag
    this.#leave()
    if (drag?.isMoving === true && drag.place !== null) this.#open.lines.drop(drag.ids, drag.place)
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#drag === null) return
    event.preventDefault()
    event.stopPropagation()
    this.#leave()
  }

  readonly #leave = (): void => {
    this.#drag = null
    this.#rule.remove()
    this.#element.classList.remove('is-over-handle')
  }
}
