// The sections of a pasted table, as its headings open them. One stands in the model once a line does in it.

import { labelAndUnit, type TableUnit } from './tableUnit.ts'

const firstSection = 'Reported'

export class TableSections {
  readonly names: string[] = []
  /** What is said of headings that no line stands under. */
  readonly remarks: string[] = []
  /** The unit that the heading states for its lines. */
  unit: TableUnit | null = null
  /** The section lines stand in at the moment; null until the first one does. */
  #section: string | null = null
  #heading: string | null = null

  open(text: string): void {
    this.close()
    const { label, unit } = labelAndUnit(text.replace(/\s*[:：]$/, ''))
    this.#section = null
    this.#heading = label
    this.unit = unit
  }

  /** The section of the next line. */
  now(): string {
    this.#section ??= this.#heading === null ? firstSection : this.#free(this.#heading)
    if (!this.names.includes(this.#section)) this.names.push(this.#section)
    return this.#section
  }

  close(): void {
    if (this.#heading !== null && this.#section === null)
      this.remarks.push(`The heading “${this.#heading}” has no lines of its own.`)
  }

  #free(wanted: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted} (${count})`
      if (!this.names.includes(name)) return name
    }
  }
}
