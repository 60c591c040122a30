export const fixedCount: number
export const drawnCount: number
export const computedCount: number
export function computeCompany(x: Float64Array, y: Float64Array, at: number, v: Float64Array): void
export function computeLanes(
  x: Float64Array,
  y: Float64Array,
  v: Float64Array,
  debts: Float64Array,
  cashFlows: Float64Array,
): void
