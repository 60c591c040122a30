// Drags as they are measured: the pointer held on a sheet and moved by one cell, to and fro. In the app that extends a
// selection, of a few cells or of very many; in the bare grid it moves the focus.

import type { Layout } from '#session/layout.ts'
import type { Awaited } from './meter.ts'
import { cellSelector } from './subject.ts'
import type { Point, Step, Tab } from './tab.ts'

/** A cell in the window: where it is, its row's index and its column's id. */
type SeenCell = { readonly cell: string; readonly at: Point; readonly row: number; readonly column: string }

const rowHeight = 25

/** The cells wholly in the window of the first column beside those that stay left, or of the last. */
const seenCells = async ({ page }: Tab, end: 'first' | 'last'): Promise<readonly SeenCell[]> => {
  const found = await page.evaluate((which) => {
    const boxOf = (name: string): DOMRect => document.querySelector(name)?.getBoundingClientRect() ?? new DOMRect()
    const [view, head] = [boxOf('.ag-grid-viewport'), boxOf('.ag-header')]
    const stays = [...document.querySelectorAll('.ag-row')]
      .flatMap((row) => [...row.querySelectorAll('[col-id="constant"]')])
      .map((cell) => cell.getBoundingClientRect().right)
    const x = which === 'first' ? Math.max(...stays) + 100 : view.right - 130
    const seen = []
    for (let y = head.bottom + 2; y < view.bottom; y += 5) {
      const cell = document.elementFromPoint(x, y)?.closest('.ag-cell') ?? null
      const row = cell?.closest('.ag-row') ?? null
      if (cell === null || row === null) continue
      const box = cell.getBoundingClientRect()
      if (box.top < head.bottom || box.bottom > view.bottom - 45) continue // nearer to the edge the sheet scrolls by itself
      seen.push({
        names: [row.getAttribute('row-id') ?? '', cell.getAttribute('col-id') ?? ''] as const,
        at: { x, y: box.top + box.height / 2 },
        row: Number(row.getAttribute('row-index')),
      })
    }
    return seen
  }, end)
  const once = found.filter(({ row }, at) => row !== found[at - 1]?.row)
  return once.map(({ names: [row, column], ...rest }) => ({ cell: cellSelector(row, column), column, ...rest }))
}

const present = (cell: SeenCell | undefined): SeenCell => {
  if (cell === undefined) throw new Error('The window shows fewer rows than the drag needs.')
  return cell
}

/** A drag begun: between what the pointer moves, and how many cells it covers. */
export type Drag = { readonly steps: readonly [Step, Step]; readonly cells: number }

const between = (one: SeenCell, other: SeenCell, awaited: (cell: SeenCell) => Awaited): readonly [Step, Step] => [
  { at: one.at, awaited: awaited(one) },
  { at: other.at, awaited: awaited(other) },
]

export const scrollTo = ({ page }: Tab, left: number, top: number): Promise<void> =>
  page.evaluate(
    async ([x, y]) => {
      document.querySelector('.ag-grid-viewport')?.scrollTo(x, y)
      await meter.rest()
    },
    [left, top] as const,
  )

const press = async ({ page }: Tab, { x, y }: Point): Promise<void> => {
  await page.mouse.move(x, y)
  await page.mouse.down()
}

const marked =
  (anchor: SeenCell) =>
  ({ cell, row }: SeenCell): Awaited => ({ kind: 'marked', cell, height: (row - anchor.row + 1) * rowHeight })

/** Ten cells of one column, and the eleventh. */
export const beginSmall = async (tab: Tab): Promise<Drag> => {
  const seen = await seenCells(tab, 'first')
  const anchor = present(seen[0])
  await press(tab, anchor.at)
  const [tenth, eleventh] = [present(seen[9]), present(seen[10])]
  return { steps: between(tenth, eleventh, marked(anchor)), cells: eleventh.row - anchor.row + 1 }
}

/**
 * From the first cell on screen to one far down in the last column on screen: about so many cells, or all there are. The sheet
 * is scrolled while the button is held, as by a wheel.
 */
export const beginLarge = async (tab: Tab, { timeAt }: Layout, wished: number): Promise<Drag> => {
  await scrollTo(tab, 0, 0)
  const anchor = present((await seenCells(tab, 'first'))[0])
  await press(tab, anchor.at)
  await scrollTo(tab, 1e6, 0)
  const placeOf = ({ column }: SeenCell): number => timeAt.get(column) ?? NaN
  const columns = placeOf(present((await seenCells(tab, 'last'))[0])) - placeOf(anchor) + 1
  const rows = Math.ceil(wished / columns)
  await scrollTo(tab, 1e6, Math.max(rows - 12, 0) * rowHeight)
  const seen = await seenCells(tab, 'last')
  const reached = seen.findIndex(({ row }) => row - anchor.row + 1 >= rows)
  const at = reached > 0 ? reached : seen.length - 1
  const [one, other] = [present(seen[at - 1]), present(seen[at])]
  return { steps: between(one, other, marked(anchor)), cells: (other.row - anchor.row + 1) * columns }
}

/** The focus of the bare grid, to and fro. */
export const beginFocus = async (tab: Tab): Promise<Drag> => {
  const seen = await seenCells(tab, 'first')
  await press(tab, present(seen[0]).at)
  const steps = between(present(seen[9]), present(seen[10]), ({ cell }) => ({ kind: 'focused', cell }))
  return { steps, cells: 1 }
}

/** Lets go, and goes back to where the sheet was scrolled to. */
export const end = async (tab: Tab, from: { readonly left: number; readonly top: number }): Promise<void> => {
  await tab.page.mouse.up()
  await scrollTo(tab, from.left, from.top)
}

export const scrolledTo = ({ page }: Tab): Promise<{ left: number; top: number }> =>
  page.evaluate(() => {
    const scroller = document.querySelector('.ag-grid-viewport')
    return { left: scroller?.scrollLeft ?? 0, top: scroller?.scrollTop ?? 0 }
  })
