// A TableReader reads a table while a dialog asks for it on every key: again only once the table, or what it is read by, is
// another. A table of 600 lines takes half a second.

import { isSame } from '#base/same.ts'
import { readTable, type TableReading, type TableWish } from './tableReading.ts'
import type { Table } from './tableText.ts'
import { tableTold, type ToldTable } from './tableTold.ts'

export class TableReader {
  #told: { readonly table: Table; readonly told: ToldTable | null } | null = null
  #read: { readonly told: ToldTable; readonly wish: TableWish; readonly reading: TableReading } | null = null

  told(table: Table): ToldTable | null {
    if (this.#told?.table !== table) this.#told = { table, told: tableTold(table) }
    return this.#told.told
  }

  read(told: ToldTable, wish: TableWish): TableReading {
    if (this.#read?.told !== told || !isSame(this.#read.wish, wish))
      this.#read = { told, wish, reading: readTable(told, wish) }
    return this.#read.reading
  }
}
