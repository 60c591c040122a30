// Copied cells as one Paceline model hands them to another through the clipboard, beside the text and the table that other
// programs read: values at full precision with their units, what was typed and what is computed, notes, formulas of lines.

import * as v from 'valibot'
import { scaleExponents, type Scale } from '#model/unit.ts'

/** The clipboard's type for it; browsers carry it from tab to tab, and other programs pass it over. */
export const copiedType = 'application/x-paceline-cells+json'

/** A cell that is moved takes its check and the numbers before it along. */
const noteForm = v.nullable(
  v.object({
    text: v.string(),
    source: v.nullable(v.string()),
    checked: v.exactOptional(v.object({ value: v.number(), by: v.string(), at: v.string() })),
    earlier: v.exactOptional(
      v.pipe(v.array(v.object({ value: v.number(), until: v.string(), reason: v.string() })), v.readonly()),
    ),
  }),
)

const scaleForm = v.custom<Scale>((scale) => typeof scale === 'string' && scale in scaleExponents)

const unitForm = v.variant('kind', [
  v.object({ kind: v.literal('currency'), currency: v.string(), scale: scaleForm }),
  v.object({ kind: v.literal('exchange'), currency: v.string(), per: v.string() }),
  v.object({ kind: v.picklist(['percent', 'points', 'ratio', 'count', 'quarters']) }),
])

const cellForm = v.object({
  /** In the line's own unit; null where there is no value. */
  value: v.nullable(v.number()),
  /** Whether somebody typed it; otherwise a formula gave it. */
  isTyped: v.boolean(),
  note: noteForm,
})

const copiedForm = v.object({
  form: v.literal('paceline cells 1'),
  /** Different for every act of copying: a cut takes away only what it copied itself. */
  id: v.string(),
  model: v.string(),
  /** Whether whole lines were copied, which then carry their formulas. */
  isWholeLines: v.boolean(),
  lines: v.array(
    v.object({ id: v.string(), key: v.string(), label: v.string(), unit: unitForm, formula: v.nullable(v.string()) }),
  ),
  /** `constant` or the month a quarter ends in; years, which are computed from quarters, are left out. */
  times: v.array(v.string()),
  /** By line, then by time. */
  cells: v.array(v.array(cellForm)),
})

export type Copied = v.InferOutput<typeof copiedForm>

export const copiedText = (copied: Copied): string => JSON.stringify(copied)

/** The cells in a text of the clipboard; null where it holds none, or none that can be read. */
export const readCopied = (text: string): Copied | null => {
  if (text === '') return null
  try {
    const read = v.safeParse(copiedForm, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null // another program's own data under the same name: the table beside it is read instead
  }
}
