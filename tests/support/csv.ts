// CSV files as records: each row by the names in the first.

import { readRfc4180 } from './rfc4180.ts'

export const readRecords = (text: string): readonly ReadonlyMap<string, string>[] => {
  const [names = [], ...rows] = readRfc4180(text)
  return rows.map((row) => new Map(names.map((name, at) => [name, row[at] ?? ''])))
}
