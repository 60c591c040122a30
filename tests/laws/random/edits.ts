// Random edits to a random model: of every kind that may move a number, most of them sound. The sketch follows the model, so
// that formulas go on fitting it.

import { planShapes, type Commitment } from '#model/commitment.ts'
import type { Edit } from '#model/edit.ts'
import { allLines, type Model } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import { lineRemoval } from '#model/removal.ts'
import { scenarioColours } from '#model/scenario.ts'
import { contains, quartersOf } from '#model/timeline.ts'
import { present } from '#base/assert.ts'
import type { Weighted } from '../../support/chance.ts'
import { someConstant, someFormula } from './formula.ts'
import { someCharacter, someTyped } from './numbers.ts'
import { someExpected, type Workbook } from './randomModel.ts'
import type { LineSketch, Sketch } from './sketch.ts'

/** The sketch of a model after edits: lines it did not have stand above all others. */
export const sketchOf = (model: Model, before: Sketch): Sketch => {
  const known = new Map(before.lines.map((line) => [line.id, line]))
  const top = Math.max(0, ...before.lines.map(({ rank }) => rank)) + 1
  const lines = model.lines.map(({ id, key, kind, driver }, at): LineSketch => {
    const { group, rank } = known.get(id) ?? { group: top + at, rank: top + at }
    return { id, key, kind, driver, group, rank }
  })
  return {
    chance: before.chance,
    calendar: model.fiscalCalendar,
    quarters: quartersOf(model.timeline),
    lines: lines.sort((one, other) => one.rank - other.rank),
    commitment: model.commitments.length === 0 ? null : before.commitment,
  }
}

type Maker = (workbook: Workbook, fresh: string) => readonly Edit[]

const movable = ({ sketch }: Workbook): readonly LineSketch[] => sketch.lines.filter(({ kind }) => kind !== 'constant')

const enter: Maker = (workbook) => {
  const { model, sketch } = workbook
  const { chance, quarters } = sketch
  const lines = movable(workbook)
  if (lines.length === 0) return []
  const scenario = chance.pick(model.scenarios)
  const line = chance.pick(lines)
  const length = chance.pick([1, 1, 1, 1, 2, 5]) // a cell, or a paste
  const at = chance.below(quarters.length)
  const character = someCharacter(chance)
  return quarters.slice(at, at + length).map((quarter): Edit => {
    const what = chance.weighted([
      [70, 'number'],
      [18, 'nothing'],
      [12, 'release'],
    ] as const)
    const number = someTyped(chance, character, at)
    const entry = what === 'number' ? number : what === 'nothing' || scenario.parent === null ? null : 'release'
    return { kind: 'enter', scenario: scenario.id, quarter, line: line.id, entry }
  })
}

const formula: Maker = ({ model, sketch }) => {
  const { chance } = sketch
  const scenario = chance.pick(model.scenarios)
  const line = chance.pick(sketch.lines)
  const text = line.kind === 'constant' ? someConstant(sketch) : someFormula(sketch, line)
  const what = chance.fraction()
  return [
    { kind: 'formula', scenario: scenario.id, line: line.id, formula: what < 0.12 ? null : what < 0.2 ? '' : text },
  ]
}

const insertLine: Maker = ({ model, sketch }, fresh) => {
  const { chance } = sketch
  const kind = chance.pick(['flow', 'balance', 'rate', 'constant'] as const)
  const line: LineSketch = { id: fresh, key: fresh, kind, driver: chance.happens(0.2), group: 10000, rank: 10000 }
  const grown = { ...sketch, lines: [...sketch.lines, line] }
  const text = kind === 'constant' ? someConstant(sketch) : someFormula(grown, line)
  const like = present(model.lines[0], 'a line')
  return [
    {
      kind: 'insert line',
      line: {
        ...like,
        ...{
          id: fresh,
          key: fresh,
          label: fresh,
          kind,
          driver: line.driver,
          formula: text,
          expected: null,
          source: '',
          breaks: [],
        },
      },
      at: chance.below(model.lines.length + 1),
    },
  ]
}

const removeLine: Maker = ({ model, sketch }) =>
  model.lines.length < 2 ? [] : lineRemoval(model, sketch.chance.pick(model.lines).id)

const mostScenarios = 6 // beyond it a run only gets slower

const insertScenario: Maker = ({ model, sketch }, fresh) => {
  const { chance } = sketch
  if (model.scenarios.length >= mostScenarios) return []
  const line = chance.pick(sketch.lines)
  const own = line.kind === 'constant' ? someConstant(sketch) : someFormula(sketch, line)
  const formulas = new Map(chance.happens(0.5) ? [[line.id, own]] : [])
  const parent = chance.pick(model.scenarios).id
  const scenario = { id: fresh, name: fresh, parent, colour: chance.pick(scenarioColours), formulas }
  return [{ kind: 'insert scenario', scenario, at: model.scenarios.length }]
}

const removeScenario: Maker = ({ model, sketch }) => {
  const leaves = model.scenarios.filter(
    ({ id, parent }) => parent !== null && !model.scenarios.some((each) => each.parent === id),
  )
  if (leaves.length === 0) return []
  const { id } = sketch.chance.pick(leaves)
  const cells = [...(model.rows.get(id) ?? [])].flatMap(([quarter, { entries }]) =>
    [...entries.keys()].map((line): Edit => ({ kind: 'enter', scenario: id, quarter, line, entry: null })),
  )
  return [...cells, { kind: 'remove scenario', scenario: id }]
}

const changeLine: Maker = ({ model, sketch }, fresh) => {
  const { chance } = sketch
  const { id, kind, driver } = chance.pick(model.lines)
  const change = chance.weighted<Extract<Edit, { kind: 'change line' }>['change']>([
    [4, kind === 'constant' ? {} : { kind: chance.pick(['flow', 'balance', 'rate'] as const) }],
    [4, { driver: !driver }],
    [1, { key: fresh }],
    [1, { section: chance.pick(model.sections), label: fresh }],
    [1, { expected: kind === 'constant' ? null : someExpected(chance, id, model.lines) }],
  ])
  return [{ kind: 'change line', line: id, change }]
}

const changeModel: Maker = ({ model, sketch }) => {
  const { chance, quarters } = sketch
  const { first, last } = model.timeline
  const { yearEndMonth, yearNamedBy } = model.fiscalCalendar
  const shorter = { first, last: addQuarters(last, -1) }
  const isLoose = [...model.rows.values()].every((rows) => [...rows.keys()].every((each) => contains(shorter, each)))
  const change = chance.weighted<Extract<Edit, { kind: 'change model' }>['change']>([
    [5, { lastActual: chance.happens(0.15) ? null : chance.pick(quarters) }],
    [2, { timeline: isLoose && quarters.length > 1 ? shorter : { first, last: addQuarters(last, 1) } }],
    [1, { timeline: { first: addQuarters(first, -1), last } }],
    [1, { fiscalCalendar: { yearEndMonth: ((yearEndMonth + 2) % 12) + 1, yearNamedBy } }],
    [1, { fiscalCalendar: { yearEndMonth, yearNamedBy: yearNamedBy === 'end' ? 'start' : 'end' } }],
    [1, { sections: [...model.sections].reverse() }],
  ])
  return [{ kind: 'change model', change }]
}

const changeParent: Maker = ({ model, sketch }) => {
  const { chance } = sketch
  const at = chance.below(model.scenarios.length)
  const scenario = present(model.scenarios[at], 'a scenario')
  if (scenario.parent === null) return []
  return [
    {
      kind: 'change scenario',
      scenario: scenario.id,
      change: { parent: chance.pick(model.scenarios.slice(0, at)).id },
    },
  ]
}

const changedPlan = ({ reading }: Commitment, amount: number): Partial<Commitment> => ({
  plan: planShapes[amount % planShapes.length] ?? 'straight',
  reading: { ...reading, delay: (amount % 5) - 2, quarters: 1 + (amount % 7) },
})

const changeCommitment: Maker = ({ model, sketch }) => {
  const [commitment] = model.commitments
  if (commitment === undefined) return []
  const { chance } = sketch
  const isKept = chance.happens(0.8)
  const amount = chance.between(1, 900)
  const changed = { ...commitment, amount, kind: chance.pick(['floor', 'cap'] as const) }
  if (amount % 3 === 0)
    return [{ kind: 'change commitment', commitment: commitment.id, change: changedPlan(commitment, amount) }]
  const holdsOwn = model.scenarios.some(({ formulas }) => [...formulas.keys()].some((id) => id.startsWith('pledge.')))
  if (!isKept && holdsOwn) return []
  return [
    { kind: 'remove commitment', commitment: commitment.id },
    ...(isKept ? [{ kind: 'insert commitment', commitment: changed, at: 0 } as const] : []),
  ]
}

/** What is written beside the numbers, and moves none. */
const note: Maker = ({ model, sketch }) => {
  const { chance, quarters } = sketch
  const scenario = chance.pick(model.scenarios).id
  const cell = { scenario, quarter: chance.pick(quarters), line: chance.pick(allLines(model)).id }
  return [{ kind: 'note', ...cell, note: null }]
}

const makers: Weighted<Maker> = [
  [46, enter],
  [22, formula],
  [4, insertLine],
  [3, removeLine],
  [4, insertScenario],
  [2, removeScenario],
  [8, changeLine],
  [8, changeModel],
  [2, changeParent],
  [2, changeCommitment],
  [1, note],
]

/** One change as a person would make it; `fresh` is a name that nothing has. Empty where there is nothing to change. */
export const someEdits = (workbook: Workbook, fresh: string): readonly Edit[] =>
  workbook.sketch.chance.weighted(makers)(workbook, fresh)
