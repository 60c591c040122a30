// The rows of a pasted table as lines in sections: rows without numbers head those below them, and a row called no more than
// `YoY` belongs to the line above.

import { isNothing } from '#exchange/numberStyle.ts'
import { unitIn } from '../pastedUnit.ts'
import { freeKeyFor, isGeneric } from './tableKeys.ts'
import { TableSections } from './tableSections.ts'
import type { TableShape } from './tableShape.ts'
import { labelAndUnit, unitOfCell, unitOfWords, type TableUnit } from './tableUnit.ts'
import { rawTime } from './tableTime.ts'

export type TableRow = {
  /** In the table as it lies turned, from 0. */
  readonly row: number
  readonly key: string
  readonly label: string
  readonly section: string
  /** As stated; null where only the table’s own holds. */
  readonly unit: TableUnit | null
  /** Whether the unit is told by the words of the label alone. */
  readonly isGuessed: boolean
  /** The row whose growth or share a generic label tells. */
  readonly of: number | null
  /** What stands in columns that are neither times nor names. */
  readonly description: string
}

export type TableRows = {
  readonly rows: readonly TableRow[]
  readonly sections: readonly string[]
  /** What the table says of the unit of its money. */
  readonly stated: Extract<TableUnit, { kind: 'currency' }> | null
  readonly remarks: readonly string[]
}

const longestLabel = 80 // a longer text is prose
const proseForm = /^(?:sources?|notes?|footnotes?|\*|\(\d+\)|资料来源|注)\s*[:：.]?/i

const statedIn = (texts: readonly string[]): TableRows['stated'] => {
  for (const text of texts) {
    const cell = unitOfCell(text)
    if (cell?.kind === 'currency') return cell
    const money = unitIn(text)
    if (money !== null) return { kind: 'currency', ...money }
  }
  return null
}

type Texts = (row: number, at: number) => string

/** The unit that signs in a row’s own cells tell. */
const unitOfSigns = (texts: readonly string[]): TableUnit | null => {
  const share = (form: RegExp): boolean =>
    texts.length > 0 && texts.filter((text) => form.test(text)).length * 2 > texts.length
  if (share(/\d\s*%\)?$/)) return { kind: 'percent' }
  if (share(/\d\s*[x×]\)?$/i)) return { kind: 'ratio' }
  return share(/\d\s*(?:bps|pp)\)?$/i) ? { kind: 'points', word: null } : null
}

export const linesOf = (shape: TableShape): TableRows => {
  const { rows: table, first, columns, labelAt, sectionAt, unitAt, others, titles } = shape
  const text: Texts = (row, at) => (table[row]?.[at]?.text ?? '').trim()
  const numbers = table.slice(first).flatMap((_, index) => columns.map(({ at }) => text(first + index, at)))
  const hasNumbers = numbers.some((each) => !isNothing(each))
  let stated = statedIn(titles)
  const sections = new TableSections()
  const rows: TableRow[] = []
  const remarks: string[] = []
  const keys = new Set<string>()
  let sideText = ''
  for (let row = first; row < table.length; row += 1) {
    const label = text(row, labelAt)
    const cells = columns.map(({ at }) => text(row, at)).filter((each) => each !== '')
    const side = sectionAt === null ? '' : text(row, sectionAt)
    if (side !== '' && side !== sideText) {
      sideText = side
      sections.open(side)
    }
    if (label === '' && cells.length === 0) continue
    if (cells.length > 0 && cells.every((each) => rawTime(each) !== null)) {
      if (label !== '') sections.open(label)
      continue
    }
    if (cells.length === 0 && hasNumbers) {
      const money = unitOfCell(label)
      if (rows.length === 0 && money?.kind === 'currency') stated ??= money
      else if (label.length > longestLabel || proseForm.test(label)) remarks.push(`Passed over: “${label}”.`)
      else sections.open(label)
      continue
    }
    const named = labelAndUnit(label === '' ? `Line ${row + 1}` : label)
    const above = isGeneric(named.label) ? rows.findLast((each) => each.of === null) : undefined
    const whole = above === undefined ? named.label : labelOf(above.label, named.label)
    const beside = unitAt === null ? null : unitOfCell(text(row, unitAt))
    const own = named.unit ?? beside
    const said = own ?? unitOfSigns(cells) ?? sections.unit
    const guess = unitOfWords(named.label)
    const key = freeKeyFor(whole, keys, rows.length + 1)
    keys.add(key)
    rows.push({
      ...{ row, key, label: whole, section: sections.now() },
      unit: said === null ? guess : suited(said, guess, own !== null),
      isGuessed: said === null && guess !== null,
      of: above?.row ?? null,
      description: others
        .flatMap(({ at, heading }) =>
          isNote(text(row, at)) ? [`${heading === '' ? '' : `${heading}: `}${text(row, at)}`] : [],
        )
        .join(' · '),
    })
  }
  sections.close()
  return { rows, sections: sections.names, stated, remarks: [...remarks, ...sections.remarks] }
}

const isNote = (text: string): boolean => /\p{L}{2}/u.test(text)

/** `Revenue YoY`, `EBITA margin`, `Cloud, % of revenue`. */
const labelOf = (above: string, generic: string): string => {
  if (generic.startsWith('%')) return `${above}, ${generic}`
  return `${above} ${/^[A-Z][a-z]+\b/.test(generic) && !/^(?:YoY|QoQ)/i.test(generic) ? generic.toLowerCase() : generic}`
}

/** A stated unit beside what the label’s words say: `Users (m)` is a count, and an amount a share is in no scale of the table’s. */
const suited = (said: TableUnit, guess: TableUnit | null, isOwn: boolean): TableUnit => {
  if (said.kind !== 'currency' || guess === null) return said
  if (guess.kind === 'currency') return { ...said, word: isOwn ? (said.word ?? guess.word) : guess.word }
  return guess.kind === 'count' && said.currency === null ? { ...guess, word: said.word } : said
}
