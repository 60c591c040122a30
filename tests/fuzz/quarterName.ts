// The names of quarters, read from the rules Q1 to Q4: as months counted from year 0.

export type Calendar = { readonly yearEndMonth: number; readonly yearNamedBy: 'end' | 'start' }

const months = 'january february march april may june july august september october november december'.split(' ')

const fourDigits = (digits: string): number => {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year >= 70 ? 1900 + year : 2000 + year
}

const fiscal = (year: number, quarter: number, { yearEndMonth, yearNamedBy }: Calendar): number => {
  const endYear = yearNamedBy === 'start' && yearEndMonth !== 12 ? year + 1 : year
  return endYear * 12 + (yearEndMonth - 1) - 3 * (4 - quarter)
}

const monthOf = (text: string, calendar: Calendar): number | null => {
  const year = '(?<year>\\d{4}|\\d{2})'
  const quarter = '(?<quarter>[1-4])'
  const gap = '\\s*[- ]?\\s*'
  for (const form of [
    `fy\\s*${year}${gap}q${quarter}`,
    `q${quarter}${gap}fy\\s*${year}`,
    `${quarter}q\\s*fy\\s*${year}`,
  ]) {
    const found = new RegExp(`^${form}$`, 'i').exec(text)?.groups
    if (found !== undefined) return fiscal(fourDigits(found['year'] ?? ''), Number(found['quarter']), calendar)
  }
  const plain = /^(\d{4})-(\d\d)$/.exec(text)
  if (plain !== null) {
    const month = Number(plain[2])
    return month >= 1 && month <= 12 ? Number(plain[1]) * 12 + month - 1 : null
  }
  const named = /^([a-z]{3,9})[- ]?(\d{4}|\d\d)$/i.exec(text)
  const month = named === null ? -1 : months.findIndex((each) => each.startsWith((named[1] ?? '').toLowerCase()))
  return month < 0 ? null : fourDigits(named?.[2] ?? '') * 12 + month
}

/** The quarter a text names, as `2025-09`; null where it names none of the calendar. */
export const quarterIn = (text: string, calendar: Calendar): string | null => {
  const month = monthOf(text.trim(), calendar)
  if (month === null || (month - calendar.yearEndMonth + 1) % 3 !== 0) return null
  const year = Math.floor(month / 12)
  if (year < 0 || year > 9999) return null
  return `${String(year).padStart(4, '0')}-${String(month - 12 * year + 1).padStart(2, '0')}`
}
