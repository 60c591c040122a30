// Gestures on many cells: typing into a selection, deleting, filling. The numbers are those of typed.ts, worked out by hand.

import { describe, expect, test } from 'vitest'
import { Desk } from './desk.ts'
import { typed as model } from './typed.ts'

const newDesk = (scenario = 'base', orientation: 'across' | 'down' = 'across'): Desk => {
  const desk = new Desk(model)
  desk.look({ scenario, orientation })
  return desk
}

describe.each(['across', 'down'] as const)('laid %s', (orientation) => {
  test('[G10] a number typed with Ctrl+Enter goes into every selected cell that takes one, in one step', () => {
    const desk = newDesk('base', orientation)
    desk.select('costs 2026-03', 'mixed 2026-06')
    desk.sheet.blocks.typeIntoSelection('260')
    // The year FY26 lies between and takes nothing.
    expect(desk.typed('costs')).toEqual({ '2025-09': 240, '2026-03': 260, '2026-06': 260 })
    expect(desk.typed('mixed')).toEqual({ '2025-09': 1, '2026-03': 260, '2026-06': 260 })
    expect(desk.done.map(({ label }) => label)).toEqual(['4 numbers from Costs FY26 Q4 on, typed 260, in Base'])
    desk.undo()
    expect(desk.model).toEqual(model)
  })

  test('[G12] along a line a typed number repeats, and two go on in a straight line past the year', () => {
    const desk = newDesk('base', orientation)
    desk.select('growth 2026-03')
    desk.sheet.fillToEnd()
    expect(desk.typed('growth')).toEqual({
      '2025-09': 0.1,
      '2026-03': 0.12,
      '2026-06': 0.12,
      '2026-09': 0.12,
      '2026-12': 0.12,
    })
    desk.undo()
    desk.select('costs 2025-09', 'costs 2026-03')
    desk.sheet.fillToEnd()
    // 240 and 250 stand two quarters apart: 5 a quarter.
    expect(desk.numbers('costs', ['2026-06', '2026-09', '2026-12'])).toEqual([255, 260, 265])
  })

  test('[G12] a computed cell hands its formula on: what is typed over it goes', () => {
    const desk = newDesk('base', orientation)
    desk.select('revenue 2026-03')
    desk.sheet.fillToEnd()
    expect(desk.typed('revenue')).toEqual({ '2025-06': 100_000, '2025-09': 110_000 })
  })

  test('[G12] in a scenario what it inherits is released', () => {
    const desk = newDesk('bull', orientation)
    desk.select('revenue 2026-03')
    desk.sheet.fillToEnd()
    expect(desk.typed('revenue', 'base')['2026-06']).toBe(150_000)
    expect(desk.typed('revenue')).toEqual({ '2026-06': 'release' })
  })
})

describe('Ctrl+D and Ctrl+R', () => {
  test('[G12] fill from the first row or column of the selection', () => {
    const desk = newDesk()
    desk.select('costs 2025-09', 'costs 2025-12')
    desk.sheet.blocks.fillFromFirst('time')
    expect(desk.typed('costs')).toEqual({ '2025-09': 240, '2025-12': 240, '2026-03': 250 })
    desk.select('costs 2026-03', 'alone 2026-03')
    desk.sheet.blocks.fillFromFirst('line')
    expect([desk.typed('mixed')['2026-03'], desk.typed('alone')['2026-03']]).toEqual([250, 250])
  })

  test('[G12] of a single row or column, from the one before it, past years and headings', () => {
    const desk = newDesk()
    desk.select('costs 2026-06')
    desk.sheet.blocks.fillFromFirst('time')
    expect(desk.typed('costs')['2026-06']).toBe(250)
    desk.select('costs 2025-06')
    desk.sheet.blocks.fillFromFirst('time')
    expect(desk.message?.sentence).toBe('There is nothing before this cell to fill from.')
  })

  test('[G12] money does not go into a per cent', () => {
    const desk = newDesk()
    desk.select('alone 2025-09', 'growth 2025-09')
    desk.sheet.blocks.typeIntoSelection('5')
    desk.sheet.blocks.fillFromFirst('line')
    expect(desk.message?.sentence).toBe('Growth FY26 Q2: Line alone is in RMB m, but Growth is in %.')
    expect(desk.typed('growth')['2025-09']).toBe(0.05)
  })
})

describe('Delete', () => {
  test('[G10] takes away what the shown scenario holds, and leaves what it inherits', () => {
    const desk = newDesk('bull')
    desk.select('revenue 2026-06', 'costs 2026-09')
    desk.sheet.blocks.deleteSelection()
    expect(desk.typed('costs')).toEqual({})
    expect(desk.numbers('revenue', ['2026-06'])).toEqual([150_000])
    expect(desk.message?.sentence).toBe('1 number inherited from a parent stayed.')
    expect(desk.done.at(-1)?.label).toBe('2 numbers deleted in Bull')
  })

  test('[G10] pressed again on what is inherited only, it releases', () => {
    const desk = newDesk('bull')
    desk.select('revenue 2026-06', 'revenue 2026-09')
    desk.sheet.blocks.deleteSelection()
    expect(desk.done).toEqual([])
    expect(desk.message?.sentence).toBe(
      '1 number here is inherited, so nothing was deleted. Press Delete again to use the formulas here in Bull.',
    )
    desk.sheet.blocks.deleteSelection()
    expect(desk.typed('revenue')).toEqual({ '2026-06': 'release' })
  })

  test('[G10] with nothing typed it says so', () => {
    const desk = newDesk()
    desk.select('alone 2026-06', 'alone 2026-12')
    desk.sheet.blocks.deleteSelection()
    expect(desk.message?.sentence).toBe('Nothing is typed in these cells: there is nothing to delete.')
  })
})

describe('F4', () => {
  test('[G13] does the last gesture again where the selection is now', () => {
    const desk = newDesk()
    desk.select('costs 2026-06', 'costs 2026-09')
    desk.sheet.blocks.typeIntoSelection('255')
    desk.select('mixed 2026-06')
    desk.sheet.blocks.repeat()
    expect(desk.typed('mixed')['2026-06']).toBe(255)
    desk.select('costs 2026-03', 'mixed 2026-03')
    desk.sheet.blocks.deleteSelection()
    desk.select('costs 2025-09')
    desk.sheet.blocks.repeat()
    expect(desk.typed('costs')).toEqual({ '2026-06': 255, '2026-09': 255 })
  })

  test('[G13] before anything was done it says so', () => {
    const desk = newDesk()
    desk.sheet.blocks.repeat()
    expect(desk.message?.sentence).toBe('There is nothing to repeat yet.')
  })
})

test('[N8] a block is asked about once, and held against itself: only what sticks out of it is doubtful', () => {
  const desk = newDesk()
  desk.answer = 'leave'
  desk.select('alone 2025-12', 'alone 2026-06')
  desk.sheet.blocks.typeIntoSelection('5')
  expect(desk.asked).toBeNull()
  desk.select('alone 2026-03')
  desk.sheet.blocks.typeIntoSelection('5000')
  expect(desk.asked?.title).toBe('Please check this number')
  expect(desk.typed('alone')['2026-03']).toBe(5)
})
