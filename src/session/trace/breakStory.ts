// What a cell has to do with breaks in series: that the series of its line breaks there, and the breaks it takes both sides of.

import { breakAt, crossingSentence, crossingsOf } from '#analysis/seriesBreak.ts'
import type { Results } from '#engine/results.ts'
import type { Followed } from './precedents.ts'

/** Sentences, empty for a cell that has nothing to do with one. */
export const breakStory = (results: Results, { shown, line, column }: Followed): readonly string[] => {
  if (column.kind === 'constant' || line.kind === 'constant') return []
  const here = column.kind === 'quarter' ? breakAt(line, column.quarter) : null
  const crossed = crossingSentence(results.model, crossingsOf(results, shown, line.id, column))
  return [
    ...(here === null ? [] : [`The series breaks here: ${here.reason}`]),
    ...(crossed === null ? [] : [crossed]),
  ].map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
}
