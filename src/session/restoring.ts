// Restoring a snapshot, as one asks for it: said what would change, the present kept in a snapshot of its own, then the edits
// that make the model what it was, as one step of undo.

import { countedKinds, listed } from '#base/listing.ts'
import type { Model } from '#model/model.ts'
import { differenceBetween, hasDifference, type ModelDifference } from '#model/modelDifference.ts'
import { isProblem } from '#model/problem.ts'
import { editsBetween } from '#model/restoration.ts'
import type { SnapshotSummary } from '#store/store.ts'
import { remark } from './message.ts'
import type { OpenModel } from './openModel.svelte.ts'

/** What restoring needs of the open model. */
export type RestoringDoor = Pick<OpenModel, 'model' | 'ask' | 'say' | 'complain' | 'dispatch'> & {
  readonly snapshots: Pick<OpenModel['snapshots'], 'take' | 'results'>
}

/** `3 typed numbers, 1 formula and 2 lines`; empty for no difference. */
const extentText = ({
  attributes,
  lines,
  scenarios,
  commitments,
  formulas,
  entries,
  notes,
  waivers,
}: ModelDifference): string =>
  listed(
    countedKinds(
      [entries.length, 'typed number'],
      [formulas.length, 'formula'],
      [lines.length, 'line'],
      [scenarios.length, 'scenario'],
      [commitments.length, 'commitment'],
      [notes.length, 'note'],
      [waivers.length, 'waived finding'],
      [attributes.length, 'setting of the model', 'settings of the model'],
    ),
  )

/** Keeps the present, then restores; where it cannot be kept nothing changes. Each refusal is said. */
const keepAndRestore = async (open: RestoringDoor, name: string, then: Model): Promise<void> => {
  const { model } = open
  const kept = `Before restoring ${name}`
  if ((await open.snapshots.take(kept, 'before restore')) !== null) return
  if (open.model !== model) {
    open.complain(`The model changed while it was being kept, so “${name}” is not restored. Restore it again.`)
    return
  }
  open.dispatch(
    editsBetween(model, then),
    `Snapshot “${name}” restored`,
    `“${name}” is restored; what it replaced is kept beside it.`,
  )
}

/** Asks, then makes the model what it was in a snapshot. */
export const askToRestore = async (
  open: RestoringDoor,
  { id, name }: Pick<SnapshotSummary, 'id' | 'name'>,
): Promise<void> => {
  const version = await open.snapshots.results(id)
  if (isProblem(version)) {
    open.complain(version.sentence)
    return
  }
  const difference = differenceBetween(open.model, version.model)
  if (!hasDifference(difference)) {
    open.say(remark(`The model is as it was in “${name}”: there is nothing to restore.`))
    return
  }
  open.ask({
    title: `Restore “${name}”?`,
    sentence:
      `This changes ${extentText(difference)}. The model as it is now is kept first, as “Before restoring ${name}”, ` +
      'and one undo takes the restore back.',
    confirmLabel: 'Restore',
    confirm: () => void keepAndRestore(open, name, version.model),
    leaveLabel: 'Not now',
    left: 'Nothing was restored.',
  })
}
