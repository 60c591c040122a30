// Commands that go from screen to screen.

import type { ScreenName } from '#model/view.ts'
import { columnId } from '../column.ts'
import type { Command } from '../command.ts'
import type { OpenModel } from '../openModel.svelte.ts'

export type ScreenWords = { readonly screen: ScreenName; readonly name: string; readonly title: string }

/** The screens in their order, and what each is for. */
export const screens: readonly ScreenWords[] = [
  { screen: 'sheet', name: 'Sheet', title: 'The model: lines and quarters' },
  { screen: 'pacing', name: 'Pacing', title: 'Where every scenario stands against a commitment' },
  { screen: 'results', name: 'Results', title: 'A release against consensus and guidance: beat and miss' },
  { screen: 'charts', name: 'Charts', title: 'Lines of the model drawn over time' },
  { screen: 'release', name: 'Release', title: 'Release night: what was reported, entered in one column' },
  { screen: 'scenarios', name: 'Scenarios', title: 'What each scenario says of its own' },
  { screen: 'compare', name: 'Compare', title: 'Lines in every scenario, held against one of them' },
  { screen: 'why', name: 'Why', title: 'Why two scenarios differ, line by line' },
  { screen: 'snapshots', name: 'Snapshots', title: 'Named versions of the model: compare and restore' },
  { screen: 'record', name: 'Track record', title: 'Forecasts held against what was reported' },
]

const toScreens: readonly Command[] = screens.map(({ screen, name }, at) => ({
  id: `screen.${screen}`,
  name: `Screen: ${name}`,
  group: 'Look',
  keys: [`Alt+Shift+${(at + 1) % 10}`],
  where: 'everywhere',
  canRun: ({ open }) => open !== null,
  run: ({ open }) => open?.navigation.toScreen(screen),
}))

/** The cursor's figure, between Base and the scenario shown. */
const askWhy = (open: OpenModel): void => {
  const { target } = open
  if (target === null) return
  const time = target.column.kind === 'constant' ? null : columnId(target.column)
  open.look({ why: { line: target.line.id, time, from: null, to: null } })
  open.navigation.toScreen('why')
}

export const screenCommands: readonly Command[] = [
  ...toScreens,
  {
    id: 'audit.why',
    name: 'Why this figure differs between scenarios',
    group: 'Audit',
    keys: [],
    where: 'sheet',
    canRun: ({ open }) => open !== null && open.model.scenarios.length > 1,
    run: ({ open }) => {
      if (open !== null) askWhy(open)
    },
  },
]
