// The rows of the sheet: a heading for each section, then its lines unless it is folded.

import type { LineItem } from '#model/lineItem.ts'
import { allLines, allSections, type Model } from '#model/model.ts'

export type SheetRow =
  | { readonly kind: 'section'; readonly id: string; readonly section: string; readonly isFolded: boolean }
  | { readonly kind: 'line'; readonly id: string; readonly line: LineItem }

export const sectionRowId = (section: string): string => `section:${section}`

export const sheetRows = (model: Model, foldedSections: readonly string[]): readonly SheetRow[] =>
  allSections(model).flatMap((section): readonly SheetRow[] => {
    const isFolded = foldedSections.includes(section)
    const heading: SheetRow = { kind: 'section', id: sectionRowId(section), section, isFolded }
    if (isFolded) return [heading]
    return [
      heading,
      ...allLines(model)
        .filter((line) => line.section === section)
        .map((line): SheetRow => ({ kind: 'line', id: line.id, line })),
    ]
  })
