// What the drawn sheet reads of the open model: the faces of cells and labels, their tooltips, and what can be typed into.

import { shownUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { formulaOf } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { unitName } from '#model/unit.ts'
import { draftSentence } from '#session/formula/draft.ts'
import { lineWarnings } from '#session/formulaWarning.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { whyLocked } from '#session/proposal.ts'
import { labelTooltip, tooltipOf } from './cellText.ts'
import type { CellSource } from './columns.ts'
import { faceOf, labelFace, noFace } from './face.ts'

/** Cells in a scenario, asked for each time; without one in the scenario shown. */
export const cellSource = (open: OpenModel, scenario: () => ScenarioId = () => open.shown): CellSource => {
  const draftOf = (line: LineItem): string | null => draftSentence(open.results, open.view, scenario(), line)
  const lineTooltip: CellSource['lineTooltip'] = (line) =>
    labelTooltip(open.model, line, lineWarnings(open.results, scenario(), line), draftOf(line))
  return {
    label: (row) => {
      if (row.kind === 'section') {
        const isEmpty = open.lines.isEmptySection(row.section)
        return { text: isEmpty ? `${row.section} · no line yet` : row.section, marks: '' }
      }
      return row.kind === 'time'
        ? noFace
        : labelFace(open.model, row.line, lineWarnings(open.results, scenario(), row.line), draftOf(row.line))
    },
    unit: (line) => ({ text: unitName(shownUnit(line.unit, open.view.scale)), marks: '' }),
    formula: (line) => ({
      text: line.kind === 'constant' ? '' : (formulaOf(open.model, scenario(), line)?.formula ?? ''),
      marks: '',
    }),
    labelTooltip: (row) => (row.kind === 'line' ? lineTooltip(row.line) : null),
    lineTooltip,
    face: (line, column) => {
      const lack = open.view.areUncheckedMarked ? open.sheet.lack : null
      return faceOf({ results: open.results, shown: scenario(), line, column, lack }, open.view.scale)
    },
    tooltip: (line, column) => tooltipOf(open.results, scenario(), line, column),
    isEditable: (line, column) => whyLocked(open.model, { line, column }) === null,
    lineOf: (id) => {
      const { layout } = open.sheet
      const stop = layout.lines[layout.lineAt.get(id) ?? -1]
      return stop?.kind === 'line' ? stop.line : null
    },
  }
}
