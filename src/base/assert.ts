// What only a bug can cause is thrown; what a user can cause is a Problem (model/problem.ts) and never comes here.

export function assert(condition: unknown, whatHolds: string): asserts condition {
  if (!condition) throw new Error(`Fault in Paceline: ${whatHolds}`)
}

/** The end of an exhaustive switch: the compiler refuses the call while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Fault in Paceline: unexpected ${JSON.stringify(value)}`)
}

/** The value, where a missing one can only be a bug. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  assert(value !== null && value !== undefined, `${what} is there`)
  return value
}
