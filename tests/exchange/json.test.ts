// The JSON file: what is written reads back to the same model, and what is not a model is refused with its place.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromJson, readModelFile, toJson } from '#exchange/json.ts'
import { toDocument } from '#model/document.ts'
import { isProblem } from '#model/problem.ts'
import { settled } from '../model/sample.ts'

const example = readFileSync('public/examples/alibaba.json', 'utf8')
const savedAt = '2025-11-25T00:00:00.000Z'

const sentenceOf = (text: string): string => {
  const read = fromJson(text, 'a')
  return isProblem(read) ? read.sentence : 'no problem'
}

test('[X5] the example is read and written back to the same text', () => {
  const model = fromJson(example, 'a')
  if (isProblem(model)) throw new Error(model.sentence)
  expect(toJson(model, savedAt)).toBe(example)
  expect(fromJson(toJson(model, savedAt), 'a')).toEqual(model)
  expect(model.id).toBe('a')
})

test('[X5] [Z8] with its snapshots, which are read beside the model and are nothing to those who want the model alone', () => {
  const model = settled(fromJson(example, 'a'))
  const kept = { id: 's', name: 'As sent', at: savedAt, kind: 'named', document: toDocument(model, savedAt) } as const
  const text = toJson(model, savedAt, [kept])
  expect(fromJson(text, 'a')).toEqual(model)
  const { id, ...snapshot } = kept
  const file = settled(readModelFile(text, 'a'))
  expect(file).toEqual({ model, charts: null, damagedCharts: 0, snapshots: [snapshot], leftOut: [] })
  expect(toJson(file.model, savedAt, [{ id, ...snapshot }])).toBe(text)
  expect(isProblem(readModelFile('{}', 'a'))).toBe(true)
  expect(isProblem(readModelFile('{', 'a'))).toBe(true)
})

test('a byte-order mark and Windows line ends change nothing', () => {
  expect(fromJson(`\ufeff${example.replaceAll('\n', '\r\n')}`, 'a')).toEqual(fromJson(example, 'a'))
})

test.each([
  ['', 'This file is empty: there is no model in it.'],
  [' \n', 'This file is empty: there is no model in it.'],
  ['hello', 'This file is not JSON: it cannot be read from line 1, column 1 on. Choose a model saved by Paceline.'],
  [
    '{\n  "a": 1,\n  b: 2\n}',
    'This file is not JSON: it cannot be read from line 3, column 3 on. Choose a model saved by Paceline.',
  ],
  ['{"a": 1,}', 'This file is not JSON: it cannot be read from line 1, column 9 on. Choose a model saved by Paceline.'],
  ['[1 2]', 'This file is not JSON: it cannot be read from line 1, column 4 on. Choose a model saved by Paceline.'],
  ['[01]', 'This file is not JSON: it cannot be read from line 1, column 2 on. Choose a model saved by Paceline.'],
  ['{} {}', 'This file is not JSON: it cannot be read from line 1, column 4 on. Choose a model saved by Paceline.'],
  ["{'a': 1}", 'This file is not JSON: it cannot be read from line 1, column 2 on. Choose a model saved by Paceline.'],
  [
    'a,b\r\n1,2\r\n',
    'This file is not JSON: it cannot be read from line 1, column 1 on. Choose a model saved by Paceline.',
  ],
  ['[1, 2', 'This file is not complete: it stops in the middle, at line 1, column 6. Save or download it again.'],
  ['{"a": "hal', 'This file is not complete: it stops in the middle, at line 1, column 11. Save or download it again.'],
  ['{"a":\n tru', 'This file is not complete: it stops in the middle, at line 2, column 5. Save or download it again.'],
])('[X5] %j is refused in words', (text, sentence) => {
  expect(sentenceOf(text)).toBe(sentence)
})

test('[X5] every way of cutting the example short is refused as incomplete', () => {
  for (let end = 1; end < example.length - 2; end += 997)
    expect(sentenceOf(example.slice(0, end))).toContain('This file is not complete')
})

describe('a file that is JSON', () => {
  const changed = (change: (document: Record<string, unknown>) => void): string => {
    const document = JSON.parse(example) as Record<string, unknown>
    change(document)
    return JSON.stringify(document)
  }

  test('but not a model is refused', () => {
    for (const text of ['{}', '[]', 'null', '3', '{"format": "something else", "version": 1}'])
      expect(sentenceOf(text)).toContain('not a Paceline model')
  })

  test('of a newer version asks for an update', () => {
    expect(sentenceOf(changed((document) => (document['version'] = 99)))).toContain(
      'saved by a newer Paceline (version 99)',
    )
  })

  test('but damaged says where', () => {
    expect(sentenceOf(changed((document) => delete document['timeline']))).toContain('timeline')
    expect(sentenceOf(changed((document) => (document['lastActual'] = '2025-13')))).toContain('lastActual')
    expect(sentenceOf(changed((document) => (document['scenarios'] = [])))).toContain('scenarios')
  })
})
