// Where Enter leads from a field of a release.

import { expect, test } from 'vitest'
import { ledTo } from '#ui/release/releaseKeys.ts'

const table = (...rows: readonly (readonly [line: string, isOptional: boolean, value: string])[]): HTMLElement => {
  const element = document.createElement('table')
  for (const [line, isOptional, value] of rows) {
    const row = element.insertRow()
    row.classList.toggle('is-optional', isOptional)
    const field = document.createElement('input')
    Object.assign(field.dataset, { part: 'reported', line })
    field.value = value
    row.insertCell().append(field)
  }
  return element
}

const entered = (element: HTMLElement, line: string): string | null => {
  let led: HTMLInputElement | 'end' | null = null
  const field = element.querySelector(`[data-line="${line}"]`)
  field?.addEventListener('keydown', (event) => (led = ledTo(element, event as KeyboardEvent)))
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  const at = led as HTMLInputElement | 'end' | null
  return at === null || at === 'end' ? at : (at.dataset['line'] ?? null)
}

test('[I8] once all that is due is in, Enter comes to the button, past what is not due', () => {
  expect(entered(table(['revenue', false, '1'], ['capex', false, '2'], ['yearly', true, '']), 'capex')).toBe('end')
  expect(entered(table(['revenue', false, ''], ['capex', false, '2'], ['yearly', true, '']), 'capex')).toBe('yearly')
  expect(entered(table(['revenue', false, '1'], ['capex', false, '']), 'revenue')).toBe('capex')
  expect(entered(table(['yearly', true, '1']), 'yearly')).toBe('end')
})
