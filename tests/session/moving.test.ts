// What is cut moves whole or not at all, and whole lines keep their quarters. Numbers are those of typed.ts.

import { describe, expect, test } from 'vitest'
import { line } from '../model/sample.ts'
import type { Incoming } from '#session/clipboard.svelte.ts'
import type { Desk } from './desk.ts'
import { copied, newDesk, table } from './incoming.ts'
import { typed as model } from './typed.ts'

describe('what is cut', () => {
  test('[G11] stays where it was when it cannot go in', () => {
    const desk = newDesk()
    desk.select('growth 2025-09', 'growth 2026-03')
    const incoming = copied(desk, true)
    desk.select('costs 2026-06')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.message?.sentence).toBe('Nothing was moved. Costs FY27 Q1: Growth is in %, but Costs is in RMB m.')
    expect(desk.model).toBe(model)
    // It can still be moved where it fits.
    desk.select('growth 2026-06')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('growth')).toEqual({ '2026-06': 0.1, '2026-12': 0.12 })
  })

  test('[G11] is copied once something has changed: no edit is moved away unseen', () => {
    const desk = newDesk()
    desk.select('costs 2026-03')
    const incoming = copied(desk, true)
    desk.sheet.blocks.typeIntoSelection('255')
    expect(desk.sheet.clipboard.framed).toEqual([])
    desk.select('alone 2026-12')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('costs')['2026-03']).toBe(255)
    expect(desk.typed('alone')).toEqual({ '2026-12': 250 })
  })

  test('[G11] moves from a scenario to the same cell of another', () => {
    const desk = newDesk()
    desk.select('revenue 2026-06')
    const incoming = copied(desk, true)
    desk.look({ scenario: 'bull' })
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('revenue', 'base')['2026-06']).toBeUndefined()
    expect(desk.typed('revenue')).toEqual({ '2026-06': 150_000 })
  })

  test('[G11] is cut still when a question about it was left', () => {
    const desk = newDesk()
    desk.answer = 'leave'
    desk.select('revenue 2026-06')
    const incoming = copied(desk, true)
    desk.select('costs 2025-12') // 150,000 beside 240 and 250
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.asked?.title).toBe('Please check this number')
    expect(desk.model).toBe(model)
    expect(desk.sheet.clipboard.framed).toHaveLength(1)
  })
})

describe('whole lines', () => {
  const folded = (): { desk: Desk; incoming: Incoming } => {
    const desk = newDesk()
    desk.look({ foldedYears: [2026] })
    desk.select('revenue 2026-06')
    desk.sheet.selection.reshape({ isWholeLines: true })
    return { desk, incoming: copied(desk) }
  }

  test.each([
    ['with their formulas', true, false],
    ['as values', true, true],
    ['onto a cell', false, false],
  ])('[G11] keep every quarter, folded away or not, %s', (_, isOntoLine, areValues) => {
    const { desk, incoming } = folded()
    desk.select('alone 2026-09')
    if (isOntoLine) desk.sheet.selection.reshape({ isWholeLines: true })
    desk.sheet.clipboard.paste(incoming, areValues)
    expect(desk.asked).toBeNull()
    expect(desk.typed('alone')).toMatchObject({ '2025-06': 100_000, '2025-09': 110_000, '2026-06': 150_000 })
    const formula = desk.model.lines.find(({ id }) => id === 'alone')?.formula
    expect(formula).toBe(isOntoLine && !areValues ? 'revenue[-1] * (1 + growth)' : null)
  })

  test('[G11] quarters that the model does not have are told', () => {
    const { incoming } = folded()
    const desk = newDesk('base', 'across', {
      ...model,
      id: 'short',
      timeline: { first: '2025-09', last: '2026-12' },
      lines: model.lines.map((each) => ({ ...each, formula: each.kind === 'constant' ? each.formula : null })),
      rows: new Map(),
    })
    desk.select('alone 2025-12')
    desk.sheet.selection.reshape({ isWholeLines: true })
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('alone')).toEqual({ '2025-09': 110_000, '2026-06': 150_000 })
    expect(desk.message?.sentence).toContain('1 quarter of them are not in this model’s timeline.')
  })
})

test('[G11] a computed cell comes to another line without noise', () => {
  const desk = newDesk()
  desk.select('growth 2025-12')
  desk.sheet.blocks.typeIntoSelection('10')
  desk.select('revenue 2025-12') // 110,000 × 1.1 is 121,000.00000000001 in doubles
  const incoming = copied(desk)
  desk.select('alone 2026-12')
  desk.sheet.clipboard.paste(incoming, false)
  expect(desk.typed('alone')).toEqual({ '2026-12': 121_000 })
})

test('[G11] a year copied alone comes as its number', () => {
  const desk = newDesk()
  desk.select('mixed 2025-06')
  desk.sheet.clipboard.paste(table('1\t2\t3\t4'), false)
  desk.select('mixed FY2026')
  const incoming = copied(desk)
  desk.select('alone 2026-12')
  desk.sheet.clipboard.paste(incoming, false)
  expect(desk.typed('alone')).toEqual({ '2026-12': 10 })
})

test('[G11] one row pasted on several selected rows fills them all', () => {
  const desk = newDesk()
  desk.select('mixed 2026-03', 'alone 2026-03')
  desk.sheet.clipboard.paste(table('1000\t1010'), false)
  expect(desk.typed('alone')).toEqual({ '2026-03': 1000, '2026-06': 1010 })
  expect(desk.typed('mixed')).toEqual({ '2025-09': 1, '2026-03': 1000, '2026-06': 1010 })
})

test('[G11] a block longer than any timeline is pasted as far as it fits', () => {
  const desk = newDesk()
  desk.select('alone 2026-09')
  desk.sheet.clipboard.paste(table(Array(500).fill('5').join('\t')), false)
  expect(desk.asked).toBeNull()
  expect(desk.typed('alone')).toEqual({ '2026-09': 5, '2026-12': 5 })
  expect(desk.message?.sentence).toContain('498 quarters of it lay past the last quarter.')
})

describe('names of a table', () => {
  test('[G11] years as heads are passed over, not typed', () => {
    const desk = newDesk()
    desk.select('alone 2026-06')
    desk.sheet.clipboard.paste(table('\t2025\t2026\nAlone\t1\t2'), false)
    expect(desk.typed('alone')).toEqual({ '2026-06': 1, '2026-09': 2 })
  })

  test('[G11] a column without values is none of names', () => {
    const desk = newDesk()
    desk.select('mixed 2026-03')
    desk.sheet.clipboard.paste(table('fault\t1005\t1006\nn.m.\t7\t8'), false)
    expect(desk.typed('mixed')).toEqual({ '2025-09': 1, '2026-06': 1005, '2026-09': 1006 })
    expect(desk.typed('alone')).toEqual({ '2026-06': 7, '2026-09': 8 })
  })

  test('[G11] laid down a row named as a year is passed over', () => {
    const desk = newDesk('base', 'down')
    desk.select('alone 2025-12')
    desk.sheet.clipboard.paste(table('FY26 Q3\t1\nFY26 Q4\t2\nFY26\t3\nFY27 Q1\t4'), false)
    expect(desk.typed('alone')).toEqual({ '2025-12': 1, '2026-03': 2, '2026-06': 4 })
  })
})

test('[G12] Ctrl+D takes the cell above or nothing: a constant has none in a quarter', () => {
  const below = line('below', { section: 'Drivers' })
  const desk = newDesk('base', 'across', { ...model, lines: [...model.lines, below] })
  desk.select('below 2026-03')
  desk.sheet.blocks.fillFromFirst('line')
  expect(desk.message?.sentence).toBe('There is nothing before this cell to fill from.')
  expect(desk.done).toEqual([])
})

test('[G7] after Shift+F8 the arrows move the range begun, until it is extended', () => {
  const { selection } = newDesk().sheet
  const cell = (line: string) => ({ line, column: '2025-12' })
  selection.put(cell('revenue'))
  selection.toggleAdding()
  for (const line of ['costs', 'mixed', 'alone']) selection.go(cell(line))
  expect(selection.ranges.map(({ anchor }) => anchor.line)).toEqual(['revenue', 'alone'])
  selection.extendTo({ line: 'alone', column: '2026-03' })
  selection.go(cell('growth'))
  expect(selection.ranges.map(({ anchor }) => anchor.line)).toEqual(['revenue', 'alone', 'growth'])
})
