// Scenarios: chains as deep as they are many, each with a few formulas of its own: other ones, empty ones, Problems, and
// pairs of lines that look at each other the other way round than in Base, so that the scenarios together loop where none
// of them does.

import type { LineId } from '#model/lineItem.ts'
import { scenarioColours, type Scenario } from '#model/scenario.ts'
import { present } from '#base/assert.ts'
import { someConstant, someFormula, someSettledFormula } from './formula.ts'
import type { LineSketch, Sketch } from './sketch.ts'

const emptyShare = 0.15

const ownFormula = (sketch: Sketch, line: LineSketch): string => {
  if (line.kind === 'constant') return someConstant(sketch)
  return sketch.chance.happens(emptyShare) ? '' : someFormula(sketch, line)
}

/** What Base's formula of a line is, or null. */
type BaseFormulas = ReadonlyMap<LineId, string | null>

/** Pairs of lines of which in Base the higher looks at the lower in the same quarter. */
const lookingDown = ({ lines }: Sketch, formulas: BaseFormulas): readonly (readonly [LineSketch, LineSketch])[] =>
  lines.flatMap((high) => {
    const text = formulas.get(high.id) ?? null
    if (text === null || high.kind === 'constant') return []
    return lines
      .filter(({ kind, group, key }) => kind !== 'constant' && group < high.group && text.includes(key))
      .filter(({ key }) => new RegExp(`\\b${key}\\b(?![[(])`).test(text))
      .map((low) => [high, low] as const)
  })

/** A lower line that looks at a higher one, which here looks at neither it nor anything that does. */
const turnRound = (sketch: Sketch, base: BaseFormulas, formulas: Map<LineId, string>): void => {
  const { chance } = sketch
  const pairs = lookingDown(sketch, base)
  if (pairs.length === 0) return
  const [high, low] = chance.pick(pairs)
  formulas.set(high.id, chance.happens(0.3) ? '' : someSettledFormula(sketch, { ...high, group: low.group }))
  formulas.set(low.id, chance.pick([high.key, `${high.key} * 2`, `${high.key}[+1] + ${high.key}`, `ttm(${high.key})`]))
}

const turnShare = 0.5

const someOwnFormulas = (sketch: Sketch, base: BaseFormulas): ReadonlyMap<LineId, string> => {
  const { chance, lines } = sketch
  const formulas = new Map<LineId, string>()
  const ownShare = chance.pick([0, 0.1, 0.2])
  for (const line of lines) if (chance.happens(ownShare)) formulas.set(line.id, ownFormula(sketch, line))
  if (chance.happens(turnShare)) turnRound(sketch, base, formulas)
  return formulas
}

export const someScenarios = (sketch: Sketch, base: BaseFormulas, count: number): readonly Scenario[] => {
  const { chance } = sketch
  const scenarios: Scenario[] = [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }]
  while (scenarios.length < count) {
    const at = scenarios.length
    const parent = chance.happens(0.65) ? present(scenarios[at - 1], 'a parent') : chance.pick(scenarios)
    const colour = present(scenarioColours[at % scenarioColours.length], 'a colour')
    scenarios.push({
      id: `s${at}`,
      name: `Case ${at}`,
      parent: parent.id,
      colour,
      formulas: someOwnFormulas(sketch, base),
    })
  }
  return scenarios
}
