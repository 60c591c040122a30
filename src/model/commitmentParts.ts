// The parts of a commitment: the lines that each of its readings expands into, in their order, with the words, unit and place
// of each. What a part is computed by is in commitmentFormula.ts.

import type { Commitment } from './commitment.ts'
import type { Kind, LineItem, Polarity } from './lineItem.ts'
import type { Unit } from './unit.ts'

/** In the order of the sheet; each is the last part of an id and of a key. */
export const readingParts = [
  ...(['delay', 'quarters', 'counted', 'planned', 'ahead', 'spi', 'earned', 'ahead_quarters', 'spi_t'] as const),
  ...(['required', 'mean', 'required_multiple', 'completion', 'late', 'mean_total', 'mean_completion'] as const),
  ...(['counting', 'number', 'elapsed', 'shape', 'typed'] as const),
]

export type ReadingPart = (typeof readingParts)[number]

/** What is typed and not computed: of the commitment itself, and of a reading. */
export type InputPart = 'amount' | 'plan' | 'delay' | 'quarters' | 'counting'

/** Lines that others are computed through; they stand apart, folded at first. */
const workings: ReadonlySet<ReadingPart> = new Set(['counting', 'number', 'elapsed', 'shape', 'typed'])

export const isWorking = (part: ReadingPart): boolean => workings.has(part)

export type PartWords = Pick<LineItem, 'label' | 'unit' | 'decimals' | 'kind' | 'polarity' | 'driver'>

type Look = { readonly unit: Unit; readonly decimals: number; readonly kind: Kind }

const quarters = (decimals: number, kind: Kind = 'balance'): Look => ({ unit: { kind: 'quarters' }, decimals, kind })

const ratio: Look = { unit: { kind: 'ratio' }, decimals: 3, kind: 'balance' }

const words = (label: string, look: Look, polarity: Polarity = 'neutral', driver = false): PartWords => ({
  label,
  ...look,
  polarity,
  driver,
})

/** To be ahead is good news, except of a cap. */
export const partWords = ({ unit, kind }: Commitment, part: ReadingPart, firstName: string): PartWords => {
  const money: Look = { unit, decimals: 0, kind: 'balance' }
  const isCap = kind === 'cap'
  /** A promise is better kept soon, a cap better not used up. */
  const sooner: Polarity = isCap ? 'moreIsBetter' : 'lessIsBetter'
  const ahead: Polarity = isCap ? 'lessIsBetter' : 'moreIsBetter'
  switch (part) {
    case 'delay':
      return words(`Window begins after ${firstName} by`, quarters(0, 'constant'), 'neutral', true)
    case 'quarters':
      return words('Window’s length', quarters(0, 'constant'), 'neutral', true)
    case 'counting':
      return words('Counted in the quarter', { ...money, kind: 'flow' })
    case 'typed':
      return words('Planned in the quarter, where the plan is typed', { ...money, kind: 'flow' }, 'neutral', true)
    case 'number':
      return words('Quarter of the window', quarters(0))
    case 'elapsed':
      return words('Quarters elapsed', quarters(0))
    case 'shape':
      return words('Share of the plan so far', { unit: { kind: 'percent' }, decimals: 1, kind: 'balance' })
    case 'counted':
      return words('Counted', money)
    case 'planned':
      return words('Planned', money)
    case 'ahead':
      return words(isCap ? 'Over plan' : 'Ahead of plan', money, ahead)
    case 'spi':
      return words('SPI: counted over planned', ratio, ahead)
    case 'earned':
      return words('Earned schedule', quarters(3), ahead)
    case 'ahead_quarters':
      return words(isCap ? 'Over plan in quarters' : 'Ahead of plan in quarters', quarters(3), ahead)
    case 'spi_t':
      return words('SPI(t): earned schedule over elapsed', ratio, ahead)
    case 'required':
      return words(isCap ? 'Left for each quarter' : 'Required a quarter', money)
    case 'mean':
      return words('Mean of the last four quarters', money)
    case 'required_multiple':
      return words(isCap ? 'Left, as a multiple of that mean' : 'Required, as a multiple of that mean', ratio)
    case 'completion':
      return words(isCap ? 'Quarters until it is used up' : 'Quarters to completion', quarters(3), sooner)
    case 'late':
      return words(
        isCap ? 'Used up after its end by (before is negative)' : 'Late by (early is negative)',
        quarters(3),
        sooner,
      )
    case 'mean_total':
      return words('Total at that mean held flat', money)
    case 'mean_completion':
      return words(isCap ? 'Used up at that mean held flat' : 'Completion at that mean held flat', quarters(3), sooner)
  }
}
