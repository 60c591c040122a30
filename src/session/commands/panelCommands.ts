// Commands that show a panel beside the sheet.

import type { PanelName } from '#model/view.ts'
import type { Command } from '../command.ts'

type PanelWords = {
  readonly panel: PanelName
  readonly name: string
  readonly title: string
  readonly key: string
}

/** The panels in their order, and what each is for. */
export const panels: readonly PanelWords[] = [
  { panel: 'pacing', name: 'Pacing', title: 'Where every scenario stands, and the selected cell in brief', key: 'G' },
  { panel: 'trace', name: 'Trace', title: 'How the selected cell comes about, and what became of it', key: 'C' },
  { panel: 'line', name: 'Line', title: 'The selected line: its name, unit, kind and place', key: 'L' },
  { panel: 'problems', name: 'Problems', title: 'All that is wrong or looks like a slip', key: 'M' },
  { panel: 'history', name: 'History', title: 'Every change, and the way back to any of them', key: 'H' },
]

export const panelCommands: readonly Command[] = panels.map(({ panel, name, key }) => ({
  id: `panel.${panel}`,
  name: `Panel: ${name}`,
  group: 'Look',
  keys: [`Alt+Shift+${key}`],
  where: 'everywhere',
  canRun: ({ open }) => open !== null,
  run: ({ open }) => {
    if (open === null) return
    open.look({ panel, isPanelHidden: false, screen: 'sheet' })
    open.isPanelCalled = true
  },
}))
