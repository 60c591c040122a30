// Keys pressed while a dialog is still coming over the sheet.

import { afterEach, expect, test } from 'vitest'
import { dialogOver, giveToDialog } from '#ui/grid/underDialog.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const over = (state: 'open' | 'closed', inside: string): HTMLElement | null => {
  document.body.innerHTML = `<div role="dialog" aria-modal="true" data-state="${state}">${inside}</div><div class="cell" tabindex="0"></div>`
  document.querySelector<HTMLElement>('.cell')?.focus()
  return dialogOver()
}

const pressed = (dialog: HTMLElement | null, key: string): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true })
  if (dialog !== null) giveToDialog(dialog, event)
  return event
}

test('[M4] a sign goes into the first field of a dialog that is coming, another key nowhere', () => {
  const dialog = over('open', '<input id="name"><button>Go</button>')
  expect(pressed(dialog, 'Enter').defaultPrevented).toBe(true)
  expect(document.activeElement).toHaveClass('cell')
  expect(pressed(dialog, 'S').defaultPrevented).toBe(false)
  expect(document.activeElement).toHaveAttribute('id', 'name')
})

test('[M4] where the first thing is no text field a sign does nothing', () => {
  const dialog = over('open', '<input type="checkbox"><input id="name">')
  expect(pressed(dialog, 'S').defaultPrevented).toBe(true)
  expect(document.activeElement).toHaveClass('cell')
})

test('[M4] a dialog that is going away is over the sheet no more', () => {
  expect(over('closed', '<input>')).toBeNull()
})
