// Copy, cut and paste within a model and between models. Numbers are worked out by hand.

import { describe, expect, test } from 'vitest'
import { readCopied } from '#exchange/copied.ts'
import { line, sample } from '../model/sample.ts'
import type { Desk } from './desk.ts'
import { copied, newDesk } from './incoming.ts'
import { typed as model } from './typed.ts'

describe('Paceline’s own cells', () => {
  test('[G11] keep every digit, their unit and their notes', () => {
    const desk = newDesk()
    desk.select('revenue 2025-09')
    const incoming = copied(desk)
    desk.select('alone 2026-12')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('alone')).toEqual({ '2026-12': 110_000 })
    expect(desk.model.rows.get('base')?.get('2026-12')?.notes.get('alone')?.source).toBe('https://example.com')
  })

  test('[G11] a computed cell is computed again on its own line, and a value on another or as values', () => {
    const desk = newDesk()
    desk.select('revenue 2026-03')
    const incoming = copied(desk)
    // Revenue: 110,000 typed; growth has no number in FY26 Q3, so revenue has none from there on, until 150,000 is typed.
    desk.select('revenue 2026-06')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('revenue')).toEqual({ '2025-06': 100_000, '2025-09': 110_000 })
    desk.undo()
    desk.select('growth 2025-09')
    const growth = copied(desk)
    desk.select('costs 2026-06')
    desk.sheet.clipboard.paste(growth, false)
    expect(desk.message?.sentence).toBe('Costs FY27 Q1: Growth is in %, but Costs is in RMB m.')
  })

  test('[G11] values freeze what is computed', () => {
    const desk = newDesk()
    desk.select('growth 2025-12')
    desk.sheet.blocks.typeIntoSelection('10')
    desk.select('revenue 2025-12') // 110,000 × 1.1
    const incoming = copied(desk)
    desk.sheet.clipboard.paste(incoming, true)
    expect(desk.typed('revenue')['2025-12']).toBeCloseTo(121_000, 6)
  })

  test('[G11] cut cells move once they are pasted, notes and all, in one step', () => {
    const desk = newDesk()
    desk.select('costs 2025-09', 'costs 2026-03')
    const incoming = copied(desk, true)
    expect(desk.done).toEqual([])
    desk.select('alone 2026-03')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('costs')).toEqual({})
    expect(desk.typed('alone')).toEqual({ '2026-03': 240, '2026-09': 250 })
    expect(desk.done).toHaveLength(1)
    expect(desk.sheet.clipboard.taken).toBeNull()
    desk.undo()
    expect(desk.model).toEqual(model)
    // Pasted again they are copied: they moved only once.
    desk.select('mixed 2026-03')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('costs')).toEqual({ '2025-09': 240, '2026-03': 250 })
  })

  test('[G11] cut and pasted over themselves they stay what they were', () => {
    const desk = newDesk()
    desk.select('costs 2025-09', 'costs 2026-03')
    const incoming = copied(desk, true)
    desk.select('costs 2025-12')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('costs')).toEqual({ '2025-12': 240, '2026-06': 250 })
  })

  test('[G11] whole lines bring their formulas along, into another model too', () => {
    const desk = newDesk()
    desk.select('revenue 2025-12')
    desk.sheet.selection.reshape({ isWholeLines: true })
    const incoming = copied(desk)
    const other = sample({
      id: 'other',
      lines: [line('growth'), line('sales', { formula: '7' })],
      commitments: [],
      rows: new Map(),
      scenarios: [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
    })
    const into = newDesk('base', 'across', other)
    into.select('sales 2025-09')
    into.sheet.selection.reshape({ isWholeLines: true })
    into.sheet.clipboard.paste(incoming, false)
    expect(into.model.lines.find(({ id }) => id === 'sales')?.formula).toBe('revenue[-1] * (1 + growth)')
    expect(into.typed('sales')).toEqual({ '2025-06': 100_000, '2025-09': 110_000, '2026-06': 150_000 })
    expect(into.done).toHaveLength(1)
  })

  test('[G11] from another model money comes in this one’s scale, and not in another currency', () => {
    const desk = newDesk()
    desk.select('costs 2025-09')
    const incoming = copied(desk)
    const other = (currency: string, scale: 'bn' | 'm'): Desk =>
      newDesk('base', 'across', {
        ...model,
        id: 'other',
        lines: model.lines.map((each) => ({ ...each, unit: { kind: 'currency', currency, scale } as const })),
      })
    const inBillions = other('RMB', 'bn')
    inBillions.select('alone 2026-12')
    inBillions.sheet.clipboard.paste(incoming, false)
    expect(inBillions.typed('alone')).toEqual({ '2026-12': 0.24 })
    const dollars = other('USD', 'm')
    dollars.select('alone 2026-12')
    dollars.sheet.clipboard.paste(incoming, false)
    expect(dollars.message?.sentence).toBe('Line alone FY27 Q3: Costs is in RMB m, but Line alone is in US$ m.')
  })

  test('[G11] Escape lets go of what was cut, and it stays where it was', () => {
    const desk = newDesk()
    desk.select('costs 2025-09')
    const incoming = copied(desk, true)
    desk.sheet.clipboard.drop()
    desk.select('alone 2026-12')
    desk.sheet.clipboard.paste(incoming, false)
    expect(desk.typed('costs')['2025-09']).toBe(240)
  })
})

test('[G11] cut cells that go past the last quarter move with the timeline extended', () => {
  const desk = newDesk()
  desk.select('costs 2025-09', 'costs 2026-03')
  const incoming = copied(desk, true)
  desk.select('alone 2026-09')
  desk.sheet.clipboard.paste(incoming, false)
  expect(desk.typed('costs')).toEqual({})
  expect(desk.typed('alone')).toEqual({ '2026-09': 240, '2027-03': 250 })
  expect(desk.done).toHaveLength(1)
})

test.each(['', 'x', '{}', '{"form":"paceline cells 1"}', '{"form":"paceline cells 2","cells":[]}'])(
  '[G11] %s is none of Paceline’s cells',
  (text) => {
    expect(readCopied(text)).toBeNull()
  },
)
