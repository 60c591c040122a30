// A Subject is a model as the sheet is measured on it: its file, the number that is typed over, and what must stand on screen
// afterwards, as the engine has it.

import { readFileSync } from 'node:fs'
import { calculate } from '#engine/calculate.ts'
import { fromJson, toJson } from '#exchange/json.ts'
import { applyEdits } from '#model/edit.ts'
import { tableValue } from '#model/figure.ts'
import { lineOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { firstView } from '#model/view.ts'
import { layoutOf, type Layout } from '#session/layout.ts'
import { blockModel } from '../models/conglomerate.ts'
import { baseScenario, pacelineModel, quarterAt } from '../models/pacelineModel.ts'
import type { Awaited } from './meter.ts'

/** What is typed, and the number it means. */
type Typed = { readonly text: string; readonly entry: number }

export type SubjectName = 'example' | 'large'

export type Subject = {
  readonly name: SubjectName
  /** The model as a file to open; null for the one the app opens by itself. */
  readonly file: string | null
  /** The cell typed into: its selector, and its name as the meter has it. */
  readonly cell: string
  readonly cellName: string
  /** As the sheet lies when it is first opened. */
  readonly layout: Layout
  /** Typed by turns. */
  readonly typed: readonly [Typed, Typed]
  readonly awaited: (typed: Typed) => Awaited
}

export const cellSelector = (row: string, column: string): string =>
  `.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`

const sound = <Value>(value: Value | Problem): Value => {
  if (isProblem(value)) throw new Error(value.sentence)
  return value
}

type Edited = {
  readonly line: string
  readonly quarter: Quarter
  readonly typed: readonly [Typed, Typed]
  /** Lines computed from it, on screen beside it. */
  readonly followers: readonly string[]
}

const subject = (
  name: SubjectName,
  model: Model,
  file: string | null,
  { line, quarter, typed, followers }: Edited,
): Subject => {
  const textsAfter = ({ entry }: Typed): Awaited => {
    const after = sound(applyEdits(model, [{ kind: 'enter', scenario: baseScenario, line, quarter, entry }]))
    const results = calculate(after)
    const cells = [line, ...followers].map((each) => {
      const { unit, decimals } = lineOf(after, each)
      const value = results.valueOf(baseScenario, each, quarter)
      return { cell: cellSelector(each, quarter), text: tableValue(value, unit, decimals) }
    })
    return { kind: 'texts', cells }
  }
  const expected = new Map(typed.map((each) => [each.text, textsAfter(each)]))
  return {
    name,
    file,
    cell: cellSelector(line, quarter),
    cellName: `${line} ${quarter}`,
    layout: layoutOf(model, firstView(model)),
    typed,
    awaited: ({ text }) => {
      const awaited = expected.get(text)
      if (awaited === undefined) throw new Error(`Nobody computed what ${text} leads to.`)
      return awaited
    },
  }
}

/** The built-in example, opened by the app itself. */
export const exampleSubject = (file: string): Subject =>
  subject('example', sound(fromJson(readFileSync(file, 'utf8'), 'example')), null, {
    line: 'cloud_growth',
    quarter: '2025-12',
    typed: [
      { text: '40', entry: 0.4 },
      { text: '42', entry: 0.42 },
    ],
    followers: ['cloud_yoy', 'cloud_share'],
  })

/** Model B of the bench: the number typed reaches half of its computed cells. */
export const largeSubject = (): Subject => {
  const model = pacelineModel(blockModel())
  return subject('large', model, toJson(model, '2026-01-01T00:00:00.000Z'), {
    line: 'b001_s001_unit_cost',
    quarter: quarterAt(4),
    typed: [
      { text: '0.9', entry: 0.9 },
      { text: '1.1', entry: 1.1 },
    ],
    followers: ['b001_s001_cost', 'b001_s002_profit'],
  })
}
