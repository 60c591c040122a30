// Quarters for the evaluator elsewhere, which shares no code with the app: a quarter is the number of the month it ends in,
// counted from the year 0, so that the next is three more.

export type Calendar = { readonly yearEndMonth: number; readonly yearNamedBy: 'end' | 'start' }

/** `2025-09`. */
export const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1

/** The month the fiscal year of a quarter ends in. */
const yearEndOf = (month: number, { yearEndMonth }: Calendar): number => {
  let end = month
  while ((end % 12) + 1 !== yearEndMonth) end += 1
  return end
}

/** The fiscal year's number, as it is named: an end in December names the same year either way. */
export const fiscalYearOf = (month: number, calendar: Calendar): number => {
  const end = yearEndOf(month, calendar)
  return Math.floor((calendar.yearNamedBy === 'end' ? end : end - 11) / 12)
}

/** 1 to 4. */
export const fiscalQuarterOf = (month: number, calendar: Calendar): number =>
  4 - Math.floor((yearEndOf(month, calendar) - month) / 3)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const yearOf = (digits: string): number => {
  if (digits.length === 4) return Number(digits)
  return Number(digits) < 70 ? 2000 + Number(digits) : 1900 + Number(digits)
}

/** A quarter as a formula names it; null where it is none of this calendar. */
export const monthNamed = (text: string, calendar: Calendar): number | null => {
  const fiscal =
    /^FY ?(?<year>\d\d(\d\d)?) Q(?<quarter>[1-4])$/.exec(text) ??
    /^(?<quarter>[1-4])QFY(?<year>\d\d(\d\d)?)$/.exec(text) ??
    /^Q(?<quarter>[1-4]) FY(?<year>\d\d(\d\d)?)$/.exec(text)
  if (fiscal?.groups !== undefined) {
    const [year, quarter] = [yearOf(fiscal.groups['year'] ?? ''), Number(fiscal.groups['quarter'])]
    for (let month = (year - 2) * 12; month < (year + 3) * 12; month += 1)
      if ((month % 12) + 1 === calendar.yearEndMonth && fiscalYearOf(month, calendar) === year)
        return month - 3 * (4 - quarter)
    return null
  }
  const named = /^([A-Za-z]{3})[a-z]*[- ](\d\d(?:\d\d)?)$/.exec(text)
  const at = months.indexOf((named?.[1] ?? '').toLowerCase())
  const month =
    named !== null && at >= 0 ? yearOf(named[2] ?? '') * 12 + at : /^\d{4}-\d\d$/.test(text) ? monthOf(text) : null
  return month !== null && (yearEndOf(month, calendar) - month) % 3 === 0 ? month : null
}
