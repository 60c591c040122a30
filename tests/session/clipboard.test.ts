// Copy, cut and paste on the sheet: within a model, between models, and from other programs. Numbers are worked out by hand.

import { describe, expect, test } from 'vitest'
import { readTsv } from '#exchange/block.ts'
import { newDesk, table } from './incoming.ts'
import { typed as model } from './typed.ts'

describe('copy', () => {
  test('[G11] numbers go in full, as one would type them, years included, headings not', () => {
    const desk = newDesk()
    desk.select('alone 2025-09', 'growth 2026-03')
    expect(desk.sheet.clipboard.take(false)?.plain).toBe('\t\t\r\n10%\t\t12%')
    desk.select('costs 2026-03', 'costs 2026-06')
    // A year whose quarters are not all there has no value.
    expect(desk.sheet.clipboard.take(false)?.plain).toBe('250\t\t')
  })

  test('[G11] laid down, rows are quarters', () => {
    const desk = newDesk('base', 'down')
    desk.select('revenue 2025-06', 'costs 2025-09')
    expect(desk.sheet.clipboard.take(false)?.plain).toBe('100000\t\r\n110000\t240')
  })

  test('[G11] with names round them on demand', () => {
    const desk = newDesk()
    desk.select('revenue 2025-06', 'revenue 2025-09')
    expect(desk.sheet.clipboard.take(false, true)?.plain).toBe('\tFY26 Q1\tFY26 Q2\r\nRevenue (RMB m)\t100000\t110000')
  })

  test('[G11] in the scale of the view', () => {
    const desk = newDesk()
    desk.look({ scale: 'bn' })
    desk.select('revenue 2025-06')
    expect(desk.sheet.clipboard.take(false)?.plain).toBe('100')
  })

  test('[G11] ranges go together where they make one rectangle, and else say so', () => {
    const desk = newDesk()
    desk.select('revenue 2025-06')
    desk.sheet.selection.add({ line: 'mixed', column: '2025-06' })
    expect(readTsv(desk.sheet.clipboard.take(false)?.plain ?? '')).toEqual([['100000'], ['']])
    desk.sheet.selection.add({ line: 'mixed', column: '2025-09' })
    expect(desk.sheet.clipboard.take(false)).toBeNull()
    expect(desk.message?.sentence).toContain('do not make one rectangle')
  })

  test('[G11] a heading has nothing to copy', () => {
    const desk = newDesk()
    desk.select('section:Drivers 2025-09')
    expect(desk.sheet.clipboard.take(false)).toBeNull()
    expect(desk.message?.sentence).toBe('A heading has no numbers to copy.')
  })
})

describe.each(['across', 'down'] as const)('paste from other programs, laid %s', (orientation) => {
  const turned = (text: string): string => {
    const rows = text.split('\n').map((row) => row.split('\t'))
    if (orientation === 'across') return text
    return (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? '').join('\t')).join('\n')
  }

  test('[G11] a block goes from the first selected cell on, past years and headings', () => {
    const desk = newDesk('base', orientation)
    desk.select('alone 2026-03')
    desk.sheet.clipboard.paste(table(turned('5\t6\n12%\t13%')), false)
    expect(desk.typed('alone')).toEqual({ '2026-03': 5, '2026-06': 6 })
    expect(desk.typed('growth')).toEqual({ '2025-09': 0.1, '2026-03': 0.12, '2026-06': 0.13 })
    expect(desk.done).toHaveLength(1)
    expect(desk.message?.sentence).toBe('Pasted 4 numbers.')
    // What was pasted into is selected.
    expect(desk.sheet.selection.ranges[0]).toMatchObject({
      anchor: { line: 'alone', column: '2026-03' },
      head: { line: 'growth', column: '2026-06' },
    })
  })

  test('[G11] one value goes into the whole selection, and a block that fits several times is repeated', () => {
    const desk = newDesk('base', orientation)
    desk.select('mixed 2026-03', 'alone 2026-09')
    desk.sheet.clipboard.paste(table('500'), false)
    expect(desk.typed('alone')).toEqual({ '2026-03': 500, '2026-06': 500, '2026-09': 500 })
    desk.sheet.clipboard.paste(table(turned('1000\t1010\t1020')), false)
    expect(desk.typed('mixed')).toEqual({ '2025-09': 1, '2026-03': 1000, '2026-06': 1010, '2026-09': 1020 })
    expect(desk.typed('alone')).toEqual({ '2026-03': 1000, '2026-06': 1010, '2026-09': 1020 })
  })

  test('[G11] past the last quarter the timeline may be extended, in the same step', () => {
    const desk = newDesk('base', orientation)
    desk.select('alone 2026-09')
    desk.sheet.clipboard.paste(table(turned('1\t2\t3\t4')), false)
    expect(desk.asked?.sentence).toBe(
      '2 quarters of the block lie past FY27 Q3, where the timeline ends. It can be extended to FY28 Q1, or what fits is pasted.',
    )
    expect(desk.model.timeline.last).toBe('2027-06')
    expect(desk.typed('alone')).toEqual({ '2026-09': 1, '2026-12': 2, '2027-03': 3, '2027-06': 4 })
    expect(desk.done).toHaveLength(1)
    desk.undo()
    expect(desk.model).toEqual(model)
  })

  test('[G11] or what fits is pasted', () => {
    const desk = newDesk('base', orientation)
    desk.answer = 'leave'
    desk.select('alone 2026-09')
    desk.sheet.clipboard.paste(table(turned('1\t2\t3\t4')), false)
    expect(desk.model.timeline.last).toBe('2026-12')
    expect(desk.typed('alone')).toEqual({ '2026-09': 1, '2026-12': 2 })
  })
})

describe('what cannot be read', () => {
  test('[G11] is told once, cell by cell, and keeps nothing else out', () => {
    const desk = newDesk()
    desk.select('mixed 2025-12')
    desk.sheet.clipboard.paste(table('abc\t500\t5%'), false)
    expect(desk.typed('mixed')).toEqual({ '2025-09': 1, '2026-03': 500 })
    expect(desk.message?.sentence).toBe(
      'Pasted 1 number. 2 cells took nothing. Line mixed FY26 Q3: “abc” is not a number. Type a number such as 39,824 or 39.8bn.',
    )
    desk.message?.action?.run()
    expect(desk.sheet.blocks.report?.map(({ place, text }) => [place, text])).toEqual([
      ['Line mixed FY26 Q3', 'abc'],
      ['Line mixed FY27 Q1', '5%'],
    ])
  })

  test('[G11] numbers are read in the locale of the whole block', () => {
    const desk = newDesk()
    desk.select('alone 2025-12')
    desk.sheet.clipboard.paste(table('1.234\t1.234,5\t1 250\t(1.240)'), false)
    expect(desk.typed('alone')).toEqual({ '2025-12': 1234, '2026-03': 1234.5, '2026-06': 1250, '2026-09': -1240 })
  })

  test('[G11] an empty cell empties, and a dash is zero', () => {
    const desk = newDesk()
    desk.select('costs 2025-09')
    desk.sheet.clipboard.paste(table('\t–\tn.a.'), false)
    expect(desk.typed('costs')).toEqual({ '2025-12': 0 })
    expect(desk.message?.sentence).toBe('Pasted 1 number, 2 cells emptied.')
  })

  test('[L3] a computed line and a year say why', () => {
    const desk = newDesk()
    desk.select('costs FY2026')
    desk.sheet.clipboard.paste(table('5'), false)
    expect(desk.message?.sentence).toBe('Costs FY26: A year is computed from its quarters: type into one of them.')
    expect(desk.done).toEqual([])
  })

  test('[L1] a reported number lands in Base, and is said to', () => {
    const desk = newDesk('bull')
    desk.select('costs 2025-09')
    desk.sheet.clipboard.paste(table('245\t246'), false)
    expect([desk.typed('costs', 'base')['2025-09'], desk.typed('costs')['2025-12']]).toEqual([245, 246])
    expect(desk.message?.sentence).toBe('Pasted 2 numbers. Landed in Base: reported numbers are Base’s.')
  })
})

describe('a table with names', () => {
  test('[G11] its first row and column of words are passed over, and columns of years', () => {
    const desk = newDesk()
    desk.select('costs 2025-12')
    const text = 'RMB m\tFY26 Q3\tFY26 Q4\tFY26\tFY27 Q1\nCosts\t245\t250\t990\t255\nMixed\t1\t2\t3\t4'
    desk.sheet.clipboard.paste(table(text), false)
    expect(desk.typed('costs')).toEqual({ '2025-09': 240, '2025-12': 245, '2026-03': 250, '2026-06': 255 })
    expect(desk.typed('mixed')).toEqual({ '2025-09': 1, '2025-12': 1, '2026-03': 2, '2026-06': 4 })
    expect(desk.message?.sentence).toContain('Names of rows and columns were passed over.')
  })

  test('[G11] laid down likewise', () => {
    const desk = newDesk('base', 'down')
    desk.select('costs 2025-12')
    desk.sheet.clipboard.paste(table('\tCosts\nFY26 Q3\t245\nFY26 Q4\t251'), false)
    expect(desk.typed('costs')).toEqual({ '2025-09': 240, '2025-12': 245, '2026-03': 251 })
  })

  test('[G11] words alone are no names, and are refused', () => {
    const desk = newDesk()
    desk.select('costs 2025-12')
    desk.sheet.clipboard.paste(table('about\tthis'), false)
    expect(desk.message?.sentence).toMatch(/^2 cells took nothing\. Costs FY26 Q3: “about” is not a number\./)
    expect(desk.done).toEqual([])
  })
})

test('[G11] a clipboard with nothing in it says so', () => {
  const desk = newDesk()
  desk.select('costs 2025-09')
  desk.sheet.clipboard.paste({ own: null, table: [] }, false)
  expect(desk.message?.sentence).toBe('There is nothing on the clipboard that can be pasted here.')
})
