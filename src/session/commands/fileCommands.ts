// Commands of files and scenarios: what leaves the machine, and which scenario is shown.

import type { Command } from '../command.ts'
import { complaint } from '../message.ts'
import type { CsvExtent, CsvLayout } from '../models/fileTexts.ts'
import type { Workbench } from '../workbench.svelte.ts'

const stepScenario = (workbench: Workbench, step: number): void => {
  const { open } = workbench
  if (open === null) return
  const { scenarios } = open.model
  const at = scenarios.findIndex(({ id }) => id === open.shown)
  const next = scenarios[(at + step + scenarios.length) % scenarios.length]
  if (next !== undefined) open.look({ scenario: next.id })
}

const hasModel = ({ open }: Workbench): boolean => open !== null

const exportCommand = (
  id: string,
  name: string,
  keys: readonly string[],
  layout: CsvLayout,
  extent: CsvExtent,
): Command => ({
  id,
  name,
  group: 'File',
  keys,
  where: 'texts too',
  canRun: hasModel,
  run: (workbench) => {
    workbench.exportCsv(layout, extent)
  },
})

const scenarioCommand = (id: string, name: string, key: string, step: number): Command => ({
  id,
  name,
  group: 'Scenario',
  keys: [key],
  where: 'everywhere',
  run: (workbench) => {
    stepScenario(workbench, step)
  },
})

export const fileCommands: readonly Command[] = [
  exportCommand('exportShownWide', 'Export the scenario shown, as laid out (CSV)', ['Mod+E'], 'wide', 'shown'),
  exportCommand('exportAllWide', 'Export all scenarios, as laid out (CSV)', [], 'wide', 'all'),
  exportCommand('exportShownTidy', 'Export the scenario shown, one row a cell (CSV)', [], 'tidy', 'shown'),
  exportCommand('exportAllTidy', 'Export all scenarios, one row a cell (CSV)', ['Mod+Shift+E'], 'tidy', 'all'),
  {
    id: 'saveFile',
    name: 'Save model to a file',
    group: 'File',
    keys: ['Mod+S'],
    where: 'texts too',
    canRun: hasModel,
    run: (workbench) => {
      workbench.saveFile().catch((fault: unknown) => {
        workbench.say(complaint(`The file could not be saved: ${String(fault)}`))
      })
    },
  },
  scenarioCommand('nextScenario', 'Next scenario', 'Mod+Alt+PageDown', 1),
  scenarioCommand('previousScenario', 'Previous scenario', 'Mod+Alt+PageUp', -1),
]
