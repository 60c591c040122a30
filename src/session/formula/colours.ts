// The references of a formula in colours: each of the text's references to the same cells has one of six, in the order they
// first stand in it, and so have those cells in the sheet. More than six go round.

import { sightsOf } from '#formula/sight.ts'
import type { Span } from '#base/span.ts'
import { allLines, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { quartersOfYear } from '#model/year.ts'
import type { Column } from '../column.ts'
import { scopeOf } from '#formula/scope.ts'
import type { Cell } from '../layout.ts'
import type { Tint, TintTone } from '../tint.ts'

const referenceTones = ['1', '2', '3', '4', '5', '6'] as const satisfies readonly TintTone[]

type ReferenceTone = (typeof referenceTones)[number]

export type ReferenceColours = {
  readonly marks: readonly { readonly span: Span; readonly tone: ReferenceTone }[]
  readonly tints: readonly Tint[]
}

export const noColours: ReferenceColours = { marks: [], tints: [] }

/** The quarter a formula is looked at from: that of the column, a year's last, else the last actual. */
const standpoint = ({ lastActual, timeline, fiscalCalendar }: Model, column: Column | null): Quarter => {
  if (column?.kind === 'quarter') return column.quarter
  const last = column?.kind === 'year' ? quartersOfYear(column.year, fiscalCalendar).at(-1) : undefined
  return last ?? lastActual ?? timeline.first
}

export const referenceColours = (model: Model, text: string, column: Column | null): ReferenceColours => {
  const constants = new Set(allLines(model).flatMap(({ id, kind }) => (kind === 'constant' ? [id] : [])))
  const quarter = standpoint(model, column)
  const tones = new Map<string, ReferenceTone>()
  const tints: Tint[] = []
  const marks = sightsOf(text, { ...scopeOf(model), timeline: model.timeline, quarter }).map(
    ({ line, span, quarters }) => {
      const cells = constants.has(line)
        ? [{ line, column: 'constant' } as const]
        : quarters.map((each): Cell => ({ line, column: each }))
      const name = `${line} ${cells.map((each) => each.column).join(' ')}`
      const known = tones.get(name)
      const tone = known ?? referenceTones[tones.size % referenceTones.length] ?? '1'
      if (known === undefined) {
        tones.set(name, tone)
        tints.push(...cells.map((cell): Tint => ({ cell, tone })))
      }
      return { span, tone }
    },
  )
  return { marks, tints }
}
