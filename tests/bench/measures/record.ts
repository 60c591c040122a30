// The last run's table in docs/performance.md, between two marks that only this file writes between.

import { tableOf, remarksOn } from './table.ts'
import type { Finding } from './finding.ts'

/** The document with what was measured in one place, Node or a browser, put in. */
export const recorded = (
  document: string,
  place: 'Node' | 'Chromium',
  circumstances: string,
  findings: readonly Finding[],
): string => {
  const [start, end] = [`<!-- measured in ${place} -->`, `<!-- end of ${place} -->`]
  const [from, to] = [document.indexOf(start), document.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The document has no room for what was measured in ${place}.`)
  const told = [circumstances.split('\n').join(' · '), tableOf(findings), remarksOn(findings).split('\n').join(' ')]
  return `${document.slice(0, from)}${start}\n\n${told.join('\n\n')}\n\n${document.slice(to)}`
}
