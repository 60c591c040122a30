// What the heading of a pasted column says of its time: that it is of the quarter entered, of another, or of more than a
// quarter. Releases print nine months beside three, and only one of them is the quarter's figure.

import { readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { endMonthOf, monthNamed, yearOf, type Quarter } from '#model/quarter.ts'

/** `longer`: of several quarters, of half a year or of a year. */
export type HeadedTime = 'same' | 'other' | 'longer' | null

const monthYearForm = /^([a-z]{3,9})\.?[-'’ ]{0,2}(?:\d{4}|\d{2})\s*[aefp]?$/i
const yearForm = /^(?:FY\s*['’]?\d{2,4}\s*[aefp]?|(?:19|20)\d\d[aefp])$/i

/** Whether a text is the name of a time and no figure, though digits end it: `Dec 2025`, `Dec-25`, `FY26`, `2026E`. */
export const namesTime = (text: string): boolean => {
  const month = monthYearForm.exec(text.trim())?.[1]
  return (month !== undefined && monthNamed(month) !== null) || yearForm.test(text.trim())
}

const alwaysLonger =
  /\b(?:six|nine|twelve|eighteen|6|9|12|18)[- ]?months?\b|\b(?:6|9|12)M(?![a-z])|\bhalf\b|\bhalf[- ]?year|\bH[12](?=FY|\b)|\b[12]H(?![a-z])|\byear[- ]to[- ]date\b|\b(?:YTD|TTM|LTM)\b|\btrailing\b/i
const longerAlone = /\byears?\b|\bannual|\bFY\s*['’]?\d/i
const ofQuarter = /\b(?:three|3)[- ]?months?\b|\bquarter|\bQ[1-4](?!\d)|\b[1-4]Q|FY\s*\d{2,4}\s*-?\s*Q[1-4]|\b3M\b/i
const ofChange = /\bchanges?\b|\bgrowth\b|\bvariance\b|\b(?:yoy|qoq)\b|\b[yq]\/[yq]\b|\byear[- ]o(?:n|ver)[- ]year\b/i

/** Whether a heading says that it is of one quarter. */
const namesQuarter = (heading: string): boolean => ofQuarter.test(heading) && !alwaysLonger.test(heading)

/** Whether a heading is of more than a quarter. */
export const isLonger = (heading: string): boolean =>
  alwaysLonger.test(heading) || (longerAlone.test(heading) && !ofQuarter.test(heading))

const quarterForms = [
  /\bFY\s*(?:\d{4}|\d{2})\s*[- ]?\s*Q[1-4]\b/i,
  /\bQ[1-4]\s*[- ]?\s*FY\s*(?:\d{4}|\d{2})\b/i,
  /\b[1-4]Q\s*FY\s*(?:\d{4}|\d{2})\b/i,
  /\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])\b/,
]

/** `Q3 2026`, `3Q26`, `Third quarter of fiscal year 2026`: the fiscal year’s, as a company tells its quarters. */
const looseForms = [
  /\bQ(?<quarter>[1-4])[-'’ ]*(?<year>(?:19|20)\d\d|\d{2})\b/i,
  /\b(?<quarter>[1-4])Q[-'’ ]*(?<year>(?:19|20)\d\d|\d{2})\b/i,
  /\b(?<quarter>first|second|third|fourth) quarter\D*?(?<year>(?:19|20)\d\d)\b/i,
]
const quarterWords = ['first', 'second', 'third', 'fourth']

/** The quarter that stands in a heading by its name; null where none does. */
const quarterIn = (heading: string, calendar: FiscalCalendar): Quarter | null => {
  const whole = readQuarter(heading, calendar)
  if (whole !== null) return whole
  for (const form of quarterForms) {
    const found = form.exec(heading)?.[0]
    const read = found === undefined ? null : readQuarter(found, calendar)
    if (read !== null) return read
  }
  for (const form of looseForms) {
    const { quarter, year } = form.exec(heading)?.groups ?? {}
    if (quarter === undefined || year === undefined || /ended|ending/i.test(heading)) continue
    const place = quarterWords.indexOf(quarter.toLowerCase()) + 1
    return readQuarter(`FY${year} Q${place === 0 ? quarter : place}`, calendar)
  }
  return null
}

/** The year and the months that a heading names. */
const datesIn = (heading: string): { readonly year: number | null; readonly months: readonly number[] } => {
  const months = heading.split(/[^a-z]+/i).flatMap((word) => monthNamed(word) ?? [])
  const year = /\b((?:19|20)\d\d)[aefp]?\b/i.exec(heading)?.[1]
  const short = /\b([a-z]{3,9})\.?[-'’ ]{0,2}(\d{2})(?![\d,])/i.exec(heading)
  if (year !== undefined) return { year: Number(year), months }
  const isShort = short?.[1] !== undefined && monthNamed(short[1]) !== null
  return { year: isShort ? 2000 + Number(short[2]) : null, months }
}

/** The time a heading names, under the title of its table, which may say that all of it is of more than a quarter. */
export const timeOf = (heading: string, title: string, quarter: Quarter, calendar: FiscalCalendar): HeadedTime => {
  if (alwaysLonger.test(heading)) return 'longer'
  if (ofChange.test(heading)) return 'other'
  const named = quarterIn(heading, calendar)
  if (named !== null && (namesQuarter(heading) || !isLonger(title))) return named === quarter ? 'same' : 'other'
  if (isLonger(heading) || (isLonger(title) && !namesQuarter(heading))) return 'longer'
  const { year, months } = datesIn(heading)
  if (year === null) return null
  const isSameMonth = months.length === 0 || months.includes(endMonthOf(quarter))
  return year === yearOf(quarter) && isSameMonth ? 'same' : 'other'
}

const monthWord = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
const timeForm = new RegExp(
  [
    String.raw`(?:(?:three|six|nine|twelve|3|6|9|12)[- ]months?(?: ended| ending| to)? |(?:quarter|half[- ]year|year) (?:ended|ending) )?` +
      String.raw`${monthWord}(?: \d{1,2},?(?= (?:19|20)))?[-'’ ]{1,2}(?:(?:19|20)\d\d|\d{2})(?!\d)[aefp]?`,
    String.raw`FY ?\d{2,4}[- ]?(?:Q[1-4])?`,
    String.raw`Q[1-4][-'’ ]?(?:FY ?)?\d{2,4}`,
    String.raw`[1-4]Q[-'’ ]?(?:FY ?)?\d{2,4}`,
    String.raw`(?:6|9|12)M(?: ?FY)?[-'’ ]?\d{2,4}`,
    String.raw`(?:[12]H|H[12])(?: ?FY)?[-'’ ]?\d{2,4}`,
    String.raw`(?:19|20)\d\d[aefp]?(?!\d)`,
  ].join('|'),
  'gi',
)

/** The cells of a heading in one line, as a PDF gives it: what stands first, and the times; null where it is none. */
export const partedTimes = (line: string): readonly string[] | null => {
  const times = line.match(timeForm) ?? []
  const rest = line.replace(timeForm, ' ').replace(/\s+/g, ' ').trim()
  const isHeading = times.length > 1 && !/\d/.test(rest) && rest.length <= 30 && line.trim().startsWith(rest)
  return isHeading ? [rest, ...times.map((time) => time.trim())] : null
}
