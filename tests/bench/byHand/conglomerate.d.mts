export type Block = {
  readonly segments: Float64Array
  readonly unitCost: Float64Array
  readonly total: Float64Array
  readonly totalYear: Float64Array
  readonly totalFourYears: Float64Array
}
export function computeBlock(block: Block): void
