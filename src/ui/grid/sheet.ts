// The drawn sheet: AG Grid made to show the open model. It is created once for a model's shape and orientation and then only
// told to look again; the grid compares faces and repaints the cells that changed, and marks are drawn over them.

import { createGrid, type GridApi } from 'ag-grid-community'
import { placeOf, type Cell } from '#session/layout.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { Workbench } from '#session/workbench.svelte.ts'
import { cursorLabel } from './cellLabel.ts'
import { ClipboardEvents } from './clipboardEvents.ts'
import { drawnScreen } from './drawnScreen.ts'
import type { FillDrag } from './fillDrag.ts'
import { listenToInputMethods } from './inputMethod.ts'
import { listenToKeys, type PasteWish } from './keyboard.ts'
import { LineDrag } from './lineDrag.ts'
import { marksOf } from './markList.ts'
import { Marks } from './marks.ts'
import { columnsFor, gridOptions, rowsFor } from './options.ts'
import { Pointer } from './pointer.ts'
import { cellOf, drawnAt, type SheetRow } from './row.ts'
import { columnShape, differs, rowShape } from './shape.ts'
import { followFolding } from './turnedColumns.ts'
import { dialogOver } from './underDialog.ts'

/** What the cells are drawn from: any of it changing is a reason to look again. */
type Seen = Pick<OpenModel, 'results' | 'shown' | 'view'>

export type DrawnSheet = {
  /** Reads rows and cells of the open model again; only what differs is repainted. */
  readonly refresh: (seen: Seen) => void
  /** Draws what is selected, copied and found. */
  readonly mark: () => void
  /** Gives the keyboard to the cursor's cell. */
  readonly takeKeyboard: () => void
  readonly destroy: () => void
}

export const createSheet = (element: HTMLElement, open: OpenModel, workbench: Workbench): DrawnSheet => {
  const { sheet } = open
  const listening = new AbortController()
  const { signal } = listening
  // The grid lays its columns while it is made, before there is anything to mark.
  const drawn: { marks?: Marks } = {}
  const api: GridApi<SheetRow> = createGrid<SheetRow>(
    element,
    gridOptions(open, workbench, element.clientWidth, () => drawn.marks?.relay()),
  )
  const marks = (drawn.marks = new Marks(api, element))
  let drag: FillDrag | null = null
  const mark = (): void => {
    marks.draw(sheet.layout, marksOf(open, drag))
  }

  /** Rows not yet laid anew may put another cell where the cursor's is to be: to go after it would never end. */
  let isFocusing = false
  const focus = (): void => {
    // A dialog would take the keyboard back, without end; whoever opened it gives it to the sheet as it closes.
    if (isFocusing || dialogOver() !== null) return
    const place = sheet.selection.place(sheet.layout)
    if (place === null) return
    const { rowIndex, colId } = drawnAt(sheet.layout, place)
    api.ensureColumnVisible(colId)
    api.ensureIndexVisible(rowIndex)
    isFocusing = true
    api.setFocusedCell(rowIndex, colId)
    isFocusing = false
    // Columns just laid anew have no cells yet: the keyboard is the page's until they are drawn.
    if (!hasKeyboard())
      requestAnimationFrame(() => {
        if (!api.isDestroyed() && document.activeElement === document.body) api.setFocusedCell(rowIndex, colId)
      })
  }
  const takeKeyboard = (): void => {
    if (api.getEditingCells().length > 0) api.stopEditing()
    focus()
  }
  const reveal = (cell: Cell): void => {
    const place = placeOf(sheet.layout, cell)
    if (place === null) return
    const { rowIndex, colId } = drawnAt(sheet.layout, place)
    api.ensureColumnVisible(colId)
    api.ensureIndexVisible(rowIndex)
  }
  const hasKeyboard = (): boolean => element.contains(document.activeElement)
  /** Rows and columns as the session has them now: a command may have folded or added some just before. */
  const follow = (): void => {
    const hadKeyboard = hasKeyboard()
    refresh(open)
    if (hadKeyboard) focus()
    else if (sheet.selection.cursor !== null) reveal(sheet.selection.cursor)
    mark()
  }
  const wish: PasteWish = { areValues: false }
  const clipboard = new ClipboardEvents(element, sheet, wish, signal)

  const screen = drawnScreen({ api, element, open, clipboard, focus, takeKeyboard, reveal, follow })
  sheet.screen = screen

  listenToKeys(element, workbench, wish, signal)
  listenToInputMethods(
    element,
    api,
    open,
    () => {
      screen.edit('empty')
    },
    signal,
  )
  new LineDrag(element, open, takeKeyboard, signal)
  const pointer = new Pointer({
    api,
    element,
    sheet,
    takeKeyboard,
    onFillDrag: (dragged) => {
      drag = dragged
      mark()
    },
  })
  /** Tells a screen reader what the cell with the keyboard is. */
  const nameCursor = (cell: HTMLElement): void => {
    const label = cursorLabel(open)
    if (label !== null) cell.setAttribute('aria-label', label)
  }
  /** Whoever comes to the sheet from elsewhere comes to the cursor's cell; where the grid moves on by itself, the cursor goes along. */
  const followFocus = ({ target, relatedTarget }: FocusEvent): void => {
    // Where the sheet is pressed beside its cells, the cursor has the keyboard all the same.
    const isBeside = target instanceof HTMLElement && target.classList.contains('ag-grid-viewport')
    if (target === element || isBeside) focus()
    if (!(target instanceof HTMLElement) || !target.classList.contains('ag-cell')) return
    const rowId = target.closest('.ag-row')?.getAttribute('row-id') ?? ''
    const cell = cellOf(sheet.layout, rowId, target.getAttribute('col-id') ?? '')
    // While rows are laid anew the grid keeps the keyboard at a row's number, whatever row that is now.
    if (cell === null || isLaying) return
    const [at, now] = [placeOf(sheet.layout, cell), sheet.selection.place(sheet.layout)]
    if (at?.line !== now?.line || at?.time !== now?.time) {
      const isFromSheet = relatedTarget instanceof Node && element.contains(relatedTarget)
      if (!isFromSheet) {
        focus()
        return
      }
      sheet.selection.put(cell)
    }
    nameCursor(target)
  }
  element.addEventListener('focusin', followFocus, { capture: true, signal })
  element.addEventListener(
    'focusout',
    ({ target }) => {
      if (target instanceof HTMLElement && target.classList.contains('ag-cell')) target.removeAttribute('aria-label')
    },
    { signal },
  )
  // A year folded by mouse gives the keyboard back to the sheet; one folded by key keeps it in the header.
  for (const kind of ['click', 'dblclick'] as const)
    element.addEventListener(
      kind,
      ({ target }) => {
        const isYear = target instanceof Element && target.closest('.ag-header-group-cell') !== null
        if (isYear && sheet.pointing?.takesLines !== true) focus()
      },
      { signal },
    )
  api.setGridAriaProperty('label', `${open.model.name}: line items by quarter`)

  let columns = columnShape(open)
  let rows = rowShape(open)
  let isShown = open.shown
  let isLaying = false
  let seen: Seen = { results: open.results, shown: open.shown, view: open.view }
  const refresh = ({ results, shown, view }: Seen): void => {
    if (results === seen.results && shown === seen.shown && view === seen.view) return
    seen = { results, shown, view }
    isLaying = true
    const hadKeyboard = hasKeyboard()
    const nextColumns = columnShape(open)
    if (differs(nextColumns, columns)) {
      columns = nextColumns
      api.setGridOption('columnDefs', columnsFor(open, element.clientWidth))
    }
    const nextRows = rowShape(open)
    if (differs(nextRows, rows)) {
      rows = nextRows
      api.setGridOption('rowData', rowsFor(open))
      api.redrawRows()
    }
    followFolding(api, view)
    // Another scenario is another page, not a change to point at.
    api.refreshCells(isShown === shown ? {} : { suppressFlash: true })
    isShown = shown
    isLaying = false
    // The cell that had the keyboard may be folded away, and the page would have it.
    if (hadKeyboard && !hasKeyboard()) focus()
    const active = document.activeElement
    if (active instanceof HTMLElement && active.classList.contains('ag-cell') && hasKeyboard()) nameCursor(active)
  }

  /** Scrolls so that the last actual stands third from the left, or from the top, with what came before it beside it. */
  const showLastActual = (): void => {
    const { layout } = sheet
    const at = layout.timeAt.get(open.model.lastActual ?? '') ?? 0
    const { rowIndex, colId } = drawnAt(layout, { line: 0, time: Math.max(at - 2, 0) })
    if (layout.orientation === 'across') api.ensureColumnVisible(colId, 'start')
    else api.ensureIndexVisible(rowIndex, 'top')
  }
  requestAnimationFrame(() => {
    if (api.isDestroyed()) return
    showLastActual()
    const place = sheet.selection.place(sheet.layout)
    if (place !== null) api.ensureIndexVisible(drawnAt(sheet.layout, place).rowIndex, 'middle')
    focus()
    mark()
  })
  return {
    refresh,
    mark,
    takeKeyboard,
    destroy: () => {
      listening.abort()
      pointer.destroy()
      if (sheet.screen === screen) sheet.screen = null
      api.destroy()
    },
  }
}
