// A pasted row that only repeats what other rows say: growth on the year or on the quarter before, or one row over another. It
// is offered as a formula where that gives every number of it that it can be held against, to the digits shown.

import { addQuarters, type Quarter } from '#model/quarter.ts'

export type NumberedRow = {
  readonly key: string
  readonly label: string
  readonly isMoney: boolean
  /** The row a generic label belongs to. */
  readonly of: string | null
  readonly numbers: ReadonlyMap<Quarter, number>
  /** How far each number may be off, being rounded. */
  readonly halves: ReadonlyMap<Quarter, number>
}

export type FoundFormula = {
  readonly formula: string
  /** The quarters it gives the number of; the others stay typed. */
  readonly quarters: ReadonlySet<Quarter>
}

type Making = (quarter: Quarter) => number | undefined

const fewest = 2 // one number that agrees may do so by chance

/** Where a making gives the row’s numbers; null where one of them is another. */
const agreement = ({ numbers, halves }: NumberedRow, making: Making): ReadonlySet<Quarter> | null => {
  const agreeing = new Set<Quarter>()
  for (const [quarter, number] of numbers) {
    const made = making(quarter)
    if (made === undefined) continue
    if (!(Math.abs(made - number) <= (halves.get(quarter) ?? 0) * 1.000001 + 1e-12)) return null
    agreeing.add(quarter)
  }
  return agreeing.size < fewest ? null : agreeing
}

const growth =
  (base: NumberedRow, quarters: number): Making =>
  (quarter) => {
    const now = base.numbers.get(quarter)
    const then = base.numbers.get(addQuarters(quarter, -quarters))
    return now === undefined || then === undefined ? undefined : then > 0 ? now / then - 1 : NaN
  }

const quotient =
  (above: NumberedRow, below: NumberedRow): Making =>
  (quarter) => {
    const [over, under] = [above.numbers.get(quarter), below.numbers.get(quarter)]
    return over === undefined || under === undefined ? undefined : over / under
  }

const mostTried = 60 // of a longer table only the nearest rows, or every pair would take seconds

/** The formula of a per-cent row over the rows of money beside it; null where none gives all of its numbers. */
export const formulaFound = (row: NumberedRow, all: readonly NumberedRow[]): FoundFormula | null => {
  const place = all.indexOf(row)
  const near = all
    .map((each, at) => ({ each, away: Math.abs(at - place) }))
    .filter(({ each, away }) => away > 0 && each.numbers.size > 0)
    .toSorted((left, right) => left.away - right.away)
    .slice(0, mostTried)
    .map(({ each }) => each)
  const first = near.filter(({ key, label }) => key === row.of || row.label.toLowerCase().includes(label.toLowerCase()))
  const bases = [...new Set([...first, ...near])]
  for (const base of bases)
    for (const [name, quarters] of [['yoy', 4] as const, ['qoq', 1] as const]) {
      const found = agreement(row, growth(base, quarters))
      if (found !== null) return { formula: `${name}(${base.key})`, quarters: found }
    }
  const money = bases.filter(({ isMoney }) => isMoney)
  for (const below of money)
    for (const above of money) {
      const found = above === below ? null : agreement(row, quotient(above, below))
      if (found !== null && found.size === row.numbers.size)
        return { formula: `${above.key} / ${below.key}`, quarters: found }
    }
  return null
}
