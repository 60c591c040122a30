// What tests of the sheet do whichever way it lies: cells by line and column, what is selected, and the clipboard.

import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app.ts'

export type Orientation = 'across' | 'down'

export class SheetUnderTest {
  readonly app: App
  readonly page: Page
  readonly orientation: Orientation

  constructor(app: App, orientation: Orientation) {
    this.app = app
    this.page = app.page
    this.orientation = orientation
  }

  /** Opens the example in a window in which all of it is drawn. */
  async open(isWhole = true): Promise<void> {
    if (isWhole && this.orientation === 'down') await this.page.setViewportSize({ width: 8200, height: 1000 })
    await this.app.open()
    await this.app.isSaved()
    if (this.orientation === 'across') return
    await this.page.getByRole('button', { name: 'Quarters run down' }).click()
    await expect(this.page.locator('.grid.turned-down .ag-row').first()).toBeVisible()
    await expect(this.cell('cloud_growth', '2025-12')).toBeFocused()
  }

  cell(line: string, column: string): Locator {
    const [row, col] = this.orientation === 'across' ? [line, column] : [column, `line:${line}`]
    return this.page.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${col}"]`)
  }

  async texts(line: string, columns: readonly string[]): Promise<readonly string[]> {
    return Promise.all(columns.map((column) => this.cell(line, column).innerText()))
  }

  /** Presses on one cell, drags to another and lets go. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const [one, other] = [await from.boundingBox(), await to.boundingBox()]
    if (one === null || other === null) throw new Error('not on screen')
    await this.page.mouse.move(one.x + one.width / 2, one.y + one.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(other.x + other.width / 2, other.y + other.height / 2, { steps: 6 })
    await this.page.mouse.up()
  }

  async put(text: string, html?: string): Promise<void> {
    await this.page.evaluate(
      async ([plain, table]) => {
        const parts: Record<string, Blob> = { 'text/plain': new Blob([plain], { type: 'text/plain' }) }
        if (table !== null) parts['text/html'] = new Blob([table], { type: 'text/html' })
        await navigator.clipboard.write([new ClipboardItem(parts)])
      },
      [text, html ?? null] as const,
    )
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** `[left, top, width, height]` of each mark of a kind, in whole pixels of the window. */
  marks(kind: 'range' | 'copied' | 'fill' | 'found' | 'ghost'): Promise<readonly (readonly number[])[]> {
    return this.page.locator(`.mark-${kind}`).evaluateAll((marks) =>
      marks.map((mark) => {
        const { left, top, width, height } = mark.getBoundingClientRect()
        return [left, top, width, height].map(Math.round)
      }),
    )
  }

  /** Whether the only range on screen covers just the cells between two corners. */
  async isSelected(from: Locator, to: Locator): Promise<void> {
    const [one, other] = [await from.boundingBox(), await to.boundingBox()]
    if (one === null || other === null) throw new Error('not on screen')
    const left = Math.min(one.x, other.x)
    const top = Math.min(one.y, other.y)
    const right = Math.max(one.x + one.width, other.x + other.width)
    const bottom = Math.max(one.y + one.height, other.y + other.height)
    await expect
      .poll(async () => {
        const [mark, ...rest] = await this.marks('range')
        const [x = 0, y = 0, width = 0, height = 0] = mark ?? []
        const off = [x - left, y - top, x + width - right, y + height - bottom].map(Math.abs)
        return rest.length === 0 && Math.max(...off) <= 2
      })
      .toBe(true)
  }
}
