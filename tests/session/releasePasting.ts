// Pasting into a release and reading what stands typed, for the tests of both.

import { readTsv } from '#exchange/block.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { cellsOf, standing } from '#session/release.ts'
import { releaseNow } from '#session/releaseNow.ts'
import type { Caret } from '#session/releasePaste.ts'
import { pasteFigures, type Pasted } from '#session/releaseTyping.ts'

export const onRevenue: Caret = { line: 'revenue', part: 'reported' }

export const paste = (open: OpenModel, text: string, caret = onRevenue): Pasted | null => {
  const table = readTsv(text).map((row) => row.map((each) => ({ text: each, isExact: false })))
  return pasteFigures(open, releaseNow(open), table, caret)
}

/** What is typed by now, by line. */
export const typed = (open: OpenModel): Record<string, number> =>
  Object.fromEntries(
    releaseNow(open)
      .rows.flatMap(cellsOf)
      .filter(({ text }) => text !== '')
      .map((cell) => [cell.line.id, standing(cell)]),
  )
