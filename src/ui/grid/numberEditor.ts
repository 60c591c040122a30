// The editor over a cell: a text field that says where the number will land, and, when a text cannot be read, why. A
// refused text stays in the field; Escape gives the old value back.

import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community'
import type { ScenarioColour } from '#model/scenario.ts'

export type NumberEditorParams = ICellEditorParams & {
  /** The number as one would type it; empty where there is none. */
  readonly textOf: () => string
  readonly landing: () => { readonly name: string; readonly colour: ScenarioColour }
  /** Why a text cannot be typed here, or null. */
  readonly refusal: (text: string) => string | null
}

export class NumberEditor implements ICellEditorComp {
  readonly #box = document.createElement('div')
  readonly #field = document.createElement('input')
  readonly #hint = document.createElement('div')
  #params!: NumberEditorParams
  #initial = ''

  init(params: NumberEditorParams): void {
    this.#params = params
    const { name, colour } = params.landing()
    const typed = params.eventKey !== null && params.eventKey.length === 1 ? params.eventKey : null
    const isEmptied = params.eventKey === 'Backspace'
    this.#initial = typed !== null || isEmptied ? '' : params.textOf()
    this.#box.className = 'number-editor'
    this.#box.style.width = `${params.column.getActualWidth() + 1}px`
    this.#field.value = typed ?? this.#initial
    this.#field.autocomplete = 'off'
    this.#field.spellcheck = false
    this.#field.setAttribute('aria-label', `Number, lands in ${name}`)
    this.#hint.className = 'number-editor-hint'
    this.#hint.id = 'number-editor-hint'
    this.#hint.setAttribute('role', 'status')
    this.#hint.textContent = `in ${name}`
    this.#hint.classList.add(`scenario-${colour}`)
    this.#field.setAttribute('aria-describedby', this.#hint.id)
    this.#box.append(this.#field, this.#hint)
    this.#field.addEventListener('keydown', (event) => {
      this.#onKey(event)
    })
  }

  #onKey(event: KeyboardEvent): void {
    const isCommit = event.key === 'Enter' || event.key === 'Tab'
    if (isCommit && !event.isComposing && !this.isCancelAfterEnd()) {
      const refusal = this.#params.refusal(this.#field.value)
      if (refusal !== null) {
        event.preventDefault()
        event.stopPropagation()
        this.#hint.textContent = refusal
        this.#hint.className = 'number-editor-hint refused'
        this.#field.setAttribute('aria-invalid', 'true')
      }
      return
    }
    // The arrows move inside the text; the grid must not take them.
    if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') event.stopPropagation()
  }

  getGui(): HTMLElement {
    return this.#box
  }

  afterGuiAttached(): void {
    this.#field.focus()
    if (this.#params.eventKey === null || this.#params.eventKey.length > 1) this.#field.select()
  }

  getValue(): string {
    return this.#field.value
  }

  /** A text that was not changed is no edit: F2 and Enter leave an inherited number inherited. */
  isCancelAfterEnd(): boolean {
    return this.#field.value === this.#initial
  }

  isPopup(): boolean {
    return true
  }

  getPopupPosition(): 'over' {
    return 'over'
  }
}
