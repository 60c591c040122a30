// A TableReader reads a table while a dialog asks for it on every key: again only once the table, or what it is read by, is
// another. A table of 600 lines takes half a second.

import { isSame } from '#base/same.ts'
import { outlineOf, type TableOutline } from './tableOutline.ts'
import { readTable, type TableReading, type TableWish } from './tableReading.ts'
import type { Table } from './tableText.ts'

export class TableReader {
  #outlined: { readonly table: Table; readonly outline: TableOutline | null } | null = null
  #read: { readonly outline: TableOutline; readonly wish: TableWish; readonly reading: TableReading } | null = null

  outline(table: Table): TableOutline | null {
    if (this.#outlined?.table !== table) this.#outlined = { table, outline: outlineOf(table) }
    return this.#outlined.outline
  }

  read(outline: TableOutline, wish: TableWish): TableReading {
    if (this.#read?.outline !== outline || !isSame(this.#read.wish, wish))
      this.#read = { outline, wish, reading: readTable(outline, wish) }
    return this.#read.reading
  }
}
