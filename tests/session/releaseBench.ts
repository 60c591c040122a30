// A workbench with the example as it was before the release of 25 November 2025: FY26 Q2 is forecast still, consensus known.

import { present } from '#base/assert.ts'
import type { Edit } from '#model/edit.ts'
import { baseOf, rowOf } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { cellsOf } from '#session/release.ts'
import { releaseNow } from '#session/releaseNow.ts'
import { typeFigure } from '#session/releaseTyping.ts'
import { example, figures, lineOfFigure } from '../examples/alibaba.ts'
import { exampleBench } from '../support/workbench.ts'

export const night: Quarter = '2025-09'

const isConsensus = (line: string): boolean => line.startsWith('consensus_')

export const beforeTheNight = async () => {
  const bench = await exampleBench()
  const { open } = bench
  const { entries, notes } = rowOf(open.model, baseOf(open.model).id, night)
  const address = { scenario: 'base', quarter: night } as const
  const taken = [...entries.keys()].filter((line) => !isConsensus(line))
  const edits: readonly Edit[] = [
    ...taken.map((line): Edit => ({ kind: 'enter', ...address, line, entry: null })),
    ...taken.filter((line) => notes.has(line)).map((line): Edit => ({ kind: 'note', ...address, line, note: null })),
    { kind: 'change model', change: { lastActual: '2025-06' } },
  ]
  open.dispatch(edits, 'The night before')
  await open.ledger.whenSaved()
  return bench
}

/** Types a text into the field of a line: its own, or that of what it is held against. */
export const typeOn = (open: OpenModel, line: string, text: string): void => {
  const release = releaseNow(open)
  const cell = release.rows.flatMap(cellsOf).find((each) => each.line.id === line)
  typeFigure(open, release, present(cell, `a field for ${line}`), text)
}

/** The figures of the night, from the data, by line, as they are typed: 4 per cent is `4`. */
export const figuresOfTheNight: ReadonlyMap<string, string> = new Map(
  figures.flatMap((figure): readonly [string, string][] => {
    const line = lineOfFigure(figure)
    if (figure.quarter !== night || line === null || isConsensus(line)) return []
    const isPercent = example.lines.find(({ id }) => id === line)?.unit.kind === 'percent'
    return [[line, String(isPercent ? figure.value * 100 : figure.value)]]
  }),
)
