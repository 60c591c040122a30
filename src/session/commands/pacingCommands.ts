// Commands on commitments and their readings: the ones the Pacing screen shows.

import { isMainReading } from '#model/commitment.ts'
import type { Command } from '../command.ts'
import type { CommitmentDeed } from '../commitmentEdit.ts'
import { proposeCommitmentRemoval, proposeReadingRemoval, type Removal } from '../commitmentRemoval.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { pacingChoiceOf, type PacingChoice } from '../pacingChoice.ts'
import { proposeHolding } from '../readingSwap.ts'
import type { Workbench } from '../workbench.svelte.ts'

const choiceOf = (open: OpenModel): PacingChoice | null => pacingChoiceOf(open.results, open.view.pacing, open.shown)

const hasChoice = ({ open }: Workbench): boolean => open !== null && choiceOf(open) !== null

/** Whether the reading shown is one beside the one that holds. */
const hasOther = ({ open }: Workbench): boolean => {
  const choice = open === null ? null : choiceOf(open)
  return choice !== null && !isMainReading(choice.commitment, choice.reading)
}

const does = (open: OpenModel, deed: CommitmentDeed): void => {
  open.dispatch(deed.edits, deed.label, deed.said)
}

const askRemoval = (open: OpenModel, removal: Removal): void => {
  open.ask({
    title: removal.title,
    sentence: removal.question,
    confirmLabel: 'Remove',
    confirm: () => {
      does(open, removal)
    },
    leaveLabel: 'Keep it',
    left: 'It stays: nothing was changed.',
  })
}

const onPacing = (
  id: string,
  name: string,
  canRun: (workbench: Workbench) => boolean,
  run: (open: OpenModel, choice: PacingChoice) => void,
  told: (choice: PacingChoice) => string = () => name,
): Command => ({
  id: `pacing.${id}`,
  name,
  nameNow: ({ open }) => {
    const choice = open === null ? null : choiceOf(open)
    return choice === null ? null : told(choice)
  },
  group: 'Edit',
  keys: [],
  where: 'everywhere',
  canRun,
  run: ({ open }) => {
    const choice = open === null ? null : choiceOf(open)
    if (open !== null && choice !== null) run(open, choice)
  },
})

export const pacingCommands: readonly Command[] = [
  {
    id: 'pacing.new',
    name: 'New commitment …',
    group: 'Edit',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null,
    run: ({ open }) => {
      if (open !== null) open.pacingDialog = { kind: 'commitment', commitment: null }
    },
  },
  onPacing(
    'change',
    'Change commitment …',
    hasChoice,
    (open, { commitment }) => {
      open.pacingDialog = { kind: 'commitment', commitment: commitment.id }
    },
    ({ commitment }) => `Change commitment ${commitment.name} …`,
  ),
  onPacing(
    'remove',
    'Remove commitment …',
    hasChoice,
    (open, { commitment }) => {
      askRemoval(open, proposeCommitmentRemoval(open.model, commitment))
    },
    ({ commitment }) => `Remove commitment ${commitment.name} …`,
  ),
  onPacing('addReading', 'Add a reading …', hasChoice, (open, { commitment }) => {
    open.pacingDialog = { kind: 'reading', commitment: commitment.id, reading: null }
  }),
  onPacing(
    'changeReading',
    'Change the reading …',
    hasChoice,
    (open, { commitment, reading }) => {
      open.pacingDialog = { kind: 'reading', commitment: commitment.id, reading: reading.id }
    },
    ({ reading }) => `Change the reading ${reading.name} …`,
  ),
  onPacing(
    'removeReading',
    'Remove the reading …',
    hasOther,
    (open, { commitment, reading }) => {
      askRemoval(open, proposeReadingRemoval(open.model, commitment, reading))
    },
    ({ reading }) => `Remove the reading ${reading.name} …`,
  ),
  onPacing(
    'holds',
    'Make this the reading that holds',
    hasOther,
    (open, { commitment, reading }) => {
      does(open, proposeHolding(open.model, commitment, reading))
    },
    ({ reading }) => `Make ${reading.name} the reading that holds`,
  ),
]
