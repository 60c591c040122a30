// A drag of the pointer over the sheet: what was begun goes on with every cell reached, until the button is let go. Near the
// edge the sheet scrolls on its own; Escape gives the drag up.

import type { Hit, Hits } from './hit.ts'

/** Pixels from the edge within which the sheet scrolls, and how far it goes a frame. */
const edge = 28
const scrollStep = 22

export class PointerDrag {
  readonly #hits: Hits
  #drag: ((hit: Hit) => void) | null = null
  #onDrop: (() => void) | null = null
  #last: { x: number; y: number } = { x: 0, y: 0 }
  #frame = 0

  /** `onGivenUp` is called when Escape gave a drag up. */
  constructor(hits: Hits, onGivenUp: () => void, signal: AbortSignal) {
    this.#hits = hits
    addEventListener(
      'mousemove',
      (event) => {
        if (this.#drag === null) return
        this.#last = { x: event.clientX, y: event.clientY }
        this.#follow()
      },
      { signal },
    )
    for (const kind of ['mouseup', 'blur'] as const)
      addEventListener(
        kind,
        () => {
          this.#drop()
        },
        { signal },
      )
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || this.#drag === null) return
        event.preventDefault()
        event.stopPropagation()
        this.#onDrop = null
        this.#drop()
        onGivenUp()
      },
      { capture: true, signal },
    )
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame)
    })
  }

  begin(drag: (hit: Hit) => void, onDrop: (() => void) | null): void {
    this.#drag = drag
    this.#onDrop = onDrop
  }

  #drop(): void {
    this.#drag = null
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const done = this.#onDrop
    this.#onDrop = null
    done?.()
  }

  #follow(): void {
    const { x, y } = this.#inside()
    const hit = this.#hits.at(document.elementFromPoint(x, y))
    if (hit !== null) this.#drag?.(hit)
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#scroll)
  }

  /** The point of the drag moved onto the sheet: beyond its edge it stands for the last cell there. */
  #inside(): { x: number; y: number } {
    const { right, top, bottom } = this.#hits.window()
    const box = this.#hits.scroller()?.getBoundingClientRect() ?? new DOMRect()
    const clamp = (at: number, least: number, most: number): number => Math.min(Math.max(at, least), most)
    return { x: clamp(this.#last.x, box.left + 2, right - 18), y: clamp(this.#last.y, top + 2, bottom - 4) }
  }

  readonly #scroll = (): void => {
    this.#frame = 0
    const scroller = this.#hits.scroller()
    if (this.#drag === null || scroller === null) return
    const { left, right, top, bottom } = this.#hits.window()
    const { x, y } = this.#last
    const across = x > right - edge ? scrollStep : x < left + edge && x > left - edge ? -scrollStep : 0
    const down = y > bottom - edge ? scrollStep : y < top + edge ? -scrollStep : 0
    if (across === 0 && down === 0) return
    scroller.scrollBy(across, down)
    this.#follow()
  }
}
