// To restore is to make a model what an earlier version of it was, by edits that can be undone like any others. Each step
// is worked out from the model that the steps before it lead to. What is gone in the end is emptied first, while its line,
// scenario and quarter are still there; what is typed comes last, when they are there again.

import { assert, present } from '#base/assert.ts'
import { isSame } from '#base/same.ts'
import { placements } from './arrangement.ts'
import { applyEdits, type Edit } from './edit.ts'
import type { LineId, LineItem } from './lineItem.ts'
import { allLines, baseOf, isExpanded, type Model } from './model.ts'
import { attributeNames, differenceBetween, formulasOf, lineFields, scenarioFields } from './modelDifference.ts'
import { isProblem } from './problem.ts'
import type { Scenario } from './scenario.ts'

type Step = (now: Model, then: Model) => readonly Edit[]

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id)

const find = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item =>
  present(
    items.find((each) => each.id === id),
    id,
  )

/** The part of an item that is to be another. */
const changeOf = <Item, Field extends keyof Item>(
  now: Item,
  then: Item,
  fields: readonly Field[],
): Partial<Pick<Item, Field>> | null => {
  const differing = fields.filter((field) => !isSame(now[field], then[field]))
  if (differing.length === 0) return null
  return Object.fromEntries(differing.map((field) => [field, then[field]])) as Partial<Pick<Item, Field>>
}

/** Lines that stand in both versions, and in both as the model's own or as a commitment's: what they hold may stay. */
const stayingLines = (now: Model, then: Model): ReadonlySet<LineId> => {
  const before = new Set(idsOf(allLines(now)))
  return new Set(
    idsOf(allLines(then)).filter((line) => before.has(line) && isExpanded(now, line) === isExpanded(then, line)),
  )
}

/** Empties what is gone: cells, notes, and formulas of other scenarios than Base. Base will take no release. */
const emptying: Step = (now, then) => {
  const stays = stayingLines(now, then)
  const base = baseOf(then).id
  const edits: Edit[] = []
  for (const { id: scenario, formulas } of now.scenarios.slice(1)) {
    const kept = scenario === base ? undefined : then.scenarios.find(({ id }) => id === scenario)?.formulas
    for (const line of formulas.keys())
      if (!stays.has(line) || kept?.has(line) !== true) edits.push({ kind: 'formula', scenario, line, formula: null })
  }
  for (const [scenario, quarters] of now.rows)
    for (const [quarter, { entries, notes }] of quarters) {
      const kept = then.rows.get(scenario)?.get(quarter)
      for (const [line, entry] of entries)
        if (!stays.has(line) || kept?.entries.has(line) !== true || (entry === 'release' && scenario === base))
          edits.push({ kind: 'enter', scenario, quarter, line, entry: null })
      for (const line of notes.keys())
        if (!stays.has(line) || kept?.notes.has(line) !== true)
          edits.push({ kind: 'note', scenario, quarter, line, note: null })
    }
  return edits
}

/** What the model says of itself; sections that lines still stand in are left at the end for now. */
const attributes: Step = (now, then) => {
  const sections = [...then.sections, ...now.sections.filter((section) => !then.sections.includes(section))]
  const change = changeOf(now, { ...then, sections }, attributeNames)
  return change === null ? [] : [{ kind: 'change model', change }]
}

const sections: Step = (now, then) =>
  isSame(now.sections, then.sections) ? [] : [{ kind: 'change model', change: { sections: then.sections } }]

/** Takes away commitments that are gone, others, or stand elsewhere: a commitment cannot be changed or moved. */
const oldCommitments: Step = (now, then) => {
  const moved = new Set(placements(idsOf(now.commitments), idsOf(then.commitments)).map(({ id }) => id))
  return now.commitments
    .filter((each) => moved.has(each.id) || !then.commitments.some((other) => isSame(each, other)))
    .map(({ id }) => ({ kind: 'remove commitment', commitment: id }))
}

const newCommitments: Step = (now, then) =>
  placements(idsOf(now.commitments), idsOf(then.commitments)).map(({ id, at }) => ({
    kind: 'insert commitment',
    commitment: find(then.commitments, id),
    at,
  }))

const oldLines: Step = (now, then) =>
  now.lines
    .filter(({ id }) => !then.lines.some((line) => line.id === id))
    .map(({ id }) => ({ kind: 'remove line', line: id }))

/** Keys that neither version has. */
const freeKeys = (now: Model, then: Model): (() => string) => {
  const taken = new Set([...allLines(now), ...allLines(then)].map(({ key }) => key))
  let count = 0
  return () => {
    do count += 1
    while (taken.has(`renamed_${count}`))
    return `renamed_${count}`
  }
}

/** A line whose key another is to have goes by a free one meanwhile: keys may change places, or go round. */
const clearedKeys: Step = (now, then) => {
  const keys = new Map(then.lines.map(({ id, key }) => [id, key]))
  const wanted = new Set(now.lines.flatMap(({ id, key }) => (keys.get(id) === key ? [] : [keys.get(id)])))
  const freeKey = freeKeys(now, then)
  return now.lines
    .filter(({ id, key }) => keys.get(id) !== key && wanted.has(key))
    .map(({ id }) => ({ kind: 'change line', line: id, change: { key: freeKey() } }))
}

const changedLines: Step = (now, then) =>
  now.lines.flatMap((line): readonly Edit[] => {
    const change = changeOf<LineItem, (typeof lineFields)[number]>(line, find(then.lines, line.id), lineFields)
    return change === null ? [] : [{ kind: 'change line', line: line.id, change }]
  })

const placedLines: Step = (now, then) =>
  placements(idsOf(now.lines), idsOf(then.lines)).map(({ id, at, isNew }) =>
    isNew ? { kind: 'insert line', line: find(then.lines, id), at } : { kind: 'move line', line: id, at },
  )

/** Scenarios as they were: those that are gone hold nothing any more, and stand last until nothing inherits from them. */
const scenarios: Step = (now, then) => {
  const gone = now.scenarios.filter(({ id }) => !then.scenarios.some((each) => each.id === id))
  const order = [...idsOf(then.scenarios), ...idsOf(gone)]
  return [
    ...placements(idsOf(now.scenarios), order).map(({ id, at, isNew }): Edit =>
      isNew
        ? { kind: 'insert scenario', scenario: find(then.scenarios, id), at }
        : { kind: 'move scenario', scenario: id, at },
    ),
    ...then.scenarios.flatMap((scenario): readonly Edit[] => {
      const known = now.scenarios.find(({ id }) => id === scenario.id)
      const change = known && changeOf<Scenario, (typeof scenarioFields)[number]>(known, scenario, scenarioFields)
      return change === undefined || change === null ? [] : [{ kind: 'change scenario', scenario: scenario.id, change }]
    }),
    ...gone.toReversed().map(({ id }): Edit => ({ kind: 'remove scenario', scenario: id })),
  ]
}

const formulas: Step = (now, then) =>
  then.scenarios.flatMap(({ id: scenario }) => {
    const [before, after] = [formulasOf(now, scenario), formulasOf(then, scenario)]
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((line) => before.get(line) !== after.get(line))
      .map((line): Edit => ({ kind: 'formula', scenario, line, formula: after.get(line) ?? null }))
  })

const cells: Step = (now, then) => {
  const { entries, notes } = differenceBetween(now, then)
  return [
    ...entries.map(({ scenario, quarter, line, is }): Edit => ({ kind: 'enter', scenario, quarter, line, entry: is })),
    ...notes.map(({ scenario, quarter, line, is }): Edit => ({ kind: 'note', scenario, quarter, line, note: is })),
  ]
}

/** Their order tells nothing but when each came, yet a version restored is the version to the letter. */
const waivers: Step = (now, then) =>
  isSame(now.waivers, then.waivers)
    ? []
    : [
        ...now.waivers.map(({ id }): Edit => ({ kind: 'waive', id, waiver: null, at: 0 })),
        ...then.waivers.map((waiver, at): Edit => ({ kind: 'waive', id: waiver.id, waiver, at })),
      ]

const steps: readonly Step[] = [
  ...[emptying, attributes, oldCommitments, oldLines, clearedKeys, changedLines, placedLines, sections],
  ...[newCommitments, scenarios, formulas, cells, waivers],
]

/** The edits that make a sound model what another sound version of it is; none where it is that already. */
export const editsBetween = (now: Model, then: Model): readonly Edit[] => {
  const edits: Edit[] = []
  let current = now
  for (const step of steps) {
    const made = step(current, then)
    const next = applyEdits(current, made)
    assert(!isProblem(next), 'each step towards a sound version can be made')
    current = next
    edits.push(...made)
  }
  return edits
}
