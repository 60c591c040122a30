// Calculates a model file outside the browser: `calc [--json] FILE` prints every cell of every scenario. Files and streams
// come in by the door (.config/calc.mjs); what is wrong is told in a sentence, and nothing is printed then.

import { absenceOf } from '#analysis/absence.ts'
import { calculate } from '#engine/calculate.ts'
import { cellsJson } from '#exchange/cells.ts'
import { cellsCsv } from '#exchange/csv.ts'
import { fromJson } from '#exchange/json.ts'
import { isProblem } from '#model/problem.ts'

export type Surroundings = {
  /** The bytes of a file, of standard input for `-`; what goes wrong is thrown as Node throws it. */
  readonly read: (file: string) => Promise<Uint8Array>
  /** Prints text and waits until it is gone; false once nobody reads any more. */
  readonly write: (text: string) => Promise<boolean>
  readonly complain: (sentence: string) => void
}

const exitCodes = { done: 0, unreadable: 1, misused: 2 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const usage = `Usage: npm run -s calc -- [--json] FILE

Calculates a model file of Paceline and prints every cell of every scenario: each line's
quarters with the whole fiscal years after them, and each constant once.

  FILE      a model saved by Paceline or written by hand (docs/model-file.md); - reads standard input
  --json    print a JSON array of objects instead of CSV
  --help    print this

CSV has a header row; a cell without a value says why: fault, n.m. or missing, and a sentence.
Exit code: 0 printed, 1 the file cannot be read, 2 the command cannot be understood.
`

type Wish = { readonly asks: 'help' } | { readonly asks: 'cells'; readonly file: string; readonly isJson: boolean }

/** What the arguments ask for, or what is wrong with them. */
const wishOf = (given: readonly string[]): Wish | string => {
  const end = given.includes('--') ? given.indexOf('--') : given.length
  const isOption = (each: string, at: number): boolean => at < end && each.startsWith('-') && each !== '-'
  const options = given.filter(isOption)
  const files = given.filter((each, at) => at !== end && !isOption(each, at))
  if (options.some((each) => each === '--help' || each === '-h')) return { asks: 'help' }
  const unknown = options.find((each) => each !== '--json')
  if (unknown !== undefined) return `There is no option ${unknown}; there are --json and --help.`
  const [file, ...others] = files
  if (file === undefined) return 'Name the model file to calculate: npm run -s calc -- FILE.'
  if (others.length > 0) return `One file at a time: “${file}” and “${others.join('”, “')}” were given.`
  return { asks: 'cells', file, isJson: options.includes('--json') }
}

/** Why a file cannot be had, as the end of a sentence, by what Node calls it. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file.'],
  ['ENOTDIR', 'there is no such file.'],
  ['EISDIR', 'this is a folder, not a file.'],
  ['EACCES', 'this file may not be read: the permission is missing.'],
  ['EPERM', 'this file may not be read: the permission is missing.'],
])

const refusalOf = (fault: unknown): string => {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  return refusals.get(code) ?? `this file cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`
}

const textIn = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

export const calc = async (given: readonly string[], { read, write, complain }: Surroundings): Promise<ExitCode> => {
  const wish = wishOf(given)
  if (typeof wish === 'string') {
    complain(wish)
    return exitCodes.misused
  }
  if (wish.asks === 'help') {
    await write(usage)
    return exitCodes.done
  }
  const name = wish.file === '-' ? 'Standard input' : wish.file
  const refuse = (sentence: string): ExitCode => {
    complain(`${name}: ${sentence}`)
    return exitCodes.unreadable
  }
  const bytes = await read(wish.file).catch(refusalOf)
  if (typeof bytes === 'string') return refuse(bytes)
  const text = textIn(bytes)
  if (text === null) return refuse('This file is not text in UTF-8. Choose a model saved by Paceline.')
  const model = fromJson(text, 'file')
  if (isProblem(model)) return refuse(model.sentence)
  const results = calculate(model)
  for (const part of wish.isJson ? cellsJson(results, absenceOf) : cellsCsv(results, absenceOf))
    if (!(await write(part))) break
  return exitCodes.done
}
