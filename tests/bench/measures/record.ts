// The last run's table in docs/performance.md, between two marks that only this file writes between.

/** Where it was measured. */
export type RecordPlace = 'Node' | 'Chromium' | 'the sheet'

/** The document with what was measured in one place put in, a paragraph or table each. */
export const recorded = (document: string, place: RecordPlace, told: readonly string[]): string => {
  const [start, end] = [`<!-- measured in ${place} -->`, `<!-- end of ${place} -->`]
  const [from, to] = [document.indexOf(start), document.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The document has no room for what was measured in ${place}.`)
  return `${document.slice(0, from)}${start}\n\n${told.join('\n\n')}\n\n${document.slice(to)}`
}
