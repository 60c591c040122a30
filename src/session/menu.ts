// What the context menu offers for what is selected: a cell or some, whole lines, whole quarters, a heading.

import { command } from './commands.ts'
import type { Sheet } from './sheet.svelte.ts'
import type { Workbench } from './workbench.svelte.ts'

const clipboard = ['edit.cut', 'edit.copy', 'edit.copyNamed', 'edit.paste', 'edit.pasteValues']
const folding = ['look.fold', 'look.unfold', 'look.foldSection', 'look.unfoldSection']

const ofCell = [
  clipboard,
  ['edit.text', 'formula.edit', 'formula.throwAway', 'edit.delete', 'edit.note', 'check.mark'],
  ['edit.fillDown', 'edit.fillRight', 'edit.fillToEnd'],
  ['panel.trace', 'audit.precedents', 'audit.dependents', 'audit.why', 'record.line', 'results.line'],
  ['scenario.revertCells', 'scenario.revertLine'],
  ['time.break', 'time.removeBreak'],
  ['line.insertBelow', 'line.duplicate', 'line.lift'],
]

const structure = [
  ['line.insertAbove', 'line.insertBelow', 'line.duplicate', 'line.lift'],
  ['line.rename', 'line.key', 'line.moveUp', 'line.moveDown', 'line.toSection', 'line.remove'],
]

const ofLines = [
  clipboard,
  ['formula.edit', 'formula.throwAway', 'edit.delete', 'edit.fillDown', 'edit.sum', 'line.newCheck'],
  ...structure,
  ['results.name', 'results.line'],
  ['scenario.revertLine'],
  ['format.percent', 'format.number'],
  ['look.foldSection', 'look.unfoldSection', 'look.unfoldAll'],
]

const ofTimes = [
  clipboard,
  ['edit.delete', 'edit.fillRight'],
  ['look.fold', 'look.unfold', 'look.unfoldAll'],
  ['look.years.among', 'look.years.last', 'look.years.only', 'look.years.by'],
  ['time.addYearAtEnd', 'time.addYearAtStart', 'time.ends'],
]

const ofHeading = [
  ['line.insertBelow', 'section.new'],
  ['line.rename', 'line.moveUp', 'line.moveDown', 'line.remove'],
  folding,
  ['look.unfoldAll', 'look.foldHeadings'],
]

/** Ids of commands in groups. */
export const menuOf = ({ selection, layout }: Sheet, workbench: Workbench): readonly (readonly string[])[] => {
  const last = selection.ranges.at(-1)
  const [block, ...others] = selection.blocks(layout)
  const isOneLine = others.length === 0 && block?.firstLine === block?.lastLine
  const isHeading = isOneLine && layout.lines[block?.firstLine ?? -1]?.kind === 'heading'
  const groups = isHeading
    ? ofHeading
    : last?.isWholeLines === true
      ? ofLines
      : last?.isWholeTimes === true
        ? ofTimes
        : ofCell
  return groups
    .map((group) => group.filter((id) => command(id).canRun?.(workbench) !== false))
    .filter((group) => group.length > 0)
}
