// Typing and deleting as gestures: what is done at once, what is asked, what is offered, what goes to the formula bar.

import { beforeEach, describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { lineOf } from '#model/model.ts'
import { readColumnId } from '#session/column.ts'
import { Gestures } from '#session/gestures.svelte.ts'
import type { Message } from '#session/message.ts'
import type { Target } from '#session/proposal.ts'
import { settled } from '../model/sample.ts'
import { typed } from './typed.ts'

/** A door that applies and calculates, and remembers what was dispatched and said. */
class TestDoor {
  results: Results = calculate(typed)
  message: Message | null = null
  labels: string[] = []

  dispatch(edits: readonly Edit[], label: string): null {
    this.results = calculate(settled(applyEdits(this.results.model, edits)))
    this.labels.push(label)
    return null
  }

  now(): string {
    return '2025-11-25T12:00:00.000Z'
  }

  say(message: Message): void {
    this.message = message
  }
}

let door = new TestDoor()
let gestures = new Gestures(door)

beforeEach(() => {
  door = new TestDoor()
  gestures = new Gestures(door)
})

const cell = (line: string, column: string, shown = 'base'): Target => ({
  shown,
  line: lineOf(typed, line),
  column: present(readColumnId(column), 'a column'),
  unit: lineOf(typed, line).unit,
})

describe('typing', () => {
  test('[L1] a number is typed', () => {
    gestures.typeInto(cell('costs', '2025-12'), '245')
    expect(door.results.valueOf('base', 'costs', '2025-12')).toBe(245)
    expect(door.labels).toEqual(['Costs FY26 Q3 in Base: 245 RMB m'])
  })

  test('[N4] what is no number is told, before and after, and changes nothing', () => {
    const sentence = '“abc” is not a number. Type a number such as 39,824 or 39.8bn.'
    expect(gestures.refusalOf(cell('costs', '2025-12'), 'abc')).toBe(sentence)
    expect(door.message).toBeNull()
    gestures.typeInto(cell('costs', '2025-12'), 'abc')
    expect(door.message).toMatchObject({ tone: 'problem', sentence })
    expect(door.labels).toEqual([])
    for (const text of ['5', '=1+2', '=costs', '', ' '])
      expect(gestures.refusalOf(cell('costs', '2025-12'), text)).toBeNull()
  })

  test.each(['', '  '])('[L10] an empty text, “%s”, is a deletion', (text) => {
    gestures.typeInto(cell('costs', '2026-03'), text)
    expect(door.labels).toEqual(['Costs FY26 Q4 deleted in Base'])
    expect(door.results.valueOf('base', 'costs', '2026-03')).toBeNaN()
  })

  test('[L10] [L5] an empty text on an inherited number deletes nothing and says whose it is', () => {
    gestures.typeInto(cell('costs', '2026-03', 'bull'), '')
    expect(door.labels).toEqual([])
    expect(door.message?.sentence).toContain('250 RMB m is Base’s, so nothing was deleted.')
  })

  test('[N3] a text with names in it opens the formula of that cell’s line', () => {
    const target = cell('costs', '2025-12', 'bull')
    gestures.typeInto(target, '=revenue*2')
    expect(gestures.formulaOpening).toEqual({ target, text: 'revenue*2' })
    expect(door.labels).toEqual([])
  })

  test('[N8] a doubtful number is typed only when the question is answered', () => {
    gestures.typeInto(cell('costs', '2025-12'), '25000')
    expect(door.labels).toEqual([])
    expect(gestures.question?.sentence).toContain('more than a hundred times its neighbours')
    gestures.question?.confirm()
    expect(door.results.valueOf('base', 'costs', '2025-12')).toBe(25_000)
  })
})

describe('deleting an inherited number', () => {
  const inherited = cell('revenue', '2026-06', 'bull')
  const released = ['Revenue FY27 Q1 released in Bull']

  test('[L5] changes nothing; a second Delete releases it', () => {
    gestures.deleteAt(inherited)
    expect(door.labels).toEqual([])
    expect(door.message).toMatchObject({ tone: 'plain', action: { label: 'Release' } })
    gestures.deleteAt(cell('revenue', '2026-06', 'bull'))
    expect(door.labels).toEqual(released)
  })

  test('[L5] the message’s action releases it as well', () => {
    gestures.deleteAt(inherited)
    door.message?.action?.run()
    expect(door.labels).toEqual(released)
  })

  test.each<[string, () => void]>([
    ['another cell was deleted', () => gestures.deleteAt(cell('costs', '2026-03', 'bull'))],
    ['another scenario’s cell was deleted', () => gestures.deleteAt(cell('costs', '2026-06', 'base'))],
    ['a deletion was refused', () => gestures.deleteAt(cell('alone', '2025-12', 'bull'))],
    ['a number was typed elsewhere', () => gestures.typeInto(cell('alone', '2025-12'), '1')],
    ['the model changed', () => (door.results = calculate({ ...typed }))],
  ])('[L5] a second Delete is the first again where in between %s', (_, happening) => {
    gestures.deleteAt(inherited)
    happening()
    const before = [...door.labels]
    door.message = null
    gestures.deleteAt(inherited)
    expect(door.labels).toEqual(before)
    expect(door.message).not.toBeNull()
  })

  test('[L5] a third Delete takes the release back', () => {
    for (const _ of [1, 2, 3]) gestures.deleteAt(inherited)
    expect(door.labels).toEqual([...released, 'Revenue FY27 Q1: release taken back in Bull'])
    expect(door.results.valueOf('bull', 'revenue', '2026-06')).toBe(150_000)
  })
})

test('[L7] where there is nothing to delete, it says so', () => {
  gestures.deleteAt(cell('alone', '2025-12'))
  expect(door.message).toMatchObject({
    tone: 'problem',
    sentence: 'Nothing is typed in Line alone FY26 Q3: there is nothing to delete.',
  })
})
