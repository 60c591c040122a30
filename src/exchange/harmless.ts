// Text that goes into a spreadsheet must not run there: a label from elsewhere may read `=HYPERLINK(…)`. What would begin a
// formula gets an apostrophe in front, which spreadsheets show and do not run (docs/decisions/csv.md).

/** What makes a spreadsheet take a field for a formula; the full-width forms too, which some of them narrow first. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/** Text that no spreadsheet runs. Numbers have no business here: `-21840` would become text. */
export const harmless = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)
