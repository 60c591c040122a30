// What leaves the app says whether the checks hold.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applySoundly } from '#model/soundness.ts'
import { withFailedChecks } from '#session/checksText.ts'
import { csvFile, tableFile } from '#session/models/fileTexts.ts'
import { proposeCheck } from '#session/lines/newCheck.ts'
import { modelText, columnOf, idOf } from '../support/modelText.ts'
import { readRfc4180 } from '../support/rfc4180.ts'
import { isProblem } from '#model/problem.ts'
import type { Model } from '#model/model.ts'

const text = 'FY25 Q1 to FY25 Q4, actual to FY25 Q4\na 10 11 12 13\nb 20 21 22 23\ntotal 30 32 34 WRONG'

/** The model with a check of its total: 13 + 23 = 36. */
const checked = (last: number) => {
  const model = modelText(text.replace('WRONG', String(last)))
  const deed = proposeCheck(calculate(model), model.lines, () => 'check')
  const next = isProblem(deed) ? deed : applySoundly(model, deed.edits)
  if (isProblem(next)) throw new Error(next.sentence)
  return calculate(next)
}

const lastRow = (csv: string) => readRfc4180(csv).at(-1)
const at = '2025-11-25T12:00:00.000Z'

test('[PB13] a check is made of a total and its parts, whichever line is the total', () => {
  const results = checked(36)
  const line = results.model.lines.at(-1)
  expect(line).toMatchObject({ key: 'total_check', formula: 'total - (a + b)', section: 'Checks', tolerance: 1.5 })
  expect(columnOf({ ...results }, 'total')).toEqual([30, 32, 34, 36])
  expect(results.valueOf('base', 'check', '2025-03')).toBe(0)
})

test('[PB13] one line alone, or two of different units, are refused with a sentence', () => {
  const model = modelText(text.replace('WRONG', '36'))
  const one = proposeCheck(calculate(model), model.lines.slice(0, 1), () => 'check')
  expect(isProblem(one) && one.sentence).toContain('Select a total and its parts first')
  const lines = model.lines.map((line) =>
    line.id === idOf('b') ? { ...line, unit: { kind: 'percent' } as const } : line,
  )
  const mixed: Model = { ...model, lines }
  const two = proposeCheck(calculate(mixed), mixed.lines, () => 'check')
  expect(isProblem(two) && two.sentence).toContain('another unit')
})

test('[PB14] the wide and the tidy file end with a row that says whether the checks hold', () => {
  expect(lastRow(csvFile(checked(36), 'base', { layout: 'wide', extent: 'shown', by: 'fiscal' }, at).text)).toEqual([
    'Checks',
    'All 4 checks hold.',
  ])
  const wide = lastRow(csvFile(checked(40), 'base', { layout: 'wide', extent: 'shown', by: 'fiscal' }, at).text)
  expect(wide?.[1]).toBe('1 of 4 checks fails: total against its parts is off by 4.0 count in FY25 Q4 of Base.')
  const tidy = lastRow(csvFile(checked(40), 'base', { layout: 'tidy', extent: 'shown', by: 'fiscal' }, at).text)
  expect(tidy?.slice(1, 3)).toEqual(['checks', wide?.[1]])
  expect(tidy).toContain('fail')
})

test('[PB14] a table and the foot of a picture speak of checks only where one fails', () => {
  const table = { fields: ['line'], rows: [['a']] }
  expect(lastRow(tableFile(checked(36), 'table', table, at).text)).toEqual(['a'])
  expect(lastRow(tableFile(checked(40), 'table', table, at).text)?.[0]).toBe('Checks')
  expect(withFailedChecks('Model.', checked(36))).toBe('Model.')
  expect(withFailedChecks('Model.', checked(40))).toBe('Model. 1 of 4 checks fails.')
})
