// What the Why screen asks, says and exports, on the example. Expected figures are of the shared example: −17.17, −4.20 and
// −29.82 bn in fiscal 2027.

import { expect, test } from 'vitest'
import type { AttributionOutcome } from '#session/attributionRun.ts'
import { runAttribution } from '#session/attributionRun.ts'
import { waterfallOf } from '#session/waterfall.ts'
import { whyChoiceOf, worldText } from '#session/whyChoice.ts'
import { whyTable } from '#session/whyTable.ts'
import { askedFigure, headline, methodText } from '#session/whyText.ts'
import { calculate } from '#engine/calculate.ts'
import { isProblem } from '#model/problem.ts'
import { example } from '../examples/alibaba.ts'

const results = calculate(example)
const idIn = (name: string): string => example.scenarios.find((scenario) => scenario.name === name)?.id ?? ''
const noView = { line: null, time: null, from: null, to: null }

const asked = (shown: string) => {
  const choice = whyChoiceOf(results, { shown: idIn(shown), view: noView, selected: null })
  if (choice === null) throw new Error('nothing is asked')
  const told: AttributionOutcome[] = []
  const wish = { model: example, from: choice.from, to: choice.to, figure: { line: choice.line, time: choice.time } }
  runAttribution(
    wish,
    () => Promise.reject(new Error('no snapshot is read')),
    (outcome) => told.push(outcome),
  )
  // What fits one block is there at once.
  const last = told.at(-1)
  if (last?.kind !== 'done') throw new Error('not done at once')
  const { attribution } = last
  return { choice, attribution, figure: { line: choice.line, timeName: 'FY27', scale: null } as const }
}

test('[A8] at first it asks about free cash flow of the first year ahead, from Base to the scenario shown', () => {
  const { choice } = asked('Bear')
  expect([
    choice.line.key,
    choice.time,
    worldText(example, choice.from, []),
    worldText(example, choice.to, []),
  ]).toEqual(['free_cash_flow', { kind: 'year', year: 2027 }, 'Base', 'Bear'])
  expect(worldText(example, asked('Base').choice.to, [])).toBe('Bull')
})

test('[A8] it says how far apart the two are, and what drives it', () => {
  const { attribution, figure } = asked('Bear')
  const said = headline(figure, attribution, 'Base', 'Bear')
  expect(said).toMatch(/^Free cash flow FY27 is −29,82\d RMB m in Bear, −17,17\d RMB m in Base: 12,65\d RMB m lower\./)
  expect(said).toContain('Most of it: Adjusted EBITA margin, assumed (−')
  expect(said).toContain('Against it: Capex')
  expect(methodText(attribution)).toContain('8 lines')
  expect(askedFigure({ ...figure, scale: 'bn' }, attribution.from)).toMatch(/^−17\.17\d RMB bn$/)
})

test('[A8] where a side has no value it says on which', () => {
  const { attribution, figure } = asked('Bull')
  const lacking = (change: object): string => headline(figure, { ...attribution, ...change }, 'Base', 'Bull')
  expect(lacking({ to: NaN })).toMatch(/ is −17,17\d RMB m in Base and has no value in Bull\.$/)
  expect(lacking({ from: NaN })).toMatch(/ is −4,20\d RMB m in Bull and has no value in Base\.$/)
  expect(lacking({ from: NaN, to: NaN })).toBe('Free cash flow FY27 has no value in Base and none in Bull.')
})

test('[A8] the waterfall leads from one figure to the other, and the export adds up', () => {
  const { attribution, figure } = asked('Bull')
  const steps = waterfallOf(attribution, 'Base', 'Bull')
  expect(steps).toHaveLength(10)
  expect(steps.at(-2)?.to).toBeCloseTo(attribution.to, 6)
  for (const [at, step] of steps.slice(2, -1).entries()) expect(step.from).toBe(steps[at + 1]?.to)
  const { fields, rows } = whyTable(example, figure, attribution, 'Base', 'Bull')
  const amounts = rows.map((row) => Number(row[fields.indexOf('amount')]))
  const sum = amounts.slice(1, -1).reduce((all, each) => all + each, 0)
  expect(sum / 1000).toBeCloseTo(12.97, 2)
  expect(sum).toBeCloseTo((amounts.at(-1) ?? NaN) - (amounts[0] ?? NaN), 6)
})

test('a snapshot that cannot be read is refused with its sentence', async () => {
  const { choice } = asked('Bull')
  const told: AttributionOutcome[] = []
  const { problem } = await import('#model/problem.ts')
  const lost = problem('storage', { at: 'model' }, 'This snapshot is no longer kept.')
  expect(isProblem(lost)).toBe(true)
  const wish = {
    model: example,
    from: { ...choice.from, snapshot: 'gone' },
    to: choice.to,
    figure: { line: choice.line, time: choice.time },
  }
  runAttribution(
    wish,
    () => Promise.resolve(lost),
    (outcome) => told.push(outcome),
  )
  await new Promise((resolve) => setTimeout(resolve))
  expect(told.slice(1)).toEqual([{ kind: 'refused', sentence: 'This snapshot is no longer kept.' }])
})
