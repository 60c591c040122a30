// Names that mean something in the language and so cannot be a line's key.

import { functionNames } from './functionTable.ts'

export const calendarNames = ['actual', 'fiscal_year', 'fiscal_quarter', 'quarter_index'] as const

export type CalendarName = (typeof calendarNames)[number]

/** Distributions: the names are kept for simulation, which is to come. */
const distributionNames = ['normal', 'uniform', 'triangular', 'lognormal', 'each'] as const

const words = 'and or not xor to in mod if true false null end e i pi nan infinity undefined'.split(' ')

export const reservedNames: ReadonlySet<string> = new Set([
  ...functionNames,
  ...calendarNames,
  ...distributionNames,
  ...words,
])

export const isReservedName = (name: string): boolean => reservedNames.has(name)

export const isCalendarName = (name: string): name is CalendarName =>
  (calendarNames as readonly string[]).includes(name)

export const isDistribution = (name: string): boolean => (distributionNames as readonly string[]).includes(name)
