// What the commands of checking do: marking the selected numbers, showing what is unchecked, and going from one to the next.

import { isProblem } from '#model/problem.ts'
import { remark } from '../message.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { proposeChecks } from './checking.ts'
import { lacking, lackingText, reportedNumbers, stepFrom, type Lack } from './unchecked.ts'

/** Marks what is selected as checked by somebody, or takes the marks off. */
export const markChecked = (open: OpenModel, by: string): void => {
  const { selection, layout, blocks } = open.sheet
  const targets = selection.isSeveral(layout) ? blocks.targets : open.target === null ? [] : [open.target]
  const proposal = proposeChecks(open.model, targets, { by, at: open.now() })
  if (isProblem(proposal)) {
    open.say(remark(proposal.sentence))
    return
  }
  blocks.remember(() => {
    markChecked(open, by)
  })
  open.dispatch(proposal.edits, proposal.label)
}

/** Marks the numbers that lack something; asked for what is marked already, it marks nothing any more. */
export const showLacking = (open: OpenModel, lack: Lack): void => {
  const isOn = open.view.areUncheckedMarked && open.sheet.lack === lack
  open.sheet.lack = lack
  open.look({ areUncheckedMarked: !isOn, screen: 'sheet' })
  open.say(remark(isOn ? 'Nothing is marked any more.' : `${lackingText(reportedNumbers(open.model), lack)}.`))
}

/** Goes to the next number that lacks what is marked, or the one before. */
export const stepLacking = (open: OpenModel, step: 1 | -1): void => {
  const { lack, selection } = open.sheet
  const numbers = reportedNumbers(open.model)
  const found = stepFrom(open.model, lacking(numbers, lack), selection.cursor, step)
  if (found === null) {
    open.say(remark(`${lackingText(numbers, lack)}.`))
    return
  }
  if (!open.view.areUncheckedMarked) open.look({ areUncheckedMarked: true })
  open.navigation.toCell({ line: found.line.id, column: found.quarter })
}
