// A Finding is what one measure came to against one peer; a Target what it must come to.

import type { ModelName } from '../engines/stand.ts'
import type { Ratio } from './ratio.ts'

export type Measure =
  | 'full recalculation'
  | 'edit that reaches half'
  | 'edit that reaches four cells'
  | 'opening cold'
  | '10,000 lanes'
  | 'memory of values'
  | 'memory in all'
  | 'time per cell'

export type Peer =
  | 'HyperFormula evaluator.run'
  | 'HyperFormula rebuild'
  | 'HyperFormula'
  | 'IronCalc'
  | 'JavaScript by hand'
  | 'numpy'
  | 'Paceline on A'
  | 'Paceline on B'

export type Finding = { readonly measure: Measure; readonly model: ModelName; readonly peer: Peer } & (
  | Ratio
  /** Why it was not measured. */
  | { readonly skipped: string }
)

type Target = { readonly measure: Measure; readonly model: ModelName; readonly peer: Peer; readonly atLeast: number }

const target = (measure: Measure, model: ModelName, peer: Peer, atLeast: number): Target => ({
  measure,
  model,
  peer,
  atLeast,
})

/** As issue B sets them; peer's time over ours, so that "at most twice its time" reads 0.5. */
const targets: readonly Target[] = [
  target('full recalculation', 'B', 'HyperFormula evaluator.run', 500),
  target('full recalculation', 'B', 'HyperFormula rebuild', 500),
  target('full recalculation', 'B', 'IronCalc', 500),
  target('full recalculation', 'C', 'HyperFormula evaluator.run', 400),
  target('full recalculation', 'C', 'HyperFormula rebuild', 400),
  target('full recalculation', 'C', 'IronCalc', 300),
  target('full recalculation', 'A', 'JavaScript by hand', 1 / 2),
  target('full recalculation', 'B', 'JavaScript by hand', 1 / 2),
  target('full recalculation', 'C', 'JavaScript by hand', 1 / 2),
  target('edit that reaches half', 'B', 'HyperFormula', 300),
  target('edit that reaches four cells', 'B', 'HyperFormula', 1),
  target('opening cold', 'B', 'HyperFormula', 8),
  target('opening cold', 'B', 'IronCalc', 5),
  target('10,000 lanes', 'A', 'numpy', 1 / 0.7),
  target('10,000 lanes', 'A', 'JavaScript by hand', 1 / 0.6),
  target('memory of values', 'B', 'HyperFormula', 20),
  target('time per cell', 'C', 'Paceline on B', 1 / 1.3),
]

/** What a finding must reach; null where nothing is asked of it. */
export const targetOf = ({ measure, model, peer }: Finding): number | null =>
  targets.find((each) => each.measure === measure && each.model === model && each.peer === peer)?.atLeast ?? null
