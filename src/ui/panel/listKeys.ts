// The keys of a list whose rows hold buttons: up and down go from row to row, left and right from button to button in one.

/** The button the keyboard goes to from `from`; null where the key means nothing here or leads nowhere. */
const buttonAfter = (list: HTMLElement, from: HTMLElement, key: string): HTMLElement | null => {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-step]')]
  const row = rows.findIndex((each) => each.contains(from))
  const buttonsOf = (at: number): readonly HTMLElement[] => [
    ...(rows[at]?.querySelectorAll<HTMLElement>('button') ?? []),
  ]
  const column = buttonsOf(row).indexOf(from)
  const inRow = (at: number): HTMLElement | null => buttonsOf(at)[Math.max(0, column)] ?? buttonsOf(at)[0] ?? null
  switch (key) {
    case 'ArrowDown':
      return inRow(row + 1)
    case 'ArrowUp':
      return inRow(row - 1)
    case 'Home':
      return inRow(0)
    case 'End':
      return inRow(rows.length - 1)
    case 'ArrowRight':
      return buttonsOf(row)[column + 1] ?? null
    case 'ArrowLeft':
      return buttonsOf(row)[column - 1] ?? null
    default:
      return null
  }
}

/** Goes on with the keys of a list. */
export const walkList = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
  const { target, currentTarget, key } = event
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
  // In a field they go through its text.
  if (target instanceof HTMLInputElement) return
  const next = buttonAfter(currentTarget, target, key)
  if (next === null) return
  event.preventDefault()
  next.focus()
}
