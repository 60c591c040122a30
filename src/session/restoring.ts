// Restoring a snapshot, as one asks for it: said what would change, the present kept in a snapshot of its own, then the edits
// that make the model what it was, as one step of undo.

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

const counted = (count: number, one: string, many = `${one}s`): readonly string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en-US')} ${count === 1 ? one : many}`]

/** `3 typed numbers, 1 formula and 2 lines`; empty for no difference. */
const extentText = (difference: ModelDifference): string => {
  const { attributes, lines, scenarios, commitments, formulas, entries, notes } = difference
  const parts = [
    ...counted(entries.length, 'typed number'),
    ...counted(formulas.length, 'formula'),
    ...counted(lines.length, 'line'),
    ...counted(scenarios.length, 'scenario'),
    ...counted(commitments.length, 'commitment'),
    ...counted(notes.length, 'note'),
    ...counted(attributes.length, 'setting of the model', 'settings of the model'),
  ]
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

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
