// Commands of charts: those that change one are about the chart at hand, the one last worked with.

import { addChart, chartAtHand, duplicateChart, moveChart, openChart, removeChart } from '../charting.ts'
import type { Command } from '../command.ts'
import type { OpenModel } from '../openModel.svelte.ts'

const ofChart = (id: string, what: string, run: (open: OpenModel, chart: string) => void): Command => ({
  id: `chart.${id}`,
  name: `Chart: ${what}`,
  nameNow: ({ open }) => {
    const chart = open === null ? null : chartAtHand(open)
    return chart === null ? null : `Chart “${chart.name}”: ${what}`
  },
  group: 'Look',
  keys: [],
  where: 'everywhere',
  canRun: ({ open }) => open !== null && open.view.screen === 'charts' && chartAtHand(open) !== null,
  run: ({ open }) => {
    const chart = open === null ? null : chartAtHand(open)
    if (open !== null && chart !== null) run(open, chart.id)
  },
})

export const chartCommands: readonly Command[] = [
  {
    id: 'chart.add',
    name: 'Chart: add a chart',
    group: 'Look',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null,
    run: ({ open }) => {
      if (open === null) return
      addChart(open)
      open.navigation.toScreen('charts')
    },
  },
  ofChart('change', 'change or rename', (open, chart) => {
    openChart(open, chart)
  }),
  ...(
    [
      ['table', 'show its table, or the chart again'],
      ['copy', 'copy as a picture, or its table while that is shown'],
      ['save', 'save as PNG'],
    ] as const
  ).map(([deed, what]) =>
    ofChart(deed, what, (open, chart) => {
      open.chartCall = { chart, deed }
    }),
  ),
  ofChart('duplicate', 'duplicate', duplicateChart),
  ofChart('earlier', 'move earlier', (open, chart) => {
    moveChart(open, chart, -1)
  }),
  ofChart('later', 'move later', (open, chart) => {
    moveChart(open, chart, 1)
  }),
  ofChart('remove', 'remove', removeChart),
]
