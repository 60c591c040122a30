// What a line is held against: what must hold, that it follows its lines, and that nothing of it is lost on the way.

import { describe, expect, test } from 'vitest'
import { applyEdits, type Edit } from '#model/edit.ts'
import { areAlike } from '#model/expected.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Expected, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { readDocument, toDocument } from '#model/document.ts'
import { lineRemoval } from '#model/removal.ts'
import { editsBetween } from '#model/restoration.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import type { Unit } from '#model/unit.ts'
import { line, sample, sentenceOf, settled, textOf } from './sample.ts'

const named = (more: Partial<Expected> = {}): Expected => ({
  consensus: null,
  low: null,
  high: null,
  tolerance: null,
  ...more,
})

const money = (currency: string, scale: 'm' | 'bn'): Unit => ({ kind: 'currency', currency, scale })

/** The sample with three lines that may be held against revenue, and revenue held against them. */
const polled = (expected: Expected | null, more: Partial<LineItem> = {}): Model =>
  sample({
    lines: [
      ...sample().lines.map((each) => (each.id === 'revenue' ? { ...each, expected } : each)),
      line('poll', more),
      line('low'),
      line('high'),
    ],
  })

const whole = named({ consensus: 'poll', low: 'low', high: 'high', tolerance: 0.02 })

const expectedOf = (model: Model): Expected | null => model.lines.find(({ id }) => id === 'revenue')?.expected ?? null

test('[B1] a line names its consensus and its guidance, which come back from the document', () => {
  const model = polled(whole)
  expect(modelFault(model)).toBeNull()
  const read = settled(readDocument(JSON.parse(textOf(model)), 'm'))
  expect(expectedOf(read)).toEqual(whole)
  expect(textOf(read)).toBe(textOf(model))
})

test('[B1] a document that says nothing of it names nothing', () => {
  const document = toDocument(polled(null), '')
  const old = { ...document, lines: document.lines.map(({ expected: _, ...each }) => each) }
  expect(textOf(settled(readDocument(old, 'm')))).toBe(textOf(polled(null)))
  const short = { ...document, lines: document.lines.map((each) => ({ ...each })) }
  const withShort = {
    ...short,
    lines: short.lines.map((e) => (e.id === 'revenue' ? { ...e, expected: { consensus: null, low: 'low' } } : e)),
  }
  expect(expectedOf(settled(readDocument(withShort, 'm')))).toEqual(named({ low: 'low' }))
})

describe('[B1] what cannot be is told in a sentence', () => {
  test.each<[string, Model]>([
    ['“Line revenue” is held against “gone”, which is no line of the model’s own.', polled(named({ high: 'gone' }))],
    [
      '“Line revenue” is held against “plan.counted”, which is no line of the model’s own.',
      polled(named({ consensus: 'plan.counted' })),
    ],
    ['“Line revenue” is held against itself.', polled(named({ low: 'revenue' }))],
    ['“Line revenue” is held against “Line fade”, which is a constant.', polled(named({ consensus: 'fade' }))],
    ['“Line revenue” is to be held against something, but names no line.', polled(named({ tolerance: 0.01 }))],
    [
      '“Line revenue” is in RMB m, but “Line growth”, which it is held against, is in %.',
      polled(named({ consensus: 'growth' })),
    ],
    [
      '“Line revenue” is in RMB m, but “Line poll”, which it is held against, is in US$ m.',
      polled(whole, { unit: money('USD', 'm') }),
    ],
  ])('[B1] %s', (sentence, model) => {
    expect(modelFault(model)).toBe(sentence)
  })

  test('[B1] a constant is held against nothing', () => {
    const model = sample()
    const change: Edit = { kind: 'change line', line: 'fade', change: { expected: named({ consensus: 'growth' }) } }
    expect(sentenceOf(applySoundly(model, [change]))).toBe(
      'This cannot be done: “Line fade” is a constant, and is held against another line.',
    )
  })

  test('[B1] nor is a tolerance below 0 read', () => {
    const document = toDocument(polled({ ...whole, tolerance: -0.01 }), '')
    expect(sentenceOf(readDocument(document, 'm'))).toContain('lines[1].expected.tolerance is -0.01')
  })
})

test('[B1] money of one currency is alike whatever its scale, other units only with themselves', () => {
  expect(areAlike(money('RMB', 'm'), money('RMB', 'bn'))).toBe(true)
  expect(areAlike(money('RMB', 'm'), money('USD', 'm'))).toBe(false)
  expect(areAlike({ kind: 'percent' }, { kind: 'percent' })).toBe(true)
  expect(areAlike({ kind: 'percent' }, { kind: 'ratio' })).toBe(false)
  expect(
    areAlike({ kind: 'exchange', currency: 'RMB', per: 'USD' }, { kind: 'exchange', currency: 'RMB', per: 'EUR' }),
  ).toBe(false)
})

test('[B2] a line that goes is no longer named, and is again once it is back', () => {
  const model = polled(whole)
  const { model: without, inverse } = settled(applyReversibly(model, lineRemoval(model, 'poll')))
  expect(expectedOf(without)).toEqual({ ...whole, consensus: null })
  expect(modelFault(without)).toBeNull()
  expect(textOf(settled(applyEdits(without, inverse)))).toBe(textOf(model))
  const alone = polled(named({ consensus: 'poll', low: 'poll', tolerance: 0.02 }))
  expect(expectedOf(settled(applySoundly(alone, lineRemoval(alone, 'poll'))))).toBeNull()
  expect(sentenceOf(applySoundly(alone, [{ kind: 'remove line', line: 'poll' }]))).toBe(
    'This cannot be done: “Line revenue” is held against “poll”, which is no line of the model’s own.',
  )
})

test('[B2] it is restored from an earlier version, with a line that was gone meanwhile', () => {
  const then = polled(whole)
  const now = settled(applySoundly(then, lineRemoval(then, 'poll')))
  expect(textOf(settled(applySoundly(now, editsBetween(now, then))))).toBe(textOf(then))
  expect(textOf(settled(applySoundly(then, editsBetween(then, now))))).toBe(textOf(now))
})
