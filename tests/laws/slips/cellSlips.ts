// Slips in what is typed over formulas, in whole series and in per cents.

import { type Edit } from '#model/edit.ts'
import { baseOf, isReported } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'

import { enter, pick, reported, typedOf, withFormulas, type Seeder } from './ground.ts'

export const overwritten =
  (kind: string, isPast: boolean): Seeder =>
  ({ model, results, chance }) => {
    const base = baseOf(model).id
    const line = pick(
      chance,
      withFormulas(model).filter(
        (each) => !each.driver && each.tolerance === null && (!isPast || typedOf(model, each).length === 0),
      ),
    )
    const quarter = pick(
      chance,
      quartersOf(model.timeline).filter((each) => isReported(model, each) === isPast),
    )
    if (line === null || quarter === null) return null
    const value = results.valueOf(base, line.id, quarter)
    if (Number.isNaN(value)) return null
    const next = value * (0.9 + 0.2 * chance.fraction())
    return {
      kind,
      line: line.id,
      quarter,
      edits: [enter(model, line, quarter, next)],
      said: `${line.key} ${quarter}: ${next} typed over`,
    }
  }

export const shiftedSeries: Seeder = ({ model, chance }) => {
  const line = pick(chance, reported(model))
  if (line === null) return null
  const values = typedOf(model, line)
  const by = chance.below(2) === 0 ? 1 : -1
  const edits = values.map(([quarter], at) => enter(model, line, quarter, values[at - by]?.[1] ?? null))
  return { kind: 'series shifted', line: line.id, quarter: null, edits, said: `${line.key} moved by ${by}` }
}

/** The end of a series pasted a quarter late. */
export const shiftedTail: Seeder = ({ model, chance }) => {
  const line = pick(chance, reported(model))
  if (line === null) return null
  const values = typedOf(model, line)
  const from = values.length - 3 - chance.below(3)
  const edits = values
    .slice(from)
    .map(([quarter], at) => enter(model, line, quarter, values[from + at - 1]?.[1] ?? null))
  return {
    kind: 'tail shifted',
    line: line.id,
    quarter: values[from]?.[0] ?? null,
    edits,
    said: `${line.key} late from ${values[from]?.[0] ?? ''}`,
  }
}

export const summedPerCent: Seeder = (ground) => {
  const { model, chance } = ground
  const rate = pick(
    chance,
    model.lines.filter(({ unit, kind }) => unit.kind === 'percent' && kind === 'rate'),
  )
  if (rate === null) return null
  const other = pick(
    chance,
    model.lines.filter(
      (line) =>
        line.unit.kind === 'percent' &&
        line.kind === 'rate' &&
        line.id !== rate.id &&
        /(margin|yoy|growth)/.test(line.key),
    ),
  )
  const flow = { kind: 'change line', line: rate.id, change: { kind: 'flow' } } as const
  const made = (formula: string): Edit => ({
    ...({ kind: 'insert line', at: model.lines.length } as const),
    line: { ...rate, id: 'summed', key: 'summed', label: `${rate.label}, year`, formula, driver: false },
  })
  const choices: (readonly [string, Edit, string])[] = [
    [`ttm(${rate.key})`, made(`ttm(${rate.key})`), 'summed'],
    [`sum(${rate.key}[-3:0])`, made(`sum(${rate.key}[-3:0])`), 'summed'],
    [`ytd(${rate.key})`, made(`ytd(${rate.key})`), 'summed'],
    ['flow', flow, rate.id],
  ]
  if (other !== null && !rate.driver && !other.driver && /(margin|yoy|growth)/.test(rate.key))
    choices.push(['added', made(`${rate.key} + ${other.key}`), 'summed'])
  const [what, edit, line] = pick(chance, choices) ?? ['', flow, rate.id]
  return { kind: 'per cent summed', line, quarter: null, edits: [edit], said: `${rate.key}: ${what}` }
}

export const perCentTyped: Seeder = ({ model, chance }) => {
  const cells = model.lines
    .filter(({ unit }) => unit.kind === 'percent')
    .flatMap((line) =>
      quartersOf(model.timeline).flatMap((quarter) => {
        const value = model.rows.get(baseOf(model).id)?.get(quarter)?.entries.get(line.id)
        return typeof value === 'number' && value !== 0 ? [{ line, quarter, value }] : []
      }),
    )
  const cell = pick(chance, cells)
  if (cell === null) return null
  const next = cell.value * 100
  return {
    kind: 'per cent as number',
    line: cell.line.id,
    quarter: cell.quarter,
    edits: [enter(model, cell.line, cell.quarter, next)],
    said: `${cell.line.key} ${cell.quarter}: ${cell.value} → ${next}`,
  }
}

export const constantOff: Seeder = ({ model, chance }) => {
  const line = pick(
    chance,
    model.lines.filter(({ kind, unit, formula }) => kind === 'constant' && unit.kind === 'percent' && formula !== null),
  )
  if (line === null) return null
  const formula = (line.formula ?? '').replace('%', '')
  return {
    kind: 'per cent as number',
    line: line.id,
    quarter: null,
    edits: [{ kind: 'formula', scenario: baseOf(model).id, line: line.id, formula }],
    said: `${line.key} = ${formula}`,
  }
}
