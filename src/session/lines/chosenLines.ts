// What of the sheet's lines is selected: lines, in the order shown, and the heading the cursor stands on.

import type { LineItem } from '#model/lineItem.ts'
import type { Layout } from '../layout.ts'
import type { Selection } from '../selection.svelte.ts'

type Chosen = { readonly lines: readonly LineItem[]; readonly heading: string | null }

/** The selected lines; where none is, the section whose heading the cursor stands on. */
export const chosenLines = (selection: Selection, layout: Layout): Chosen => {
  const places = new Set(
    selection
      .blocks(layout)
      .flatMap(({ firstLine, lastLine }) =>
        Array.from({ length: lastLine - firstLine + 1 }, (_, at) => firstLine + at),
      ),
  )
  const stops = [...places].sort((one, other) => one - other).map((at) => layout.lines[at])
  const lines = stops.flatMap((stop) => (stop?.kind === 'line' ? [stop.line] : []))
  const place = selection.place(layout)
  const stop = place === null ? undefined : layout.lines[place.line]
  return { lines, heading: lines.length === 0 && stop?.kind === 'heading' ? stop.section : null }
}
