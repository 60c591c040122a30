// A check made of a total and its parts: a line that is the one less the others, and holds where nothing is left.

import type { NewId } from '#base/id.ts'
import type { Results } from '#engine/results.ts'
import { decimalsIn } from '#model/figure.ts'
import type { Edit } from '#model/edit.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { baseOf } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import { quartersOf } from '#model/timeline.ts'
import { isFraction } from '#model/unit.ts'
import type { EditDeed } from '../editDeed.ts'
import { sectionEdits } from '../creation.ts'
import { refuse } from '../proposal.ts'
import { freeKey, keysOf } from './freeKey.ts'
import { insertionAt } from './placing.ts'

type Figures = Pick<Results, 'model' | 'valueOf'>

/** Half of the last digit shown: what rounding may leave. */
const roundingOf = ({ unit, decimals }: LineItem): number =>
  0.5 / 10 ** (decimalsIn(unit, decimals, null) + (isFraction(unit) ? 2 : 0))

/** Of some lines the one that the others add up to best: totals stand above their parts or below them. */
const totalOf = ({ model, valueOf }: Figures, lines: readonly LineItem[]): LineItem | undefined => {
  const base = baseOf(model).id
  const missOf = (total: LineItem): number =>
    quartersOf(model.timeline).reduce((misses, quarter) => {
      const values = lines.map(({ id }) => valueOf(base, id, quarter))
      const all = values.reduce((sum, value) => sum + value, 0)
      const miss = Math.abs(2 * valueOf(base, total.id, quarter) - all)
      return Number.isNaN(miss) ? misses : misses + miss
    }, 0)
  return lines.map((line) => ({ line, miss: missOf(line) })).sort((one, other) => one.miss - other.miss)[0]?.line
}

/** A check of one of the lines, the total, against the others. */
export const proposeCheck = (
  results: Figures,
  lines: readonly LineItem[],
  newId: NewId,
): (EditDeed & { readonly made: LineId }) | Problem => {
  const { model } = results
  const total = totalOf(results, lines)
  const parts = lines.filter((line) => line !== total)
  if (total === undefined || parts.length === 0)
    return refuse('Select a total and its parts first: whichever the others add up to is taken for the total.')
  const odd = parts.find(({ unit }) => unit.kind !== total.unit.kind)
  if (odd !== undefined)
    return refuse(`${odd.label} has another unit than ${total.label}, so the one cannot be a part of the other.`)
  const section = model.sections.find((name) => /check/i.test(name)) ?? 'Checks'
  const formula = `${total.key} - (${parts.map(({ key }) => key).join(' + ')})`
  const label = `${total.label} against its parts`
  const line: LineItem = {
    ...{
      id: newId(),
      key: freeKey(`${total.key}_check`, keysOf(model)),
      label,
      section,
      unit: total.unit,
      kind: 'balance',
    },
    ...{ decimals: total.decimals, polarity: 'neutral', driver: false, formula, description: '' },
    ...{ tolerance: roundingOf(total) * lines.length, expected: null, source: '', breaks: [] },
  }
  const edits: readonly Edit[] = [
    ...sectionEdits(model, section),
    { kind: 'insert line', line, at: insertionAt(model, section, null) },
  ]
  return {
    edits,
    label: `Check added: ${label}`,
    said: `${label}: ${formula}. It holds where no more than rounding is left; the tolerance stands in the Line panel.`,
    made: line.id,
  }
}
