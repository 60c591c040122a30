// The smallest model that still fails: parts are taken away for as long as the failure stays. And a model in words, so that
// a failure can be read and kept.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { partsOf, type Tree } from '#formula/tree.ts'
import { textAt } from '#base/span.ts'
import type { Edit } from '#model/edit.ts'
import { allLines, type Model } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import { isProblem } from '#model/problem.ts'
import { lineRemoval } from '#model/removal.ts'
import { applySoundly } from '#model/soundness.ts'
import { quartersOf } from '#model/timeline.ts'

/** Ways to take something away, the largest parts first. */
function* reductions(model: Model): Generator<readonly Edit[]> {
  for (const { id } of model.scenarios.slice(1).reverse()) {
    const cells = [...(model.rows.get(id) ?? [])].flatMap(([quarter, { entries }]) =>
      [...entries.keys()].map((line): Edit => ({ kind: 'enter', scenario: id, quarter, line, entry: null })),
    )
    yield [...cells, { kind: 'remove scenario', scenario: id }]
  }
  for (const { id } of model.commitments) yield [{ kind: 'remove commitment', commitment: id }]
  for (const { id } of model.lines) yield lineRemoval(model, id)
  for (const { id, formula } of model.lines)
    if (formula !== null) yield [{ kind: 'formula', scenario: 'base', line: id, formula: null }]
  for (const { id, formulas } of model.scenarios)
    for (const line of formulas.keys()) yield [{ kind: 'formula', scenario: id, line, formula: null }]
  for (const [scenario, line, formula] of formulasOf(model))
    for (const shorter of partTexts(model, formula)) yield [{ kind: 'formula', scenario, line, formula: shorter }]
  for (const [scenario, quarters] of model.rows)
    for (const [quarter, { entries }] of quarters) {
      yield [...entries.keys()].map((line): Edit => ({ kind: 'enter', scenario, quarter, line, entry: null }))
      for (const [line, entry] of entries) {
        yield [{ kind: 'enter', scenario, quarter, line, entry: null }]
        if (entry !== 1 && entry !== 'release') yield [{ kind: 'enter', scenario, quarter, line, entry: 1 }]
      }
    }
  if (model.lastActual !== null) yield [{ kind: 'change model', change: { lastActual: null } }]
  const { first, last } = model.timeline
  yield [{ kind: 'change model', change: { timeline: { first, last: addQuarters(last, -1) } } }]
  yield [{ kind: 'change model', change: { timeline: { first: addQuarters(first, 1), last } } }]
}

const formulasOf = (model: Model): readonly (readonly [scenario: string, line: string, formula: string])[] => [
  ...model.lines.flatMap(({ id, formula }) => (formula === null ? [] : [['base', id, formula] as const])),
  ...model.scenarios.flatMap(({ id, formulas }) => [...formulas].map(([line, text]) => [id, line, text] as const)),
]

/** What is left of a formula when only a part of it, or only one part less, remains. */
const partTexts = (model: Model, text: string): readonly string[] => {
  const keys = new Map(allLines(model).map(({ key, id }) => [key, id]))
  const checked = checkFormula(text, { keys, calendar: model.fiscalCalendar })
  if (isFormulaProblem(checked)) return []
  const shorter: string[] = []
  const visit = (tree: Tree): void => {
    for (const part of partsOf(tree)) {
      shorter.push(textAt(text, part.span))
      for (const inner of partsOf(part))
        shorter.push(text.slice(0, part.span.start) + textAt(text, inner.span) + text.slice(part.span.end))
      if (part.kind !== 'number') shorter.push(`${text.slice(0, part.span.start)}1${text.slice(part.span.end)}`)
      visit(part)
    }
  }
  visit(checked.tree)
  return shorter.filter((each) => each.length < text.length)
}

const doesFail = (model: Model, fails: (model: Model) => boolean): boolean => {
  try {
    return fails(model)
  } catch {
    return true
  }
}

export const smallest = (model: Model, fails: (model: Model) => boolean): Model => {
  let current = model
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false
    for (const edits of reductions(current)) {
      const next = applySoundly(current, edits)
      if (isProblem(next) || !doesFail(next, fails)) continue
      current = next
      isSmaller = true
      break
    }
  }
  return current
}

/** A model as one would sketch it on paper. */
export const inWords = (model: Model): string => {
  const { fiscalCalendar: calendar, timeline, lastActual, lines, scenarios, rows } = model
  const cells = (scenario: string, line: string): string =>
    quartersOf(timeline)
      .map((quarter) => String(rows.get(scenario)?.get(quarter)?.entries.get(line) ?? '.'))
      .join(' ')
      .replace(/( ?\.)+$/, '')
  return [
    `${timeline.first} to ${timeline.last}, actual to ${lastActual ?? 'none'}, year end ${calendar.yearEndMonth} named by ${calendar.yearNamedBy}`,
    ...allLines(model).map(
      ({ id, key, kind, driver, formula }) =>
        `${key} ${kind}${driver ? ' driver' : ''} ${cells('base', id)}${formula === null ? '' : ` = ${formula}`}`,
    ),
    ...scenarios.slice(1).flatMap(({ id, parent, formulas }) => [
      `${id} under ${parent ?? ''}:`,
      ...lines
        .map((line) => ({ ...line, own: formulas.get(line.id), typed: cells(id, line.id) }))
        .filter(({ own, typed }) => own !== undefined || typed !== '')
        .map(({ key, own, typed }) => `  ${key} ${typed}${own === undefined ? '' : ` = ${own}`}`),
    ]),
  ].join('\n')
}
