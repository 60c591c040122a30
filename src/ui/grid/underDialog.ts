// The sheet under a dialog: while one is open the keyboard is the dialog's, from the key on that opened it.

import { writesSign } from '#session/keyPress.ts'

/** The dialog that is open over the sheet, or comes with the next frame. */
export const dialogOver = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[aria-modal="true"][data-state="open"]')

const isTextField = (element: HTMLElement | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(element.type))

/** A key that still came to the sheet: what writes a sign goes into the dialog's first field, and no other does anything here. */
export const giveToDialog = (dialog: HTMLElement, event: KeyboardEvent): void => {
  event.stopPropagation()
  const first = dialog.querySelector<HTMLElement>('input, textarea, select, button')
  if (writesSign(event) && isTextField(first)) first.focus()
  else event.preventDefault()
}
