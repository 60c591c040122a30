// Commands of the what-ifs on a commitment.

import type { Asked } from '../whatIf.ts'
import type { Command } from '../command.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import type { Workbench } from '../workbench.svelte.ts'

const hasCommitment = ({ open }: Workbench): boolean => open !== null && open.model.commitments.length > 0

const isAsked = ({ open }: Workbench): boolean => open !== null && open.whatIf.asked !== null

const ofWhatIf = (
  id: string,
  name: string,
  canRun: Required<Command>['canRun'],
  run: (open: OpenModel) => void,
): Command => ({
  id: `whatIf.${id}`,
  name,
  group: 'Scenario',
  keys: [],
  where: 'everywhere',
  canRun,
  run: ({ open }) => {
    if (open !== null) run(open)
  },
})

const call = (open: OpenModel, slider: Asked['of']): void => {
  if (open.view.screen !== 'pacing') open.look({ screen: 'pacing' })
  open.whatIf.called = slider
}

export const whatIfCommands: readonly Command[] = [
  ofWhatIf('spend', 'What if every quarter spends …', hasCommitment, (open) => {
    call(open, 'spend')
  }),
  ofWhatIf('completion', 'What does completion by a quarter take …', hasCommitment, (open) => {
    call(open, 'completion')
  }),
  ofWhatIf('keep', 'Keep the what-if as a scenario …', isAsked, (open) => {
    if (open.view.screen !== 'pacing') open.look({ screen: 'pacing' })
    open.whatIf.isBeingKept = true
  }),
  ofWhatIf('reset', 'Take the what-if away', isAsked, (open) => {
    open.whatIf.reset()
  }),
]
