import { describe, expect, test } from 'vitest'
import { firstView } from '#model/view.ts'
import { Course, nextInBlocks } from '#session/course.ts'
import { cellAt, layoutOf, placeOf, type Layout, type Place } from '#session/layout.ts'
import { blockOf, rangeOf, type Block } from '#session/range.ts'
import { typed as model } from './typed.ts'

const laid = (orientation: 'across' | 'down'): Layout =>
  layoutOf(model, { ...firstView(model), foldedYears: [], orientation })

const at = (layout: Layout, name: string): Place => {
  const [line = '', column = ''] = name.split(' ')
  return placeOf(layout, { line, column }) ?? { line: -1, time: -1 }
}

const named = (layout: Layout, place: Place): string => {
  const { line, column } = cellAt(layout, place)
  return `${line} ${column}`
}

const tab = (course: Course, layout: Layout, from: string): void => {
  const place = at(layout, from)
  course.afterTab(layout, place, cellAt(layout, place), 1)
}

describe('after a run of Tabs', () => {
  test.each([
    ['across', ['revenue 2025-06', 'revenue 2025-09'], 'revenue 2025-12', 'costs 2025-06'],
    ['down', ['revenue 2025-06', 'costs 2025-06'], 'mixed 2025-06', 'revenue 2025-09'],
  ] as const)('[G2] Enter goes back to where it began, laid %s', (orientation, tabs, from, to) => {
    const layout = laid(orientation)
    const course = new Course()
    for (const each of tabs) tab(course, layout, each)
    expect(named(layout, course.afterEnter(layout, at(layout, from), 1))).toBe(to)
    // The run is over.
    expect(named(layout, course.afterEnter(layout, at(layout, 'costs 2025-09'), 1))).toBe(
      orientation === 'across' ? 'mixed 2025-09' : 'costs 2025-12',
    )
  })

  test('[G2] on another row, and after any other move, the run begins anew', () => {
    const layout = laid('across')
    const course = new Course()
    tab(course, layout, 'revenue 2026-12')
    tab(course, layout, 'costs 2025-06')
    expect(named(layout, course.afterEnter(layout, at(layout, 'costs 2025-09'), 1))).toBe('mixed 2025-06')
    tab(course, layout, 'revenue 2025-06')
    course.endRun()
    expect(named(layout, course.afterEnter(layout, at(layout, 'revenue 2025-09'), 1))).toBe('costs 2025-09')
    // Ctrl+G, a search or a trace put the cursor elsewhere without a word to the course.
    tab(course, layout, 'revenue 2025-06')
    expect(named(layout, course.afterEnter(layout, at(layout, 'revenue 2025-12'), 1))).toBe('costs 2025-12')
  })

  test('[G2] at the last line Enter stays', () => {
    const layout = laid('across')
    const last = { line: layout.lines.length - 1, time: 2 }
    expect(new Course().afterEnter(layout, last, 1)).toEqual(last)
  })
})

describe('within a selection of several cells', () => {
  const layout = laid('across')
  const block = (from: string, to: string): Block => {
    const [one, other] = [cellAt(layout, at(layout, from)), cellAt(layout, at(layout, to))]
    const found = blockOf(layout, rangeOf(one, other))
    if (found === null) throw new Error('no such block')
    return found
  }
  const blocks = [block('alone 2025-06', 'growth 2025-09'), block('revenue 2026-06', 'revenue 2026-06')]
  const round = (isByRow: boolean, by: 1 | -1): readonly string[] => {
    const seen: string[] = []
    let place = at(layout, 'alone 2025-06')
    for (let count = 0; count < 5; count += 1) {
      place = nextInBlocks(layout, blocks, place, by, isByRow)
      seen.push(named(layout, place))
    }
    return seen
  }

  test('[G8] Tab goes round it row by row, past a heading, through every range', () => {
    expect(round(true, 1)).toEqual([
      'alone 2025-09',
      'growth 2025-06',
      'growth 2025-09',
      'revenue 2026-06',
      'alone 2025-06',
    ])
  })

  test('[G8] Enter goes round it column by column, and Shift back', () => {
    expect(round(false, 1)).toEqual([
      'growth 2025-06',
      'alone 2025-09',
      'growth 2025-09',
      'revenue 2026-06',
      'alone 2025-06',
    ])
    expect(round(false, -1).slice(0, 2)).toEqual(['revenue 2026-06', 'growth 2025-09'])
  })

  test('[G8] a year beside its quarters is passed, unless only years are selected', () => {
    const wide = [block('revenue 2026-03', 'revenue 2026-06')]
    expect(named(layout, nextInBlocks(layout, wide, at(layout, 'revenue 2026-03'), 1, true))).toBe('revenue 2026-06')
    const years = [block('revenue FY2026', 'costs FY2026')]
    expect(named(layout, nextInBlocks(layout, years, at(layout, 'revenue FY2026'), 1, true))).toBe('costs FY2026')
  })
})
