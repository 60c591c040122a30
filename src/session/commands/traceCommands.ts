// Commands that follow a number: to what it is made of, to what is made of it, back the way one came, and to where a missing
// one begins.

import type { Command } from '../command.ts'
import { remark } from '../message.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { absenceStory, pathOf } from '../trace/absenceStory.ts'
import { cellOfStep } from '../trace/step.ts'
import { goBack, stepTo, walk } from '../trace/walk.ts'

const traceCommand = (id: string, name: string, keys: readonly string[], run: (open: OpenModel) => void): Command => ({
  id: `audit.${id}`,
  name,
  group: 'Audit',
  keys,
  where: 'everywhere',
  canRun: ({ open }) => open?.view.screen === 'sheet',
  run: ({ open }) => {
    if (open !== null) run(open)
  },
})

/** Goes to the cell that a missing value begins with, and says why it has none. */
const toRoot = (open: OpenModel): void => {
  const { target, results } = open
  const story = target === null ? null : absenceStory(results, target)
  const root = target === null ? undefined : pathOf(results, target)?.steps.at(-1)
  if (story === null || root === undefined) {
    open.say(remark('This cell has a value: nothing is missing.'))
    return
  }
  if (story.steps.length > 0) stepTo(open, cellOfStep(root), 'precedents')
  open.say(remark([story.sentence, story.advice].filter((each) => each !== null).join(' ')))
}

export const traceCommands: readonly Command[] = [
  traceCommand('precedents', 'Walk to the cells this one is made of', ['Mod+['], (open) => {
    walk(open, 'precedents')
  }),
  traceCommand('dependents', 'Walk to the cells that look at this one', ['Mod+]'], (open) => {
    walk(open, 'dependents')
  }),
  traceCommand('back', 'Walk back the way you came', ['Mod+Shift+{'], (open) => {
    goBack(open)
  }),
  traceCommand('root', 'Go to where a missing value begins', [], toRoot),
]
