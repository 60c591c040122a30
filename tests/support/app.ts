// The app as its user sees it, for end-to-end tests: cells by line and column, what the status bar says, files it gives.

import { readFileSync } from 'node:fs'
import { expect, test as base, type Download, type Locator, type Page } from '@playwright/test'

/** A window in which every line and every quarter of the example is drawn at once, since the sheet draws what it shows. */
export const wholeSheet = { width: 3900, height: 2600 }

/** How the browser's protocol numbers keys that are no letter or digit, and the Control key held down. */
const keyCodes = new Map([
  ['.', 190],
  ['Enter', 13],
  ['Tab', 9],
  ['Escape', 27],
])
const controlModifier = 2

export class App {
  readonly page: Page
  /** Violations of the content security policy, errors the page threw and warnings of the grid; a test with any fails. */
  readonly faults: string[] = []

  constructor(page: Page) {
    this.page = page
    page.on('pageerror', (fault) => this.faults.push(fault.message))
    page.on('console', (message) => {
      const isServerGone =
        message.text().includes('ERR_CONNECTION_REFUSED') || message.text().includes('ERR_INTERNET_DISCONNECTED')
      const isGridUpset = message.type() === 'warning' && message.text().startsWith('AG Grid')
      if (isGridUpset || (message.type() === 'error' && !isServerGone)) this.faults.push(message.text())
    })
  }

  async open(address = '/'): Promise<void> {
    await this.page.goto(address)
    await this.isOpen()
  }

  async isOpen(): Promise<void> {
    await expect(this.page.getByRole('treegrid').or(this.page.getByRole('grid')).first()).toBeVisible()
    await expect(this.page.locator('.ag-row').first()).toBeVisible()
  }

  /** A cell by its line's key in the example and its column: `2025-09`, `FY2026` or `constant`. */
  cell(line: string, column: string): Locator {
    return this.page.locator(`.ag-row[row-id="${line}"] .ag-cell[col-id="${column}"]`)
  }

  /** Unfolds the fiscal years that are folded. */
  async unfoldYears(): Promise<void> {
    const folded = this.page.locator('.ag-header-group-cell[aria-expanded="false"] .ag-header-expand-icon-collapsed')
    for (let left = await folded.count(); left > 0; left = await folded.count()) await folded.first().click()
  }

  async show(scenario: string): Promise<void> {
    await this.page.getByRole('radio', { name: scenario }).click()
    await expect(this.page.getByRole('radio', { name: scenario })).toBeChecked()
  }

  async select(line: string, column: string): Promise<void> {
    await this.cell(line, column).click()
  }

  /** The field of the formula bar, by its line's label: a plain one until its editor is there. */
  formula(label: string): Locator {
    return this.page.getByRole('textbox', { name: `Formula of ${label}`, exact: true })
  }

  async seesFormula(label: string, text: string): Promise<void> {
    await expect
      .poll(() =>
        this.formula(label).evaluate((field) =>
          field instanceof HTMLTextAreaElement ? field.value : (field as HTMLElement).innerText,
        ),
      )
      .toBe(text)
  }

  /** Types a text in the place of what is in the formula bar, which keeps the keyboard. */
  async writeFormula(label: string, text: string): Promise<void> {
    await this.formula(label).click()
    await expect(this.page.locator('.cm-editor.cm-focused')).toBeVisible()
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.type(text)
  }

  /** Selects a cell, types a text and presses Enter. */
  async type(line: string, column: string, text: string): Promise<void> {
    await this.select(line, column)
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  /**
   * Types texts and presses keys as fast as the browser takes them, none waiting until the page is through with the one
   * before: `pressAtOnce('31.5', 'Enter', 'Control+z')`.
   */
  async pressAtOnce(...textsAndKeys: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    const isKey = (each: string): boolean => keyCodes.has(each) || each.startsWith('Control+')
    const sent = textsAndKeys
      .flatMap((each) => (isKey(each) ? [each] : each.split('')))
      .flatMap((name) => {
        const key = name.replace('Control+', '')
        const stroke = { key, windowsVirtualKeyCode: keyCodes.get(key) ?? key.toUpperCase().charCodeAt(0) }
        const text = name === 'Enter' ? { text: '\r' } : name.length === 1 ? { text: name } : {}
        const modifiers = name === key ? 0 : controlModifier
        const down = { type: 'keyDown', ...stroke, ...text, modifiers } as const
        return [down, { type: 'keyUp', ...stroke } as const]
      })
      .map((event) => session.send('Input.dispatchKeyEvent', event))
    await Promise.all(sent)
  }

  /** Answers that a reported number that changes was a slip. */
  async isSlip(): Promise<void> {
    await expect(this.page.getByLabel(/^Reason, if /)).toBeFocused()
    await this.page.keyboard.press('Enter')
  }

  get said(): Locator {
    return this.page.locator('.status .said')
  }

  async isSaved(): Promise<void> {
    await expect(this.page.locator('.status').getByText('saved', { exact: true })).toBeVisible()
  }

  async isOfflineReady(): Promise<void> {
    await expect(this.page.locator('.status').getByText('offline ready')).toBeVisible()
  }

  /** Chooses an entry of the Export menu and gives the file's text. */
  async exported(entry: string): Promise<{ readonly name: string; readonly text: string }> {
    await this.page.getByRole('button', { name: 'Export' }).click()
    const waiting = this.page.waitForEvent('download')
    await this.page.getByRole('menuitem', { name: entry }).click()
    return fileOf(await waiting)
  }
}

export const fileOf = async (download: Download): Promise<{ readonly name: string; readonly text: string }> => ({
  name: download.suggestedFilename(),
  text: readFileSync(await download.path(), 'utf8'),
})

/** The app on its own page; the test fails if the page faulted or broke the content security policy. */
export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const app = new App(page)
    await use(app)
    expect(app.faults).toEqual([])
  },
})

export { expect }
