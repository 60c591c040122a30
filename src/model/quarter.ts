// A Quarter is identified by the calendar month it ends in, written `2025-09`: it sorts as text, reads in a diff, and
// means the same in every fiscal calendar. Arithmetic goes through the month number, counted from year 0.

export type Quarter = `${number}-${number}`

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** The quarter that ends in a month of a year; month from 1 to 12. */
export const quarterEnding = (year: number, month: number): Quarter =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Quarter

/** Whether text is a quarter in its canonical form, `2025-09`. */
export const isQuarter = (text: string): text is Quarter => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const yearOf = (quarter: Quarter): number => Number(quarter.slice(0, 4))

/** The calendar month the quarter ends in, 1 to 12. */
export const endMonthOf = (quarter: Quarter): number => Number(quarter.slice(5, 7))

const monthNumber = (quarter: Quarter): number => yearOf(quarter) * 12 + endMonthOf(quarter) - 1

export const addQuarters = (quarter: Quarter, count: number): Quarter => {
  const month = monthNumber(quarter) + 3 * count
  return quarterEnding(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1)
}

/** How many quarters lie from one to the other, negative when `to` is earlier; a fraction where their months do not match. */
export const quartersBetween = (from: Quarter, to: Quarter): number => (monthNumber(to) - monthNumber(from)) / 3

/** `September`, of a month from 1 to 12. */
export const monthName = (month: number): string => monthNames[month - 1] ?? ''

/** `Sep 2025`. */
export const calendarName = (quarter: Quarter): string =>
  `${monthNames[endMonthOf(quarter) - 1]?.slice(0, 3) ?? ''} ${yearOf(quarter)}`

/** The quarter's last day, `2025-09-30`, as files name it. */
export const lastDayOf = (quarter: Quarter): string => {
  const month = endMonthOf(quarter)
  const year = yearOf(quarter)
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return `${quarter}-${days}`
}

/** The month of a name such as `Sep`, `sept` or `September`, 1 to 12, or null. */
export const monthNamed = (text: string): number | null => {
  if (text.length < 3) return null
  const index = monthNames.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase()))
  return index < 0 ? null : index + 1
}
