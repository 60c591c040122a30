import { expect, test } from 'vitest'
import { csvFileName, modelFileName } from '#exchange/fileName.ts'

const at = '2026-11-23T09:30:00.000Z'

const bytes = (text: string): number => new TextEncoder().encode(text).length

test('[X4] a file is named after the model, the day and what it holds', () => {
  const name = 'Alibaba: AI and cloud'
  expect(csvFileName(name, 'tidy', at)).toBe('Alibaba AI and cloud 2026-11-23 tidy.csv')
  expect(csvFileName(name, 'Bull: 1/2 tidy', at)).toBe('Alibaba AI and cloud 2026-11-23 Bull 1 2 tidy.csv')
  expect(modelFileName(name, at)).toBe('Alibaba AI and cloud 2026-11-23.json')
})

test.each([
  ['../../etc/passwd', 'etc passwd 2026-11-23.json'],
  ['a\\b/c:d*e?f"g<h>i|j', 'a b c d e f g h i j 2026-11-23.json'],
  ['.hidden', 'hidden 2026-11-23.json'],
  ['-rf', 'rf 2026-11-23.json'],
  ['two\nlines\tand\u0000more', 'two lines and more 2026-11-23.json'],
  ['turned \u202egpj.exe', 'turned gpj.exe 2026-11-23.json'],
  ['阿里巴巴：云', '阿里巴巴：云 2026-11-23.json'],
  ['half a pair \ud83d', 'half a pair 2026-11-23.json'],
  ['  ', 'Model 2026-11-23.json'],
  ['...', 'Model 2026-11-23.json'],
  ['CON', 'CON 2026-11-23.json'], // reserved on Windows only when nothing follows before the point
])('[X4] “%s” gives %s', (name, file) => {
  expect(modelFileName(name, at)).toBe(file)
})

test('the longest name still fits a file system, in any script', () => {
  for (const letter of ['a', '阿', '📈']) {
    expect(bytes(csvFileName(letter.repeat(500), letter.repeat(500), at))).toBeLessThanOrEqual(255)
  }
})
