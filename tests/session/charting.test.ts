import { expect, test } from 'vitest'
import { readModelFile, toJson } from '#exchange/json.ts'
import type { ChartChoice } from '#model/chartChoice.ts'
import { isProblem } from '#model/problem.ts'
import { openedText } from '#session/snapshotText.ts'
import {
  addChart,
  changeChart,
  chartAtHand,
  chartsOf,
  duplicateChart,
  moveChart,
  removeChart,
} from '#session/charting.ts'
import { command } from '#session/commands.ts'
import { suitedCharts } from '#session/suitedCharts.ts'
import { example } from '../examples/alibaba.ts'
import { modelText } from '../support/modelText.ts'
import { exampleBench } from '../support/workbench.ts'
import { at } from './bench.ts'
import { Desk } from './desk.ts'

const desk = (): Desk => new Desk(example)

const names = (ground: Desk): readonly string[] => chartsOf(ground).map(({ name }) => name)

const linesOf = ({ lines }: ChartChoice): readonly string[] =>
  lines.map(({ line, hasGrowth }) => `${line}${hasGrowth ? '+' : ''}`)

test('[U7] the charts that suit the example tell its story', () => {
  expect(suitedCharts(example).map((chart) => [chart.kind, ...linesOf(chart)])).toEqual([
    ['column', 'revenue+', 'cloud_revenue+'],
    ['line', 'capex', 'capex_ttm'],
    ['line', 'cloud_share', 'capex_intensity', 'ebita_margin', 'fcf_margin'],
    ['line', 'cloud_yoy'],
    ['column', 'revenue', 'consensus_revenue'],
    ['column', 'cloud_revenue', 'consensus_cloud'],
  ])
  expect(suitedCharts(example)[3]?.scenarios).toBe('all')
})

test('[U7] a model without any of that has its first line drawn, and one without lines nothing', () => {
  expect(suitedCharts(modelText('FY25 Q1 to FY26 Q4\nfade constant = 1\nsales 1 2\ncost 1 2')).map(linesOf)).toEqual([
    ['id of sales'],
  ])
  expect(suitedCharts(modelText('FY25 Q1 to FY26 Q4'))).toEqual([])
})

test('[U7] charts are added, changed, duplicated and moved', () => {
  const ground = desk()
  const [first, second] = names(ground)
  expect(ground.view.charts.charts).toBeNull()
  addChart(ground)
  expect(names(ground)).toHaveLength(7)
  expect(chartAtHand(ground)?.name).toBe('New chart')
  const id = chartAtHand(ground)?.id ?? ''
  expect(ground.view.charts.opened).toBe(id)
  changeChart(ground, id, { name: 'Cash', lines: [{ line: 'free_cash_flow', hasGrowth: false }] })
  duplicateChart(ground, id)
  expect(names(ground).slice(-2)).toEqual(['Cash', 'Cash 2'])
  expect(chartAtHand(ground)?.lines).toEqual([{ line: 'free_cash_flow', hasGrowth: false }])
  moveChart(ground, 'chart-1', 1)
  expect(names(ground).slice(0, 2)).toEqual([second, first])
  moveChart(ground, 'chart-2', -1)
  expect(ground.message?.sentence).toBe(`${second ?? ''} is the first chart already.`)
})

test('[U3] a line of a third unit is refused, and the chart stays as it was', () => {
  const ground = desk()
  const lines = [...(chartsOf(ground)[0]?.lines ?? []), { line: 'usd_rate', hasGrowth: false }]
  changeChart(ground, 'chart-1', { lines })
  expect(ground.message?.sentence).toMatch(/^RMB per US\$ is in RMB per US\$: a chart has two units at the most/)
  expect(ground.view.charts.charts).toBeNull()
})

test('[U7] what is removed comes back to where it was with one button', () => {
  const ground = desk()
  const before = names(ground)
  removeChart(ground, 'chart-2')
  expect(names(ground)).toEqual(before.filter((_, place) => place !== 1))
  expect(ground.message?.action?.label).toBe('Undo')
  ground.message?.action?.run()
  expect(names(ground)).toEqual(before)
})

test('[U7] commands are about the chart at hand', async () => {
  const { workbench, open } = await exampleBench()
  expect(command('chart.remove').canRun?.(workbench)).toBe(false)
  command('chart.add').run(workbench)
  expect(open.view.screen).toBe('charts')
  expect(command('chart.remove').nameNow?.(workbench)).toBe('Chart “New chart”: remove')
  command('chart.earlier').run(workbench)
  expect(chartsOf(open)[5]?.name).toBe('New chart')
  command('chart.remove').run(workbench)
  expect(chartsOf(open).map(({ name }) => name)).not.toContain('New chart')
})

test('[U8] the chosen charts go with a saved file and come with an opened one', async () => {
  const { workbench, open, files } = await exampleBench()
  addChart(open)
  const chosen = chartsOf(open)
  await workbench.saveFile()
  const text = files[0]?.text ?? ''
  await workbench.openFile('copy.json', text)
  expect(workbench.open?.model.id).not.toBe(open.model.id)
  expect(workbench.open?.view.charts.charts).toEqual(chosen)
})

test('[U8] a chart that cannot be read is left out and counted, and a file without charts has those that suit', () => {
  const sound = suitedCharts(example)[0]
  const file = (charts: unknown) =>
    readModelFile(JSON.stringify({ ...(JSON.parse(toJson(example, at)) as object), charts }), 'copy')
  const read = file([sound, { name: 'no lines' }, 'rubbish', { ...sound, range: { kind: 'last', count: 0 } }])
  if (isProblem(read)) throw new Error(read.sentence)
  expect(read.charts).toEqual([sound])
  expect(openedText('m.json', read)).toBe(
    'm.json is open as a model of its own. 3 charts in it cannot be read and were left out.',
  )
  const plain = file(undefined)
  expect(isProblem(plain) ? plain.sentence : plain.charts).toBeNull()
  const short = file([{ name: 'By hand', lines: [{ line: 'revenue' }] }])
  expect(isProblem(short) ? short.sentence : short.charts).toEqual([
    {
      ...{ id: 'chart-1', name: 'By hand', kind: 'line', pace: 'quarter', range: { kind: 'all' } },
      ...{ lines: [{ line: 'revenue', hasGrowth: false }], scenarios: 'shown' },
    },
  ])
})
