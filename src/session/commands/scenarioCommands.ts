// Commands on the scenario shown: giving up what it says of its own, and changes of it as a whole.

import { isBase } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { EditDeed } from '../editDeed.ts'
import type { Command } from '../command.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { proposeCellReversion, proposeLineReversion } from '../reverting.ts'
import { proposeCopy, proposeMove, proposeReversion, proposeScenarioRemoval } from '../scenarioDeeds.ts'
import type { Workbench } from '../workbench.svelte.ts'

/** Whether it was done; where not, why is said. */
const does = (open: OpenModel, deed: EditDeed | Problem): boolean => {
  if (!isProblem(deed)) return open.dispatch(deed.edits, deed.label, deed.said) === null
  open.complain(deed.sentence)
  return false
}

const isOverlay = ({ open }: Workbench): boolean => open !== null && !isBase(open.model, open.shown)

const ofScenario = (
  id: string,
  name: string,
  run: (open: OpenModel, workbench: Workbench) => void,
  where: Command['where'] = 'everywhere',
  canRun: (workbench: Workbench) => boolean = isOverlay,
): Command => ({
  id: `scenario.${id}`,
  name,
  group: 'Scenario',
  keys: [],
  where,
  canRun,
  run: (workbench) => {
    if (workbench.open !== null) run(workbench.open, workbench)
  },
})

const remove = (open: OpenModel): void => {
  const { shown, model } = open
  const parent = model.scenarios.find(({ id }) => id === shown)?.parent ?? null
  if (does(open, proposeScenarioRemoval(model, shown)) && parent !== null) open.look({ scenario: parent })
}

const duplicate = (open: OpenModel, workbench: Workbench): void => {
  const deed = proposeCopy(open.model, open.shown, () => workbench.newId())
  if (does(open, deed) && !isProblem(deed)) open.look({ scenario: deed.id })
}

export const scenarioCommands: readonly Command[] = [
  ofScenario(
    'revertCells',
    'Revert the selected cells to the parent scenario',
    (open) => {
      does(open, proposeCellReversion(open.model, open.shown, open.sheet.blocks.targets))
    },
    'sheet',
  ),
  ofScenario(
    'revertLine',
    'Revert the line to the parent scenario',
    (open) => {
      const line = open.selectedLine
      if (line !== null) does(open, proposeLineReversion(open.model, open.shown, line))
    },
    'sheet',
  ),
  ofScenario('revertAll', 'Revert the whole scenario to its parent', (open) => {
    does(open, proposeReversion(open.model, open.shown))
  }),
  ofScenario('duplicate', 'Duplicate the scenario', duplicate, 'everywhere', ({ open }) => open !== null),
  ofScenario('moveBack', 'Move the scenario to the left', (open) => {
    does(open, proposeMove(open.model, open.shown, -1))
  }),
  ofScenario('moveOn', 'Move the scenario to the right', (open) => {
    does(open, proposeMove(open.model, open.shown, 1))
  }),
  ofScenario('remove', 'Delete the scenario', remove),
]
