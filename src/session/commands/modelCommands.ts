// Commands for whole models: a new one, the list of those that are kept, and the open one’s settings.

import type { Command } from '../command.ts'
import type { DialogName, Workbench } from '../workbench.svelte.ts'

const hasModel = ({ open }: Workbench): boolean => open !== null

const model = (
  id: string,
  name: string,
  keys: readonly string[],
  run: (workbench: Workbench) => void,
  canRun: (workbench: Workbench) => boolean = () => true,
): Command => ({ id, name, group: 'File', keys, where: 'texts too', canRun, run })

const opens =
  (dialog: DialogName) =>
  (workbench: Workbench): void => {
    workbench.dialog = dialog
  }

export const modelCommands: readonly Command[] = [
  model('file.models', 'Models: open, rename, duplicate, delete …', ['Mod+O'], opens('models')),
  model('file.newModel', 'New model …', ['Mod+Alt+N'], opens('new model')),
  model('file.newFromTable', 'New model from a pasted table …', [], opens('new model from a table')),
  model('file.newFromExample', 'New copy of the Alibaba example', [], (workbench) => void workbench.openExample()),
  model('file.settings', 'Model settings: name, fiscal year, currency …', ['Mod+,'], opens('model settings'), hasModel),
  model(
    'file.duplicate',
    'Duplicate this model',
    [],
    ({ kept, open }) => {
      if (open !== null) void kept.duplicate(open.model.id)
    },
    hasModel,
  ),
  model('file.removeModel', 'Delete this model …', [], opens('remove model'), hasModel),
]
