// The browser's clipboard at the sheet: copy, cut and paste events while it has the keyboard, and the same from menus, where
// no key gave the browser leave to read.

import { readTsv } from '#exchange/block.ts'
import { copiedType, readCopied } from '#exchange/copied.ts'
import type { ClipboardTexts, Incoming } from '#session/clipboard.svelte.ts'
import { complaint } from '#session/message.ts'
import type { Sheet } from '#session/sheet.svelte.ts'
import { readHtmlTable } from './htmlTable.ts'
import type { PasteWish } from './keyboard.ts'

/** A text of the clipboard as a table: cells between tabs and line ends. */
const tableOf = (plain: string): Incoming['table'] =>
  plain.trim() === '' ? [] : readTsv(plain).map((row) => row.map((text) => ({ text, isExact: false })))

const incoming = (own: string, html: string, plain: string): Incoming => ({
  own: readCopied(own),
  table: (html === '' ? null : readHtmlTable(html)) ?? tableOf(plain),
})

export class ClipboardEvents {
  readonly #sheet: Sheet
  /** What was copied last: browsers do not give a menu the cells of Paceline's own, but the text that came with them. */
  #last: ClipboardTexts | null = null
  /** What a copy from a menu asks for. */
  #areNamed = false

  constructor(element: HTMLElement, sheet: Sheet, wish: PasteWish, signal: AbortSignal) {
    this.#sheet = sheet
    const listen = (kind: 'copy' | 'cut' | 'paste', hear: (clipboard: DataTransfer) => void): void => {
      element.addEventListener(
        kind,
        (event) => {
          // In an editor the clipboard is the text field's own.
          const isOnCell = event.target instanceof Element && event.target.closest('.ag-cell') !== null
          if (!isOnCell || event.target instanceof HTMLInputElement || event.clipboardData === null) return
          event.preventDefault()
          hear(event.clipboardData)
        },
        { capture: true, signal },
      )
    }
    listen('copy', (clipboard) => {
      this.#give(clipboard, false)
    })
    listen('cut', (clipboard) => {
      this.#give(clipboard, true)
    })
    listen('paste', (clipboard) => {
      const { areValues } = wish
      wish.areValues = false
      const plain = clipboard.getData('text/plain')
      // Pasted as values, browsers give the text alone.
      const own = clipboard.getData(copiedType) || this.#ownOf(plain)
      sheet.clipboard.paste(incoming(own, clipboard.getData('text/html'), plain), areValues)
    })
    // Without a selected text Chrome copies only where it is told that there is something.
    element.addEventListener(
      'beforecopy',
      (event) => {
        event.preventDefault()
      },
      { signal },
    )
    element.addEventListener(
      'beforecut',
      (event) => {
        event.preventDefault()
      },
      { signal },
    )
  }

  #give(clipboard: DataTransfer, isCut: boolean): void {
    const texts = this.#sheet.clipboard.take(isCut, this.#areNamed)
    this.#areNamed = false
    if (texts === null) return
    this.#last = texts
    clipboard.setData('text/plain', texts.plain)
    clipboard.setData('text/html', texts.html)
    clipboard.setData(copiedType, texts.own)
  }

  /** Paceline's own cells, where a text is that of what was copied last; empty where it is not. */
  #ownOf(plain: string): string {
    const sameLines = (text: string): string => text.replaceAll('\r\n', '\n')
    return this.#last !== null && sameLines(this.#last.plain) === sameLines(plain) ? this.#last.own : ''
  }

  copy(isCut: boolean, areNamed: boolean): void {
    this.#areNamed = areNamed
    // Old as it is, it alone makes the browser fire the event that carries Paceline's own cells along.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (!document.execCommand(isCut ? 'cut' : 'copy')) {
      this.#areNamed = false
      this.#sheet.say(
        complaint(`The browser did not let this be copied. Press ${isCut ? 'Ctrl+X' : 'Ctrl+C'} on the sheet.`),
      )
    }
  }

  /** Reads the clipboard where the browser lets a menu do so, after asking the user. */
  async paste(areValues: boolean): Promise<void> {
    try {
      const [item] = await navigator.clipboard.read()
      const textOf = async (type: string): Promise<string> =>
        item?.types.includes(type) === true ? (await item.getType(type)).text() : ''
      const [html, plain] = await Promise.all([textOf('text/html'), textOf('text/plain')])
      this.#sheet.clipboard.paste(incoming(this.#ownOf(plain), html, plain), areValues)
    } catch {
      // Refused, or nothing in a form that can be read: the key works without leave.
      const keys = areValues ? 'Ctrl+Shift+V' : 'Ctrl+V'
      this.#sheet.say(complaint(`The browser did not let the clipboard be read from here. Press ${keys} on the sheet.`))
    }
  }
}
