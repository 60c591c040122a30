// Commands that hold scenarios against each other.

import type { ComparisonView } from '#model/view.ts'
import type { Command } from '../command.ts'

const shapes: readonly ComparisonView['shape'][] = ['table', 'grids', 'charts']

export const compareCommands: readonly Command[] = shapes.map((shape) => ({
  id: `compare.${shape}`,
  name: `Compare scenarios: ${shape}`,
  group: 'Scenario',
  keys: [],
  where: 'everywhere',
  canRun: ({ open }) => open !== null,
  run: ({ open }) => {
    if (open === null) return
    open.look({ screen: 'compare', comparison: { ...open.view.comparison, shape } })
    open.returnToSheet()
  },
}))
