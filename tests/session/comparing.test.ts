import { expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Model } from '#model/model.ts'
import { firstView, type ComparisonView } from '#model/view.ts'
import { comparingOf, steppedTime, timesOf } from '#session/comparing.ts'
import { columnId } from '#session/column.ts'
import { example } from '../examples/alibaba.ts'
import { idOf, modelText } from '../support/modelText.ts'

const results = calculate(example)

const comparing = (change: Partial<ComparisonView> = {}, of = results) =>
  comparingOf(of, { ...firstView(of.model).comparison, ...change })

const ids = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id)

test('[J1] at first: the first whole year with nothing reported, against Base, the lines that differ', () => {
  const first = comparing()
  expect(first.timeId).toBe('FY2027')
  expect(ids(first.scenarios)).toEqual(['base', 'bull', 'bear'])
  expect(first.choice).toBe('differing')
  const lines = ids(first.lines)
  // Bull and Bear move capex and what depends on it, and nobody forecasts what management rounds.
  expect(lines).toContain('capex')
  expect(lines).not.toContain('capex_ai_cloud_ttm')
  expect(lines).not.toContain('fcf_share') // 99 % in all three
})

test('[J1] without a whole year ahead it is the last quarter', () => {
  const short = calculate(modelText('FY26 Q1 to FY27 Q2, actual to FY26 Q4\nsales 1 2 3 4 5 6'))
  expect(comparing({}, short).timeId).toBe('2026-09')
})

test('[J1] what is gone falls back: a time, a reference, hidden scenarios and lines', () => {
  const gone = comparing({ time: 'FY2040', reference: 'gone', hidden: ['gone'], beside: 'gone', lines: ['gone'] })
  expect(gone.timeId).toBe('FY2027')
  expect(gone.reference.id).toBe('base')
  expect(ids(gone.scenarios)).toEqual(['base', 'bull', 'bear'])
  expect(gone.beside?.id).toBe('bull')
  expect(gone.choice).toBe('differing')
})

test('[J1] the reference stands first and cannot be hidden; beside it never stands itself', () => {
  const bear = comparing({ reference: 'bear', hidden: ['bear', 'bull'], beside: 'bear' })
  expect(ids(bear.scenarios)).toEqual(['bear', 'base'])
  expect(bear.beside?.id).toBe('base')
})

test('[J5] lines are those that differ, all, or chosen ones, in the model’s order; none stays none', () => {
  expect(ids(comparing({ lines: ['capex', 'revenue', 'gone'] }).lines)).toEqual(['revenue', 'capex'])
  expect(comparing({ lines: [] })).toMatchObject({ choice: 'chosen', lines: [] })
  const all = comparing({ lines: 'all' })
  expect(all.lines.length).toBeGreaterThan(48)
})

test('[J5] a scenario that is hidden makes no line differ, and lines differ at the time compared', () => {
  expect(comparing({ hidden: ['bull', 'bear'] }).lines).toEqual([])
  // FY24 is reported, and the past is Base's.
  expect(ids(comparing({ time: 'FY2024' }).lines).filter((id) => id === 'revenue' || id === 'capex')).toEqual([])
})

test('[J1] times are quarters, each year after its own, and stepping stops at either end', () => {
  const model: Model = modelText('FY25 Q4 to FY26 Q4\nsales')
  const times = timesOf(model).flatMap((year) => year.times)
  const names = times.map((time) => columnId(time))
  expect(names).toEqual(['2025-03', '2025-06', '2025-09', '2025-12', '2026-03', 'FY2026'])
  const step = (from: number, steps: number) => columnId(steppedTime(model, present(times[from], 'a time'), steps))
  expect([step(0, -1), step(0, 1), step(4, 1), step(5, 1)]).toEqual(['2025-03', '2025-06', 'FY2026', 'FY2026'])
})

test('a chosen line is found by its id, whatever its key', () => {
  const small = calculate(modelText('FY26 Q1 to FY26 Q4\nsales 1 1 1 1\nbull:\nsales 2'))
  expect(comparing({ lines: [idOf('sales')] }, small).lines.map(({ key }) => key)).toEqual(['sales'])
})
