import { expect, test } from 'vitest'
import { Course, type Place } from '#ui/grid/course.ts'
import { gridStub } from './gridStub.ts'

const api = gridStub('-ll-l', ['label', 'unit', 'constant', 'FY2024', '2025-06', '2025-09', 'FY2025'])

const key = (name: string, shiftKey = false): KeyboardEvent => new KeyboardEvent('keydown', { key: name, shiftKey })
const at = (row: number, column: string): Place => ({ row, column })
const tab = (from: Place, shiftKey = false): Place | null => new Course().afterTab(api, from, key('Tab', shiftKey))
const enter = (from: Place, shiftKey = false): Place => new Course().afterEnter(api, from, key('Enter', shiftKey))

test('[G2] Enter goes to the next line, Shift+Enter to the one before, past headings; at the end it stays', () => {
  expect(enter(at(1, '2025-06'))).toEqual(at(2, '2025-06'))
  expect(enter(at(2, '2025-06'))).toEqual(at(4, '2025-06'))
  expect(enter(at(4, '2025-06'), true)).toEqual(at(2, '2025-06'))
  expect(enter(at(4, '2025-06'))).toEqual(at(4, '2025-06'))
  expect(enter(at(1, '2025-06'), true)).toEqual(at(1, '2025-06'))
})

test('[G2] Tab goes from a line’s last column to the next line’s first quarter, and Shift+Tab back', () => {
  expect(tab(at(2, '2025-06'))).toEqual(at(2, '2025-09'))
  expect(tab(at(2, 'FY2025'))).toEqual(at(4, '2025-06'))
  expect(tab(at(4, '2025-06'), true)).toEqual(at(2, 'FY2025'))
  expect(tab(at(4, '2025-09'), true)).toEqual(at(4, '2025-06'))
  expect(tab(at(4, 'constant'), true)).toEqual(at(4, 'unit'))
  expect(tab(at(3, 'label'))).toEqual(at(4, '2025-06'))
  expect(tab(at(3, 'label'), true)).toEqual(at(2, 'FY2025'))
})

test('[G2] at the sheet’s end Tab leads out of it', () => {
  expect(tab(at(4, 'FY2025'))).toBeNull()
  expect(tab(at(1, 'label'), true)).toBeNull()
})

test('[G2] where every year is folded a line begins with its first year', () => {
  const folded = gridStub('ll', ['label', 'constant', 'FY2024', 'FY2025'])
  expect(new Course().afterTab(folded, at(0, 'FY2025'), key('Tab'))).toEqual(at(1, 'FY2024'))
})

test('[G2] after a run of Tabs Enter goes back to the column where the run began', () => {
  const course = new Course()
  course.afterTab(api, at(1, '2025-06'), key('Tab'))
  course.afterTab(api, at(1, '2025-09'), key('Tab'))
  expect(course.afterEnter(api, at(1, 'FY2025'), key('Enter'))).toEqual(at(2, '2025-06'))
  // The run is over.
  expect(course.afterEnter(api, at(2, '2025-09'), key('Enter'))).toEqual(at(4, '2025-09'))
})

test('[G2] any other move ends the run', () => {
  const others: readonly ((course: Course) => void)[] = [
    (course) => {
      course.endRun()
    },
    (course) => {
      course.sees(key('ArrowLeft'))
    },
    (course) => {
      course.afterArrow(api, at(1, '2025-09'), key('ArrowRight'))
    },
  ]
  for (const moveElsewhere of others) {
    const course = new Course()
    course.afterTab(api, at(1, '2025-06'), key('Tab'))
    moveElsewhere(course)
    expect(course.afterEnter(api, at(1, '2025-09'), key('Enter'))).toEqual(at(2, '2025-09'))
  }
})

test('an arrow that ends an edit goes one cell on, onto a heading too, and stops at the edges', () => {
  const arrow = (from: Place, name: string): Place => new Course().afterArrow(api, from, key(name))
  expect(arrow(at(2, '2025-06'), 'ArrowDown')).toEqual(at(3, '2025-06'))
  expect(arrow(at(2, '2025-06'), 'ArrowLeft')).toEqual(at(2, 'FY2024'))
  expect(arrow(at(4, 'FY2025'), 'ArrowRight')).toEqual(at(4, 'FY2025'))
  expect(arrow(at(0, 'label'), 'ArrowUp')).toEqual(at(0, 'label'))
})
