// The list of marks over the open model's cells: what is selected, copied and found, and the preview of a fill.

import { tableValue } from '#model/figure.ts'
import { columnId } from '#session/column.ts'
import { inNumberOf } from '#session/entries.ts'
import { placeOf, type Cell, type Layout } from '#session/layout.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { blocksOf, sizeOf, type Block } from '#session/range.ts'
import type { FillDrag } from './fillDrag.ts'
import type { Mark } from './marks.ts'

/** More than a screen holds need no frame of their own. */
const mostFound = 400
const mostGhosts = 600
const mostTints = 600

const blockAt = (layout: Layout, cell: Cell): Block | null => {
  const place = placeOf(layout, cell)
  if (place === null) return null
  return { firstLine: place.line, lastLine: place.line, firstTime: place.time, lastTime: place.time }
}

/** Each cell once, though its label, key and number may all have been found. */
const foundMarks = ({ layout, find }: OpenModel['sheet']): readonly Mark[] => {
  const cells = new Map(
    (find.query === null ? [] : find.matches.slice(0, mostFound)).map(({ cell }) => [
      `${cell.line} ${cell.column}`,
      cell,
    ]),
  )
  return [...cells.values()].flatMap((cell): readonly Mark[] => {
    const block = blockAt(layout, cell)
    return block === null ? [] : [{ kind: 'found', block }]
  })
}

/** While a formula is written only its references are tinted. Quarters folded into their year are one place. */
const tintMarks = ({ layout, formulaTints, traceTints }: OpenModel['sheet']): readonly Mark[] => {
  const marks = new Map<string, Mark>()
  for (const { cell, tone } of (formulaTints.length > 0 ? formulaTints : traceTints).slice(0, mostTints)) {
    const block = blockAt(layout, cell)
    if (block !== null) marks.set(`${tone} ${block.firstLine} ${block.firstTime}`, { kind: `tint-${tone}`, block })
  }
  return [...marks.values()]
}

/** The numbers a fill would put into the cells it covers. */
const ghosts = ({ sheet, view }: OpenModel, { fill }: FillDrag): readonly Mark[] =>
  sheet.blocks
    .fillEntries(fill)
    .slice(0, mostGhosts)
    .flatMap(({ target: { line, column }, input }): readonly Mark[] => {
      const block = blockAt(sheet.layout, { line: line.id, column: columnId(column) })
      if (block === null) return []
      const value = inNumberOf(input)
      const absent = input.kind === 'formula' ? 'ƒ' : input.kind === 'refused' ? '✗' : ''
      const text = value === null ? absent : tableValue(value, line.unit, line.decimals, view.scale)
      return [{ kind: 'ghost', text, block }]
    })

/** In the order they are drawn. */
export const marksOf = (open: OpenModel, drag: FillDrag | null): readonly Mark[] => {
  const { layout, selection, clipboard } = open.sheet
  if (layout.lines.length === 0) return []
  const selected = selection.blocks(layout)
  const isSingle = sizeOf(selected) === 1
  return [
    ...tintMarks(open.sheet),
    ...foundMarks(open.sheet),
    ...selected.map((block, at): Mark => ({ kind: 'range', block, isSingle, hasHandle: at === selected.length - 1 })),
    ...blocksOf(layout, clipboard.framed).map((block): Mark => ({ kind: 'copied', block })),
    ...(drag === null ? [] : [{ kind: 'fill', block: drag.covered } as const, ...ghosts(open, drag)]),
  ]
}
