// Fuzz: whatever text is checked, it is a formula or a Problem with a range inside the text and a sentence, quickly; what is
// let through is what the language, read a second time, makes of the text; and calculating with it ends and breaks nothing.

import { expect, test } from 'vitest'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { FormulaProblem } from '#formula/formulaProblem.ts'
import { partsOf, type Tree } from '#formula/tree.ts'
import { differenceIn } from '../laws/bits.ts'
import { compiled, oracle } from '../laws/evaluators.ts'
import { modelText, idOf } from '../support/modelText.ts'
import { readingOf, type Reading } from './reading.ts'
import { foreign } from './foreign.ts'
import { calendar, keys, someText } from './texts.ts'

const textCount = 100_000 // what the issue asks for
const blockSize = 20_000
const slowestTextMs = 1000 // a hang: the slowest takes 20 ms on an idle core
const testLimitMs = 120_000 // 6 s a block on two idle cores

const scope = { keys: new Map(keys.map((key) => [key, idOf(key)])), calendar }

/** Whether a checked tree is what the second reading says; what it has besides (ranges, how a number was written) is its own. */
const isRead = (tree: unknown, reading: unknown): boolean => {
  if (typeof reading !== 'object' || reading === null) return tree === reading
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree) !== Array.isArray(reading)) return false
  if (Array.isArray(reading) && (tree as readonly unknown[]).length !== reading.length) return false
  return Object.entries(reading).every(([name, part]) => isRead((tree as Record<string, unknown>)[name], part))
}

const wrongProblem = (text: string, { span, sentence }: FormulaProblem): string | null => {
  const { start, end } = span
  const isInside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length
  if (!isInside) return `a range from ${start} to ${end}`
  return /^\S[^]*[.?]$/.test(sentence) ? null : `the sentence “${sentence}”`
}

/** Whether each part lies inside its whole, and the whole inside the text. */
const areNested = (tree: Tree, start: number, end: number): boolean =>
  start <= tree.span.start &&
  tree.span.start < tree.span.end &&
  tree.span.end <= end &&
  partsOf(tree).every((part) => areNested(part, tree.span.start, tree.span.end))

/** What is wrong with what the text was checked to, or null; `accepted` takes what is let through. */
const wrongWith = (text: string, reading: Reading | null, accepted: string[]): string | null => {
  const start = performance.now()
  const result = checkFormula(text, scope)
  if (performance.now() - start > slowestTextMs) return 'it took too long'
  if (isFormulaProblem(result))
    return wrongProblem(text, result) ?? (reading === null ? null : `refused: ${result.sentence}`)
  accepted.push(text)
  if (reading === null) return 'let through'
  if (!areNested(result.tree, 0, text.length)) return 'a part of its tree lies outside its whole'
  return isRead(result.tree, reading) ? null : `read as ${JSON.stringify(result.tree)}, not ${JSON.stringify(reading)}`
}

/** Calculates with formulas, one on each line, over what the keys hold. */
const calculateWith = (texts: readonly string[]): void => {
  const source = `
    FY25 Q1 to FY26 Q4, actual to FY25 Q4
    ${keys.map((key, at) => `${key} ${at} ${at + 1} 0 -1 . 100.5 ${10 * at} 3`).join('\n')}`
  const model = modelText(source)
  const [like] = model.lines
  if (like === undefined) throw new Error('no line')
  const lines = texts.map((formula, at) => ({ ...like, id: `try ${at}`, key: `try_${at}`, formula }))
  const tried = { ...model, lines: [...model.lines, ...lines] }
  const difference = differenceIn(oracle.calculate(tried), compiled.calculate(tried))
  if (difference !== null) expect.fail(`${difference}, of\n${texts.join('\n')}`)
}

const linesPerModel = 40

const blocks = Array.from({ length: textCount / blockSize }, (_, at) => [at * blockSize, (at + 1) * blockSize] as const)

test.each(blocks)('texts %d to %d', { timeout: testLimitMs }, (from, to) => {
  const accepted: string[] = []
  for (let seed = from; seed < to; seed += 1) {
    const text = someText(seed)
    const wrong = wrongWith(text, readingOf(text, scope), accepted)
    if (wrong !== null) expect.fail(`text ${seed}, ${JSON.stringify(text)}: ${wrong}`)
  }
  expect(accepted.length).toBeGreaterThan(0.25 * blockSize)
  expect(accepted.length).toBeLessThan(0.75 * blockSize)
  for (let at = 0; at < accepted.length; at += linesPerModel) calculateWith(accepted.slice(at, at + linesPerModel))
})

/** What looks foreign and is the language: blanks of any kind around a key, and what hands type before a formula. */
const native: ReadonlySet<string> = new Set([
  '\u00a0a',
  '\u2028a',
  '\ufeffa',
  '\ta\n',
  '=-a',
  'not(a)',
  'not-a',
  'sum (a, b)',
])

test('what other languages allow is refused', () => {
  const allowed = foreign.filter((text) => !isFormulaProblem(checkFormula(text, scope)))
  expect(allowed).toEqual(foreign.filter((text) => native.has(text)))
})
