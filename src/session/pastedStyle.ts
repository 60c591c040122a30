// A pasted `284.843` is a number in either style, and so is `7,050`. Where no figure of the block decides, the figures that
// stand beside it in the model do; where they cannot either, it is left out, and both readings are told.

import { counted } from '#base/listing.ts'
import type { NumberStyle } from '#exchange/numberStyle.ts'
import type { LineId } from '#model/lineItem.ts'
import { isProblem } from '#model/problem.ts'
import type { Scale } from '#model/unit.ts'
import { cellsOf, type Release } from './release.ts'
import { readFigure } from './releaseDraft.ts'

/** What a paste puts into the draft, by line. */
export type ReleasePaste = {
  readonly texts: ReadonlyMap<LineId, string>
  /** What came where, in a sentence. */
  readonly said: string
  /** What found no place, in a sentence; null where all did. */
  readonly left: string | null
}

/** The readings of a figure differ a thousandfold: one that is nearer than half of that, in powers of ten, is the one. */
const nearest = 1.5

const isNear = (value: number, beside: number): boolean => Math.abs(Math.log10(Math.abs(value / beside))) < nearest

const grouped = (text: string): string =>
  text.replace(/(?<![.,\d])\d{4,}/, (digits) => Number(digits).toLocaleString('en-US'))

/** The paste in the style that the figures beside it speak for. */
export const settledByNeighbours = (
  { rows }: Release,
  scale: Scale | null,
  pasteIn: (style: NumberStyle) => ReleasePaste,
): ReleasePaste => {
  const [point, comma] = [pasteIn('point'), pasteIn('comma')]
  const doubtful = [...point.texts].flatMap(([line, asPoint]) => {
    const asComma = comma.texts.get(line)
    const row = rows.find((each) => cellsOf(each).some((cell) => cell.line.id === line))
    const of = row === undefined ? undefined : cellsOf(row).find((cell) => cell.line.id === line)?.line
    if (asComma === undefined || asComma === asPoint || row === undefined || of === undefined) return []
    const beside = [row.quarterAgo, row.yearAgo, row.forecast].find((each) => !Number.isNaN(each) && each !== 0)
    const isLike = (text: string): boolean => {
      const read = readFigure(of, { line, text, scale })
      return beside !== undefined && read !== null && !isProblem(read) && isNear(read.value, beside)
    }
    return [{ of, asPoint, asComma, beside, speaks: Number(isLike(asPoint)) - Number(isLike(asComma)) }]
  })
  const votes = doubtful.reduce((sum, { speaks }) => sum + speaks, 0)
  if (votes < 0) return comma
  // Without anything beside it, `284,843` is what it is when it is typed.
  const isAsTyped = doubtful.every(({ asPoint, beside }) => beside === undefined && asPoint.includes(','))
  if (votes > 0 || isAsTyped) return point
  return withoutDoubtful(
    point,
    doubtful.map(({ of }) => of.id),
    doubtful.map(({ of, asPoint, asComma }) => `${of.label}: ${grouped(asComma)} or ${grouped(asPoint)}?`),
  )
}

/** The paste without the lines whose figures can be read in two ways. */
const withoutDoubtful = (
  { texts, said, left }: ReleasePaste,
  lines: readonly LineId[],
  questions: readonly string[],
): ReleasePaste => {
  const kept = new Map([...texts].filter(([line]) => !lines.includes(line)))
  const first = kept.size === 0 ? 'Nothing was pasted.' : `Pasted ${counted(kept.size, 'figure')}.`
  const asked = `${counted(lines.length, 'figure')} can be read in two ways, and what was reported before does not tell which. ${questions.join(' ')} Type what is meant.`
  return {
    texts: kept,
    said: said.replace(/^.*?\.(?= |$)/, first),
    left: left === null ? asked : `${asked} ${left}`,
  }
}
