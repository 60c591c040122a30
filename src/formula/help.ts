// Help: the guide and the function table, searched by what people type, be it our name for a function, another tool's, or a
// word of its sentence.

import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { checkFormula, isFormulaProblem } from './check.ts'
import { formatFormula } from './format.ts'
import type { FunctionEntry, FunctionGroup } from './function.ts'
import { functionTable, type FunctionName } from './functionTable.ts'
import { topics, type Topic } from './guide.ts'
import { tokensOf } from './lexer.ts'
import { namesElsewhere } from './nearest.ts'

export const groupTitles: Readonly<Record<FunctionGroup, string>> = {
  aggregate: 'Over a window, or of values listed',
  time: 'Over time',
  number: 'Of numbers',
  logic: 'Logic',
}

type Help = { readonly topics: readonly Topic[]; readonly functions: readonly FunctionEntry<FunctionName>[] }

const has = (texts: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => texts.some((text) => text.toLowerCase().includes(word)))

/** What has all the words of a search in it; everything where none is typed. Functions of that name come first. */
export const helpOn = (search: string): Help => {
  const words = search
    .toLowerCase()
    .split(/[\s(]+/)
    .filter((word) => word !== '')
  const isNamed = ({ name }: FunctionEntry): boolean =>
    words.length > 0 && words.every((word) => [name, ...namesElsewhere(name)].some((each) => each.startsWith(word)))
  const named = functionTable.filter(isNamed)
  const others = functionTable.filter((each) => !isNamed(each) && has([each.name, each.sentence], words))
  return {
    topics: topics.filter(({ title, paragraphs }) => has([title, ...paragraphs], words)),
    functions: [...named, ...others],
  }
}

const anyCalendar: FiscalCalendar = { yearEndMonth: 3, yearNamedBy: 'end' }

/** The canonical text of a sample whose names are all keys, functions or the calendar's; null where it is the sample's own. */
export const otherSpelling = (formula: string): string | null => {
  const names = tokensOf(formula).flatMap(({ kind, text }) => (kind === 'name' ? [[text, text] as const] : []))
  const keys = new Map(names)
  const checked = checkFormula(formula, { keys, calendar: anyCalendar })
  const canonical = isFormulaProblem(checked) ? formula : formatFormula(checked.tree, keys, anyCalendar)
  return canonical === formula ? null : canonical
}
