// The Meter measures inside a page, ours or the bare grid's alike. A time begins with an input event, before anything of the
// page hears of it, and ends once the frame is painted in which the awaited answer stands on screen: a message posted in an
// animation frame arrives after that frame's style, layout and paint. Work is the same without the wait between the event
// and the frame, in which the main thread may have had nothing to do: a message posted by the event arrives when it is done.

/** What must be on screen, each cell by its selector. */
export type Awaited =
  | { readonly kind: 'texts'; readonly cells: readonly { readonly cell: string; readonly text: string }[] }
  /** The selection's mark ends at this cell's corner, and is so many pixels high. */
  | { readonly kind: 'marked'; readonly cell: string; readonly height: number }
  | { readonly kind: 'focused'; readonly cell: string }

/** Milliseconds. */
export type Taken = { readonly time: number; readonly work: number }

export type Touched = {
  /** Cells whose look was touched: contents, style, or classes other than the focus's and the editor's. */
  readonly touched: readonly string[]
  /** Cells whose text is another. */
  readonly changed: readonly string[]
}

type Meter = {
  /** From one animation frame to the next with nothing to do in between. */
  readonly emptyFrame: () => Promise<number>
  /** Begins to wait for an event; `answer` tells what it took from it until what is awaited is painted. */
  readonly arm: (event: 'keydown' | 'mousemove', awaited: Awaited) => void
  readonly answer: () => Promise<Taken>
  /** The time from scrolling by so many pixels to the last frame painted in which the sheet still changed. */
  readonly scroll: (pixels: number) => Promise<number>
  /** Places in the sheet's window where no cell is drawn. */
  readonly holes: () => number
  /** Resolves once nothing has changed for a while, no cell flashes, and all is saved. */
  readonly rest: () => Promise<void>
  readonly watch: () => void
  readonly touched: () => Touched
}

declare global {
  var meter: Meter
}

/** Runs in the page by itself: it may use nothing from outside. */
export const installMeter = (): void => {
  const patience = 20_000 // ms: longer than the slowest answer on a busy machine
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(() => done(performance.now())))
  /** When the messages that are waiting have arrived. */
  const message = (): Promise<number> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    })
  /** When the next frame begins, and when it is painted. */
  const painted = (): Promise<{ readonly from: number; readonly to: number }> =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const from = performance.now()
        void message().then((to) => done({ from, to }))
      })
    })
  const sheet = (): Element => document.querySelector('.ag-root-wrapper') ?? document.body
  const boxOf = (selector: string): DOMRect =>
    document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()

  const stands = (awaited: Awaited): boolean => {
    if (awaited.kind === 'texts')
      return awaited.cells.every(({ cell, text }) => document.querySelector(cell)?.textContent === text)
    if (awaited.kind === 'focused') return document.querySelector(`${awaited.cell}.ag-cell-focus`) !== null
    const [mark, cell] = [boxOf('.mark-range'), boxOf(awaited.cell)]
    const off = [mark.right - cell.right, mark.bottom - cell.bottom, mark.height - awaited.height]
    return cell.width > 0 && off.every((each) => Math.abs(each) <= 2)
  }

  let answer: Promise<Taken> = Promise.reject(new Error('The meter was not armed.'))
  answer.catch(() => undefined)
  const follow = async (awaited: Awaited): Promise<Taken> => {
    const begun = performance.now()
    const [done, first] = await Promise.all([message(), painted()])
    // What the browser hears with the frame, as it does moves of the pointer, it does in one go.
    const wait = Math.max(first.from - done, 0)
    let last = first.to
    while (!stands(awaited)) {
      if (last - begun > patience) throw new Error(`Not on screen: ${JSON.stringify(awaited)}`)
      last = (await painted()).to
    }
    return { time: last - begun, work: last - begun - wait }
  }
  const arm: Meter['arm'] = (event, awaited) => {
    answer = new Promise((done, fail) => {
      addEventListener(event, () => void follow(awaited).then(done, fail), { capture: true, once: true })
    })
    answer.catch(() => undefined)
  }

  const nameOf = (cell: Element): string =>
    `${cell.closest('.ag-row')?.getAttribute('row-id') ?? ''} ${cell.getAttribute('col-id') ?? ''}`
  const texts = (): Map<string, string> =>
    new Map([...sheet().querySelectorAll('.ag-cell')].map((cell) => [nameOf(cell), cell.textContent]))
  /** Classes without those that tell of the keyboard and of an editor, in one order. */
  const look = (classes: string | null): string =>
    (classes ?? '')
      .split(/\s+/)
      .filter((name) => !/focus|editing/.test(name))
      .sort()
      .join(' ')
  let before = new Map<string, string>()
  const touchedCells = new Set<string>()
  const note = (records: readonly MutationRecord[]): void => {
    for (const { target, type, attributeName, oldValue } of records) {
      const element = target instanceof Element ? target : target.parentElement
      const cell = element?.closest('.ag-cell') ?? null
      if (cell === null) continue
      const isLook =
        type !== 'attributes' ||
        attributeName === 'style' ||
        (attributeName === 'class' && look(oldValue) !== look(element?.className ?? ''))
      if (isLook) touchedCells.add(nameOf(cell))
    }
  }
  const observer = new MutationObserver(note)

  const quietFrames = async (count: number): Promise<number> => {
    let [mutations, last] = [0, performance.now()]
    const watching = new MutationObserver((records) => (mutations += records.length))
    watching.observe(sheet(), { subtree: true, childList: true, attributes: true, characterData: true })
    let seen = 0
    for (let quiet = 0; quiet < count;) {
      const now = (await painted()).to
      if (mutations !== seen) [last, quiet] = [now, 0]
      else quiet += 1
      seen = mutations
    }
    watching.disconnect()
    return last
  }

  globalThis.meter = {
    emptyFrame: async () => {
      const first = await frame()
      return (await frame()) - first
    },
    arm,
    answer: () => answer,
    scroll: async (pixels) => {
      await frame()
      await new Promise((done) => setTimeout(done))
      const begun = performance.now()
      document.querySelector('.ag-grid-viewport')?.scrollBy(0, pixels)
      return (await quietFrames(4)) - begun
    },
    holes: () => {
      const [view, head] = [boxOf('.ag-grid-viewport'), boxOf('.ag-header')]
      let holes = 0
      for (let y = head.bottom + 12; y < view.bottom - 24; y += 25)
        for (const x of [view.left + 20, view.right - 120])
          if ((document.elementFromPoint(x, y)?.closest('.ag-cell') ?? null) === null) holes += 1
      return holes
    },
    rest: async () => {
      const isBusy = (): boolean =>
        document.querySelector('.ag-cell-data-changed, .ag-cell-data-changed-animation') !== null ||
        document.querySelector('.status')?.textContent.includes('saving…') === true
      do await quietFrames(6)
      while (isBusy())
    },
    watch: () => {
      before = texts()
      touchedCells.clear()
      observer.observe(sheet(), {
        ...{ subtree: true, childList: true, characterData: true },
        ...{ attributes: true, attributeOldValue: true },
      })
    },
    touched: () => {
      note(observer.takeRecords())
      observer.disconnect()
      const after = texts()
      return {
        touched: [...touchedCells].sort(),
        changed: [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort(),
      }
    },
  }
}
