// A UnitRule says what a checker of units needs to know of a function: which unit its result has, and what it asks of its
// expressions. Quarters and whole numbers given have no unit.

export type UnitRule =
  /** The expressions must be alike, and the result has their unit. Of `if` this holds for all but the condition. */
  | 'alike'
  /** Likewise; over quarters it adds up, which means something for a flow only: not for a balance, a rate or a per cent. */
  | 'summed'
  /** A fraction that reads as a per cent, whatever the unit grown from. */
  | 'growth'
  /** How many, whatever the units given. */
  | 'count'
  /** How many quarters, whatever the units given; what is compared with each other must be alike. */
  | 'quarters'
  /** 1, 0 or −1, whatever the units given. */
  | 'mark'
  /** A number without a unit, of a number without a unit. */
  | 'number'
