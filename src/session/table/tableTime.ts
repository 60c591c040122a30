// The times that head a table's columns: `FY26 Q1`, `1Q26E`, `Mar-25`, `31/03/2025`, `2025年一季度`. Until the fiscal year's
// end is known a time is raw: a quarter by its fiscal name or by its month, a year, or a span that is neither.

import { fiscalQuarterOf, quarterOfFiscal, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { monthNamed, quarterEnding, type Quarter } from '#model/quarter.ts'
import { isLonger } from '../pastedTime.ts'

/** What a heading says of its numbers: `A` and `actual`, or `E`, `F` and `forecast`. */
export type TimeMark = 'actual' | 'forecast' | null

export type RawTime = { readonly mark: TimeMark } & (
  | { readonly of: 'fiscal'; readonly year: number; readonly quarter: number }
  | { readonly of: 'month'; readonly year: number; readonly month: number }
  | { readonly of: 'year'; readonly year: number }
  | { readonly of: 'longer' }
)

const markForm =
  /[\s([]*(?:(?<actual>a|act\.?|actuals?|reported|实际)|(?<forecast>e|f|p|est\.?|estimates?|fcst|forecast|budget|预测|预计))[)\]\s]*$/i

/** What a text says of its numbers where it says nothing else. */
export const markOf = (text: string): TimeMark => {
  const found = markForm.exec(text)
  if (found === null || found.index > 0) return null
  return found.groups?.['actual'] === undefined ? 'forecast' : 'actual'
}

const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900)

const year = String.raw`['’]?(?<year>(?:19|20)\d\d|\d\d)`
const fiscal = String.raw`(?:FY|CY|fiscal(?: year)?)?\s*`
const parted = String.raw`\s*[-–/,.]?\s*`

const quarterForms = [
  new RegExp(String.raw`^${fiscal}${year}${parted}Q(?<quarter>[1-4])$`, 'i'),
  new RegExp(String.raw`^Q(?<quarter>[1-4])${parted}(?:of\s+)?${fiscal}${year}$`, 'i'),
  new RegExp(String.raw`^(?<quarter>[1-4])Q${parted}${fiscal}${year}$`, 'i'),
  new RegExp(String.raw`^${fiscal}${year}${parted}(?<quarter>[1-4])Q$`, 'i'),
  new RegExp(String.raw`^(?<quarter>first|second|third|fourth) quarter(?: of)?${parted}${fiscal}${year}$`, 'i'),
  /^(?<year>\d{4})\s*年?\s*第?(?<quarter>[一二三四1-4])季度?$/,
]

const quarterNames = new Map([
  ...(['first', 'second', 'third', 'fourth'] as const).map((name, at): [string, number] => [name, at + 1]),
  ...(['一', '二', '三', '四'] as const).map((name, at): [string, number] => [name, at + 1]),
])

const before = String.raw`(?:(?:three|3) months|quarter)?\s*(?:(?:ended|ending|to|as of|as at)\s+)?`
const day = String.raw`(?:[012]?\d|3[01])(?:st|nd|rd|th)?`

const monthForms = [
  new RegExp(
    String.raw`^${before}(?:${day}[- ])?(?<month>[a-z]{3,9})\.?[-–/' ’]{0,3}(?<year>(?:19|20)\d\d|\d\d)$`,
    'i',
  ),
  new RegExp(String.raw`^${before}(?<month>[a-z]{3,9})\.?\s+${day},?\s+(?<year>(?:19|20)\d\d)$`, 'i'),
  /^(?<year>(?:19|20)\d\d)[-/.](?<month>0?[1-9]|1[0-2])(?:[-/.](?:2[89]|3[01]))?$/,
  /^(?:2[89]|3[01])[-/.](?<month>0?[1-9]|1[0-2])[-/.](?<year>(?:19|20)\d\d|\d\d)$/,
  /^(?<month>0?[1-9]|1[0-2])[-/.](?:2[89]|3[01])[-/.](?<year>(?:19|20)\d\d|\d\d)$/,
  /^(?<month>0?[1-9]|1[0-2])[-/.](?<year>(?:19|20)\d\d)$/,
  /^(?<year>(?:19|20)\d\d)\s*年\s*(?<month>0?[1-9]|1[0-2])\s*月(?:\s*(?:2[89]|3[01])\s*日)?$/,
  /^(?<year>(?:19|20)\d\d)[- ](?<month>[a-z]{3,9})$/i,
]

const yearForms = [
  /^(?:fiscal year|full year|year|total|FY|CY)\s*(?:ended\s+)?['’]?(?<year>(?:19|20)\d\d)(?:\s*(?:year|total))?$/i,
  /^(?:FY|CY)\s*['’]?(?<year>\d\d)(?:\s*(?:year|total))?$/i,
  /^(?<year>(?:19|20)\d\d)(?:\s*(?:FY|year|total|年|年度|全年))?$/i,
  /^12M\s*['’]?(?<year>(?:19|20)\d\d|\d\d)$/i,
]

const find = (forms: readonly RegExp[], text: string): Readonly<Record<string, string>> | null => {
  for (const form of forms) {
    const groups = form.exec(text)?.groups
    if (groups !== undefined) return groups
  }
  return null
}

const timeIn = (text: string, mark: TimeMark): RawTime | null => {
  const quarter = find(quarterForms, text)
  if (quarter !== null) {
    const name = (quarter['quarter'] ?? '').toLowerCase()
    return {
      mark,
      of: 'fiscal',
      year: fullYear(quarter['year'] ?? ''),
      quarter: quarterNames.get(name) ?? Number(name),
    }
  }
  const dated = find(monthForms, text)
  const month = /^\d/.test(dated?.['month'] ?? '') ? Number(dated?.['month']) : monthNamed(dated?.['month'] ?? '')
  if (dated !== null && month !== null) return { mark, of: 'month', year: fullYear(dated['year'] ?? ''), month }
  const whole = find(yearForms, text)
  return whole === null ? null : { mark, of: 'year', year: fullYear(whole['year'] ?? '') }
}

/** The time that a heading names; null for any other text. */
export const rawTime = (heading: string): RawTime | null => {
  const text = heading
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '' || text.length > 60) return null
  const whole = timeIn(text, null)
  if (whole !== null) return whole
  const marked = markForm.exec(text)
  const bare = marked === null ? '' : text.slice(0, marked.index)
  const mark = marked?.groups?.['actual'] === undefined ? 'forecast' : 'actual'
  const found = bare === '' ? null : timeIn(bare, mark)
  if (found !== null) return found
  return /\d/.test(text) && isLonger(text) ? { mark: null, of: 'longer' } : null
}

/** The quarter that a raw time is in a calendar; null for a month in which none of its quarters ends, and for what is no quarter. */
export const quarterAt = (time: RawTime, calendar: FiscalCalendar): Quarter | null => {
  if (time.of === 'fiscal') return quarterOfFiscal(time, calendar)
  if (time.of !== 'month') return null
  return (time.month - calendar.yearEndMonth + 12) % 3 === 0 ? quarterEnding(time.year, time.month) : null
}

/** The last month of the fiscal year and how it is named, as one quarter's two names tell: `FY26 Q1` over `Jun 2025`. */
export const calendarTold = (
  named: Extract<RawTime, { of: 'fiscal' }>,
  dated: Extract<RawTime, { of: 'month' }>,
): FiscalCalendar | null => {
  const yearEndMonth = ((dated.month + 3 * (4 - named.quarter) - 1) % 12) + 1
  for (const yearNamedBy of ['end', 'start'] as const) {
    const calendar = { yearEndMonth, yearNamedBy }
    const told = fiscalQuarterOf(quarterEnding(dated.year, dated.month), calendar)
    if (told.year === named.year && told.quarter === named.quarter) return calendar
  }
  return null
}
