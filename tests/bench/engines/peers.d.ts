// What the benchmarks use of their peers, which are installed in tests/bench/peers only.

declare module 'hyperformula' {
  type Address = { readonly sheet: number; readonly row: number; readonly col: number }
  type Cells = readonly (readonly (number | string)[])[]
  export class HyperFormula {
    static readonly version: string
    static buildFromSheets(
      sheets: Readonly<Record<string, Cells>>,
      settings: { readonly licenseKey: string },
    ): HyperFormula
    /** Internal, and without a public name: computes every cell again. */
    readonly evaluator: { run(): void }
    rebuildAndRecalculate(): void
    setCellContents(address: Address, content: number): readonly { readonly address: Address }[]
    getSheetValues(sheet: number): readonly (readonly unknown[])[]
  }
}

declare module '@ironcalc/wasm' {
  type Area = {
    readonly sheet: number
    readonly row: number
    readonly column: number
    readonly width: number
    readonly height: number
  }
  export function initSync(source: { readonly module: BufferSource }): void
  /** Sheets count from 0, rows and columns from 1. */
  export class Model {
    constructor(name: string, locale: string, timezone: string, language: string)
    static from_bytes(bytes: Uint8Array, language: string): Model
    toBytes(): Uint8Array
    newSheet(): void
    pauseEvaluation(): void
    evaluate(): void
    setUserInput(sheet: number, row: number, column: number, input: string): void
    updateRangeStyle(range: Area, path: string, value: string): void
    getFormattedCellValue(sheet: number, row: number, column: number): string
  }
}
